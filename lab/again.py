"""The same game again: the same decisions under other luck, or one of them swapped.

World, hidden answers and bots are those of the game. Only the dice differ, from the first move on;
a swap is played under the same dice as the decisions that it is held against. The orders of people
are given again as they were given, and bots decide anew on what they see.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace

from engine.envs import WorldEnv
from engine.game import Game, Logged
from engine.orders import ACTS, FieldGiven, Order
from engine.results import Results, components, results_of
from engine.saves import Manifest
from engine.scenario.scenario import Scenario
from engine.setup import Ready, scenario_of, start
from lab.par import par, turned_to, turns_of

OTHER_LUCK = 1_000_000
"""Replicates from here on are the other luck; branches that people begin have small numbers."""

BEATS = 12
"""Beats between two looks at whether anybody still wants the future that is played."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Another order in the place of one that was given; without a card nothing is ordered."""

    order: str
    card: str = ""
    fields: tuple[tuple[str, FieldGiven], ...] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """A game that is over, and the seat whose decisions are played again."""

    manifest: Manifest
    log: tuple[Logged, ...]
    seat: str


@dataclass(frozen=True, slots=True)
class Job:
    """One future: under luck `luck`, 0 being the game's own, with a swap or without one."""

    luck: int
    swap: Swap | None = None


@dataclass(frozen=True, slots=True)
class ParJob:
    """The doctrine bot in the seat's chair, under the game's own luck."""


@dataclass(frozen=True, slots=True)
class Future:
    """How one future ended, in canonical units.

    `harm` and `afterwards` follow the scenario's rows, `aims` the seat's aims. `refused` counts the
    orders of people that could not be given there, of those that were taken in the game.
    """

    job: Job
    ending: str
    harm: tuple[float, ...]
    aims: tuple[bool, ...]
    afterwards: tuple[float | None, ...]
    refused: int


@dataclass(frozen=True, slots=True)
class Par:
    """What the doctrine bot came to."""

    results: Results


@dataclass(frozen=True, slots=True)
class Failed:
    """A future could not be played."""

    sentence: str


News = Future | Par | Failed


class Player:
    """Plays a finished game again, from the opening of its first move."""

    def __init__(self, played: Played) -> None:
        """Raises LookupError for a seat that there is not."""
        self._played = played
        self.scenario = scenario_of(played.manifest)
        if played.seat not in self.scenario.seats:
            raise LookupError(f"no seat `{played.seat}`")
        self._game: Game | None = None
        self._rows = _Rows(self.scenario)

    def play(self, job: Job | ParJob) -> Iterator[News | None]:
        """Play one future: None now and again on the way, and at last what came of it."""
        if isinstance(job, ParJob):
            game = par(self._played.manifest, self._played.log, self._played.seat)
            yield Par(results_of(game))
            return
        game, rows = self._begun(job)
        lines, refused = self._lines(job.swap), 0
        # Other luck is one luck to the end; the game's own was turned wherever it was branched.
        turns = [] if job.luck else turns_of(self._played.manifest)
        while not game.over:
            while _due(lines, game):
                line = lines.pop(0)
                answer = game.submit(line.order)
                refused += line.answer.accepted and not answer.accepted
            for _ in range(BEATS):
                turned_to(game, turns)
                game.advance()
                rows.beat(game)
                if _due(lines, game):
                    break
            yield None
        yield _future(job, game, self._played.seat, rows, refused)

    def _begun(self, job: Job) -> tuple[Game, "_Rows"]:
        """The game at its first move, and what was harmed by then; played once, and then kept."""
        if self._game is None:
            game = start(Ready(self.scenario, self._seated()), keep=False)
            while not game.over and game.now < game.schedule.first:
                game.advance()
                self._rows.beat(game)
            game.snapshots = {game.now: game.snapshot()}
            self._game = game
        luck = OTHER_LUCK + job.luck if job.luck else None
        return self._game.branch(self._game.now, luck), self._rows.copy()

    def _seated(self) -> Manifest:
        """The seat's bot, if it had one, leaves: what it ordered is given again instead."""
        manifest, seat = self._played.manifest, self._played.seat
        bots = {other: bot for other, bot in manifest.bots.items() if other != seat}
        return manifest.model_copy(update={"bots": bots})

    def _lines(self, swap: Swap | None) -> list[Logged]:
        """The orders of people and of the seat since the first move, one of them swapped."""
        assert self._game is not None
        again = {self._played.seat, *self._played.manifest.seats}
        first = self._game.opened
        found = []
        for line in self._played.log:
            bot = line.order.seat in self.scenario.seats and line.order.seat not in again
            if bot or line.beat < first:
                continue
            if swap is None or (line.order.seat, line.order.id) != (self._played.seat, swap.order):
                found.append(line)
            elif swap.card:
                found.append(replace(line, order=_instead(line.order, swap)))
        return found


def _due(lines: Sequence[Logged], game: Game) -> bool:
    """Whether somebody orders now; when the game is over, time no longer goes on to stop."""
    return bool(lines) and lines[0].beat <= game.opened


def _instead(order: Order, swap: Swap) -> Order:
    return Order(
        id="swap", seat=order.seat, by=order.by, card=swap.card, fields=dict(swap.fields),
        beat=order.beat,
    )  # fmt: skip


class _Rows:
    """Adds the rows of harm up beat by beat, as the ledger does, without asking who and why."""

    def __init__(self, scenario: Scenario) -> None:
        self._rows = tuple(scenario.harm.values())
        self._before = [0.0] * len(self._rows)
        self._amounts = [0.0] * len(self._rows)

    def beat(self, game: Game) -> None:
        """Book what each row has risen by."""
        env = WorldEnv(game.world)
        for at, row in enumerate(self._rows):
            value = row.of.number(env)
            if value is None or value <= self._before[at]:
                continue
            rise, self._before[at] = value - self._before[at], value
            if row.when is None or row.when.truth(env):
                self._amounts[at] += rise

    def copy(self) -> "_Rows":
        """Rows of its own to go on with."""
        other = copy(self)
        other._before, other._amounts = list(self._before), list(self._amounts)
        return other

    def amounts(self) -> tuple[float, ...]:
        """The rows in their order."""
        return tuple(self._amounts)


def _future(job: Job, game: Game, seat: str, rows: _Rows, refused: int) -> Future:
    env = WorldEnv(game.world)
    return Future(
        job,
        game.world.ending,
        rows.amounts(),
        tuple(each.met for each in components(game.scenario, game.world, seat)),
        tuple(
            None if told.of is None else told.of.number(env)
            for told in game.scenario.afterwards.values()
        ),
        refused,
    )


def decisions(played: Played, scenario: Scenario) -> Sequence[Logged]:
    """What may be swapped: the seat's orders that were taken, but for slips, aims and deals."""
    return [
        line
        for line in played.log
        if line.order.seat == played.seat
        and line.answer.accepted
        and line.order.card not in ACTS
        and line.order.card in scenario.cards
    ]
