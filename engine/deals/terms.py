"""What a term of a deal says, and whether an order counts against it."""

from collections.abc import Iterator, Mapping

from engine.deals.state import Bargain, Clause
from engine.envs import SeatEnv, WorldEnv
from engine.events import Field
from engine.moments import HOUR
from engine.scenario.learning import filled
from engine.scenario.models import Card, Deal, Term
from engine.scenario.scenario import Scenario
from engine.scene import Scene

PLACES = ("place", "region", "site")

Fields = Mapping[str, Field]


def term_of(scenario: Scenario, offer: str, side: str, number: int) -> Term:
    """A term of an offer as it was written."""
    return scenario.offers[offer].side(side)[number]


def keeper(deal: Deal, term: Term, side: str, hearer: str) -> str:
    """The seat that must keep a term."""
    return term.by or (hearer if side == "asks" else deal.from_)


def promiser(bargain: Bargain, side: str) -> str:
    """The seat whose word a term is, whoever must keep it."""
    return bargain.to[0] if side == "asks" else bargain.from_


def bound(
    deal: Deal, sides: tuple[str, ...], hearer: str, now: int
) -> tuple[tuple[str, int, str, int, int, int], ...]:
    """The terms of these sides as they bind from now on: see `engine.deals.events.Terms`."""
    return tuple(
        (side, number, keeper(deal, term, side, hearer), now, _until(term, now), _heard(term, now))
        for side in sides
        for number, term in enumerate(deal.side(side))
    )


def _until(term: Term, now: int) -> int:
    return 0 if term.when is not None else now + seconds(term)


def _heard(term: Term, now: int) -> int:
    late = 0.0 if term.heard_after is None else term.heard_after.number
    return now + round(late * HOUR)


def seconds(term: Term) -> int:
    """How long a term runs."""
    return max(round(term.hours.number * HOUR), 1)


def counts(env: WorldEnv | SeatEnv, card: Card, term: Term, fields: Fields) -> bool:
    """Whether an order of the term's card, filled in so, is one that the term speaks of.

    An order touches the places in its fields; one that names none is for everywhere.
    """
    over = all(_above(fields.get(name), most.number(env)) for name, most in term.over.items())
    there = not term.at or _touches(env.world.scene, card, term, fields)
    return over and there and filled(term.with_, fields)


def _above(given: Field | None, most: float | None) -> bool:
    return isinstance(given, int | float) and most is not None and given > most + 1e-9


def _touches(scene: Scene, card: Card, term: Term, fields: Fields) -> bool:
    named = [str(value) for name, value in fields.items() if _is_area(scene, card, name, value)]
    inside = frozenset(scene.area(term.at))
    return not named or any(place in inside for place in scene.area(named))


def _is_area(scene: Scene, card: Card, name: str, value: Field) -> bool:
    spec = card.fields.get(name)
    if spec is None or not isinstance(value, str) or not value:
        return False
    known = (scene.place_at, scene.region_at, scene.site_at)
    return spec.sort in PLACES or any(value in table for table in known)


def running(
    scenario: Scenario, bargains: Iterator[Bargain], seat: str, card: str
) -> Iterator[tuple[Bargain, Clause, Term]]:
    """Terms about a card that a seat must keep, and whose time runs."""
    for bargain in bargains:
        for clause in bargain.clauses:
            if clause.seat == seat and clause.state == "running":
                term = term_of(scenario, bargain.offer, clause.side, clause.number)
                if term.card == card:
                    yield bargain, clause, term
