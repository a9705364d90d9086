"""Can help come in time? Hours on the way against the hours for which a place may still hold.

Both are the staff's arithmetic over what the seat was told, and no more: a place is expected to
hold until those ready for violence are half as many as the men who face them, or as many, if their
number goes on as it went in the last hours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from engine.quantities import QuantityError, parse_quantity
from tui.picture.data import Form, Place
from tui.picture.known import Known, Point
from tui.picture.times import DAY, HOUR, hour
from tui.words import phrase

EARTH_KM = 6371.0
LOOKS_BACK = 6 * HOUR
EARLY, LATE = 0.5, 1.0
"""Violent people for each man who faces them, from which a place may fall, and will."""
FEW = 10.0
MOST = 2


@dataclass(frozen=True, slots=True)
class Holds:
    """A place under pressure: the first and the last second to which it is expected to hold.

    Both may lie in the past: then it may fall at any hour. `late` is None where the last is more
    than a day away.
    """

    place: str
    title: str
    early: int
    late: int | None


def holds(known: Known, place: str) -> Holds | None:
    """How long a place may hold; None where nothing is told of it, or nothing presses it."""
    places = [each.id for each in known.scene.places]
    violent, facing = _key(known, "violent"), _key(known, "facing") or _key(known, "street")
    if place not in places or violent is None or facing is None:
        return None
    at = places.index(place)
    points = _course(known.history.of(violent), at)
    men = _last(known.history.of(facing), at)
    if not points or men is None or points[-1][1] < FEW:
        return None
    now, hands = points[-1]
    growth = _growth(points)
    early = _when(now, hands, growth, EARLY * men)
    if early is None or early > known.now + DAY:
        return None
    late = _when(now, hands, growth, LATE * men)
    title = known.scene.places[at].title
    return Holds(place, title, early, late if late is None or late <= early + DAY else None)


def pressed(known: Known) -> list[Holds]:
    """The places that may fall within a day, the first first."""
    found = [holds(known, place.id) for place in known.scene.places]
    return sorted((each for each in found if each is not None), key=lambda each: each.early)


def until(known: Known, found: Holds) -> str:
    """`until 02:00 to 05:00`, `may fall before 03:00`: what is expected, in whole hours."""
    start, now = known.scene.start, known.now
    early = hour(start, found.early // HOUR * HOUR, now)
    late = "" if found.late is None else hour(start, -(-found.late // HOUR) * HOUR, now)
    if found.early > now:
        return (
            phrase("until {early} to {late}", early=early, late=late)
            if late
            else phrase("at least until {early}", early=early)
        )
    if found.late is not None and found.late <= now:
        return phrase("outnumbered now")
    return phrase("may fall before {late}", late=late) if late else phrase("may fall at any hour")


def on_the_way(known: Known, form: Form, values: Mapping[str, str]) -> tuple[float, float] | None:
    """Least and most hours on the way for what stands in the form; None if it sends nobody."""
    moves = form.moves
    if moves is None:
        return None
    ways = moves.ways.get(values.get(moves.way, ""), moves.ways.get("road"))
    target = _place(known, values.get(moves.target, ""))
    if ways is None or target is None:
        return None
    origin = _place(known, values.get(moves.origin, ""))
    origins = [origin] if origin is not None else known.scene.places
    far = [kilometres(each, target) for each in origins if each.id != target.id]
    if not far:
        return None
    (quick, slow), (least, most) = ways
    return quick + min(far) / most, slow + max(far) / least


def race(known: Known, form: Form, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Labels and words for the form: the way, how long the place holds, and who else is pressed."""
    hours = on_the_way(known, form, values)
    if form.moves is None or hours is None:
        return []
    start, now = known.scene.start, known.now
    out = now + taking(form)
    first = (out + int(hours[0] * HOUR)) // HOUR * HOUR
    last = -(-(out + int(hours[1] * HOUR)) // HOUR) * HOUR
    there = phrase("{first} to {last}", first=hour(start, first, now), last=hour(start, last, now))
    rows = [
        (
            phrase("On the way"),
            phrase(
                "{least:.0f} to {most:.0f} h, there {there}",
                least=hours[0],
                most=hours[1],
                there=there,
            ),
        )
    ]
    target = values.get(form.moves.target, "")
    found = holds(known, target)
    rows.append((phrase("Holds"), phrase("nothing you were told presses it") if found is None
                 else until(known, found)))  # fmt: skip
    others = [each for each in pressed(known) if each.place != target]
    if others:
        said = "; ".join(f"{each.title} {until(known, each)}" for each in others[:MOST])
        rows.append((phrase("Also asks"), said))
    return rows


def taking(form: Form, values: Mapping[str, object] | None = None) -> int:
    """Seconds until a card takes effect, where it says so in hours, or in one of its own fields."""
    given = (values or {}).get(form.takes)
    if isinstance(given, float | int):
        return round(given * HOUR)
    try:
        return round(parse_quantity(str(given) if given else form.takes, "h").number * HOUR)
    except QuantityError:
        return 0


def kilometres(one: Place, other: Place) -> float:
    """The shortest way over a round Earth."""
    north, other_north = radians(one.latitude), radians(other.latitude)
    half_east = radians(other.longitude - one.longitude) / 2
    chord = sin((other_north - north) / 2) ** 2
    chord += cos(north) * cos(other_north) * sin(half_east) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))


def _place(known: Known, id: str) -> Place | None:
    return next((each for each in known.scene.places if each.id == id), None)


def _key(known: Known, reading: str) -> str | None:
    for key, told in known.scene.told.items():
        if told.of == "place" and key.partition(".")[2] == reading:
            return key
    return None


def _course(points: Sequence[Point], at: int) -> list[tuple[int, float]]:
    """When and how many, of one place, over the last hours that were told of."""
    found = [
        (point.as_of[at] if at < len(point.as_of) else point.since, float(value))
        for point in points
        if at < len(point.values) and isinstance(value := point.values[at], float | int)
    ]
    latest = found[-1][0] if found else 0
    return [each for each in found if each[0] >= latest - LOOKS_BACK]


def _last(points: Sequence[Point], at: int) -> float | None:
    value = points[-1].values[at] if points and at < len(points[-1].values) else None
    return float(value) if isinstance(value, float | int) else None


def _growth(points: list[tuple[int, float]]) -> float:
    """People a second."""
    (first, before), (last, after) = points[0], points[-1]
    return (after - before) / (last - first) if last > first else 0.0


def _when(now: int, hands: float, growth: float, wanted: float) -> int | None:
    """When so many are reached; never without growth."""
    if hands >= wanted:
        return now
    return None if growth <= 0 else now + round((wanted - hands) / growth)
