"""Was that me, or luck? This game among its own decisions under other luck, and one swapped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from tui.ink import Line, cut, ends, hanging, line, pad
from tui.picture.data_of_luck import LuckEnding, LuckFound, LuckRow
from tui.picture.figures import BARS
from tui.words import phrase

LABEL = 26
"""Cells of the labels beside the fans."""

CELLS = 16
"""Cells of the bar that says how many games were played again."""

BEGUN = phrase(
    "Your decisions are being played again with other dice. A game takes this machine some "
    "seconds: the page fills as they come, and the other pages can be read meanwhile."
)

SURE = phrase(
    "Ranges are 8 in 10 sure. World, hidden answers and bots are the same; only the dice differ."
)


def measures(found: LuckFound) -> list[LuckRow]:
    """What may be looked at as a fan: harm first; only what differs, unless nothing does."""
    fans = [row for row in found.rows if row.sort != "aim"]
    return [row for row in fans if _differs(row)] or fans[:1]


def _differs(row: LuckRow) -> bool:
    seen = {*row.same.values, *row.swapped.values, *_here(row)}
    return len(seen) > 1


def _here(row: LuckRow) -> list[float]:
    return [value for value in (row.here, row.swapped_here) if value is not None]


def luck_lines(found: LuckFound | None, at: int, swap: str, width: int) -> list[Line]:
    """The page: the fans of one measure, sentences, endings and aims. `swap` names the swap."""
    if found is None:
        return [(), *hanging(line(" "), BEGUN, width, "$dim")]
    lines: list[Line] = [*_progress(found, width), ()]
    shown = measures(found)
    if shown:
        row = shown[at % len(shown)]
        tail = phrase(
            "[ ] another measure, {at} of {shown}", at=at % len(shown) + 1, shown=len(shown)
        )
        lines.append(ends(line((f" {row.title}", "bold")), line((tail, "$faint")), width))
        lines += _fans(found, row, swap, width)
        lines += [(), *_said(row.words, width)]
    if found.trouble:
        lines += [
            (),
            *_said([phrase("It could not be played: {trouble}.", trouble=found.trouble)], width),
        ]
    lines += _endings(found, width)
    lines += _aims(found, width)
    return [*lines, *_small(found, width)]


def _progress(found: LuckFound, width: int) -> Iterator[Line]:
    """How many games were played again, of how many, while more are to come."""
    wanted = found.of * (2 if found.swap is not None else 1)
    done = found.same + found.swapped
    if found.finished or not wanted:
        return
    yield ()
    full = round(done / wanted * CELLS)
    bar = (("━" * full, "$own"), ("─" * (CELLS - full), "$rule"))
    said = phrase(" {done} of {wanted} games played again; s stops it", done=done, wanted=wanted)
    yield cut(line(" ", *bar, (said, "")), width)
    if not done:
        yield from hanging(line(" "), BEGUN, width, "$dim")


def whole_luck_lines(found: LuckFound, swap: str, width: int) -> list[Line]:
    """Every measure one below the other, for those who read it in lines."""
    lines: list[Line] = []
    for row in measures(found):
        lines += [(), line((f" {row.title}", "bold")), *_fans(found, row, swap, width)]
        lines += _said(row.words, width)
    return [*lines, *_endings(found, width), *_aims(found, width), *_small(found, width)]


def _fans(found: LuckFound, row: LuckRow, swap: str, width: int) -> Iterator[Line]:
    room = max(width - LABEL - 2, 20)
    values = [*row.same.values, *row.swapped.values, *_here(row)]
    low, high = (min(values), max(values)) if values else (0.0, 0.0)
    scale = Scale(low, high, room)
    yield ()
    yield (*pad(line(phrase(" same decisions")), LABEL), (bars(row.same.values, scale), "$own"))
    count = phrase(" other luck, {same} of {of}", same=found.same, of=found.of)
    yield (
        *pad(line((count, "$dim")), LABEL),
        *_mark(phrase("this game"), row.here, row.unit, scale),
    )
    if swap:
        yield ()
        yield cut(line((phrase(" one swapped: "), ""), (swap, "$dim")), width)
        count = phrase(" same luck, {swapped} of {of}", swapped=found.swapped, of=found.of)
        fan = bars(row.swapped.values, scale)
        yield (*pad(line((count, "$dim")), LABEL), (fan, "$ally"))
        yield (*pad((), LABEL), *_mark(phrase("this game so"), row.swapped_here, row.unit, scale))
    first, last = figure(low, row.unit), figure(high, row.unit)
    axis = ends(line((first, "$faint")), line((f"{last} {_unit(row)}".rstrip(), "$faint")), room)
    yield (*pad((), LABEL), *axis)


def _unit(row: LuckRow) -> str:
    return row.unit


def figure(value: float, unit: str) -> str:
    """A value as it is written beside a fan."""
    whole = unit == "people" or abs(value) >= 100
    text = f"{value:,.0f}" if whole else f"{value:.3g}"
    return text.replace("-", "−")


@dataclass(frozen=True, slots=True)
class Scale:
    """The span that a fan is drawn over, and how many cells it has."""

    low: float
    high: float
    room: int

    def cell(self, value: float, cells: int) -> int:
        """In which of so many equal parts a value lies."""
        if self.high <= self.low:
            return cells // 2
        return min(int((value - self.low) / (self.high - self.low) * cells), cells - 1)


def bars(values: Sequence[float], scale: Scale) -> str:
    """How often each part of a span was hit; there are more parts the more values there are."""
    if not values:
        return ""
    parts = min(max(2 * ceil(sqrt(len(values))), 6), scale.room)
    wide = scale.room // parts
    counts = [0] * parts
    for value in values:
        counts[scale.cell(value, parts)] += 1
    most = max(counts)
    return "".join(_bar(count, most) * wide for count in counts)


def _bar(count: int, most: int) -> str:
    return BARS[max(ceil(count / most * len(BARS)) - 1, 0)] if count else " "


def _mark(label: str, value: float | None, unit: str, scale: Scale) -> Line:
    if value is None:
        return line((phrase("{label}: being played", label=label), "$faint"))
    place, said = scale.cell(value, scale.room), f"{label}: {figure(value, unit)}"
    if place + 2 + len(said) <= scale.room:
        return line(" " * place, ("▲", "bold $focus"), (f" {said}", "$dim"))
    before = " " * max(place - len(said) - 1, 0)
    return line((f"{before}{said} ", "$dim"), ("▲", "bold $focus"))


def _said(words: Sequence[str], width: int) -> Iterator[Line]:
    for sentence in words:
        yield from hanging(line(" "), sentence, width)


def _endings(found: LuckFound, width: int) -> Iterator[Line]:
    if not found.same:
        return
    yield ()
    yield line((phrase(" How they ended"), "bold"))
    for each in found.endings:
        yield _ending(each, found, width)


def _ending(each: LuckEnding, found: LuckFound, width: int) -> Line:
    mark = "▲" if each.here else " "
    tail = phrase("{same:>3} of {of}", same=each.same, of=found.same)
    if found.swap is not None:
        tail += phrase("   swapped {swapped:>3} of {of}", swapped=each.swapped, of=found.swapped)
    return ends(line((f" {mark} ", "bold $focus"), each.title), line((tail, "")), width)


def _aims(found: LuckFound, width: int) -> Iterator[Line]:
    aims = [row for row in found.rows if row.sort == "aim"]
    if not aims or not found.same:
        return
    yield ()
    yield line((phrase(" Your aims"), "bold"))
    for row in aims:
        mark = line(("   ✓ ", "$kept")) if row.here else line(("   × ", "$clash"))
        tail = phrase(
            "{sum:>3} of {values}",
            sum=sum(value > 0.5 for value in row.same.values),
            values=len(row.same.values),
        )
        if found.swap is not None:
            met = sum(value > 0.5 for value in row.swapped.values)
            tail += phrase(
                "   swapped {met:>3} of {values}", met=met, values=len(row.swapped.values)
            )
        yield ends((*mark, (row.title, "")), line((tail, "")), width)


def _small(found: LuckFound, width: int) -> Iterator[Line]:
    yield ()
    if any(found.refused):
        said = phrase(
            "In {refused} of {same} some order of yours could not be given again",
            refused=found.refused[0],
            same=found.same,
        )
        if found.swap is not None:
            said += phrase(
                ", with the swap in {refused} of {swapped}",
                refused=found.refused[1],
                swapped=found.swapped,
            )
        yield from hanging(line(" "), f"{said}.", width, "$faint")
    yield from hanging(line(" "), SURE, width, "$faint")
