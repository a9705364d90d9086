"""How often a seat was told the same before: its own fold, and of nothing but what it was told."""

from collections.abc import Mapping

from engine.events import Event
from engine.journal import own_names

Key = tuple[object, ...]

SAME: Mapping[str, tuple[str, ...]] = {
    "order_taken": (),
    "order_out": (),
    "order_withdrawn": (),
    "order_reported": ("result",),
    "term_kept": ("offer", "seat"),
    "word_broken": ("offer", "seat", "how"),
    "exhibit_shown": ("exhibit", "seat"),
    "reporter_sent": (),
    "reporter_arrived": (),
    "line_opened": (),
    "line_closed": (),
}
"""What makes two lines alike, of events of which that is not all that people read."""

IDS = frozenset(
    "about check claim costs deal entry order publication relief report reporter terms".split()
)
"""Fields that name a thing to the program: people do not read them."""

UNCOUNTED = ("game.told", "game.stock_moved", "game.credit_moved")
"""What is no line."""


class Repeats:
    """Counts lines, one by one as they are told."""

    def __init__(self) -> None:
        self._told: dict[Key, int] = {}

    def copy(self) -> "Repeats":
        """One that has counted as far, and counts on by itself."""
        other = Repeats()
        other._told = dict(self._told)
        return other

    def before(self, name: str, event: Event) -> int:
        """How often the like of it was told before; it is counted with that."""
        if name in UNCOUNTED:
            return 0
        shown = SAME.get(name.rpartition(".")[2])
        names = shown if shown is not None else own_names(type(event))
        said = (getattr(event, each) for each in names if shown is not None or each not in IDS)
        key: Key = (name, event.place, *said)
        count = self._told.get(key, 0)
        self._told[key] = count + 1
        return count
