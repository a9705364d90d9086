"""Arguments weighed and dice thrown by an umpire, and forecasts scored (models.md 10.1, 10.2)."""

from collections.abc import Sequence
from statistics import median
from typing import Literal

from engine.rules.consultation import logistic

Result = Literal["full", "partial", "fails_at_a_cost", "backfires"]

NEEDED = 7
"""What two dice and the net of reasons must reach."""


def chance_of_at_least(needed: int) -> float:
    """Chance that two dice show at least `needed` together."""
    ways = sum(a + b >= needed for a in range(1, 7) for b in range(1, 7))
    return ways / 36.0


def net_reasons(pro: Sequence[int], contra: Sequence[int]) -> int:
    """Strength of the reasons for less those against; each strong 2, fair 1 or void 0."""
    return sum(pro) - sum(contra)


def result(net: int, dice: int) -> Result:
    """What two dice showing `dice` decide about an argument with these net reasons."""
    margin = dice + net - NEEDED
    if margin >= 3:
        return "full"
    if margin >= 0:
        return "partial"
    return "fails_at_a_cost" if margin >= -2 else "backfires"


def success_chance(net: float) -> float:
    """Smooth chance of success for automated play, 58.3 % at net 0."""
    return logistic(0.336 + 0.5 * net)


def voted(chances: Sequence[float]) -> float:
    """The chance a room gives an argument: the median of its secret estimates."""
    return float(median(chances))


def brier(forecasts: Sequence[float], happened: Sequence[bool]) -> float:
    """Mean squared error of stated chances: 0 is perfect, always saying half scores .25.

    Raises ValueError without any forecast, or with unequal numbers of both.
    """
    if not forecasts:
        raise ValueError("a score needs at least one forecast (got 0)")
    pairs = zip(forecasts, happened, strict=True)
    return sum((chance - fact) ** 2 for chance, fact in pairs) / len(forecasts)
