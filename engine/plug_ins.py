"""Kinds of agents from outside: an installed package's entry point, or a file of Python."""

import sys
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import entry_points
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from engine.errors import WhitecellError
from engine.kinds import Kind
from engine.names import did_you_mean
from engine.written import Written

PLUG_INS = "whitecell.kinds"
"""The entry point group in which an installed package offers kinds of its own."""

SUFFIX = ".py"


class BadPlugIn(WhitecellError, LookupError):
    """A plug-in that there is not, or that cannot be used; `str()` says why in one sentence."""

    def __str__(self) -> str:
        return str(self.args[0])


def loaded(names: Sequence[str], taken: Sequence[str]) -> dict[str, Kind[Written, object]]:
    """The kinds of these plug-ins by their own names; `taken` are names of other kinds.

    Runs the code of the plug-ins. Raises BadPlugIn.
    """
    found: dict[str, Kind[Written, object]] = {}
    for name in dict.fromkeys(names):
        offered = _from_file(name) if name.endswith(SUFFIX) else _from_package(name)
        for kind in offered if isinstance(offered, list | tuple) else (offered,):
            if not isinstance(kind, Kind):
                raise BadPlugIn(f"{name}: `KIND` is no kind: make an object of a class of Kind")
            if problem := _incomplete(kind):
                raise BadPlugIn(f"{name}: {problem}")
            if kind.name in taken or kind.name in found:
                raise BadPlugIn(f"{name}: there is a kind `{kind.name}` already; name it otherwise")
            found[kind.name] = kind
    return found


def _from_package(name: str) -> object:
    offered = {point.name: point for point in entry_points(group=PLUG_INS)}
    if name not in offered:
        hint = did_you_mean(name, list(offered))
        raise BadPlugIn(f"no installed package offers a kind `{name}`{hint}")
    try:
        return offered[name].load()
    except Exception as problem:
        raise BadPlugIn(f"{name}: {type(problem).__name__}: {problem}") from problem


def _from_file(name: str) -> object:
    path = Path(name).resolve()
    if not path.is_file():
        raise BadPlugIn(f"{name}: there is no such file")
    # The same file is the same module in every process, so that its records can be sent.
    called = f"whitecell_plug_in_{path.stem}_{sha256(str(path).encode()).hexdigest()[:8]}"
    spec = spec_from_file_location(called, path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[called] = module
    try:
        spec.loader.exec_module(module)
    except Exception as problem:
        del sys.modules[called]
        raise BadPlugIn(f"{name}: {type(problem).__name__}: {problem}") from problem
    return _offered(module, name)


def _offered(module: ModuleType, name: str) -> object:
    for attribute in ("KINDS", "KIND"):
        if hasattr(module, attribute):
            return getattr(module, attribute)
    raise BadPlugIn(f"{name}: a plug-in has a `KIND`, or several in `KINDS`; this has neither")


def _incomplete(kind: Kind[Written, object]) -> str:
    for attribute in ("name", "text", "Config"):
        if not hasattr(kind, attribute):
            return f"the kind {type(kind).__name__} has no `{attribute}`"
    if not kind.name.isidentifier():
        return f"`{kind.name}` is no name of a kind: write letters, digits and _"
    return ""
