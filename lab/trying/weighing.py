"""Options that were never better than another, in every state that the plays came to.

A state is a move of a play, in which a seat has the card of an option open. What is written of
two options is laid out there with what the seat knows and what is so, and held beside each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.envs import SeatEnv, WorldEnv
from engine.errors import Place
from engine.game import Game
from engine.scenario.expressions import Env
from engine.scenario.lint.blank import Form
from engine.scenario.lint.options import Options, Pair, State
from engine.scenario.scenario import Scenario
from engine.scenario.sheet import place_at, topped
from engine.world import World

LEAST = 5
"""States below which nothing is said: what was open twice may be better the third time."""

Kept = list[str]
"""As a row keeps a pair: its card, field, option and other option, and in what it was worse."""


@dataclass
class Weighing:
    """One play: which options were never better so far, and in how many states each was open."""

    options: Options
    states: dict[str, int] = field(default_factory=dict)
    _left: dict[Pair, frozenset[str] | None] = field(default_factory=dict)
    _gone: set[Pair] = field(default_factory=set)

    def move(self, game: Game, seat: str, opened: frozenset[str]) -> None:
        """A move of the game in which a seat has these cards open."""
        scenario = self.options.scenario
        mine = [pair for pair in self.options.by_seat[seat] if pair.card in opened]
        for card in sorted(opened):
            if scenario.cards[card].seat == seat:
                self.states[card] = self.states.get(card, 0) + 1
        state = State(self.options, _Eyes(game.world, seat))
        for pair in mine:
            if pair in self._gone:
                continue
            closed = not pair.field and pair.other not in opened
            worse = None if closed else state.behind(pair)
            if worse is None:
                self._gone.add(pair)
                self._left.pop(pair, None)
            else:
                self._left[pair] = (self._left.get(pair) or frozenset()) | worse

    def row(self) -> list[Kept]:
        """The pairs of which the first was never better in this play."""
        return [
            [pair.card, pair.field, pair.one, pair.other, *sorted(worse or ())]
            for pair, worse in sorted(self._left.items())
        ]


@dataclass(frozen=True, slots=True)
class _Eyes:
    """What a seat knows and what is so, with a form at hand."""

    world: World
    seat: str

    def __call__(self, form: Form) -> tuple[Env, Env]:
        return SeatEnv(self.world, self.seat, form), WorldEnv(self.world, form)


@dataclass(frozen=True, slots=True)
class Beaten:
    """An option that was never better than another in so many states of so many plays."""

    pair: Pair
    worse: tuple[str, ...]
    states: int
    plays: int
    place: Place

    @property
    def sentence(self) -> str:
        """For people, without its place."""
        times = f"in all {self.states} moves in which it was open"
        return f"{self.pair.said(self.worse)}, {times}"

    def plain(self) -> dict[str, object]:
        """As JSON."""
        pair = self.pair
        return {
            "path": pair.path, "option": pair.one, "other": pair.other, "worse": list(self.worse),
            "states": self.states, "plays": self.plays, "file": self.place.file,
            "line": self.place.line,
        }  # fmt: skip


def beaten(
    scenario: Scenario, rows: Sequence[tuple[Mapping[str, int], Sequence[Kept]]]
) -> list[Beaten]:
    """What all plays together say; `rows` are the states of each and what it kept.

    Each option is told once, beside the first that beats it; of two that are alike the later.
    What the author accepts with a reason is left out, as by `check`.
    """
    options = Options(scenario)
    left = {
        pair: frozenset[str]()
        for pair in options.pairs
        if options.comparable(pair) and not _accepted(scenario, pair.path)
    }
    states = dict.fromkeys(scenario.cards, 0)
    plays = dict.fromkeys(scenario.cards, 0)
    for seen, kept in rows:
        here = {Pair(*each[:4]): frozenset(each[4:]) for each in kept}
        for card, count in seen.items():
            states[card] += count
            plays[card] += 1
        left = {
            pair: worse | here.get(pair, frozenset())
            for pair, worse in left.items()
            if pair.card not in seen or pair in here
        }
    return _told(
        scenario, {p: w for p, w in left.items() if states[p.card] >= LEAST}, states, plays
    )


def _told(
    scenario: Scenario,
    left: Mapping[Pair, frozenset[str]],
    states: Mapping[str, int],
    plays: Mapping[str, int],
) -> list[Beaten]:
    assert scenario.sheet is not None
    tree = topped(scenario.sheet).tree
    told: set[tuple[str, str, str]] = set()
    found = []
    for pair, worse in left.items():
        if pair.option in told or (not worse and pair.turned.option in told):
            continue
        told.add(pair.option)
        place = place_at(tree, pair.path)
        found.append(Beaten(pair, tuple(sorted(worse)), states[pair.card], plays[pair.card], place))
    return sorted(found, key=lambda each: (each.place, each.pair))


def _accepted(scenario: Scenario, path: str) -> bool:
    return any(
        "W-dominated" in codes and (path == key or path.startswith(f"{key}."))
        for key, codes in scenario.accepted.items()
    )
