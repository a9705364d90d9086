"""From an older version of the language to this one, word by word, so that comments stay.

Version 0 is how scenarios were written before the language had a number. It differs in five
things: times are `D+0 18:00` (the first day is D+0), comparisons are `==` and `!=`, conditions may
be `true` and `false`, counted things stand under `units`, and injects without a text stand under
`triggers`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from engine.errors import Place, Problem
from engine.scenario.source import Scalar, Table, Unreadable, parse

CURRENT = 1

PROSE = frozenset(
    "title summary content_note text headline case_for case_against unknown record note question"
    " expects objective may_fail closed from means ask".split()
)
"""Keys whose texts are for people, and stay as they are."""

_DAY = re.compile(r"\bD\+(\d{1,3}) (\d\d:\d\d)")
_EQUAL = re.compile(r"\s*(==|!=)\s*")


@dataclass(frozen=True, slots=True)
class Word:
    """A key or a value as it stands in a file: the keys above it, and where it begins and ends."""

    path: tuple[str, ...]
    start: int
    end: int
    value: str
    is_key: bool = False


Edit = tuple[int, int, str]
"""From a character to another: what stands there instead."""


def version_of(files: Mapping[str, str]) -> int | None:
    """The version in which the files of a folder are written; None if they do not say.

    A folder that extends another is a layer of it, and need not say. Raises `Unreadable`.
    """
    layer = False
    for name, text in files.items():
        tree, _ = parse(text.encode(), name)
        items = tree.items if isinstance(tree, Table) else {}
        said = items.get("whitecell")
        if isinstance(said, Scalar):
            if said.text.isdigit():
                return int(said.text)
            sentence = f"`{said.text}` is no version of the language; this is {CURRENT}"
            raise Unreadable(Problem(said.place, sentence, "E-version"))
        layer = layer or "extends" in items
    return None if layer else 0


def migrated(files: Mapping[str, str]) -> dict[str, str]:
    """The files of a folder in the present version, by name; those that stay are left out.

    Raises `Unreadable` where a file cannot be read, or is of a version yet to come.
    """
    version = version_of(files)
    if version is None or version == CURRENT:
        return {}
    if version > CURRENT:
        sentence = f"this is version {version} of the language, and the program knows {CURRENT}"
        raise Unreadable(Problem(Place(next(iter(files))), sentence, "E-version"))
    now = dict(files)
    for step in range(version, CURRENT):
        now = STEPS[step](now)
    return {name: text for name, text in now.items() if text != files[name]}


def _from_0(files: dict[str, str]) -> dict[str, str]:
    changed = {}
    for name, text in files.items():
        tops = [word for word in words_of(text) if word.is_key and not word.path]
        named = [word.value for word in tops]
        for old, new in RENAMED.items():
            if old in named and new in named:
                sentence = f"`{old}` becomes `{new}`, and both stand in this file; move one"
                line = text.count("\n", 0, tops[named.index(old)].start) + 1
                raise Unreadable(Problem(Place(name, line, 1), sentence, "E-version"))
        changed[name] = edited(text, _edits_from_0(text))
    return _numbered(changed, 1)


RENAMED = {"triggers": "injects", "units": "counts"}


def _edits_from_0(text: str) -> Iterator[Edit]:
    for word in words_of(text):
        old = new = text[word.start : word.end]
        if word.is_key and not word.path:
            new = RENAMED.get(old, old)
        elif word.path and word.path[-1] in PROSE and not word.is_key:
            continue
        else:
            new = _DAY.sub(lambda found: f"day {int(found[1]) + 1} {found[2]}", new)
            if word.path and word.path[-1] in ("when", "of") and not word.is_key:
                new = _condition(new)
        if new != old:
            yield word.start, word.end, new


def _condition(text: str) -> str:
    if text in ("true", "false"):
        return "always" if text == "true" else "never"
    return _EQUAL.sub(lambda found: " is " if found[1] == "==" else " is not ", text)


def _numbered(files: dict[str, str], version: int) -> dict[str, str]:
    """The files with the number of a version where they say it, or else before the title."""
    for name, text in files.items():
        for word in words_of(text):
            if word.path == ("whitecell",) and not word.is_key:
                return {**files, name: edited(text, [(word.start, word.end, str(version))])}
    for name, text in files.items():
        for word in words_of(text):
            if word.value == "title" and word.is_key and not word.path:
                end = "\r\n" if "\r\n" in text else "\n"
                line = f"whitecell: {version}{end}"
                return {**files, name: edited(text, [(word.start, word.start, line)])}
    return files


STEPS: dict[int, Callable[[dict[str, str]], dict[str, str]]] = {0: _from_0}
"""From each version to the next."""


def edited(text: str, edits: "Iterator[Edit] | list[Edit]") -> str:
    """A text with some of its words replaced."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def words_of(text: str) -> Iterator[Word]:
    """Every key and every value of a file that can be read, in order."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # For each mapping or list that is open: its path, and the key that waits for a value.
    above: list[tuple[tuple[str, ...], bool, str | None]] = []
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            path = _value_path(above)
            above.append((path, isinstance(event, yaml.MappingStartEvent), None))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            above.pop()
            _given(above)
        elif isinstance(event, yaml.ScalarEvent):
            assert event.start_mark is not None
            assert event.end_mark is not None
            span = event.start_mark.index, event.end_mark.index
            if above and above[-1][1] and above[-1][2] is None:
                above[-1] = (above[-1][0], True, event.value)
                yield Word(above[-1][0], *span, event.value, is_key=True)
            else:
                yield Word(_value_path(above), *span, event.value)
                _given(above)


def _value_path(above: list[tuple[tuple[str, ...], bool, str | None]]) -> tuple[str, ...]:
    if not above:
        return ()
    path, mapping, key = above[-1]
    return (*path, key) if mapping and key is not None else path


def _given(above: list[tuple[tuple[str, ...], bool, str | None]]) -> None:
    """The key that waited has its value."""
    if above:
        above[-1] = (above[-1][0], above[-1][1], None)
