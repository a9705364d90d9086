"""Flights and stands on an axis of time, and the same in words."""

from collections.abc import Iterator, Sequence

from tui.ink import Line, cut, line
from tui.picture.flights import (
    CIRCLES,
    COMES,
    FAULT,
    GONE,
    STANDS,
    Airfield,
    Flight,
    Lift,
    due,
    lift,
    under_way,
)
from tui.picture.known import Known
from tui.picture.times import HOUR, dated, hour, moment
from tui.words import phrase, sense

NAME, SAYS = 22, 20
BACK, AHEAD = 12 * HOUR, 6 * HOUR
EVERY = 3
LOAD, READY, FLY, HEAD, HOLD, UNLOAD, BROKEN, LEFT, EXPECTED, SHUT = ":·─▶~▆×╌┄×"
LEGEND = phrase(": load · ready ─▶ fly ~ hold ▆ stand × fault ╌ back")
WAITS = {
    "waiting": phrase("wait for an aircraft"),
    "loading": sense("flights", "load"),
    "mending": phrase("are mended"),
    "ready": phrase("are ready to leave"),
}
WAYS = {
    "in": sense("a flight", "in"),
    "home": sense("a flight", "home"),
    "out": sense("a flight", "out"),
}


class Axis:
    """Which cell a second falls into."""

    def __init__(self, first: int, last: int, cells: int) -> None:
        self.first, self.last, self.cells = first, max(last, first + HOUR), max(cells, 8)

    @classmethod
    def around(cls, now: int, width: int, shift: int = 0) -> "Axis":
        """From half a day before to some hours after, moved by `shift` seconds."""
        begin = max(now - BACK + shift, 0) // HOUR * HOUR
        return cls(begin, begin + BACK + AHEAD, width - NAME - SAYS)

    def cell(self, second: int) -> int:
        """The cell of a second; may lie outside."""
        return (second - self.first) * self.cells // (self.last - self.first)

    def heads(self, known: Known) -> str:
        """Hours over their cells, and a mark at now."""
        marks = [" "] * (self.cells + 5)
        now = self.cell(known.now)
        for second in range(self.first, self.last, EVERY * HOUR):
            at = moment(known.scene.start, second)
            text = f"{at:%H}" if at.hour else f"{at.day} {at:%b}"
            cell = self.cell(second)
            if not cell - 1 <= now <= cell + len(text):
                marks[cell : cell + len(text)] = text
        if 0 <= now < self.cells:
            marks[now] = "▼"
        return "".join(marks[: self.cells])


def heading(known: Known, axis: Axis) -> Line:
    """The axis."""
    return line((" " * NAME + axis.heads(known), "$faint"))


def shown(found: Lift, axis: Axis) -> list[Flight]:
    """Flights of which something falls on the axis: under way as they left, then those over."""
    here = [
        each
        for each in found.flights
        if each.first < axis.last and (each.ends is None or each.ends >= axis.first)
    ]
    return sorted(here, key=lambda each: (each.over, -(each.ends or 0), each.leaves or 0, each.id))


def flight_line(known: Known, found: Lift, flight: Flight, axis: Axis) -> Line:
    """A flight as a bar: loads, flies, holds, stands, goes back."""
    cells = [" "] * axis.cells
    end = flight.ends if flight.ends is not None else found.as_of
    lands = due(found, flight)
    spans = [
        (flight.loads, flight.ready or flight.leaves, LOAD),
        (flight.ready, flight.leaves, READY),
        (flight.leaves, flight.arrives, FLY),
        (flight.arrives, flight.parks, HOLD),
        (flight.parks, flight.broke, UNLOAD),
        (flight.broke, None, BROKEN),
    ]
    for since, until, mark in spans:
        if since is not None:
            _fill(cells, axis, since, end if until is None else min(until, end), mark)
    if lands is not None:
        _fill(cells, axis, found.as_of, lands, EXPECTED)
    for at in (flight.arrives, lands):
        if at is not None and 0 <= (cell := axis.cell(at) - 1) < axis.cells:
            cells[cell] = HEAD
    if flight.over:
        takes = found.takes.get(flight.force, 0)
        _fill(cells, axis, end, min(end + takes, found.as_of), LEFT)
    style = "$faint" if flight.over else "$own" if flight.way == "in" else "$ally"
    return line(
        (f" {flight.title:<{NAME - 2}.{NAME - 2}} ", "$dim" if flight.over else ""),
        ("".join(cells), style),
        (f" {words(known, found, flight)}", "$dim"),
    )


def _fill(cells: list[str], axis: Axis, since: int, until: int, mark: str) -> None:
    first, last = axis.cell(since), axis.cell(until)
    for cell in range(max(first, 0), min(max(last, first + 1), axis.cells)):
        cells[cell] = mark


def words(known: Known, found: Lift, flight: Flight) -> str:
    """Where a flight is."""
    start, now = known.scene.start, known.now
    match flight.phase:
        case phase if phase == COMES:
            lands = due(found, flight)
            return (
                phrase("in the air")
                if lands is None
                else phrase("lands by {moment:%H:%M}", moment=moment(start, lands))
            )
        case phase if phase == CIRCLES:
            return phrase("holds for a stand")
        case phase if phase == STANDS:
            return phrase("unloads") if flight.way == "in" else phrase("takes on")
        case phase if phase == FAULT:
            return phrase("a fault")
        case phase if phase == GONE and flight.parks is None:
            return phrase("turned back")
        case _:
            return phrase("left {hour}", hour=hour(start, flight.ends or 0, now))


def stand_lines(known: Known, found: Lift, axis: Axis, width: int) -> list[Line]:
    """A line a stand: who stood on it from when to when, and when its airfield was closed."""
    rows: list[Line] = []
    for number, field in enumerate(found.airfields):
        on = [each for each in found.flights if each.airfield == number and each.parks is not None]
        for stand in range(max([field.stands, *(1 + (each.stand or 0) for each in on)])):
            mine = [each for each in on if each.stand == stand]
            rows.append(cut(_stand(known, found, field, stand, mine, axis), width))
    return rows


def _stand(
    known: Known, found: Lift, field: Airfield, stand: int, on: Sequence[Flight], axis: Axis
) -> Line:
    cells = [" "] * axis.cells
    for since, until in field.closed:
        _fill(cells, axis, since, until, SHUT)
    said = (
        phrase("closed")
        if not field.open
        else sense("a stand", "free")
        if stand < field.stands
        else phrase("not in use")
    )
    for flight in on:
        begin = flight.parks or 0
        end = flight.ends if flight.ends is not None else found.as_of
        first, last = axis.cell(begin), max(axis.cell(end), axis.cell(begin) + 1)
        room = max(last - first - 2, 0)
        text = f"├{flight.short(room):─^{room}}{'┤' if flight.over else '─'}"
        for step, letter in enumerate(text[: last - first]):
            if 0 <= first + step < axis.cells:
                cells[first + step] = letter
        if not flight.over:
            said = f"{flight.short(12)} {hour(known.scene.start, begin, begin)}"
    name = f"{field.title[: NAME - 5]} {stand + 1}"
    return line((f" {name:<{NAME - 1}}", ""), ("".join(cells), "$own"), (f" {said}", "$dim"))


def waiting_words(found: Lift) -> list[str]:
    """Flights that have not left, a sentence a force."""
    rows = []
    for each in found.waiting:
        parts = [f"{count} {WAITS.get(where, where)}" for where, count in each.counts]
        rows.append(f"{each.title}: {', '.join(parts)}.")
    return rows


def summed(known: Known, found: Lift) -> str:
    """`3 in the air, 2 hold, 4 on stands, 30 not off; told as of 12:00`."""
    phases = [each.phase for each in under_way(found)]
    idle = sum(count for each in found.waiting for _, count in each.counts)
    parts = [
        phrase("{count} in the air", count=phases.count(COMES)),
        phrase("{count} hold", count=phases.count(CIRCLES)) if CIRCLES in phases else "",
        phrase("{count} on stands", count=phases.count(STANDS) + phases.count(FAULT)),
        phrase("{idle} not off yet", idle=idle),
        phrase("{over} over", over=sum(each.over for each in found.flights)),
    ]
    said = ", ".join(part for part in parts if part)
    return phrase(
        "{said}, as of {hour}", said=said, hour=hour(known.scene.start, found.as_of, known.now)
    )


def airlift_sentences(known: Known) -> Iterator[str]:
    """For plain play: airfields, flights under way, and those that wait."""
    found = lift(known)
    if found is None:
        yield phrase("Nothing is told to you of single flights.")
        return
    start, now = known.scene.start, known.now
    yield phrase("The airlift: {summed}.", summed=summed(known, found))
    for number, field in enumerate(found.airfields):
        taken = sum(
            each.airfield == number and each.stand is not None and not each.over
            for each in found.flights
        )
        state = sense("an airfield", "open") if field.open else sense("an airfield", "closed")
        yield phrase(
            "{title}: {state}, {taken} of {stands} stands taken.",
            title=field.title,
            state=state,
            taken=taken,
            stands=field.stands,
        )
    for flight in under_way(found):
        yield _sentence(known, found, flight)
    yield from waiting_words(found)
    over = sum(each.over for each in found.flights)
    if over:
        last = max((each.ends or 0 for each in found.flights if each.over), default=0)
        yield phrase(
            "{over} have left again, the last by {hour}.", over=over, hour=hour(start, last, now)
        )


def _sentence(known: Known, found: Lift, flight: Flight) -> str:
    return phrase(
        "{title}, {way}{at}: {where}; left {since}, {loaded}.",
        title=flight.title,
        way=WAYS.get(flight.way, flight.way),
        at="" if flight.airfield is None else f" {found.airfields[flight.airfield].title}",
        where=words(known, found, flight),
        since=dated(known.scene.start, flight.leaves or flight.first),
        loaded=loaded(flight),
    )


def loaded(flight: Flight) -> str:
    """`19 men and 2 vehicles`."""
    vehicles = (
        phrase(" and {vehicles} vehicles", vehicles=flight.vehicles) if flight.vehicles else ""
    )
    return phrase("{men} men{vehicles}", men=flight.men, vehicles=vehicles)
