"""What moved a meter in a run: its ledger, added up by cause."""

from collections.abc import Iterator
from dataclasses import dataclass

import click

from engine import facts
from engine.catalogue import title_of
from engine.events import MeterMoved
from engine.game import Game
from engine.names import did_you_mean, listed
from engine.quantities import show
from tui.words import phrase


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: what it is, how often it moved the meter, and by how much in all."""

    what: str
    times: int
    by: float


def known(game: Game, meter: str) -> None:
    """Bad usage for a meter that there is not, or that only shows a reading."""
    own = [id for id, each in game.scenario.meters.items() if each.start is not None]
    if meter not in own:
        hint = did_you_mean(meter, own) or phrase(
            "; there are {listed}", listed=listed(own, "and") or "none"
        )
        raise click.UsageError(phrase("--why: no meter `{meter}`{hint}", meter=meter, hint=hint))


def causes(game: Game, meter: str) -> list[Cause]:
    """Every cause that moved a meter, the strongest first."""
    cards: dict[str, str] = {}
    names: dict[int, str] = {}
    found: dict[str, list[float]] = {}
    for entry in game.journal.entries:
        names[entry.number] = entry.name
        match entry.event:
            case facts.OrderTaken(seat=seat, order=order, card=card):
                cards[f"order:{seat}/{order}"] = card
            case MeterMoved(terms=terms) as moved if moved.meter == meter:
                for term in terms:
                    what = _said(game, term.cause, cards, names)
                    found.setdefault(what, []).append(term.amount)
    rows = [Cause(what, len(parts), sum(parts)) for what, parts in found.items()]
    return sorted(rows, key=lambda row: (-abs(row.by), row.what))


def _said(game: Game, cause: str, cards: dict[str, str], names: dict[int, str]) -> str:
    sort, _, what = cause.partition(":")
    if sort == "order":
        seat, card = what.partition("/")[0], cards.get(cause, what)
        return f"{title_of(game.scenario, seat)}: {title_of(game.scenario, card)}"
    if sort == "inject" and what in game.scenario.injects:
        return game.scenario.injects[what].headline or what
    if sort == "event" and what.isdigit():
        return names.get(int(what), cause)
    return cause


def told(game: Game, meter: str) -> Iterator[str]:
    """The ledger for people."""
    now = game.world.meter(meter)
    yield phrase(
        "\n{title}, {now} at the end, moved by:",
        title=game.scenario.meters[meter].title,
        now=show(now, "%"),
    )
    for row in causes(game, meter):
        times = phrase(" ({times} times)", times=row.times) if row.times > 1 else ""
        yield phrase(
            "  {by:+8.2f} points  {what}{times}", by=100 * row.by, what=row.what, times=times
        )
