"""How readings reach seats: late, wrong by a share, slower where reports are slowed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine import facts
from engine.chance import Chance
from engine.envs import plainly
from engine.events import Event
from engine.kinds import Answer, Numbers
from engine.ledger import Past, Telling
from engine.moments import HOUR
from engine.rules.rounding import nine, nines
from engine.scenario.models import Told as WrittenTold
from engine.scenario.scenario import Scenario
from engine.world import World

SLOWEST = 8
"""Reports are never slowed by more than this factor, so the past need not be kept for ever."""

Values = tuple[float | str | None, ...]


@dataclass(slots=True)
class _Line:
    """What one seat is told of one reading, with what does not change about it."""

    key: str
    spec: WrittenTold
    who: str
    after: int
    error: float


class _Beat:
    """What is the same for all seats at one beat, so that it is looked up once."""

    def __init__(self, world: World, slow: Numbers | None) -> None:
        self.world, self.slow = world, slow
        self._known: dict[tuple[str, int], tuple[tuple[int, ...], Values] | None] = {}

    def seen(self, line: _Line) -> tuple[tuple[int, ...], Values] | None:
        """A reading as it was when it was sent off, and when that was; None where nothing was."""
        name = (line.key, line.after)
        if name not in self._known:
            self._known[name] = self._looked_up(line)
        return self._known[name]

    def _looked_up(self, line: _Line) -> tuple[tuple[int, ...], Values] | None:
        past = self.world.past.get(line.key, ())
        if not past:
            return None
        hours = line.spec.after.number
        if self.slow is not None and line.spec.of == "place" and hours:
            return _by_place(self.world.now, past, hours, self.slow)
        at = self.world.now - line.after
        found = _held(past, at)
        return None if found is None else ((at,), found)


class Tellings:
    """Once a beat: notes the readings that anybody is told, and tells each seat what is new."""

    def __init__(self, scenario: Scenario) -> None:
        self._lines: dict[str, list[_Line]] = {}
        self._specs: dict[str, WrittenTold] = {}
        self._longest: dict[str, int] = {}
        self._rounded: dict[str, tuple[bytes, Values]] = {}
        for seat, written in scenario.seats.items():
            told = {_key(each): each for each in written.told.values()}
            self._specs |= told
            self._lines[seat] = [_line(seat, key, spec) for key, spec in told.items()]
            for line in self._lines[seat]:
                seconds = line.after * (SLOWEST if line.spec.of == "place" else 1)
                self._longest[line.key] = max(self._longest.get(line.key, 0), seconds)

    def tell(self, world: World, chance: Chance, emit: Callable[[Event], int]) -> None:
        """Emit what was noted this beat, then what each seat is told."""
        noted = []
        for key, spec in self._specs.items():
            values = self._now_of(world, key, spec)
            past = world.past.get(key)
            if not past or (past[-1][1] is not values and past[-1][1] != values):
                noted.append((key, world.now - self._longest[key], values))
        if noted:
            emit(facts.Noted(tuple(noted)))
        slow = slowness_of(world)
        # Nothing is slowed on most beats, and then no place is later than another.
        beat = _Beat(world, slow if float(slow.max(initial=1.0)) > 1.0 else None)
        for seat, lines in self._lines.items():
            before = world.told.get(seat, {})
            readings = []
            for line in lines:
                found = beat.seen(line)
                if found is not None:
                    telling = _telling(world, chance, line, before.get(line.key), *found)
                    if telling is not None:
                        readings.append(telling)
            if readings:
                emit(facts.Told(seat, tuple(readings), to=(seat,)))

    def _now_of(self, world: World, key: str, spec: WrittenTold) -> Values:
        """`now_of`, without rounding again what has not changed since it was last asked."""
        if spec.of == "meter":
            return now_of(world, spec)
        found = world.scene.agents[spec.agent].read(world, spec.agent, spec.reading)
        if not isinstance(found, np.ndarray):
            return _alone(found)
        numbers = found.astype(np.float64, copy=False)
        raw = numbers.tobytes()
        kept = self._rounded.get(key)
        if kept is None or kept[0] != raw:
            kept = self._rounded[key] = (raw, nines(numbers))
        return kept[1]


def _line(seat: str, key: str, spec: WrittenTold) -> _Line:
    error = 0.0 if spec.error is None else spec.error.number
    return _Line(key, spec, f"{seat}:{key}", round(spec.after.number * HOUR), error)


def _telling(
    world: World,
    chance: Chance,
    line: _Line,
    before: Telling | None,
    as_of: tuple[int, ...],
    values: Values,
) -> tuple[str, tuple[int, ...], Values] | None:
    if line.error:
        most = _most(world, line.spec)
        values = _wrong(world, chance, line.who, as_of[0], values, line.error, most)
    if before is not None and (before.values is values or before.values == values):
        # Told again, nothing new: an empty row says that the same now holds as of later.
        return None if before.as_of == as_of else (line.key, as_of, ())
    return line.key, as_of, values


def _key(told: WrittenTold) -> str:
    return f"{told.agent}.{told.reading}"


def now_of(world: World, spec: WrittenTold) -> Values:
    """A reading's values now: one, or one for each place or site."""
    if spec.of == "meter":
        return (nine(world.meter(spec.reading)),)
    found = world.scene.agents[spec.agent].read(world, spec.agent, spec.reading)
    if isinstance(found, np.ndarray):
        return nines(found.astype(np.float64))
    return _alone(found)


def _alone(found: Answer) -> Values:
    value = plainly(found)
    return (nine(value) if isinstance(value, float) else value,)


def slowness_of(world: World) -> Numbers:
    """By how much reports from each place are slowed, by all agents that have a say in it."""
    slow = np.ones(len(world.scene.places))
    for me, kind in world.scene.agents.items():
        said = kind.slowness(world, me)
        if said is not None:
            slow = slow * said
    return np.clip(slow, 1.0, SLOWEST)


def _held(past: Past, at: int) -> Values | None:
    """What held at a second; what held at the start is taken to have held before it as well."""
    for noted, values in reversed(past):
        if noted <= at:
            return values
    return past[0][1] if past[0][0] == 0 else None


def _by_place(now: int, past: Past, hours: float, slow: Numbers) -> tuple[tuple[int, ...], Values]:
    ats = [now - round(hours * HOUR * factor) for factor in slow.tolist()]
    kept = {at: _held(past, at) for at in sorted(set(ats))}
    values: list[float | str | None] = []
    for place, at in enumerate(ats):
        found = kept[at]
        values.append(None if found is None else found[place])
    return tuple(ats), tuple(values)


def _most(world: World, spec: WrittenTold) -> float:
    """What no report says more than: the whole of a share."""
    if not spec.agent:
        return 1.0
    return 1.0 if world.scene.agents[spec.agent].readings[spec.reading].unit == "%" else np.inf


FAR = 2.0
"""No report is further off than twice the error that its seat is told with."""


def _wrong(
    world: World, chance: Chance, who: str, as_of: int, values: Values, error: float, most: float
) -> Values:
    if not any(values):
        return values
    # One error for each hour that is reported: told twice, the same hour is as wrong as before.
    dice = chance.at("told", who, max(as_of, 0) // HOUR)
    wrong = np.clip(dice.standard_normal(len(values)), -FAR, FAR)
    factors = np.maximum(1.0 + error * wrong, 0.0).tolist()
    return tuple(
        round_like(value, min(value * factor, max(value, most)))
        if value and isinstance(value, float)
        else value
        for value, factor in zip(values, factors, strict=True)
    )


def round_like(true: float, wrong: float) -> float:
    """Counts stay whole; shares and other small numbers keep three digits, none more than nine."""
    if abs(true) >= 1.0 and true.is_integer():
        whole = float(round(wrong))
        return whole if abs(whole) < 1e9 else nine(whole)
    return float(f"{wrong:.3g}") + 0.0
