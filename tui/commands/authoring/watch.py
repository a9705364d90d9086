"""`whitecell watch`: check on every save, and play the same game again as far as it was."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISREG

from engine.errors import BadScenario, Problem
from engine.game import Game
from engine.kernel import Restless
from engine.names import SHELL_NAME
from engine.report import Report, report_of
from engine.scenario.load import sheet_of
from engine.scenario.source_folder import find
from engine.setup import Ready, Wanted, prepare, start
from tui.commands.authoring.changes import changes
from tui.commands.authoring.files import is_shipped
from tui.commands.authoring.schema import WHERE, rewritten
from tui.commands.checking import problems_of
from tui.commands.common import second_of

POLL = 0.1
"""Seconds between two looks at the files."""

Stamps = Mapping[str, tuple[int, int]]
"""When each file was written, in nanoseconds, and how long it is; by path."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for at the shell. `rounds` None watches until it is stopped.

    `steps` takes lines that are typed while it watches.
    """

    name: str
    seed: int | None
    variant: str | None
    bots: str
    until: str | None
    play: bool
    rounds: int | None
    as_json: bool
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """What one look found: what is wrong, and what the game says that is other than before."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    new: tuple[Problem, ...]
    gone: tuple[Problem, ...]
    played: Report | None = None
    changed: tuple[str, ...] = ()
    stopped: str = ""
    schema: bool = False
    left: bool = False
    """A file was saved while it played: nothing more is said of what was there before."""
    checked: float = 0.0
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Whether the scenario can be played."""
        return all(problem.warning for problem in self.problems)

    def plain(self) -> dict[str, object]:
        """As JSON, on one line."""
        report = self.played
        return {
            "files": list(self.files),
            "mistakes": [str(problem) for problem in self.problems if not problem.warning],
            "warnings": [str(problem) for problem in self.problems if problem.warning],
            "ending": report.ending or None if report is not None else None,
            "digest": report.digest if report is not None else None,
            "changed": list(self.changed),
            "stopped": self.stopped or None,
            "schema": self.schema,
            "checked": round(self.checked, 3),
            "seconds": round(self.seconds, 3),
        }


@dataclass
class Watch:
    """A scenario that is looked at again and again, and the game that is played of it.

    `until` is the second up to which it is played; None is to its end.
    """

    asked: Asked
    seed: int
    stamps: Stamps = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    report: Report | None = None
    game: Game | None = None
    until: int | None = None
    _ready: Ready | None = None
    _folders: tuple[Path, ...] = ()

    def due(self) -> tuple[str, ...] | None:
        """The files that are other than when they were last looked at; None if none is."""
        now = stamps_of(self._folders)
        if now == self.stamps and self._folders:
            return None
        # What it extends is read from its files, so only when one of them is another.
        self._folders = folders_of(self.asked.name)
        now = stamps_of(self._folders)
        before, self.stamps = self.stamps, now
        paths = sorted({*now, *before})
        return tuple(Path(path).name for path in paths if now.get(path) != before.get(path))

    def judged(self, files: Sequence[str]) -> Round:
        """Check; nothing is played or written yet."""
        began = time.monotonic()
        found = tuple(problems_of(self.asked.name, self.asked.variant, {}))
        said = {(p.place.file, p.sentence) for p in self.problems}
        still = {(p.place.file, p.sentence) for p in found}
        seconds = time.monotonic() - began
        look = Round(
            tuple(files),
            found,
            tuple(p for p in found if (p.place.file, p.sentence) not in said),
            tuple(p for p in self.problems if (p.place.file, p.sentence) not in still),
            checked=seconds,
            seconds=seconds,
        )
        self.problems = found
        return look

    def followed(self, look: Round) -> Round:
        """Write an installed schema anew after a good check."""
        return replace(look, schema=self._schema()) if look.good else look

    def played(self, look: Round) -> Round:
        """Play the game that was running, with the same seed to the same time.

        It is left as soon as a file is saved: what was there before is of no interest any more.
        """
        began = time.monotonic()
        self.game = self._ready = None
        try:
            report = self.report_now()
        except (BadScenario, Restless) as error:
            return replace(look, stopped=str(error))
        # Whatever a half-written scenario does to the engine, the next save is looked at.
        except Exception as error:
            return replace(look, stopped=f"the game broke off: {type(error).__name__}: {error}")
        if report is None:
            return replace(look, left=True)
        changed = () if self.report is None else tuple(changes(self.report, report))
        self.report = report
        seconds = look.seconds + time.monotonic() - began
        return replace(look, played=report, changed=changed, seconds=seconds)

    def report_now(self) -> Report | None:
        """The game played up to `until`, going on if it is not there yet; None if it was left."""
        game = self._started()
        looked = time.monotonic()
        while not game.over and (self.until is None or game.now < self.until):
            game.advance()
            if time.monotonic() - looked > POLL:
                if stamps_of(self._folders) != self.stamps:
                    return None
                looked = time.monotonic()
        assert self._ready is not None
        return report_of(game, self._ready.manifest)

    def renewed(self, seed: int) -> None:
        """Another game from now on."""
        self.seed, self.game, self._ready = seed, None, None

    def _started(self) -> Game:
        """The game that is running; a new one where it is past the time, or there is none."""
        asked = self.asked
        if self._ready is None:
            wanted = Wanted(asked.name, seed=self.seed, variant=asked.variant, bots=asked.bots)
            self._ready, self.game = prepare(wanted), None
            if asked.until is not None and self.report is None:
                self.until = second_of(self._ready.scenario, asked.until)
        if self.game is None or (self.until is not None and self.game.now > self.until):
            self.game = start(self._ready, keep=False)
        return self.game

    def _schema(self) -> bool:
        """Write an installed schema anew; whether it differs from before."""
        folder = find(self.asked.name)
        if not isinstance(folder, Path) or is_shipped(folder) or not (folder / WHERE).is_file():
            return False
        return rewritten(folder)


def stamps_of(folders: Sequence[Path]) -> Stamps:
    """The files of folders; none while there is no such folder."""
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if ".whitecell" in path.parts or path.name.startswith("."):
                continue
            try:
                stat = path.stat()
            except OSError:
                continue
            if S_ISREG(stat.st_mode):
                found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found


def folders_of(name: str) -> tuple[Path, ...]:
    """The folder of that name, and what it extends as far as that can be read."""
    try:
        own = find(name)
        keys = sheet_of(name).layers.tree.keys.values()
        labels = sorted({place.file.partition("/")[0] for place in keys})
        root = own.resolve().parent if isinstance(own, Path) else None
        below = [find(label, root) for label in labels if SHELL_NAME.match(label)]
    except BadScenario:
        # An editor may put a folder away for a moment.
        return (Path(name).resolve(),)
    return tuple(dict.fromkeys(each.resolve() for each in (own, *below) if isinstance(each, Path)))
