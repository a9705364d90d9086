"""Moves line by line: which one it is, what the staff would do, forecasts and aims."""

from collections.abc import Awaitable, Callable, Mapping

import click

from engine.moves.slips import probability
from tui.ink import wrap
from tui.picture.closing import closing_sentences
from tui.picture.moves import move_lines
from tui.plain_choice import choose
from tui.plain_staff import known_of
from tui.session import Session
from tui.words import phrase

HELP = phrase("""  move           which move it is, your orders left, and what your staff would do
  forecast       say how likely a few things are by the next move
  hold           order nothing in this move, nor lets the staff; again: takes it back
  aims           tick the two aims that your results are read against
""")
WIDTH = 74
Submit = Callable[[str, Mapping[str, str]], Awaitable[None]]


async def tell_move(session: Session) -> None:
    """Say where the game stands in its format; nothing is said where none is in force."""
    for line in move_lines(await known_of(session)):
        click.echo(f"  {line}")


async def tell_closing(session: Session) -> None:
    """Say what goes out as the move closes, and what the staff adds."""
    for sentence in closing_sentences(await known_of(session)):
        for number, row in enumerate(wrap(sentence, WIDTH)):
            click.echo(f"{'    ' if number else '  '}{row}")


def ticking() -> Callable[[int], None]:
    """Says once that what lies before is being played, as soon as some of it is."""
    said: list[int] = []

    def tick(second: int) -> None:
        if not said:
            click.echo(phrase("Playing what happened before you came ..."))
        said.append(second)

    return tick


async def tell_before(session: Session) -> None:
    """Tell what happened before the player came, in a few lines; not in a game taken up again."""
    known = await known_of(session)
    if not known.scene.before or known.now != known.clock.moves[0]:
        return
    click.echo(phrase("What happened before you came:"))
    for item in known.scene.before:
        said = f"{item.headline}: {item.text}" if item.headline else item.text
        click.echo(f"  {known.dated(item.at)} {said}")
    click.echo("")


async def act(word: str, session: Session, submit: Submit) -> None:
    """`move`, `forecast`, `hold` or `aims`."""
    if word == "move":
        await tell_move(session)
    elif word == "forecast":
        await forecast(session, submit)
    elif word == "hold":
        move = (await known_of(session)).view.move
        await submit("hold", {"nothing": "no" if move is not None and move.held else "yes"})
    else:
        await aims(session, submit)


async def forecast(session: Session, submit: Submit) -> None:
    """Ask each question of this move's slip; an empty line leaves one out."""
    known = await known_of(session)
    move = known.view.move
    if move is None or not move.asked:
        click.echo(phrase("Nothing is asked in this game."))
        return
    if not move.slip_open:
        click.echo(phrase("A slip is filled in while a move opens, before time goes on."))
        return
    given: dict[str, str] = {}
    click.echo(phrase("How likely is each, in %? An empty line leaves one out."))
    for id in move.asked:
        said = _percent(known.scene.forecasts.get(id, id))
        if said:
            given[id] = said
    if given:
        await submit("forecast", given)


def _percent(question: str) -> str:
    while True:
        said = str(click.prompt(question, default="", show_default=False)).strip()
        number = said.removesuffix("%").strip()
        if not number:
            return ""
        if probability(f"{number} %") is not None:
            return f"{number} %"
        click.echo(phrase("Type a number from 0 to 100."))


async def aims(session: Session, submit: Submit) -> None:
    """Tick two aims."""
    known = await known_of(session)
    texts = known.scene.aims
    if known.view.aims.chosen or not known.view.aims.open or len(texts) < 2:
        said = "; ".join(texts.get(id, id) for id in known.view.aims.chosen)
        click.echo(
            phrase("Your aims: {said}.", said=said)
            if said
            else phrase("There are no aims to choose now.")
        )
        return
    left, chosen = dict(texts), []
    for which in (phrase("first"), phrase("second")):
        chosen.append(
            choose(phrase("Your {which} aim", which=which), list(left), labels=list(left.values()))
        )
        del left[chosen[-1]]
    await submit("aims", {"first": chosen[0], "second": chosen[1]})
