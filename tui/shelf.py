"""What stands in the lobby: scenarios with their seats, and saved games."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from engine.errors import BadScenario
from engine.saves import BadSave, peek
from engine.scenario.load import load


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


@dataclass(frozen=True, slots=True)
class Saved:
    """A save as it can be taken up."""

    path: Path
    name: str
    seat: str
    seed: int
    kept: datetime


def offered(name: str, title: str, summary: str, variant: str | None = None) -> Offered:
    """A scenario with its seats; one that cannot be read says what is wrong with it."""
    try:
        scenario = load(name, variant=variant)
    except BadScenario as problem:
        said = f"{len(problem.problems)} mistakes, the first: {problem.problems[0]}"
        return Offered(name, title, summary, problem=said)
    return Offered(
        name,
        scenario.title or title,
        scenario.summary or summary,
        scenario.content_note,
        scenario.real_events,
        {id: seat.title for id, seat in scenario.seats.items()},
    )


def saved_games(folder: Path, most: int = 30) -> list[Saved]:
    """The saves of a folder, newest first; what cannot be read is left out."""
    paths = sorted(folder.glob("*.wcsave"), key=lambda path: path.stat().st_mtime, reverse=True)
    found = []
    for path in paths[:most]:
        try:
            manifest = peek(path)
        except BadSave:
            continue
        kept = datetime.fromtimestamp(path.stat().st_mtime)
        seat = next(iter(manifest.seats), "")
        found.append(Saved(path, manifest.name, seat, manifest.seed, kept))
    return found
