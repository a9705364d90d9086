"""What every section is read with: where problems go, what names mean, and the plain shapes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TypeVar

from engine.errors import Place, Problem
from engine.names import did_you_mean, is_id, listed
from engine.scenario.expressions import Names
from engine.scenario.expressions.errors import SAID
from engine.scenario.index import Index
from engine.scenario.source import Items, Node, Scalar, Table
from engine.written import Declared

T = TypeVar("T")
Shape = Mapping[str, Declared]
"""The keys of a thing; a key is required unless its declaration is `optional`."""

FEW = 9
MOST = 24
"""Words that are listed where one of them should stand; more would not be read."""

SORTS = {
    "place": "place",
    "region": "region",
    "site": "site",
    "seat": "seat",
    "agent": "agent",
    "member": "member",
    "meter": "meter",
    "card": "card",
    "offer": "offer",
    "exhibit": "exhibit",
    "inject": "inject",
    "hidden": "hidden question",
    "power": "power",
    "ending": "ending",
    "force": "force",
}


@dataclass
class Reader:
    """The state of one reading.

    `names` is None while names cannot be checked; then conditions are not compiled.
    """

    index: Index
    start: datetime
    zone: timezone
    end: int = 0
    real_events: bool = False
    names: Names | None = None
    problems: list[Problem] = field(default_factory=list)
    spelling: dict[str, tuple[str, ...]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Fields of the card at hand that could not be read."""
    places: dict[str, Place] = field(default_factory=dict)
    """Where each number stands, by path."""

    def error(self, place: Place, sentence: str, code: str) -> None:
        """Note a mistake, unless it only follows from one that is said where it was made."""
        if code == SAID:
            return
        self.problems.append(Problem(place, sentence, code))

    def warn(self, place: Place, sentence: str, code: str) -> None:
        """Note something that can be played, and should be better."""
        self.problems.append(Problem(place, sentence, code, warning=True))

    # Plain shapes.

    def text(self, node: Node) -> str:
        """A text, not empty; a list or a mapping is an error."""
        if not isinstance(node, Scalar):
            self.error(node.place, f"expected a text, got {shape_of(node)}", "E-shape")
            return ""
        if not node.text and not node.quoted:
            self.error(node.place, "nothing is written here", "E-empty")
        return node.text

    def table(self, node: Node, what: str) -> Table:
        """A mapping, or an empty one and an error."""
        if isinstance(node, Table):
            return node
        self.error(node.place, f"expected {what}, got {shape_of(node)}", "E-shape")
        return Table({}, node.place)

    def ids(self, node: Node, what: str) -> Table:
        """A mapping from ids to things; keys that are no ids have been reported by the index."""
        table = self.table(node, what)
        kept = {key: value for key, value in table.items.items() if is_id(key)}
        return Table(kept, table.place, table.keys)

    def scalars(self, node: Node) -> tuple[Scalar, ...]:
        """One text, or a list of texts."""
        if isinstance(node, Scalar):
            return (node,)
        if isinstance(node, Items):
            found = []
            for item in node.items:
                if isinstance(item, Scalar):
                    found.append(item)
                else:
                    self.error(item.place, f"expected a word, got {shape_of(item)}", "E-shape")
            return tuple(found)
        self.error(node.place, "expected a word or a list of words, got a mapping", "E-shape")
        return ()

    def word(self, node: Node, words: Iterable[str], what: str = "") -> str:
        """One of a closed list of words."""
        if not isinstance(node, Scalar):
            self.error(node.place, f"expected a word, got {shape_of(node)}", "E-shape")
            return ""
        known = list(words)
        if node.text in known:
            return node.text
        hint = did_you_mean(node.text, known)
        # A long list beside the word that was meant would only hide it.
        what = what or ("another word" if hint and len(known) > FEW else f"one of {listed(known)}")
        self.error(node.place, f"expected {what}, got `{node.text}`{hint}", "E-word")
        return ""

    def flag(self, node: Node) -> bool:
        """`true` or `false`."""
        return self.word(node, ("true", "false"), "true or false") == "true"

    # Names.

    def name(self, node: Node, *sorts: str) -> str:
        """An id of one of these sorts; empty, and an error, if there is none."""
        if not isinstance(node, Scalar):
            kinds = listed(SORTS[sort] for sort in sorts)
            self.error(node.place, f"expected the id of a {kinds}, got {shape_of(node)}", "E-shape")
            return ""
        return self.named(node.text, node.place, *sorts)

    def named(self, id: str, place: Place, *sorts: str) -> str:
        """The id, if it is of one of these sorts; empty, and an error, if not."""
        if self.names is None:
            return id
        if self.index.sorts.get(id) in (*sorts, "misspelt"):
            return id
        self.error(place, self.missing(id, *sorts), "E-name")
        return ""

    def missing(self, id: str, *sorts: str) -> str:
        """The sentence for an id that is not there, or is of another sort."""
        kinds = listed(SORTS[sort] for sort in sorts)
        other = self.index.sorts.get(id)
        if other is not None:
            return f"`{id}` is a {SORTS[other]}, not a {kinds}"
        deleted = self.index.deleted.get(id)
        if deleted is not None:
            return f"no {kinds} `{id}`; it was deleted at {deleted}"
        known = [name for name, sort in self.index.sorts.items() if sort in sorts]
        hint = did_you_mean(id, known) or (of_these(known) if len(known) <= FEW else "")
        return f"no {kinds} `{id}`{hint}"

    # Records.

    def keys(self, table: Table, shape: Shape, owner: str, also: Iterable[str] = ()) -> None:
        """Report unknown and missing keys; a missing one not beside its own misspelling."""
        known = [*shape, *also]
        missing = [k for k, v in shape.items() if not v.optional and k not in table.items]
        for key in table.items:
            if key in known:
                continue
            free = [k for k in known if k not in table.items] or known
            hint = did_you_mean(key, free) or did_you_mean(key, known)
            for meant in [k for k in missing if f"`{k}`" in hint]:
                missing.remove(meant)
            self.error(table.at(key), f"no `{key}` here{hint or of_these(known)}", "E-key")
        # While a file cannot be read, what seems missing may well stand there.
        if missing and self.index.complete:
            needed = listed((f"`{key}`" for key in missing), "and")
            self.error(table.place, f"{owner} needs {needed}", "E-missing")

    def each(
        self, node: Node | None, what: str, path: str, read: Callable[[str, Node, str], T | None]
    ) -> dict[str, T]:
        """Every thing of a section, by id; those that cannot be read are left out."""
        if node is None:
            return {}
        found: dict[str, T] = {}
        for id, item in self.ids(node, what).items.items():
            thing = read(id, item, f"{path}.{id}")
            if thing is not None:
                found[id] = thing
        return found


def of_these(known: Iterable[str]) -> str:
    """What may be written instead, while the list is short."""
    words = list(known)
    return f"; write {listed(f'`{word}`' for word in words)}" if 0 < len(words) <= MOST else ""


def shape_of(node: Node) -> str:
    """A node's shape in words."""
    if isinstance(node, Table):
        return "a mapping"
    if isinstance(node, Items):
        return "a list"
    return f"`{node.text}`" if node.text else "nothing"
