"""What there is to reach in a scenario, and where each of it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.errors import Place
from engine.scenario.effects import Effect
from engine.scenario.expressions import Compiled
from engine.scenario.scenario import Scenario
from engine.scenario.scheduled import scheduled
from engine.scenario.sheet import place_at, topped

SIDES = ("true", "false")
CONSTANT = ("always", "never")
"""Conditions with one side."""

_OF_DEALS = {
    "pledge": ("made", "kept", "broken"),
    "evidence": ("made",),
    "question": ("made", "answered"),
}
_OTHER_DEALS = ("made", "accepted", "kept", "broken")


@dataclass(frozen=True, slots=True)
class Item:
    """Something with sides that plays may reach: `path` is where it stands in the scenario."""

    sort: str
    path: str
    sides: tuple[str, ...]
    place: Place

    @property
    def marks(self) -> list[str]:
        """What a play notes of each side that it reached."""
        return [f"{self.path}:{side}" for side in self.sides]


def items_of(scenario: Scenario) -> list[Item]:
    """Everything that is to be reached, in the order of the files.

    Injects that only a facilitator brings in are left out: see `left_out`.
    """
    sheet = scenario.sheet
    assert sheet is not None
    tree = topped(sheet).tree
    found = [
        Item(sort, path, sides, place_at(tree, path)) for sort, path, sides in _all_of(scenario)
    ]
    found += [
        Item("condition", path, SIDES, place_at(tree, path)) for path, _, _ in judged(scenario)
    ]
    found += [
        Item("effect", path, SIDES, place_at(tree, path))
        for things in ("cards", "injects")
        for id, thing in getattr(scenario, things).items()
        for path, _ in of_effects(f"{things}.{id}", thing.effects)
    ]
    return sorted(found, key=lambda item: (item.place, item.path))


def _all_of(scenario: Scenario) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from (("card", f"cards.{id}", ("open", "taken")) for id in scenario.cards)
    by_hand = left_out(scenario)
    for id in scenario.injects:
        if id not in by_hand:
            yield "inject", f"injects.{id}", ("fired",)
    for id, deal in scenario.offers.items():
        yield "offer", f"offers.{id}", _OF_DEALS.get(deal.sort, _OTHER_DEALS)
    for question, hidden in scenario.hidden.items():
        for clue in hidden.clues:
            yield "clue", f"hidden.{question}.clues.{clue}", ("shown",)
    yield from (("ending", f"endings.{id}", ("reached",)) for id in scenario.endings)


def left_out(scenario: Scenario) -> list[str]:
    """Injects that no play of bots brings in: only a facilitator does."""
    by_others = scheduled(scenario)
    return [id for id, inject in scenario.injects.items() if inject.by_hand and id not in by_others]


def judged(scenario: Scenario) -> Iterator[tuple[str, str, Compiled]]:
    """Conditions that must be seen both true and false: path, the seat that judges, condition.

    The empty seat is the world. `always` and `never` are left out.
    """
    for path, seat, when in _whens(scenario):
        if when.text.strip() not in CONSTANT:
            yield path, seat, when


def of_effects(path: str, effects: Sequence[Effect]) -> Iterator[tuple[str, Compiled]]:
    """The conditions of a card's or an inject's effects, with their paths."""
    for index, effect in enumerate(effects):
        if effect.when is not None and effect.when.text.strip() not in CONSTANT:
            yield f"{path}.effects.{index}.when", effect.when


def _whens(scenario: Scenario) -> Iterator[tuple[str, str, Compiled]]:
    for id, power in scenario.powers.items():
        yield from ((f"powers.{id}.when.{seat}", seat, when) for seat, when in power.when.items())
    for id, card in scenario.cards.items():
        if card.when is not None:
            yield f"cards.{id}.when", card.seat, card.when
    for id, deal in scenario.offers.items():
        if deal.when is not None:
            yield f"offers.{id}.when", deal.from_, deal.when
    yield from ((f"exhibits.{id}.when", "", each.when) for id, each in scenario.exhibits.items())
    for id, inject in scenario.injects.items():
        if inject.when is not None:
            yield f"injects.{id}.when", "", inject.when
    for question, hidden in scenario.hidden.items():
        for id, clue in hidden.clues.items():
            if clue.when is not None:
                yield f"hidden.{question}.clues.{id}.when", "", clue.when
