"""Flying times, loads, and how long a lift takes at least (models.md 7.1, 7.4)."""

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
