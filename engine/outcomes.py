"""Outcomes: named results, added up while a game is played, as rows of metric, scope and date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from engine.envs import Given, WorldEnv
from engine.ledger import Tally
from engine.quantities import parse_unit
from engine.rules.quick import quick
from engine.rules.rounding import nine
from engine.scenario.models import Outcome
from engine.scenario.scenario import Scenario
from engine.world import World

NATIONAL = "national"


@quick
@dataclass(frozen=True, slots=True)
class Row:
    """One result. `value` None means that it did not happen, or was not reached before the end."""

    metric: str
    scope: str
    date: str
    value: float | None
    unit: str

    def plain(self) -> dict[str, object]:
        """The row as JSON holds it."""
        return {
            "metric": self.metric,
            "scope": self.scope,
            "date": self.date,
            "value": self.value,
            "unit": self.unit,
        }


Known = dict[tuple[str, str, str], Sequence[Given]]
"""Readings of all places or sites, by agent, name and what they are of."""


class ScopedEnv(WorldEnv):
    """The world as far as one place or region goes: sums and counts see that part alone."""

    def __init__(self, world: World, scope: str, known: Known | None = None) -> None:
        """`known` are readings that other parts of the same world have asked for just now."""
        super().__init__(world)
        self._scope, self._known = scope, {} if known is None else known
        self._places = world.scene.places_of(scope)

    def each(self, agent: str, name: str, over: str) -> Sequence[Given]:
        """A reading of the places (or the region, or the sites) of this scope."""
        scene = self.world.scene
        if over == "regions":
            return [self.local(agent, name, self._scope)] if self._scope in scene.region_at else []
        values = self._known.get((agent, name, over))
        if values is None:
            values = self._known[agent, name, over] = super().each(agent, name, over)
        if over == "sites":
            return [v for v, s in zip(values, scene.sites, strict=True) if s.place in self._places]
        return [values[place] for place in self._places]

    def own(self, agent: str, name: str) -> Given:
        """What is of the whole is of no part."""
        return None

    def _tally(self, sort: str, name: str) -> Tally | None:
        if sort != "event":
            return None
        scene = self.world.scene
        ids = {self._scope, *(scene.places[place] for place in self._places)}
        ids |= {site.id for site in scene.sites if site.place in self._places}
        found = [
            tally
            for tally in (self.world.tallies.get(f"{name}@{id}") for id in sorted(ids))
            if tally is not None
        ]
        if not found:
            return None
        return Tally(
            sum(t.times for t in found), min(t.first for t in found), max(t.last for t in found)
        )


@dataclass
class Book:
    """Adds outcomes up beat by beat. Plain data beside the world; a fold of what was played."""

    peaks: dict[tuple[str, str], float] = field(default_factory=dict)
    before: dict[tuple[str, str], float | None] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    day: int = 0

    def copy(self) -> "Book":
        """A book of its own; rows, once written, never change."""
        return Book(dict(self.peaks), dict(self.before), list(self.rows), self.day)


class Outcomes:
    """What a scenario asks to be reported, and how it is added up."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._peaking = [
            (id, outcome) for id, outcome in scenario.outcomes.items() if outcome.sense == "peak"
        ]

    def beat(self, book: Book, world: World) -> None:
        """Note the peaks of a beat and, where a day has ended, write its rows."""
        known: Known = {}
        for id, outcome in self._peaking:
            for scope in self._scopes(world, outcome):
                value = self._value(world, outcome, scope, known)
                if value is not None:
                    key = (id, scope)
                    book.peaks[key] = max(book.peaks.get(key, value), value)
        midnight = self._midnight(book.day)
        if world.now >= midnight:
            self._close_day(book, world)

    def final(self, book: Book, world: World) -> list[Row]:
        """All rows: of every day (the last played perhaps in part), then those of the end."""
        rows = list(book.rows)
        if world.now > self._midnight(book.day) - 86_400 or not rows:
            half = Book(dict(book.peaks), dict(book.before), [], book.day)
            self._close_day(half, world)
            rows += half.rows
            book = half
        played, known = {row.date for row in rows}, _of_a_day(rows)
        for day in range(self._days()):
            if self._date(day) not in played:
                over = bool(world.ending)
                rows += [self._unplayed(row, self._date(day), over) for row in known]
        return rows + list(self._at_the_end(book, world))

    def _unplayed(self, row: Row, day: str, over: bool) -> Row:
        """A day that was not played: after the end totals stay what they were; the rest is null."""
        stays = over and self._scenario.outcomes[row.metric].sense == "total"
        return replace(row, date=day, value=row.value if stays else None)

    def _at_the_end(self, book: Book, world: World) -> Iterator[Row]:
        last = self._date(self._days() - 1)
        for id, outcome in self._scenario.outcomes.items():
            if outcome.every == "end":
                for scope in self._scopes(world, outcome):
                    value = (
                        book.peaks.get((id, scope))
                        if outcome.sense == "peak"
                        else self._value(world, outcome, scope)
                    )
                    yield Row(id, scope, last, shown_in(value, outcome.unit), outcome.unit)

    def _close_day(self, book: Book, world: World) -> None:
        day = self._date(book.day)
        for id, outcome in self._scenario.outcomes.items():
            if outcome.every != "day":
                continue
            for scope in self._scopes(world, outcome):
                key = (id, scope)
                if outcome.sense == "peak":
                    value = book.peaks.pop(key, None)
                else:
                    value = self._value(world, outcome, scope)
                if outcome.sense == "day":
                    total, value = value, _less(value, book.before.get(key))
                    book.before[key] = total
                book.rows.append(Row(id, scope, day, shown_in(value, outcome.unit), outcome.unit))
        book.day += 1

    def _value(
        self, world: World, outcome: Outcome, scope: str, known: Known | None = None
    ) -> float | None:
        env = WorldEnv(world) if scope == NATIONAL else ScopedEnv(world, scope, known)
        return outcome.of.number(env)

    def _scopes(self, world: World, outcome: Outcome) -> tuple[str, ...]:
        parts = {"place": world.scene.places, "region": world.scene.regions}
        return (NATIONAL, *parts.get(outcome.by, ()))

    def _midnight(self, day: int) -> int:
        start = self._scenario.start
        into = start.hour * 3600 + start.minute * 60 + start.second
        return (day + 1) * 86_400 - into

    def _days(self) -> int:
        start = self._scenario.start
        into = start.hour * 3600 + start.minute * 60 + start.second
        return -(-(self._scenario.end + into) // 86_400)

    def _date(self, day: int) -> str:
        first: date = self._scenario.start.date()
        return (first + timedelta(days=day)).isoformat()


def _less(value: float | None, before: float | None) -> float | None:
    return value if value is None or before is None else value - before


def _of_a_day(rows: Sequence[Row]) -> list[Row]:
    last = rows[-1].date if rows else ""
    return [row for row in rows if row.date == last]


def shown_in(value: float | None, unit: str) -> float | None:
    """A canonical number in the unit it is reported in, to 9 digits; None stays None."""
    if value is None:
        return None
    factor = float(parse_unit(unit).factor) if unit else 1.0
    return nine(value / factor)
