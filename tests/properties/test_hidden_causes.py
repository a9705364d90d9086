"""Nobody can tell the hidden answers apart, but by what is addressed to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine import clues, facts
from engine.chance import Chance
from engine.clues import Clues
from engine.events import EVERYONE
from engine.game import Game
from engine.imagining import imagined
from engine.orders import Order
from engine.scenario.models import Clue
from engine.scenario.scenario import Scenario
from engine.setup import Ready, Wanted, prepare, start
from engine.views import Reader, View
from host.protocol import Ask
from host.table import Table

pytestmark = pytest.mark.xdist_group("interference")

Leak = Callable[[pytest.MonkeyPatch], None]
PHASES = [Phase.explicit, Phase.generate]
LARGEST = "kazakhstan-2022"
Pair = tuple[str, str, str]
"""A question and two of its answers."""


@cache
def ready(scenario: str, hidden: tuple[tuple[str, str], ...], bots: str = "idle") -> Ready:
    return prepare(Wanted(scenario, bots=bots, hidden=dict(hidden)))


def world(scenario: str, question: str, answer: str, seed: int, bots: str = "idle") -> Game:
    """A game in which one question has this answer, and others have none."""
    known = ready(scenario, ((question, answer),), bots)
    manifest = known.manifest.model_copy(update={"seed": seed})
    return start(Ready(known.scenario, manifest), keep=False)


@cache
def pairs(scenario: str) -> tuple[Pair, ...]:
    """Every two answers of every question."""
    hidden = ready(scenario, ()).scenario.hidden
    return tuple(
        (question, one, other)
        for question, written in hidden.items()
        for one in written.answers
        for other in written.answers
        if one < other
    )


@dataclass
class Looking:
    """One seat at its table: everything it gets in a beat, and what was addressed to it."""

    table: Table
    heard: int = 0

    @classmethod
    def at(cls, game: Game, seat: str) -> "Looking":
        return cls(Table(game, None, seat))

    def ask(self, do: str, **more: object) -> str:
        return self.table.answer(Ask.model_validate({"id": 1, "do": do, **more})).model_dump_json()

    def told(self) -> str:
        """What has come since last time."""
        since, self.heard = self.heard, len(self.table.game.seen(self.table.seat))
        return self.ask("events", since=since)

    def rest(self, beat: int) -> list[str]:
        """All but what was addressed: view, clock, answers to orders; the scene at first."""
        seat = self.table.seat
        cards = [id for id, card in self.table.game.scenario.cards.items() if card.seat == seat]
        orders = [*cards, "nonsense"] if beat % 11 == 3 else []
        answers = [
            self.ask("submit", order=Order(id=f"{beat}-{card}", seat=seat, card=card))
            for card in orders
        ]
        return [
            self.ask("view"),
            self.ask("clock"),
            *answers,
            *([] if beat else [self.ask("scene")]),
        ]


def alike(ours: Game, theirs: Game, seat: str, hours: int) -> int:
    """How long a seat is told the same in two worlds: as long as it is, all else is the same too.

    Whatever differs first must be something addressed to the seat: never its view, its cards, a
    refusal, the clock, or the numbering of what it was told.
    """
    one, other = Looking.at(ours, seat), Looking.at(theirs, seat)
    for hour in range(hours):
        if one.told() != other.told():
            return hour
        assert one.rest(hour) == other.rest(hour), f"{seat} can tell at hour {hour}"
        ours.advance(), theirs.advance()
    return hours


@settings(max_examples=12, deadline=None, phases=PHASES)
@given(
    pair=st.sampled_from(pairs("harbour")),
    seat=st.sampled_from(("port", "union", "council")),
    seed=st.integers(0, 2**32),
    bots=st.sampled_from(("idle", "doctrine", "random")),
)
def test_no_seat_of_the_small_scenario_can_tell(
    pair: Pair, seat: str, seed: int, bots: str
) -> None:
    question, *answers = pair
    ours, theirs = (world("harbour", question, answer, seed, bots) for answer in answers)
    alike(ours, theirs, seat, 60)


@settings(max_examples=5, deadline=None, phases=PHASES)
@given(pair=st.sampled_from(pairs(LARGEST)), seed=st.integers(0, 2**32), data=st.data())
def test_no_seat_of_the_largest_scenario_can_tell(
    pair: Pair, seed: int, data: st.DataObject
) -> None:
    question, *answers = pair
    seat = data.draw(st.sampled_from(tuple(ready(LARGEST, ()).scenario.seats)))
    ours, theirs = (world(LARGEST, question, answer, seed) for answer in answers)
    alike(ours, theirs, seat, 72)


def test_what_nobody_has_met_with_stays_unknown_to_all_who_are_given_no_clue() -> None:
    # Nobody asks for help in these worlds, so the lead's firmness shows in clues alone.
    for seat in ("interior", "movement"):
        ours, theirs = (world(LARGEST, "how_firm", each, 3) for each in ("iron", "cold"))
        assert alike(ours, theirs, seat, 106) == 106
        assert ours.journal.digest() != theirs.journal.digest()


# Worlds that differ in nothing but the answer and its clues.


def bare(seed: int, answer: str) -> Game:
    """The harbour with a question whose answers set nothing: only clues can differ."""
    known = ready("harbour", (("why_slow", answer),))
    plain = ready("harbour", ()).scenario
    same = replace(plain, answers=known.scenario.answers)
    return start(Ready(same, known.manifest.model_copy(update={"seed": seed})), keep=False)


def shown(game: Game) -> Mapping[str, bool]:
    """Which clues of a game were shown."""
    return {
        e.event.clue: e.event.shown for e in game.journal if isinstance(e.event, facts.ClueJudged)
    }


@settings(max_examples=20, deadline=None, phases=PHASES)
@given(
    answers=st.sampled_from([pair[1:] for pair in pairs("harbour")]),
    seat=st.sampled_from(("port", "union", "council")),
    seed=st.integers(0, 2**32),
)
def test_two_answers_that_give_the_same_clues_look_the_same(
    answers: tuple[str, str], seat: str, seed: int
) -> None:
    ours, theirs = (bare(seed, answer) for answer in answers)
    alone = alike(ours, theirs, seat, 60)
    readers = {id: clue.to for id, clue in ours.scenario.hidden["why_slow"].clues.items()}
    mine = {id for id, to in readers.items() if seat in to}
    same = all(shown(ours).get(id) == shown(theirs).get(id) for id in mine)
    assert same is (alone == 60)


def test_an_imagined_world_draws_hidden_causes_of_its_own() -> None:
    games = [world("harbour", "why_slow", answer, 5) for answer in ("tired", "tired")]
    for game in games:
        game.advance(10)
    fixed = ready("harbour", (("why_slow", "tired"),)).manifest
    other = ready("harbour", (("why_slow", "hoarded"),)).manifest
    views = [game.view("council") for game in games]
    ours, theirs = (
        [imagined(manifest, view, number) for number in range(6)]
        for manifest, view in zip((fixed, other), views, strict=True)
    )
    drawn = [dict(game.scenario.answers)["why_slow"] for game in ours]
    assert len(set(drawn)) > 1
    assert [g.journal.digest() for g in ours] == [g.journal.digest() for g in theirs]


# Leaks, planted: the comparison must find each.


def leak_in_a_report(patch: pytest.MonkeyPatch) -> None:
    """The report of a clue carries the odds by which it was shown."""
    judge = Clues._judge

    def judged(self: Clues, question: str, id: str, clue: Clue, answer: str) -> None:
        emit = self._emit

        def telling(event: object) -> int:
            if isinstance(event, facts.Reported):
                event = replace(event, means=str(clue.likely[answer].number))
            return emit(event)  # type: ignore[arg-type]

        self._emit = telling  # type: ignore[method-assign]
        judge(self, question, id, clue, answer)
        self._emit = emit  # type: ignore[method-assign]

    patch.setattr(Clues, "_judge", judged)


def leak_in_the_timing(patch: pytest.MonkeyPatch) -> None:
    """A clue that is true comes on time, and one that is false an hour late."""
    comes = Clues._comes

    def late(self: Clues, clue: Clue) -> bool:
        answer = self._scenario.answers["why_slow"]
        if clue.at is None or clue.likely[answer].number > 0.5:
            return comes(self, clue)
        return comes(self, replace(clue, at=clue.at + 3600))

    patch.setattr(Clues, "_comes", late)


def leak_in_the_address(patch: pytest.MonkeyPatch) -> None:
    """What was drawn is told to everybody from the start."""
    told = facts.HiddenDrawn
    patch.setattr("engine.game.HiddenDrawn", lambda q, a: told(q, a, to=(EVERYONE,)))


def leak_in_the_numbering(patch: pytest.MonkeyPatch) -> None:
    """A clue that was kept back leaves a gap in the numbers of those who would have read it."""
    note = Reader.catch_up

    def told(self: Reader, journal: object) -> object:
        seen = note(self, journal)  # type: ignore[arg-type]
        kept = sum(isinstance(e.event, facts.ClueJudged) and not e.event.shown for e in journal)  # type: ignore[attr-defined]
        return [replace(each, number=each.number + kept) for each in seen]

    patch.setattr(Reader, "catch_up", told)


def leak_in_the_view(patch: pytest.MonkeyPatch) -> None:
    """A view names the scenario that is really played."""
    plain = View.plain

    def named(self: View) -> dict[str, object]:
        scenario: Scenario = self._scenario
        return plain(self) | {"answers": dict(scenario.answers)}

    patch.setattr(View, "plain", named)


LEAKS = (
    leak_in_a_report,
    leak_in_the_timing,
    leak_in_the_address,
    leak_in_the_numbering,
    leak_in_the_view,
)


def seed_with_a_clue(answers: tuple[str, str]) -> int:
    """Luck under which the union reads its clue whichever of two answers is true."""
    clue = ready("harbour", ()).scenario.hidden["why_slow"].clues["red_eyes"]
    return next(
        seed
        for seed in range(100)
        if all(
            clues.is_shown(Chance(seed, 0), "why_slow", "red_eyes", clue, answer)
            for answer in answers
        )
    )


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.__name__)
def test_a_planted_leak_is_found(leak: Leak, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ("tired", "unpaid")
    seed = seed_with_a_clue(answers)

    def same() -> bool:
        ours, theirs = (bare(seed, answer) for answer in answers)
        try:
            return alike(ours, theirs, "union", 30) == 30
        except AssertionError:
            return False

    assert same()
    leak(monkeypatch)
    assert not same()
