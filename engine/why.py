"""Why a figure moved: what moved it, as far as a seat may know, adding up to the change it saw.

A part is known to a seat when something addressed to it speaks of the cause: a report of the event,
the answer to its own order, news of another's. Everything else is one part without a cause. Nothing
is said of hours that the seat's own figure does not reach yet. Once the game is over, all is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from engine import facts
from engine.events import DRIFT, MeterMoved
from engine.game import Game
from engine.journal import Entry, own_fields
from engine.rules.rounding import nine
from engine.scenario.models import Told
from engine.views import addressed

SILENT = (facts.Told, facts.OrderTaken, facts.OrderOut, facts.StockMoved, facts.OrderRefused)
"""What says nothing of what came of anything."""

LOST, NOISE = -1, -2
"""The part whose cause is not known, and the part that is no more than errors of the telling."""

ERRORS = 1.5
"""A step counts as one from so many times the usual error of a telling on."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a change: how much, when first, and what the seat was told of its cause.

    `seen` numbers the thing told, or is LOST or NOISE. `cause` is that of the journal, and empty
    where the seat may not know it.
    """

    amount: float
    at: int
    seen: int = LOST
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A change of a figure over a span, and its parts, which sum to it.

    `start` and `end` are seconds at which the figure was true as it was told; `exact` is false
    where the figure is told with errors, or keeps no ledger: then parts are steps as told.
    """

    key: str
    start: int
    end: int
    before: float
    after: float
    parts: tuple[Part, ...]
    exact: bool

    @property
    def change(self) -> float:
        """What the parts sum to."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Point:
    """A figure as it was told: the second at which it was true, and its value then."""

    at: int
    value: float


def why(game: Game, seat: str, key: str, since: int, where: int = 0) -> Ledger | None:
    """What moved a figure since a second, as far as the seat was told of it.

    `key` is `agent.reading`, or `.meter`; `where` is which of its values, where it has one a place
    or site. None where the seat is told of no such number, or was told of it once at most.
    """
    spec = _spec(game, seat, key)
    if spec is None:
        return None
    points = told_of(game, seat, key, where)
    if len(points) < 2:
        return None
    first = max((n for n, point in enumerate(points) if point.at <= since), default=0)
    first = min(first, len(points) - 2)
    begin, end = points[first], points[-1]
    meter = game.scene.meters.get(spec.reading) if spec.of == "meter" else None
    exact = meter is not None and not meter.reading and _error(spec) == 0.0
    if exact:
        parts = _parts(game, seat, spec.reading, begin.at, end.at)
    else:
        parts = list(_steps(game, seat, points[first:], _error(spec)))
    return Ledger(key, begin.at, end.at, begin.value, end.value, tuple(_merged(parts)), exact)


def _merged(parts: Sequence[Part]) -> list[Part]:
    """Parts of one cause as one, with the time of the first."""
    found: dict[tuple[int, str], Part] = {}
    for part in parts:
        key = (part.seen, part.cause)
        before = found.get(key)
        amount = part.amount if before is None else nine(before.amount + part.amount)
        found[key] = replace(before or part, amount=amount)
    return [part for part in found.values() if part.amount]


def _error(spec: Told) -> float:
    return 0.0 if spec.error is None else spec.error.number


def _spec(game: Game, seat: str, key: str) -> Told | None:
    told = game.scenario.seats[seat].told.values()
    return next((spec for spec in told if f"{spec.agent}.{spec.reading}" == key), None)


def told_of(game: Game, seat: str, key: str, where: int = 0) -> list[Point]:
    """A figure as it was told to a seat, oldest first."""
    found: list[Point] = []
    for seen in game.seen(seat):
        if seen.name != "game.told":
            continue
        readings = seen.fields["readings"]
        assert isinstance(readings, list)
        for told, as_of, values in readings:
            if told != key or (values and where >= len(values)):
                continue
            number = values[where] if values else found[-1].value if found else None
            at = as_of[where] if len(as_of) > 1 else as_of[0]
            if isinstance(number, float | int) and not (found and found[-1].at >= at):
                found.append(Point(int(at), float(number)))
    return found


def _parts(game: Game, seat: str, meter: str, begin: int, end: int) -> list[Part]:
    """The terms of a meter between two seconds at which it was told, causes as the seat knows."""
    entries = game.journal.entries
    edges = _edges(game, seat)
    low, high = edges.get(begin, LOST), edges.get(end, len(entries))
    known = Known(game, seat)
    parts: list[Part] = []
    rest = 0.0
    for entry in entries:
        event = entry.event
        if not low < entry.number < high or not isinstance(event, MeterMoved):
            continue
        for term in event.terms if event.meter == meter else ():
            seen = known.of(term.cause)
            if seen != LOST or game.over:
                parts.append(Part(term.amount, entry.at, seen, term.cause))
            else:
                rest += term.amount
    return [*parts, Part(nine(rest), end)]


def _edges(game: Game, seat: str) -> dict[int, int]:
    """By second, the number of the entry at which this seat's figures of that second were noted."""
    return {
        entry.at: entry.number
        for entry in game.journal.entries
        if isinstance(entry.event, facts.Told) and entry.event.seat == seat
    }


def _steps(game: Game, seat: str, points: Sequence[Point], error: float) -> Iterator[Part]:
    """The changes of a figure from telling to telling, each with what was heard of in between."""
    told = [seen for seen in game.seen(seat) if seen.name not in ("game.told", "game.stock_moved")]
    # A step within the error of a telling is measured from the last that was not.
    stood = points[0]
    for before, after in pairwise(points):
        change = after.value - stood.value
        if abs(change) <= ERRORS * error * max(abs(stood.value), abs(after.value)) or not change:
            continue
        heard = [seen for seen in told if before.at < _about(seen.fields, seen.at) <= after.at]
        yield Part(nine(change), after.at, heard[-1].number if heard else LOST)
        stood = after
    yield Part(nine(points[-1].value - stood.value), points[-1].at, NOISE)


def _about(fields: object, told_at: int) -> int:
    """When that happened which a report tells of, as the report says."""
    seen_at = fields.get("seen_at") if isinstance(fields, dict) else None
    return int(seen_at) if isinstance(seen_at, float | int) else told_at


class Known:
    """Which causes a seat was told of, and by which of the things it was told."""

    def __init__(self, game: Game, seat: str) -> None:
        self._entries = {entry.number: entry for entry in game.journal.entries}
        self._by_cause: dict[str, int] = {}
        told = (entry for entry in game.journal.entries if addressed(entry, seat))
        for number, entry in enumerate(told):
            if not isinstance(entry.event, SILENT):
                for cause in self._causes(entry):
                    self._by_cause.setdefault(cause, number)

    def of(self, cause: str) -> int:
        """The number of the first thing told that speaks of a cause; LOST for one never told."""
        return LOST if cause == DRIFT else self._by_cause.get(cause, LOST)

    def _causes(self, entry: Entry) -> Iterator[str]:
        """What a thing that was told speaks of."""
        event = entry.event
        yield f"event:{entry.number}"
        if event.cause.startswith("order:"):
            yield event.cause
        if isinstance(event, facts.OrderReported):
            yield event.cause
        if isinstance(event, facts.Reported) and event.text.startswith("injects."):
            yield f"inject:{event.text.split('.')[1]}"
        if "report" in own_fields(event):
            yield from self._subject(entry)

    def _subject(self, entry: Entry) -> Iterator[str]:
        """The event of which a report tells: the first on the way back not made by its desk."""
        above: Entry | None = entry
        while above is not None and above.agent == entry.agent:
            sort, _, number = above.event.cause.partition(":")
            above = self._entries.get(int(number)) if sort == "event" else None
        if above is not None:
            yield f"event:{above.number}"
