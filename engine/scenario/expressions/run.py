"""Puts answers together; what is unknown stays unknown unless the rest decides (Kleene)."""

import math
import operator
from collections.abc import Callable, Sequence
from operator import itemgetter

from engine.scenario.expressions.scope import Answer, Env, Run

Number = float
Pair = Callable[[Number, Number], Number | bool | None]
Gather = Callable[[Sequence[Answer]], Answer]
Rows = Callable[[Env], Sequence[Answer]]


def _equal(a: Number, b: Number) -> bool:
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)


def _quotient(a: Number, b: Number) -> Number | None:
    return a / b if b else None


COMPARE: dict[str, Pair] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "is": _equal,
    "is not": lambda a, b: not _equal(a, b),
}
ARITHMETIC: dict[str, Pair] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _quotient,
}


def pair(apply: Pair, left: Run, right: Run) -> Run:
    """Two numbers put together."""

    def run(env: Env) -> Answer:
        a, b = left(env), right(env)
        if a is None or b is None:
            return None
        return apply(a, b)  # type: ignore[arg-type]  # numbers, by their checked types

    return run


def with_constant(apply: Pair, left: Run, right: float) -> Run:
    """A number put together with one that never changes."""

    def run(env: Env) -> Answer:
        a = left(env)
        return None if a is None else apply(a, right)  # type: ignore[arg-type]

    return run


def same(left: Run, right: Run, want: bool) -> Run:
    """Whether two words are the same, or are not."""

    def run(env: Env) -> Answer:
        a, b = left(env), right(env)
        return None if a is None or b is None else (a == b) is want

    return run


def same_word(left: Run, word: str, want: bool) -> Run:
    """Whether an answer is this word, or is not."""

    def run(env: Env) -> Answer:
        a = left(env)
        return None if a is None else (a == word) is want

    return run


def rank(inner: Run, words: tuple[str, ...]) -> Run:
    """The place of a rung in its ladder; below the lowest is -1."""
    order = {word: index for index, word in enumerate(words)}

    def run(env: Env) -> Answer:
        word = inner(env)
        return None if word is None else order.get(str(word), -1)

    return run


def negative(inner: Run) -> Run:
    def run(env: Env) -> Answer:
        a = inner(env)
        return None if a is None else -a  # type: ignore[operator]

    return run


def opposite(inner: Run) -> Run:
    def run(env: Env) -> Answer:
        a = inner(env)
        return None if a is None else not a

    return run


def nonzero(inner: Run) -> Run:
    """A plain number as a condition: true unless it is 0."""

    def run(env: Env) -> Answer:
        a = inner(env)
        return None if a is None else a != 0

    return run


def every(parts: Sequence[Run]) -> Run:
    """All of them: one that is false decides."""

    def run(env: Env) -> Answer:
        found: bool | None = True
        for part in parts:
            a = part(env)
            if a is None:
                found = None
            elif not a:
                return False
        return found

    return run


def some(parts: Sequence[Run]) -> Run:
    """Any of them: one that is true decides."""

    def run(env: Env) -> Answer:
        found: bool | None = False
        for part in parts:
            a = part(env)
            if a is None:
                found = None
            elif a:
                return True
        return found

    return run


def known(inner: Run) -> Run:
    return lambda env: inner(env) is not None


def item(index: int) -> Run:
    """One answer of a row; rows stand where the game stands outside aggregates."""
    return itemgetter(index)  # type: ignore[return-value]


def column(agent: str, name: str, collection: str) -> Rows:
    """One reading of each place."""
    return lambda env: list(env.each(agent, name, collection))


def table(columns: Sequence[Rows], scalars: Sequence[Run], inner: Callable[..., Answer]) -> Rows:
    """What `inner` makes of each row: the columns' answers, then the scalars, last one first.

    The scalars are asked once; each part of `inner` finds its answer by its place in the row,
    counted from the front for columns and from the back for scalars.
    """
    if len(columns) == 1 and not scalars:
        only = columns[0]
        return lambda env: [inner((value,)) for value in only(env)]

    def rows(env: Env) -> Sequence[Answer]:
        fixed = tuple(scalar(env) for scalar in reversed(scalars))
        return [inner(row + fixed) for row in zip(*(one(env) for one in columns), strict=True)]

    return rows


def over(rows: Rows, gather: Gather) -> Run:
    """One answer from one for each place."""
    return lambda env: gather(rows(env))


def _numbers(gather: Callable[[list[float]], float | None]) -> Gather:
    def run(values: Sequence[Answer]) -> Answer:
        if None in values:
            return None
        return gather(values)  # type: ignore[arg-type]  # numbers, by their checked type

    return run


def _any(values: Sequence[Answer]) -> Answer:
    if any(values):
        return True
    return None if None in values else False


def _all(values: Sequence[Answer]) -> Answer:
    if any(value is not None and not value for value in values):
        return False
    return None if None in values else True


def _count(values: Sequence[Answer]) -> Answer:
    if None in values:
        return None
    return sum(1 for value in values if value)


GATHER: dict[str, Gather] = {
    "sum": _numbers(sum),
    "mean": _numbers(lambda values: sum(values) / len(values) if values else None),
    "min": _numbers(lambda values: min(values, default=None)),
    "max": _numbers(lambda values: max(values, default=None)),
    "count": _count,
    "any": _any,
    "all": _all,
}
"""What aggregates make of one answer for each place; of no places, sums are 0 and means unknown."""
