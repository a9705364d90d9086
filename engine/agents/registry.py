"""The kinds of agents there are: one package each, found by its name, imported when asked for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import engine.agents
from engine.kinds import Kind
from engine.plug_ins import PLUG_INS as PLUG_INS
from engine.plug_ins import BadPlugIn as BadPlugIn
from engine.plug_ins import loaded
from engine.written import Written

AnyKind = Kind[Written, object]


class Packages(Mapping[str, AnyKind]):
    """The engine's own kinds by name, then those of plug-ins that somebody named.

    A package is imported when its kind is first asked for.
    """

    def __init__(self) -> None:
        modules = iter_modules(engine.agents.__path__)
        self._names = tuple(sorted(module.name for module in modules if module.ispkg))
        self._found: dict[str, AnyKind] = {}
        self.more: dict[str, AnyKind] = {}
        self.asked: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> AnyKind:
        if name in self.more:
            return self.more[name]
        if name not in self._names:
            raise KeyError(name)
        if name not in self._found:
            kind = import_module(f"engine.agents.{name}").KIND
            assert isinstance(kind, Kind), name
            self._found[name] = kind
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names or name in self.more

    def __iter__(self) -> Iterator[str]:
        return iter((*self._names, *self.more))

    def __len__(self) -> int:
        return len(self._names) + len(self.more)


@cache
def _packages() -> Packages:
    return Packages()


def kinds() -> Mapping[str, AnyKind]:
    """Every kind of the engine's own, in alphabetical order, then those of `plug_in`."""
    return _packages()


def with_plug_ins(names: Sequence[str]) -> Mapping[str, AnyKind]:
    """The kinds there are and those plug-ins that the user names; a scenario alone loads none.

    A name is that of an installed package's entry point, or a file that ends with `.py`.
    Raises BadPlugIn when there is no such plug-in, or it cannot be used.
    """
    own = {name: kinds()[name] for name in kinds()}
    return own | loaded(names, tuple(own))


def plug_in(names: Sequence[str]) -> None:
    """From now on, this process knows these plug-ins and no others. Raises BadPlugIn.

    Only whoever runs the program calls this; no key of a scenario does.
    """
    found = _packages()
    if tuple(names) == found.asked:
        return
    found.more, found.asked = {}, ()
    found.more = loaded(names, tuple(found))
    found.asked = tuple(names)


def plugged_in() -> tuple[str, ...]:
    """The plug-ins that this process was told to know, as they were named."""
    return _packages().asked
