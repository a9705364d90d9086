"""Ranges and chances from futures, with how sure they are; pure functions."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

EIGHT_IN_TEN = 1.2815515655446004
"""Standard deviations to either side of the middle that hold 8 in 10 of a normal variable."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range: it holds 8 in 10 from `low` to `high`, half of them from `q1` to `q3`.

    `least` to `most` is where the median itself lies, 8 in 10 sure with so few futures.
    """

    low: float
    q1: float
    median: float
    q3: float
    high: float
    least: float
    most: float


def at_share(ordered: Sequence[float], share: float) -> float:
    """The value below which a share of ordered values lies, between two values in proportion."""
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def span_of(groups: Mapping[int, Sequence[float]]) -> Span | None:
    """The range of values that come in groups, one group a world; None where there are none."""
    values = sorted(value for group in groups.values() for value in group)
    if not values:
        return None
    reach = EIGHT_IN_TEN * 0.5 / math.sqrt(independent(groups))
    shares = (0.1, 0.25, 0.5, 0.75, 0.9, max(0.5 - reach, 0.0), min(0.5 + reach, 1.0))
    return Span(*(at_share(values, share) for share in shares))


def chance_of(groups: Mapping[int, Sequence[float]]) -> tuple[float, float] | None:
    """Between what shares a chance lies, 8 in 10 sure (Wilson); values are 1, 0, or a half."""
    values = [value for group in groups.values() for value in group]
    if not values:
        return None
    return wilson(sum(values) / len(values), independent(groups))


@dataclass(frozen=True, slots=True)
class Gap:
    """How far apart two options are in the same futures: the mean, and where it lies."""

    least: float
    mean: float
    most: float


def gap_of(groups: Mapping[int, Sequence[float]]) -> Gap | None:
    """The mean of differences that come in groups, 8 in 10 sure; None below two groups.

    Every group counts the same, since it stands for one world, and only their means are taken for
    independent (Student's quantile, to the third term of its expansion about the normal one).
    """
    means = [sum(group) / len(group) for group in groups.values() if group]
    if len(means) < 2:
        return None
    mean, free = sum(means) / len(means), len(means) - 1
    error = math.sqrt(_squares((each - mean, 1) for each in means) / free / len(means))
    z = EIGHT_IN_TEN
    second, third = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    reach = error * (z + second / free + third / free**2)
    return Gap(mean - reach, mean, mean + reach)


def wilson(share: float, count: float) -> tuple[float, float]:
    """The interval of a share that was seen in so many independent trials."""
    z = EIGHT_IN_TEN
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    reach = (
        z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + (z / (2 * count)) ** 2)
    )
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def independent(groups: Mapping[int, Sequence[float]]) -> float:
    """So many independent values would be as sure as these, which are alike within a group.

    The values divided by 1 + (m - 1) r: m is the size of a group, r the share of the variance that
    lies between groups (analysis of variance, one way). Never less than the number of groups.
    """
    found = [group for group in groups.values() if group]
    count = sum(map(len, found))
    if len(found) < 2 or count <= len(found):
        return float(max(count, 1)) if len(found) > 1 else 1.0
    return _worth(count, len(found), _alike(found))


SETTLED = 0.9
"""From this share of what all futures will be worth on, the rest of them will hardly show."""


def settled(groups: Mapping[int, Sequence[float]], asked: int) -> bool:
    """Whether more values in these groups, `asked` in all, would hardly be surer than these are."""
    found = [group for group in groups.values() if group]
    if len(found) < 2 or sum(map(len, found)) < 2 * len(found):
        return False
    return independent(groups) >= SETTLED * _worth(asked, len(found), _alike(found))


def _worth(count: int, groups: int, alike: float) -> float:
    return max(count / (1 + (count / groups - 1) * alike), float(groups))


def _alike(found: Sequence[Sequence[float]]) -> float:
    """The share of the variance that lies between groups; there are more values than groups."""
    count = sum(map(len, found))
    mean = sum(map(sum, found)) / count
    between = _squares((sum(g) / len(g) - mean, len(g)) for g in found) / (len(found) - 1)
    within = sum(_squares((v - sum(g) / len(g), 1) for v in g) for g in found)
    within /= count - len(found)
    size = count / len(found)
    if between + (size - 1) * within <= 0:
        return 0.0
    return min(max((between - within) / (between + (size - 1) * within), 0.0), 1.0)


def _squares(pairs: Iterable[tuple[float, int]]) -> float:
    return sum(times * gap * gap for gap, times in pairs)
