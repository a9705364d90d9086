"""Waiting for stands: closed forms, planning formulas, and the same queue in SimPy."""

import math
from collections.abc import Generator
from dataclasses import dataclass

import simpy


def wait_chance(arrivals_per_hour: float, ground_hours: float, stands: int) -> float:
    """Chance to find all stands taken when arrivals and ground times are exponential (Erlang C)."""
    load = arrivals_per_hour * ground_hours
    if load >= stands:
        return 1.0
    term = blocked = 1.0
    for index in range(1, stands + 1):
        term *= load / index
        blocked += term
    waiting = term * stands / (stands - load)
    return waiting / (blocked - term + waiting)


def mean_wait_hours(arrivals_per_hour: float, ground_hours: float, stands: int) -> float:
    """Mean hours in the holding pattern under the same assumptions; infinite when overloaded."""
    load = arrivals_per_hour * ground_hours
    if load >= stands:
        return math.inf
    chance = wait_chance(arrivals_per_hour, ground_hours, stands)
    return chance * ground_hours / (stands - load)


def airfield_sorties_per_day(
    stands: float, ground_hours: float, open_hours: float = 24.0, efficiency: float = 0.85
) -> float:
    """Station throughput after AFPAM 10-1403: stands x open hours / ground time x efficiency."""
    return stands * open_hours / ground_hours * efficiency


def fleet_sorties_per_day(aircraft: float, use_rate: float, round_trip_flying: float) -> float:
    """What a fleet flies: aircraft x hours of flying a day each / flying hours of a round trip."""
    return aircraft * use_rate / round_trip_flying


@dataclass
class Served:
    """One job of a queue: when it came, when it got a stand, when it left."""

    came: float
    parked: float = math.nan
    left: float = math.nan


def queue(jobs: list[tuple[float, float]], stands: int) -> list[Served]:
    """Jobs (arrival, time on a stand) through a SimPy `Resource`, first come, first served."""
    env = simpy.Environment()
    resource = simpy.Resource(env, capacity=stands)
    served = []

    def job(at: float, takes: float) -> Generator[simpy.Event]:
        one = Served(at)
        served.append(one)
        yield env.timeout(at)
        with resource.request() as asked:
            yield asked
            one.parked = env.now
            yield env.timeout(takes)
        one.left = env.now

    for at, takes in jobs:
        env.process(job(at, takes))
    env.run()
    return served


@dataclass(frozen=True)
class Lift:
    """An air bridge in which nothing is left to chance; times in hours."""

    sorties: int
    aircraft: int
    stands: int
    onload: float
    flying: float
    ground: float


def closure(lift: Lift) -> tuple[float, float]:
    """Hours until the last sortie has unloaded, and until half have, with SimPy resources."""
    env = simpy.Environment()
    fleet = simpy.Resource(env, capacity=lift.aircraft)
    stands = simpy.Resource(env, capacity=lift.stands)
    unloaded: list[float] = []

    def sortie() -> Generator[simpy.Event]:
        with fleet.request() as plane:
            yield plane
            yield env.timeout(lift.onload + lift.flying)
            with stands.request() as stand:
                yield stand
                yield env.timeout(lift.ground)
            unloaded.append(env.now)
            yield env.timeout(lift.flying)

    for _ in range(lift.sorties):
        env.process(sortie())
    env.run()
    return unloaded[-1], unloaded[len(unloaded) // 2]
