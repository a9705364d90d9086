"""Futures of a share of the imagined worlds: every option under the same luck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.game import Game
from lab.grounds import Grounds, Option, Question
from lab.measures import Measure, measures_of
from lab.worlds import IMAGINED, SHARES, USED, Imagined, Shelf

Numbers = tuple[float | None, ...]

Assumed = tuple[tuple[str, str], ...]

MOST_SHELVES = 4
"""Sets of worlds under assumed answers that a share keeps beside those without any."""

TOGETHER = 4
"""Futures of each option that a share begins with side by side, so that the near marks are filled
before a far one is reached; two shares that have begun make enough for a first number."""


@dataclass(frozen=True, slots=True)
class Imagining:
    """So many worlds of a share are played up to now."""

    share: int
    done: int


@dataclass(frozen=True, slots=True)
class Opening:
    """A share has chosen its worlds: what is looked at, and how many worlds are used."""

    share: int
    rows: tuple[tuple[str, str, str, str], ...]
    used: int
    told: float


@dataclass(frozen=True, slots=True)
class Sight:
    """One look into one future: values by measure, at one of the question's marks.

    `pair` names world and luck; the options of a pair differ in nothing but what is ordered.
    """

    option: int
    world: int
    pair: int
    mark: int
    values: Numbers


@dataclass(frozen=True, slots=True)
class Finished:
    """A share has played all its futures, or had no world to play them in."""

    share: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A share cannot go on: its scenario cannot be read any more, or its agents never rest."""

    share: int
    sentence: str


News = Imagining | Opening | Sight | Finished | Failed


class Room:
    """A share's worlds, kept from one question to the next."""

    def __init__(self, share: int) -> None:
        self.share = share
        self._shelves: dict[tuple[str, str, Assumed], Shelf] = {}

    def _shelf(self, grounds: Grounds, assume: Assumed) -> Shelf:
        key = (repr(grounds.wanted), grounds.seat, assume)
        # What was asked for last stands last; worlds under old assumptions are let go.
        found = self._shelves.pop(key, None) or Shelf(self.share, assume)
        for old in [old for old in self._shelves if old[2]][: -MOST_SHELVES or None]:
            del self._shelves[old]
        self._shelves[key] = found
        return found

    def warm(self, grounds: Grounds) -> Iterator[News]:
        """Bring the worlds without assumptions up to the seat's present, one a step."""
        for done in self._shelf(grounds, ()).bring_up(grounds):
            yield Imagining(self.share, done)

    def answer(self, question: Question) -> Iterator[News]:
        """Everything that comes of a question, bit by bit; each step takes little time."""
        grounds = question.grounds
        assumed = tuple(dict.fromkeys(option.assume for option in question.options))
        for number, assume in enumerate(assumed):
            for done in self._shelf(grounds, assume).bring_up(grounds):
                yield Imagining(self.share, (done + number * IMAGINED) // len(assumed))
        ranked = {assume: self._shelf(grounds, assume).nearest() for assume in assumed}
        worlds = playable(question, ranked)
        if worlds:
            yield self._opening(worlds, ranked[assumed[0]])
            yield from self._played(question, worlds)
        else:
            yield Opening(self.share, (), 0, 0.0)
        yield Finished(self.share)

    def _opening(self, worlds: Sequence[Sequence[Imagined]], ranked: Sequence[Imagined]) -> Opening:
        game = worlds[0][0].game
        rows = tuple(
            (measure.key, measure.title, measure.unit, measure.sort)
            for measure in measures_of(game.scenario, game.world)
        )
        return Opening(self.share, rows, len(worlds), ranked[0].distance)

    def _played(self, question: Question, worlds: Sequence[Sequence[Imagined]]) -> Iterator[Sight]:
        quota = -(-question.futures // SHARES)
        begun: list[Iterator[Sight]] = []
        for pair in range(quota):
            row = worlds[pair % len(worlds)]
            luck = 1 + pair // len(worlds)
            begun += [
                _future(question, at, row[at], pair * SHARES + self.share, luck)
                for at in range(len(question.options))
            ]
            if pair < TOGETHER - 1 and pair < quota - 1:
                continue
            yield from _side_by_side(begun)
            begun = []


def playable(question: Question, ranked: dict[Assumed, list[Imagined]]) -> list[list[Imagined]]:
    """The nearest worlds in which every option can be ordered: a row has one for each option.

    What cannot be ordered in a world shows that the seat is not in that world, since it can here.
    """
    columns = []
    for assume, worlds in ranked.items():
        options = [option for option in question.options if option.assume == assume]
        fit: list[Imagined] = []
        for world in worlds:
            if all(world.with_luck(question.grounds, o, 1) is not None for o in options):
                fit.append(world)
            if len(fit) == USED:
                break
        columns.append(fit)
    order = list(ranked)
    return [
        [row[order.index(option.assume)] for option in question.options]
        for row in zip(*columns, strict=False)
    ]


def _future(question: Question, at: int, world: Imagined, pair: int, luck: int) -> Iterator[Sight]:
    option: Option = question.options[at]
    game = world.with_luck(question.grounds, option, luck)
    assert game is not None, "worlds that refuse an option are left out before"
    measures = measures_of(game.scenario, game.world)
    before = [_taken(measure, game) if measure.sort == "harm" else 0.0 for measure in measures]
    for mark, seconds in enumerate(question.marks):
        game.play(until=question.grounds.now + seconds)
        now = [_taken(measure, game) for measure in measures]
        values = tuple(
            None if a is None or b is None else a - b for a, b in zip(now, before, strict=True)
        )
        yield Sight(at, world.number, pair, mark, values)


def _taken(measure: Measure, game: Game) -> float | None:
    return measure.take(game.world)


def _side_by_side(futures: Sequence[Iterator[Sight]]) -> Iterator[Sight]:
    going = list(futures)
    while going:
        still = []
        for future in going:
            sight = next(future, None)
            if sight is not None:
                yield sight
                still.append(future)
        going = still
