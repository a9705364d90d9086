"""Results, not points: harm apart, aims component by component, and what came afterwards.

There is no total, no rank and no score, here or in anything that reads this.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.aftermath import Sentence, Terms, sentences
from engine.decisions import Chains
from engine.envs import WorldEnv
from engine.events import Field
from engine.facts import ClueJudged
from engine.game import Game
from engine.harm import Ledger, Row, events_of
from engine.journal import Entry
from engine.reasons import reasons
from engine.retelling import retell
from engine.rules.rounding import nine
from engine.scenario.expressions import Compiled
from engine.scenario.scenario import Scenario
from engine.turning import Turn, Turning
from engine.world import World


@dataclass(frozen=True, slots=True)
class Reading:
    """What a component asked and was answered: as written, the value, and the unit it is in."""

    name: str
    value: Field
    unit: str


@dataclass(frozen=True, slots=True)
class Component:
    """One aim of a seat: met or not, with the readings that made it so.

    `ticked` says whether it is one of those that the seat chose to be read by.
    """

    aim: str
    text: str
    ticked: bool
    met: bool
    because: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """A clue that came, or was kept back; `likeliest` is the answer that it points to."""

    question: str
    clue: str
    at: int
    shown: bool
    likeliest: str


@dataclass(frozen=True, slots=True)
class Forecasts:
    """How well a seat foresaw: questions that were scored, and the mean of their Brier scores."""

    questions: int
    mean: float


@dataclass(frozen=True, slots=True)
class Results:
    """What a finished game is read by; harm stands first, unweighted and apart."""

    harm: tuple[Row, ...]
    ending: str
    ended: int
    aims: Mapping[str, tuple[Component, ...]]
    """By seat."""
    hidden: Mapping[str, str]
    clues: tuple[Clue, ...]
    afterwards: tuple[Sentence, ...]
    because: tuple[Reading, ...] = ()
    """What the test of the ending asked, and was answered."""
    forecasts: Mapping[str, Forecasts] = field(default_factory=dict)
    """By seat, for those that filled in slips."""
    turns: tuple[Turn, ...] = ()
    """The turning points, in order of time."""
    own_turns: Mapping[str, tuple[Turn, ...]] = field(default_factory=dict)
    """By seat, the moves in which its own orders moved most."""


class _Together:
    """Several who listen to one telling; the first hears first."""

    def __init__(self, chains: Chains, ledger: Ledger, terms: Terms, turning: Turning) -> None:
        self._chains, self._ledger, self._terms = chains, ledger, terms
        self._turning = turning

    def heard(self, world: World, entry: Entry) -> None:
        self._chains.heard(world, entry)
        self._terms.heard(world, entry)
        self._turning.heard(world, entry)

    def beat(self, world: World) -> None:
        self._ledger.beat(world)


def results_of(game: Game) -> Results:
    """The results of a game as it stands, of all its seats.

    They are a fold of the journal: a game that was branched, taken up from a save or played
    through gives the same. Nothing here is shown to a seat before the end.
    """
    scenario = game.scenario
    events = frozenset(name for told in scenario.afterwards.values() for name in told.under)
    chains = Chains(scenario, events | events_of(scenario.harm.values()))
    ledger, terms = Ledger(scenario, chains), Terms(scenario, chains)
    turning = Turning(scenario, chains)
    together = _Together(chains, ledger, terms, turning)
    world = retell(game.scene, game.journal, together, game.now)
    rows = ledger.rows(world)
    return Results(
        harm=rows,
        ending=world.ending,
        ended=world.now,
        aims={seat: tuple(components(scenario, world, seat)) for seat in scenario.seats},
        hidden={q: scenario.answers[q] for q in scenario.hidden if q in scenario.answers},
        clues=tuple(clues(scenario, game.journal)),
        afterwards=sentences(scenario, world, terms, {row.id: row for row in rows}),
        because=tuple(_because_of_the_end(scenario, world)),
        forecasts={
            seat: Forecasts(questions, nine(total / questions))
            for seat, (questions, total) in world.turn.scores.items()
            if questions
        },
        turns=turning.points(ledger, game.moves),
        own_turns={seat: turning.points(ledger, game.moves, seat) for seat in scenario.seats},
    )


def _because_of_the_end(scenario: Scenario, world: World) -> Iterator[Reading]:
    """What the test of the ending asks of the world as it stands; nothing where time ran out."""
    ending = scenario.endings.get(world.ending)
    if ending is None or ending.when is None:
        return
    for name, value in reasons(ending.when, world)[1:]:
        yield Reading(name, value, unit_of(scenario, ending.when, name))


def components(scenario: Scenario, world: World, seat: str) -> Iterator[Component]:
    """The aims of a seat, one by one, as the world stands."""
    ticked = world.turn.aims.get(seat, ())
    for id, aim in scenario.seats[seat].aims.items():
        because = tuple(
            Reading(name, value, unit_of(scenario, aim.when, name))
            for name, value in reasons(aim.when, world)[1:]
        )
        met = bool(aim.when.truth(WorldEnv(world)))
        yield Component(id, aim.text, id in ticked, met, because)


def clues(scenario: Scenario, journal: Iterable[Entry]) -> Iterator[Clue]:
    """Every clue whose time came, with the answer under which it is likeliest."""
    for entry in journal:
        event = entry.event
        if isinstance(event, ClueJudged):
            likely = scenario.hidden[event.question].clues[event.clue].likely
            best = max(likely, key=lambda answer: likely[answer].number)
            yield Clue(event.question, event.clue, entry.at, event.shown, best)


COUNTS = ("count", "any", "all")


def unit_of(scenario: Scenario, asked: Compiled, name: str) -> str:
    """The unit of something that a condition asks, as it is written there; else empty."""
    function, bracket, inside = name.partition("(")
    if bracket and function in COUNTS:
        return ""
    within = inside.rstrip(")").strip() if bracket else name
    for ref in asked.uses:
        if ref.text != within:
            continue
        if ref.sort == "meter":
            return "%"
        if ref.sort == "stock":
            return scenario.names.stocks.get(ref.where, {}).get(ref.name, "")
        if ref.agent in scenario.names.readings:
            return scenario.names.readings[ref.agent][ref.name].unit
    return ""
