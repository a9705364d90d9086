"""What the world keeps of deals: those that were put, their terms, credit, and exhibits."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.events import Field

OPEN = ("open", "due", "running")
"""The states in which a deal is not over: unanswered, past its hour, or with terms that run."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A term of a deal that binds.

    `side` and `number` say which term of the offer it is; `seat` must keep it. `state` is
    `waiting` (for its condition), `running`, `kept`, `broken` or `void`; `since` and `until` are
    seconds. `heard` is when its seat hears of it, and `told` whether it has: it is another seat
    than the two that deal where the two differ from the start.
    """

    side: str
    number: int
    seat: str
    state: str
    since: int = 0
    until: int = 0
    heard: int = 0
    told: bool = True


@dataclass(frozen=True, slots=True)
class Bargain:
    """An offer that was put.

    `id` is the same for all who know of it, and counts only what was put to the same hearer.
    `knows` are the seats that are told what becomes of it. `state` is one of `OPEN`, or how it
    ended: `kept`, `broken`, `refused`, `recalled`, `lapsed`, `answered`, `unanswered`, `shown` or
    `void`.
    """

    id: str
    offer: str
    sort: str
    from_: str
    to: tuple[str, ...]
    put: int
    answer_by: int
    state: str
    knows: tuple[str, ...]
    public: bool = False
    hot: bool = False
    shows: str = ""
    reply: str = ""
    clauses: tuple[Clause, ...] = ()
    broken_by: str = ""
    broken_at: int = 0
    heard_at: int = 0
    cause: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more can become of it."""
        return self.state not in OPEN

    def clause(self, side: str, number: int) -> Clause | None:
        """One of its terms, if it binds."""
        for clause in self.clauses:
            if (clause.side, clause.number) == (side, number):
                return clause
        return None

    def parties(self) -> tuple[str, ...]:
        """The seats that deal: the one that put it, then those who heard it."""
        return (self.from_, *self.to)

    def others(self, seat: str) -> tuple[str, ...]:
        """Those to whom a word of this seat was given."""
        return self.to if seat == self.from_ else (self.from_,)


@dataclass(frozen=True, slots=True)
class Found:
    """An exhibit that was found: when, whether it is genuine, and who holds it.

    `shown` are (who showed it, to whom, when); `exposed` is true once it was found out to be false.
    """

    at: int
    genuine: bool
    by: tuple[str, ...]
    shown: tuple[tuple[str, str, int], ...] = ()
    first_shown: int = -1
    exposed: bool = False


Begun = tuple[int, tuple[tuple[str, Field], ...], str]
"""An order that began: the second, how it was filled in, and its cause."""


@dataclass(slots=True)
class Book:
    """Every deal of a game, in the order in which they were put; and what came of them."""

    bargains: dict[str, Bargain] = field(default_factory=dict)
    credit: dict[str, float] = field(default_factory=dict)
    """By `one>other`: the credit of one seat with another, where it has moved."""
    found: dict[str, Found] = field(default_factory=dict)
    offered: dict[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """By seat, when it ordered offers (but for the hot line), and the ids of these orders."""
    checked: dict[str, dict[str, bool]] = field(default_factory=dict)
    """By seat, the exhibits that it had checked, and whether they were genuine."""
    begun: dict[str, tuple[Begun, ...]] = field(default_factory=dict)
    """By `seat/card`, the orders that began: what was done before an offer was accepted counts."""

    def open(self) -> Iterator[Bargain]:
        """Deals that are not over, oldest first."""
        return (bargain for bargain in self.bargains.values() if not bargain.over)

    def known_to(self, seat: str) -> Iterator[Bargain]:
        """Deals that a seat is told of, oldest first."""
        return (bargain for bargain in self.bargains.values() if seat in bargain.knows)

    def last(self, offer: str, to: str = "", seat: str = "") -> Bargain | None:
        """The latest deal of an offer: put to one seat, and known to one, where they are named."""
        for bargain in reversed(self.bargains.values()):
            if bargain.offer != offer or (to and to not in bargain.to):
                continue
            if not seat or seat in bargain.knows:
                return bargain
        return None

    def shown(self, by: str, to: str) -> int:
        """How many exhibits one seat has shown to another; with one of them empty, all of them."""
        return sum(
            any((not by or who == by) and (not to or whom == to) for who, whom, _ in found.shown)
            for found in self.found.values()
        )


def between(one: str, other: str) -> str:
    """The name under which the credit of one seat with another is kept."""
    return f"{one}>{other}"
