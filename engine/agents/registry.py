"""The kinds of agents there are: one package each, found by its name, imported when asked for."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

import engine.agents
from engine.kinds import Kind
from engine.written import Written

PLUG_INS = "whitecell.kinds"
"""The entry point group in which an installed package offers kinds of its own."""

AnyKind = Kind[Written, object]


class Packages(Mapping[str, AnyKind]):
    """The engine's own kinds by name; a package is imported when its kind is first asked for."""

    def __init__(self) -> None:
        modules = iter_modules(engine.agents.__path__)
        self._names = tuple(sorted(module.name for module in modules if module.ispkg))
        self._found: dict[str, AnyKind] = {}

    def __getitem__(self, name: str) -> AnyKind:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._found:
            kind = import_module(f"engine.agents.{name}").KIND
            assert isinstance(kind, Kind), name
            self._found[name] = kind
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def kinds() -> Mapping[str, AnyKind]:
    """Every kind of the engine's own, by name, in alphabetical order."""
    return Packages()


def with_plug_ins(names: tuple[str, ...]) -> Mapping[str, AnyKind]:
    """The engine's kinds and those plug-ins that the user names; a scenario alone loads none.

    Raises LookupError when no installed package offers a kind of that name.
    """
    offered = {point.name: point for point in entry_points(group=PLUG_INS)}
    found: dict[str, AnyKind] = {name: kinds()[name] for name in kinds()}
    for name in names:
        if name not in offered:
            raise LookupError(f"no installed package offers a kind `{name}`")
        kind = offered[name].load()
        assert isinstance(kind, Kind), name
        found[name] = kind
    return found
