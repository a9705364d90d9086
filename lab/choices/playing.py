"""Plays one job, in whatever process it is given to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.bots.common import open_cards
from engine.chance import Chance
from engine.game import Bot, Game, Logged, Snapshot
from engine.memory import undisturbed
from engine.orders import FieldGiven, Order
from engine.scenario.load import load
from engine.setup import Reading, prepare, start
from engine.views import View
from lab.choices.asking import BASE, Job
from lab.choices.forms import otherwise
from lab.choices.watching import HARM, Watch, harm_of

Result = dict[str, Any]
"""What is kept of a play, as JSON holds it."""

OPENING = "-opening"


@dataclass
class Opening:
    """Another bot with one order more: at the first move, before an hour, that allows it."""

    bot: Bot
    card: str
    form: Mapping[str, FieldGiven]
    before: int

    def __post_init__(self) -> None:
        self.name = self.bot.name

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """Its order first, in place of the other's with the same card."""
        orders = list(self.bot.orders(view, chance))
        id = f"{view.seat}{OPENING}"
        if view.now >= self.before or not view.at_move:
            return orders
        if any(own.order == id for own in view.orders) or self.card not in open_cards(view):
            return orders
        mine = Order(
            id=id, seat=view.seat, by="bot:opening", card=self.card, fields=dict(self.form)
        )
        return [mine, *(order for order in orders if order.card != self.card)]


@dataclass
class Swapped:
    """Another bot with one of its orders filled in otherwise, or left out."""

    bot: Bot
    order: str
    form: Mapping[str, FieldGiven] | None

    def __post_init__(self) -> None:
        self.name = self.bot.name

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """The other's orders but for that one."""
        found: list[Order] = []
        for order in self.bot.orders(view, chance):
            if order.id != self.order:
                found.append(order)
            elif self.form is not None:
                found.append(order.model_copy(update={"fields": dict(self.form)}))
        return found


def play(job: Job, read: Reading = load) -> Result:
    """One play to its end, watched; with swaps where they are asked for."""
    with undisturbed():
        ready = prepare(job.wanted(), read)
        game = start(ready, keep=False)
        head = {
            "key": job.key, "arm": job.arm, "seed": job.seed,
            "answers": dict(ready.scenario.answers), "bots": dict(ready.manifest.bots),
        }  # fmt: skip
        found = head | _played(job, game)
        game.forget(wholly=True)
    return found


def _played(job: Job, game: Game) -> Result:
    """What came of it: only that nothing was given, where an order to be tried never could be."""
    kind, _, rest = job.arm.partition(":")
    if kind == "open":
        seat, _, card = rest.partition(":")
        bot = Opening(game.settings.bots[seat], card, dict(job.form), job.asked.before)
        game.settings.bots = {**game.settings.bots, seat: bot}
    watch = Watch(game)
    swapping = job.asked.swaps if job.arm == BASE else 0
    kept: dict[int, Snapshot] = {}
    until = job.asked.until if kind == "open" else 0
    while not game.over and not 0 < until <= game.now:
        if kind == "open" and game.now >= job.asked.before and not _given(game):
            return {"given": False}
        if game.now >= game.schedule.first and game.schedule.opens(game.world):
            if swapping:
                kept[game.now] = game.snapshot()
            watch.move()
        before = len(game.orders)
        game.advance()
        watch.beat(game.orders[before:])
    picked = _sampled(game, kept, swapping, job.seed * swapping)
    swaps = [_swapped(game, logged, kept) for logged in picked]
    return watch.row() | {"given": _given(game), "swaps": swaps}


def _given(game: Game) -> bool:
    """Whether the order that was to be tried was accepted."""
    return any(
        logged.order.id.endswith(OPENING) and logged.answer.accepted for logged in game.orders
    )


def _sampled(game: Game, kept: Mapping[int, Snapshot], count: int, turn: int) -> list[Logged]:
    """Accepted orders of moves, of so many cards: one a card, drawn by the world's own luck.

    Which cards is not left to luck: worlds take turns through the scenario's cards, each beginning
    at its own, so that seldom ones are tried as often as those that are played at every move.
    """
    beat = game.scene.beat_seconds
    cards = {card: number for number, card in enumerate(game.scenario.cards)}
    played: dict[int, list[Logged]] = defaultdict(list)
    for logged in game.orders:
        if logged.answer.accepted and logged.beat * beat in kept and logged.order.card in cards:
            played[(cards[logged.order.card] - turn) % len(cards)].append(logged)
    dice = game.chance.at("choices", "swaps")
    return [each[int(dice.integers(len(each)))] for _, each in sorted(played.items())[:count]]


def _swapped(game: Game, logged: Logged, kept: Mapping[int, Snapshot]) -> Result:
    """The same game with the same luck, and one order otherwise."""
    order, at = logged.order, logged.beat * game.scene.beat_seconds
    how, form = otherwise(game.scenario.cards[order.card].fields, order.fields)
    game.snapshots[at] = kept[at]
    other = game.branch(at)
    bots = other.settings.bots
    other.settings.bots = {**bots, order.seat: Swapped(bots[order.seat], order.id, form)}
    other.settings.keep = False
    other.play()
    killed = [harm_of(each, HARM["killed"]) for each in (game, other)]
    other.forget(wholly=True)
    return {
        "seat": order.seat, "card": order.card, "at": at, "how": how,
        "ending": other.world.ending, "changed": other.world.ending != game.world.ending,
        "killed": killed[1] - killed[0],
    }  # fmt: skip
