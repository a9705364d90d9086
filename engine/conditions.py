"""Every condition of a scenario, and those parts that must hold for a time."""

from collections.abc import Iterable, Iterator

from engine.scenario.effects import Effect, UndoWhen
from engine.scenario.expressions import Compiled, Hold
from engine.scenario.scenario import Scenario


def holds_of(
    scenario: Scenario, more: Iterable[tuple[str, Compiled]] = ()
) -> Iterator[tuple[str, Hold]]:
    """Every `for 6 h` of the scenario, with the seat that judges it (empty: the world).

    `more` are conditions that the game's format adds.
    """
    seen: set[tuple[str, str]] = set()
    for seat, compiled in (*conditions_of(scenario), *more):
        for hold in compiled.holds:
            if (seat, hold.key) not in seen:
                seen.add((seat, hold.key))
                yield seat, hold


def conditions_of(scenario: Scenario) -> Iterator[tuple[str, Compiled]]:
    """Every condition that is judged beat by beat, with the seat that judges it."""
    for card in scenario.cards.values():
        yield from ((card.seat, when) for when in (card.when,) if when is not None)
        yield from (("", when) for when in _of_effects(card.effects))
        yield from ((card.seat, case.when) for case in card.cases if case.when is not None)
    for power in scenario.powers.values():
        yield from power.when.items()
    for seat, boxes in scenario.doctrine.items():
        yield from ((seat, box.when) for box in boxes.values() if box.when is not None)
    for plan in scenario.plans.values():
        rows = plan.orders.values()
        yield from ((plan.seat, row.when) for row in rows if row.when is not None)
    yield from _of_deals(scenario)
    for inject in scenario.injects.values():
        yield from (("", when) for when in (inject.when,) if when is not None)
        yield from (("", when) for when in _of_effects(inject.effects))
    for question in scenario.answers:
        clues = scenario.hidden[question].clues.values()
        yield from (("", clue.when) for clue in clues if clue.when is not None)
    for row in scenario.harm.values():
        yield from (("", when) for when in (row.when, *row.by.values()) if when is not None)
    for told in scenario.afterwards.values():
        yield from (("", each.when) for each in told.says if each.when is not None)
    for ending in scenario.endings.values():
        yield from (("", when) for when in (ending.when,) if when is not None)
    for written in scenario.seats.values():
        yield from (("", aim.when) for aim in written.aims.values())
    for seat, written in scenario.seats.items():
        for each in written.needs.values():
            yield from ((seat, when) for when in (each.when, each.met) if when is not None)


def _of_effects(effects: Iterable[Effect]) -> Iterator[Compiled]:
    for effect in effects:
        if effect.when is not None:
            yield effect.when
        if isinstance(effect, UndoWhen):
            yield effect.broken


def _of_deals(scenario: Scenario) -> Iterator[tuple[str, Compiled]]:
    for deal in scenario.offers.values():
        yield from ((deal.from_, when) for when in (deal.when,) if when is not None)
        terms = (term for side in ("gives", "asks", "or_else") for term in deal.side(side))
        yield from (("", term.when) for term in terms if term.when is not None)
    for exhibit in scenario.exhibits.values():
        yield from (("", when) for when in (exhibit.when, exhibit.true) if when is not None)
