"""Branches of a game: another save that shares everything before a beat, and how they hang."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from engine.catalogue import title_of
from engine.game import Game
from engine.saves import BadSave, Manifest, Save
from engine.setup import branched, saved_branch

Plain = dict[str, object]

NUMBERED = re.compile(r"-branch-\d+$")


def branch_from(
    game: Game, manifest: Manifest, path: Path, at: int, luck: int | None, out: Path | None = None
) -> Path:
    """Save a branch beside its parent at `path`, from second `at` on, before that beat's orders.

    With no `luck` it has the same luck, else that of another replicate. Raises LookupError for a
    second that was not played, or lies inside a beat, and BadSave.
    """
    if at not in game.snapshots:
        raise LookupError("no beat that was played begins then")
    other, own = branched(game, manifest, at, luck)
    wanted = out or free_path(path)
    saved_branch(wanted, other, own).close()
    return wanted


def free_path(path: Path) -> Path:
    """A name for another branch beside a save: its own with a number."""
    stem = NUMBERED.sub("", path.stem)
    number = 1
    while (found := path.with_name(f"{stem}-branch-{number}{path.suffix}")).exists():
        number += 1
    return found


@dataclass(frozen=True, slots=True)
class Kin:
    """A save of the family: from which beat of which save it goes its own way, and how far."""

    path: Path
    parent: Path | None
    begins: int
    beats: int
    luck: int
    card: str
    """The first card that its person ordered since; empty if none was."""


def family(path: Path) -> list[Kin]:
    """Every save of this save's folder that shares a beginning with it, parents first."""
    found = dict(_saves(path.parent))
    here = found.get(path)
    if here is None:
        return []
    by_digest: dict[str, list[Path]] = {}
    for each, (manifest, _, _) in found.items():
        by_digest.setdefault(manifest.digest(), []).append(each)
    parents = {
        each: _parent(each, by_digest.get(manifest.parent, ()))
        for each, (manifest, _, _) in found.items()
    }
    root = _root(path, parents)
    kin = [each for each in found if _root(each, parents) == root]
    return sorted(
        (_kin(each, found[each], parents[each]) for each in kin),
        key=lambda each: (each.parent is not None, each.begins, each.path.name),
    )


Opened = tuple[Manifest, int, Sequence[tuple[int, str, str]]]
"""A manifest, how many beats were played, and its orders: beat, seat and card."""


def _saves(folder: Path) -> Iterator[tuple[Path, Opened]]:
    for path in sorted(folder.glob("*.wcsave")):
        times = path.stat()
        try:
            save = Save.open(path)
            with closing(save):
                orders = [(o.beat, o.order.seat, o.order.card) for o in save.orders()]
                yield path, (save.manifest, save.progress().beats, orders)
        except BadSave:
            continue
        # To open a save that was cut off tidies its file; that is no playing, so its time stays.
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _parent(path: Path, alike: Sequence[Path]) -> Path | None:
    """The parent among saves that were begun alike: the one after which the branch is named."""
    stem = NUMBERED.sub("", path.stem)
    named = [each for each in alike if NUMBERED.sub("", each.stem) == stem]
    return next(iter([*named, *alike]), None)


def _root(path: Path, parents: dict[Path, Path | None]) -> Path:
    seen = {path}
    while (above := parents.get(path)) is not None and above not in seen:
        seen.add(above)
        path = above
    return path


def _kin(path: Path, opened: Opened, parent: Path | None) -> Kin:
    manifest, beats, orders = opened
    begins = manifest.parent_beat or 0
    own = [card for beat, seat, card in orders if beat >= begins and seat in manifest.seats]
    return Kin(path, parent, begins, max(beats, begins), manifest.replicate, own[0] if own else "")


def rows_of(game: Game, path: Path) -> list[Plain]:
    """The family of a save, in seconds and in words."""
    beat = game.scene.beat_seconds
    return [
        {
            "path": str(kin.path),
            "parent": "" if kin.parent is None else str(kin.parent),
            "begins": kin.begins * beat,
            "ends": (game.opened if kin.path == path else kin.beats) * beat,
            "luck": kin.luck,
            "first": title_of(game.scenario, kin.card) if kin.card else "",
            "here": kin.path == path,
        }
        for kin in family(path)
    ]
