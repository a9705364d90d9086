"""Futures of a share of the imagined worlds: every option under the same luck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.dropping import let_go
from engine.game import Game
from lab.grounds import MARKS, Grounds, Option, Question
from lab.kept import Future, Kept, Numbers
from lab.measures import Measure, measures_of
from lab.worlds import IMAGINED, SHARES, USED, Imagined, Shelf, in_bits

Assumed = tuple[tuple[str, str], ...]

AHEAD, AHEAD_SECONDS = USED, MARKS[-1]
"""Futures of each option, of one share, that are played before anybody asks: one in each world,
since more of a world say little more. And how far they go."""

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

Bits = Iterator[News | None]
"""Work bit by bit, each of which takes little time; what came of it, None where nothing did yet."""


class Room:
    """A share's worlds and futures, kept from one question to the next."""

    def __init__(self, share: int) -> None:
        self.share = share
        self._kept = Kept()
        self._shelves: dict[tuple[str, str, Assumed], Shelf] = {}

    def _shelf(self, grounds: Grounds, assume: Assumed) -> Shelf:
        key = (repr(grounds.wanted), grounds.seat, assume)
        # What was asked for last stands last; worlds under old assumptions are let go.
        found = self._shelves.pop(key, None) or Shelf(self.share, assume)
        for old in [old for old in self._shelves if old[2]][: -MOST_SHELVES or None]:
            del self._shelves[old]
        self._shelves[key] = found
        return found

    def warm(self, grounds: Grounds) -> Bits:
        """Bring the worlds without assumptions up to the seat's present."""
        for done in self._shelf(grounds, ()).bring_up(grounds):
            yield None if done is None else Imagining(self.share, done)

    def ahead(self, grounds: Grounds, option: Option) -> Bits:
        """Play an option beside no order more before anybody asks; nothing is said of it."""
        both = (option, Option())
        for _ in self.answer(Question(grounds, both, AHEAD_SECONDS, AHEAD * SHARES)):
            yield None

    def answer(self, question: Question) -> Bits:
        """Everything that comes of a question, bit by bit."""
        grounds = question.grounds
        self._kept.on(grounds)
        assumed = tuple(dict.fromkeys(option.assume for option in question.options))
        for number, assume in enumerate(assumed):
            for done in self._shelf(grounds, assume).bring_up(grounds):
                yield None if done is None else self._imagined(done, number, len(assumed))
        ranked = {assume: self._shelf(grounds, assume).nearest() for assume in assumed}
        worlds = playable(question, ranked)
        if worlds:
            yield self._opening(worlds, ranked[assumed[0]])
            yield from self._played(question, worlds)
        else:
            yield Opening(self.share, (), 0, 0.0)
        yield Finished(self.share)

    def _imagined(self, done: int, number: int, assumed: int) -> Imagining:
        return Imagining(self.share, (done + number * IMAGINED) // assumed)

    def _opening(self, worlds: Sequence[Sequence[Imagined]], ranked: Sequence[Imagined]) -> Opening:
        game = worlds[0][0].game
        rows = tuple(
            (measure.key, measure.title, measure.unit, measure.sort)
            for measure in measures_of(game.scenario, game.world)
        )
        return Opening(self.share, rows, len(worlds), ranked[0].distance)

    def _played(self, question: Question, worlds: Sequence[Sequence[Imagined]]) -> Bits:
        quota = -(-question.futures // SHARES)
        begun: list[Bits] = []
        for pair in range(quota):
            row = worlds[pair % len(worlds)]
            luck = 1 + pair // len(worlds)
            begun += [
                self._future(question, at, row[at], pair * SHARES + self.share, luck)
                for at in range(len(question.options))
            ]
            if pair < TOGETHER - 1 and pair < quota - 1:
                continue
            yield from _side_by_side(begun)
            begun = []

    def _future(self, question: Question, at: int, world: Imagined, pair: int, luck: int) -> Bits:
        """One future from mark to mark; what was looked at before is not played again."""
        grounds, option = question.grounds, question.options[at]
        future = Future(option.assume, world.number, luck, world.form(grounds, option))
        playing: _Playing | None = None
        try:
            for mark, seconds in enumerate(question.marks):
                values = self._kept.at(future, seconds)
                if values is None:
                    playing = playing or _Playing(world.with_luck(grounds, option, luck))
                    yield from in_bits(playing.game, grounds.now + seconds)
                    values = playing.look()
                    self._kept.keep(future, seconds, values)
                yield Sight(at, world.number, pair, mark, values)
        finally:
            if playing is not None:
                let_go(playing.game)


class _Playing:
    """A future that is being played, and how much harm there was when it began."""

    def __init__(self, game: Game | None) -> None:
        assert game is not None, "worlds that refuse an option are left out before"
        self.game = game
        self._measures = measures_of(game.scenario, game.world)
        self._before = [_taken(m, game) if m.sort == "harm" else 0.0 for m in self._measures]

    def look(self) -> Numbers:
        """Every measure now; what led there is let go, for it takes room."""
        now = [_taken(measure, self.game) for measure in self._measures]
        self.game.forget()
        return tuple(
            None if a is None or b is None else a - b
            for a, b in zip(now, self._before, strict=True)
        )


def playable(question: Question, ranked: dict[Assumed, list[Imagined]]) -> list[list[Imagined]]:
    """The nearest worlds in which every option can be ordered: a row has one for each option.

    What cannot be ordered in a world shows that the seat is not in that world, since it can here.
    """
    columns = []
    for assume, worlds in ranked.items():
        options = [option for option in question.options if option.assume == assume]
        fit: list[Imagined] = []
        for world in worlds:
            if all(world.takes(question.grounds, option) for option in options):
                fit.append(world)
            if len(fit) == USED:
                break
        columns.append(fit)
    order = list(ranked)
    return [
        [row[order.index(option.assume)] for option in question.options]
        for row in zip(*columns, strict=False)
    ]


def _taken(measure: Measure, game: Game) -> float | None:
    return measure.take(game.world)


def _side_by_side(futures: Sequence[Bits]) -> Bits:
    """Each future as far as its next look in turn."""
    going = list(futures)
    while going:
        still = []
        for future in going:
            for news in future:
                yield news
                if news is not None:
                    still.append(future)
                    break
        going = still
