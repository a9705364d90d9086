"""Deals as one seat sees them: what it may put, what it was offered, and the words that run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.deals.door import offerable, replies, showable
from engine.deals.putting import hearers_of
from engine.deals.state import Bargain, Clause
from engine.events import Field
from engine.scenario.models import Term
from engine.scenario.scenario import Scenario
from engine.world import World


@dataclass(frozen=True, slots=True)
class TermSeen:
    """A term as a party sees it: of which side, who must keep it, and how it stands.

    `state` is that of a clause, or `offered` while the deal does not bind; times are seconds.
    """

    side: str
    number: int
    seat: str
    will: bool
    card: str
    exhibit: str
    fields: Mapping[str, Field]
    at: tuple[str, ...]
    hours: float
    waits: bool
    state: str
    since: int
    until: int

    def plain(self) -> dict[str, object]:
        """As plain data."""
        found: dict[str, object] = {name: getattr(self, name) for name in self.__slots__}
        return found | {"fields": dict(self.fields), "at": list(self.at)}


@dataclass(frozen=True, slots=True)
class DealSeen:
    """A deal that a seat knows of.

    `side` is `made`, `received`, `heard` (another's word that this seat must keep) or `public`.
    `replies` are what the seat may answer now. `broken_by`, `broken_at` and `heard_at` say whose
    order broke it, when, and when that seat learned of the term.
    """

    deal: str
    offer: str
    sort: str
    from_: str
    to: tuple[str, ...]
    side: str
    state: str
    put: int
    answer_by: int
    replies: tuple[str, ...]
    reply: str
    public: bool
    hot: bool
    shows: str
    terms: tuple[TermSeen, ...]
    broken_by: str
    broken_at: int
    heard_at: int

    @property
    def over(self) -> bool:
        """Whether nothing more can become of it."""
        return self.state not in ("open", "due", "running")

    def plain(self) -> dict[str, object]:
        """As plain data."""
        found: dict[str, object] = {
            name.rstrip("_"): getattr(self, name) for name in self.__slots__
        }
        return found | {
            "to": list(self.to),
            "replies": list(self.replies),
            "terms": [term.plain() for term in self.terms],
        }


@dataclass(frozen=True, slots=True)
class Offerable:
    """An offer of the seat: to whom it may be put now, and if it may not, why.

    `several` says that one of several hearers is chosen; `shows` holds, by hearer, the exhibits
    that can be shown with it.
    """

    offer: str
    to: tuple[str, ...]
    several: bool
    open: bool
    code: str = ""
    about: tuple[tuple[str, Field], ...] = ()
    shows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def plain(self) -> dict[str, object]:
        """As plain data."""
        return {
            "offer": self.offer,
            "to": list(self.to),
            "open": self.open,
            "code": self.code,
            "about": dict(self.about),
            "several": self.several,
            "shows": {seat: list(exhibits) for seat, exhibits in self.shows.items()},
        }


Shown = dict[str, tuple[Bargain, DealSeen]]
"""Deals as they were shown to one seat, beside what they were shown from."""


def deals_of(
    scenario: Scenario, world: World, seat: str, shown: Shown, *, over: bool = True
) -> tuple[DealSeen, ...]:
    """Every deal that the seat knows of, oldest first; those that are over may be left out.

    `shown` are those that were made for this seat before: what has not changed is not made again.
    """
    return tuple(
        _shown(scenario, bargain, seat, shown)
        for bargain in world.deals.known_to(seat)
        if over or not bargain.over
    )


def _shown(scenario: Scenario, bargain: Bargain, seat: str, shown: Shown) -> DealSeen:
    kept = shown.get(bargain.id)
    if kept is None or kept[0] is not bargain:
        kept = shown[bargain.id] = bargain, _seen(scenario, bargain, seat)
    return kept[1]


def _seen(scenario: Scenario, bargain: Bargain, seat: str) -> DealSeen:
    broken = bargain.state == "broken"
    return DealSeen(
        bargain.id, bargain.offer, bargain.sort, bargain.from_, bargain.to,
        _side(bargain, seat), bargain.state, bargain.put, bargain.answer_by,
        _replies(scenario, bargain, seat), bargain.reply, bargain.public, bargain.hot,
        bargain.shows, tuple(_terms(scenario, bargain)),
        bargain.broken_by if broken else "", bargain.broken_at if broken else 0,
        bargain.heard_at if broken else 0,
    )  # fmt: skip


def _side(bargain: Bargain, seat: str) -> str:
    if seat == bargain.from_:
        return "made"
    if seat in bargain.to:
        return "received"
    return "heard" if any(clause.seat == seat for clause in bargain.clauses) else "public"


def _replies(scenario: Scenario, bargain: Bargain, seat: str) -> tuple[str, ...]:
    if bargain.state == "open" or (bargain.state == "due" and seat == bargain.from_):
        return replies(scenario, bargain, seat)
    return ()


def _terms(scenario: Scenario, bargain: Bargain) -> Iterator[TermSeen]:
    deal = scenario.offers[bargain.offer]
    for side in ("gives", "asks", "or_else"):
        for number, term in enumerate(deal.side(side)):
            keeper = term.by or (bargain.to[0] if side == "asks" else bargain.from_)
            yield _term(term, side, number, keeper, bargain.clause(side, number))


def _term(term: Term, side: str, number: int, keeper: str, clause: Clause | None) -> TermSeen:
    return TermSeen(
        side, number, keeper, term.will, term.card, term.exhibit, dict(term.with_), term.at,
        term.hours.number, term.when is not None, "offered" if clause is None else clause.state,
        0 if clause is None else clause.since, 0 if clause is None else clause.until,
    )  # fmt: skip


def offers_of(scenario: Scenario, world: World, seat: str) -> tuple[Offerable, ...]:
    """What the seat may put before others, in the order of the scenario."""
    return tuple(
        _offerable(scenario, world, seat, id)
        for id, deal in scenario.offers.items()
        if deal.from_ == seat
    )


def _offerable(scenario: Scenario, world: World, seat: str, id: str) -> Offerable:
    deal = scenario.offers[id]
    to = hearers_of(scenario, deal, "") if deal.to_all else deal.to
    shows = {whom: showable(world, seat, deal, whom) for whom in to} if deal.shows else {}
    refusal = offerable(scenario, world, seat, id)
    several = not deal.to_all and len(deal.to) > 1
    if refusal is not None:
        return Offerable(id, to, several, False, *refusal)
    if deal.shows:
        to = tuple(whom for whom in to if shows[whom])
    return Offerable(id, to, several, bool(to), "" if to else "shown_already", (), shows)


def credit_of(world: World, seat: str) -> dict[str, tuple[float, float]]:
    """By other seat: its credit with this one, and this one's with it, as shares."""
    return {
        other: (world.credit(other, seat), world.credit(seat, other))
        for other in world.scene.seats
        if other != seat
    }


def plainly(
    deals: tuple[DealSeen, ...],
    offers: tuple[Offerable, ...],
    credit: Mapping[str, tuple[float, float]],
) -> dict[str, object]:
    """What a view says of deals, as plain data."""
    return {
        "deals": [deal.plain() for deal in deals],
        "offers": [offer.plain() for offer in offers],
        "credit": {other: list(pair) for other, pair in credit.items()},
    }
