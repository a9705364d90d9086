"""From a name to a scenario: every layer, every section, every check."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.errors import BadScenario, Place, Problem, gathered, in_order
from engine.scenario import source_folder
from engine.scenario.assemble import assembled
from engine.scenario.index import AnyKind
from engine.scenario.lint.check import lints
from engine.scenario.merge import Layers
from engine.scenario.scenario import Scenario
from engine.scenario.sheet import Sheet
from engine.scenario.source import Scalar, Table
from engine.scenario.source_folder import Folder
from engine.scenario.trials import untried

Sets = Sequence[str] | Mapping[str, str]
"""Settings as `path=value`, or by path."""

PROMISED = ("W-evidence", "W-harm", "W-record")
"""Warnings that are mistakes in a scenario of real events."""


def load(
    name: str | Path,
    variant: str | None = None,
    sets: Sets = (),
    kinds: Mapping[str, AnyKind] | None = None,
) -> Scenario:
    """The scenario of that name, in the present directory or shipped, with a variant and settings.

    Raises `BadScenario` with every problem found, those of hidden answers included. `kinds` are
    the kinds of agents known; by default those of the program.
    """
    sheet = sheet_of(name, variant, sets, kinds)
    scenario, problems = assembled(sheet)
    problems = (*problems, *untried(sheet, "hidden", problems, scenario))
    mistakes = [problem for problem in problems if not problem.warning]
    if mistakes or scenario is None:
        raise BadScenario(mistakes)
    return scenario


def check(
    name: str | Path,
    variant: str | None = None,
    sets: Sets = (),
    kinds: Mapping[str, AnyKind] | None = None,
) -> tuple[Problem, ...]:
    """Every mistake and every warning of a scenario, in file order; nothing if all is well.

    Beyond what `load` finds, every variant and every system switched off is tried, what could
    be better is said (see engine.scenario.lint), and a scenario of `real_events` is held to its
    sources: a number without evidence is a mistake.
    Raises `BadScenario` only when there is no such scenario.
    """
    sheet = sheet_of(name, variant, sets, kinds)
    scenario, problems = assembled(sheet)
    for section in ("hidden", "variants", "systems"):
        problems = (*problems, *untried(sheet, section, problems, scenario))
    if scenario is not None:
        problems = (*problems, *lints(scenario, sheet))
    if scenario is not None and scenario.real_events:
        problems = tuple(p._replace(warning=False) if p.code in PROMISED else p for p in problems)
    return gathered(problems)


def sheet_of(
    name: str | Path,
    variant: str | None = None,
    sets: Sets = (),
    kinds: Mapping[str, AnyKind] | None = None,
) -> Sheet:
    """What a scenario is made of, read from its folders and not yet judged."""
    folder = source_folder.read(name)
    if variant is not None:
        _vary(folder, variant)
    return Sheet(
        folder.name,
        folder.layers,
        known_kinds() if kinds is None else kinds,
        folder.beside,
        folder.shown,
        folder.translations,
        variant,
        _settings(sets, folder.layers.problems),
        unreadable=folder.unreadable,
        cut_off=folder.cut_off,
    )


def known_kinds() -> Mapping[str, AnyKind]:
    """The kinds of the program and of its plug-ins."""
    from engine.agents.registry import kinds

    return kinds()


def shipped() -> list[tuple[str, str, str]]:
    """(name, title, summary) of every scenario that comes with the program.

    Those to begin with come first, then those with most seats.
    """
    first, found = for_beginners(), []
    for name in source_folder.names():
        tree = source_folder.read(name).layers.tree
        words = [tree.items.get(key) for key in ("title", "summary")]
        title, summary = (word.text if isinstance(word, Scalar) else "" for word in words)
        seats = tree.items.get("seats")
        if summary:
            found.append(
                (
                    name not in first,
                    -len(seats.items) if isinstance(seats, Table) else 0,
                    name,
                    title,
                    summary,
                )
            )
    return [(name, title, summary) for _, _, name, title, summary in sorted(found)]


def for_beginners() -> frozenset[str]:
    """The shipped scenarios that say of themselves that one begins here."""
    flags = {
        name: source_folder.read(name).layers.tree.items.get("begin_here")
        for name in source_folder.names()
    }
    return frozenset(
        name
        for name, flag in flags.items()
        if isinstance(flag, Scalar) and flag.text.lower() == "true"
    )


def formats_of(name: str | Path) -> list[tuple[str, str, int]]:
    """(name, title, minutes) of the formats of a scenario, read from its files and not checked."""
    node = source_folder.read(name).layers.tree.items.get("formats")
    found = []
    for format, item in (node.items if isinstance(node, Table) else {}).items():
        words = [
            item.items.get(key) if isinstance(item, Table) else None for key in ("title", "minutes")
        ]
        title, minutes = (word.text if isinstance(word, Scalar) else "" for word in words)
        found.append((format, title, int(minutes) if minutes.isdecimal() else 0))
    return found


def warnings(scenario: Scenario) -> tuple[Problem, ...]:
    """What could be better in a scenario that can be played, in file order."""
    return in_order(scenario.warnings)


def _vary(folder: Folder, variant: str) -> None:
    """Put a variant's settings on top; `without-<system>` switches a system off."""
    from engine.names import did_you_mean

    layers: Layers = folder.layers
    known = _table(layers.tree, "variants")
    off = {f"without-{name}": item for name, item in _table(layers.tree, "systems").items()}
    node = known.get(variant) or off.get(variant)
    if node is None:
        hint = did_you_mean(variant, [*known, *off])
        sentence = f"no variant `{variant}`{hint}"
        layers.problems.append(Problem(Place(folder.name), sentence, "E-variant"))
        return
    key = "set" if variant in known else "off"
    table = node.items.get(key) if isinstance(node, Table) else None
    for path, value in (table.items if isinstance(table, Table) else {}).items():
        assert isinstance(table, Table)
        layers.set(path, table.at(path), value)


def _table(tree: Table, section: str) -> Mapping[str, object]:
    node = tree.items.get(section)
    return node.items if isinstance(node, Table) else {}


def _settings(sets: Sets, problems: list[Problem]) -> dict[str, str]:
    """Settings by path, as written."""
    pairs = sets.items() if isinstance(sets, Mapping) else [_pair(text, problems) for text in sets]
    return {path: value for path, value in pairs if path}


def _pair(text: str, problems: list[Problem]) -> tuple[str, str]:
    path, equals, value = text.partition("=")
    if not equals:
        sentence = f"`{text}`: write a path, `=` and a value, such as `agents.fuel.lorries=80 t/d`"
        problems.append(Problem(Place("--set"), sentence, "E-set"))
        return "", ""
    return path.strip(), value.strip()


__all__ = ["BadScenario", "load", "shipped", "warnings"]
