"""Flying times, loads, and what an airfield lets through (models.md 7.1, 7.4)."""

import math


def block_hours(km: float, block_kmh: float) -> float:
    """Time from ramp to ramp; the block speed counts taxi and climb."""
    return km / block_kmh


def cycle_hours(flying: float, onload: float, offload: float) -> float:
    """Round trip of an aircraft with `flying` hours each way and both ground times."""
    return 2.0 * flying + onload + offload


def sorties_needed(requirement: float, load: float) -> int:
    """Flights that carry a requirement at an average load, in any one unit."""
    return math.ceil(requirement / load - 1e-9) if requirement > 0.0 else 0


def sorties_for(men: float, vehicles: float, men_a_sortie: float, vehicles_a_sortie: float) -> int:
    """Flights that carry men and vehicles together: whichever needs more."""
    return max(sorties_needed(men, men_a_sortie), sorties_needed(vehicles, vehicles_a_sortie))


def airfield_sorties_per_day(
    stands: float, ground_hours: float, open_hours: float = 24.0, efficiency: float = 0.85
) -> float:
    """Station throughput after AFPAM 10-1403: stands x open hours / ground time x efficiency."""
    return stands * open_hours / ground_hours * efficiency


def fleet_sorties_per_day(aircraft: float, use_rate: float, round_trip_flying: float) -> float:
    """What a fleet flies: aircraft x hours of flying a day each / flying hours of a round trip."""
    return aircraft * use_rate / round_trip_flying


def closure_by_airfield(
    sorties: int, stands: int, onload: float, flying: float, ground: float
) -> float:
    """Hours until the last of `sorties` has unloaded when stands are never idle once reached."""
    return onload + flying + math.ceil(sorties / stands) * ground


def closure_by_fleet(
    sorties: int, aircraft: int, onload: float, flying: float, ground: float
) -> float:
    """Hours until the last has unloaded when every aircraft finds a stand at once."""
    waves = math.ceil(sorties / aircraft)
    return (waves - 1) * cycle_hours(flying, onload, ground) + onload + flying + ground


def least_closure(
    sorties: int, aircraft: int, stands: int, onload: float, flying: float, ground: float
) -> float:
    """Hours below which no lift can close: the later of the two limits, exact when one binds."""
    by_airfield = closure_by_airfield(sorties, stands, onload, flying, ground)
    return max(by_airfield, closure_by_fleet(sorties, aircraft, onload, flying, ground))


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


def march_hours(km: float, kmh: float = 40.0, assembly_hours: float = 1.0) -> float:
    """Time of landed troops from the airfield to a site by road."""
    return assembly_hours + km / kmh
