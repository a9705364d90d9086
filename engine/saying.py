"""A condition in sentences: the rule of an ending or an aim, for people who read no expressions."""

from engine.asked import FLAG, asked_title, asked_value, reading_of
from engine.moments import clock, parse_moment
from engine.quantities import show_briefly
from engine.scenario.expressions import Compiled
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

SIGNS = {
    "<": "is under", "<=": "is at most", ">": "is over", ">=": "is at least", "is": "is",
    "is not": "is not",
}  # fmt: skip
HAPPENED = {
    "times": "times that this happened: {}",
    "fired": "this happened: {}",
    "done": "ordered: {}",
    "known": "it is known: {}",
    "since": "the time since this happened: {}",
    "count": "the number of places with: {}",
    "any": "somewhere {}",
    "all": "everywhere {}",
    "mean": "{}, on average",
    "min": "the least {}",
    "max": "the most {}",
}
"""What a function says of the thing that stands in it; a sum is called like its parts."""

EVENTS = ("times", "fired", "done", "since", "first", "last")


def in_sentences(scenario: Scenario, rule: Compiled) -> tuple[str, ...]:
    """The parts of a condition that must all hold, each in words; one part if there is no `and`."""
    node = parse(rule.text, frozenset(scenario.counts))
    parts = node.parts if isinstance(node, Joined) and node.word == "and" else (node,)
    return tuple(_Words(scenario).of(part) for part in parts)


class _Words:
    """Says parts of a condition of one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario

    def of(self, node: Node) -> str:
        """One part."""
        match node:
            case Joined():
                glue = ", or " if node.word == "or" else " and "
                said = glue.join(self.of(part) for part in node.parts)
                return f"either {said}" if node.word == "or" else said
            case Lasting():
                return f"{self.of(node.inner)}, for {node.seconds / 3600:g} h"
            case Not():
                said = self.of(node.inner)
                return f"not {said}" if said.startswith("ordered: ") else f"not so: {said}"
            case Comparison():
                return self._comparison(node)
            case Negative():
                return f"minus {self.of(node.inner)}"
            case Sum():
                return f"{self.of(node.left)} {node.sign} {self.of(node.right)}"
            case Number():
                return show_briefly(node.number, node.unit)
            case Time():
                return self._moment(node.text)
            case Call():
                return self._call(node)
            case Name():
                return asked_title(self._scenario, node.text)

    def _call(self, node: Call) -> str:
        if node.inner is None:
            return node.text
        if node.name in EVENTS and isinstance(node.inner, Name):
            inside = self._event(node.inner.text)
        else:
            inside = self.of(node.inner)
        if node.other is not None:
            return f"{inside} to {self.of(node.other)}"
        return HAPPENED.get(node.name, "{}").format(inside)

    def _event(self, name: str) -> str:
        """An inject by its headline, a card by its title, an event in plain words."""
        inject = self._scenario.injects.get(name)
        if inject is not None and inject.headline:
            return f"“{inject.headline}”"
        return asked_title(self._scenario, name)

    def _comparison(self, node: Comparison) -> str:
        left = node.left
        if isinstance(left, Name) and left.text == "now":
            return self._by_the_clock(node.sign, self.of(node.right))
        title = self.of(left)
        if isinstance(left, Name) and (flag := self._flag(left.text, node)) is not None:
            return f"{title}: {'yes' if flag else 'no'}"
        return f"{title} {SIGNS[node.sign]} {self._value(left, node.right)}"

    def _by_the_clock(self, sign: str, moment: str) -> str:
        return f"it is {moment} or later" if sign in (">", ">=") else f"it is before {moment}"

    def _flag(self, name: str, node: Comparison) -> bool | None:
        """What a reading that is 1 or 0 is asked to be; None for any other."""
        found = reading_of(self._scenario, name)
        if found is None or not FLAG.match(found.text) or not isinstance(node.right, Number):
            return None
        wanted = bool(node.right.number)
        if node.sign == "is":
            return wanted
        if node.sign == "is not":
            return not wanted
        return node.sign in (">", ">=")

    def _value(self, left: Node, right: Node) -> str:
        if isinstance(right, Name) and "." not in right.text:
            asked = left.text if isinstance(left, Name) else ""
            return asked_value(self._scenario, asked, right.text, "")
        return self.of(right)

    def _moment(self, text: str) -> str:
        scenario = self._scenario
        second = parse_moment(text, scenario.start, scenario.zone)
        at = clock(second, scenario.start, scenario.zone)
        return f"{at.day} {at:%b %H:%M}"
