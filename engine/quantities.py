"""Numbers with units: one small closed table, one canonical unit for each dimension.

Canonical are h, km, t, l, people, counted things and money as named; shares are 0 to 1. A rate is
over the canonical unit: `5 ships/d` is 5/24.
"""

import math
import re
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache

from engine.dimensions import PLAIN, SHARE, Dimension, describe, example
from engine.dimensions import QuantityError as QuantityError
from engine.moments import parse_moment as parse_moment
from engine.written import Value


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, what it measures, and how many canonical units it is."""

    text: str
    dimension: Dimension
    factor: Fraction


TABLE = {
    "min": ("time", Fraction(1, 60)),
    "h": ("time", Fraction(1)),
    "d": ("time", Fraction(24)),
    "m": ("length", Fraction(1, 1000)),
    "km": ("length", Fraction(1)),
    "kg": ("mass", Fraction(1, 1000)),
    "t": ("mass", Fraction(1)),
    "l": ("volume", Fraction(1)),
    "m3": ("volume", Fraction(1000)),
    "people": ("people", Fraction(1)),
    "%": ("share", Fraction(1, 100)),
}
INSTEAD = {
    unit: wrong.split()
    for unit, wrong in {
        "`min`": "mins minute minutes",
        "`h`": "hr hrs hour hours H",
        "`d`": "day days D",
        "`d`: a week is 7 d": "w week weeks wk",
        "`d`: a month is about 30 d": "month months mo",
        "`d`: a year is about 365 d": "y year years",
        "`h`: 60 s are 1 min": "s sec secs second seconds",
        "`m`": "metre metres meter meters M",
        "`km`": "kms kilometre kilometres kilometer kilometers KM Km",
        "`km`: a mile is 1.609 km": "mi mile miles",
        "`km`: a nautical mile is 1.852 km": "nm nmi",
        "`m`: a foot is 0.305 m": "ft foot feet",
        "`kg`": "kgs kilo kilos kilogram kilograms KG Kg",
        "`kg`: a pound is 0.454 kg": "lb lbs pound pounds",
        "`t`": "ton tons tonne tonnes T",
        "`l`": "L litre litres liter liters",
        "`l`: a gallon is 3.785 l": "gal gallon gallons",
        "`m3`": "m^3 cbm",
        "`people`": "person persons pax men man",
        "`%`": "percent pct per_cent",
        "`km/h`": "kmh kph",
        "three capitals, such as USD": "$ dollar dollars",
        "three capitals, such as EUR": "€ euro euros",
    }.items()
}
_INSTEAD = {word: unit for unit, words in INSTEAD.items() for word in words}
LONGEST = 120
"""Characters of the longest text that can be a quantity; it keeps numbers within floats too."""

_NUMBER = r"-?\d+(?:\.\d+)?"
_VALUE = re.compile(rf"({_NUMBER})(?: +(\S+))?(?: +\(({_NUMBER}) to ({_NUMBER})\))?")
_LOOSE = re.compile(rf"({_NUMBER}) *([^\s\d(.][^\s(]*)?(?: *\(.*\))?")
_COUNTED = re.compile(r"[a-z][a-z0-9_]*")
_MONEY = re.compile(r"[A-Z]{3}")


@lru_cache(maxsize=4096)
def parse_unit(text: str, counts: frozenset[str] | None = None) -> Unit:
    """The unit a text such as `km/h` or `%/d` stands for; empty is a plain number.

    `counts` are the things that may be counted; None allows any lower-case word.
    """
    if not text:
        return Unit("", PLAIN, Fraction(1))
    if text in _INSTEAD:
        raise QuantityError(f"no unit `{text}`; write {_INSTEAD[text]}")
    above, slash, below = text.partition("/")
    if "/" in below:
        raise QuantityError(f"`{text}`: a unit has at most one slash")
    if slash and not below:
        raise QuantityError(f"`{text}`: after the slash comes a unit, such as `/h`")
    base, factor = _single(above, counts) if above else ("", Fraction(1))
    dimension = Dimension(((base, 1),)) if above else PLAIN
    if not slash:
        return Unit(text, dimension, factor)
    if below == "%":
        raise QuantityError(f"`{text}`: nothing is measured over a share")
    under, divisor = _single(below, counts)
    found = dimension.over(Dimension(((under, 1),)))
    if found == PLAIN:
        raise QuantityError(f"`{text}`: a thing over itself is a plain number; leave the unit out")
    return Unit(text, found, factor / divisor)


def _single(word: str, counts: frozenset[str] | None) -> tuple[str, Fraction]:
    if word in TABLE:
        return TABLE[word]
    if _MONEY.fullmatch(word):
        return f"money {word}", Fraction(1)
    counted = bool(_COUNTED.fullmatch(word))
    if counted and counts is not None and word in counts:
        return f"thing {word}", Fraction(1)
    if word in _INSTEAD:
        raise QuantityError(f"no unit `{word}`; write {_INSTEAD[word]}")
    if counted and counts is None:
        return f"thing {word}", Fraction(1)
    known = sorted(counts or ())
    near = get_close_matches(word, [*known, "people", "min"], 1, 0.6)
    if near:
        raise QuantityError(f"no unit `{word}`; did you mean `{near[0]}`?")
    units = " ".join([*TABLE, *known])
    said = f"no unit `{word}`; units are {units}, and money such as EUR"
    if counted:
        said += f"; for things of your own write `counts: [{', '.join([*known, word])}]`"
        said += " in the scenario"
    raise QuantityError(said)


@lru_cache(maxsize=4096)
def parse_value(text: str, counts: frozenset[str] | None = None) -> Value:
    """The value that `15 h`, `60 %` or `15 h (6 to 18)` stands for, in canonical units.

    `Value.unit` is the unit as written, so that `show` gives the author's text back.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise QuantityError(f"`{text[:20]}…` is not a quantity; write a number and its unit")
    found = _VALUE.fullmatch(text)
    if not found:
        raise QuantityError(_unreadable(text))
    number, written, low, high = found.groups()
    unit = parse_unit(written or "", counts)
    if low is None:
        return Value(_scaled(number, unit), None, None, unit.text)
    if Fraction(low) > Fraction(high):
        raise QuantityError(f"`{text}`: the range is written low to high")
    if not Fraction(low) <= Fraction(number) <= Fraction(high):
        raise QuantityError(f"`{text}`: the value lies outside its range")
    return Value(_scaled(number, unit), _scaled(low, unit), _scaled(high, unit), unit.text)


def _scaled(number: str, unit: Unit) -> float:
    # Exact until the last step, so that 7 % is 0.07 and not the float next to it.
    return float(Fraction(number) * unit.factor)


def _unreadable(text: str) -> str:
    if re.match(r"[-+]?\d{1,3}(,\d{3})+(?!\d)", text):
        return f"`{text}`: write numbers without commas"
    if re.match(r"-?\d+,\d", text):
        return f"`{text}`: write a decimal point, not a comma"
    if re.match(r"-?\.\d", text):
        return f"`{text}`: write {text.replace('.', '0.', 1)}"
    if text.startswith("+"):
        return f"`{text}`: write it without the +"
    if re.match(r"-?\d+(\.\d+)?e[-+]?\d", text, re.IGNORECASE):
        return f"`{text}`: write the number out, without an exponent"
    if re.fullmatch(rf"{_NUMBER} *([^\s\d(]+ *)?(to|-|–) *{_NUMBER}.*", text):
        return f"`{text}`: a range needs its central value; write it as `15 h (6 to 18)`"
    loose = _LOOSE.fullmatch(text)
    if not text:
        return "nothing is written here; write a number and its unit, such as 12 h"
    if loose and "(" in text:
        return f"`{text}`: write the range as `15 h (6 to 18)`, numbers alone in the brackets"
    if loose and loose[2]:
        return f"`{text}`: put a space between the number and its unit"
    return f"`{text}` is not a quantity; write a number and its unit, such as 12 h"


def parse_quantity(text: str, unit: str, counts: frozenset[str] | None = None) -> Value:
    """`parse_value`, and an error unless it is of the dimension of `unit`."""
    value = parse_value(text, counts)
    wanted = parse_unit(unit, None).dimension
    if parse_unit(value.unit, None).dimension == wanted:
        return value
    start = f"expected {describe(wanted)} such as {example(wanted)}, got `{text.strip()}`"
    if value.unit:
        raise QuantityError(start)
    if wanted == SHARE:
        share = value.number * 100 if abs(value.number) <= 1 else value.number
        raise QuantityError(f"{start}; write {share:.12g} %")
    raise QuantityError(f"{start}; write the unit too")


def same_dimension(first: str, second: str) -> bool:
    """True if two units measure the same, whatever is counted in the scenario."""
    return parse_unit(first, None).dimension == parse_unit(second, None).dimension


def canonical(number: float, unit: str) -> float:
    """A number in the given unit, in canonical units."""
    if not math.isfinite(number):
        return number
    return float(Fraction(repr(float(number))) * parse_unit(unit, None).factor)


def show(number: float, unit: str) -> str:
    """A canonical number as people read it in the given unit: `2,500 people`, `60 %`, `1 ship`."""
    if math.isnan(number):
        return "unknown"
    found = parse_unit(unit, None)
    if math.isinf(number):
        return f"{'-' if number < 0 else ''}∞ {unit}".strip()
    amount = number * found.factor.denominator / found.factor.numerator
    text = _rounded(amount)
    return f"{text} {_one(unit) if text == '1' else unit}".strip()


def show_briefly(number: float, unit: str) -> str:
    """As `show`, but shares to a tenth of a per cent: nobody reads `0.457 %` in a sentence."""
    return show(round(number, 3) if unit == "%" and math.isfinite(number) else number, unit)


def _rounded(amount: float) -> str:
    size = abs(amount)
    if size < 1e-9:
        return "0"
    if size >= 1:
        digits = 0 if size >= 100 else 1 if size >= 10 else 2
    else:
        digits = 2 - math.floor(math.log10(size))
    text = f"{amount:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _one(unit: str) -> str:
    thing, slash, below = unit.partition("/")
    if thing == "people":
        return f"person{slash}{below}"
    if thing in TABLE or not _COUNTED.fullmatch(thing) or not thing.endswith("s"):
        return unit
    if thing.endswith("ies"):
        return f"{thing[:-3]}y{slash}{below}"
    ending = 2 if thing.endswith(("sses", "shes", "ches", "xes")) else 1
    return f"{thing[:-ending]}{slash}{below}"
