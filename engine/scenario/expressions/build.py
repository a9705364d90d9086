"""Checks a tree and builds the function that answers it."""

from dataclasses import dataclass, field
from operator import add, sub

from engine.dimensions import QuantityError
from engine.moments import parse_moment
from engine.scenario.expressions import leaves, run
from engine.scenario.expressions.calls import call
from engine.scenario.expressions.compare import compare
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.look import Look
from engine.scenario.expressions.part import Part, fixed
from engine.scenario.expressions.scope import Compiled, Hold, Ref, Run
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
from engine.scenario.expressions.types import (
    COUNT,
    HOURS,
    MOMENT,
    TRUTH,
    Type,
    alike,
    number_of,
    product,
    said,
    together,
)

VERBS = {"+": "adds", "-": "takes"}


@dataclass(slots=True)
class Row:
    """The inside of an aggregate: what is asked for each place, and what is asked once."""

    function: str
    over: str = ""
    columns: list[run.Rows] = field(default_factory=list)
    scalars: list[Run] = field(default_factory=list)


class Builder:
    """Builds one condition or sum; keeps what it asks and what must last."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.uses: list[Ref] = []
        self.holds: list[Hold] = []
        self.shown: list[tuple[str, Run]] = []
        self.row: Row | None = None
        self.found: dict[int, run.Rows] = {}
        """What each `any()` answers for each place, by its column."""

    def compiled(self, text: str, part: Part, unit: str | None = None) -> Compiled:
        """What was built, for the game."""
        unit = part.type.unit if unit is None else unit
        uses, holds, shown = tuple(self.uses), tuple(self.holds), tuple(self.shown)
        return Compiled(text, part.type.sort, unit, uses, holds, part.run, shown)

    def build(self, node: Node) -> Part:
        """Any part. Raises `ExpressionError`."""
        match node:
            case Number():
                return fixed(number_of(node.unit), node.number)
            case Time():
                return self._time(node)
            case Name():
                return self._name(node)
            case Call():
                return call(self, node)
            case Negative():
                return self._negative(node)
            case Sum():
                return self._sum(node)
            case Comparison():
                return compare(self, node)
            case Not():
                return Part(TRUTH, run.opposite(self.truth(node.inner).run))
            case Joined():
                parts = [self.truth(part).run for part in node.parts]
                return Part(TRUTH, run.every(parts) if node.word == "and" else run.some(parts))
            case Lasting():
                return self._lasting(node)

    def truth(self, node: Node) -> Part:
        """A part that must be a condition."""
        part = self.judged(node)
        if part.type.sort != "truth":
            sentence = f"expected a condition, got {said(part.type)}; compare it with something"
            raise ExpressionError(sentence, node.column, "E-type")
        return part

    def judged(self, node: Node) -> Part:
        """Any part, where a reading that is a plain number is true unless it is 0."""
        part = self.build(node)
        if part.type == COUNT and isinstance(node, Name) and self.look.is_reading(node):
            return Part(TRUTH, run.nonzero(part.run))
        return part

    def number(self, node: Node, sign: str) -> Part:
        """A part that must be a number."""
        part = self.build(node)
        if part.type.sort != "number":
            sentence = f"`{sign}` takes numbers, not {said(part.type)}"
            raise ExpressionError(sentence, node.column, "E-type")
        return part

    def asked(self, kind: Type, ask: Run, ref: Ref) -> Part:
        """Something that the game is asked: noted, and inside an aggregate asked once."""
        if ref not in self.uses:
            self.uses.append(ref)
        if self.row is None and all(ref.text != text for text, _ in self.shown):
            self.shown.append((ref.text, ask))
        return Part(kind, self.once(ask))

    def open(self, function: str) -> Row:
        """Begin the inside of an aggregate; the caller closes it by putting the outer row back."""
        self.row = Row(function)
        return self.row

    def once(self, ask: Run) -> Run:
        """How a row comes by what is the same for all rows."""
        if self.row is None:
            return ask
        self.row.scalars.append(ask)
        return run.item(-len(self.row.scalars))

    def _time(self, node: Time) -> Part:
        try:
            seconds = parse_moment(node.text, self.look.names.start, self.look.names.zone)
        except QuantityError as problem:
            raise ExpressionError(str(problem), node.column, "E-time") from problem
        return fixed(MOMENT, seconds)

    def _name(self, node: Name) -> Part:
        if node.text not in self.look.scope.fields and (part := self._clock(node.text)):
            return part
        leaf = self.look.name(node)
        if not leaf.over:
            return self.asked(leaf.type, leaf.run, leaf.ref)
        row = self.row
        if row is None:
            sentence = (
                f"this is one value for each {leaf.over[:-1]}; put it inside any(), all(), count(),"
                " sum(), mean(), min() or max()"
            )
            raise ExpressionError(sentence, node.column, "E-each")
        if row.over not in ("", leaf.over):
            sentence = f"{row.function}() goes over {row.over}; {leaf.over} need one of their own"
            raise ExpressionError(sentence, node.column, "E-each")
        row.over = leaf.over
        if leaf.ref not in self.uses:
            self.uses.append(leaf.ref)
        row.columns.append(run.column(leaf.ref.agent, leaf.ref.name, leaf.over))
        return Part(leaf.type, run.item(len(row.columns) - 1))

    def _clock(self, word: str) -> Part | None:
        start, zone = self.look.names.start, self.look.names.zone
        match word:
            case "always" | "never":
                return fixed(TRUTH, word == "always")
            case "now":
                return Part(MOMENT, self.once(leaves.now))
            case "hour":
                return Part(COUNT, self.once(leaves.hour(start, zone)))
            case "day":
                return Part(COUNT, self.once(leaves.day(start, zone)))
            case _:
                return None

    def _negative(self, node: Negative) -> Part:
        part = self.number(node.inner, "-")
        if part.fixed is not None:
            return fixed(part.type, -part.fixed)
        return Part(part.type, run.negative(part.run))

    def _sum(self, node: Sum) -> Part:
        if node.sign in "*/":
            left, right = self.number(node.left, node.sign), self.number(node.right, node.sign)
            kind = product(node.sign, node.at, left.type, right.type)
            return Part(kind, join(node.sign, left, right))
        left, right = self.build(node.left), self.build(node.right)
        if "moment" in (left.type.sort, right.type.sort):
            return self._moments(node, left, right)
        for side, part in ((node.left, left), (node.right, right)):
            if part.type.sort != "number":
                sentence = f"`{node.sign}` takes numbers, not {said(part.type)}"
                raise ExpressionError(sentence, side.column, "E-type")
        together(VERBS[node.sign], node.left, left.type, node.right, right.type)
        kind = (
            right.type
            if left.type.dimension != right.type.dimension and left.type.ratio
            else left.type
        )
        return Part(kind, join(node.sign, left, right))

    def _moments(self, node: Sum, left: Part, right: Part) -> Part:
        both = (left.type.sort, right.type.sort)
        if both == ("moment", "moment") and node.sign == "-":
            return Part(HOURS, run.pair(lambda a, b: (a - b) / 3600, left.run, right.run))
        if both == ("moment", "number") and alike(right.type, HOURS):
            apply = add if node.sign == "+" else sub
            return Part(MOMENT, run.pair(lambda a, b: apply(a, b * 3600), left.run, right.run))
        sentence = "a time goes with a length of time, as in `now + 6 h`, or with a time before it"
        raise ExpressionError(sentence, node.at, "E-unit")

    def _lasting(self, node: Lasting) -> Part:
        if self.row is not None:
            sentence = f"`for` stands after {self.row.function}(…), not inside it"
            raise ExpressionError(sentence, node.at, "E-each")
        inner = Builder(self.look)
        inner.found = self.found
        condition = inner.compiled(node.text, inner.truth(node.inner))
        if any(ref.sort == "field" for ref in condition.uses):
            sentence = "`for` cannot look at a field: orders differ, and this is noted once a beat"
            raise ExpressionError(sentence, node.at, "E-field")
        scope = self.look.scope
        key = f"{scope.seat if scope.reads != 'world' else 'world'}: {node.text}"
        self.uses.extend(ref for ref in condition.uses if ref not in self.uses)
        self.holds.extend(hold for hold in condition.holds if hold not in self.holds)
        if all(hold.key != key for hold in self.holds):
            self.holds.append(Hold(key, condition, node.seconds))
        self.shown.extend(item for item in condition.parts if item not in self.shown)
        return Part(TRUTH, leaves.held(key, node.seconds, condition.run))


def join(sign: str, left: Part, right: Part) -> Run:
    """Two numbers put together by a sign."""
    apply = run.ARITHMETIC[sign]
    if right.fixed is not None:
        return run.with_constant(apply, left.run, right.fixed)
    return run.pair(apply, left.run, right.run)
