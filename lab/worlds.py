"""Worlds that a seat could be in, kept and played on as its game goes on, nearest ones first."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from engine.door import chosen_fields
from engine.dropping import let_go
from engine.game import Game
from engine.imagining import fitted, left_alone, order_from, seed_from
from engine.orders import FieldGiven, Order
from engine.scenario.answers import answered
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from engine.setup import Answering, Wanted, begin, settle
from engine.views import OwnOrder
from lab.grounds import Grounds, Option, Values

SHARES = 4
"""Worlds are dealt into so many shares, however many processes there are to work on them: what is
found then depends on the question alone."""

IMAGINED, USED = 12, 4
"""Worlds that a share imagines, and how many of them, the nearest to what was told, it uses."""


BITE = 4
"""Beats that are played at one go: a worker that plays on looks up so often."""


def in_bits(game: Game, until: int) -> Iterator[None]:
    """Play a game on to a second, or to its end, bit by bit."""
    while not game.over and game.now < until:
        game.play(until=min(game.now + BITE * game.scene.beat_seconds, until))
        yield


@lru_cache(maxsize=8)
def _read(name: str, variant: str | None, sets: tuple[tuple[str, str], ...]) -> Scenario:
    return load(name, variant=variant, sets=dict(sets))


def read_once(name: str, variant: str | None, sets: Mapping[str, str], **_: object) -> Scenario:
    """Read a scenario as `load` does, once for each variant and settings."""
    return _read(name, variant, tuple(sorted(sets.items())))


Pairs = tuple[tuple[str, str], ...]


@lru_cache(maxsize=64)
def _answered(name: str, variant: str | None, sets: Pairs, answers: Pairs) -> Scenario:
    return answered(_read(name, variant, sets), dict(answers))


def answering_once(wanted: Wanted) -> Answering:
    """Sets hidden answers in what `read_once` read, once for all worlds in which they are true."""
    sets = tuple(sorted(wanted.sets.items()))

    def answer(scenario: Scenario, answers: Mapping[str, str]) -> Scenario:
        return _answered(wanted.scenario, wanted.variant, sets, tuple(answers.items()))

    return answer


class Imagined:
    """One world, imagined from its first second on and played to where the seat's game stands."""

    def __init__(self, grounds: Grounds, assume: tuple[tuple[str, str], ...], number: int) -> None:
        wanted = replace(seeded(grounds.wanted, grounds.seat, number), hidden=dict(assume))
        self.number = number
        self.game: Game = begin(settle(wanted, read_once, answering_once(wanted)))
        left_alone(self.game, grounds.seat)
        self._given: list[OwnOrder] = []
        self.distance = math.inf

    def follows(self, grounds: Grounds) -> bool:
        """Whether this world can be played on to these grounds: the past is as it was."""
        past = [_as_given(own) for own in grounds.past]
        given = [_as_given(own) for own in self._given]
        return grounds.now >= self.game.now and past[: len(given)] == given

    def stands_at(self, grounds: Grounds) -> bool:
        """Whether it is played up to these grounds, and ready to be branched from."""
        return grounds.now in self.game.snapshots

    def play_to(self, grounds: Grounds) -> None:
        """Play on to the seat's present: its orders given when it gave them, and none since."""
        for _ in self.play_on(grounds):
            pass

    def play_on(self, grounds: Grounds) -> Iterator[None]:
        """The same bit by bit; whoever leaves off may go on later."""
        for own in grounds.past[len(self._given) :]:
            yield from in_bits(self.game, own.due)
            self.game.submit(fitted(self.game, order_from(grounds.seat, own)))
            self._given.append(own)
        yield from in_bits(self.game, grounds.now)
        self.game.forget()
        self.game.snapshots = {grounds.now: self.game.snapshot()}
        self.distance = self._distance(grounds)

    def _distance(self, grounds: Grounds) -> float:
        if self.game.over:
            return math.inf
        figures = self.game.view(grounds.seat).figures
        mine = {key: figure.values for key, figure in figures.items()}
        return distance(grounds.figures, mine)

    def with_luck(self, grounds: Grounds, option: Option, luck: int) -> Game | None:
        """This world from now on under other luck, the option ordered; None where it is refused."""
        game = self.game.branch(grounds.now, replicate=luck)
        for own in grounds.waiting:
            game.submit(fitted(game, order_from(grounds.seat, own)))
        if option.card:
            fields = self._renamed(grounds, option)
            order = Order(id="estimate", seat=grounds.seat, card=option.card, fields=fields)
            if not game.submit(fitted(game, order)).accepted:
                let_go(game)
                return None
        return game

    def takes(self, grounds: Grounds, option: Option) -> bool:
        """Whether the option can be ordered in this world."""
        game = self.with_luck(grounds, option, 1)
        if game is not None:
            let_go(game)
        return game is not None

    def form(self, grounds: Grounds, option: Option) -> str:
        """What is ordered, however it was written: two forms that say the same are the same."""
        card = self.game.scenario.cards.get(option.card)
        if card is None:
            return option.card
        fields = self._renamed(grounds, option)
        order = Order(id="estimate", seat=grounds.seat, card=option.card, fields=fields)
        chosen, wrong = chosen_fields(self.game.world, self.game.scenario, card, order)
        return json.dumps([option.card, fields if wrong else chosen], sort_keys=True)

    def _renamed(self, grounds: Grounds, option: Option) -> dict[str, FieldGiven]:
        """The fields, a report that is named replaced by the one of the same age in this world."""
        fields = dict(option.fields)
        card = self.game.scenario.cards.get(option.card)
        held = self.game.view(grounds.seat).reports
        for name in fields if card is not None and held else ():
            spec = card.fields.get(name) if card is not None else None
            if spec is not None and spec.sort == "report" and fields[name] in grounds.reports:
                rank = grounds.reports.index(str(fields[name]))
                fields[name] = held[min(rank, len(held) - 1)]
        return fields


def seeded(wanted: Wanted, seat: str, number: int) -> Wanted:
    """The published scenario under the luck of an imagined world of this number."""
    address = [wanted.scenario, wanted.variant, dict(wanted.sets), seat, number]
    return replace(wanted, seed=seed_from(json.dumps(address, sort_keys=True)))


def _as_given(own: OwnOrder) -> tuple[str, str, int, str]:
    return own.order, own.card, own.due, json.dumps(dict(own.fields), sort_keys=True)


def distance(told: Mapping[str, Values], mine: Mapping[str, Values]) -> float:
    """How far an imagined world is from what a seat was told: the mean gap of its figures."""
    gaps = [_gap(values, mine[key]) for key, values in told.items() if key in mine]
    return sum(gaps) / len(gaps) if gaps else 0.0


def _gap(told: Values, mine: Values) -> float:
    pairs = [(a, b) for a, b in zip(told, mine, strict=False) if a is not None and b is not None]
    if not pairs:
        return 0.0
    each = sum(_apart(a, b) for a, b in pairs) / len(pairs)
    if len(pairs) == 1 or any(isinstance(a, str) or isinstance(b, str) for a, b in pairs):
        return each
    whole = _apart(sum(float(a) for a, _ in pairs), sum(float(b) for _, b in pairs))
    return (each + whole) / 2


def _apart(a: float | str, b: float | str) -> float:
    if isinstance(a, str) or isinstance(b, str):
        return 0.0 if a == b else 1.0
    return abs(_scaled(a) - _scaled(b))


def _scaled(number: float) -> float:
    """Shares count as they are, counts by their order of magnitude."""
    size = abs(number)
    return math.copysign(size if size <= 1.0 else 1.0 + math.log(size), number)


class Shelf:
    """The worlds of one share under one set of assumed answers."""

    def __init__(self, share: int, assume: tuple[tuple[str, str], ...]) -> None:
        self._share, self._assume = share, assume
        self._worlds: list[Imagined | None] = [None] * IMAGINED

    def bring_up(self, grounds: Grounds) -> Iterator[int | None]:
        """Play every world on to these grounds: how many are done by then, None in between."""
        for at in range(IMAGINED):
            world = self._worlds[at]
            if world is None or not world.follows(grounds):
                number = self._share + SHARES * at
                world = self._worlds[at] = Imagined(grounds, self._assume, number)
            if not world.stands_at(grounds):
                yield from world.play_on(grounds)
                yield at + 1

    def nearest(self) -> list[Imagined]:
        """The worlds that go on, the nearest to what was told first."""
        going = [world for world in self._worlds if world is not None]
        going = [world for world in going if world.distance < math.inf]
        return sorted(going, key=lambda world: (world.distance, world.number))
