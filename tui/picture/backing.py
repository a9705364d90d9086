"""How long a promise of help may hold up the ranks while nobody has come, as staff reckon it.

The hours are ranges that anybody may read (`whitecell explain`); what they are in this game is
nobody's to know.
"""

from dataclasses import dataclass

from tui.ink import Line, line
from tui.picture.known import Known, Point
from tui.picture.times import HOUR, hour
from tui.words import phrase

KIND, AGREED, HERE = "alliance", "agreed", "in_country"
SPAN = 72 * HOUR


@dataclass(frozen=True, slots=True)
class Backing:
    """When the promise was told, from when to when it may begin to fade, and how fast then.

    `landed` is when the first men were told to be here; a promise that is kept does not fade.
    """

    since: int
    early: int
    late: int
    half: tuple[float, float]
    landed: int | None = None


def backing(known: Known) -> Backing | None:
    """The last promise that the seat was told of; None without one, or where nobody reckons."""
    written = known.scene.backing
    agreed = _since(known, AGREED)
    if written is None or agreed is None:
        return None
    early, late = (agreed + round((written.heard[n] + written.waits[n]) * HOUR) for n in (0, 1))
    return Backing(agreed, early, late, written.half, _since(known, HERE))


def _since(known: Known, reading: str) -> int | None:
    """Since when a reading has been more than nothing."""
    key = next((key for key in known.scene.told if key.partition(".")[2] == reading), None)
    found: int | None = None
    for point in () if key is None else known.history.of(key):
        found = (point.since if found is None else found) if _is_so(point) else None
    return found


def _is_so(point: Point) -> bool:
    return any(isinstance(value, float | int) and value > 0 for value in point.values)


def words(known: Known, found: Backing) -> str:
    """How long it holds, in a sentence."""
    start, now = known.scene.start, known.now
    if found.landed is not None:
        return phrase("men are here since {hour}: it holds", hour=hour(start, found.landed, now))
    early, late = hour(start, found.early, now), hour(start, found.late, now)
    least, most = found.half
    lost = phrase("then half is lost in {least:g} to {most:g} h", least=least, most=most)
    if now >= found.late:
        return phrase("nobody has come: it fades since {late} at the latest", late=late)
    if now >= found.early:
        return phrase("nobody has come: it may fade already, from {late} it does", late=late)
    return phrase(
        "whole until {early} to {late} if nobody comes, {lost}", early=early, late=late, lost=lost
    )


def backing_line(known: Known, found: Backing, name: int, cells: int) -> Line:
    """A bar beside the clocks: whole, may fade, fades; `●` is now."""
    marks: list[str] = []
    for cell in range(cells):
        second = found.since + SPAN * cell // cells
        whole = found.landed is not None or second < found.early
        marks.append("━" if whole else "╌" if second < found.late else "·")
    here = min((known.now - found.since) * cells // SPAN, cells - 1)
    bar = "".join(marks)
    return line(
        (f" {phrase('Backing'):<{name}}", ""),
        (bar[:here], "$own"),
        ("●", "bold $own"),
        (bar[here + 1 :], "$own"),
        (" 3 d ", "$faint"),
        (words(known, found), "$dim"),
    )
