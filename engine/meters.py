"""Changes of declared meters: always a sum of causes, never out of 0 to 1."""

from collections.abc import Sequence

from engine.events import MeterMoved, Term
from engine.rules.rounding import nine
from engine.world import World


def moved(world: World, meter: str, terms: Sequence[Term], cause: str = "") -> MeterMoved | None:
    """The event that moves a meter by the sum of its terms, scaled where it would leave 0 to 1.

    None when the scenario declares no such meter, when the meter only shows a reading, or when
    nothing changes. The cause of the event is `cause`, or that of its largest term.
    """
    if meter not in world.meters:
        return None
    total = sum(term.amount for term in terms)
    now = world.meters[meter]
    allowed = min(max(now + total, 0.0), 1.0) - now
    if total == 0.0 or allowed == 0.0:
        return None
    scale = allowed / total
    kept = tuple(Term(term.cause, nine(term.amount * scale)) for term in terms if term.amount)
    largest = max(kept, key=lambda term: abs(term.amount))
    by = nine(sum(term.amount for term in kept))
    return MeterMoved(cause=cause or largest.cause, meter=meter, by=by, terms=kept)
