"""An air bridge: few stands, many flights, and all that comes between."""

from collections.abc import Sequence
from typing import ClassVar

from engine.agents.airlift import departures, flights, tasks, weather
from engine.agents.airlift import events as e
from engine.agents.airlift.apply import apply
from engine.agents.airlift.board import board
from engine.agents.airlift.config import Airlift
from engine.agents.airlift.fields import config_of, free, state_of
from engine.agents.airlift.readings import (
    FIGURES,
    READINGS,
    expected_hours,
    of_forces,
    of_sites,
)
from engine.agents.airlift.state import HOLDING, NEVER, WAITING, AirliftState
from engine.agents.airlift.verbs import VERBS
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Record, Seconds, Standing
from engine.world import World


class AirliftKind(Kind[Airlift, AirliftState]):
    """Aircraft, airfields and the men they carry."""

    name = "airlift"
    text = "Aircraft that bring men to a few airfields by many flights, and take them home again"
    Config = Airlift
    events = (
        e.SizeSet, e.Tasked, e.Cancelled, e.Loading, e.Ready, e.TookOff, e.Arrived, e.Parked,
        e.Unloaded, e.Boarded, e.BrokeDown, e.Diverted, e.Left, e.Home, e.AirfieldTurned,
        e.StandsSet, e.OrderSet, e.NoticeSet, e.HourLooked, e.Delivered,
    )  # fmt: skip
    readings: ClassVar = READINGS
    verbs: ClassVar = VERBS
    listens = (
        "alliance.decided", "alliance.released", "incidents.lost", "incidents.retaken",
        "contingents.ready_home", "withdrawal.began",
    )  # fmt: skip

    def begin(self, world: World, me: str) -> AirliftState:
        return AirliftState()

    def next_due(self, world: World, me: str) -> Seconds | None:
        state, now = state_of(world, me), world.now
        times = [s.due for s in state.of(*flights.TIMED, HOLDING)]
        times += [s.not_before for s in state.of(WAITING) if s.not_before > now]
        times += [max(now, round(at)) for at, _, _ in departures.departures(world, me)]
        if any(state.queues.get(f) and free(world, me, f) > 0 for f in config_of(world, me).stands):
            times.append(now)
        if weather.watches(world, me):
            times.append(weather.next_look(world, me))
        first = min(times, default=NEVER)
        return first if first < NEVER else None

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        return (Standing(now),)

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        """Airfields first, then what is over, then who takes what became free."""
        yield from weather.captures(world, me)
        yield from weather.look(world, me, chance)
        state = state_of(world, me)
        over = [s for s in state.of(*flights.TIMED) if s.due <= world.now]
        for sortie in sorted(over, key=lambda s: (s.due, s.number)):
            yield from flights.advance(world, me, sortie, chance)
        yield from tasks.send(world, me)
        yield from tasks.fetch(world, me)
        yield from flights.park(world, me, chance)
        yield from flights.divert(world, me, chance)
        yield from departures.load(world, me, chance)
        yield from departures.take_off(world, me, chance)
        if state.flights and not state.all_in and not state.inbound():
            men, vehicles = (
                FIGURES[name](world, me, state) for name in ("delivered", "delivered_vehicles")
            )
            yield e.Delivered(cause=f"event:{state.unloading}", men=men, vehicles=vehicles)

    def apply(self, state: AirliftState, event: Event) -> None:
        apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match READINGS[name].of if name in READINGS else "":
            case "site":
                return of_sites(world, me, name)
            case "force":
                return of_forces(world, state, name)
            case _:
                pass
        if name == "expected":
            return expected_hours(world, me)
        if name == "board":
            return board(world, me)
        if name == "last_unloading":
            return f"event:{state.unloading}" if state.unloading >= 0 else ""
        figure = FIGURES.get(name)
        if figure is None:
            return super().read(world, me, name)
        return float(figure(world, me, state))


KIND = AirliftKind()
