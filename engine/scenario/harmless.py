"""Aims that harm would bring nearer: with all else equal, more harm must help nobody's results."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

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
from engine.scenario.known import node_at
from engine.scenario.models_results import HarmRow
from engine.scenario.models_world import Seat
from engine.scenario.reader import Reader
from engine.scenario.source import Table

UP, DOWN = frozenset({1}), frozenset({-1})
BOTH, STILL = UP | DOWN, frozenset[int]()
Ways = frozenset[int]
"""Which ways a number may go, or a condition may turn (up: to true), when harm rises."""

SUMS = ("sum", "mean", "min", "max")


def harmless(
    reader: Reader, tree: Table, seats: Mapping[str, Seat], rows: Iterable[HarmRow]
) -> None:
    """Warn of every aim that could become true because more people are harmed."""
    counted = frozenset(chain.from_iterable(counts(row.of) for row in rows))
    for id, seat in seats.items():
        for aim, written in seat.aims.items():
            if 1 in Turning(written.when, counted, reader.index.counts).ways():
                node = node_at(tree, f"seats.{id}.aims.{aim}.when")
                sentence = "more harm could make this aim true; ask that something is kept below"
                reader.warn(node.place if node is not None else tree.place, sentence, "W-harm")


def counts(of: Compiled) -> frozenset[tuple[str, str]]:
    """The readings and events that a row counts, as (agent, name)."""
    return frozenset(
        (ref.agent, ref.name) if ref.sort != "event" else ("", ref.name)
        for ref in of.uses
        if ref.sort in ("own", "local", "each", "event")
    )


@dataclass
class Turning:
    """One condition, and how it may turn when any of the readings counted as harm rises."""

    asked: Compiled
    counted: frozenset[tuple[str, str]]
    things: frozenset[str] = frozenset()

    def ways(self) -> Ways:
        """Up if it may become true, down if it may stop being true."""
        return self._turns(parse(self.asked.text, self.things))

    def _rises(self, text: str) -> bool:
        return any(
            ref.text == text and ((ref.agent, ref.name) in self.counted)
            for ref in self.asked.uses
            if ref.sort in ("own", "local", "each")
        )

    def _turns(self, node: Node) -> Ways:
        match node:
            case Comparison():
                return self._compared(node)
            case Not():
                return _flipped(self._turns(node.inner))
            case Joined():
                return frozenset(chain.from_iterable(map(self._turns, node.parts)))
            case Lasting():
                return self._turns(node.inner)
            case Call(name="any" | "all", inner=Comparison() | Not() | Joined() as inner):
                return self._turns(inner)
            case _:
                # A number that stands as a condition is true unless it is 0.
                return self._goes(node)

    def _compared(self, node: Comparison) -> Ways:
        left, right = self._goes(node.left), self._goes(node.right)
        ways = left | _flipped(right)
        if node.sign in ("is", "is not"):
            least = isinstance(node.right, Number) and node.right.number == 0 and left == UP
            turns = DOWN if least else BOTH if ways else STILL
            return turns if node.sign == "is" else _flipped(turns)
        return _flipped(ways) if node.sign.startswith("<") else ways

    def _goes(self, node: Node) -> Ways:
        match node:
            case Number() | Time():
                return STILL
            case Name():
                return UP if self._rises(node.text) else STILL
            case Negative():
                return _flipped(self._goes(node.inner))
            case Sum():
                return self._summed(node)
            case Call():
                return self._called(node)
            case _:
                return self._turns(node)

    def _summed(self, node: Sum) -> Ways:
        left, right = self._goes(node.left), self._goes(node.right)
        match node.sign:
            case "+":
                return left | right
            case "-":
                return left | _flipped(right)
            case _ if isinstance(node.right, Number) and node.right.number >= 0:
                return left
            case "*" if isinstance(node.left, Number) and node.left.number >= 0:
                return right
            case _:
                return BOTH if left or right else STILL

    def _called(self, node: Call) -> Ways:
        if node.inner is None:
            return STILL
        if node.name in SUMS:
            return self._goes(node.inner)
        if node.name == "count":
            return self._turns(node.inner)
        if isinstance(node.inner, Name) and ("", node.inner.text) in self.counted:
            return UP if node.name == "times" else BOTH
        return self._goes(node.inner)


def _flipped(ways: Ways) -> Ways:
    return frozenset(-way for way in ways)
