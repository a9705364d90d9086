"""Credit between a seat and the others: what each word is worth, and what last moved it."""

from dataclasses import dataclass

from tui.ink import Line, cut, line, pad
from tui.picture.known import Known
from tui.picture.times import hour
from tui.words import phrase

MOVED = "game.credit_moved"
BAR = 8
FIGURES = 16
"""Cells of the four figures of a row."""
FULL, REST = "━", "─"


@dataclass(frozen=True, slots=True)
class CreditRow:
    """The credit of another seat with this one, and this one's with it, in percent."""

    seat: str
    title: str
    theirs: int
    moved: int | None
    mine: int
    moved_mine: int | None
    at: str = ""


def credit_rows(known: Known) -> list[CreditRow]:
    """One row for each other seat, as the scenario has them."""
    own = known.scene.seat
    last: dict[tuple[str, str], tuple[float, int]] = {}
    for item in known.news:
        if item.event == MOVED:
            pair = (str(item.fields["seat"]), str(item.fields["other"]))
            last[pair] = (float(str(item.fields["by"])), item.at)
    rows = []
    for seat, (theirs, mine) in known.view.credit.items():
        them, us = last.get((seat, own)), last.get((own, seat))
        at = max((pair[1] for pair in (them, us) if pair is not None), default=None)
        rows.append(
            CreditRow(
                seat,
                known.scene.seats.get(seat, seat),
                _percent(theirs),
                None if them is None else _percent(them[0]),
                _percent(mine),
                None if us is None else _percent(us[0]),
                "" if at is None else hour(known.scene.start, at, known.now),
            )
        )
    return rows


def _percent(share: float) -> int:
    return round(100 * share)


def credit_line(row: CreditRow, width: int, names: int) -> Line:
    """A row: what the other's word is worth to this seat, then this seat's to the other."""
    bar = _bar(width, names)
    full = round(bar * row.theirs / 100)
    runs = (
        *pad(line((f" {row.title}", "")), names + 2),
        (FULL * full, "$own"),
        (REST * (bar - full) + " " * bool(bar), "$rule"),
        (f"{row.theirs:>3}", "bold"),
        *_change(row.moved),
        (f" {row.mine:>3}", "bold"),
        *_change(row.moved_mine),
    )
    if width >= names + bar + FIGURES + 16 and row.at:
        runs = (*runs, (f" {row.at}", "$faint"))
    return cut(runs, width)


def _bar(width: int, names: int) -> int:
    """Cells of a bar: none where the figures leave no room for it."""
    return BAR if width >= names + BAR + FIGURES + 3 else 0


def credit_head(width: int, names: int) -> Line:
    """What the two columns of figures are."""
    bar = _bar(width, names)
    gap = names + 2 + bar + bool(bar)
    return cut(
        line(
            (" " * gap + phrase("theirs"), "$faint"),
            (phrase("   yours"), "$faint"),
        ),
        width,
    )


def _change(by: int | None) -> Line:
    if by is None:
        return line(("    ", ""))
    sign = "+" if by > 0 else "−"
    return line((f" {sign}{abs(by):<2}", "$dim" if by > 0 else "bold $ask"))
