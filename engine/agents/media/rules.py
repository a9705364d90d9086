"""How stories change on their way to a desk: late, partial, wrong, in somebody's voice."""

from dataclasses import dataclass
from math import floor, log10

from engine.chance import Dice
from engine.rules.quick import quick
from engine.rules.reporting import delay_hours, estimate, rumour_factor
from engine.rules.rounding import nine

TRUSTED = ((0.45, 3), (0.80, 2))
"""What desks give a source of something that is so: often right in 45 of 100, and so on."""

DOUBTED = ((0.15, 3), (0.50, 2))
"""The same for what is not so: desks can tell the two apart only now and then."""


def about(number: float) -> float:
    """A number as people pass it on: two digits and zeros."""
    if number < 10:
        return float(max(round(number), 0))
    unit = 10 ** (floor(log10(number)) - 1)
    return float(round(number / unit) * unit)


def reliability(roll: float, true: bool) -> int:
    """What a desk gives a source, 1 to 3: on average more where it is right."""
    for limit, grade in TRUSTED if true else DOUBTED:
        if roll < limit:
            return grade
    return 1


@quick
@dataclass(frozen=True, slots=True)
class Heard:
    """What came of telling one desk: whether it heard, after how long, how much, from whom."""

    heard: bool
    hours: float
    size: float
    reliability: int
    first_voice: bool


@quick
@dataclass(frozen=True, slots=True)
class Ear:
    """How well a desk hears: its chance to hear, what it sees, its error, delay and voices."""

    chance: float
    sees: float
    error: float
    hours: float
    firsts: float


def heard(dice: Dice, ear: Ear, size: float, true: bool) -> Heard:
    """One desk hears of one story. Everything is drawn even when the desk hears nothing, so that
    a better desk hears the same story in the same way."""
    roll, voice, grade = (float(x) for x in dice.random(3))
    noise = float(dice.standard_normal())
    hours = delay_hours(dice, 1.0) * ear.hours
    counted = float(dice.binomial(round(size), min(ear.sees, 1.0))) if true else size
    seen = estimate(counted, ear.sees) if true else counted
    told = about(float(seen * float(rumour_factor(noise, ear.error))))
    firsts = ear.firsts if true else ear.firsts / 2
    return Heard(roll < ear.chance, nine(hours), told, reliability(grade, true), voice < firsts)


def weight(standing: str, shielded: bool, shield: float, reach: float) -> float:
    """What a publication is worth as common knowledge: 1 if confirmed, open and heard by all."""
    worth = {"alleged": 0.4, "reported": 0.7, "confirmed": 1.0}[standing]
    return worth * (shield if shielded else 1.0) * reach
