"""What the plays of a trial say: counted, and laid beside what there is to reach."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from engine.moments import HOUR
from engine.scenario.scenario import Scenario
from lab.runs import median
from lab.spread import wilson
from lab.trying.asking import Asked
from lab.trying.items import Item, items_of, left_out
from lab.trying.playing import Row
from lab.trying.weighing import Beaten, beaten

QUARTERS = (0.0, 0.25, 0.5, 0.75)
"""Shares of the time a scenario can last at which it is asked how much is decided."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One thing of the scenario: in how many plays each of its sides was reached."""

    item: Item
    plays: Mapping[str, int]

    @property
    def missing(self) -> tuple[str, ...]:
        """Sides that no play reached."""
        return tuple(side for side in self.item.sides if not self.plays[side])


@dataclass(frozen=True, slots=True)
class Crash:
    """Plays that broke off in the same way: how often, and the command that does it again."""

    error: str
    at: str
    plays: int
    seed: int
    hours: float
    command: str


@dataclass(frozen=True, slots=True)
class Met:
    """An aim, or all aims of a seat: the share of plays that met it, and where it may lie."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Decided:
    """How far the ending is decided at an hour.

    `over` is the share of plays that had ended. `told` is, of the others, the share whose ending
    is the commonest among those other plays that had the same injects, in any order, by then; a
    play that is alone with its injects is told by the commonest ending of all. `common` is what
    injects must beat: the share of the others that have the commonest ending.
    """

    hour: float
    over: float
    told: float | None
    common: float | None = None


@dataclass(frozen=True)
class Figures:
    """Everything that is reported. `hours`, `moves` are shortest, median and longest."""

    asked: Asked
    played: int
    finished: int
    crashes: Sequence[Crash]
    reached: Sequence[Reached]
    endings: Mapping[str, int]
    hours: tuple[float, float, float]
    moves: tuple[float, float, float]
    minutes: float
    """Of the median play, from the minutes of its format; 0 if no format says."""
    decided: Sequence[Decided]
    seats: Mapping[str, Met]
    aims: Mapping[str, Mapping[str, Met]]
    beaten: Sequence[Beaten] = ()
    left_out: Sequence[str] = ()

    @property
    def coverage(self) -> float:
        """The share of all sides that were reached, from 0 to 1."""
        sides = [bool(count) for each in self.reached for count in each.plays.values()]
        return sum(sides) / len(sides) if sides else 1.0

    @property
    def missing(self) -> list[Reached]:
        """Things of which some side was never reached, in file order."""
        return [each for each in self.reached if each.missing]

    def plain(self) -> dict[str, object]:
        """As JSON."""
        return {
            "test": 1,
            "scenario": self.asked.scenario,
            "seed": self.asked.seed,
            "bots": list(self.asked.bots),
            "plays": self.played,
            "finished": self.finished,
            "coverage": round(100 * self.coverage, 1),
            "crashes": [asdict(crash) for crash in self.crashes],
            "items": [_plain(each) for each in self.reached],
            "left_out": list(self.left_out),
            "dominated": [each.plain() for each in self.beaten],
            "endings": dict(self.endings),
            "hours": dict(zip(("shortest", "median", "longest"), self.hours, strict=True)),
            "moves": dict(zip(("shortest", "median", "longest"), self.moves, strict=True)),
            "minutes": round(self.minutes, 1),
            "decided": [asdict(each) for each in self.decided],
            "seats": {
                seat: {
                    **asdict(met),
                    "aims": {aim: asdict(each) for aim, each in self.aims[seat].items()},
                }
                for seat, met in self.seats.items()
            },
        }


def _plain(each: Reached) -> dict[str, object]:
    place = each.item.place
    return {
        "sort": each.item.sort, "path": each.item.path, "file": place.file, "line": place.line,
        "plays": dict(each.plays), "missing": list(each.missing),
    }  # fmt: skip


def figures_of(asked: Asked, scenario: Scenario, rows: Sequence[Row]) -> Figures:
    """Count what was played. Plays that broke off count for nothing but themselves."""
    done = [row for row in rows if "error" not in row]
    counts = Counter(mark for row in done for mark in row["reached"])
    moves = _spread([row["moves"] for row in done])
    format = scenario.formats.get(asked.format or next(iter(scenario.formats), ""))
    whole = sum(len(chapter) for chapter in format.chapters.values()) if format else 0
    seats, aims = _aims(scenario, done)
    return Figures(
        asked=asked,
        played=len(rows),
        finished=len(done),
        crashes=_crashes(rows),
        reached=[
            Reached(item, {side: counts[f"{item.path}:{side}"] for side in item.sides})
            for item in items_of(scenario)
        ],
        endings=dict.fromkeys(scenario.endings, 0) | Counter(row["ending"] for row in done),
        hours=_spread([row["hours"] for row in done]),
        moves=moves,
        minutes=format.minutes * moves[1] / whole if format and whole else 0.0,
        decided=_decided(scenario, done),
        seats=seats,
        aims=aims,
        left_out=left_out(scenario),
        beaten=beaten(scenario, [(row["open"], row["beaten"]) for row in done]),
    )


def _crashes(rows: Sequence[Row]) -> list[Crash]:
    """Each way in which plays broke off, the commonest first."""
    alike: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if "error" in row:
            alike[row["error"], row["at"]].append(row)
    found = [
        Crash(error, at, len(own), own[0]["seed"], own[0]["hours"], own[0]["command"])
        for (error, at), own in alike.items()
    ]
    return sorted(found, key=lambda crash: (-crash.plays, crash.seed))


def _spread(values: Sequence[float]) -> tuple[float, float, float]:
    if not values:
        return 0.0, 0.0, 0.0
    return min(values), median(values) or 0.0, max(values)


def _aims(
    scenario: Scenario, rows: Sequence[Row]
) -> tuple[dict[str, Met], dict[str, dict[str, Met]]]:
    """By seat: aims met on average, and each aim, with the interval of that many plays."""
    seats, aims = {}, {}
    for seat, written in scenario.seats.items():
        if not written.aims or not rows:
            continue
        aims[seat] = {
            id: _met([float(row["aims"][seat][id]) for row in rows]) for id in written.aims
        }
        shares = [sum(row["aims"][seat].values()) / len(written.aims) for row in rows]
        seats[seat] = _met(shares)
    return seats, aims


def _met(values: Sequence[float]) -> Met:
    share = sum(values) / len(values)
    low, high = wilson(share, len(values))
    return Met(share, low, high)


def _decided(scenario: Scenario, rows: Sequence[Row]) -> list[Decided]:
    """How well the injects so far tell the ending, at each quarter of the longest time."""
    if not rows:
        return []
    return [_decided_at(quarter * scenario.end / HOUR, rows) for quarter in QUARTERS]


def _decided_at(hour: float, rows: Sequence[Row]) -> Decided:
    running = [row for row in rows if row["hours"] > hour]
    over = 1 - len(running) / len(rows)
    if not running:
        return Decided(hour, over, None)
    everybody = Counter(row["ending"] for row in running)
    alike: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for row in running:
        alike[_so_far(row, hour)][row["ending"]] += 1
    told = 0.0
    for row in running:
        others = alike[_so_far(row, hour)] - Counter([row["ending"]])
        told += _first(others or everybody - Counter([row["ending"]]), row["ending"])
    return Decided(hour, over, told / len(running), max(everybody.values()) / len(running))


def _so_far(row: Row, hour: float) -> frozenset[str]:
    return frozenset(inject for at, inject in row["fired"] if at <= hour)


def _first(counts: Counter[str], ending: str) -> float:
    """Whether an ending is the commonest; a part of it where several are as common."""
    if not counts:
        return 0.0
    most = max(counts.values())
    return (counts[ending] == most) / sum(count == most for count in counts.values())
