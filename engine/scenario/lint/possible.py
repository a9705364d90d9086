"""Whether a condition can ever hold, judged from what is written, without playing.

Wherever something is not known it is taken for possible: what is called impossible here is so in
every run.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from engine.moments import HOUR, parse_moment
from engine.quantities import QuantityError
from engine.scenario.expressions import ExpressionError
from engine.scenario.expressions.parser import parse
from engine.scenario.expressions.tree import (
    Call,
    Comparison,
    Joined,
    Lasting,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Sum,
    Time,
)
from engine.scenario.scenario import Scenario

Span = tuple[float, float]
"""The lowest and the highest a number can be; canonical units, moments in seconds."""

ANY: Span = (-math.inf, math.inf)
NEVER: Span = (math.inf, math.inf)
"""How long ago something was that never happens."""

MOST_TOLD = 2.0
"""A meter is at most 1; a seat that is told it wrongly may take it for more."""

COUNTS = ("times", "count", "since")


@dataclass(frozen=True, slots=True)
class Can:
    """Whether a condition can be true, and whether it can be anything else."""

    hold: bool = True
    fail: bool = True


@dataclass(frozen=True)
class Possible:
    """What can be, given the cards and injects that can come at all and the limits of stocks."""

    scenario: Scenario
    live: frozenset[str] = frozenset()
    stocks: Mapping[str, float] = field(default_factory=dict)
    """The most that a seat can have, by `seat.stock`."""
    meters: float = MOST_TOLD
    """The most that a meter is taken to be."""

    def as_it_is(self) -> "Possible":
        """The same of the world, where no meter is more than whole."""
        return replace(self, meters=1.0)

    def holds(self, text: str, fields: Mapping[str, Span] | None = None) -> bool:
        """Whether a condition can ever be true."""
        return self._asked(text, fields or {}).hold

    def fails(self, text: str) -> bool:
        """Whether a condition can ever be anything but true."""
        return self._asked(text, {}).fail

    def amount(self, text: str, fields: Mapping[str, Span]) -> Span:
        """Between what a sum lies."""
        try:
            node = parse(text, frozenset(self.scenario.counts))
        except ExpressionError:
            return ANY
        return _Reading(self, fields).span(node)

    def _asked(self, text: str, fields: Mapping[str, Span]) -> Can:
        try:
            node = parse(text, frozenset(self.scenario.counts))
        except ExpressionError:
            return Can()
        return _Reading(self, fields).can(node)


@dataclass(frozen=True)
class _Reading:
    known: Possible
    fields: Mapping[str, Span]

    def can(self, node: Node) -> Can:
        """Whether a part can hold."""
        match node:
            case Name(text="always"):
                return Can(fail=False)
            case Name(text="never"):
                return Can(hold=False)
            case Joined():
                return self._joined(node)
            case Not():
                inner = self.can(node.inner)
                return Can(inner.fail, inner.hold)
            case Lasting():
                fits = node.seconds <= self.known.scenario.end
                return Can(self.can(node.inner).hold and fits)
            case Comparison():
                return self._compared(node)
            case Call(name="done" | "fired", inner=Name() as what):
                return Can(hold=what.text in self.known.live)
            case _:
                return Can()

    def span(self, node: Node) -> Span:
        """Between what a number or a moment lies."""
        match node:
            case Number():
                return node.number, node.number
            case Time():
                return self._moment(node.text)
            case Negative():
                low, high = self.span(node.inner)
                return -high, -low
            case Sum():
                return _reckoned(node.sign, self.span(node.left), self.span(node.right))
            case Name():
                return self._named(node.text)
            case Call():
                return self._called(node)
            case _:
                return ANY

    def _joined(self, node: Joined) -> Can:
        parts = [self.can(part) for part in node.parts]
        if node.word == "or":
            return Can(any(part.hold for part in parts), all(part.fail for part in parts))
        hold = all(part.hold for part in parts) and self._agree(node.parts)
        return Can(hold, any(part.fail for part in parts) or not hold)

    def _agree(self, parts: tuple[Node, ...]) -> bool:
        """Whether comparisons of one name leave it anything to be."""
        left: dict[str, Span] = {}
        for part in parts:
            if not isinstance(part, Comparison) or not isinstance(part.left, Name | Call):
                continue
            low, high = self.span(part.right)
            asked = {"<": (-math.inf, high), "<=": (-math.inf, high), "is": (low, high)}
            limit = asked.get(part.sign, (low, math.inf) if ">" in part.sign else ANY)
            before = left.get(part.left.text, ANY)
            now = max(before[0], limit[0]), min(before[1], limit[1])
            if now[0] > now[1]:
                return False
            left[part.left.text] = now
        return True

    def _compared(self, node: Comparison) -> Can:
        if isinstance(node.right, Name) and node.sign in ("is", "is not"):
            return Can()
        (a, b), (c, d) = self.span(node.left), self.span(node.right)
        if (a, b) == ANY or (c, d) == ANY:
            return Can()
        match node.sign:
            case "<":
                return Can(a < d, b >= c)
            case "<=":
                return Can(a <= d, b > c)
            case ">":
                return Can(b > c, a <= d)
            case ">=":
                return Can(b >= c, a < d)
            case "is":
                return Can(a <= d and c <= b, not a == b == c == d)
            case _:
                return Can(not a == b == c == d, a <= d and c <= b)

    def _moment(self, text: str) -> Span:
        scenario = self.known.scenario
        try:
            second = float(parse_moment(text, scenario.start, scenario.zone))
        except QuantityError:
            return ANY
        return second, second

    def _named(self, name: str) -> Span:
        scenario = self.known.scenario
        if name in self.fields:
            return self.fields[name]
        if name == "now":
            return 0.0, float(scenario.end)
        if name == "hour":
            return 0.0, 23.0
        if name == "day":
            return 1.0, 2.0 + scenario.end // (24 * HOUR)
        if name in scenario.meters and scenario.meters[name].start is not None:
            return 0.0, self.known.meters
        if name in self.known.stocks:
            return 0.0, self.known.stocks[name]
        return ANY

    def _called(self, node: Call) -> Span:
        if node.name not in COUNTS:
            return ANY
        if not isinstance(node.inner, Name) or node.name == "count":
            return 0.0, math.inf
        scenario, what = self.known.scenario, node.inner.text
        never = what in (*scenario.cards, *scenario.injects) and what not in self.known.live
        if not never:
            return 0.0, math.inf
        return (0.0, 0.0) if node.name == "times" else NEVER


def _reckoned(sign: str, left: Span, right: Span) -> Span:
    if ANY in (left, right):
        return ANY
    (a, b), (c, d) = left, right
    match sign:
        case "+":
            ends = [a + c, b + d]
        case "-":
            ends = [a - d, b - c]
        case "*":
            ends = [0.0 if 0.0 in (x, y) else x * y for x in left for y in right]
        case _:
            if c <= 0.0 <= d or math.isinf(c) or math.isinf(d):
                return ANY
            ends = [x / y for x in left for y in right]
    # Endless less endless is anything.
    return ANY if any(math.isnan(end) for end in ends) else (min(ends), max(ends))
