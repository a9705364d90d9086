"""When moves open, and how many orders each seat has in one."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.names import did_you_mean, listed
from engine.scenario.expressions import Compiled
from engine.scenario.models import Format
from engine.scenario.scenario import Scenario
from engine.scene import Scene
from engine.world import World

FIRST = "*"
"""Asks for the scenario's first format, or none where it has none."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The planned moves of a game, in seconds; with the `format` that is in force, if one is.

    `before` are the moves that lie before the first: a bot plays those for everybody.
    """

    at: tuple[int, ...]
    name: str = ""
    format: Format | None = None
    before: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """The second at which people take over."""
        return self.at[0] if self.format is not None and self.at else 0

    def number_at(self, second: int) -> int:
        """The number, from 1, of the move planned for this second; 0 if none is."""
        return self.at.index(second) + 1 if second in self.at else 0

    def chapter_of(self, number: int) -> int:
        """The chapter, from 0, in which a planned move lies; the last one after the last move."""
        if self.format is None:
            return 0
        second = self.at[min(number, len(self.at)) - 1] if self.at else 0
        begun = [min(times) <= second for times in self.format.chapters.values() if times]
        return max(sum(begun) - 1, 0)

    def chapter_title(self, number: int) -> str:
        """The title of the chapter in which a planned move lies; empty without a format."""
        titles = () if self.format is None else tuple(self.format.chapters)
        return titles[self.chapter_of(number)] if titles else ""

    def after(self, second: int) -> int | None:
        """The next planned move after a second; None after the last."""
        later = bisect_right(self.at, second)
        return self.at[later] if later < len(self.at) else None

    def opens(self, world: World) -> bool:
        """Whether a move opens now, people playing or the bot before them."""
        if self.format is None:
            return world.now in self.at
        return world.turn.at == world.now or world.now in self.before

    def most(self, seat: str) -> int | None:
        """How many orders a seat has in each move; None without a format: as many as it likes."""
        if self.format is None:
            return None
        return self.format.orders.get(seat, self.format.orders.get("otherwise", 1))

    def left(self, world: World, seat: str) -> int | None:
        """How many orders a seat has left in this move; None where nobody counts."""
        most = self.most(seat)
        if most is None or not world.turn.number:
            return None
        return max(most - len(world.turn.counted.get(seat, ())), 0)

    def conditions(self, scenario: Scenario) -> Iterator[tuple[str, Compiled]]:
        """Conditions that the format in force adds, with the seat that judges each."""
        if self.format is None:
            return
        if self.format.extra is not None:
            yield from (("", each.when) for each in self.format.extra.by.values())
        for forecast in scenario.forecasts.values():
            yield "", forecast.when
            if forecast.open is not None:
                yield from ((seat, forecast.open) for seat in scenario.seats)
        for seat, rows in scenario.staff.items():
            yield from ((seat, row.when) for row in rows.values() if row.when is not None)

    def ended(self, scene: Scene) -> Scene:
        """The scene of a game that ends when the format says."""
        return scene if self.format is None else replace(scene, end_second=self.format.ends)


def schedule_of(scenario: Scenario, name: str = "") -> Schedule:
    """The moves of a game under a format; without one, moves open and limit nobody.

    Raises LookupError if the scenario has no such format.
    """
    if not name:
        return Schedule(moves_of(scenario))
    format = scenario.formats.get(name)
    if format is None:
        raise LookupError(_unknown(scenario, name))
    at = _times(format, scenario.beat)
    before = tuple(second for second in moves_of(scenario) if at and second < at[0])
    return Schedule(at, name, format, before)


def named(scenario: Scenario, wanted: str | None) -> str:
    """The name of the format wanted; empty for none. Raises LookupError for one there is not."""
    if wanted == FIRST:
        return next(iter(scenario.formats), "")
    if wanted and wanted not in scenario.formats:
        raise LookupError(_unknown(scenario, wanted))
    return wanted or ""


def _unknown(scenario: Scenario, name: str) -> str:
    known = list(scenario.formats)
    if not known:
        return f"no format `{name}`; this scenario has none"
    hint = did_you_mean(name, known) or f"; there are {listed(known, 'and')}"
    return f"no format `{name}`{hint}"


def moves_of(scenario: Scenario) -> tuple[int, ...]:
    """When moves open: as the first format says, or every six beats where there is none."""
    for format in scenario.formats.values():
        return _times(format, scenario.beat)
    return tuple(range(0, scenario.end, 6 * scenario.beat))


def _times(format: Format, beat: int) -> tuple[int, ...]:
    """When its moves open: each with the first beat that is not before its time."""
    times = (-(-at // beat) * beat for chapter in format.chapters.values() for at in chapter)
    return tuple(sorted(dict.fromkeys(times)))
