"""What the pages of an ending show of one seat: results, its decisions, turning points, record."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from engine.asked import number_of
from engine.catalogue import result, title_of
from engine.game import Game, Logged
from engine.orders import ACTS, Order
from engine.results import Results
from engine.results_plain import plain
from engine.scenario.models import FieldSpec
from engine.scenario.scenario import Scenario
from engine.turning import MOST, Effect, Turn
from host.words import order_in_words

Plain = dict[str, object]

MOST_CHOICES = 6
"""Other choices of one card that are put forward for a swap."""


def debrief(game: Game, results: Results, seat: str) -> Plain:
    """Everything that is read of a finished game in one chair; harm stands first."""
    scenario = game.scenario
    return plain(scenario, results, (seat,)) | {
        "decisions": decisions_of(game, seat),
        "turns": [
            turn(scenario, each) | {"own": each.seat == seat} for each in turns_for(results, seat)
        ],
        "record": list(record(scenario, seat)),
    }


def turns_for(results: Results, seat: str) -> list[Turn]:
    """The turning points that one seat reads: its own decisions first, then what moved most."""
    found = list(results.own_turns.get(seat, ()))
    for each in sorted(results.turns, key=lambda turn: -turn.weight):
        if len(found) < MOST and each.move not in [turn.move for turn in found]:
            found.append(each)
    return sorted(found, key=lambda turn: turn.at)


def decisions_of(game: Game, seat: str) -> list[Plain]:
    """The orders of a seat that were taken, but for slips, aims and acts of dealing."""
    mine = [line for line in game.orders if _counts(game.scenario, line, seat)]
    states = {own.order: own.state for own in game.view(seat).orders}
    return [decision(game.scenario, line, states) for line in mine]


def _counts(scenario: Scenario, line: Logged, seat: str) -> bool:
    order = line.order
    return (
        order.seat == seat
        and line.answer.accepted
        and order.card not in ACTS
        and order.card in scenario.cards
    )


def decision(scenario: Scenario, line: Logged, states: Mapping[str, str]) -> Plain:
    """An order that was taken, what became of it, and what could have been ordered instead."""
    order = line.order
    return {
        "order": order.id,
        "card": order.card,
        "words": order_in_words(scenario, order.card, order.fields),
        "by": order.by,
        "at": _local(scenario, line.beat * scenario.beat),
        "state": result(states.get(order.id, "out")).split(" (")[0],
        "instead": list(instead(scenario, order)),
    }


def instead(scenario: Scenario, order: Order) -> Iterator[Plain]:
    """Nothing, and then other choices of the same card, one field changed in each."""
    yield {"card": "", "fields": {}, "words": "nothing ordered"}
    found = 0
    for name, spec in scenario.cards[order.card].fields.items():
        for value in _others(spec, order.fields.get(name)):
            if found == MOST_CHOICES:
                return
            found += 1
            fields = {**order.fields, name: value}
            words = order_in_words(scenario, order.card, {name: value})
            _, _, choice = words.removesuffix(")").partition(" (")
            yield {"card": order.card, "fields": fields, "words": choice}


def _others(spec: FieldSpec, given: object) -> Iterator[str | float]:
    if spec.choices:
        yield from (word for word in spec.words if word != given)
    elif spec.low is not None and spec.high is not None and isinstance(given, float | int):
        yield from (end for end in (spec.low, spec.high) if end != given)


def turn(scenario: Scenario, found: Turn) -> Plain:
    """A turning point: the move, who did what, and what it moved most."""
    what = title_of(scenario, found.what) if found.seat else _of_inject(scenario, found.what)
    return {
        "move": _local(scenario, found.move),
        "at": _local(scenario, found.at),
        "seat": found.seat,
        "seat_title": title_of(scenario, found.seat) if found.seat else "",
        "title": what,
        "order": found.order,
        "effects": [_effect(scenario, each) for each in found.effects[:3]],
    }


def _of_inject(scenario: Scenario, id: str) -> str:
    headline = scenario.injects[id].headline if id in scenario.injects else ""
    return headline or id.replace("_", " ").capitalize()


def _effect(scenario: Scenario, found: Effect) -> Plain:
    harm = scenario.harm.get(found.measure) if found.sort == "harm" else None
    title = harm.title if harm is not None else title_of(scenario, found.measure)
    if harm is not None:
        said = number_of(found.amount, harm.unit)
    else:
        said = f"{100 * found.amount:+.1f} points".replace("-", "−")
    return {"title": title, "said": said, "share": round(100 * found.share)}


def record(scenario: Scenario, seat: str) -> Iterator[Plain]:
    """What was done in fact, card by card of this seat; never what would have been right."""
    for id, card in scenario.cards.items():
        past = [row for row in scenario.history.values() if row.order == id]
        if card.seat == seat and (card.record or past):
            yield {
                "card": id,
                "title": card.title,
                "record": card.record,
                "dated": [
                    {
                        "at": _local(scenario, row.at),
                        "words": order_in_words(scenario, id, row.fields),
                        "precision": row.precision,
                        "note": row.note,
                        "source": list(row.source),
                    }
                    for row in past
                ],
            }


def _local(scenario: Scenario, second: int) -> str:
    return (scenario.start + timedelta(seconds=second)).isoformat()
