"""Plays one job in whatever process it is given to, and notes everything that was reached."""

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from engine import facts
from engine.agents.registry import kinds
from engine.deals.events import DealEnded, ExhibitFound, OfferAnswered, OfferPut
from engine.envs import Given, SeatEnv, WorldEnv
from engine.events import Event, Field
from engine.game import Game
from engine.memory import undisturbed
from engine.moments import HOUR
from engine.scenario.effects import Effect
from engine.scenario.expressions import Compiled
from engine.scenario.lint.options import Options
from engine.scenario.scenario import Scenario
from engine.setup import begin, settle
from engine.world import World
from lab.runs import Shelf
from lab.trying.asking import Job
from lab.trying.items import SIDES, judged, of_effects
from lab.trying.weighing import Kept, Weighing


class Row(TypedDict, total=False):
    """What is kept of a play, as JSON holds it; one that broke off has `error` and `at`.

    `hours` is how long the game was played, `fired` holds the injects in order with their hours,
    `aims` whether each aim was met, by seat. `open` is in how many moves each card was open, and
    `beaten` holds the options that were in none of them better than another.
    """

    key: str
    seed: int
    command: str
    error: str
    at: str
    ending: str
    hours: float
    moves: int
    reached: list[str]
    fired: list[tuple[float, str]]
    aims: dict[str, dict[str, bool]]
    open: dict[str, int]
    beaten: list[Kept]


_SHELF = Shelf()
"""A process's own: a worker lives for one trial."""


def play(job: Job) -> Row:
    """One play to its end; whatever breaks it off is told in its row."""
    row: Row = {"key": str(job.seed), "seed": job.seed, "command": job.command(), "hours": 0.0}
    try:
        with undisturbed():
            wanted = job.wanted()
            game = begin(settle(wanted, _SHELF, _SHELF.answered))
            written = _SHELF(
                wanted.scenario, variant=wanted.variant, sets=wanted.sets, kinds=kinds()
            )
            watch = Watch(game, options_of(written))
            while not game.over:
                watch.move()
                game.advance()
                watch.look()
                row["hours"] = game.now / HOUR
            row |= watch.row()
            game.forget(wholly=True)
        return row
    except Exception as problem:
        # Anything may stand in a plug-in, and a trial is there to find what breaks.
        row["error"] = f"{type(problem).__name__}: {problem}".rstrip(": ")
        row["at"] = _where(problem)
        return row


def _where(problem: BaseException) -> str:
    """The line of code that raised it, its file as people find it."""
    while problem.__cause__ is not None:
        # What an agent raises comes out of its process as the cause of another.
        problem = problem.__cause__
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno}"


_OPTIONS: list[Options] = []
"""Those of the scenario that a process plays: which can be compared is found once."""


def options_of(scenario: Scenario) -> Options:
    """Which options of a scenario as it is written are held beside each other.

    As written, with the whole ranges of its amounts: a play draws one number from each.
    """
    if not _OPTIONS or _OPTIONS[0].scenario is not scenario:
        _OPTIONS[:] = [Options(scenario)]
    return _OPTIONS[0]


class Watch:
    """Looks at a game at each move and after each beat, from outside."""

    def __init__(self, game: Game, options: Options) -> None:
        self.game = game
        self.moves = 0
        self.reached: set[str] = set()
        self._fired: list[tuple[float, str]] = []
        self._read = 0
        self._forms: dict[str, dict[str, Field]] = {}
        self._weighing = Weighing(options)
        self._open: dict[str, tuple[str, Compiled]] = {
            path: (seat, when) for path, seat, when in judged(game.scenario)
        }
        self._sides: dict[str, bool] = {}
        """The one side that was seen so far of those conditions of which only one was."""

    def move(self) -> None:
        """If a move opens now, note which cards each seat could play in it."""
        game = self.game
        if game.now < game.schedule.first or not game.schedule.opens(game.world):
            return
        self.moves += 1
        for seat in game.scenario.seats:
            cards = frozenset(card.card for card in game.view(seat).cards if card.open)
            self.reached.update(f"cards.{card}:open" for card in cards)
            self._weighing.move(game, seat, cards)

    def look(self) -> None:
        """Note what happened in a beat, and how the conditions stand after it."""
        entries = self.game.journal.entries
        for entry in entries[self._read :]:
            self._note(entry.event, entry.at / HOUR)
        self._read = len(entries)
        world = self.game.world
        envs = {seat: SeatEnv(world, seat) for seat in self.game.scenario.seats}
        everything = _Still(world)
        sides = self._sides
        for path, (seat, when) in list(self._open.items()):
            true = bool(when.run(envs[seat] if seat else everything))
            if sides.get(path) is not true:
                self._side(path, true)

    def _side(self, path: str, true: bool) -> None:
        """A side of a condition was seen; once both were, nobody looks at it again."""
        self.reached.add(f"{path}:{SIDES[0] if true else SIDES[1]}")
        if path in self._open and self._sides.setdefault(path, true) is not true:
            del self._open[path]

    def _note(self, event: Event, hour: float) -> None:
        add = self.reached.add
        match event:
            case facts.OrderTaken(card=card) if card in self.game.scenario.cards:
                # It may have opened between two moves.
                self.reached.update((f"cards.{card}:open", f"cards.{card}:taken"))
                self._held(f"cards.{card}.when")
            case facts.OrderBegun(order=order, fields=fields):
                self._forms[order] = dict(fields)
            case facts.CarriedOut(order=order, card=card) if card in self.game.scenario.cards:
                effects = self.game.scenario.cards[card].effects
                self._effects(f"cards.{card}", effects, self._forms.get(order))
            case facts.InjectFired(inject=inject):
                add(f"injects.{inject}:fired")
                self._held(f"injects.{inject}.when")
                self._fired.append((hour, inject))
                self._effects(f"injects.{inject}", self.game.scenario.injects[inject].effects)
            case facts.InjectJudged(inject=inject, true=True):
                self._held(f"injects.{inject}.when")
            case facts.ClueJudged(question=question, clue=clue, shown=shown):
                self._held(f"hidden.{question}.clues.{clue}.when")
                if shown:
                    add(f"hidden.{question}.clues.{clue}:shown")
            case ExhibitFound(exhibit=exhibit):
                self._held(f"exhibits.{exhibit}.when")
            case facts.Ended(ending=ending):
                add(f"endings.{ending}:reached")
            case _:
                self._note_deal(event)

    def _effects(
        self, path: str, effects: Sequence[Effect], form: Mapping[str, Field] | None = None
    ) -> None:
        """How the conditions of effects stand after the beat in which these were carried out."""
        env = WorldEnv(self.game.world, _plain(form or {}))
        for each, when in of_effects(path, effects):
            self.reached.add(f"{each}:{'true' if when.truth(env) else 'false'}")

    def _note_deal(self, event: Event) -> None:
        match event:
            case OfferPut(offer=offer):
                self.reached.add(f"offers.{offer}:made")
                self._held(f"offers.{offer}.when")
            case OfferAnswered(offer=offer, reply="accept"):
                self.reached.add(f"offers.{offer}:accepted")
            case DealEnded(offer=offer, how="kept" | "broken" | "answered" as how):
                self.reached.add(f"offers.{offer}:{how}")
            case _:
                pass

    def _held(self, path: str) -> None:
        """A condition held, for what waits for it came about."""
        if path in self._open:
            self._side(path, True)

    def row(self) -> Row:
        """Everything that was seen of a game that has been played."""
        game = self.game
        env = WorldEnv(game.world)
        return {
            "ending": game.world.ending,
            "hours": game.now / HOUR,
            "moves": self.moves,
            "reached": sorted(self.reached),
            "fired": self._fired,
            "open": dict(sorted(self._weighing.states.items())),
            "beaten": self._weighing.row(),
            "aims": {
                seat: {id: bool(aim.when.truth(env)) for id, aim in written.aims.items()}
                for seat, written in game.scenario.seats.items()
            },
        }


class _Still(WorldEnv):
    """The world between two beats: many conditions ask for the same, and are answered alike."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._known: dict[tuple[str, str, str], Given] = {}

    def own(self, agent: str, name: str) -> Given:
        """See WorldEnv."""
        key = (agent, name, "")
        if key not in self._known:
            self._known[key] = super().own(agent, name)
        return self._known[key]

    def local(self, agent: str, name: str, where: str) -> Given:
        """See WorldEnv."""
        key = (agent, name, where)
        if key not in self._known:
            self._known[key] = super().local(agent, name, where)
        return self._known[key]


def _plain(form: Mapping[str, Field]) -> dict[str, float | str | None]:
    """An order's fields as conditions read them."""
    return {
        name: float(value)
        if isinstance(value, int | float)
        else None
        if value is None
        else str(value)
        for name, value in form.items()
    }
