"""The smallest questions of a condition, each a function of the game alone."""

import math
from datetime import datetime, timezone, tzinfo

from engine.moments import clock
from engine.scenario.expressions.scope import Answer, Env, Run

DAY = 86400


def constant(value: float | bool | str) -> Run:
    """The same answer always."""
    return lambda env: value


def nothing(env: Env) -> None:
    """The answer of a name that has one value for each place, asked for one alone."""
    return None


def field(name: str) -> Run:
    return lambda env: env.field(name)


def meter(id: str) -> Run:
    return lambda env: env.meter(id)


def own(agent: str, name: str) -> Run:
    return lambda env: env.own(agent, name)


def count(agent: str, name: str) -> Run:
    """A plain number of an agent; should its kind answer with a word, that is unknown."""

    def run(env: Env) -> Answer:
        found = env.own(agent, name)
        return None if isinstance(found, str) else found

    return run


def local(agent: str, name: str, where: str) -> Run:
    return lambda env: env.local(agent, name, where)


def chosen(agent: str, name: str, field: str) -> Run:
    """A reading of the place, region or site that a field holds; unknown while it holds none."""

    def run(env: Env) -> Answer:
        where = env.field(field)
        return env.local(agent, name, where) if isinstance(where, str) else None

    return run


def stock(seat: str, name: str) -> Run:
    return lambda env: env.stock(seat, name)


def now(env: Env) -> Answer:
    """Seconds since the start."""
    return env.now


def hour(start: datetime, zone: tzinfo | None) -> Run:
    """The whole hour of the local clock, 0 to 23."""
    if isinstance(start.tzinfo or zone, timezone | None):
        first = start.hour * 3600 + start.minute * 60 + start.second
        return lambda env: (env.now + first) % DAY // 3600
    return lambda env: clock(env.now, start, zone).hour


def day(start: datetime, zone: tzinfo | None) -> Run:
    """The local day: 1 on the day of the start."""
    if isinstance(start.tzinfo or zone, timezone | None):
        first = start.hour * 3600 + start.minute * 60 + start.second
        return lambda env: (env.now + first) // DAY + 1
    begun = start.date()
    return lambda env: (clock(env.now, start, zone).date() - begun).days + 1


def happened(sort: str, name: str) -> Run:
    return lambda env: env.times(sort, name) > 0


def times(sort: str, name: str) -> Run:
    return lambda env: env.times(sort, name)


def since(sort: str, name: str) -> Run:
    """Hours since the last one; endless if there was none."""

    def run(env: Env) -> Answer:
        last = env.last(sort, name)
        return math.inf if last is None else (env.now - last) / 3600

    return run


def first(sort: str, name: str) -> Run:
    """Hours from the start to the first one; unknown if there was none."""

    def run(env: Env) -> Answer:
        found = env.first(sort, name)
        return None if found is None else found / 3600

    return run


def hours(begin: tuple[str, str], end: tuple[str, str]) -> Run:
    """Hours from the first of one to the first of another; unknown if either never came.

    Unknown too if the other came before: what was asked for did not happen in that order.
    """

    def run(env: Env) -> Answer:
        begun, ended = env.first(*begin), env.first(*end)
        if begun is None or ended is None or ended < begun:
            return None
        return (ended - begun) / 3600

    return run


def dealt(what: str, name: str, other: str) -> Run:
    """What the game knows of a deal: `credit`, `exhibits`, `deal` or `reply`."""
    return lambda env: env.dealt(what, name, other)


def age(agent: str, name: str, where: str) -> Run:
    """Hours since what the seat was told was true."""

    def run(env: Env) -> Answer:
        found = env.age(agent, name, where)
        return None if found is None else found / 3600

    return run


def held(key: str, seconds: int, inner: Run) -> Run:
    """True once a condition has lasted; unknown while the condition is."""

    def run(env: Env) -> Answer:
        found = env.held(key)
        if found is not None:
            return found >= seconds
        return None if inner(env) is None else False

    return run
