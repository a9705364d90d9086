"""Cards against which nothing speaks, and cards for which nothing does."""

from collections.abc import Iterator

from engine.scenario.effects import Shift, Tell
from engine.scenario.lint.reach import Found
from engine.scenario.models import Card
from engine.scenario.scenario import Scenario


def one_sided(scenario: Scenario) -> Iterator[Found]:
    """Cards that take nothing and lower nothing, and cards that only lower what they move."""
    for id, card in scenario.cards.items():
        if card.cost:
            continue
        path = f"cards.{id}"
        ways = {_way(effect) for effect in card.effects if isinstance(effect, Shift)}
        if not ways & {"down", "both"}:
            sentence = f"`{id}` has no `cost` and lowers nothing"
            yield path, f"{sentence}; let it cost something, or hurt somewhere", "W-free"
        elif ways == {"down"} and _plain(card):
            sentence = f"`{id}` lowers everything that it moves"
            yield path, f"{sentence}; let it do somebody some good", "W-oneway"


def _plain(card: Card) -> bool:
    """Whether a card does nothing but bend meters and stocks, and tell of it."""
    return all(isinstance(effect, Shift | Tell) for effect in card.effects)


def _way(shift: Shift) -> str:
    """`up` or `down`; `both` where what it moves may be good or bad, or the amount is a sum."""
    value = shift.amount.value
    if shift.sort == "parameter" or value is None:
        return "both"
    middle = 1.0 if shift.times else 0.0
    ends = [end for end in (value.number, value.low, value.high) if end is not None]
    if min(ends) >= middle:
        return "up"
    return "down" if max(ends) <= middle else "both"
