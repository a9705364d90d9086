"""The first two pages of an ending: the harm, first and alone; then how it ended, and the aims."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tui.ink import Line, ends, hanging, line, pad, wrap
from tui.picture.data_of_endings import (
    Aim,
    Because,
    Decision,
    Forecasts,
    HarmRow,
    Part,
    Results,
    Seat,
)
from tui.words import phrase, sense

NONE, NO_COUNT = sense("harm", "none"), phrase("no count")
COLUMN = 15
"""Cells of one column of figures."""

HEADS = (phrase("official"), phrase("independent"), phrase("not known"))


def when(iso: str) -> str:
    """`5 Jan 21:00`."""
    at = datetime.fromisoformat(iso)
    return f"{at.day} {at:%b %H:%M}"


def between(first: str, last: str) -> str:
    """`5 Jan 21:00`, `5 Jan 21:00 to 23:00`, or over several days `5 to 9 Jan`."""
    if first == last:
        return when(first)
    a, b = datetime.fromisoformat(first), datetime.fromisoformat(last)
    if a.date() == b.date():
        return phrase("{when} to {b:%H:%M}", when=when(first), b=b)
    month = "" if (a.month, a.year) == (b.month, b.year) else f" {a:%b}"
    return phrase("{day}{month} to {last_day} {b:%b}", day=a.day, month=month, last_day=b.day, b=b)


def harm_lines(found: Results, width: int, height: int = 1000) -> list[Line]:
    """The ledger, dated: counts by source, and the seats that could have prevented each part.

    Where there is room for it, a blank line stands before each row.
    """
    if not found.harm:
        return [(), line((phrase("   This scenario counts no harm."), "$dim"))]
    counted = any(row.counts for row in found.harm)
    said = phrase("In this game, {days}.", days=_days(found))
    if counted:
        said += phrase(" Each source counts what it was told: late, never exact.")
    lines: list[Line] = [*hanging(line("   "), said, width, "$dim")]
    lines.append(line((_columns(width, "", HEADS if counted else ()), "$faint")))
    rows = [list(_harm_row(row, counted, width)) for row in found.harm]
    airy = len(lines) + sum(map(len, rows)) + len(rows) + 3 <= height
    if airy:
        lines.insert(0, ())
    for row_lines in rows:
        lines += [(), *row_lines] if airy else row_lines
    waits = phrase("The page waits. Nothing is scored on it.")
    if any(why for row in found.harm if row.amount for why in row.uncounted.values()):
        waits = phrase(
            "No count: nobody told it to a seat here; w says of whom. {waits}", waits=waits
        )
    return [*lines, (), *hanging(line("   "), waits, width, "$faint")]


def rests_lines(found: Results, width: int) -> list[Line]:
    """What each line of the harm rests on: whose count it is, of when, and what did most."""
    lines: list[Line] = []
    for row in found.harm:
        lines += [(), line((f" {row.title}", "bold"))]
        lines.append(line((phrase("   in the game   "), "$faint"), row.said))
        for name, why in row.uncounted.items():
            lines += hanging(
                line((f"   {name:<14}", "$faint")),
                phrase("no count: {why}", why=why),
                width,
                "$dim",
            )
        for name, count in row.counts.items():
            gaps = (
                phrase(", no word from {missing} places", missing=count.missing)
                if count.missing
                else ""
            )
            said = phrase(
                "{said}, as {title} was told, as of {when}{gaps}",
                said=count.said,
                title=count.title,
                when=when(count.as_of),
                gaps=gaps,
            )
            lines += hanging(line((f"   {name:<14}", "$faint")), said, width)
        if row.amount:
            said = did_most(row.decision, row.unit)
            lines += hanging(line("   "), said, width, "$dim")
    said = phrase(
        "Preventable: each beat's harm is put down to the seats whose published condition held "
        "in that beat. That is a reading of the model, not a finding."
    )
    return [*lines, (), *hanging(line(" "), said, width, "$faint")]


def did_most(found: Decision | None, unit: str) -> str:
    """The decision that did most, and what of it all it moved."""
    if found is None:
        return phrase("No decision led to this.")
    points = phrase("points") if unit == "%" else unit
    share = f"{_signed(found.amount, unit)} {points}".rstrip()
    share += phrase("; all together {signed}", signed=_signed(found.moved, unit))
    if (nobody := _signed(found.by_nobody, unit)).strip("+−0.,"):
        share += phrase(", from no order {nobody}", nobody=nobody)
    who = f"{found.seat_title}, {found.card_title}, {when(found.at)}"
    return phrase("The decision that did most: {who} ({share}).", who=who, share=share)


def _signed(number: float, unit: str) -> str:
    whole = unit == "people" or abs(number) >= 100
    short = f"{number:+,.1f}" if unit == "%" else f"{number:+,.3g}"
    return (f"{number:+,.0f}" if whole else short).replace("-", "−")


def _days(found: Results) -> str:
    start = datetime.fromisoformat(found.began) if found.began else None
    last = datetime.fromisoformat(found.ending.at) if found.ending else None
    if start is None or last is None:
        return phrase("from its start to its end")
    month = "" if (start.month, start.year) == (last.month, last.year) else f" {start:%B}"
    return phrase(
        "{day}{month} to {last_day} {last:%B}",
        day=start.day,
        month=month,
        last_day=last.day,
        last=last,
    )


def _columns(width: int, title: str, figures: Sequence[str]) -> str:
    room = max(width - 3 - COLUMN * len(figures), 10)
    return f"   {title:<{room}}" + "".join(f"{figure:>{COLUMN}}" for figure in figures)


def _harm_row(row: HarmRow, counted: bool, width: int) -> Iterator[Line]:
    figures = _figures(row) if counted else (_bare(row.said, row.unit) if row.amount else NONE,)
    room = max(width - 3 - COLUMN * len(figures), 10)
    for number, part in enumerate(wrap(row.title, room - 1)):
        if number:
            yield line((f"   {part}", "bold"))
        else:
            tail = "".join(f"{figure:>{COLUMN}}" for figure in figures)
            yield (*pad(line((f"   {part}", "bold")), room + 3), (tail, ""))
    for each in row.parts if row.amount else ():
        yield from hanging(line(("     ", "")), _part(each, row.unit), width, "$dim")


def _figures(row: HarmRow) -> tuple[str, ...]:
    if not row.amount and not any(count.said for count in row.counts.values()):
        return (NONE,) * 3
    told = []
    for name in ("official", "independent"):
        count = row.counts.get(name)
        if count is None:
            told.append(NO_COUNT if row.amount else NONE)
        else:
            bare = _bare(count.said, row.unit)
            told.append(
                phrase("{bare} or more", bare=bare)
                if count.missing
                else NONE
                if bare == "0"
                else bare
            )
    rest = row.not_counted or (phrase("about {said}", said=row.said) if row.amount else NONE)
    return (*told, _bare(rest, row.unit))


def _bare(said: str, unit: str) -> str:
    """People are counted without saying so: the row's title has said who they are."""
    for word in (unit, "person") if unit == "people" else ():
        said = said.removesuffix(f" {word}")
    return said


def _part(part: Part, unit: str) -> str:
    dated = f", {between(part.first, part.last)}" if part.first else ""
    share = _bare(part.said, unit)
    if not part.titles:
        return phrase("{share} preventable by no seat{dated}", share=share, dated=dated)
    return phrase(
        "{share} preventable by {titles}{dated}",
        share=share,
        titles=" · ".join(part.titles),
        dated=dated,
    )


def ending_lines(found: Results, seat: str, width: int) -> list[Line]:
    """Title, text, the published test and what it found, the aims beside par, and forecasts."""
    lines: list[Line] = [()]
    ended = found.ending
    if ended is None:
        lines.append(line((phrase(" Time is up"), "bold $focus")))
    else:
        head = line((f" {ended.title}", "bold $focus"))
        lines.append(ends(head, line((when(ended.at), "$dim")), width))
        lines += [line(f" {row}") for row in wrap(ended.text, width - 2)]
        rule = "; ".join(ended.rule) or ended.test
        lines += _reasons(rule, ended.because, width)
    mine = found.seats.get(seat)
    if mine is not None:
        lines += _aims(mine, width)
        lines += _forecasts(mine.forecasts, width)
    return lines


def _reasons(test: str, because: Sequence[Because], width: int) -> Iterator[Line]:
    if not test:
        return
    yield ()
    yield line((phrase(" Why this ending"), "bold"))
    for each in dict.fromkeys((each.title, each.said) for each in because):
        yield _beside_value(Because(title=each[0], said=each[1]), width)
    yield from hanging(
        line("   "), phrase("The rule, published before: {test}.", test=test), width, "$dim"
    )


def _beside_value(each: Because, width: int, par: str = "") -> Line:
    tail = phrase("{said}   par: {par}", said=each.said, par=par) if par else each.said
    title = f"{each.title[:1].upper()}{each.title[1:]}"
    return ends(line((f"   {title}", "$dim")), line((tail, "")), width)


def _aims(mine: Seat, width: int) -> Iterator[Line]:
    if not mine.aims:
        return
    ticked = [aim for aim in mine.aims if aim.ticked]
    beside = {aim.aim: aim for aim in mine.par.aims} if mine.par else {}
    yield ()
    head = phrase("Your two aims") if len(ticked) == 2 else phrase("Your aims")
    tail = phrase("beside par: the doctrine bot in your chair, same luck") if beside else ""
    yield ends(line((f" {head}", "bold")), line((tail, "$faint")), width)
    for aim in ticked or mine.aims:
        yield from _aim(aim, beside.get(aim.aim), width)
    others = [aim for aim in mine.aims if ticked and not aim.ticked]
    if others:
        yield line((phrase("   Not chosen by you"), "$faint"))
        for aim in others:
            yield from _aim(aim, beside.get(aim.aim), width, "$dim")


def _aim(aim: Aim, par: Aim | None, width: int, style: str = "") -> Iterator[Line]:
    mark, tint = ("✓", "bold $kept") if aim.met else ("×", "bold $clash")
    head = line((f"   {mark} ", style or tint), (aim.text, style))
    tail = phrase("{met:<7}   par: {par}", met=_met(aim), par=_met(par)) if par else _met(aim)
    yield ends(head, line((tail, style or "bold")), width)
    if not style and aim.rule and (not aim.met or len(aim.rule) > 1):
        asked = phrase("; and ").join(aim.rule)
        yield from hanging(line((phrase("     it asks: "), "$faint")), asked, width, "$dim")
    others = [each.said for each in par.because] if par else []
    for number, each in enumerate(aim.because if not style else ()):
        said = others[number] if number < len(others) else ""
        yield _beside_value(Because(title=f"  {each.title}", said=each.said), width, said)


def _met(aim: Aim) -> str:
    return phrase("met") if aim.met else phrase("not met")


def _forecasts(found: Forecasts | None, width: int) -> Iterator[Line]:
    if found is None:
        return
    yield ()
    yield line((phrase(" Your forecast slips"), "bold"))
    text = phrase(
        "{questions} probabilities, mean Brier score {mean:.2f}: 0 is perfect, and "
        "always saying 50 % gets 0.25.",
        questions=found.questions,
        mean=found.mean,
    )
    yield from hanging(line("   "), text, width)
