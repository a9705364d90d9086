"""Non-interference, tried widely: random seats, random differences, random orders."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine import imagining
from engine.agents.registry import kinds
from engine.door import Door
from engine.game import Game
from engine.journal import Entry, Journal
from engine.orders import Order
from engine.saves import Manifest
from engine.scenario.load import load
from engine.scenario.parameters import resolved
from engine.setup import Ready, Wanted, prepare
from engine.views import OwnOrder, Reader, View
from engine.world import World
from tests.properties.hidden import (
    HARBOUR,
    IN_A_FORMAT,
    LARGEST,
    WEEK,
    Asked,
    Hidden,
    Stand,
    both,
    things_to_try,
)

pytestmark = pytest.mark.xdist_group("interference")

Leak = Callable[[pytest.MonkeyPatch], None]
PHASES = [Phase.explicit, Phase.generate]
SEEDS = st.integers(0, 2**32)


@st.composite
def scenes(draw: st.DrawFn, pairs: tuple[Hidden, ...]) -> tuple[Hidden, str, list[Asked]]:
    """A difference, a seat that it is hidden from, and what that seat tries."""
    pair = draw(st.sampled_from(pairs))
    seat = draw(st.sampled_from(pair.seats))
    trial = st.tuples(
        st.integers(0, pair.hours - 1), st.sampled_from(things_to_try(pair, seat))
    ).map(lambda found: (found[0], *found[1]))
    return pair, seat, draw(st.lists(trial, max_size=8))


def differ(ours: Game, theirs: Game) -> bool:
    """Whether there is anything to hide at all."""
    same = ours.journal.digest() == theirs.journal.digest()
    return not same or ours.world.stocks != theirs.world.stocks


def compare(pair: Hidden, seat: str, tries: list[Asked], seed: int) -> tuple[Stand, Stand]:
    """Play both worlds; whatever the seat got must be the same, byte by byte."""
    ours, theirs = both(pair, seed)
    assert ours.at_the_table(seat, pair.hours, tries) == theirs.at_the_table(
        seat, pair.hours, tries
    )
    assert ours.exported(seat) == theirs.exported(seat)
    assert differ(ours.game, theirs.game)
    return ours, theirs


@settings(max_examples=15, deadline=None, phases=PHASES)
@given(scene=scenes(HARBOUR), seed=SEEDS)
def test_no_seat_of_the_small_scenario_can_tell(
    scene: tuple[Hidden, str, list[Asked]], seed: int
) -> None:
    ours, theirs = compare(*scene, seed)
    assert ours.estimated(scene[1]) == theirs.estimated(scene[1])


@settings(max_examples=12, deadline=None, phases=PHASES)
@given(scene=scenes(IN_A_FORMAT), seed=SEEDS)
def test_no_seat_can_tell_what_others_foresee_aim_at_or_leave_to_their_staff(
    scene: tuple[Hidden, str, list[Asked]], seed: int
) -> None:
    compare(*scene, seed)


@settings(max_examples=8, deadline=None, phases=PHASES)
@given(scene=scenes(LARGEST), seed=SEEDS)
def test_no_seat_of_the_largest_scenario_can_tell(
    scene: tuple[Hidden, str, list[Asked]], seed: int
) -> None:
    compare(*scene, seed)


def test_an_envelope_to_one_seat_leaves_the_week_of_all_others_as_it_was() -> None:
    ours, theirs = both(WEEK, 1)
    for _ in range(WEEK.hours // 12):
        ours.game.advance(12), theirs.game.advance(12)
        for seat in WEEK.seats:
            assert ours.game.view(seat).plain() == theirs.game.view(seat).plain()
    for seat in WEEK.seats:
        rows = [[seen.row() for seen in each.game.seen(seat)] for each in (ours, theirs)]
        assert len(rows[0]) > 50
        assert rows[0] == rows[1]
    assert len(ours.game.journal) != len(theirs.game.journal)


def test_nobody_can_use_a_report_that_another_seat_holds() -> None:
    pair = next(pair for pair in LARGEST if "others hear" in pair.what)
    before, _ = both(pair, 5)
    before.game.advance(50)
    reports = {
        str(value)
        for entry in before.game.journal
        if entry.name == "media.reported" and entry.event.to == ("interior",)
        for key, value in entry.row()["fields"].items()  # type: ignore[attr-defined]
        if key in ("report", "claim", "id")
    }
    assert reports
    tries: list[Asked] = [
        (50, card, (("claim", report),))
        for card in ("publish", "check_it", "correct_it")
        for report in (*sorted(reports)[:4], "nonsense_9999")
    ]
    ours, _ = compare(pair, "press", tries, 5)
    taken = [
        line for line in ours.game.orders if line.order.seat == "press" and line.answer.accepted
    ]
    assert taken == []


# Leaks of each kind, planted: the comparison must find them.


def leak_in_a_payload(patch: pytest.MonkeyPatch) -> None:
    """Whatever is told says what caused it, and by which line of the journal."""
    note = Reader._note

    def told(self: Reader, entry: Entry) -> None:
        note(self, entry)
        seen = self.seen[-1]
        self.seen[-1] = replace(seen, fields={**seen.fields, "cause": entry.event.cause})

    patch.setattr(Reader, "_note", told)


def leak_in_a_refusal(patch: pytest.MonkeyPatch) -> None:
    """A refusal says how much another seat has left."""
    judge = Door._refusal

    def refusal(self: Door, world: World, order: Order, due: int) -> object:
        found = judge(self, world, order, due)
        return (found[0], (("left", world.stocks["interior"]["watches"]),)) if found else None

    patch.setattr(Door, "_refusal", refusal)


def leak_in_a_card(patch: pytest.MonkeyPatch) -> None:
    """A card is there only while another seat has enough of something."""

    def playable(self: Door, world: World, seat: str, card: str) -> object:
        return ("not_available", ()) if world.stocks["interior"]["watches"] < 10 else None

    patch.setattr(Door, "playable", playable)


def leak_in_the_numbering(patch: pytest.MonkeyPatch) -> None:
    """What a seat is told is numbered as in the journal, so that gaps show what it was not."""
    note = Reader._note

    def told(self: Reader, entry: Entry) -> None:
        note(self, entry)
        self.seen[-1] = replace(self.seen[-1], number=entry.number)

    patch.setattr(Reader, "_note", told)


def leak_in_an_order(patch: pytest.MonkeyPatch) -> None:
    """An order's state tells at once what became of it, and of how many others there were."""

    def orders(self: View) -> tuple[OwnOrder, ...]:
        waiting = tuple(self._world.pending.values())
        return tuple(OwnOrder(one.id, one.what, {}, one.due, one.sort) for one in waiting)

    patch.setattr(View, "orders", property(orders))


def leak_in_the_digest(patch: pytest.MonkeyPatch) -> None:
    """A view carries the digest of the whole journal."""
    plain = View.plain

    def with_digest(self: View) -> dict[str, object]:
        return plain(self) | {"digest": self._journal.digest()}

    patch.setattr(View, "plain", with_digest)


def leak_in_the_clock(patch: pytest.MonkeyPatch) -> None:
    """The next move is said to open sooner the more has happened."""
    asked = Journal.__len__
    patch.setattr(Game, "next_move", property(lambda self: self.now + asked(self.journal)))


STOCK, ENVELOPE = LARGEST[0], replace(LARGEST[1], hours=20)
SHORT = replace(STOCK, hours=4)
LEAKS: dict[Leak, Hidden] = {
    leak_in_a_payload: replace(ENVELOPE, hours=46),
    leak_in_a_refusal: SHORT,
    leak_in_a_card: SHORT,
    leak_in_the_numbering: ENVELOPE,
    leak_in_an_order: ENVELOPE,
    leak_in_the_digest: ENVELOPE,
    leak_in_the_clock: ENVELOPE,
}


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.__name__)
def test_a_leak_is_found(leak: Leak, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = LEAKS[leak]
    tries: list[Asked] = [(1, "nonsense", ())]
    compare(pair, "president", tries, 5)
    ours, theirs = both(pair, 5)
    leak(monkeypatch)
    seen = [each.at_the_table("president", pair.hours, tries) for each in (ours, theirs)]
    assert seen[0] != seen[1]


def test_a_slip_shown_to_others_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = replace(IN_A_FORMAT[0], hours=4)
    plain = View.plain

    def told(self: View) -> dict[str, object]:
        return plain(self) | {"slips": dict(self._world.turn.slips)}

    monkeypatch.setattr(View, "plain", told)
    ours, theirs = both(pair, 5)
    seen = [each.at_the_table("union", pair.hours, []) for each in (ours, theirs)]
    assert seen[0] != seen[1]


def test_an_estimate_drawn_from_the_runs_own_parameters_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours, theirs = compare(HARBOUR[1], "union", [], 5)

    def estimates() -> list[str]:
        found = []
        for each in (ours, theirs):
            prepare = from_the_run(each.manifest)
            monkeypatch.setattr(imagining, "prepare", prepare)
            found.append(each.estimated("union"))
        return found

    assert ours.estimated("union") == theirs.estimated("union")
    first, second = estimates()
    assert first != second


def from_the_run(manifest: Manifest) -> Callable[[Wanted], Ready]:
    """How not to imagine a world: from the parameters that are really played."""

    def prepared(wanted: Wanted) -> Ready:
        fair = prepare(wanted)
        written = load(wanted.scenario, variant=wanted.variant, sets=wanted.sets, kinds=kinds())
        scenario = resolved(
            written, lambda path, value: manifest.parameters.get(path, value.number)
        )
        return Ready(scenario, fair.manifest)

    return prepared
