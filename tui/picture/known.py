"""Everything a screen shows from: what never changes, what is known now, and what was told when."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import TypeVar

from tui.picture.data import Clock, News, Scene, Value, View
from tui.picture.times import dated
from tui.words import phrase

T = TypeVar("T")


@dataclass(slots=True)
class Point:
    """Values that were told at a second, and the last seconds they were true of."""

    told: int
    since: int
    as_of: tuple[int, ...]
    values: tuple[Value, ...]


@dataclass(slots=True)
class History:
    """What was told of each reading, oldest first: a fold of the seat's own news."""

    points: dict[str, list[Point]] = field(default_factory=dict)

    def hear(self, news: Iterable[News]) -> None:
        """Take in what is new."""
        for item in news:
            if item.event == "game.told":
                self._told(item)

    def _told(self, item: News) -> None:
        readings = item.fields.get("readings")
        for key, as_of, values in readings if isinstance(readings, list | tuple) else ():
            known = self.points.setdefault(str(key), [])
            seconds = tuple(int(at) for at in as_of)
            if known and (not values or tuple(values) == known[-1].values):
                known[-1].as_of = seconds
            else:
                known.append(Point(item.at, min(seconds, default=item.at), seconds, tuple(values)))

    def of(self, key: str) -> Sequence[Point]:
        """The points of one reading."""
        return self.points.get(key, ())


@dataclass(frozen=True, slots=True)
class Known:
    """What a seat knows at one moment; `new_from` numbers the first thing told in this move."""

    scene: Scene
    view: View
    clock: Clock
    news: tuple[News, ...] = ()
    history: History = field(default_factory=History)
    new_from: int = 0
    pace: str = phrase("paused")

    @property
    def now(self) -> int:
        """Seconds since the start."""
        return self.clock.now

    def dated(self, second: int) -> str:
        """A second as `5 Jan 21:00`."""
        return dated(self.scene.start, second)

    def words(self) -> dict[str, str]:
        """Titles by id, for everything that has one."""
        return self.scene.titles

    def title(self, id: str) -> str:
        """The title of an id, or the id in words."""
        return self.words().get(id) or in_words(id)


def once(work: Callable[[Known], Sequence[T]]) -> Callable[[Known], list[T]]:
    """The same work, done once for a state: what several panes and every report ask for."""
    held: list[tuple[Known, Sequence[T]]] = []

    @wraps(work)
    def remembered(known: Known) -> list[T]:
        if not held or held[0][0] is not known:
            held[:] = [(known, work(known))]
        return list(held[0][1])

    return remembered


def in_words(id: str) -> str:
    """An id as people read it."""
    text = id.replace("_", " ").replace(".", " ")
    return text[:1].upper() + text[1:]
