"""What futures amount to in sentences; each says of how many it speaks, and how sure it is."""

from collections.abc import Mapping
from math import comb, ldexp

ENOUGH = 8
"""Futures below which no share is told."""

SELDOM = 0.01
"""What chance alone does in fewer games than this is put down to the decision: many measures stand
side by side, so that one in ten would be found somewhere in most games."""

LEAST = "too few futures for a sentence yet"


def words_of(row: Mapping[str, object], with_swap: bool) -> list[str]:
    """Two sentences: what luck did to this row, and what the swap would have done."""
    if row["sort"] == "aim":
        return _aim(row, with_swap)
    found = [_same(row)]
    if with_swap:
        found.append(_swap(row))
    return found


def share(chance: object) -> str:
    """`58 to 66 of 100`; `about 60`, `at most 8` or `at least 92` where an end says no more."""
    assert isinstance(chance, list)
    low, high = (round(100 * end) for end in chance)
    if low == high:
        return f"about {low} of 100"
    if low == 0:
        return f"at most {high} of 100"
    return f"at least {low} of 100" if high == 100 else f"{low} to {high} of 100"


def _same(row: Mapping[str, object]) -> str:
    less = row["less"]
    if not isinstance(less, Mapping) or less["of"] < ENOUGH:
        return _too_few(less)
    if less["same"] == less["of"]:
        return f"In all {less['of']} the same decisions ended with just as much."
    said = f"In {share(less['less'])} the same decisions ended with less than in this game"
    return f"{said}, in {share(less['more'])} with more."


def _swap(row: Mapping[str, object]) -> str:
    less = row["swap_less"]
    if not isinstance(less, Mapping) or less["of"] < ENOUGH:
        return f"The swap: {_too_few(less)[:1].lower()}{_too_few(less)[1:]}"
    if less["same"] == less["of"]:
        return f"The swap changed nothing in all {less['of']}, each under the same luck."
    firm = _firm(less["fewer"], less["greater"])
    said = f"Under the same luck the swap gave less in {share(less['less'])}"
    return f"{said}, more in {share(less['more'])}: {firm}."


def _firm(fewer: object, greater: object) -> str:
    """Whether chance alone would so seldom part the pairs like this that it was the decision."""
    assert isinstance(fewer, int)
    assert isinstance(greater, int)
    if by_chance(fewer, greater) < SELDOM:
        return "here it was the decision, and not luck alone"
    return "that is no firm difference"


def by_chance(fewer: int, greater: int) -> float:
    """How often a fair coin would part so many pairs as unevenly, or more so (sign test)."""
    count = fewer + greater
    tail = sum(comb(count, number) for number in range(min(fewer, greater) + 1))
    return min(ldexp(float(tail), 1 - count), 1.0)


def _aim(row: Mapping[str, object], with_swap: bool) -> list[str]:
    same, swapped = row["same"], row["swapped"]
    assert isinstance(same, Mapping)
    assert isinstance(swapped, Mapping)
    if len(same["values"]) < ENOUGH:
        return [f"{LEAST.capitalize()} ({len(same['values'])})."]
    here = "met" if row["here"] else "not met"
    found = [f"In this game {here}; with the same decisions met in {share(same['chance'])}."]
    if with_swap and len(swapped["values"]) >= ENOUGH:
        found.append(f"With the swap it was met in {share(swapped['chance'])}.")
    return found


def _too_few(less: object) -> str:
    count = less["of"] if isinstance(less, Mapping) else 0
    return f"{LEAST.capitalize()} ({count})."
