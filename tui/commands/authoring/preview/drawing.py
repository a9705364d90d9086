"""The two pictures of the page: where it happens, and when."""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from engine.scenario.scenario import Scenario
from tui.commands.authoring.preview.html import tag, text

Point = tuple[float, float]
WIDE, HIGH, EDGE = 720.0, 460.0, 40.0
LANE = 16.0
LINE = 13.0
"""How high a line of labels is."""
LETTER = 6.7
"""How wide a letter of a label is, about."""


def map_of(scenario: Scenario) -> str:
    """Places as circles by their people, over the outline of the map."""
    lines = list(_lines(scenario.map))
    places = {id: (town.at[1], town.at[0]) for id, town in scenario.places.items()}
    points = [*places.values(), *(point for line in lines for point in line)]
    if not places:
        return ""
    put = _projection(points)
    drawn = [_path([put(point) for point in line]) for line in lines]
    spots: list[tuple[float, float, float, str]] = []
    most = max(town.people.number for town in scenario.places.values()) or 1.0
    for id, at in places.items():
        town, (x, y) = scenario.places[id], put(at)
        radius = 3.0 + 11.0 * math.sqrt(max(town.people.number, 0.0) / most)
        said = f"{town.title}: {town.people.number:,.0f} people, {len(town.sites)} sites"
        drawn.append(_tag("circle", tag("title", text(said)), cx=x, cy=y, r=radius, class_="place"))
        spots.append((x, y, radius, town.title))
    drawn += _labels(spots)
    said = f"A map of {len(places)} places"
    return _picture(said, WIDE, HIGH, drawn, "map")


def _labels(spots: Sequence[tuple[float, float, float, str]]) -> Iterator[str]:
    """A name beside each circle; one that would lie over another goes higher or lower."""
    taken: list[tuple[float, float, float]] = []
    for x, y, radius, title in sorted(spots, key=lambda spot: (spot[1], spot[0])):
        side = "end" if x > WIDE - 120 else "start"
        at = x - radius - 4 if side == "end" else x + radius + 4
        left, right = (at - LETTER * len(title), at) if side == "end" else (
            at, at + LETTER * len(title))  # fmt: skip

        def free(row: float, left: float = left, right: float = right) -> bool:
            return LINE <= row <= HIGH - 4 and not any(
                abs(row - other) < LINE and left < end and start < right
                for start, end, other in taken
            )

        ways = (step * LINE * sign for step in range(len(spots) + 1) for sign in (1, -1))
        row = next((y + 4 + way for way in ways if free(y + 4 + way)), y + 4)
        taken.append((left, right, row))
        if row != y + 4:
            yield _tag("line", "", x1=x, y1=y, x2=at, y2=row - 4, class_="day")
        yield _tag("text", text(title), x=at, y=row, text_anchor=side)


def _projection(points: Sequence[Point]) -> Callable[[Point], Point]:
    """From longitude and latitude to the picture, east and west drawn in as they are."""
    middle = math.cos(math.radians(sum(y for _, y in points) / len(points)))
    xs, ys = [x * middle for x, _ in points], [y for _, y in points]
    size = max((max(xs) - min(xs)) / (WIDE - 2 * EDGE), (max(ys) - min(ys)) / (HIGH - 2 * EDGE))
    size = size or 1.0

    def put(point: Point) -> Point:
        x = (point[0] * middle - (min(xs) + max(xs)) / 2) / size + WIDE / 2
        y = HIGH / 2 - (point[1] - (min(ys) + max(ys)) / 2) / size
        return round(x, 1), round(y, 1)

    return put


def _lines(words: str) -> Iterator[list[Point]]:
    """Every line and every edge of an area in a map that was checked."""
    features = json.loads(words).get("features", []) if words else []
    for feature in features:
        yield from _inside((feature.get("geometry") or {}).get("coordinates"))


def _inside(held: object) -> Iterator[list[Point]]:
    if not isinstance(held, list) or not held:
        return
    if all(isinstance(item, list) and item and not isinstance(item[0], list) for item in held):
        yield [(float(item[0]), float(item[1])) for item in held if len(item) > 1]
        return
    for item in held:
        yield from _inside(item)


def _path(points: Sequence[Point]) -> str:
    way = "M" + " L".join(f"{x:g} {y:g}" for x, y in points)
    return _tag("path", "", d=way, class_="line")


def times_of(scenario: Scenario) -> str:
    """Days, moves, the orders of the record, and everything that comes at a time."""
    wide = 960.0
    span = float(max(scenario.end, 1))

    def across(second: float) -> float:
        return round(EDGE + second / span * (wide - 2 * EDGE), 1)

    moves = [at for chapter in _moves(scenario) for at in chapter]
    timed = [
        (inject.at, inject.headline or id)
        for id, inject in scenario.injects.items()
        if inject.at is not None
    ]
    lanes = list(_laned([(across(at), title) for at, title in sorted(timed)]))
    high = 76.0 + LANE * (1 + max((lane for _, _, lane in lanes), default=-1))
    drawn = [*_days(scenario, across, high)]
    for at in moves:
        x = across(at)
        drawn.append(_tag("path", "", d=f"M{x - 4:g} 44 L{x + 4:g} 44 L{x:g} 52 Z", class_="move"))
    for past in scenario.history.values():
        x, title = across(past.at), tag("title", text(past.order))
        drawn.append(_tag("path", title, d=f"M{x:g} 54 L{x:g} 62", class_="past"))
    for x, title, lane in lanes:
        y = 70.0 + LANE * lane
        drawn.append(_tag("circle", "", cx=x, cy=y, r=3.5, class_="inject"))
        side = "end" if x > wide - 160 else "start"
        shift = -7 if side == "end" else 7
        drawn.append(_tag("text", text(title), x=x + shift, y=y + 4, text_anchor=side))
    said = (
        f"A timeline with {len(moves)} moves, {len(timed)} timed injects"
        f" and {len(scenario.history)} orders of the record"
    )
    return _picture(said, wide, high, drawn, "times")


def _moves(scenario: Scenario) -> Iterator[Sequence[int]]:
    for played in list(scenario.formats.values())[:1]:
        yield from played.chapters.values()


def _days(scenario: Scenario, across: Callable[[float], float], high: float) -> Iterator[str]:
    """A line and a name for each day."""
    first = scenario.start.replace(hour=0, minute=0, second=0)
    days = (scenario.start + timedelta(seconds=scenario.end) - first).days + 1
    every = max(1, math.ceil(days / 14))
    for number in range(0, days, every):
        second = (first + timedelta(days=number) - scenario.start).total_seconds()
        x = across(max(second, 0.0))
        yield _tag("line", "", x1=x, x2=x, y1=24, y2=high - 6, class_="day")
        yield _tag("text", f"day {number + 1}", x=x + 3, y=18)


def _laned(items: Sequence[tuple[float, str]]) -> Iterator[tuple[float, str, int]]:
    """Labels in as few lines as do not overlap."""
    free: list[float] = []
    for x, title in items:
        end = x + 14 + LETTER * len(title)
        lane = next((n for n, taken in enumerate(free) if taken <= x), len(free))
        if lane == len(free):
            free.append(0.0)
        free[lane] = end
        yield x, title, lane


def _picture(said: str, wide: float, high: float, drawn: Sequence[str], sort: str) -> str:
    inner = tag("title", text(said)) + "".join(drawn)
    whole = tag("svg", inner, viewBox=f"0 0 {wide:g} {high:g}", role="img", class_=sort)
    return tag("div", whole, class_="wide")


def _tag(name: str, inner: str, **given: object) -> str:
    """An element of a picture; numbers are written short."""
    shown = {
        key: f"{value:g}" if isinstance(value, float) else str(value)
        for key, value in given.items()
    }
    return tag(name, inner, **shown)
