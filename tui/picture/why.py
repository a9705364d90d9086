"""Why a figure moved, as lines: each part with its sign, its hour and what was told of it."""

from collections.abc import Sequence

from tui.ink import Line, cut, line
from tui.picture.data import LedgerPart, Told, WhyLedger
from tui.picture.figures import amount, title_of
from tui.picture.known import Known
from tui.picture.splitting import split
from tui.picture.times import dated, hour
from tui.widgets.listing import Row
from tui.words import phrase, plural

SPANS = (
    (6, phrase("6 hours")),
    (12, phrase("12 hours")),
    (24, phrase("a day")),
    (72, phrase("three days")),
    (0, phrase("the start")),
)
"""Hours that the ledger looks back, with their words; 0 is to the first telling."""

TINY = 1e-9
HALF = 9
"""Cells of a bar to either side of nothing."""

UNTOLD = phrase("Its own course, and what you were not told of")
ERRORS = phrase("No more than errors of the telling")
COURSE = phrase("Its own course")


def signed(value: float, unit: str) -> str:
    """`+4.5` or `−17`: an amount with its sign, shares in per cent to one digit."""
    size = abs(value)
    text = f"{size * 100:.1f}" if unit == "%" else amount(size, unit).split(" ")[0]
    return f"{'−' if value < 0 else '+'}{text}"


def in_order(parts: Sequence[LedgerPart]) -> list[LedgerPart]:
    """The largest first; what has no cause stands last."""
    return sorted(parts, key=lambda part: (part.sort in ("unknown", "noise"), -abs(part.amount)))


def headline(part: LedgerPart) -> str:
    """What a part is called."""
    match part.sort:
        case "unknown":
            return UNTOLD
        case "noise":
            return ERRORS
        case "drift":
            return COURSE
        case _:
            text = part.text.removeprefix(f"{part.headline}: ")
            return f"{part.headline}: {text}" if part.headline and text else part.headline or text


def when(known: Known, part: LedgerPart, ledger: WhyLedger) -> str:
    """When it was, and when and by whom it was told."""
    start, now = known.scene.start, known.now
    if part.sort in ("unknown", "noise", "drift"):
        return phrase(
            "from {hour} to {end}",
            hour=hour(start, ledger.start, now),
            end=hour(start, ledger.end, now),
        )
    at = hour(start, part.at, now)
    if part.sort == "revealed":
        return phrase("{at} · never told to you in the game", at=at)
    by = (
        phrase(" by {sender}", sender=part.sender)
        if part.sender and part.sender != part.headline
        else ""
    )
    told = phrase("told {hour}{by}", hour=hour(start, part.told_at, now), by=by)
    return (
        f"{at} · {told}"
        if ledger.exact
        else phrase("by {at} · heard then, {told}", at=at, told=told)
    )


def head(known: Known, key: str, name: str, ledger: WhyLedger) -> str:
    """`Loyalty 58 % → 41 %, −17.0 since 5 Jan 12:00`."""
    unit = _unit(known, key)
    start = known.scene.start
    before, after = amount(ledger.before, unit), amount(ledger.after, unit)
    change = signed(ledger.after - ledger.before, unit)
    return phrase(
        "{name}: {before} at {dated}, {after} at {end}: {change}",
        name=name,
        before=before,
        dated=dated(start, ledger.start),
        after=after,
        end=dated(start, ledger.end),
        change=change,
    )


def rows(known: Known, key: str, ledger: WhyLedger, width: int) -> list[Row]:
    """One row a part: its bar and name, then its hour."""
    unit = _unit(known, key)
    most = max((abs(part.amount) for part in ledger.parts), default=0.0)
    found = [
        Row(str(part.number), tuple(_lines(known, part, ledger, unit, most, width)))
        for part in in_order(ledger.parts)
    ]
    change = signed(ledger.after - ledger.before, unit)
    last = [line((f"{change:>8} ", "bold"), (summed(ledger), "$dim"))]
    if said := words_and_men(known, key, ledger):
        last.append(cut(line((f"{'':>8} {said}", "bold")), width))
    return [*found, Row("sum", tuple(last))]


def words_and_men(known: Known, key: str, ledger: WhyLedger) -> str:
    """`words +4.5, men 0, the rest −12.0`: nothing where no word was among the causes."""
    unit = _unit(known, key)
    said = {
        sort: signed(value, unit) if abs(value) > TINY else "0"
        for sort, value in split(known, ledger).items()
    }
    return ", ".join(f"{sort} {value}" for sort, value in said.items())


def summed(ledger: WhyLedger) -> str:
    """That the parts add up, and how many there are."""
    count = len(ledger.parts)
    return plural("one part is the whole change", "{number} parts add up to the change", count)


def _lines(
    known: Known, part: LedgerPart, ledger: WhyLedger, unit: str, most: float, width: int
) -> list[Line]:
    told = part.sort in ("told", "revealed")
    title = headline(part)
    first = line(
        (f"{signed(part.amount, unit):>8} ", "bold" if told else "$dim"),
        *_bar(part.amount, most),
        (f" {title}", "" if told else "$dim"),
    )
    indent = " " * (8 + 1 + 2 * HALF + 2)
    second = line((f"{indent}{when(known, part, ledger)}", "$faint"))
    return [cut(first, width), cut(second, width)]


def _bar(value: float, most: float) -> Line:
    size = max(round(HALF * abs(value) / most), 1) if most else 0
    if value < 0:
        return line((f"{'━' * size:>{HALF}}", "$clash"), ("│", "$rule"), " " * HALF)
    return line(" " * HALF, ("│", "$rule"), (f"{'━' * size:<{HALF}}", "$kept"))


def _unit(known: Known, key: str) -> str:
    told: Told | None = known.scene.told.get(key)
    return "" if told is None else told.unit


def sentences(known: Known, key: str, ledger: WhyLedger) -> list[str]:
    """The ledger for plain mode."""
    unit = _unit(known, key)
    found = [head(known, key, title_of(known.scene, key), ledger)]
    for part in in_order(ledger.parts):
        found.append(f"{signed(part.amount, unit)} {headline(part)}, {when(known, part, ledger)}")
    text = summed(ledger)
    found.append(f"{text[:1].upper()}{text[1:]}.")
    said = words_and_men(known, key, ledger)
    return [*found, phrase("Of it {said}.", said=said)] if said else found
