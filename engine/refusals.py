"""Why the door refuses an order, and what became of one, in words by code."""

from collections.abc import Callable, Mapping

from engine.deals import wording
from engine.scenario.scenario import Scenario

REFUSALS = {
    "unknown_seat": "there is no seat {seat}",
    "unknown_card": "there is no such card",
    "not_yours": "that card is not yours",
    "unknown_field": "the form has no field {field}",
    "missing_field": "the form asks for {field}",
    "wrong_field": "{field} cannot hold that",
    "nothing_to_name": "the form asks for {field}, and you have been told of none yet",
    "named_twice": "{field} names what another field names already",
    "not_available": "what it needs is not there yet, or not any more, as far as you know",
    "no_authority": "you have not the authority: {power}",
    "cannot_afford": "it costs more {stock} than you have left ({needs} needed); {again}",
    "too_late": "that beat has already opened",
    "after_end": "the game ends before that beat",
    "no_such_order": "no order of yours of that name is still waiting",
    "ended": "the game is over",
    "not_playable": "this cannot be played yet",
    "slip_closed": "a slip is filled in while a move opens, before time goes on",
    "aims_chosen": "your aims are chosen already",
    "aims_late": "aims are chosen before the first order, or in the first move",
    "no_orders_left": "you have {most} a move, and none is left; {opens}",
    **wording.REFUSALS,
}
"""Why the door refuses an order, by code; each names only what the seat knows."""


def refused(scenario: Scenario, code: str, about: Mapping[str, object]) -> str:
    """The sentence for a code, in braces what it is about; a card may have words of its own."""
    card = scenario.cards.get(str(about.get("card", "")))
    if code == "not_available" and card is not None and card.closed:
        return card.closed.rstrip(".").replace("{", "{{").replace("}", "}}")
    return REFUSALS.get(code, code)


def enough_again(about: Mapping[str, object], when: Callable[[int], str]) -> str:
    """When a seat has enough of what it lacks again, as `cannot_afford` says it."""
    again = about.get("again")
    if isinstance(again, int):
        return f"you have enough on {when(again)}, if you spend none before"
    return "so much does not come back by itself"


def in_a_move(about: Mapping[str, object], when: Callable[[int], str]) -> dict[str, str]:
    """How many orders a move has and when the next opens, as `no_orders_left` says it."""
    most, opens = int(str(about.get("most", 0))), about.get("opens")
    return {
        "most": f"{most} order{'s' if most != 1 else ''}",
        "opens": f"the next opens {when(opens)}" if isinstance(opens, int) else "no move follows",
    }


RESULTS = {
    "as_ordered": "done as ordered",
    "in_part": "done in part ({share})",
    "late": "done, but late",
    "beyond": "done beyond the order",
    "failed": "not done",
    "no_answer": "no answer",
    "ended": "not done: the game ended first",
    "accepted": "accepted",
    "out": "out",
    "withdrawn": "withdrawn",
    **wording.RESULTS,
}
