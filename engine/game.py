"""A game: one world, its journal, its door and its bots, advanced beat by beat."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from engine.agents.registry import kinds
from engine.begin import begin
from engine.chance import Chance
from engine.clerk import Clerk
from engine.door import Door
from engine.facts import HiddenDrawn, Told
from engine.journal import Journal
from engine.kernel import Kernel
from engine.moves.schedule import moves_of as moves_of
from engine.moves.schedule import schedule_of
from engine.moves.staff import closes, names, staffs_order
from engine.orders import Answer, Order
from engine.outcomes import Book, Outcomes, Row
from engine.scenario.scenario import Scenario
from engine.settings import Bot as Bot
from engine.settings import Settings as Settings
from engine.staging import Kinds, scene_from
from engine.views import Reader, Seen, View
from engine.world import World

FACILITATOR = "facilitator"


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of the order log: the order, its answer, and how many beats had opened before it."""

    beat: int
    order: Order
    answer: Answer


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a game went and why it stopped: `beats` (as asked), `move` or `ended`."""

    beats: int
    reason: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A beat as it was before anybody ordered in it: enough to begin again there, ever again."""

    now: int
    world: World
    entries: int
    logged: int
    book: Book


Log = Callable[[Logged], None]


class Game:
    """Plays one scenario. `log` is called with every order before its answer is given back."""

    def __init__(
        self,
        scenario: Scenario,
        settings: Settings,
        log: Log | None = None,
        all_kinds: Kinds | None = None,
    ) -> None:
        """`scenario` must be resolved: its parameters are the ones that are played."""
        self.scenario, self.settings = scenario, settings
        self._log = log
        self.schedule = schedule_of(scenario, settings.format)
        self.scene = self.schedule.ended(scene_from(scenario, all_kinds or kinds()))
        self.chance = Chance(settings.seed, settings.replicate)
        self.door = Door(scenario, self.schedule)
        self._clerk = Clerk(scenario, self.scene, self.schedule, self.chance)
        self._outcomes = Outcomes(scenario)
        self.book = Book()
        self.journal = Journal()
        self.orders: list[Logged] = []
        self.snapshots: dict[int, Snapshot] = {}
        self.opened = 0
        self.attended = True
        self._answers: dict[str, Answer] = {}
        self._readers = {seat: Reader(seat) for seat in scenario.seats}
        self.world = begin(self.scene)
        self._begin()
        for question in scenario.hidden:
            if question in scenario.answers:
                drawn = HiddenDrawn(question, scenario.answers[question])
                self._kernel.emit("game", drawn)
        self._clerk.tell(self._kernel)
        self._open_move()
        self._keep()

    def _begin(self) -> None:
        self._kernel = Kernel(self.world, self.journal, self.chance, self.settings.agent_order)

    def on_order(self, log: Log) -> None:
        """From now on, log every order with this."""
        self._log = log

    # What a seat may do and see.

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return bool(self.world.ending)

    @property
    def now(self) -> int:
        """Seconds since the start."""
        return self.world.now

    def submit(self, order: Order) -> Answer:
        """Put an order in; the answer comes at once, and is logged before it is given.

        The same id again gets the same answer, and nothing else happens.
        """
        key = _key(order)
        if key in self._answers:
            return self._answers[key]
        if order.seat == FACILITATOR:
            answer, event = self.door.judge_facilitator(self.world, order)
        else:
            answer, event = self.door.judge(self.world, order)
        logged = Logged(self.opened, order, answer)
        if self._log is not None:
            self._log(logged)
        self.orders.append(logged)
        self._answers[key] = answer
        self._kernel.emit("game", event)
        return answer

    def seen(self, seat: str) -> list[Seen]:
        """Everything a seat has been told, oldest first. Raises KeyError for no such seat."""
        return self._readers[seat].catch_up(self.journal)

    def view(self, seat: str) -> View:
        """What a seat can know now. Raises KeyError for no such seat."""
        reader = self._readers[seat]
        return View(self.scenario, self.door, self.world, reader, self.journal, self.schedule)

    @property
    def next_move(self) -> int | None:
        """The second at which the next move opens; None after the last."""
        return self.schedule.after(self.world.now)

    @property
    def moves(self) -> tuple[int, ...]:
        """The seconds at which moves open as planned, or were opened by an event."""
        return tuple(sorted((*self.schedule.at, *self.world.turn.extras)))

    # Time.

    def advance(self, beats: int = 1, until_move: bool = False, close: bool = False) -> Advance:
        """Play so many beats; stops early when the game ends, or a move opens if asked to.

        With `close` nobody has more to say in this move: where a person has decided nothing, the
        staff orders at once. Without it the staff waits for the last beat before the next move.
        """
        for done in range(beats):
            if self.over:
                return Advance(done, "ended")
            self._beat(close)
            if until_move and self.schedule.opens(self.world) and not self.over:
                return Advance(done + 1, "move")
        return Advance(beats, "ended" if self.over else "beats")

    def play(self, until: int | None = None) -> None:
        """Play to the end, or to a second."""
        while not self.over and (until is None or self.world.now < until):
            self._beat()

    def _beat(self, close: bool = False) -> None:
        if self.attended and (close or closes(self.schedule, self.world)):
            self._ask_staff()
        self.ask_bots()
        end = self.world.now + self.scene.beat_seconds
        self.opened += 1
        self._clerk.open_beat(self._kernel)
        if self.over:
            return
        self._kernel.run_until(end)
        self._clerk.close_beat(self._kernel)
        self._outcomes.beat(self.book, self.world)
        self._open_move()
        self._keep()

    def _open_move(self) -> None:
        """Open a move if one opens now, and let the staff of people say what it would order."""
        self._clerk.open_move(self._kernel)
        people = self.settings.people
        for named in names(self.scenario, self.schedule, self.door, self.world, people):
            self._kernel.emit("game", named)

    def _keep(self) -> None:
        """Keep a beat as soon as it can be ordered in: what is ordered then comes after."""
        if self.settings.keep:
            self.snapshots[self.world.now] = self.snapshot()

    def ask_bots(self) -> None:
        """Let each bot, by seat rank, order what it would for the beat that opens."""
        early = self.world.now < self.schedule.first
        bots = self.settings.before if early else self.settings.bots
        for seat in self.scenario.seats if self.attended else ():
            bot = bots.get(seat)
            if bot is not None:
                for order in bot.orders(self.view(seat), self.chance):
                    self.submit(order)

    def _ask_staff(self) -> None:
        for seat in self.settings.people:
            order = staffs_order(self.scenario, self.schedule, self.door, self.world, seat)
            if order is not None:
                self.submit(order)

    # Results, copies and branches.

    def outcomes(self) -> list[Row]:
        """Every declared outcome, each row present."""
        return self._outcomes.final(self.book, self.world)

    def snapshot(self) -> Snapshot:
        """The game as it stands, before the next beat."""
        return Snapshot(
            self.world.now, self.world.copy(), len(self.journal), len(self.orders),
            self.book.copy(),
        )  # fmt: skip

    def restore(self, kept: Snapshot) -> None:
        """Begin again from a snapshot of this game: the same act as a new game or a fork."""
        self.world = kept.world.copy()
        self._begin()

    def forget(self, wholly: bool = False) -> None:
        """Let go of what was written so far: for worlds that are only played on.

        What seats were told stays, but for readings: bots look at what became of their orders.
        `wholly` is for a game that is over: no search for garbage need go through its events.
        """
        entries = self.journal.entries
        entries[:] = (
            () if wholly else [e for e in entries if e.event.to and not isinstance(e.event, Told)]
        )
        self._readers = {seat: Reader(seat) for seat in self.scenario.seats}

    def branch(self, at: int, replicate: int | None = None, log: Log | None = None) -> "Game":
        """Another game that shares everything before the orders given at second `at`.

        Its bots are asked anew, and people order anew. With no `replicate` it has the same luck.
        Raises KeyError if that beat was not kept.
        """
        kept = self.snapshots[at]
        other = object.__new__(Game)
        other.__dict__.update(self.__dict__)
        other._log = log
        other.settings = replace(self.settings)
        other.journal = Journal(self.journal.entries[: kept.entries])
        other.orders = self.orders[: kept.logged]
        other._answers = {_key(line.order): line.answer for line in other.orders}
        other.book = kept.book.copy()
        other.snapshots = {now: s for now, s in self.snapshots.items() if now <= at}
        other._readers = {
            seat: reader.copy() if reader.read <= kept.entries else Reader(seat)
            for seat, reader in self._readers.items()
        }
        other.world = kept.world.copy()
        other.opened = kept.now // self.scene.beat_seconds
        other.turn_luck(self.chance.replicate if replicate is None else replicate)
        return other

    def turn_luck(self, replicate: int) -> None:
        """From now on, play with the luck of another replicate of the same seed."""
        self.settings.replicate = replicate
        self.chance = Chance(self.chance.seed, replicate)
        self._clerk = Clerk(self.scenario, self.scene, self.schedule, self.chance)
        self._begin()


def _key(order: Order) -> str:
    return f"{order.seat}:{order.id}"


def replay(game: Game, log: Sequence[Logged], beats: int) -> list[Logged]:
    """Feed a log to a fresh game, asking no bots, until so many beats have opened.

    Returns the lines of the log that are answered otherwise now.
    """
    differing: list[Logged] = []
    game.attended = False
    for logged in log:
        game.advance(logged.beat - game.opened)
        if game.submit(logged.order) != logged.answer:
            differing.append(logged)
    game.advance(beats - game.opened)
    game.attended = True
    return differing
