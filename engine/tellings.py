"""How readings reach seats: late, wrong by a share, slower where reports are slowed."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine import facts
from engine.chance import Chance
from engine.envs import plainly
from engine.events import Event
from engine.kinds import Answer, Numbers
from engine.ledger import Past, Telling
from engine.moments import HOUR
from engine.rules.rounding import array_of, nine, nines
from engine.scenario.models import Told as WrittenTold
from engine.scenario.scenario import Scenario
from engine.scene import Scene
from engine.world import World

SLOWEST = 8
"""Reports are never slowed by more than this factor, so the past need not be kept for ever."""

Values = tuple[float | str | None, ...]
Sent = tuple[tuple[int, ...], Values] | None
"""When a reading was true, in one entry or one for each place, and what it was then."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What one seat is told of one reading, with what does not change about it."""

    key: str
    sending: int
    who: str
    error: float
    most: float


@dataclass(frozen=True, slots=True)
class _Sending:
    """A reading as it is sent off: late by so many seconds. Several seats may be told of it."""

    key: str
    after: int
    hours: float
    by_place: bool

    def found(self, world: World, slow: Numbers | None) -> Sent:
        """A reading as it was when it was sent off, and when that was; None where nothing was."""
        past = world.past.get(self.key, ())
        if not past:
            return None
        if slow is not None and self.by_place:
            return _by_place(world.now, past, self.hours, slow)
        at = world.now - self.after
        values = past[-1][1] if past[-1][0] <= at else _held(past, at)
        return None if values is None else ((at,), values)


class Tellings:
    """Once a beat: notes the readings that anybody is told, and tells each seat what is new."""

    def __init__(self, scenario: Scenario, scene: Scene) -> None:
        self._lines: dict[str, list[_Line]] = {}
        self._sendings: list[_Sending] = []
        self._specs: dict[str, WrittenTold] = {}
        self._longest: dict[str, int] = {}
        self._rounded: dict[str, tuple[bytes, Values]] = {}
        places: dict[tuple[str, int], int] = {}
        for seat, written in scenario.seats.items():
            told = {_key(each): each for each in written.told.values()}
            self._specs |= told
            self._lines[seat] = []
            for key, spec in told.items():
                sending = _sending(key, spec)
                place = places.setdefault((key, sending.after), len(places))
                if place == len(self._sendings):
                    self._sendings.append(sending)
                error = 0.0 if spec.error is None else spec.error.number
                line = _Line(key, place, f"{seat}:{key}", error, _most(scene, spec))
                self._lines[seat].append(line)
                seconds = sending.after * (SLOWEST if spec.of == "place" else 1)
                self._longest[key] = max(self._longest.get(key, 0), seconds)

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
        slowed = slow if float(slow.max(initial=1.0)) > 1.0 else None
        sent = [sending.found(world, slowed) for sending in self._sendings]
        for seat, lines in self._lines.items():
            readings = _readings(chance, lines, sent, world.told.get(seat, {}))
            if readings:
                emit(facts.Told(seat, readings, to=(seat,)))

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


def _sending(key: str, spec: WrittenTold) -> _Sending:
    hours = spec.after.number
    return _Sending(key, round(hours * HOUR), hours, spec.of == "place" and hours > 0)


def _readings(
    chance: Chance, lines: Sequence[_Line], sent: Sequence[Sent], told: Mapping[str, Telling]
) -> tuple[facts.ToldReading, ...]:
    """What one seat is told at a beat, line by line."""
    readings: list[facts.ToldReading] = []
    for line in lines:
        found = sent[line.sending]
        if found is None:
            continue
        as_of, values = found
        if line.error:
            values = _wrong(chance, line, as_of[0], values)
        key = line.key
        before = told.get(key)
        if before is None or (before[1] is not values and before[1] != values):
            readings.append((key, as_of, values))
        elif before[0] != as_of:
            # Told again, nothing new: an empty row says that the same now holds as of later.
            readings.append((key, as_of, ()))
    return tuple(readings)


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
    if past[-1][0] <= at:
        return past[-1][1]
    # A second alone stands before all that was noted in it, and after all that was noted before.
    later = bisect_left(past, (at + 1,))
    if later:
        return past[later - 1][1]
    return past[0][1] if past[0][0] == 0 else None


def _by_place(now: int, past: Past, hours: float, slow: Numbers) -> tuple[tuple[int, ...], Values]:
    ats = [now - round(hours * HOUR * factor) for factor in slow.tolist()]
    kept = {at: _held(past, at) for at in sorted(set(ats))}
    values: list[float | str | None] = []
    for place, at in enumerate(ats):
        found = kept[at]
        values.append(None if found is None else found[place])
    return tuple(ats), tuple(values)


def _most(scene: Scene, spec: WrittenTold) -> float:
    """What no report says more than: the whole of a share."""
    if not spec.agent:
        return 1.0
    return 1.0 if scene.agents[spec.agent].readings[spec.reading].unit == "%" else np.inf


FAR = 2.0
"""No report is further off than twice the error that its seat is told with."""


def _wrong(chance: Chance, line: _Line, as_of: int, values: Values) -> Values:
    if len(values) == 1:
        return _one_told(chance, line, as_of, values)
    if not any(values):
        return values
    # One error for each hour that is reported: told twice, the same hour is as wrong as before.
    dice = chance.at("told", line.who, max(as_of, 0) // HOUR)
    off = np.maximum(np.minimum(dice.standard_normal(len(values)), _FAR), _NOT_FAR)
    factors: Numbers = 1.0 + line.error * off
    counts = _wrong_counts(values, factors, line.most)
    if counts is not None:
        return counts
    pairs = zip(values, factors.tolist(), strict=True)
    return tuple([_one_wrong(value, factor, line.most) for value, factor in pairs])


_FAR, _NOT_FAR, _NOTHING = np.array(FAR), np.array(-FAR), np.array(0.0)
# numpy takes twice as long over a Python number as over an array of no dimensions.


def _one_told(chance: Chance, line: _Line, as_of: int, values: Values) -> Values:
    """The same for what is one number; its dice are cast only where it is one and not nothing."""
    true = values[0]
    if not true:
        return values
    dice = chance.at("told", line.who, max(as_of, 0) // HOUR)
    alone = max(min(dice.standard_normal(), FAR), -FAR)
    return (_one_wrong(true, 1.0 + line.error * alone, line.most),)


def _one_wrong(value: float | str | None, factor: float, most: float) -> float | str | None:
    if not value or not isinstance(value, float):
        return value
    return round_like(value, min(value * max(factor, 0.0), max(value, most)))


def _wrong_counts(values: Values, factors: Numbers, most: float) -> Values | None:
    """The same for a row in which all are whole numbers, at once; None for any other."""
    row = array_of(values)  # type: ignore[arg-type]  # what is no row of numbers shows by its type
    if row.dtype != np.float64 or not np.logical_and.reduce(row == np.rint(row)):
        return None
    wrong = np.minimum(row * np.maximum(factors, _NOTHING), np.maximum(row, most))
    found = np.rint(wrong, out=wrong)
    found += _NOTHING
    if not np.maximum.reduce(np.abs(found)) < 1e9:
        return None
    counts: Values = tuple(found.tolist())
    return counts


def round_like(true: float, wrong: float) -> float:
    """Counts stay whole; shares and other small numbers keep three digits, none more than nine."""
    if abs(true) >= 1.0 and true.is_integer():
        whole = float(round(wrong))
        return whole if abs(whole) < 1e9 else nine(whole)
    return float(f"{wrong:.3g}") + 0.0
