"""How readings reach seats: late, wrong by a share, slower where reports are slowed."""

from collections.abc import Callable

import numpy as np

from engine import facts
from engine.chance import Chance
from engine.envs import plainly
from engine.events import Event
from engine.kinds import Numbers
from engine.ledger import Past
from engine.moments import HOUR
from engine.rules.rounding import nine, nines
from engine.scenario.models import Told as WrittenTold
from engine.scenario.scenario import Scenario
from engine.world import World

SLOWEST = 8
"""Reports are never slowed by more than this factor, so the past need not be kept for ever."""

Values = tuple[float | str | None, ...]


class Tellings:
    """Once a beat: notes the readings that anybody is told, and tells each seat what is new."""

    def __init__(self, scenario: Scenario) -> None:
        self._told = {
            seat: {_key(told): told for told in written.told.values()}
            for seat, written in scenario.seats.items()
        }
        longest: dict[str, int] = {}
        for seats in self._told.values():
            for key, told in seats.items():
                slowest = SLOWEST if told.of == "place" else 1
                seconds = round(told.after.number * HOUR) * slowest
                longest[key] = max(longest.get(key, 0), seconds)
        self._longest = longest
        self._specs = {key: told for seats in self._told.values() for key, told in seats.items()}

    def tell(self, world: World, chance: Chance, emit: Callable[[Event], int]) -> None:
        """Emit what was noted this beat, then what each seat is told."""
        noted = tuple(
            (key, world.now - self._longest[key], values)
            for key, values in ((key, now_of(world, spec)) for key, spec in self._specs.items())
            if not world.past.get(key) or world.past[key][-1][1] != values
        )
        if noted:
            emit(facts.Noted(noted))
        slow = slowness_of(world)
        # Nothing is slowed on most beats, and then no place is later than another.
        late = slow if float(slow.max(initial=1.0)) > 1.0 else None
        for seat, specs in self._told.items():
            readings = [
                telling
                for key, spec in specs.items()
                for telling in (self._telling(world, chance, seat, key, spec, late),)
                if telling is not None
            ]
            if readings:
                emit(facts.Told(seat, tuple(readings), to=(seat,)))

    def _telling(
        self,
        world: World,
        chance: Chance,
        seat: str,
        key: str,
        spec: WrittenTold,
        slow: Numbers | None,
    ) -> tuple[str, tuple[int, ...], Values] | None:
        past = world.past.get(key, ())
        if not past:
            return None
        if slow is not None and spec.of == "place" and spec.after.number:
            as_of, values = _by_place(world.now, past, spec.after.number, slow)
        else:
            at = world.now - round(spec.after.number * HOUR)
            found = _held(past, at)
            if found is None:
                return None
            as_of, values = (at,), found
        before = world.told.get(seat, {}).get(key)
        error = 0.0 if spec.error is None else spec.error.number
        if error:
            most = _most(world, spec)
            values = _wrong(world, chance, f"{seat}:{key}", as_of[0], values, error, most)
        if before is not None and before.values == values:
            # Told again, nothing new: an empty row says that the same now holds as of later.
            return None if before.as_of == as_of else (key, as_of, ())
        return key, as_of, values


def _key(told: WrittenTold) -> str:
    return f"{told.agent}.{told.reading}"


def now_of(world: World, spec: WrittenTold) -> Values:
    """A reading's values now: one, or one for each place or site."""
    if spec.of == "meter":
        return (nine(world.meter(spec.reading)),)
    found = world.scene.agents[spec.agent].read(world, spec.agent, spec.reading)
    if isinstance(found, np.ndarray):
        return nines(found.astype(np.float64))
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


def _wrong(
    world: World, chance: Chance, who: str, as_of: int, values: Values, error: float, most: float
) -> Values:
    if not any(values):
        return values
    # One error for each hour that is reported: told twice, the same hour is as wrong as before.
    dice = chance.at("told", who, max(as_of, 0) // HOUR)
    factors = np.maximum(1.0 + error * dice.standard_normal(len(values)), 0.0).tolist()
    return tuple(
        nine(round_like(value, min(value * factor, max(value, most))))
        if value and isinstance(value, float)
        else value
        for value, factor in zip(values, factors, strict=True)
    )


def round_like(true: float, wrong: float) -> float:
    """Counts stay whole; shares and other small numbers keep three digits."""
    if float(true).is_integer() and abs(true) >= 1:
        return float(round(wrong))
    return float(f"{wrong:.3g}")
