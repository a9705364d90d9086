"""The staff estimate line by line: `estimate CARD with CARD if ANSWER days N`."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import TypeVar

import click

from tui.ink import wrap
from tui.picture.data import Clock, Estimated, Scene, View
from tui.picture.estimate import sentences
from tui.picture.fitting import fitted
from tui.picture.known import Known
from tui.session import Plain, Session, Trouble
from tui.words import phrase

HELP = phrase("""  estimate CARD [with CARD|other ANSWER] [if ANSWER] [days N]
                 what the staff expects of it, beside another card, beside nothing, or beside
                 itself under another answer; `if` assumes an answer to an open question;
                 Ctrl+C stops it
""")
FUTURES = 40
WIDTH = 78
LOOKS = 0.25
DAYS = "3"
WORDS = ("with", "other", "if", "days")

T = TypeVar("T")


class NotFound(Exception):
    """Nothing, or more than one thing, is called so; the sentence says which there are."""


async def estimate(session: Session, words: Sequence[str]) -> None:
    """Ask, and print what comes; what is not understood is said in a sentence."""
    known = await known_of(session)
    try:
        asked, labels = question(known, words)
    except NotFound as problem:
        click.echo(str(problem))
        return
    click.echo(phrase("The staff is asked. First they imagine worlds that fit what you know."))
    try:
        found = Estimated.model_validate(await session.estimate(asked))
        while not found.finished:
            await asyncio.sleep(LOOKS)
            found = Estimated.model_validate(await session.estimated())
    except asyncio.CancelledError:
        # Ctrl+C is meant for the staff, not for the game.
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()
        found = Estimated.model_validate(await session.leave_estimate())
        click.echo(phrase("Stopped after {done} of {of} futures.", done=found.done, of=found.of))
    except Trouble as problem:
        click.echo(phrase("No estimate: {problem}.", problem=problem))
        return
    said(sentences(known, found, labels))


def said(sentences: Sequence[str]) -> None:
    """Print sentences, each on lines of its own that are no wider than a terminal."""
    for row in sentences:
        for number, part in enumerate(wrap(row, WIDTH - 4)):
            click.echo(f"  {'  ' if number else ''}{part}")


async def known_of(session: Session) -> Known:
    """What is known now, without the news."""
    view = View.model_validate(await session.view())
    return Known(
        fitted(Scene.model_validate(await session.scene()), view),
        view,
        Clock.model_validate(await session.clock()),
    )


def question(known: Known, words: Sequence[str]) -> tuple[Plain, tuple[str, ...]]:
    """What is asked, and what its options are called. Raises NotFound."""
    # The form of the screen: too heavy to be read in before anybody estimates.
    from tui.screens.estimate import AHEAD, OTHER, SAME, A, B, Subject, options_of

    parts = parts_of(words)
    titles = {row.card: known.scene.cards[row.card].title for row in known.view.cards}
    filled = {A: named(" ".join(parts["card"]), titles, phrase("card")) if parts["card"] else ""}
    answers = {
        (cause.id, answer): text
        for cause in known.scene.readings
        for answer, text in cause.answers.items()
    }
    filled[B] = named(" ".join(parts["with"]), titles, phrase("card")) if parts["with"] else ""
    if parts["other"]:
        filled[B] = SAME
        cause, answer = named(" ".join(parts["other"]), answers, phrase("answer"))
        filled[OTHER] = f"{cause}={answer}"
    if parts["if"]:
        cause, answer = named(" ".join(parts["if"]), answers, phrase("answer"))
        filled[cause] = answer
    days = " ".join(parts["days"]) or DAYS
    if not days.isdecimal() or not 1 <= int(days[:4]) <= 400:
        raise NotFound(phrase("`days {days}`: say a number of days.", days=days))
    filled[AHEAD] = str(24 * int(days))
    options, labels = options_of(known, Subject("", {}), filled)
    return {"options": options, "hours": float(filled[AHEAD]), "futures": FUTURES}, labels


def parts_of(words: Sequence[str]) -> dict[str, list[str]]:
    """`a b with c if d` as the words of each part."""
    parts: dict[str, list[str]] = {"card": [], **{word: [] for word in WORDS}}
    now = "card"
    for word in words:
        if word in WORDS:
            now = word
        else:
            parts[now].append(word)
    return parts


def named(text: str, titles: Mapping[T, str], what: str) -> T:
    """What is meant by a number, an id, or an unambiguous part of a title. Raises NotFound."""
    if text.isdecimal() and 1 <= int(text[:6]) <= len(titles):
        return list(titles)[int(text) - 1]
    wanted = text.lower()
    ids = [key for key in titles if wanted in (key, key[-1] if isinstance(key, tuple) else key)]
    found = ids or [key for key, title in titles.items() if title.lower().startswith(wanted)]
    found = found or [key for key, title in titles.items() if wanted in title.lower()]
    if len(found) == 1:
        return found[0]
    names = [titles[key] for key in found or titles]
    said = ", ".join(names)
    if found:
        more = phrase(
            "`{text}` names more than one {what}: {said}.", text=text, what=what, said=said
        )
        raise NotFound(more)
    raise NotFound(phrase("`{text}` names no {what}: {said}.", text=text, what=what, said=said))
