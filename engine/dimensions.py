"""What a number measures, and how that is said to people."""

from dataclasses import dataclass


class QuantityError(ValueError):
    """A quantity that cannot be read; its one argument is the sentence for people."""

    def __str__(self) -> str:
        return str(self.args[0])

    @property
    def sentence(self) -> str:
        """What is wrong, and what to write."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Dimension:
    """Powers of bases, sorted by base; counted things and currencies are bases of their own."""

    powers: tuple[tuple[str, int], ...] = ()

    def times(self, other: "Dimension", power: int = 1) -> "Dimension":
        """The dimension of a product, or with power -1 of a quotient."""
        found = dict(self.powers)
        for base, count in other.powers:
            found[base] = found.get(base, 0) + count * power
        return Dimension(tuple(sorted(item for item in found.items() if item[1])))

    def over(self, other: "Dimension") -> "Dimension":
        """The dimension of a quotient."""
        return self.times(other, -1)


PLAIN = Dimension()
SHARE = Dimension((("share", 1),))
TIME = Dimension((("time", 1),))


_NAMES = {
    "time": ("a length of time", "12 h"),
    "length": ("a distance", "40 km"),
    "mass": ("a mass", "3 t"),
    "volume": ("a volume", "20 l"),
    "people": ("a number of people", "50 people"),
    "share": ("a share", "5 %"),
}


def describe(dimension: Dimension) -> str:
    """A dimension in words, such as `a number of things over time`."""
    if dimension == PLAIN:
        return "a plain number"
    above, below = _sides(dimension)
    if not above:
        return "a rate" if below == "time" else f"a number for each {_each(below)}"
    name = "an amount of money" if above.startswith("money") else "a number of things"
    name = _NAMES[above][0] if above in _NAMES else name
    if (above, below) == ("length", "time"):
        return "a speed"
    return name if not below else f"{name} {'over time' if below == 'time' else _per(below)}"


def example(dimension: Dimension) -> str:
    """A quantity of the dimension, as it would be written."""
    if dimension == PLAIN:
        return "2"
    above, below = _sides(dimension)
    under = {"time": "/d", "length": "/km", "mass": "/t", "volume": "/l"}.get(
        below, f"/{below.split()[-1]}" if below else ""
    )
    if not above:
        return "0.1 /h" if below == "time" else f"0.1 {under}"
    if (above, below) == ("length", "time"):
        return "40 km/h"
    plain = _NAMES[above][1] if above in _NAMES else f"3 {above.split()[-1]}"
    return plain + under if below != "time" or above != "time" else plain


def nameable(dimension: Dimension) -> bool:
    """True if the dimension could be a unit's: one thing, or one over another."""
    counts = [count for _, count in dimension.powers]
    return sorted(counts) in ([], [1], [-1], [-1, 1])


def _sides(dimension: Dimension) -> tuple[str, str]:
    above = next((base for base, count in dimension.powers if count > 0), "")
    below = next((base for base, count in dimension.powers if count < 0), "")
    return above, below


def _each(base: str) -> str:
    return {
        "people": "person",
        "length": "kilometre",
        "mass": "tonne",
        "volume": "litre",
    }.get(base, "thing" if base.startswith("thing") else "coin")


def _per(base: str) -> str:
    return f"for each {_each(base)}"
