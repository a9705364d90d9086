"""`whitecell watch`: check on every save, and play the same game again as far as it was."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from engine.errors import BadScenario, Problem
from engine.kernel import Restless
from engine.names import SHELL_NAME
from engine.report import Report, report_of
from engine.scenario.load import sheet_of
from engine.scenario.source_folder import find
from engine.setup import Wanted, prepare, start
from tui.commands.authoring.changes import changes
from tui.commands.authoring.files import is_shipped
from tui.commands.authoring.schema import WHERE, rewritten
from tui.commands.checking import problems_of
from tui.commands.common import second_of, seed_of

POLL = 0.2
"""Seconds between two looks at the files."""

MOST_WAITS = 5

Stamps = Mapping[str, tuple[int, int]]
"""When each file was written, in nanoseconds, and how long it is; by path."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for at the shell. `rounds` None watches until it is stopped."""

    name: str
    seed: int | None
    variant: str | None
    bots: str
    until: str | None
    play: bool
    rounds: int | None
    as_json: bool


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
            "seconds": round(self.seconds, 3),
        }


@dataclass
class Watch:
    """A scenario that is looked at again and again."""

    asked: Asked
    seed: int
    stamps: Stamps = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    report: Report | None = None

    def due(self) -> tuple[str, ...] | None:
        """The files that are other than when they were last looked at; None if none is."""
        now = stamps_of(self.asked.name)
        before, self.stamps = self.stamps, now
        if now == before:
            return None
        paths = sorted({*now, *before})
        return tuple(Path(path).name for path in paths if now.get(path) != before.get(path))

    def judged(self, files: Sequence[str]) -> Round:
        """Check; nothing is played yet."""
        began = time.monotonic()
        found = tuple(problems_of(self.asked.name, self.asked.variant, {}))
        said = {(p.place.file, p.sentence) for p in self.problems}
        still = {(p.place.file, p.sentence) for p in found}
        look = Round(
            tuple(files),
            found,
            tuple(p for p in found if (p.place.file, p.sentence) not in said),
            tuple(p for p in self.problems if (p.place.file, p.sentence) not in still),
            schema=all(p.warning for p in found) and self._schema(),
            seconds=time.monotonic() - began,
        )
        self.problems = found
        return look

    def played(self, look: Round) -> Round:
        """Play the game that was running, with the same seed to the same time."""
        began = time.monotonic()
        try:
            report = self._run()
        except (BadScenario, Restless) as error:
            return replace(look, stopped=str(error))
        # Whatever a half-written scenario does to the engine, the next save is looked at.
        except Exception as error:
            return replace(look, stopped=f"the game broke off: {type(error).__name__}: {error}")
        changed = () if self.report is None else tuple(changes(self.report, report))
        self.report = report
        seconds = look.seconds + time.monotonic() - began
        return replace(look, played=report, changed=changed, seconds=seconds)

    def _run(self) -> Report:
        asked = self.asked
        wanted = Wanted(asked.name, seed=self.seed, variant=asked.variant, bots=asked.bots)
        ready = prepare(wanted)
        until = None if asked.until is None else second_of(ready.scenario, asked.until)
        game = start(ready, keep=False)
        game.play(until)
        return report_of(game, ready.manifest)

    def _schema(self) -> bool:
        """Write an installed schema anew; whether it differs from before."""
        folder = find(self.asked.name)
        if not isinstance(folder, Path) or is_shipped(folder) or not (folder / WHERE).is_file():
            return False
        return rewritten(folder)


def stamps_of(name: str) -> Stamps:
    """The files of a scenario and of everything it extends; none while there is no such folder."""
    found: dict[str, tuple[int, int]] = {}
    try:
        folders = _folders(name)
    except BadScenario:
        # An editor may put a folder away for a moment.
        return found
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if ".whitecell" in path.parts or path.name.startswith("."):
                continue
            try:
                stat = path.stat()
            except OSError:
                continue
            if path.is_file():
                found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found


def _folders(name: str) -> list[Path]:
    """The folder of that name, and what it extends as far as that can be read."""
    own = find(name)
    keys = sheet_of(name).layers.tree.keys.values()
    labels = sorted({place.file.partition("/")[0] for place in keys})
    root = own.resolve().parent if isinstance(own, Path) else None
    below = [find(label, root) for label in labels if SHELL_NAME.match(label)]
    return list(dict.fromkeys(each.resolve() for each in (own, *below) if isinstance(each, Path)))


def watch_it(asked: Asked) -> None:
    """Look, and look again after every save, until it is stopped."""
    sheet_of(asked.name)
    watch = Watch(asked, seed_of(asked.seed))
    done = 0
    while asked.rounds is None or done < asked.rounds:
        files = watch.due()
        if files is None:
            time.sleep(POLL)
            continue
        look = watch.judged(_settled(watch, files) if done else ())
        if not asked.as_json:
            _say_judged(watch, look, first=not done)
        if look.good and asked.play:
            look = watch.played(look)
            if not asked.as_json:
                _say_played(watch, look)
        if asked.as_json:
            click.echo(json.dumps(look.plain(), ensure_ascii=False))
        done += 1


def _settled(watch: Watch, files: tuple[str, ...]) -> tuple[str, ...]:
    """The files of a save that goes on: an editor empties a file before it fills it."""
    for _ in range(MOST_WAITS):
        time.sleep(POLL / 2)
        more = watch.due()
        if more is None:
            break
        files = tuple(dict.fromkeys((*files, *more)))
    return files


def _say_judged(watch: Watch, look: Round, first: bool) -> None:
    stamp = time.strftime("%H:%M:%S")
    if first:
        click.echo(f"{stamp} {watch.asked.name}: watched until you stop it with Ctrl-C")
    else:
        click.echo(f"\n{stamp} {', '.join(look.files) or 'something'} changed")
    for problem in look.new:
        click.echo(f"  new   {problem}")
    for problem in look.gone:
        click.echo(f"  gone  {problem.place.file}: {problem.sentence} [{problem.code}]")
    mistakes = sum(not problem.warning for problem in look.problems)
    warned = len(look.problems) - mistakes
    click.echo(f"  {mistakes} mistakes, {warned} warnings{'; schema written' * look.schema}")


def _say_played(watch: Watch, look: Round) -> None:
    report = look.played
    if report is None:
        click.echo(f"  {look.stopped}")
        click.echo(f"  again: whitecell run {watch.asked.name} --seed {watch.seed}")
        return
    to = f"to {watch.asked.until}" if watch.asked.until else "to the end"
    end = report.ending_title or "not over yet"
    click.echo(f"  seed {watch.seed}, {to}: {end} ({look.seconds:.1f} s)")
    for line in look.changed:
        click.echo(f"    {line}")
