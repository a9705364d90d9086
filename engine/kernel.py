"""The event loop. The only importer of SimPy: it runs agents, and lets nothing else tell time."""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass

from simpy import Environment
from simpy import Event as Alarm
from simpy.events import EventPriority

from engine.apply import apply, made_quick
from engine.chance import Chance
from engine.errors import WhitecellError
from engine.events import Event, name_of
from engine.journal import Entry, Journal
from engine.kinds import Happenings, Kind
from engine.world import World
from engine.written import Written

FIRST_RANK = 2
"""SimPy keeps 0 and 1 for itself; an agent's rank is its place in the scenario after these."""

MOST_WAKES = 1000


class Restless(WhitecellError):
    """Agents woke each other more than 1,000 times at one instant."""

    def __init__(self, at: int, agents: str) -> None:
        super().__init__(at, agents)
        self.at, self.agents = at, agents

    def __str__(self) -> str:
        return f"at second {self.at} these agents wake each other without end: {self.agents}"


@dataclass(slots=True)
class Stage:
    """Where one agent stands: its rank, its kind, and the alarm that it waits for."""

    me: str
    rank: int
    kind: Kind[Written, object]
    alarm: Alarm | None = None


class Kernel:
    """Runs one world. New game, fork and resume are the same act: begin on a world."""

    def __init__(
        self,
        world: World,
        journal: Journal,
        chance: Chance,
        order: Sequence[str] | None = None,
        heard: Callable[[Entry], None] | None = None,
    ) -> None:
        """Bring every agent to its first wait. `order` is the order in which they are begun,
        which must not matter; `heard` is called with each entry once it is applied."""
        self.world, self.journal, self.chance = world, journal, chance
        self._heard = heard
        self._env = Environment(initial_time=world.now)
        self._wakes: tuple[int, int] = (world.now, 0)
        self._woken: dict[str, int] = {}
        ranked = enumerate(world.scene.agents.items(), start=FIRST_RANK)
        self._stages = {me: Stage(me, rank, kind) for rank, (me, kind) in ranked}
        self._listeners = self._who_listens()
        made_quick(event for stage in self._stages.values() for event in stage.kind.events)
        self._heeded = {name.partition(".")[2] for name in self._listeners}
        for me in order if order is not None else self._stages:
            self._env.process(self._run(self._stages[me]))
        for _ in self._stages:
            self._env.step()

    def _who_listens(self) -> dict[str, tuple[Stage, ...]]:
        found: dict[str, list[Stage]] = {}
        for stage in self._stages.values():
            for name in stage.kind.listens:
                found.setdefault(name, []).append(stage)
        return {name: tuple(stages) for name, stages in found.items()}

    def emit(self, who: str, event: Event) -> int:
        """Journal first, then the only writer, then nudges by rank at this same instant."""
        at = int(self._env.now)
        entry = Entry(self.world.number, at, who, event)
        self.journal.append(entry)
        apply(self.world, entry)
        if self._heard is not None:
            self._heard(entry)
        name = name_of(event.__class__)
        if name not in self._heeded:
            return entry.number
        stage = self._stages.get(who)
        kind = stage.kind.name if stage is not None else who
        for other in self._listeners.get(f"{kind}.{name}", ()):
            if other.me != who:
                self._ring(other, at)
        return entry.number

    def perform(self, who: str, happenings: Happenings | Iterable[Event]) -> None:
        """Emit what a judgement yields, giving back each event's number, then look again."""
        stage = self._stages.get(who)
        if isinstance(happenings, Generator):
            self._send(who, happenings)
        else:
            for event in happenings:
                self.emit(who, event)
        if stage is not None:
            # A verb may have changed when the agent is next due.
            self._ring(stage, int(self._env.now))

    def _send(self, who: str, happenings: Happenings) -> None:
        try:
            event = next(happenings)
            while True:
                event = happenings.send(self.emit(who, event))
        except StopIteration:
            return

    def run_until(self, end: int) -> None:
        """Let agents act until `end`, and stop before anything due at `end` itself."""
        if end > self._env.now:
            self._env.run(until=end)
        self.world.now = end

    # One process an agent: wait, judge what is due, emit, repeat. No local survives a yield.

    def _run(self, stage: Stage) -> Generator[Alarm, None, None]:
        while True:
            yield self._until(stage)
            self._count_wake(stage)
            self.world.now = now = int(self._env.now)
            for record in stage.kind.due(self.world, stage.me, now):
                self._send(stage.me, stage.kind.judge(self.world, stage.me, record, self.chance))

    def _until(self, stage: Stage) -> Alarm:
        stage.alarm = alarm = Alarm(self._env)
        due = stage.kind.next_due(self.world, stage.me)
        if due is not None:
            self._ring(stage, max(due, int(self._env.now)))
        return alarm

    def _ring(self, stage: Stage, due: int) -> None:
        # (time, rank) decides who goes first; SimPy's counter of scheduled events never does.
        bell, alarm = Alarm(self._env), stage.alarm
        assert alarm is not None
        bell._ok, bell._value = True, None
        bell.callbacks = [lambda _: _wake(alarm)]
        self._env.schedule(bell, EventPriority(stage.rank), due - self._env.now)

    def _count_wake(self, stage: Stage) -> None:
        at, wakes = self._wakes
        now = int(self._env.now)
        if at != now:
            self._wakes, self._woken = (now, 1), {stage.me: 1}
            return
        self._wakes = (at, wakes + 1)
        self._woken[stage.me] = self._woken.get(stage.me, 0) + 1
        if wakes >= MOST_WAKES:
            busiest = sorted(self._woken, key=lambda me: (-self._woken[me], me))[:3]
            raise Restless(now, ", ".join(busiest))


def _wake(alarm: Alarm) -> None:
    """Let the process that waits for an alarm go on, unless an earlier bell did.

    At once and not by another event of SimPy: nothing of an earlier rank can be due at this
    instant, and nobody else has this rank.
    """
    if not alarm.triggered:
        alarm._ok, alarm._value = True, None
        waiting, alarm.callbacks = alarm.callbacks, None  # type: ignore[assignment]
        for go_on in waiting:
            go_on(alarm)
