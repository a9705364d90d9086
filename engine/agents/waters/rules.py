"""How a wave runs down a river, how likely a dike breaks, and how a place fills and empties."""

from collections.abc import Sequence

from engine.rules.exact import exp


def routed(level: float, above: float, lag: float, hours: float) -> float:
    """The level at a place that follows the level above it, after some hours.

    A linear reservoir: dL/dt = (above - L) / lag, exact while `above` stands still; places in a
    row are a cascade of such reservoirs (J. E. Nash, The form of the instantaneous unit
    hydrograph, IASH Publication 45, 1957). `lag` and `hours` in h, levels in one unit.
    """
    return above + (level - above) * exp(-hours / lag)


def breaks(level: float, top: float, freeboard: float, seeps: float, over: float) -> float:
    """The hazard (/h) that a dike breaks: none below its freeboard, `over` from its top up.

    Between the two it rises in a line from nothing to `seeps` at the top.
    """
    if level >= top:
        return over
    return seeps * max(0.0, 1 - (top - level) / freeboard)


def chance_within(hazard: float, hours: float) -> float:
    """The chance that something of a constant hazard (/h) happens within so many hours."""
    return 1 - exp(-hazard * hours)


def filled(flooded: float, goal: float, fills: float, cleared: float, hours: float) -> float:
    """The share under water after some hours.

    It follows `goal` with the time `fills` (h) while that lies higher, and falls by the share
    `cleared` (/h) otherwise.
    """
    if goal > flooded:
        return goal + (flooded - goal) * exp(-hours / fills)
    return max(goal, flooded * exp(-cleared * hours))


def sources(course: Sequence[tuple[int, tuple[int, ...]]], count: int) -> list[list[int]]:
    """For each place the places directly above it on the river; none where it comes in."""
    above: list[list[int]] = [[] for _ in range(count)]
    for start, ends in course:
        for end in ends:
            above[end].append(start)
    return above
