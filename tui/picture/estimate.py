"""A staff estimate as lines: ranges on one scale, chances in a hundred, and what they say."""

from collections.abc import Sequence

from engine.quantities import QuantityError, show
from tui.ink import Line, cut, line, pad, wrap
from tui.picture.data import Compared, Estimated, EstimateRow, Gap, Range, Spread
from tui.picture.known import Known
from tui.picture.times import full
from tui.words import phrase

THIN, HEAVY, MIDDLE = "─", "━", "●"
TITLE = 20
LABELS = ("A", "B", "C")
STYLES = ("$own", "$ally", "$kept")
NARROWEST_BAR = 6
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
        return phrase("no futures")
    if spread.chance is not None:
        return phrase("{in_hundred} in 100", in_hundred=in_hundred(spread.chance))
    assert spread.of is not None
    low, middle, high = (number(v, unit) for v in (spread.of.low, spread.of.median, spread.of.high))
    sign = " %" if unit == "%" else ""
    return f"{middle}{sign}" if low == high else f"{middle}{sign} ({low}–{high})"


def in_hundred(chance: tuple[float, float]) -> str:
    """`14 to 22`, or one number where both ends round to it."""
    low, high = round(chance[0] * 100), round(chance[1] * 100)
    return str(low) if low == high else phrase("{low} to {high}", low=low, high=high)


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


def in_words(known: Known, found: Estimated) -> list[str]:
    """What it says, in sentences: the harm first, then what it rests on."""
    if found.finished and not found.used and not found.trouble:
        return [
            phrase(
                "In none of the worlds that you could be in can this be ordered: the staff "
                "cannot say."
            )
        ]
    if not found.looked:
        return []
    until = full(known.scene.start, found.until)
    asked = full(known.scene.start, found.asked_at)
    said = [against(row, other) for other, row in enumerate(found.against, 1) if row is not None]
    said.append(
        phrase(
            "From {asked} to {until}, in {used} of {worlds} imagined worlds: the nearest "
            "to what you were told, under other luck. What is hidden here is not in them.",
            asked=asked,
            until=until,
            used=found.used,
            worlds=found.worlds,
        )
    )
    return said


def against(row: Compared, other: int) -> str:
    """How the first option compares with another on the first row."""
    low, high = row.less
    if row.same > 0.99:
        return phrase(
            "{row}: no difference between A and {labels} in any future.",
            row=row.row,
            labels=LABELS[other],
        )
    said = phrase(
        "{row}: less under A than under {labels} in {in_hundred} of 100.",
        row=row.row,
        labels=LABELS[other],
        in_hundred=in_hundred(row.less),
    )
    if low <= 0.5 <= high:
        return phrase(
            "{said} That does not tell A and {labels} apart.", said=said, labels=LABELS[other]
        )
    return said


def of_row(row: EstimateRow) -> list[str]:
    """How sure the numbers of one row are, for each option."""
    rows = []
    for at, spread in enumerate(row.spans):
        if spread is not None and spread.of is not None:
            of = spread.of
            q1, q3, least, most = (number(v, row.unit) for v in (of.q1, of.q3, of.least, of.most))
            rows.append(
                phrase(
                    "{labels} half from {q1} to {q3}, median from {least} to {most}",
                    labels=LABELS[at],
                    q1=q1,
                    q3=q3,
                    least=least,
                    most=most,
                )
            )
        elif spread is not None:
            rows.append(f"{LABELS[at]} {said(spread, '')}")
    return [
        phrase("{title}, 8 in 10 sure: {rows}.", title=row.title, rows="; ".join(rows)),
        *gaps(row),
    ]


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
        return phrase(
            "{title}: {label} and A hardly differ in the same futures.",
            title=row.title,
            label=label,
        )
    sure = phrase("({least} to {most})", least=least, most=most)
    told = "" if _told(gap) else phrase("; that does not tell them apart")
    sign = "" if mean.startswith("−") else "+"
    per = " %" if row.unit == "%" else phrase(" in 100") if row.sort == "chance" else ""
    return phrase(
        "{title}, {label} beside A in the same futures: {sign}{mean}{per} {sure}{told}.",
        title=row.title,
        label=label,
        sign=sign,
        mean=mean,
        per=per,
        sure=sure,
        told=told,
    )


def sentences(known: Known, found: Estimated, labels: Sequence[str]) -> list[str]:
    """The whole estimate for plain mode: names, rows, then words."""
    rows = [
        phrase("{labels} is: {label}.", labels=LABELS[at], label=label)
        for at, label in enumerate(labels)
    ]
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
