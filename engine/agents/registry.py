"""The kinds of agents there are: one package each, found by its name."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from types import MappingProxyType

import engine.agents
from engine.kinds import Kind
from engine.written import Written

PLUG_INS = "whitecell.kinds"
"""The entry point group in which an installed package offers kinds of its own."""


@cache
def kinds() -> Mapping[str, Kind[Written, object]]:
    """Every kind of the engine's own, by name, in alphabetical order."""
    names = sorted(module.name for module in iter_modules(engine.agents.__path__) if module.ispkg)
    found = {name: import_module(f"engine.agents.{name}").KIND for name in names}
    return MappingProxyType(found)


def with_plug_ins(names: tuple[str, ...]) -> Mapping[str, Kind[Written, object]]:
    """The engine's kinds and those plug-ins that the user names; a scenario alone loads none.

    Raises LookupError when no installed package offers a kind of that name.
    """
    found = dict(kinds())
    offered = {point.name: point for point in entry_points(group=PLUG_INS)}
    for name in names:
        if name not in offered:
            raise LookupError(f"no installed package offers a kind `{name}`")
        kind = offered[name].load()
        assert isinstance(kind, Kind)
        found[name] = kind
    return MappingProxyType(found)
