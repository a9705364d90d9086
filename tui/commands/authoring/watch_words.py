"""What `whitecell watch` says of a look, and of what one seat knows."""

import time
from collections.abc import Iterator

import click

from engine.catalogue import refusal
from engine.game import Game
from engine.moments import HOUR
from engine.quantities import show
from engine.report import Report
from host.showing import scene_for
from tui.commands.authoring.watch import Round, Watch
from tui.picture.known import in_words
from tui.plain_figures import plain_title, values_of

LATEST = 8
"""Reports and lines of a timeline that are shown, the newest last."""


def say_judged(watch: Watch, look: Round, first: bool) -> None:
    """What is wrong, before anything is played."""
    stamp = time.strftime("%H:%M:%S")
    if first:
        hint = "; type `help` for what it takes" if watch.asked.steps else ""
        click.echo(f"{stamp} {watch.asked.name}: watched until you stop it with Ctrl-C{hint}")
    else:
        click.echo(f"\n{stamp} {', '.join(look.files) or 'something'} changed")
    for problem in look.new:
        click.echo(f"  new   {problem}")
    for problem in look.gone:
        click.echo(f"  gone  {problem.place.file}: {problem.sentence} [{problem.code}]")
    mistakes = sum(not problem.warning for problem in look.problems)
    warned = len(look.problems) - mistakes
    said = f"{_counted(mistakes, 'mistake')}, {_counted(warned, 'warning')}"
    click.echo(f"  {said} ({look.checked:.1f} s)")


def say_played(watch: Watch, look: Round) -> None:
    """How the game that was played again differs."""
    if look.played is None:
        click.echo(f"  {look.stopped}")
        click.echo(f"  again: whitecell run {watch.asked.name} --seed {watch.seed}")
        return
    click.echo(f"{stand(watch, look.played)} ({look.seconds:.1f} s)")
    for line in look.changed:
        click.echo(f"    {line}")


def stand(watch: Watch, report: Report) -> str:
    """Where the game is."""
    end = report.ending_title or "not over yet"
    if watch.until is None or watch.game is None:
        return f"  seed {watch.seed}, to the end: {end}"
    return f"  seed {watch.seed}, to {clock(watch.game)}: {end}"


def clock(game: Game) -> str:
    """The time of a game, as authors write it."""
    start = game.scenario.start
    day, rest = divmod(start.hour * HOUR + start.minute * 60 + game.now, 24 * HOUR)
    return f"day {day + 1} {rest // HOUR:02}:{rest % HOUR // 60:02}"


def latest(report: Report) -> Iterator[str]:
    """The newest lines of the timeline."""
    for item in report.timeline[-LATEST:]:
        yield f"    {item.at[5:16].replace('T', ' ')}  {item.text}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def eyes(game: Game, seat: str) -> Iterator[str]:
    """What a seat knows now, owns, and could order."""
    scene, view = scene_for(game, seat), game.view(seat)
    written, told = game.scenario.seats[seat], scene["told"]
    assert isinstance(told, dict)
    yield f"  {written.title}, {clock(game)}"
    for key, figure in view.figures.items():
        about = told.get(key)
        if about is not None:
            age = (game.now - min(figure.as_of)) // HOUR
            said = values_of(scene, about | {"key": key}, figure.values)
            yield f"    {plain_title(scene, key, about)} ({age} h old): {said}"
    for stock, held in view.stocks.items():
        owned = written.stocks[stock]
        yield f"    {owned.title or in_words(stock)}: {show(held, owned.start.unit)}"
    cards = game.scenario.cards
    for card in view.cards:
        shut = "" if card.open else refusal(game.scenario, card.code, dict(card.about))
        why = f", closed: {shut}" if shut else ""
        yield f"    card {card.card}: {cards[card.card].title}{why}"
    for deal in view.open_deals:
        yield f"    deal {deal.offer}"
