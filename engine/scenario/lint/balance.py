"""Cards against which nothing speaks: no price, no time, and effects that all point one way."""

from collections.abc import Iterator

from engine.scenario.effects import Shift
from engine.scenario.lint.reach import Found
from engine.scenario.models import Card
from engine.scenario.scenario import Scenario


def one_sided(scenario: Scenario) -> Iterator[Found]:
    """Cards that cost nothing, and cards without a cost whose effects all point one way."""
    for id, card in scenario.cards.items():
        if card.cost or card.carried_by:
            continue
        path = f"cards.{id}"
        ways = {_way(effect) for effect in card.effects if isinstance(effect, Shift)}
        takes = card.takes is not None and (card.takes.value is None or card.takes.value.number > 0)
        if not takes and not {"down", "both"} & ways:
            sentence = f"`{id}` costs nothing, neither stock nor time, and lowers nothing"
            yield path, f"{sentence}; give it a `cost`, a `takes`, or an effect that hurts", "W-free"
        elif ways and _plain(card) and len(ways) == 1 and ways != {"both"}:
            which = "raises" if ways == {"up"} else "lowers"
            sentence = f"`{id}` has no cost and only {which} what it moves"
            yield path, f"{sentence}; give it a `cost`, or an effect that points the other way", (
                "W-oneway"
            )


def _plain(card: Card) -> bool:
    """Whether a card does nothing but bend meters and stocks, whose up and down are known."""
    shifts = [effect for effect in card.effects if isinstance(effect, Shift)]
    return len(shifts) == len(card.effects) and all(shift.sort != "parameter" for shift in shifts)


def _way(shift: Shift) -> str:
    """`up` or `down`; `both` where what it moves may be good or bad, or the amount is a sum."""
    value = shift.amount.value
    if shift.sort == "parameter" or value is None:
        return "both"
    middle = 1.0 if shift.times else 0.0
    ends = [value.number, value.low or value.number, value.high or value.number]
    if min(ends) >= middle:
        return "up"
    return "down" if max(ends) <= middle else "both"
