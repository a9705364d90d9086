"""What importing a list would write: injects that are new, and words of those that are there."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.errors import Place, Problem
from engine.names import RESERVED, as_id, did_you_mean
from engine.scenario.migration import Edit, edited, words_of
from engine.scenario.reader import Reader
from engine.scenario.writing import scalar
from tui.commands.authoring.msel.changing import changes_of
from tui.commands.authoring.msel.rows import Row
from tui.commands.authoring.msel.times import NoTime, When, when_of
from tui.commands.authoring.schema import MODELINE

KEYS = {
    "from": "from_",
    "to": "to",
    "means": "means",
    "headline": "headline",
    "text": "content",
    "expects": "expects",
    "objective": "objective",
}
"""The keys of an inject that a row fills, in the order in which they are written."""


TIMES = ("at", "event", "when", "unless_ordered")
"""The keys that say when it comes."""


@dataclass
class Plan:
    """Files to write, by name, with what was new, changed and wrong."""

    files: dict[str, str] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def planned(
    shown: str, rows: Sequence[Row], before: Mapping[str, Row], files: Mapping[str, str],
    reader: Reader,
) -> Plan:  # fmt: skip
    """What the rows of a list change in the files of a folder.

    `before` are the rows of the injects that are there, by id; a cell that says what they say
    changes nothing, and an empty one leaves what is there.
    """
    plan = Plan()
    taken = {*reader.index.sorts, *RESERVED}
    fresh: list[str] = []
    edits: dict[str, list[Edit]] = {}
    titles = _titles(files)
    for row in rows:
        found = _given(shown, row, before.get(row.id), reader, titles, plan.problems)
        if row.id in before:
            if found:
                plan.changed.append(row.id)
                if not _rewrite(row.id, found, files, edits):
                    # It is of a layer below: say here what is other.
                    fresh.append(_written(row.id, found, Row()))
        elif found.get("text"):
            id = _free(row, taken)
            taken.add(id)
            plan.added.append(id)
            fresh.append(_written(id, found, row))
    plan.files = {name: edited(files[name], parts) for name, parts in edits.items()}
    if fresh:
        plan.files[_new_file(files)] = _modeline(files) + "injects:\n" + "".join(fresh)
    return plan


def _given(
    shown: str, row: Row, before: Row | None, reader: Reader, titles: Mapping[str, str],
    problems: list[Problem],
) -> dict[str, str]:  # fmt: skip
    """What a row says that is not there yet: values as they are written, by key."""
    found: dict[str, str] = {}

    def wrong(column: str, sentence: str) -> None:
        at = Place(shown, row.line, row.columns.get(column, 1))
        problems.append(Problem(at, sentence, "E-msel"))

    if before is None or (row.time and row.time != before.time):
        try:
            when = when_of(row.time, reader)
        except NoTime as error:
            wrong("time", error.sentence)
            when = When()
        old = {} if before is None else when_of(before.time, reader).written()
        new = when.written()
        # What it said of its time before is taken out, or it would come only when both hold.
        found |= {key: "" for key in old if key not in new}
        found |= {
            key: value if key == "unless_ordered" else scalar(value)
            for key, value in new.items()
            if old.get(key) != value
        }
    for key, part in KEYS.items():
        value = getattr(row, part)
        if not value or (before is not None and value == getattr(before, part)):
            continue
        if key == "to":
            value = _seats(value, reader, titles, lambda sentence: wrong("to", sentence))
            found |= {key: value} if value else {}
        else:
            found[key] = scalar(" ".join(value.split()))
    if before is None and "text" not in found:
        wrong("content", "a row needs `content`: what the inject says")
    if before is None and "to" not in found:
        found["to"] = "all"
    return found


def _seats(
    text: str, reader: Reader, titles: Mapping[str, str], wrong: Callable[[str], None]
) -> str:
    """The seats of a cell, by id or by title, as an inject names them."""
    if text.strip().lower() in ("all", "everybody", "all players", "everyone"):
        return "all"
    known = reader.index.of("seat")
    seats: list[str] = []
    for word in re.split(r"[;,\n]", text):
        name = word.strip()
        seat = name if name in known else titles.get(name.lower(), "")
        if name and not seat:
            wrong(f"no seat `{name}`{did_you_mean(as_id(name), known)}")
        elif seat and seat not in seats:
            seats.append(seat)
    return f"[{', '.join(seats)}]" if len(seats) > 1 else "".join(seats)


def _titles(files: Mapping[str, str]) -> dict[str, str]:
    """Seats by their titles, in small letters."""
    return {
        word.value.lower(): word.path[1]
        for text in files.values()
        for word in words_of(text)
        if len(word.path) == 3 and word.path[0] == "seats" and word.path[2] == "title"
    }


def _free(row: Row, taken: set[str]) -> str:
    """An id that nothing has yet: the row's own, or made from its first words."""
    words = as_id(row.id or row.headline or row.content).split("_")
    base = "_".join(words[:4])[:40].strip("_") or "inject"
    id, number = base, 2
    while id in taken:
        id, number = f"{base}_{number}", number + 1
    return id


def _written(id: str, found: Mapping[str, str], row: Row) -> str:
    notes = [
        f"{name}: {' '.join(value.split())}"
        for name, value in (("controller", row.controller), ("status", row.status))
        if value
    ]
    note = f"  # {'; '.join(notes)}" if notes else ""
    keys = [key for key in (*TIMES, *KEYS) if key in found]
    lines = "".join(f"    {key}: {found[key] or 'null'}\n" for key in keys)
    return f"  {id}:{note}\n{lines}"


def _modeline(files: Mapping[str, str]) -> str:
    """The line that names the schema to editors, if the other files have it."""
    lines = (text.partition("\n")[0] for text in files.values())
    line = next((line for line in lines if line.startswith(MODELINE)), "")
    return f"{line}\n" if line else ""


def _new_file(files: Mapping[str, str]) -> str:
    name, number = "msel.yaml", 2
    while name in files:
        name, number = f"msel-{number}.yaml", number + 1
    return name


def _rewrite(
    id: str, found: Mapping[str, str], files: Mapping[str, str], edits: dict[str, list[Edit]]
) -> bool:
    """Put new values in the place of old ones; whether the inject is in one of these files."""
    for name, text in files.items():
        words = [w for w in words_of(text) if w.path[:1] == ("injects",)]
        heads = (w for w in words if w.is_key and len(w.path) == 1)
        head = next((w for w in heads if w.value == id), None)
        if head is None:
            continue
        mine = [w for w in words if w.path[:2] == ("injects", id)]
        edits.setdefault(name, []).extend(changes_of(text, head, mine, found))
        return True
    return False
