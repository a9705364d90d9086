"""Figures as a seat was told them: value, age, the last few values, and what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, isfinite, log10

from engine.quantities import QuantityError, show
from tui.ink import Line, cut, line
from tui.picture.data import News, Scene, Told, Value
from tui.picture.known import Known, Point, in_words
from tui.picture.times import HOUR, age, dated, lately
from tui.words import phrase

BARS = "▁▂▃▄▅▆▇█"
SAMPLES = 7
NOT_KNOWN = phrase("not known")
WHOLE = "people"
"""The unit of which nobody counts parts."""
TITLES = {
    "agreed": phrase("Help agreed to"),
    "answers": phrase("Members that said yes"),
    "asked": phrase("Help asked for"),
    "began": phrase("Leaving has begun"),
    "crowd_total": phrase("People in the streets"),
    "departed": phrase("Guards that walked away"),
    "freed_total": phrase("Own guards set free"),
    "hardest": phrase("Hardest posture ordered"),
    "heard_by": phrase("People who hear news"),
    "holds_council": phrase("Council's chair held"),
    "in_country": phrase("Men of contingents here"),
    "lapsed": phrase("Request left unanswered"),
    "lost_now": phrase("Sites lost now"),
    "offered": phrase("Granted so far"),
    "over": phrase("Leaving is over"),
    "promises_broken": phrase("Promised answers missed"),
    "pending": phrase("Members still to answer"),
    "request_open": phrase("Request still open"),
    "rung": phrase("Asked now"),
    "street_total": phrase("Men free for the street"),
    "works": phrase("Places with sandbags"),
}
"""What the screen calls a figure whose own name is too short to be understood."""
PARTS = {"in_country": "present_men"}
"""Totals whose rows are not called as they are without `_total`."""
LADDER = ("rung", "answered", "offered")
"""Readings that are a rung of a ladder."""


@dataclass(frozen=True, slots=True)
class Meter:
    """One figure as a row: its name, value, age in words, bars, and change with its span."""

    key: str
    title: str
    value: str
    age: str
    fresh: bool
    bars: str = ""
    change: str = ""


def worded(value: Value, told: Told | None, words: Mapping[str, str]) -> str:
    """A value in its unit; nothing is `not known`, and what can only be 1 or 0 is yes or no."""
    if value is None:
        return NOT_KNOWN
    if isinstance(value, str):
        return words.get(value) or in_words(value) or phrase("none")
    if told is not None and is_flag(told):
        return phrase("yes") if value else phrase("no")
    unit = "" if told is None else told.unit
    if told is None or not told.error:
        return amount(value, unit)
    return with_error(value, unit, told.error)


def with_error(value: float, unit: str, error: float) -> str:
    """A figure that is usually off by a share: `94 % ±14`, `about 2,700 people`."""
    if unit == "%":
        return f"{value * 100:.0f} % ±{max(abs(value) * error * 100, 1):.0f}"
    if not value:
        return amount(value, unit)
    return phrase("about {amount}", amount=amount(two_figures(value), unit))


def two_figures(value: float) -> float:
    """A number with its first two figures: what an uncertain count is worth saying."""
    digits = 1 - floor(log10(abs(value)))
    return round(value, digits)


def is_flag(told: Told) -> bool:
    """Whether a reading only says that something is so: its text begins like `1 while`."""
    return not told.unit and told.text.startswith("1 ")


def amount(value: float, unit: str) -> str:
    """A number in its unit, shares in whole per cent, people whole."""
    if unit == "%":
        return f"{value * 100:.0f} %"
    if not isfinite(value):
        return phrase("no end")
    if unit == WHOLE:
        value = float(round(value))
    try:
        return show(value, unit).replace("-", "−", 1)
    except QuantityError:
        return f"{value:,.6g} {unit}".strip()


def meaning(told: Told) -> str:
    """What a reading counts, or what a yes says, and how far it usually is off."""
    text = phrase("yes {text}", text=told.text[2:]) if is_flag(told) else told.text
    return (
        phrase("{text}; usually off by {amount}", text=text, amount=amount(told.error, "%"))
        if told.error
        else text
    )


def title_of(scene: Scene, key: str) -> str:
    """What a reading is called on the screen."""
    reading = key.partition(".")[2]
    told = scene.told.get(key)
    if told is not None and told.of == "meter":
        return scene.meters.get(reading) or in_words(reading)
    if told is not None and told.title:
        return told.title
    name = told.name if told is not None else reading
    return TITLES.get(name.rpartition(".")[2]) or in_words(name)


def rows_say(known: Known, key: str) -> str:
    """What the rows of a total add up to, in a sentence; empty where the seat is told none.

    Each row and the total are reports of their own, each late and off by itself, so that they need
    not agree.
    """
    agent, _, reading = key.partition(".")
    rows = PARTS.get(reading) or reading.removesuffix("_total")
    row, figure = f"{agent}.{rows}", known.view.figures.get(f"{agent}.{rows}")
    told = known.scene.told.get(row)
    if row == key or told is None or told.of == "self" or figure is None:
        return ""
    values = [value for value in figure.values if isinstance(value, float | int)]
    said = worded(float(sum(values)), told, {})
    old = age(known.now - min(figure.as_of, default=known.now))
    return phrase(
        "The rows told of it add up to {said}, {old} old; each report is late and off by itself.",
        said=said,
        old=old,
    )


def is_rung(scene: Scene, key: str) -> bool:
    """Whether a reading is a rung of some ladder, which has a pane of its own."""
    agent, _, reading = key.partition(".")
    return agent in scene.rungs and reading in LADDER


def _has_a_pane(scene: Scene, key: str) -> bool:
    """A rung stands on its ladder, the clocks of a consultation and flights on their boards."""
    return is_rung(scene, key) or key.endswith((".clocks", ".board"))


def meters(known: Known) -> list[Meter]:
    """The single figures that the seat is told, declared meters first."""
    scene = known.scene
    keys = [
        key for key, told in scene.told.items() if told.of == "meter" and not is_rung(scene, key)
    ]
    keys += [k for k, told in scene.told.items() if told.of == "self" and not _has_a_pane(scene, k)]
    return [meter(known, key, scene.told[key]) for key in keys]


def meter(known: Known, key: str, told: Told) -> Meter:
    """One figure as a row."""
    title = title_of(known.scene, key)
    figure = known.view.figures.get(key)
    if figure is None or not figure.values:
        return Meter(key, title, "?", "–", False)
    since = known.now - min(figure.as_of)
    bars, change = course(known.history.of(key), told, min(figure.as_of))
    if is_flag(told):
        bars, change = "", ""
    value = worded(figure.values[0], told, known.words())
    return Meter(
        key, title, value, age(since), since <= lately(told.after, known.scene.beat), bars, change
    )


def course(points: Sequence[Point], told: Told, latest: int) -> tuple[str, str]:
    """Bars for the last hours, one an hour, and the change over them.

    Both are of the figures as they were told. A change that the error of two reports could make up
    is called that: nobody can tell it from none.
    """
    unit = told.unit
    hours = [latest - HOUR * back for back in reversed(range(SAMPLES))]
    told_then = (_at(points, second) for second in hours)
    # What has no end, such as the hours of a lift that cannot land, has no height either.
    values = [value for value in told_then if value is not None and isfinite(value)]
    if len(values) < 2:
        return "", ""
    change = values[-1] - values[0]
    span = f"{len(values) - 1} h"
    if abs(change) < 1e-9:
        return bars_of(values, unit), phrase("no change")
    if abs(change) < told.error * (abs(values[0]) + abs(values[-1])):
        return bars_of(values, unit), phrase("within error")
    text = amount(abs(change), unit).split(" ")[0]
    return bars_of(values, unit), phrase(
        "{which}{text} in {span}", which="+" if change > 0 else "−", text=text, span=span
    )


def _at(points: Sequence[Point], second: int) -> float | None:
    found: Value = None
    for point in points:
        if point.since > second:
            break
        found = point.values[0] if point.values else None
    return float(found) if isinstance(found, float | int) else None


def bars_of(values: Sequence[float], unit: str) -> str:
    """Bars of eight heights; shares from nothing to all, others from their least to their most."""
    low, high = (0.0, 1.0) if unit == "%" else (min(0.0, *values), max(values))
    if high <= low:
        return BARS[0] * len(values)
    steps = len(BARS) - 1
    return "".join(
        BARS[round(min(max((value - low) / (high - low), 0.0), 1.0) * steps)] for value in values
    )


BETWEEN = 2
"""Things heard that are listed between two values; the rest are counted."""


def told_so_far(known: Known, key: str, width: int) -> list[Line]:
    """What the seat was told of a reading, newest first, and what else it heard in between."""
    told = known.scene.told.get(key)
    points = known.history.of(key)
    if not points:
        return [line((phrase(" You were told nothing of it yet."), "$dim"))]
    heard = [item for item in known.news if item.sort != "means" and item.text]
    rows: list[Line] = []
    until = known.now
    for number in reversed(range(len(points))):
        point = points[number]
        between = [item for item in heard if point.since < item.at <= until]
        rows += [_heard_row(known, item) for item in reversed(between[-BETWEEN:])]
        if len(between) > BETWEEN:
            more = phrase("and {count} more · t", count=len(between) - BETWEEN)
            rows.append(line((f"{'':<15}{more}", "$faint")))
        older = points[number - 1].values if number else ()
        rows.append(_told_row(known, point, older[0] if older else None, told))
        until = point.since
    return [cut(row, width) for row in rows]


def _told_row(known: Known, point: Point, older: Value, told: Told | None) -> Line:
    value = point.values[0] if point.values else None
    change = ""
    if isinstance(value, float) and isinstance(older, float):
        text = amount(abs(value - older), "" if told is None else told.unit)
        change = f"{'+' if value > older else '−'}{text}"
    start = known.scene.start
    return line(
        (f" {dated(start, point.since):<13}", "$dim"),
        (f"{worded(value, told, known.words()):>14}", "bold"),
        (f"{change:>13}", "$dim"),
        (phrase("  told {dated}", dated=dated(start, point.told)), "$faint"),
    )


def _heard_row(known: Known, item: News) -> Line:
    text = item.text.removeprefix(f"{item.headline}: ")
    return line(
        (f" {dated(known.scene.start, item.at):<13}", "$faint"),
        (f" ▸ {item.headline}  ", "$own"),
        (text, "$dim"),
    )
