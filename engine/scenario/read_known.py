"""What is known: sources, evidence, the record, briefs, translations and the fitted sets."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping

from engine.errors import Place
from engine.names import did_you_mean
from engine.quantities import QuantityError, parse_unit, same_dimension
from engine.scenario import shapes
from engine.scenario.amounts import Text
from engine.scenario.conditions import template, text
from engine.scenario.expressions import Scope
from engine.scenario.models import Evidence, Outcome, RecordRow, Source
from engine.scenario.read_world import made
from engine.scenario.reader import Reader
from engine.scenario.records import record
from engine.scenario.source import Items, Node, Scalar, Table

CODE = re.compile(r"\[([A-Z][A-Z0-9]{1,11})\]")
COLUMNS = ("date", "outcome", "scope", "low", "high", "unit", "source", "confidence", "note")
TEXTS = frozenset("title summary content_note text case_for case_against unknown headline".split())
"""Keys that hold a text for people, wherever they stand."""

MOST_ROWS = 10_000


def sources(reader: Reader, node: Node | None) -> dict[str, Source]:
    """The sources, by code."""
    found: dict[str, Source] = {}
    if node is None:
        return found
    table = reader.table(node, "sources by code")
    for code, item in table.items.items():
        if not re.fullmatch(r"[A-Z][A-Z0-9]{1,11}", code):
            sentence = f"`{code}` cannot be a code; write 2 to 12 capitals and digits"
            reader.error(table.at(code), sentence, "E-source")
        source = made(Source, record(reader, item, shapes.SOURCE, f"`{code}`", f"sources.{code}"))
        if source is not None:
            found[code] = source
    return found


def evidence(reader: Reader, node: Node | None) -> dict[str, Evidence]:
    """What is known of values, by their paths."""
    found: dict[str, Evidence] = {}
    if node is None:
        return found
    table = reader.table(node, "paths of values with what is known of them")
    for path, item in table.items.items():
        known = made(Evidence, record(reader, item, shapes.EVIDENCE, f"`{path}`", path))
        if known is not None:
            found[path] = known
    return found


def citations(reader: Reader, tree: Table, codes: Mapping[str, Source]) -> None:
    """Every code in square brackets, and every `source:`, must be one of the sources."""
    for node, place in _cited(tree, ()):
        if node not in codes:
            hint = did_you_mean(node, codes)
            reader.error(place, f"no source `{node}`{hint}", "E-source")


def _cited(node: Node, path: tuple[str, ...]) -> list[tuple[str, Place]]:
    if isinstance(node, Scalar):
        # A card may have a field of that name, and whoever fills it in cites nothing.
        if path and path[-1] == "source" and "fields" not in path:
            return [(node.text, node.place)]
        if path and path[-1] in ("record", "note", "text", "case_for", "case_against"):
            return [(m[1], node.inside(m.start(1))) for m in CODE.finditer(node.text)]
        return []
    if isinstance(node, Items):
        return [found for item in node.items for found in _cited(item, path)]
    return [
        found
        for key, item in node.items.items()
        if (*path, key)[0] != "sources"
        for found in _cited(item, (*path, key))
    ]


def briefs(
    reader: Reader, beside: Mapping[str, str], shown: Mapping[str, str], language: str
) -> dict[str, dict[str, Text]]:
    """Briefs by language and seat; a brief shows what its seat was told."""
    found: dict[str, dict[str, Text]] = {language: {}}
    for name, words in beside.items():
        if not name.startswith("briefs/"):
            continue
        stem = name.removeprefix("briefs/").removesuffix(".md")
        seat, _, spoken = stem.partition(".")
        place = Place(shown.get(name, name))
        if reader.names is not None and reader.index.sorts.get(seat) != "seat":
            if seat in reader.index.deleted:
                continue
            hint = did_you_mean(seat, reader.index.of("seat"))
            reader.error(place, f"a brief for `{seat}`, and no seat is called so{hint}", "E-brief")
            continue
        scope = Scope("seat", seat)
        found.setdefault(spoken or language, {})[seat] = template(
            reader, words, _lines(words, place), scope
        )
    return found


def _lines(words: str, place: Place) -> Callable[[int], Place]:
    def inside(column: int) -> Place:
        before = words[:column]
        return place._replace(
            line=before.count("\n") + 1, column=column - (before.rfind("\n") + 1) + 1
        )

    return inside


def translations(
    reader: Reader, given: Mapping[str, Table], tree: Table
) -> dict[str, dict[str, Text]]:
    """Translations by language and path; each path is a text of the scenario."""
    found: dict[str, dict[str, Text]] = {}
    for language, table in given.items():
        for path, item in table.items.items():
            if not translatable(tree, path):
                if reader.names is not None and not _deleted(reader, path):
                    sentence = f"`{path}` is no text of this scenario"
                    reader.error(table.at(path), sentence, "E-text")
                continue
            words = text(reader, item, _scope(reader, tree, path))
            found.setdefault(language, {})[path] = words
    return found


def _deleted(reader: Reader, path: str) -> bool:
    return any(step in reader.index.deleted for step in path.split("."))


def translatable(tree: Table, path: str) -> bool:
    """Whether a path leads to a text of the scenario, or to one that could be written there."""
    node: Node = tree
    steps = path.split(".")
    # A text that could be written and is not may have its translation all the same.
    for step in steps[:-1] if steps[-1] in TEXTS else steps:
        if isinstance(node, Items) and step.isdigit() and int(step) < len(node.items):
            node = node.items[int(step)]
        elif isinstance(node, Table) and step in node.items:
            node = node.items[step]
        else:
            return False
    return True


def _scope(reader: Reader, tree: Table, path: str) -> Scope:
    steps = path.split(".")
    if steps[0] != "cards" or len(steps) < 2:
        return Scope()
    cards = tree.items.get("cards")
    card = cards.items.get(steps[1]) if isinstance(cards, Table) else None
    seat = card.items.get("seat") if isinstance(card, Table) else None
    known = seat.text if isinstance(seat, Scalar) else ""
    return Scope("order", known if reader.index.sorts.get(known) == "seat" else "")


def rows(
    reader: Reader,
    words: str,
    shown: str,
    outcomes: Mapping[str, Outcome],
    codes: Mapping[str, Source],
) -> tuple[RecordRow, ...]:
    """The lines of `record.csv`, each judged against the outcomes."""
    lines = csv.reader(io.StringIO(words))
    try:
        table = list(lines)
    except csv.Error as error:
        reader.error(Place(shown, lines.line_num, 1), f"no CSV: {error}", "E-record")
        return ()
    if not table or tuple(table[0]) != COLUMNS:
        sentence = f"the first line is `{','.join(COLUMNS)}`"
        reader.error(Place(shown, 1, 1), sentence, "E-record")
        return ()
    found = []
    for number, line in enumerate(table[1 : MOST_ROWS + 1], 2):
        if not any(line):
            continue
        if len(line) != len(COLUMNS):
            sentence = f"expected {len(COLUMNS)} columns, got {len(line)}"
            reader.error(Place(shown, number, 1), sentence, "E-record")
            continue
        row = _row(reader, dict(zip(COLUMNS, line, strict=True)), Place(shown, number, 1))
        if row is not None and _judged(reader, row, Place(shown, number, 1), outcomes, codes):
            found.append(row)
    return tuple(found)


def _row(reader: Reader, line: dict[str, str], place: Place) -> RecordRow | None:
    ends: list[float | None] = []
    for key in ("low", "high"):
        written = line[key].strip()
        try:
            ends.append(float(written) if written else None)
        except ValueError:
            reader.error(place, f"`{key}`: `{written}` is no number", "E-record")
            return None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", line["date"]):
        sentence = f"`{line['date']}` is no date; write 2031-11-04"
        reader.error(place, sentence, "E-record")
        return None
    low, high = ends
    if low is not None and high is not None and low > high:
        reader.error(place, "`low` is above `high`", "E-record")
        return None
    rest = {key: line[key].strip() for key in COLUMNS if key not in ("low", "high")}
    return RecordRow(low=low, high=high, **rest)


def _judged(
    reader: Reader,
    row: RecordRow,
    place: Place,
    outcomes: Mapping[str, Outcome],
    codes: Mapping[str, Source],
) -> bool:
    before = len(reader.problems)
    outcome = outcomes.get(row.outcome)
    if reader.names is None:
        return True
    if outcome is None:
        hint = did_you_mean(row.outcome, outcomes)
        reader.error(place, f"no outcome `{row.outcome}`{hint}", "E-record")
    if row.scope != "national" and reader.index.sorts.get(row.scope) not in ("place", "region"):
        hint = did_you_mean(row.scope, [*reader.index.of("place", "region"), "national"])
        reader.error(place, f"no place or region `{row.scope}`{hint}", "E-record")
    for code in row.source.split():
        if code not in codes:
            reader.error(place, f"no source `{code}`{did_you_mean(code, codes)}", "E-record")
    try:
        parse_unit(row.unit, reader.index.counts)
        if outcome is not None and not same_dimension(row.unit, outcome.unit):
            sentence = f"`{row.outcome}` is in `{outcome.unit}`, not in `{row.unit}`"
            reader.error(place, sentence, "E-record")
    except QuantityError as error:
        reader.error(place, error.sentence, "E-record")
    return len(reader.problems) == before


def _is_number(found: object) -> bool:
    return isinstance(found, int | float) and abs(found) < 1e300


def posterior(reader: Reader, words: str, shown: str) -> tuple[dict[str, float], ...]:
    """The rows of `posterior.json`: each is a set of numbers by path, in canonical units."""
    try:
        data = json.loads(words)
    except (ValueError, RecursionError) as error:
        reader.error(Place(shown, getattr(error, "lineno", 1), 1), f"no JSON: {error}", "E-json")
        return ()
    found: list[dict[str, float]] = []
    for row in data if isinstance(data, list) else [None]:
        numbers = row.items() if isinstance(row, dict) else ()
        if not numbers or not all(_is_number(n) for _, n in numbers):
            sentence = "expected a list of rows, each `{path: number}` in canonical units"
            reader.error(Place(shown, 1, 1), sentence, "E-json")
            return ()
        found.append({path: float(number) for path, number in numbers})
    return tuple(found)
