"""Cards line by line: the three that the staff would argue about, and the whole list."""

from collections.abc import Iterator, Sequence

import click

from tui.ink import wrap
from tui.picture.card_groups import group_of
from tui.picture.cards import CardRow, argued, card_rows, cost_of, nothing_to_argue
from tui.picture.known import Known
from tui.picture.means import means
from tui.plain_staff import known_of
from tui.session import Session
from tui.words import phrase

WIDTH = 78
INDENT = "       "


async def cards(session: Session, words: Sequence[str] = ()) -> None:
    """What the seat can spend, and its cards by number: first all that can be played.

    With `words`, only cards whose title, group or case holds each of them.
    """
    known = await known_of(session)
    click.echo(phrase("You have: {spending}.", spending=spending(known)))
    found = list(listed(known, words))
    for line in found or [phrase("No card has `{words}` in it.", words=" ".join(words)[:40])]:
        click.echo(line)


def spending(known: Known) -> str:
    """What the seat can spend, such as `authority 14 of 20`."""
    left = [f"{mean.title.lower()} {mean.left} {mean.of}".rstrip() for mean in means(known)]
    return ", ".join(left) or phrase("nothing to spend")


def _has(row: CardRow, words: Sequence[str]) -> bool:
    form = row.form
    said = f"{form.title} {group_of(row)} {form.case_for} {form.case_against} {form.unknown}"
    return all(word.lower() in said.lower() for word in words)


def listed(known: Known, words: Sequence[str] = ()) -> Iterator[str]:
    """Every card by its number: playable ones with their case, others under what closes them."""
    numbers = numbered(known)
    rows = [row for row in card_rows(known) if _has(row, words)]
    rows.sort(key=lambda row: numbers[row.card])
    for row in rows:
        if row.open:
            yield from _told(numbers[row.card], row)
    closed: dict[str, list[str]] = {}
    for row in rows:
        if not row.open:
            closed.setdefault(row.reason, []).append(f"{numbers[row.card]} {row.form.title}")
    for reason, titles in closed.items():
        yield from _wrapped(
            phrase("Not now, because {reason}: {titles}.", reason=reason, titles=", ".join(titles)),
            "  ",
            "    ",
        )


def argued_lines(known: Known) -> Iterator[str]:
    """The cards of the room, in its order, each with its number for plain play."""
    rows, numbers = argued(known), numbered(known)
    if not rows:
        yield from _wrapped(nothing_to_argue(known), "", "  ")
        return
    yield phrase("Three cards the staff would argue about; type a number to fill one in:")
    for row in rows:
        yield from _told(numbers[row.card], row)


def numbered(known: Known) -> dict[str, int]:
    """The number of each card: its place in the scenario, so that it never changes."""
    return {row.card: number for number, row in enumerate(known.view.cards, start=1)}


def _told(number: int, row: CardRow) -> Iterator[str]:
    who = phrase(" For it now: {by}.", by=", ".join(row.by)) if row.by else ""
    does = f" {row.form.text}" if row.form.text else ""
    cost = cost_of(row.form).replace(" · ", ", ")
    yield from _wrapped(f"{row.form.title}, {cost}.{does}{who}", f"  {number:2} ", INDENT)
    for word, text in (
        (phrase("for"), row.form.case_for),
        (phrase("against"), row.form.case_against),
    ):
        if text:
            yield from _wrapped(f"{word}: {text}", INDENT, INDENT + "  ")


def _wrapped(text: str, first: str, later: str) -> Iterator[str]:
    for number, part in enumerate(wrap(text, WIDTH - len(later))):
        yield f"{later if number else first}{part}"
