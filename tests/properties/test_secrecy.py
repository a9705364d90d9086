"""Non-interference: what is hidden from a seat changes nothing that the seat can see."""

from collections.abc import Callable

import pytest

from engine import facts
from engine.door import Door
from engine.game import Game
from engine.journal import Entry
from engine.orders import Order
from engine.views import Reader
from tests.properties.games import game, harbour

# A far place runs dry in one of the two worlds. That reaches only those who are told of stocks,
# which the union is not, once the inject that would tell everybody is shut.
SHUT = "injects.bakery_closes.when=never"
HIDDEN = ("agents.fuel.start.observatory=0.5 t", "agents.fuel.use.observatory=100 t/d")
SEAT = "union"


def seen_by_the_union(found: Game, steps: int = 60) -> list[object]:
    """Everything the union gets: view, card list, news and answers, beat by beat."""
    shown: list[object] = []
    for beat in range(steps):
        if beat % 7 == 3:
            for card in ("raise_demand", "open_gate", "ration", "nonsense"):
                order = Order(id=f"{beat}-{card}", seat=SEAT, card=card)
                shown.append(found.submit(order))
        found.advance()
        shown.append(found.view(SEAT).plain())
    shown.append([seen.row() for seen in found.seen(SEAT)])
    return shown


def two_worlds() -> tuple[Game, Game]:
    return game(harbour(SHUT), bots="idle"), game(harbour(SHUT, *HIDDEN), bots="idle")


def test_the_two_worlds_do_differ() -> None:
    ours, theirs = two_worlds()
    ours.advance(60), theirs.advance(60)
    assert ours.journal.digest() != theirs.journal.digest()


def test_a_seat_cannot_tell_worlds_apart_that_differ_in_what_is_hidden_from_it() -> None:
    ours, theirs = two_worlds()
    assert seen_by_the_union(ours) == seen_by_the_union(theirs)


def leak_in_a_payload(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Reader._note

    def note(self: Reader, entry: Entry) -> None:
        told(self, entry)
        self.seen[-1] = self.seen[-1].__class__(
            self.seen[-1].number,
            entry.at,
            entry.name,
            "",
            {"n": entry.number},
        )

    monkeypatch.setattr(Reader, "_note", note)


def leak_in_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Door._refusal

    def refusal(self: Door, world: object, order: Order, due: int) -> object:
        found = judge(self, world, order, due)  # type: ignore[arg-type]
        secret = world.field_of("stock")[-1]  # type: ignore[attr-defined]
        return (found[0], (("stock", float(secret)),)) if found else found

    monkeypatch.setattr(Door, "_refusal", refusal)


def leak_in_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    def playable(self: Door, world: object, seat: str, card: str) -> object:
        dry = world.field_of("stock")[-1] < 59  # type: ignore[attr-defined]
        return ("not_available", ()) if dry else None

    monkeypatch.setattr(Door, "playable", playable)


def leak_in_the_numbering(monkeypatch: pytest.MonkeyPatch) -> None:
    def catch_up(self: Reader, journal: object) -> list[object]:
        self.seen = [None] * len(journal.entries)  # type: ignore[attr-defined,list-item]
        return []

    monkeypatch.setattr(Reader, "catch_up", catch_up)


def leak_in_a_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "engine.views.addressed",
        lambda entry, seat: isinstance(entry.event, facts.Told) or seat in entry.event.to,
    )


LEAKS = [
    leak_in_a_payload,
    leak_in_a_refusal,
    leak_in_a_card,
    leak_in_the_numbering,
    leak_in_a_figure,
]


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.__name__)
def test_a_planted_leak_is_found(
    leak: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = two_worlds()
    leak(monkeypatch)
    assert seen_by_the_union(ours) != seen_by_the_union(theirs)


def test_an_event_addressed_to_nobody_is_seen_by_no_seat() -> None:
    found = game(bots="doctrine")
    found.play()
    hidden = {entry.number for entry in found.journal if not entry.event.to}
    told = sum(len(found.seen(seat)) for seat in found.scenario.seats)
    assert hidden
    assert told < len(found.journal) * len(found.scenario.seats) - len(hidden)
