"""Looking back line by line: the timeline, what was known then, notes and branches."""

from collections.abc import Sequence
from pathlib import Path

import click

from tui.notes import Notes
from tui.picture.data import Branch, News
from tui.picture.figures import title_of, worded
from tui.picture.known import History, Known
from tui.picture.then import as_then
from tui.picture.timeline import timeline
from tui.picture.times import HOUR, dated, full
from tui.plain_staff import NotFound, known_of, said
from tui.session import Session, Trouble
from tui.words import phrase

WORDS = ("timeline", "at", "note", "bookmark", "notes", "branch", "branches")

HELP = phrase("""  timeline [HOURS]
                 everything you saw and did in the last day, or in so many hours
  at HOURS       what you knew so many hours ago
  note TEXT      note something at this hour, beside the save; notes lists them
  bookmark       mark this hour, or take its mark away
  branch HOURS [luck N]
                 begin again so many hours ago, in a save of its own; branches lists them
""")
USUAL = 24


async def past(session: Session, notes: Notes, words: Sequence[str]) -> None:
    """Do what one of WORDS says; what is not understood is said in a sentence."""
    known = await heard(session)
    try:
        match words:
            case ["timeline", *rest]:
                said(told(known, hours_in(rest, USUAL)))
            case ["at", *rest]:
                said(then(known, hours_in(rest, None)))
            case ["note", *rest] if rest:
                notes.note(known.now, " ".join(rest))
                click.echo(phrase("Noted at {full}.", full=full(known.scene.start, known.now)))
            case ["bookmark"]:
                marked = notes.toggle(known.now)
                click.echo(phrase("Marked.") if marked else phrase("No longer marked."))
            case ["notes"] | ["note"]:
                said(noted(known, notes))
            case ["branches"]:
                rows = [Branch.model_validate(row) for row in await session.branches()]
                said(
                    [branch_words(known, row) for row in rows] or [phrase("This game is not kept.")]
                )
            case ["branch", *rest]:
                await branch(session, known, notes, rest)
            case _:
                click.echo(
                    phrase("`{words}` is not understood; type `help`.", words=" ".join(words)[:40])
                )
    except (NotFound, Trouble) as problem:
        click.echo(f"{problem}")


async def heard(session: Session) -> Known:
    """What is known now, with everything that was told."""
    known = await known_of(session)
    news = tuple(News.model_validate(row) for row in await session.events(0))
    history = History()
    history.hear(news)
    return Known(known.scene, known.view, known.clock, news, history)


def hours_in(words: Sequence[str], usual: int | None) -> int:
    """A number of hours. Raises NotFound."""
    text = " ".join(words)
    if not text and usual is not None:
        return usual
    if not text.isdecimal() or not 0 < int(text[:7]) <= 100_000:
        raise NotFound(phrase("`{text}`: say a number of hours.", text=text))
    return int(text)


def told(known: Known, hours: int) -> list[str]:
    """The timeline of the last hours."""
    since = known.now - hours * HOUR
    return [
        f"{row.when}  {f'{row.who}: ' if row.who else ''}{row.headline}"
        f"{'. ' if row.headline and row.text else ''}{row.text}"
        for row in timeline(known)
        if row.at >= since
    ]


def then(known: Known, hours: int) -> list[str]:
    """Every single figure as it was told by then, and the last things heard."""
    at = max(known.now - hours * HOUR, 0)
    was = as_then(known, at)
    rows = [phrase("At {full} you knew:", full=full(known.scene.start, at))]
    for key, figure in was.view.figures.items():
        about = known.scene.told.get(key)
        if about is not None and about.of in ("self", "meter") and figure.values:
            value = worded(figure.values[0], about, known.words())
            seen = dated(known.scene.start, figure.as_of[0])
            rows.append(
                phrase(
                    "{title_of}: {value}, as of {seen}",
                    title_of=title_of(known.scene, key),
                    value=value,
                    seen=seen,
                )
            )
    return [*rows, *told(was, USUAL)]


def noted(known: Known, notes: Notes) -> list[str]:
    """The marks of this game."""
    start = known.scene.start
    rows = [f"{full(start, mark.at)}  {mark.text or phrase('bookmark')}" for mark in notes.marks]
    return rows or [phrase("Nothing is noted or marked.")]


def branch_words(known: Known, row: Branch) -> str:
    """A branch in a sentence."""
    start = known.scene.start
    here = phrase(" This is the game you play.") if row.here else ""
    ends = full(start, row.ends)
    if not row.parent:
        return phrase(
            "{name}: the first game, played to {ends}.{here}",
            name=Path(row.path).name,
            ends=ends,
            here=here,
        )
    luck = phrase(" with luck {luck}", luck=row.luck) if row.luck else ""
    first = phrase(", first order: {first}", first=row.first) if row.first else ""
    begins = full(start, row.begins)
    return phrase(
        "{name}: from {begins}{luck}, played to {ends}{first}.{here}",
        name=Path(row.path).name,
        begins=begins,
        luck=luck,
        ends=ends,
        first=first,
        here=here,
    )


async def branch(session: Session, known: Known, notes: Notes, words: Sequence[str]) -> None:
    """Save a branch from so many hours ago, and say how to play it. Raises NotFound or Trouble."""
    at = words.index("luck") if "luck" in words else len(words)
    luck = " ".join(words[at + 1 :])
    if at < len(words) and not luck.isdecimal():
        raise NotFound(phrase("`luck {luck}`: say a number.", luck=luck))
    beat = known.scene.beat
    second = max(known.now - hours_in(words[:at], None) * HOUR, 0) // beat * beat
    made = await session.branch(second, int(luck[:9]) if luck else None)
    path = Path(str(made["path"]))
    notes.copy_to(path, second)
    when = full(known.scene.start, second)
    click.echo(phrase("Saved a branch from {when}. This game goes on as it is.", when=when))
    click.echo(phrase("Play it with: whitecell play --plain --resume '{path}'", path=path))
