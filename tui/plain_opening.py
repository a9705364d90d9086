"""How a move opens line by line: the same three lines, five reports and three cards as the room."""

from collections.abc import Iterator

import click

from tui.ink import wrap
from tui.keeper import new_since
from tui.picture import brief
from tui.picture.data import News
from tui.picture.deaths import deaths_told
from tui.picture.gathering import gathered, parts_of
from tui.picture.known import History, Known
from tui.picture.moves import move_lines
from tui.picture.needs import needs_said
from tui.picture.orders import order_rows
from tui.picture.ranking import ranked
from tui.picture.reports import Report, counted, in_brief
from tui.picture.reserve import in_words, reserve
from tui.plain_cards import argued_lines, spending
from tui.plain_staff import known_of
from tui.session import Session
from tui.words import phrase

WIDTH = 78
ORDERS = 4
HELP = phrase("""\
  room           how this move opened: what changed, what is asked, reports, three cards
  more           every report that came since the last move, the newest first
""")


async def told_since(session: Session, since: int | None) -> Known:
    """What is known now; what was told from number `since` on, or since the last move, is new."""
    news = tuple(News.model_validate(row) for row in await session.events(0))
    history = History()
    history.hear(news)
    known = await known_of(session)
    new_from = new_since(known.clock, news) if since is None else since
    return Known(known.scene, known.view, known.clock, news, history, new_from)


async def tell_opening(session: Session, since: int | None) -> int:
    """Print how the move opens; how many things were told by now."""
    known = await told_since(session, since)
    for line in opening(known):
        click.echo(line)
    return len(known.news)


async def again(word: str, session: Session, since: int | None) -> None:
    """`brief`, `room` or `more`."""
    if word == "more":
        await tell_more(session, since)
        return
    if word == "brief":
        say(str((await session.scene())["brief"]))
        for need in needs_said(await known_of(session)):
            click.echo("\n".join(hanging("- ", need)))
    await tell_opening(session, since)


async def tell_more(session: Session, since: int | None) -> None:
    """Print every report since the last move in full."""
    known = await told_since(session, since)
    found = [report for report in gathered(known) if report.new]
    for number, report in enumerate(found, start=1):
        for line in hanging(f"{number:3}. ", f"{report.at}. {in_brief(report)}"):
            click.echo(line)
    if not found:
        click.echo(phrase("Nobody has reported since the last move."))


def opening(known: Known) -> Iterator[str]:
    """The lines of it, in the order of the room."""
    # What the staff would do stands at the end, as it does in the room.
    for line in move_lines(known, staff=False):
        yield from hanging("", line)
    yield ""
    asked, _ = brief.asked(known)
    yield from hanging("", phrase("Changed: {changed}", changed=brief.changed(known)))
    yield from hanging("", phrase("Asked of you: {asked}", asked=asked))
    first = brief.expires(known).replace(" · ", "; ").rstrip(".")
    yield from hanging("", phrase("Expires first: {first}.", first=first))
    yield ""
    yield from deaths_told(known, WIDTH)
    yield from _reports(known)
    yield from _orders(known)
    yield from hanging("", phrase("You have: {spending}.", spending=spending(known)))
    if (men := reserve(known)) is not None:
        yield from hanging("", phrase("Your men: {in_words}.", in_words=in_words(men)))
    if known.clock.over:
        return
    yield from argued_lines(known)
    default = brief.default(known, "`hold`")
    yield from hanging("", phrase("If you decide nothing more: {default}", default=default))


def _reports(known: Known) -> Iterator[str]:
    found = ranked(known)
    count, fresh = counted(known)
    if not found:
        return
    yield phrase(
        "Reports, {found} of {count}, {fresh} of them new:",
        found=len(found),
        count=count,
        fresh=fresh,
    )
    for number, report in enumerate(found, start=1):
        yield from hanging(f"  {number}. ", in_brief(report))
    rest = list(_rest(known, {report.number for report in found}))
    if rest:
        # The transcript holds all that the seat was told, though not all of it is weighty.
        yield phrase("Also since the last move:")
    for report in rest:
        yield from hanging("  - ", f"{report.at}. {in_brief(report)}")
    yield ""


def _rest(known: Known, ranked_ones: set[int]) -> Iterator[Report]:
    """What is new and not among the weightiest, and each part of what was gathered there."""
    for each in gathered(known):
        if each.new and each.number not in ranked_ones:
            yield from parts_of(known, each) if each.bare else (each,)
        elif each.new and each.bare:
            yield from parts_of(known, each)


def _orders(known: Known) -> Iterator[str]:
    """The last orders, each with what became of it."""
    rows = order_rows(known)
    if rows:
        said = "; ".join(f"{row.title}, {row.state}" for row in rows[:ORDERS])
        rest = (
            phrase("; and {rows} earlier, see `orders`", rows=len(rows) - ORDERS)
            if len(rows) > ORDERS
            else ""
        )
        yield from hanging("", phrase("Your orders: {said}{rest}.", said=said, rest=rest))


def say(text: str) -> None:
    """A text of the scenario, wrapped and without marks of emphasis; points of a list hang."""
    for row in text.replace("**", "").splitlines() or [""]:
        mark = "- " if row.startswith("- ") else ""
        for line in hanging(mark, row.removeprefix(mark)) if mark else wrap(row, WIDTH):
            click.echo(line)


def hanging(head: str, text: str, indent: str = "") -> Iterator[str]:
    """A text behind its head, wrapped to a terminal; later lines stand under it, or at `indent`."""
    if indent:
        rows = wrap(f"{head.strip()} {text}", WIDTH - len(indent))
        margin = " " * (len(head) - len(head.lstrip()))
        yield from (f"{indent if number else margin}{row}" for number, row in enumerate(rows))
        return
    indent = " " * max(len(head), 2)
    for number, row in enumerate(wrap(text, WIDTH - len(indent))):
        yield f"{indent if number else head}{row}"
