"""Rules that the code keeps, each a pure function from one module to its breaches.

A breach reads `path:line: what is wrong`. The rules read the syntax tree and run nothing,
so a module that is broken in some other way is judged all the same.
"""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property

LINES_PER_MODULE = 300
LINES_PER_FUNCTION = 40

KERNEL = "engine/kernel.py"
CHANCE = "engine/chance.py"
EXACT = "engine/rules/exact.py"
# `*` of fnmatch crosses a slash, so a package of either name is covered as well.
MAY_OPEN_FILES = ("engine/scenario/source*.py", "engine/saves*.py")

KINDS = frozenset(
    "queue stocks demands unrest incidents security loyalty government aid alliance airlift "
    "contingents freed abroad media withdrawal aftermath waters evacuation frontier".split()
)

_FILE_MODULES = frozenset(
    {"os", "sqlite3", "shutil", "tempfile", "glob", "fileinput", "importlib.resources"}
)
_FILE_METHODS = frozenset(
    "read_text write_text read_bytes write_bytes iterdir rglob mkdir unlink touch".split()
)
_CLOCK_METHODS = frozenset({"now", "utcnow", "today"})
_RANDOM_MODULES = ("random", "secrets", "numpy.random")
_RANDOM_CALLS = frozenset({("os", "urandom"), ("uuid", "uuid1"), ("uuid", "uuid4")})
_BLAS = frozenset({"dot", "matmul", "vdot", "inner", "einsum", "tensordot", "linalg"})
_INEXACT = frozenset({"exp", "expm1", "exp2", "log", "log1p", "log2", "log10"})


@dataclass(frozen=True)
class Module:
    """One file of code: its path from the root of the repository, with `/`, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @cached_property
    def imports(self) -> tuple[tuple[int, str], ...]:
        return tuple(_imports(self.tree))

    @property
    def in_engine(self) -> bool:
        return self.path.startswith("engine/")

    def breach(self, line: int, what: str) -> str:
        return f"{self.path}:{line}: {what}"


Rule = Callable[[Module], list[str]]


def short_modules(module: Module) -> list[str]:
    """A module has at most 300 lines."""
    lines = len(module.text.splitlines())
    if lines <= LINES_PER_MODULE:
        return []
    return [module.breach(lines, f"the module has {lines} lines, over {LINES_PER_MODULE}")]


def short_functions(module: Module) -> list[str]:
    """A function has at most 40 lines, from `def` to its end, its docstring not counted."""
    return [
        module.breach(node.lineno, f"{node.name} has {lines} lines, over {LINES_PER_FUNCTION}")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := _length(node)) > LINES_PER_FUNCTION
    ]


def one_importer_of_simpy(module: Module) -> list[str]:
    """Only the kernel imports SimPy."""
    if module.path == KERNEL:
        return []
    return _importing(module, ("simpy",), "only the kernel imports")


def one_source_of_chance(module: Module) -> list[str]:
    """Within the engine, only engine/chance.py makes random numbers."""
    if not module.in_engine or module.path == CHANCE:
        return []
    found = _importing(module, _RANDOM_MODULES, "only engine/chance.py uses")
    for node, name in _attributes(module.tree):
        if name in _RANDOM_CALLS or name in {("np", "random"), ("numpy", "random")}:
            found.append(module.breach(node.lineno, f"only engine/chance.py uses {'.'.join(name)}"))
    return found


def no_wall_clock(module: Module) -> list[str]:
    """Nothing in the engine asks what time it is outside the game."""
    if not module.in_engine:
        return []
    found = _importing(module, ("time",), "the engine never imports")
    for node, (owner, method) in _attributes(module.tree):
        if owner in {"datetime", "date"} and method in _CLOCK_METHODS:
            found.append(module.breach(node.lineno, f"the engine never reads {owner}.{method}"))
    return found


def few_open_files(module: Module) -> list[str]:
    """Within the engine, only the scenario source and the saves touch files."""
    if not module.in_engine or any(fnmatch(module.path, allowed) for allowed in MAY_OPEN_FILES):
        return []
    found = [
        module.breach(line, f"only the scenario source and the saves import {name}")
        for line, name in module.imports
        if name in _FILE_MODULES
    ]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _opens_a_file(node):
            found.append(module.breach(node.lineno, "only the source and the saves touch files"))
    return found


def rules_stand_alone(module: Module) -> list[str]:
    """engine/rules imports itself, numpy and the standard library, and nothing else."""
    if not module.path.startswith("engine/rules/"):
        return []
    return [
        module.breach(line, f"a rule imports {name}")
        for line, name in module.imports
        if not _within(name, "engine.rules")
        and not _within(name, "numpy")
        and name.split(".")[0] not in sys.stdlib_module_names
        and name != "engine"
    ]


def kinds_stand_apart(module: Module) -> list[str]:
    """A kind of agent imports no other kind."""
    parts = module.path.split("/")
    if parts[:2] != ["engine", "agents"] or parts[2].removesuffix(".py") not in KINDS:
        return []
    others = sorted(KINDS - {parts[2].removesuffix(".py")})
    return _importing(
        module, tuple(f"engine.agents.{other}" for other in others), "a kind imports another:"
    )


def same_bits_everywhere(module: Module) -> list[str]:
    """Nothing in the engine depends on how numpy was built: no BLAS, no vector exp or log."""
    if not module.in_engine or module.path == EXACT:
        return []
    found = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.MatMult):
            found.append(module.breach(node.lineno, "`@` is BLAS: write (W * v).sum(-1)"))
    for attribute, (owner, name) in _attributes(module.tree):
        if owner in {"np", "numpy"} and name in _BLAS | _INEXACT:
            found.append(
                module.breach(attribute.lineno, f"numpy's {name} is not the same to the bit")
            )
    return found


def no_order_by_hash(module: Module) -> list[str]:
    """Nothing in the engine walks through a set as it comes."""
    if not module.in_engine:
        return []
    walked = [
        node.iter
        for node in ast.walk(module.tree)
        if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension)
    ]
    return [
        module.breach(place.lineno, "a set is walked in hash order: sort it")
        for place in walked
        if _is_a_set(place)
    ]


RULES: tuple[Rule, ...] = (
    short_modules,
    short_functions,
    one_importer_of_simpy,
    one_source_of_chance,
    no_wall_clock,
    few_open_files,
    rules_stand_alone,
    kinds_stand_apart,
    same_bits_everywhere,
    no_order_by_hash,
)


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every dotted name that may be imported: `from a import b` gives both a and a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _importing(module: Module, names: tuple[str, ...], why: str) -> list[str]:
    lines = {
        (line, name)
        for line, imported in module.imports
        for name in names
        if _within(imported, name)
    }
    return [module.breach(line, f"{why} {name}") for line, name in sorted(lines)]


def _within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def _attributes(tree: ast.Module) -> Iterator[tuple[ast.Attribute, tuple[str, str]]]:
    """Every `owner.name` in the module, with the last word of the owner."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            if isinstance(owner, ast.Name):
                yield node, (owner.id, node.attr)
            elif isinstance(owner, ast.Attribute):
                yield node, (owner.attr, node.attr)


def _opens_a_file(call: ast.Call) -> bool:
    function = call.func
    if isinstance(function, ast.Name):
        return function.id == "open"
    if not isinstance(function, ast.Attribute):
        return False
    if function.attr == "open":
        # `gate.open()` is a word of the game; a mode or an encoding makes it a file.
        modes = any(isinstance(argument, ast.Constant) for argument in call.args)
        return modes or any(keyword.arg == "encoding" for keyword in call.keywords)
    return function.attr in _FILE_METHODS


def _is_a_set(place: ast.expr) -> bool:
    if isinstance(place, ast.Call) and isinstance(place.func, ast.Name):
        return place.func.id in {"set", "frozenset"}
    return isinstance(place, ast.Set | ast.SetComp)


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, less the docstring's."""
    end = function.end_lineno or function.lineno
    lines = end - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines
