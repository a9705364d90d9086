"""Credit between two seats: it moves by fixed sizes, and each move names its cause."""

from engine.deals.events import CreditMoved
from engine.events import Term
from engine.kinds import Happenings
from engine.rules.rounding import nine
from engine.scenario.scenario import Scenario
from engine.world import World


def moved(
    scenario: Scenario, world: World, seat: str, others: tuple[str, ...], why: str, cause: str,
    over: str,
) -> Happenings:  # fmt: skip
    """The credit of a seat with others moves for a reason: `kept`, `broken`, `lapsed` and so on.

    Both seats of each pair are told, and that it was `over` a deal or an exhibit: its terms name
    that and no line of the journal, which would count what others were told. It stays between 0
    and 100 %, and nothing is told of a move of nothing.
    """
    size: float = getattr(scenario.credit, why).number
    for other in others:
        yield from credited(world, seat, other, size, cause, over)


def credited(world: World, seat: str, other: str, size: float, cause: str, over: str) -> Happenings:
    """The credit of a seat with one other moves by so much, or as far as it can."""
    now = world.credit(seat, other)
    by = nine(min(max(now + size, 0.0), 1.0) - now)
    if by and other != seat:
        yield CreditMoved(seat, other, by, (Term(over, by),), cause=cause, to=(seat, other))
