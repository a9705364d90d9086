"""What futures looked like, kept from one question to the next while nothing new is known."""

from dataclasses import dataclass, field
from typing import NamedTuple

from lab.grounds import Grounds

Numbers = tuple[float | None, ...]

MOST = 20_000
"""Looks that a share keeps at most: a little over a kilobyte each."""


class Future(NamedTuple):
    """What tells one future from another: its world, its luck, and what is ordered in it.

    `assume` are the answers that its world was imagined with; `form` is a card as filled in.
    """

    assume: tuple[tuple[str, str], ...]
    world: int
    luck: int
    form: str


@dataclass
class Kept:
    """Looks into futures by the second after now; all are let go when a seat knows more."""

    _known: Grounds | None = None
    _looks: dict[Future, dict[int, Numbers]] = field(default_factory=dict)
    _count: int = 0

    def on(self, grounds: Grounds) -> None:
        """From here on the futures of these grounds; those of others are let go."""
        if grounds != self._known:
            self._known, self._looks, self._count = grounds, {}, 0

    def at(self, future: Future, seconds: int) -> Numbers | None:
        """What it looked like then; None where nobody looked."""
        return self._looks.get(future, {}).get(seconds)

    def keep(self, future: Future, seconds: int, numbers: Numbers) -> None:
        """Remember a look."""
        if self._count >= MOST:
            self._looks, self._count = {}, 0
        self._looks.setdefault(future, {})[seconds] = numbers
        self._count += 1
