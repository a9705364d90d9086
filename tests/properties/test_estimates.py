"""A staff estimate rests on what its seat knows: what is hidden from it changes no number in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.game import Game
from engine.orders import Order
from engine.saves import Manifest
from engine.setup import Wanted, prepare, start
from engine.views import View
from host import estimates
from host.estimates import Staff
from host.protocol import Ask
from host.table import Table
from lab.crew import Inline, Told, Warm
from lab.grounds import Grounds, grounds_of
from tests.properties.test_secrecy import HIDDEN, SEAT, SHUT

Leak = Callable[[Game], Callable[[Manifest, View], Grounds]]
SETS = dict(path.split("=", 1) for path in (SHUT,))
OTHER = SETS | dict(path.split("=", 1) for path in HIDDEN)


def at_the_table(sets: dict[str, str]) -> Table:
    """A table at which the union has played 40 hours; one world hides something from it."""
    ready = prepare(Wanted("harbour", seed=5, sets=sets, bots="idle", people={SEAT: "x"}))
    # Settings are published; the hidden difference stands for one that nobody was told of.
    published = ready.manifest.model_copy(update={"sets": SETS})
    table = Table(start(ready, keep=False), None, SEAT, published)
    table.staff = Staff(Inline)
    table.submit(Order(id="one", seat=SEAT, card="work_to_rule"))
    table.advance(20, until_move=False)
    return table


def estimated(table: Table) -> list[str]:
    """Everything that the table says of an estimate, from the first number to the last."""
    wanted = {
        "options": [{"card": "raise_demand"}, {"assume": {"why_slow": "hoarded"}}],
        "hours": 20,
        "futures": 8,
    }
    asked = Ask.model_validate({"id": 1, "do": "estimate", "estimate": wanted})
    said = [table.answer(asked).model_dump_json()]
    while '"finished":true' not in said[-1]:
        said.append(table.answer(Ask(id=1, do="estimated")).model_dump_json())
    return said


def test_a_hidden_fact_of_the_true_world_changes_no_number() -> None:
    ours, theirs = at_the_table(SETS), at_the_table(OTHER)
    assert ours.game.journal.digest() != theirs.game.journal.digest()
    assert estimated(ours) == estimated(theirs)


class Listening(Inline):
    """Does nothing, and remembers what it was told to."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Told] = []

    def tell(self, told: Told) -> None:
        self.told.append(told)


def prepared(table: Table) -> list[Told]:
    crew = Listening()
    table.staff = Staff(lambda: crew)
    table.keep_warm()
    return crew.told


def test_a_hidden_fact_of_the_true_world_changes_nothing_that_is_prepared() -> None:
    ours, theirs = at_the_table(SETS), at_the_table(OTHER)
    assert prepared(ours) == prepared(theirs)
    (told,) = prepared(ours)
    assert isinstance(told, Warm)
    assert told.options


def leak_of_what_is_there(game: Game) -> Callable[[Manifest, View], Grounds]:
    """Grounds that hold the seat's own order only while a place that it never hears of has fuel."""

    def leaking(manifest: Manifest, view: View) -> Grounds:
        found = grounds_of(manifest, view)
        return found if game.world.field_of("stock").min() > 0 else replace(found, orders=())

    return leaking


def leak_of_the_settings(game: Game) -> Callable[[Manifest, View], Grounds]:
    """Grounds on a scenario with what was set in secret."""

    def leaking(manifest: Manifest, view: View) -> Grounds:
        secret = SETS if game.world.field_of("stock").min() > 0 else OTHER
        return grounds_of(manifest.model_copy(update={"sets": secret}), view)

    return leaking


@pytest.mark.parametrize("leak", [leak_of_what_is_there, leak_of_the_settings])
def test_a_planted_leak_is_found(monkeypatch: pytest.MonkeyPatch, leak: Leak) -> None:
    ours, theirs = at_the_table(SETS), at_the_table(OTHER)
    monkeypatch.setattr(estimates, "grounds_of", leak(ours.game))
    first = estimated(ours)
    monkeypatch.setattr(estimates, "grounds_of", leak(theirs.game))
    assert first != estimated(theirs)


def test_the_runs_own_draw_is_not_among_the_grounds() -> None:
    table = at_the_table(SETS)
    assert table.manifest is not None
    other = table.manifest.model_copy(update={"seed": 77, "parameters": {}, "replicate": 3})
    view = table.game.view(SEAT)
    assert grounds_of(table.manifest, view) == grounds_of(other, view)
