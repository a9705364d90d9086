"""What stands in the lobby: scenarios with their seats, and saved games."""

import json
import os
from collections import deque
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.words import phrase

# What reads scenarios is heavy; the lobby stands before any is read.
if TYPE_CHECKING:
    from engine.saves import Save


@dataclass(frozen=True, slots=True)
class Moves:
    """One of a scenario's formats: how long it takes a person, and in how many moves."""

    name: str
    title: str
    minutes: int
    count: int


@dataclass(frozen=True, slots=True)
class Offered:
    """A scenario as it can be chosen. `problem` says why it cannot be played, if so."""

    name: str
    title: str
    summary: str
    content_note: str = ""
    real_events: bool = False
    seats: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    formats: tuple[Moves, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A save as it can be taken up; `ending` is empty while its game goes on."""

    path: Path
    name: str
    seat: str
    seed: int
    kept: datetime
    ending: str = ""


def scenarios(wanted: str | None = None) -> list[tuple[str, str, str]]:
    """(name, title, summary) of what can be chosen; one that was asked for by its path first."""
    from engine.scenario.load import shipped

    found = shipped()
    if wanted is not None and wanted not in [name for name, _, _ in found]:
        found.insert(0, (wanted, Path(wanted).name, ""))
    return found


def begin_here() -> frozenset[str]:
    """The names of the scenarios that whoever never played begins with."""
    from engine.scenario.load import for_beginners

    return for_beginners()


def played_before(folder: Path) -> bool:
    """Whether any game was ever kept there."""
    return any(folder.glob("*.wcsave"))


def offered(name: str, title: str, summary: str, variant: str | None = None) -> Offered:
    """A scenario with its seats; one that cannot be read says what is wrong with it."""
    from engine.errors import BadScenario
    from engine.scenario.load import load

    try:
        scenario = load(name, variant=variant)
    except BadScenario as problem:
        said = phrase(
            "{problems} mistakes, the first: {first}",
            problems=len(problem.problems),
            first=problem.problems[0],
        )
        return Offered(name, title, summary, problem=said)
    return Offered(
        name,
        scenario.title or title,
        scenario.summary or summary,
        scenario.content_note,
        scenario.real_events,
        {id: seat.title for id, seat in scenario.seats.items()},
        formats=tuple(
            Moves(
                id,
                format.title or id.replace("-", " "),
                format.minutes,
                sum(len(times) for times in format.chapters.values()),
            )
            for id, format in scenario.formats.items()
        ),
    )


def saved_games(folder: Path, most: int = 30) -> list[Saved]:
    """The saves of a folder, newest first; what cannot be read is left out."""
    from engine.saves import BadSave, Save

    times = {path: _kept(path) for path in folder.glob("*.wcsave")}
    found = []
    for path in sorted(times, key=lambda path: times[path], reverse=True)[:most]:
        try:
            save = Save.open(path)
            with closing(save):
                manifest, ending = save.manifest, _ending(save)
        except BadSave:
            continue
        # Opening a save that was cut off tidies its file; that is no playing, so its time stays.
        os.utime(path, (times[path], times[path]))
        seat = ", ".join(manifest.seats)
        kept = datetime.fromtimestamp(times[path])
        found.append(Saved(path, manifest.name, seat, manifest.seed, kept, ending))
    return found


LAST = 60
"""Lines at the end of a journal among which its ending is looked for."""


def _ending(save: "Save") -> str:
    """The title of the ending of a save; empty if it has none yet."""
    for line in deque(save.lines(), maxlen=LAST):
        with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            row = json.loads(line)
            if (row["agent"], row["event"]) == ("game", "ended"):
                id = row["fields"]["ending"]
                endings = json.loads(save.manifest.scenario)["tree"].get("endings", {})
                return str(endings[id]["title"])
    return ""


def _kept(path: Path) -> float:
    """When a save was last written, its write-ahead log included."""
    log = path.with_name(f"{path.name}-wal")
    return max(each.stat().st_mtime for each in (path, log) if each.exists())
