"""What happens when a beat opens: orders go out and take effect, reports come, injects come in."""

from collections.abc import Iterator

from engine import facts
from engine.chance import Chance
from engine.clues import Clues
from engine.conditions import holds_of
from engine.desk import GAME
from engine.envs import SeatEnv, WorldEnv
from engine.events import DRIFT, Term
from engine.kernel import Kernel
from engine.meters import moved
from engine.moments import HOUR
from engine.moves.opening import open_move, tell_slips
from engine.moves.schedule import Schedule
from engine.scenario.expressions import Hold
from engine.scenario.models import Inject
from engine.scenario.scenario import Scenario
from engine.scene import Scene
from engine.stocks import allowances, midnight
from engine.tellings import Tellings
from engine.waiting import Waiting


class Clerk:
    """Does a beat's business in a fixed order; keeps nothing between two beats."""

    def __init__(
        self, scenario: Scenario, scene: Scene, schedule: Schedule, chance: Chance
    ) -> None:
        self._scenario, self._chance = scenario, chance
        self._schedule = schedule
        self._tellings = Tellings(scenario, scene)
        self._holds = tuple(holds_of(scenario, schedule.conditions(scenario)))
        self._coming = tuple(
            (id, inject, inject.at if inject.unless_ordered is None else None)
            for id, inject in scenario.injects.items()
            if not (inject.by_hand or inject.event)
        )
        self._with_events = tuple(
            (id, inject, None) for id, inject in scenario.injects.items() if inject.event
        )

    def open_beat(self, kernel: Kernel) -> None:
        """Everything that happens at the opening of a beat, before agents go on."""
        opening = Opening(self._scenario, kernel, self._chance)
        opening.next_move = self._schedule.after(kernel.world.now)
        opening.coming = self._coming
        opening.run(self._holds)
        self._tell_all(kernel)

    def close_beat(self, kernel: Kernel) -> None:
        """What comes with the events of a beat, before anybody orders in the next one."""
        if self._with_events and not kernel.world.ending:
            closing = Opening(self._scenario, kernel, self._chance)
            closing.next_move = self._schedule.after(kernel.world.now)
            closing.coming = self._with_events
            closing.bring_in_due()

    def _tell_all(self, kernel: Kernel) -> None:
        """What a beat tells; at the end also how well each seat foresaw."""
        self.tell(kernel)
        if kernel.world.ending:
            tell_slips(self._scenario, self._schedule, kernel.world, lambda e: kernel.emit(GAME, e))

    def open_move(self, kernel: Kernel) -> None:
        """Open a move if one opens now: what is ordered from here on is ordered in it.

        What seats get back with the move or the day, they have before they order. No planned move
        opens in an hour in which the game ends: nothing that is ordered in it would be carried out.
        """
        world = kernel.world
        if self._schedule.format is not None and world.now and self._schedule.number_at(world.now):
            last = Opening(self._scenario, kernel, self._chance)
            last.conclude()
            if world.ending:
                self._tell_all(kernel)
                return
        open_move(self._scenario, self._schedule, world, lambda e: kernel.emit(GAME, e))
        is_move, is_day = self._schedule.opens(world), midnight(self._scenario, world)
        if is_move or is_day:
            for moved in list(allowances(self._scenario, world, is_move, is_day)):
                kernel.emit(GAME, moved)

    def tell(self, kernel: Kernel) -> None:
        """Tell each seat its readings: when a beat opens, and once before the first."""
        self._tellings.tell(kernel.world, self._chance, lambda event: kernel.emit(GAME, event))


class Opening(Waiting, Clues):
    """One opening of one beat."""

    coming: tuple[tuple[str, Inject, int | None], ...] = ()
    """Injects that come by themselves, in file order, with the second of those that have one."""

    def run(self, holds: tuple[tuple[str, Hold], ...]) -> None:
        """Orders, what waited, drift, conditions, injects, clues, endings: in order."""
        self.carry_out(self.bring_in)
        self.settle()
        self.judge_deals()
        self._end_shifts()
        self._drift()
        self._turn_conditions(holds)
        self.bring_in_due()
        self.consider_clues()
        self.conclude()

    def bring_in_due(self) -> None:
        """Injects that are due or whose condition holds come, in file order."""
        for inject_id, inject in self._waiting_for():
            self.consider(inject_id, inject)

    def conclude(self) -> None:
        """The game ends, if an ending holds."""
        self.consider_endings()
        if self._world.ending:
            self.leave_undone()
            self.reveal()

    def _waiting_for(self) -> Iterator[tuple[str, Inject]]:
        """Injects that may come in at this beat, in file order, each looked at as it is reached."""
        fired, now, beat = self._world.fired, self._now, self._world.scene.beat_seconds
        for inject_id, inject, at in self.coming:
            if at is not None and not now - beat < at <= now:
                continue
            state = fired.get(inject_id)
            if state is None or not (state.cancelled or (state.times and not inject.repeat)):
                yield inject_id, inject

    def _end_shifts(self) -> None:
        for shift in list(self._world.shifts.values()):
            over = shift.until is not None and shift.until <= self._now
            # After twenty half-lives a millionth is left of it.
            faded = shift.half_life and self._now - shift.since > 20 * shift.half_life
            if over or faded:
                self._emit(facts.ShiftEnded(shift.id, cause=shift.cause))

    def _drift(self) -> None:
        if not self._now:
            return
        hours = self._world.scene.beat_seconds / HOUR
        for id, meter in self._world.scene.meters.items():
            if meter.drift_per_hour:
                event = moved(self._world, id, [Term(DRIFT, meter.drift_per_hour * hours)])
                if event is not None:
                    self._emit(event)

    def _turn_conditions(self, holds: tuple[tuple[str, Hold], ...]) -> None:
        envs: dict[str, SeatEnv | WorldEnv] = {"": WorldEnv(self._world)}
        for seat, hold in holds:
            if seat not in envs:
                envs[seat] = SeatEnv(self._world, seat)
            env = envs[seat]
            key = f"{seat}:{hold.key}" if seat else hold.key
            true = bool(hold.condition.truth(env))
            if true != (key in self._world.holds):
                self._emit(facts.ConditionTurned(key, true))
