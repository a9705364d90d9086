"""What texts tell: each name shown in a report or a brief, and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.scenario.amounts import Text
from engine.scenario.effects import Effect, Tell
from engine.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A text at `path` tells the seats `to` (or `all`) the value of `name`.

    `known_by` is the seat whose knowledge is shown; empty where it is the world's own truth.
    """

    path: str
    to: tuple[str, ...]
    name: str
    known_by: str

    def __str__(self) -> str:
        whose = f"as `{self.known_by}` was told it" if self.known_by else "as it is"
        return f"{self.path} tells {', '.join(self.to)} `{self.name}`, {whose}"


def disclosures(scenario: Scenario) -> tuple[Disclosure, ...]:
    """Every name that a text shows, in the order of cards, injects, clues, aftermath and briefs."""
    return tuple(_all(scenario))


def _all(scenario: Scenario) -> Iterator[Disclosure]:
    for id, card in scenario.cards.items():
        yield from _effects(card.effects, f"cards.{id}", card.seat)
    for id, inject in scenario.injects.items():
        if inject.text is not None:
            yield from _texts(inject.text, inject.also, f"injects.{id}", inject.to, "")
        yield from _effects(inject.effects, f"injects.{id}", "")
    for question, hidden in scenario.hidden.items():
        for id, clue in hidden.clues.items():
            yield from _text(clue.text, f"hidden.{question}.clues.{id}.text", clue.to, "")
    for id, told in scenario.afterwards.items():
        for number, saying in enumerate(told.says):
            yield from _text(saying.text, f"afterwards.{id}.says.{number}.text", ("all",), "")
    for language, briefs in scenario.briefs.items():
        for seat, brief in briefs.items():
            yield from _text(brief, f"briefs.{seat}.{language}", (seat,), seat)


def _effects(effects: tuple[Effect, ...], path: str, seat: str) -> Iterator[Disclosure]:
    for number, effect in enumerate(effects):
        if isinstance(effect, Tell):
            here = f"{path}.effects.{number}"
            yield from _texts(effect.text, effect.also, here, effect.to, seat)


def _texts(
    text: Text, also: tuple[Text, ...], path: str, to: tuple[str, ...], seat: str
) -> Iterator[Disclosure]:
    yield from _text(text, f"{path}.text", to, seat)
    for number, other in enumerate(also):
        yield from _text(other, f"{path}.also.{number}", to, seat)


def _text(text: Text, path: str, to: tuple[str, ...], seat: str) -> Iterator[Disclosure]:
    for shown in text.shown():
        yield Disclosure(path, to, shown.name, seat)
