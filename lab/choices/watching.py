"""One game watched move by move: what was open, what was ordered, and who had nothing to do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from engine import facts
from engine.agents.security.config import POSTURES
from engine.agents.security.events import PostureOrdered
from engine.envs import WorldEnv
from engine.game import Game, Logged
from engine.moments import HOUR
from engine.orders import Order
from lab.choices.forms import filled, said

AGAIN = 12 * HOUR
"""A card without a choice in its form is not sensibly ordered again so soon."""

SENSIBLE = 2
"""A seat with fewer cards that it could sensibly play has nothing to choose from."""

RESULTS = ("as_ordered", "in_part", "late", "beyond", "failed", "no_answer")
"""What may become of an order."""

HARM = {
    "killed": ("killed", "killed_security", "killed_contingent"),
    "hurt": ("injured", "injured_security"),
    "held": ("detained",),
}
"""Readings of agents that are added up, whoever offers them."""


@dataclass(slots=True)
class Idle:
    """Of one seat: moves, those in which it ordered nothing, and those with nothing to choose."""

    moves: int = 0
    nothing: int = 0
    empty: int = 0
    idle: int = 0


@dataclass
class Watch:
    """Counts while a game is played; told of each move and of the orders up to the next."""

    game: Game
    moves: int = 0
    open: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    chosen: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    idle: dict[str, Idle] = field(default_factory=dict)

    def __post_init__(self) -> None:
        scenario = self.game.scenario
        self.idle = {seat: Idle() for seat in scenario.seats}
        self._open: dict[str, set[str]] = {seat: set() for seat in scenario.seats}
        self._empty: dict[str, bool] = {}
        self._ordered: dict[str, set[str]] = {}

    def move(self) -> None:
        """A move opens: nobody has ordered in it yet."""
        self._settle()
        self.moves += 1
        for seat in self.game.scenario.seats:
            view = self.game.view(seat)
            self._open[seat] = {card.card for card in view.cards if card.open}
            sensible = [card for card in self._open[seat] if self._sensible(seat, card)]
            self._empty[seat] = len(sensible) < SENSIBLE
            self._ordered[seat] = set()
            self.open.update(sorted(self._open[seat]))

    def _sensible(self, seat: str, card: str) -> bool:
        world = self.game.world
        last = self.game.view(seat).env.last("card", card)
        specs = self.game.scenario.cards[card].fields.values()
        chosen = any(
            len(spec.words) > 1 or spec.sort not in ("choice", "labelled") for spec in specs
        )
        if not chosen and last is not None and world.now - last < AGAIN:
            return False
        form = filled(self.game.scenario, card)
        if form is None:
            return True
        order = Order(id="x", seat=seat, card=card, fields=form)
        return self.game.door.judge(world, order)[0].accepted

    def beat(self, orders: Sequence[Logged]) -> None:
        """A beat was played, with these orders given before it opened."""
        for logged in orders:
            self._note(logged)

    def _note(self, logged: Logged) -> None:
        order = logged.order
        card = self.game.scenario.cards.get(order.card)
        if not logged.answer.accepted:
            self.refused[logged.answer.code] += 1
            return
        if card is None or not self.moves:
            return
        for name, spec in card.fields.items():
            self.chosen[order.card, name, said(spec, order.fields.get(name))] += 1
        ordered = self._ordered.setdefault(order.seat, set())
        if order.card not in ordered:
            ordered.add(order.card)
            self.taken[order.card] += 1
            if order.card not in self._open[order.seat]:
                # It opened between two moves.
                self.open[order.card] += 1

    def _settle(self) -> None:
        if not self.moves:
            return
        for seat, idle in self.idle.items():
            idle.moves += 1
            nothing = not self._ordered.get(seat)
            idle.nothing += nothing
            idle.empty += self._empty[seat]
            idle.idle += nothing or self._empty[seat]

    def row(self) -> dict[str, object]:
        """Everything that was seen of a game that has been played, as JSON holds it."""
        self._settle()
        game = self.game
        begun = (entry.event for entry in game.journal)
        results = Counter(each.result for each in begun if isinstance(each, facts.OrderBegun))
        env = WorldEnv(game.world)
        return {
            "ending": game.world.ending,
            "hours": game.now / HOUR,
            "moves": self.moves,
            "open": dict(sorted(self.open.items())),
            "taken": dict(sorted(self.taken.items())),
            "chosen": [[*key, count] for key, count in sorted(self.chosen.items())],
            "refused": dict(sorted(self.refused.items())),
            "idle": {
                seat: [idle.moves, idle.nothing, idle.empty, idle.idle]
                for seat, idle in self.idle.items()
            },
            "results": {name: results[name] for name in RESULTS},
            "hardest": list(hardest_of(game)),
            "aims": {
                seat: sum(bool(aim.when.truth(env)) for aim in written.aims.values())
                for seat, written in game.scenario.seats.items()
            },
            "harm": {name: harm_of(game, readings) for name, readings in HARM.items()},
        }


def hardest_of(game: Game) -> tuple[str, float]:
    """The hardest posture that was ordered, and the hour of the first such order."""
    found, hour = "", 0.0
    for entry in game.journal:
        event = entry.event
        if isinstance(event, PostureOrdered) and (
            not found or POSTURES.index(event.level) > POSTURES.index(found)
        ):
            found, hour = event.level, entry.at / HOUR
    return found, hour


def harm_of(game: Game, readings: Sequence[str]) -> int:
    """People counted by any of these readings, over all agents that offer them."""
    total = 0.0
    for id, kind in game.scene.agents.items():
        for name in readings:
            if name in kind.readings:
                total += float(np.sum(np.asarray(kind.read(game.world, id, name), dtype=float)))
    return round(total)
