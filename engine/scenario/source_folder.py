"""Folders of scenarios: where they are, what is in them, and what they extend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from engine.errors import BadScenario, Place, Problem
from engine.names import SHELL_NAME, did_you_mean
from engine.scenario.merge import Layers, joined
from engine.scenario.source import MOST_BYTES, Items, Node, Scalar, Table, Unreadable, parse

BESIDE = ("record.csv", "map.geojson", "posterior.json")
MOST_BESIDE = 20_000_000
MOST_FOLDERS = 50


@dataclass
class Folder:
    """Everything of one scenario and of what it extends, in layers, with the files beside."""

    name: str
    layers: Layers = field(default_factory=Layers)
    beside: dict[str, str] = field(default_factory=dict)
    """Briefs, record, map and posterior by name; `briefs/port.md`."""
    shown: dict[str, str] = field(default_factory=dict)
    """How each of those is named to people: `island/briefs/port.md`."""
    translations: dict[str, Table] = field(default_factory=dict)
    unreadable: bool = False
    cut_off: bool = False
    read: int = 0
    """How many folders have been read into it, those that others extend as often as they do."""


def shipped_root() -> Traversable:
    """The folder of the scenarios that come with the program."""
    return files("scenarios")


def find(name: str | Path, beside: Traversable | None = None) -> Traversable | None:
    """The folder of a name: beside another, in the present directory, or shipped."""
    if isinstance(name, Path) or name in (".", "..") or "/" in name or "\\" in name:
        path = Path(name)
        return path if path.is_dir() else None
    if not SHELL_NAME.match(name):
        return None
    here = [beside] if beside is not None else [Path()]
    for root in [*here, shipped_root()]:
        candidate: Traversable = root / name
        if candidate.is_dir() and _has_yaml(candidate):
            return candidate
    return None


def _has_yaml(folder: Traversable) -> bool:
    return any(item.name.endswith(".yaml") for item in folder.iterdir())


def names() -> tuple[str, ...]:
    """The names of the shipped scenarios, in order."""
    root = shipped_root()
    return tuple(sorted(item.name for item in root.iterdir() if item.is_dir() and _has_yaml(item)))


def read(name: str | Path) -> Folder:
    """The folder of that name with everything it extends, lowest layer first.

    Raises `BadScenario` when there is no such folder.
    """
    found = find(name)
    if found is None:
        known = [*names(), *_here()]
        hint = did_you_mean(str(name), known) or (f"; there is {', '.join(known)}" if known else "")
        raise BadScenario([Problem(Place(str(name)), f"no scenario `{name}`{hint}", "E-scenario")])
    folder = Folder(found.name or Path(str(name)).resolve().name)
    _add(folder, found, _root(found), ())
    return folder


def _here() -> list[str]:
    return sorted(
        p.name for p in Path().iterdir() if p.is_dir() and (p / "scenario.yaml").is_file()
    )


def _root(found: Traversable) -> Traversable | None:
    return found.resolve().parent if isinstance(found, Path) else None


def _add(
    folder: Folder, place: Traversable, beside: Traversable | None, above: tuple[str, ...]
) -> None:
    label = place.name or folder.name
    problems = folder.layers.problems
    parts: list[Table] = []
    folder.read += 1
    if folder.read > MOST_FOLDERS:
        _too_many(folder, label)
        return
    for item in sorted(place.iterdir(), key=lambda item: item.name):
        if item.name.endswith(".yaml"):
            tree = _document(folder, item, f"{label}/{item.name}")
            if tree is not None:
                parts.append(tree)
        elif item.name.endswith(".yml"):
            at = Place(f"{label}/{item.name}")
            problems.append(Problem(at, "call it `.yaml`, or it is not read", "E-file"))
    tree = joined(parts, problems)
    for word in _extended(folder, tree):
        if folder.read > MOST_FOLDERS:
            break
        _extend(folder, word, beside, (*above, label))
    _beside(folder, place, label)
    if folder.cut_off:
        return
    rest = {key: value for key, value in tree.items.items() if key != "extends"}
    folder.layers.add(Table(rest, tree.place, tree.keys))


def _too_many(folder: Folder, label: str) -> None:
    if not folder.cut_off:
        sentence = f"a scenario is made of at most {MOST_FOLDERS} folders, itself included"
        folder.layers.problems.append(Problem(Place(label), sentence, "E-extends"))
    folder.cut_off = True


def _document(folder: Folder, item: Traversable, label: str) -> Table | None:
    problems = folder.layers.problems
    data = _bytes(folder, item, MOST_BYTES, label)
    if data is None:
        folder.unreadable = True
        return None
    try:
        tree, found = parse(data, label)
    except Unreadable as error:
        problems.append(error.problem)
        folder.unreadable = True
        return None
    problems.extend(found)
    if tree is None:
        problems.append(Problem(Place(label, 1, 1), "this file is empty", "E-empty"))
        return None
    if not isinstance(tree, Table):
        sentence = "a file begins with a section, such as `title: Dry week`"
        problems.append(Problem(tree.place, sentence, "E-shape"))
        folder.unreadable = True
        return None
    return tree


def _bytes(folder: Folder, item: Traversable, most: int, shown: str) -> bytes | None:
    """What is in a file, and one byte more than it may have; None and a problem if it is none."""
    problems = folder.layers.problems
    if not item.is_file():
        problems.append(Problem(Place(shown, 1, 1), "this is no file that can be read", "E-file"))
        return None
    try:
        with item.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        problems.append(Problem(Place(shown, 1, 1), f"cannot be read: {error.strerror}", "E-file"))
        return None


def _extended(folder: Folder, tree: Table) -> Iterable[Scalar]:
    node = tree.items.get("extends")
    if node is None:
        return ()
    words: list[Scalar] = []
    for item in node.items if isinstance(node, Items) else (node,):
        if isinstance(item, Scalar) and SHELL_NAME.match(item.text):
            words.append(item)
            continue
        sentence = "`extends` takes the name of a scenario, or a list of names; never a path"
        folder.layers.problems.append(Problem(item.place, sentence, "E-extends"))
        folder.cut_off = True
    return words


def _extend(
    folder: Folder, word: Scalar, beside: Traversable | None, above: tuple[str, ...]
) -> None:
    problems = folder.layers.problems
    if word.text in above:
        chain = " → ".join((*above[above.index(word.text) :], word.text))
        sentence = f"a scenario cannot extend itself: {chain}"
        problems.append(Problem(word.place, sentence, "E-extends"))
        folder.cut_off = True
        return
    found = find(word.text, beside) if beside is not None else find(word.text, shipped_root())
    if found is None:
        known = set(names())
        if beside is not None:
            known |= {item.name for item in beside.iterdir() if item.is_dir()}
        sentence = f"no scenario `{word.text}` to extend{did_you_mean(word.text, known)}"
        problems.append(Problem(word.place, sentence, "E-extends"))
        folder.cut_off = True
        return
    _add(folder, found, beside, above)


def _beside(folder: Folder, place: Traversable, label: str) -> None:
    there = {item.name for item in place.iterdir()}
    for name in BESIDE:
        item = place / name
        if item.name in there:
            _keep(folder, item, name, f"{label}/{name}")
    for sort, ending in (("briefs", ".md"), ("texts", ".yaml")):
        inside = place / sort
        if not inside.is_dir():
            continue
        for item in sorted(inside.iterdir(), key=lambda item: item.name):
            if not item.name.endswith(ending):
                continue
            shown = f"{label}/{sort}/{item.name}"
            if sort == "briefs":
                _keep(folder, item, f"briefs/{item.name}", shown)
            else:
                _translate(folder, item, shown)


def _keep(folder: Folder, item: Traversable, name: str, shown: str) -> None:
    problems = folder.layers.problems
    data = _bytes(folder, item, MOST_BESIDE, shown)
    if data is None:
        return
    if len(data) > MOST_BESIDE:
        problems.append(Problem(Place(shown), f"more than {MOST_BESIDE} bytes", "E-size"))
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        sentence = "not UTF-8; save the file as UTF-8"
        problems.append(Problem(Place(shown, 1, 1), sentence, "E-bytes"))
        return
    folder.beside[name] = text.replace("\r\n", "\n")
    folder.shown[name] = shown


def _translate(folder: Folder, item: Traversable, shown: str) -> None:
    tree = _document(folder, item, shown)
    if tree is None:
        return
    language = item.name.removesuffix(".yaml")
    below = folder.translations.get(language)
    merged: Mapping[str, Node] = {**(below.items if below else {}), **tree.items}
    keys = {**(below.keys if below else {}), **tree.keys}
    folder.translations[language] = Table(dict(merged), tree.place, keys)
