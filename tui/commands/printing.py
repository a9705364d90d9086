"""`whitecell print`: a seat's briefing on one page of Markdown, for paper."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from engine.game import Game
from engine.moves.schedule import FIRST
from engine.setup import Wanted, start
from host.showing import scene_for
from tui.commands.common import prepared
from tui.words import phrase, plural

WIDTH = 96
PAGE = 62
"""Lines that fit on a page of paper; a briefing is written to fit."""


def print_it(scenario: str, seat: str, format: str | None, variant: str | None) -> None:
    """Print the page. Bad usage for a seat or a format that there is not."""
    wanted = Wanted(scenario, variant=variant, bots="idle", format=format or FIRST)
    game = start(prepared(wanted), keep=False)
    if seat not in game.scenario.seats:
        there = ", ".join(game.scenario.seats)
        raise click.UsageError(
            phrase("no seat `{seat}`; there are {there}", seat=seat, there=there)
        )
    click.echo("\n".join(page(game, seat)))


def page(game: Game, seat: str) -> list[str]:
    """The lines of the page: who you are, what you want, can do and are told, and the moves."""
    scene = scene_for(game, seat)
    blocks = [
        _head(game, seat),
        ["## " + phrase("Who you are"), "", *_trimmed(_brief(str(scene["brief"])))],
        ["## " + phrase("What you may want"), "", *_listed(_texts(scene["aims"]))],
        ["## " + phrase("What you can do"), "", *_paragraph(_cards(scene["cards"]))],
        ["## " + phrase("What you are told"), "", *_paragraph(_told(scene["told"]))],
        ["## " + phrase("How it is played"), "", *_paragraph(_moves(game, seat))],
    ]
    found: list[str] = []
    for block in blocks:
        found += [*block, ""]
    return found[:-1]


def _head(game: Game, seat: str) -> list[str]:
    scenario = game.scenario
    sort = phrase("Real events.") if scenario.real_events else phrase("Invented events.")
    title = f"# {scenario.seats[seat].title}: {scenario.title}"
    return [title, "", *_paragraph([f"{sort} {scenario.content_note or scenario.summary}"], " ")]


def _brief(text: str) -> Iterator[str]:
    """The brief without its heading, each paragraph on as few lines as it takes."""
    paragraph: list[str] = []
    for row in [*text.strip().splitlines(), ""]:
        bare = row.strip()
        if bare.startswith("# "):
            continue
        if bare and not bare.startswith(("- ", "* ", "**", "#")):
            paragraph.append(bare)
            continue
        if paragraph:
            yield from textwrap.wrap(" ".join(paragraph), WIDTH)
            yield ""
            paragraph = []
        if bare.startswith("**"):
            paragraph = [bare]
        elif bare:
            yield from textwrap.wrap(bare, WIDTH, subsequent_indent="  ")


def _trimmed(rows: Iterable[str]) -> list[str]:
    """Lines without an empty one at the end."""
    found = list(rows)
    while found and not found[-1]:
        found.pop()
    return found


def _texts(found: object) -> Sequence[str]:
    return [str(text) for text in found.values()] if isinstance(found, Mapping) else []


def _listed(texts: Sequence[str]) -> list[str]:
    rows = [f"- {text}" for text in texts] or [phrase("Nothing is set down.")]
    return [row for text in rows for row in textwrap.wrap(text, WIDTH, subsequent_indent="  ")]


def _paragraph(texts: Sequence[str], gap: str = "; ") -> list[str]:
    joined = gap.join(text for text in texts if text)
    whole = f"{joined}." if joined and not joined.endswith(".") else joined
    return textwrap.wrap(whole, WIDTH, break_on_hyphens=False) or [phrase("Nothing.")]


def _cards(cards: object) -> list[str]:
    assert isinstance(cards, Mapping)
    found = []
    for form in cards.values():
        price = ", ".join(f"{stock.replace('_', ' ')} {n}" for stock, n in form["cost"].items())
        found.append(f"{form['title']} ({price})" if price else str(form["title"]))
    return found


def _told(told: object) -> list[str]:
    """The readings that the seat is told, with how late they come; those of one age together."""
    assert isinstance(told, Mapping)
    by_age: dict[int, list[str]] = {}
    for about in told.values():
        by_age.setdefault(int(about["after"]), []).append(
            str(about["title"] or about["name"]).replace("_", " ")
        )
    return [f"{_late(age)}: {', '.join(names)}" for age, names in sorted(by_age.items())]


def _late(age: int) -> str:
    return phrase("after {hours:g} h", hours=age / 3600) if age else phrase("at once")


def _moves(game: Game, seat: str) -> list[str]:
    schedule = game.schedule
    first, last = (game.scene.moment(at) for at in (schedule.first, game.scene.end_second))
    found = [
        phrase("{first:%d %b %Y %H:%M} to {last:%d %b %Y %H:%M}", first=first, last=last),
        phrase("{at} moves", at=len(schedule.at)),
    ]
    orders = schedule.most(seat)
    if schedule.format is not None and orders is not None:
        title = schedule.format.title or schedule.name
        found.insert(
            0,
            phrase(
                "{title}, about {minutes} minutes", title=title, minutes=schedule.format.minutes
            ),
        )
        found.append(plural("{number} order a move", "{number} orders a move", orders))
    return found
