"""The schema of a scenario: its own files are clean, and editors see a wrong word."""

from pathlib import Path
from typing import Any

import pytest

from engine.scenario.merge import plain
from engine.scenario.schema import schema
from engine.scenario.source import parse
from tests.engine.scenario.copies import KINDS, SHIPPED

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}


def faults(
    value: object, by: dict[str, Any], path: str = "", whole: dict[str, Any] | None = None
) -> list[str]:
    """The small part of JSON Schema that ours uses."""
    found: list[str] = []
    whole = by if whole is None else whole
    if "$ref" in by:
        by = whole["definitions"][by["$ref"].removeprefix("#/definitions/")]
    if "type" in by:
        names = [by["type"]] if isinstance(by["type"], str) else by["type"]
        fits = [value is None if n == "null" else isinstance(value, TYPES[n]) for n in names]
        found += [] if any(fits) else [f"{path}: type"]
    if "enum" in by and value not in by["enum"]:
        found.append(f"{path}: enum")
    if "const" in by and value != by["const"]:
        found.append(f"{path}: const")
    if "anyOf" in by and all(faults(value, one, path, whole) for one in by["anyOf"]):
        inner = [faults(value, one, path, whole) for one in by["anyOf"]]
        found += max(inner, key=lambda lines: max(len(line) for line in lines))
    if isinstance(value, dict):
        found += [f"{path}: {key}" for key in by.get("required", ()) if key not in value]
        for key, item in value.items():
            inside = by.get("properties", {}).get(key, by.get("additionalProperties", True))
            if inside is False:
                found.append(f"{path}.{key}: unknown")
            elif isinstance(inside, dict):
                found += faults(item, inside, f"{path}.{key}", whole)
    if isinstance(value, list) and "items" in by:
        for number, item in enumerate(value):
            found += faults(item, by["items"], f"{path}.{number}", whole)
    for case in by.get("allOf", ()):
        if not faults(value, case["if"], path, whole):
            found += faults(value, case["then"], path, whole)
    return found


def judged(words: str) -> list[str]:
    tree, _ = parse(words.encode(), "a.yaml")
    assert tree is not None
    return faults(plain(tree), schema(SHIPPED / "harbour", KINDS))


@pytest.mark.parametrize("file", sorted((SHIPPED / "harbour").glob("*.yaml")), ids=lambda p: p.name)
def test_every_file_of_a_scenario_is_clean_under_its_own_schema(file: Path):
    assert judged(file.read_text(encoding="utf-8")) == []


def test_the_files_of_a_scenario_that_extends_another_are_clean_too():
    words = (SHIPPED / "harbour-two" / "scenario.yaml").read_text(encoding="utf-8")
    tree, _ = parse(words.encode(), "a.yaml")
    assert tree is not None
    assert faults(plain(tree), schema(SHIPPED / "harbour-two", KINDS)) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("card: {}", ".card: unknown"),
        ("cards: {a: {seat: onion}}", ".cards.a.seat: enum"),
        ("cards: {a: {tittle: x}}", ".cards.a.tittle: unknown"),
        ("cards: {a: {effects: [{do: tankers.hury}]}}", ".cards.a.effects.0.do: enum"),
        (
            "cards: {a: {effects: [{do: fuel.send, too: 2}]}}",
            ".cards.a.effects.0.too: unknown",
        ),
        ("cards: {a: {effects: [{shift: patience, buy: 2 %}]}}", ".cards.a.effects.0.buy: unknown"),
        ("agents: {tankers: {servce: 9 h}}", ".agents.tankers.servce: unknown"),
        ("injects: {a: {to: [port, onion]}}", ".injects.a.to.1: enum"),
    ],
)
def test_a_wrong_word_is_seen_where_it_stands(words: str, said: str):
    assert said in judged(words)


def test_a_key_that_editors_read_as_a_truth_is_allowed_by_a_pattern():
    asked: list[dict[str, Any]] = [schema(SHIPPED / "harbour", KINDS)]
    found = 0
    while asked:
        part = asked.pop()
        for item in part.values():
            inner = item if isinstance(item, list) else [item]
            asked += [each for each in inner if isinstance(each, dict)]
        if part.get("additionalProperties") is False:
            truths = {key for key in ("true", "false") if key in part["properties"]}
            patterns = {f"^{key}$": part["properties"][key] for key in truths}
            assert part.get("patternProperties", {}) == patterns
            found += len(truths)
    assert found >= 2
