"""Copies of the shipped harbour with one thing changed, and what is said of them."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from engine.agents.demands import KIND as DEMANDS
from engine.agents.queue import KIND as QUEUE
from engine.agents.stocks import KIND as STOCKS
from engine.errors import BadScenario
from engine.scenario.index import AnyKind
from engine.scenario.load import load
from engine.scenario.scenario import Scenario

SHIPPED = Path(__file__).parents[3] / "scenarios"
KINDS: Mapping[str, AnyKind] = {kind.name: kind for kind in (QUEUE, STOCKS, DEMANDS)}


def copies(folder: Path) -> Path:
    """A folder with copies of both harbours, without the texts for narrow screens."""
    for name in ("harbour", "harbour-two"):
        shutil.copytree(SHIPPED / name, folder / name)
    (folder / "harbour" / "short.yaml").unlink()
    return folder


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace one text, which must stand there once."""
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, (file, old, words.count(old))
    path.write_text(words.replace(old, new), encoding="utf-8")


def read(folder: Path, name: str = "harbour", **more: object) -> Scenario:
    """The scenario of that name in a folder of copies."""
    return load(folder / name, kinds=KINDS, **more)  # type: ignore[arg-type]


def mistakes(folder: Path, name: str = "harbour", **more: object) -> list[str]:
    """What is said of the scenario, without codes and without the folder's name in front."""
    try:
        read(folder, name, **more)
    except BadScenario as error:
        lines = [str(problem) for problem in error.problems]
        return [line.removeprefix("harbour/").rsplit(" [", 1)[0] for line in lines]
    return []
