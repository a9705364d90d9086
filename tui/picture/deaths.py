"""Reports of deaths since the move before: dated, by source, and never added up or counted on."""

from collections.abc import Iterator, Sequence

from tui.ink import Line, hanging, line, plains
from tui.picture.data import News
from tui.picture.known import Known
from tui.picture.times import dated
from tui.words import phrase

STORY = "deaths"
"""What a report of deaths is called among the stories of the media."""

COLUMNS = {
    phrase("official"): ("duty_officer", "regional_head"),
    phrase("independent"): ("wire", "press", "embassy"),
    phrase("not known"): ("rumour",),
}
"""Whose voice stands in which column; what only a rumour says is not known."""

WIDE = 14
"""Cells of a column."""


def told_of_deaths(known: Known, since: int) -> list[News]:
    """The reports of deaths from the `since`th thing told on."""
    return [
        item
        for item in known.news[since:]
        if item.event.endswith(".reported") and item.fields.get("story") == STORY
    ]


def deaths_lines(known: Known, told: Sequence[News], width: int) -> list[Line]:
    """The page: a row for each place, with the newest figure of each column and its report."""
    start = known.scene.start
    room = max(width - 3 - WIDE * len(COLUMNS), 12)
    said = phrase("What had reached you by {dated}, and from whom.", dated=dated(start, known.now))
    lines: list[Line] = [(), *hanging(line("   "), said, width, "$dim")]
    heads = "".join(f"{name:>{WIDE}}" for name in COLUMNS)
    lines.append(line((f"   {'':<{room}}{heads}", "$faint")))
    for place in dict.fromkeys(item.place for item in told):
        mine = [item for item in told if item.place == place]
        cells = "".join(f"{_cell(mine, name):>{WIDE}}" for name in COLUMNS)
        title = known.title(place) if place else phrase("Place not named")
        lines += [(), line((f"   {title[: room - 1]:<{room}}", "bold"), cells)]
        for item in mine:
            head = line((f"     {dated(start, _seen(item)):<13}", "$faint"))
            sender = f"{item.sender}: " if item.sender else ""
            lines += hanging(head, f"{sender}{item.text}", width, "$dim")
    waits = phrase("The page waits. What was not reported to you is not on it.")
    return [*lines, (), *hanging(line("   "), waits, width, "$faint")]


def deaths_told(known: Known, width: int) -> Iterator[str]:
    """The same in lines, for reports that came since the move before; nothing where none did."""
    told = told_of_deaths(known, known.new_from)
    if told and not known.clock.over:
        yield phrase("Deaths, as reported")
        yield from (text.rstrip() for text in plains(deaths_lines(known, told, width)[1:-2]))
        yield ""


def _cell(told: Sequence[News], column: str) -> str:
    voices = COLUMNS[column]
    found = [item for item in told if str(item.fields.get("source", "")) in voices]
    numbers = [value for item in found if (value := _number(item)) is not None]
    if not numbers:
        return column if column == phrase("not known") else phrase("no count")
    return (
        phrase("said: {numbers:,}", numbers=numbers[-1])
        if column == phrase("not known")
        else f"{numbers[-1]:,}"
    )


def _number(item: News) -> int | None:
    found = item.fields.get("number")
    return round(found) if isinstance(found, float | int) else None


def _seen(item: News) -> int:
    found = item.fields.get("seen_at")
    return found if isinstance(found, int) else item.at
