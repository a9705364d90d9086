"""Changes of declared meters: always a sum of causes, never out of 0 to 1."""

from collections.abc import Sequence

from engine.events import MeterMoved, Term
from engine.rules.rounding import nine
from engine.world import World

TINY = 1e-9
"""A meter that would move by less than this before it meets 0 or 1 is there already."""


def moved(world: World, meter: str, terms: Sequence[Term], cause: str = "") -> MeterMoved | None:
    """The event that moves a meter by the sum of its terms, scaled where it would leave 0 to 1.

    None when the scenario declares no such meter, when the meter only shows a reading, or when
    nothing changes. The cause of the event is `cause`, or that of its largest term. A meter that
    is stopped stands at 0 or 1 exactly, or inside by what a float cannot hold: never beyond.
    """
    if meter not in world.meters:
        return None
    total = sum(term.amount for term in terms)
    now = world.meters[meter]
    wanted = nine(total)
    limit = min(max(now + wanted, 0.0), 1.0)
    stopped = limit != now + wanted
    if wanted == 0.0 or (stopped and abs(limit - now) < TINY):
        return None
    by = limit - now if stopped else wanted
    kept = [(term.cause, nine(term.amount * (by / total))) for term in terms if term.amount]
    largest = max(range(len(kept)), key=lambda at: abs(kept[at][1]))
    # What rounding takes from the terms or adds to them is the largest one's.
    rest = by - sum(amount for at, (_, amount) in enumerate(kept) if at != largest)
    kept[largest] = (kept[largest][0], rest)
    found = tuple(Term(name, amount) for name, amount in kept)
    return MeterMoved(cause=cause or kept[largest][0], meter=meter, by=by, terms=found)
