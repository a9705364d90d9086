"""YAML with the place of every word: scalars stay text, and nothing clever is let in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from engine.errors import Place, Problem
from engine.rules.quick import quick
from engine.scenario.source_slips import slip

MOST_BYTES = 1_000_000
DEEPEST = 40
MOST_NODES = 60_000
"""Keys, values, lists and mappings of one file."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAB = re.compile(r"[ ]*\t")
_UNWANTED = re.compile(rf"{_CONTROL.pattern}|^{_TAB.pattern}", re.MULTILINE)

NULLS = frozenset({"null", "Null", "NULL", "~"})


@quick
@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `flat` says that a column inside it can be counted from its place."""

    text: str
    place: Place
    quoted: bool = False
    flat: bool = True

    @property
    def deletes(self) -> bool:
        """Whether this is a plain `null`."""
        return not self.quoted and self.text in NULLS

    def inside(self, column: int) -> Place:
        """The place of a character of the text, counted from 0."""
        if not self.flat:
            return self.place
        return self.place._replace(column=self.place.column + column + self.quoted)


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, in the order written, with the place of each key."""

    items: dict[str, "Node"]
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)

    def at(self, key: str) -> Place:
        """Where a key stands, or the table itself."""
        return self.keys.get(key, self.place)


Node = Scalar | Items | Table


class Unreadable(Exception):
    """A file that is no YAML of ours; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)

    def __str__(self) -> str:
        return str(self.problem)


def parse(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of one file, None when it is empty, and what was wrong without being fatal.

    Raises `Unreadable` where nothing can be made of the rest. Trees are never changed, so that
    a file of usual size that was met lately is not gone through again.
    """
    tree, problems = (_met if len(data) <= USUAL_BYTES else _parsed)(data, file)
    return tree, list(problems)


USUAL_BYTES = 120_000


def _parsed(data: bytes, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    text = _decoded(data, file)
    builder = _Builder(file)
    try:
        return builder.build(text), tuple(builder.problems)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(slip(text, error, file)) from None
    except yaml.YAMLError as error:
        raise Unreadable(Problem(Place(file, 1, 1), f"no YAML: {error}", "E-yaml")) from None


_met = lru_cache(maxsize=64)(_parsed)


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        sentence = f"this file has {len(data)} bytes; a file of a scenario has at most {MOST_BYTES}"
        raise Unreadable(Problem(Place(file, 1, 1), sentence, "E-size"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        place = Place(file, before.count(b"\n") + 1, column)
        raise Unreadable(Problem(place, "not UTF-8; save the file as UTF-8", "E-bytes")) from None
    if _UNWANTED.search(text):
        _refuse_unwanted(text, file)
    return text


def _refuse_unwanted(text: str, file: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        bad = _CONTROL.search(line)
        if bad:
            place = Place(file, number, bad.start() + 1)
            raise Unreadable(Problem(place, "a control character cannot stand here", "E-bytes"))
        tab = _TAB.match(line)
        if tab and line.strip():
            place = Place(file, number, tab.end())
            raise Unreadable(Problem(place, "a tab cannot indent; write spaces", "E-tab"))


class _Builder:
    """Turns the parser's events into a tree."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.events: Iterator[yaml.Event] = iter(())
        self.nodes = 0

    def build(self, text: str) -> Node | None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events = yaml.parse(text, Loader=loader)
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "a second document; a file holds one", "E-documents")
                root = self._node(next(self.events), 1)
        if isinstance(root, Scalar) and not root.text:
            return None
        return root

    def _place(self, event: yaml.Event) -> Place:
        assert event.start_mark is not None
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse(self, event: yaml.Event, sentence: str, code: str) -> None:
        raise Unreadable(Problem(self._place(event), sentence, code))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            sentence = f"more than {MOST_NODES} keys and values in one file; part it in two"
            self._refuse(event, sentence, "E-size")
        if depth > DEEPEST:
            self._refuse(event, f"more than {DEEPEST} levels deep", "E-depth")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, "anchors and aliases are not used; write it out", "E-anchor")
        tag = getattr(event, "tag", None)
        if tag:
            self._refuse(
                event, f"tags such as `{tag}` are not used; write the value alone", "E-tag"
            )
        if isinstance(event, yaml.ScalarEvent):
            assert event.start_mark is not None
            assert event.end_mark is not None
            one_line = event.start_mark.line == event.end_mark.line
            quoted = event.style in ("'", '"')
            plain = event.style in (None, "", "'", '"')
            return Scalar(event.value, self._place(event), quoted, one_line and plain)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, depth)
        return self._table(event, depth)

    def _items(self, start: yaml.Event, depth: int) -> Items:
        found: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._node(event, depth + 1))
        return Items(tuple(found), self._place(start))

    def _table(self, start: yaml.Event, depth: int) -> Table:
        table = Table({}, self._place(start))
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                sentence = "a key is one word, not a list or a mapping"
                self.problems.append(Problem(key.place, sentence, "E-yaml"))
            elif key.text in table.items:
                first = table.keys[key.text]
                sentence = f"`{key.text}` is written twice; first at line {first.line}"
                self.problems.append(Problem(key.place, sentence, "E-twice"))
            else:
                table.items[key.text] = value
                table.keys[key.text] = key.place
        return table
