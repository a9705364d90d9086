"""A staff estimate as lines: ranges on one scale, chances in a hundred, and what they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.quantities import QuantityError, show
from tui.ink import Line, cut, line, pad, wrap
from tui.picture.data import Compared, Estimated, EstimateRow, Gap, Range, Spread
from tui.picture.known import Known
from tui.picture.times import full

THIN, HEAVY, MIDDLE = "─", "━", "●"
TITLE = 20
LABELS = ("A", "B", "C")
STYLES = ("$own", "$ally", "$kept")
NARROWEST_BAR = 6
MINUTE = 60
TEN = 10
"""From here on numbers are whole: futures are not known better."""


def number(value: float, unit: str) -> str:
    """A number as an estimate tells it: two or three figures, thousands with a k."""
    if unit == "%":
        return str(round(value * 100)).replace("-", "−")
    if abs(value) >= TEN:
        value = float(round(value))
    try:
        text = show(value, unit).removesuffix(unit).replace("person", "").strip()
    except QuantityError:
        text = f"{value:.3g}"
    if "," in text:
        size = abs(value) / 1000
        text = f"{value / 1000:.{0 if size >= 10 else 1}f}k"
    return text.replace("-", "−")


def said(spread: Range | None, unit: str) -> str:
    """`95 (60–150)`, or `14 to 22 in 100`."""
    if spread is None:
        return "no futures"
    if spread.chance is not None:
        return f"{in_hundred(spread.chance)} in 100"
    assert spread.of is not None
    low, middle, high = (number(v, unit) for v in (spread.of.low, spread.of.median, spread.of.high))
    sign = " %" if unit == "%" else ""
    return f"{middle}{sign}" if low == high else f"{middle}{sign} ({low}–{high})"


def in_hundred(chance: tuple[float, float]) -> str:
    """`14 to 22`, or one number where both ends round to it."""
    low, high = round(chance[0] * 100), round(chance[1] * 100)
    return str(low) if low == high else f"{low} to {high}"


def bar(spread: Spread, low: float, high: float, width: int, style: str) -> Line:
    """A range on a scale: thin for 8 in 10, heavy for half, a dot for the median."""
    reach = high - low

    def at(value: float) -> int:
        return round((value - low) / reach * (width - 1)) if reach > 0 else 0

    cells = [" "] * width
    for cell in range(at(spread.low), at(spread.high) + 1):
        cells[cell] = THIN
    for cell in range(at(spread.q1), at(spread.q3) + 1):
        cells[cell] = HEAVY
    cells[at(spread.median)] = MIDDLE
    return line(("".join(cells), style))


def scale_of(row: EstimateRow) -> tuple[float, float]:
    """The ends of a row's scale, the same for every option; harm begins at nothing."""
    spreads = [each.of for each in row.spans if each is not None and each.of is not None]
    low = min((spread.low for spread in spreads), default=0.0)
    high = max((spread.high for spread in spreads), default=0.0)
    return (0.0, high) if row.sort == "harm" else (low, high)


def row_line(row: EstimateRow, width: int) -> Line:
    """One row: its title, then a bar and its numbers for each option."""
    options = max(len(row.spans), 1)
    name = min(TITLE if width < 110 else 40, width // 3)
    each = (width - name) // options
    text = 17 if width < 110 else 20
    low, high = scale_of(row)
    tone = "bold" if row.sort == "harm" else ""
    runs: Line = pad(line((row.title, tone)), name)
    for at, spread in enumerate(row.spans):
        room = each - text - 4
        runs += line((" │" if at else " ", "$rule"), " ")
        if room >= NARROWEST_BAR:
            drawn: Line = line(" " * room)
            if spread is not None and spread.of is not None:
                drawn = bar(spread.of, low, high, room, STYLES[at])
            runs += (*drawn, (" ", ""))
        runs += pad(line((said(spread, row.unit), "bold" if room < NARROWEST_BAR else "")), text)
    return cut(runs, width)


def head_line(labels: Sequence[str], width: int) -> Line:
    """The names of the options above their columns."""
    name = min(TITLE if width < 110 else 40, width // 3)
    each = (width - name) // max(len(labels), 1)
    runs: Line = line(" " * name)
    for at, label in enumerate(labels):
        title = line((f"  {LABELS[at]} ", f"bold {STYLES[at]}"), (label, "bold"))
        runs += pad(cut(title, each), each)
    return runs


@dataclass
class Remaining:
    """How long an estimate will take yet. It is reckoned where it is read: what a table says must
    not hang on how fast a machine is."""

    _began: tuple[float, float] | None = None

    def seconds(self, now: float, found: Estimated) -> float | None:
        """Until the end, at the pace so far; None before any pace is to be seen.

        What was there when the first numbers came does not count for the pace.
        """
        if found.finished or not found.through:
            return None
        if self._began is None:
            self._began = now, found.through
        since, done = now - self._began[0], found.through - self._began[1]
        return since * (1.0 - found.through) / done if done > 0.0 else None


def progress(found: Estimated | None, width: int, seconds: float | None = None) -> Line:
    """How far it has come, and how long it will take yet where that is known."""
    if found is None:
        return line((" Enter asks the staff.", "$dim"))
    if found.trouble:
        return line((f" The staff cannot go on: {found.trouble}", "$ask"))
    if not found.used and not found.finished:
        done = round(20 * found.imagined / max(found.worlds, 1))
        return line(
            (" Imagining worlds ", ""), (HEAVY * done, "$focus"), (THIN * (20 - done), "$rule"),
            (f" {found.imagined} of {found.worlds}, from what you know", "$dim"),
        )  # fmt: skip
    done = round(20 * found.done / max(found.of, 1))
    left = " · left there" if found.finished and found.done < found.of else soon(seconds)
    return line(
        (" Futures ", ""), (HEAVY * done, "$focus"), (THIN * (20 - done), "$rule"),
        (f" {found.done}", "bold"),
        (f" of {found.of} each{left}{settled(found)} · ranges hold 8 in 10", "$dim"),
    )  # fmt: skip


def settled(found: Estimated) -> str:
    """How many rows will hardly change any more."""
    count = sum(row.settled for row in found.rows)
    if not count:
        return ""
    return (
        " · settled"
        if count == len(found.rows)
        else f" · {count} rows of {len(found.rows)} settled"
    )


def soon(seconds: float | None) -> str:
    """How long it will take yet, about."""
    if seconds is None:
        return ""
    if seconds < MINUTE:
        return f" · {max(round(seconds, -1), 10):.0f} s more"
    return f" · {seconds / MINUTE:.0f} min more"


def in_words(known: Known, found: Estimated) -> list[str]:
    """What it says, in sentences: the harm first, then what it rests on."""
    if found.finished and not found.used and not found.trouble:
        return [
            "In none of the worlds that you could be in can this be ordered: the staff cannot say."
        ]
    if not found.looked:
        return []
    until = full(known.scene.start, found.until)
    asked = full(known.scene.start, found.asked_at)
    said = [against(row, other) for other, row in enumerate(found.against, 1) if row is not None]
    said.append(
        f"From {asked} to {until}, in {found.used} of {found.worlds} imagined worlds: the nearest "
        "to what you were told, under other luck. What is hidden here is not in them."
    )
    return said


def against(row: Compared, other: int) -> str:
    """How the first option compares with another on the first row."""
    low, high = row.less
    if row.same > 0.99:
        return f"{row.row}: no difference between A and {LABELS[other]} in any future."
    said = f"{row.row}: less under A than under {LABELS[other]} in {in_hundred(row.less)} of 100."
    if low <= 0.5 <= high:
        return f"{said} That does not tell A and {LABELS[other]} apart."
    return said


def of_row(row: EstimateRow) -> list[str]:
    """How sure the numbers of one row are, for each option."""
    rows = []
    for at, spread in enumerate(row.spans):
        if spread is not None and spread.of is not None:
            of = spread.of
            q1, q3, least, most = (number(v, row.unit) for v in (of.q1, of.q3, of.least, of.most))
            rows.append(f"{LABELS[at]} half from {q1} to {q3}, median from {least} to {most}")
        elif spread is not None:
            rows.append(f"{LABELS[at]} {said(spread, '')}")
    return [f"{row.title}, 8 in 10 sure: {'; '.join(rows)}.", *gaps(row)]


def gaps(row: EstimateRow, only_told: bool = False) -> list[str]:
    """How far the other options are from the first, in the same futures: far surer than either.

    With `only_told`, those alone that tell two options apart.
    """
    found = [(at, gap) for at, gap in enumerate(row.gaps, 1) if gap is not None]
    return [_apart(row, gap, LABELS[at]) for at, gap in found if not only_told or _told(gap)]


def _told(gap: Gap) -> bool:
    return gap.least > 0.0 or gap.most < 0.0


def _apart(row: EstimateRow, gap: Gap, label: str) -> str:
    unit = "%" if row.sort == "chance" else row.unit
    least, mean, most = (number(value, unit) for value in (gap.least, gap.mean, gap.most))
    if least == most:
        return f"{row.title}: {label} and A hardly differ in the same futures."
    sure = f"({least} to {most})"
    told = "" if _told(gap) else "; that does not tell them apart"
    sign = "" if mean.startswith("−") else "+"
    per = " %" if row.unit == "%" else " in 100" if row.sort == "chance" else ""
    return f"{row.title}, {label} beside A in the same futures: {sign}{mean}{per} {sure}{told}."


def sentences(known: Known, found: Estimated, labels: Sequence[str]) -> list[str]:
    """The whole estimate for plain mode: names, rows, then words."""
    rows = [f"{LABELS[at]} is: {label}." for at, label in enumerate(labels)]
    for row in found.rows:
        spans = "; ".join(
            f"{LABELS[at]} {said(spread, row.unit)}" for at, spread in enumerate(row.spans)
        )
        rows.append(f"{row.title}: {spans}")
        rows += gaps(row, only_told=True)
    return [*rows, *in_words(known, found)]


def wrapped(texts: Sequence[str], width: int) -> list[Line]:
    """Sentences as lines."""
    return [line((f" {row}", "")) for text in texts for row in wrap(text, width - 2)]
