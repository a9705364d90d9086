"""Small scenarios: the shipped harbour with a few lines changed, written to a folder and played."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from engine.agents.registry import kinds
from engine.bots.casting import cast
from engine.events import Event
from engine.game import FACILITATOR, Game, Settings
from engine.journal import Entry
from engine.orders import Answer, FieldGiven, Order
from engine.scenario.load import load
from engine.scenario.scenario import Scenario

HOUR = 3600


def changed(folder: Path, text: str) -> Scenario:
    """The harbour with this written over it."""
    mine = folder / "mine"
    mine.mkdir(parents=True)
    (mine / "scenario.yaml").write_text("extends: harbour\n" + dedent(text), encoding="utf-8")
    return load(mine, kinds=kinds())


def game_of(scenario: Scenario, bots: str = "idle", seed: int = 1) -> Game:
    """A game of it, nobody ordering anything unless the bots do."""
    return Game(scenario, Settings(seed, bots=cast(scenario, bots, {})))


def told_to_play(folder: Path, text: str, hours: int | None = None) -> Game:
    """The changed harbour, played so far (to its end if not said) with nobody ordering."""
    game = game_of(changed(folder, text))
    game.play(None if hours is None else hours * HOUR)
    return game


def ordered(
    game: Game, seat: str, card: str, fields: Mapping[str, FieldGiven] | None = None, beat: int = -1
) -> Answer:
    """One more order of a seat, under an id of its own."""
    id = f"order-{len(game.orders)}"
    given = None if beat < 0 else beat
    return game.submit(Order(id=id, seat=seat, card=card, fields=dict(fields or {}), beat=given))


def brought_in(game: Game, inject: str) -> Answer:
    """The facilitator's order to bring an inject in."""
    return ordered(game, FACILITATOR, "bring_in", {"inject": inject})


def entries(game: Game, kind: type[Event], **wanted: object) -> list[Entry]:
    """The entries of one kind of event with these values in their fields."""
    return [
        entry
        for entry in game.journal
        if isinstance(entry.event, kind)
        and all(getattr(entry.event, name) == value for name, value in wanted.items())
    ]


def hours_of(found: list[Entry]) -> list[float]:
    """When they happened, in hours since the start."""
    return [entry.at / HOUR for entry in found]
