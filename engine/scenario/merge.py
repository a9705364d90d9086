"""Layers: one merge for what a scenario extends, its folder, variants, answers and `--set`."""

from dataclasses import dataclass, field

from engine.errors import Place, Problem
from engine.names import did_you_mean
from engine.scenario.meant import deeper
from engine.scenario.source import Items, Node, Scalar, Table

MOST_DEPTH = 100
"""A path may put one file's depth below another's."""

EMPTY = Table({}, Place("", 0, 0))


@dataclass
class Layers:
    """The tree so far, what was deleted from it by path, and what was wrong on the way."""

    tree: Table = field(default_factory=lambda: EMPTY)
    deleted: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def copy(self) -> "Layers":
        """Layers that can be built upon apart; trees are never changed in place."""
        return Layers(self.tree, dict(self.deleted), list(self.problems))

    def add(self, high: Table) -> None:
        """Put a layer on top."""
        before = len(self.deleted)
        gone = set(self.deleted)
        low = self.tree
        self.tree = self._merged(low, high, ())
        if len(self.deleted) > before or set(self.deleted) != gone:
            self._forget_evidence([p for p in self.deleted if p not in gone], low, high)

    def set(self, path: str, place: Place, value: Node) -> None:
        """Put one value at a path; every step but the last must exist."""
        steps = path.split(".")
        node: Node = self.tree
        for at, step in enumerate(steps[:-1]):
            found = _child(node, step)
            if found is None:
                self._no_step(node, steps, at, place)
                return
            node = found
        last = steps[-1]
        if isinstance(node, Items):
            if _child(node, last) is None:
                self._no_step(node, steps, len(steps) - 1, place)
                return
        elif isinstance(node, Scalar):
            self._no_step(node, steps, len(steps) - 1, place)
            return
        high = _nested(self.tree, steps, value, place)
        if high is None:
            return
        before = set(self.deleted)
        low = self.tree
        self.tree = self._merged(low, high, ())
        self._forget_evidence([p for p in self.deleted if p not in before], low, high)

    def _no_step(self, node: Node, steps: list[str], at: int, place: Place) -> None:
        where = ".".join(steps[:at])
        known = list(node.items) if isinstance(node, Table) else []
        if isinstance(node, Items):
            known = [str(number) for number in range(len(node.items))]
        inside = f" in `{where}`" if where else ""
        hint = deeper(node, steps, at) or did_you_mean(steps[at], known)
        if isinstance(node, Items) and known:
            hint = f"; its items are numbered 0 to {len(known) - 1}"
        sentence = f"`{'.'.join(steps)}`: there is no `{steps[at]}`{inside}{hint}"
        self.problems.append(Problem(place, sentence, "E-path"))

    def _merged(self, low: Table, high: Table, path: tuple[str, ...]) -> Table:
        items = dict(low.items)
        keys = dict(low.keys)
        for key, value in high.items.items():
            here = (*path, key)
            if _holds_paths(path):
                items[key], keys[key] = value, high.at(key)
                continue
            if isinstance(value, Scalar) and value.deletes:
                self._delete(items, keys, here, value, high.at(key))
                continue
            under = items.get(key)
            if under is not None and not self._same_kind(under, value, here):
                continue
            if isinstance(under, Table) and isinstance(value, Table):
                items[key] = self._merged(under, value, here)
            elif isinstance(under, Items) and isinstance(value, _Item):
                items[key] = value.into(under, self, here)
            else:
                fresh = _settled(value, self, here)
                items[key], keys[key] = fresh, high.at(key)
                self.deleted.pop(".".join(here), None)
        return Table(items, low.place if low.items else high.place, keys)

    def _delete(
        self,
        items: dict[str, Node],
        keys: dict[str, Place],
        path: tuple[str, ...],
        value: Scalar,
        place: Place,
    ) -> None:
        key = path[-1]
        if key not in items:
            if ".".join(path) in self.deleted:
                return
            hint = did_you_mean(key, items)
            inside = f" in `{'.'.join(path[:-1])}`" if path[:-1] else ""
            sentence = f"there is no `{key}`{inside} to delete{hint}"
            self.problems.append(Problem(place, sentence, "E-delete"))
            return
        del items[key]
        keys.pop(key, None)
        self.deleted[".".join(path)] = place

    def _same_kind(self, low: Node, high: Node, path: tuple[str, ...]) -> bool:
        if len(path) != 2 or path[0] != "agents":
            return True
        if not isinstance(low, Table) or not isinstance(high, Table):
            return True
        new = high.items.get("kind")
        if not isinstance(new, Scalar) or new.deletes:
            return True
        old = low.items.get("kind")
        was = old.text if isinstance(old, Scalar) else path[1]
        if was == new.text:
            return True
        place = old.place if isinstance(old, Scalar) else low.place
        sentence = (
            f"`{'.'.join(path)}` is a `{was}` at {place.file}:{place.line}; delete it with null,"
            f" and give the `{new.text}` an id of its own"
        )
        self.problems.append(Problem(new.place, sentence, "E-kind"))
        return False

    def _forget_evidence(self, paths: list[str], low: Table, high: Table) -> None:
        # What is known of a value goes with the value, unless this very layer says it anew.
        evidence = self.tree.items.get("evidence")
        if not paths or not isinstance(evidence, Table):
            return
        fresh = high.items.get("evidence")
        stays = fresh.items if isinstance(fresh, Table) else {}
        kept = {
            key: value
            for key, value in evidence.items.items()
            if key in stays or not any(key == p or key.startswith(p + ".") for p in paths)
        }
        items = {**self.tree.items, "evidence": Table(kept, evidence.place, evidence.keys)}
        self.tree = Table(items, self.tree.place, self.tree.keys)


@dataclass(frozen=True, slots=True)
class _Item(Scalar):
    """A change to one item of a list, on its way down a path."""

    index: int = 0
    value: Node | None = None

    def into(self, under: Items, layers: Layers, path: tuple[str, ...]) -> Items:
        """The list with that item changed."""
        items = list(under.items)
        assert self.value is not None
        old = items[self.index]
        if isinstance(self.value, Scalar) and self.value.deletes:
            del items[self.index]
        elif isinstance(old, Table) and isinstance(self.value, Table):
            merged = layers._merged(old, self.value, (*path, str(self.index)))
            items[self.index] = merged
        elif isinstance(old, Items) and isinstance(self.value, _Item):
            items[self.index] = self.value.into(old, layers, (*path, str(self.index)))
        else:
            items[self.index] = self.value
        return Items(tuple(items), under.place)


def _settled(value: Node, layers: Layers, path: tuple[str, ...]) -> Node:
    """A new value without its nulls: there is nothing below them to delete."""
    if not isinstance(value, Table):
        return value
    return layers._merged(Table({}, value.place), value, path)


def _holds_paths(path: tuple[str, ...]) -> bool:
    """Whether this is a `set:`: what stands there, nulls included, waits to be put elsewhere."""
    match path:
        case ("variants", _, "set") | ("systems", _, "off"):
            return True
        case ("hidden", _, "answers", _, "set"):
            return True
        case _:
            return False


def _child(node: Node, step: str) -> Node | None:
    if isinstance(node, Table):
        return node.items.get(step)
    if isinstance(node, Items) and step.isascii() and step.isdigit():
        index = int(step) if len(step) < 6 else len(node.items)
        return node.items[index] if index < len(node.items) else None
    return None


def _nested(tree: Node, steps: list[str], value: Node, place: Place) -> Table | None:
    """A layer that holds nothing but `value` at the path."""
    nodes: list[Node] = [tree]
    for step in steps[:-1]:
        child = _child(nodes[-1], step)
        assert child is not None
        nodes.append(child)
    for step, node in zip(reversed(steps), reversed(nodes), strict=True):
        if isinstance(node, Items):
            value = _Item("", place, index=int(step), value=value)
        else:
            value = Table({step: value}, place, {step: place})
    return value if isinstance(value, Table) else None


def joined(parts: list[Table], problems: list[Problem]) -> Table:
    """The files of one folder as one tree; the same path in two files is an error."""
    whole = EMPTY
    for part in parts:
        whole = _joined(whole, part, (), problems)
    return whole


def _joined(first: Table, second: Table, path: tuple[str, ...], problems: list[Problem]) -> Table:
    items, keys = dict(first.items), dict(first.keys)
    for key, value in second.items.items():
        there = items.get(key)
        if there is None:
            items[key], keys[key] = value, second.at(key)
        elif isinstance(there, Table) and isinstance(value, Table):
            items[key] = _joined(there, value, (*path, key), problems)
        else:
            whole = ".".join((*path, key))
            sentence = f"`{whole}` is written twice; first at {keys.get(key, there.place)}"
            problems.append(Problem(second.at(key), sentence, "E-twice"))
    return Table(items, first.place if first.items else second.place, keys)


def plain(node: Node) -> object:
    """The tree as JSON holds it: texts, lists and mappings in their order, null for a null."""
    if isinstance(node, Table):
        return {key: plain(value) for key, value in node.items.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return None if node.deletes else node.text


def rebuilt(value: object, file: str, depth: int = 1) -> Node:
    """The tree of what `plain` made; every place is the file alone.

    Raises ValueError for anything that `plain` cannot have made.
    """
    place = Place(file)
    if depth > MOST_DEPTH:
        raise ValueError(f"more than {MOST_DEPTH} levels deep")
    if isinstance(value, dict):
        items = {str(key): rebuilt(item, file, depth + 1) for key, item in value.items()}
        return Table(items, place, dict.fromkeys(items, place))
    if isinstance(value, list):
        return Items(tuple(rebuilt(item, file, depth + 1) for item in value), place)
    if isinstance(value, str):
        return Scalar(value, place, quoted=True)
    if value is None:
        return Scalar("null", place)
    raise ValueError(f"a scenario holds texts, lists and mappings, not {value!r}")
