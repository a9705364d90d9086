"""Texts that tell what they should not, that nobody says, or that are said twice."""

import re
from collections.abc import Iterator

from engine.scenario.amounts import Text
from engine.scenario.effects import Tell
from engine.scenario.lint.reach import Found
from engine.scenario.scenario import Scenario

VOICE = re.compile(r"[^:\s][^:]{0,60}: ?\S")
WORD = re.compile(r"[^\W_]+")
LEAST = 4
"""Words of a text that nobody writes twice by chance."""


def voiceless(scenario: Scenario) -> Iterator[Found]:
    """Reports that nobody sends, and reasons that nobody gives."""
    for id, inject in scenario.injects.items():
        if inject.text is not None and not inject.from_:
            yield (
                f"injects.{id}",
                f"`{id}` says something and has no `from`: who says it?",
                "W-voice",
            )
    for id, card in scenario.cards.items():
        for key in ("case_for", "case_against"):
            if not VOICE.match(getattr(card, key)):
                sentence = f"`{key}` of `{id}` has no voice; begin it with who says so, and a colon"
                yield f"cards.{id}.{key}", sentence, "W-voice"


def repeated(scenario: Scenario) -> Iterator[Found]:
    """Texts that stand in two places, word for word."""
    first: dict[str, str] = {}
    for path, text in said(scenario):
        words = WORD.findall(text.lower())
        if len(words) < LEAST:
            continue
        before = first.setdefault(" ".join(words), path)
        if before != path:
            yield path, f"this text stands at `{before}` too; say it in other words", "W-repeated"


def said(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every sentence that players read during play, with its path."""
    for id, card in scenario.cards.items():
        for key in ("case_for", "case_against", "unknown", "may_fail"):
            yield f"cards.{id}.{key}", getattr(card, key)
        for number, effect in enumerate(card.effects):
            if isinstance(effect, Tell):
                yield f"cards.{id}.effects.{number}.text", effect.text.written
    for id, inject in scenario.injects.items():
        if inject.text is not None:
            yield f"injects.{id}.text", inject.text.written
        for number, effect in enumerate(inject.effects):
            if isinstance(effect, Tell):
                yield f"injects.{id}.effects.{number}.text", effect.text.written
    for question, hidden in scenario.hidden.items():
        for id, clue in hidden.clues.items():
            yield f"hidden.{question}.clues.{id}.text", clue.text.written


def secrets(scenario: Scenario) -> Iterator[Found]:
    """Texts that tell what no seat can know: a hidden answer, or a figure kept from its readers."""
    yield from _answers(scenario)
    for id, inject in scenario.injects.items():
        if inject.text is not None:
            yield from _figures(scenario, f"injects.{id}.text", inject.text, inject.to)
        for number, effect in enumerate(inject.effects):
            if isinstance(effect, Tell):
                path = f"injects.{id}.effects.{number}.text"
                yield from _figures(scenario, path, effect.text, effect.to)
    for question, hidden in scenario.hidden.items():
        for id, clue in hidden.clues.items():
            path = f"hidden.{question}.clues.{id}.text"
            yield from _figures(scenario, path, clue.text, clue.to)


def _answers(scenario: Scenario) -> Iterator[Found]:
    """Hidden answers that stand in what players read, word for word."""
    texts = [("title", scenario.title), ("summary", scenario.summary), *said(scenario)]
    for briefs in scenario.briefs.values():
        texts += [(f"briefs/{seat}.md", brief.written) for seat, brief in briefs.items()]
    for id, card in scenario.cards.items():
        for key in ("title", "record", "closed"):
            texts.append((f"cards.{id}.{key}", getattr(card, key)))
    for question, hidden in scenario.hidden.items():
        for answer, found in hidden.answers.items():
            secret = _pressed(found.text)
            if len(secret.split()) < LEAST:
                continue
            for path, text in texts:
                if secret in _pressed(text):
                    sentence = f"players read here what only `{question}` answers: `{answer}`"
                    yield path, f"{sentence}; say it as a clue", "W-secret"


def _pressed(text: str) -> str:
    return f" {' '.join(WORD.findall(text.lower()))} "


def _figures(scenario: Scenario, path: str, text: Text, to: tuple[str, ...]) -> Iterator[Found]:
    """Figures of the world that a text shows to seats which are never told them."""
    seats = list(scenario.seats) if "all" in to else [seat for seat in to if seat in scenario.seats]
    for shown in text.shown():
        for ref in shown.sum.uses:
            if ref.sort not in ("meter", "own", "local", "stock"):
                continue
            without = [seat for seat in seats if not _knows(scenario, seat, ref.name, ref.where)]
            if without:
                who = ", ".join(f"`{seat}`" for seat in without)
                sentence = f"`{{{shown.name}}}` shows {who} the world's own figure, which it is"
                yield path, f"{sentence} never told; add it to `told`, or leave it out", "W-secret"


def _knows(scenario: Scenario, seat: str, name: str, where: str) -> bool:
    if where in scenario.seats:
        return where == seat
    return any(told.reading == name for told in scenario.seats[seat].told.values())
