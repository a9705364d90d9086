"""Who is called what: the shared namespace of a scenario, from the raw tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import Place, Problem
from engine.kinds import Kind
from engine.names import RESERVED, as_id, did_you_mean, is_id, listed, nearest
from engine.quantities import QuantityError, parse_unit
from engine.scenario.merge import plain
from engine.scenario.source import Items, Node, Scalar, Table

MOST_THINGS = 2_000
"""Things in one section."""

UNCLEAR = "?"
"""Stands for a unit that cannot be read."""

AnyKind = Kind[Any, Any]
"""A kind of any configuration and state."""

SHARED = {
    "regions": "region",
    "places": "place",
    "seats": "seat",
    "agents": "agent",
    "meters": "meter",
    "cards": "card",
    "offers": "offer",
    "exhibits": "exhibit",
    "injects": "inject",
    "hidden": "hidden",
    "powers": "power",
    "endings": "ending",
    "forces": "force",
}
"""Sections whose ids share one namespace, and what a thing of each is."""

LOCAL = (
    "outcomes", "harm", "afterwards", "forecasts", "history", "objectives", "plans",
    "temperaments",
)  # fmt: skip
"""Sections whose ids are their own."""

FREE = (
    "formats", "variants", "systems", "sources", "evidence", "doctrine", "staff", "accepted",
    "credit",
)  # fmt: skip
"""Sections whose keys are checked where they are read."""

TOP = (
    "whitecell",
    "title",
    "summary",
    "start",
    "end",
    "zone",
    "beat",
    "real_events",
    "content_note",
    "begin_here",
    "counts",
    "language",
)

SECTIONS = (*TOP, *SHARED, *LOCAL, *FREE)


@dataclass
class Index:
    """Every id with its sort and place, and the raw facts that names are resolved with."""

    sorts: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    region_of: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, AnyKind] = field(default_factory=dict)
    """By agent."""
    rungs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stocks: dict[str, dict[str, str]] = field(default_factory=dict)
    replies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By offer that is a question."""
    deleted: dict[str, Place] = field(default_factory=dict)
    counts: frozenset[str] = frozenset()
    complete: bool = True
    """False while a section or a kind is unknown: then names are not checked."""

    def of(self, *sorts: str) -> list[str]:
        """The ids of these sorts, in order."""
        return [id for id, sort in self.sorts.items() if sort in sorts]

    def parameters(self) -> Iterator[tuple[str, str]]:
        """Every (agent, parameter)."""
        for agent, kind in self.kinds.items():
            for name in kind.Config.model_fields:
                yield agent, name


def crowded(tree: Table, problems: list[Problem]) -> bool:
    """Whether a section holds more than anybody reads; then nothing else is said."""
    full = [
        key for key, node in tree.items.items() if len(getattr(node, "items", ())) > MOST_THINGS
    ]
    for key in full:
        sentence = f"`{key}` holds more than {MOST_THINGS} things"
        problems.append(Problem(tree.at(key), sentence, "E-size"))
    return bool(full)


def indexed(
    tree: Table, deleted: Mapping[str, Place], kinds: Mapping[str, AnyKind], problems: list[Problem]
) -> Index:
    """The index of a merged tree; problems of ids and of sections are added to `problems`."""
    return _Indexing(tree, dict(deleted), kinds, problems).index()


class _Indexing:
    def __init__(
        self,
        tree: Table,
        deleted: dict[str, Place],
        kinds: Mapping[str, AnyKind],
        problems: list[Problem],
    ) -> None:
        self.tree = tree
        self.kinds = kinds
        self.problems = problems
        self.meant: list[str] = []
        self.found = Index(deleted={path.rsplit(".", 1)[-1]: at for path, at in deleted.items()})

    def index(self) -> Index:
        for key in self.tree.items:
            if key not in SECTIONS:
                hint = did_you_mean(key, SECTIONS)
                self._error(self.tree.at(key), f"no `{key}` here{hint}", "E-section")
                self.found.complete = False
        counts = self.tree.items.get("counts")
        if isinstance(counts, Items):
            words = (item.text for item in counts.items if isinstance(item, Scalar))
            self.found.counts = frozenset(word for word in words if is_id(word))
        for section, sort in SHARED.items():
            for id, node, place in self._ids(section):
                self._add(id, sort, place)
                self._inside(sort, id, node)
        for id in self.meant:
            self.found.sorts.setdefault(id, "misspelt")
        for section in LOCAL:
            for _ in self._ids(section):
                pass
        return self.found

    def _error(self, place: Place, sentence: str, code: str) -> None:
        self.problems.append(Problem(place, sentence, code))

    def _ids(self, section: str) -> Iterator[tuple[str, Node, Place]]:
        table = self.tree.items.get(section)
        if isinstance(table, Table):
            yield from self._keys(table)
        elif table is not None:
            self.found.complete = False

    def _keys(self, table: Node | None) -> Iterator[tuple[str, Node, Place]]:
        if not isinstance(table, Table):
            return
        for id, node in table.items.items():
            place = table.at(id)
            if is_id(id):
                yield id, node, place
                continue
            better = as_id(id)
            such = f", such as `{better}`" if better else ""
            sentence = f"`{id}` cannot be an id; write small letters, digits and _{such}"
            self._error(place, sentence, "E-id")
            # Known under its better name, so that those who write it right hear nothing.
            self.meant.append(better)

    def _add(self, id: str, sort: str, place: Place) -> None:
        if id in RESERVED:
            sentence = f"`{id}` is a word of the language and cannot be an id; give it another name"
            self._error(place, sentence, "E-id")
        elif id in self.found.sorts:
            was, at = self.found.sorts[id], self.found.places[id]
            sentence = f"`{id}` is already a {was} at {at}; an id names one thing"
            self._error(place, sentence, "E-twice")
        else:
            self.found.sorts[id] = sort
            self.found.places[id] = place

    def _inside(self, sort: str, id: str, node: Node) -> None:
        if not isinstance(node, Table):
            return
        items = node.items
        if sort == "place":
            region = items.get("region")
            self.found.region_of[id] = region.text if isinstance(region, Scalar) else ""
            for site, _, place in self._keys(items.get("sites")):
                self._add(site, "site", place)
        elif sort == "agent":
            self._agent(id, node)
        elif sort == "offer":
            question = items.get("question")
            replies = question.items.get("replies") if isinstance(question, Table) else None
            if isinstance(replies, Table):
                self.found.replies[id] = tuple(replies.items)
        elif sort == "seat":
            told = items.get("told")
            self.found.told[id] = tuple(told.items) if isinstance(told, Table) else ()
            self.found.stocks[id] = dict(self._stocks(items.get("stocks")))

    def _stocks(self, node: Node | None) -> Iterator[tuple[str, str]]:
        for stock, item, _ in self._keys(node):
            start = item.items.get("start") if isinstance(item, Table) else item
            yield stock, _unit(start)

    def _agent(self, id: str, node: Table) -> None:
        written = node.items.get("kind")
        name = written.text if isinstance(written, Scalar) else id
        kind = self.kinds.get(name)
        slip = nearest("kind", node.items) if kind is None and written is None else None
        if slip is not None:
            self._error(node.at(slip), f"no `{slip}` here; did you mean `kind`?", "E-key")
            self.found.complete = False
            return
        if kind is None:
            there = f"; there are {listed(sorted(self.kinds), 'and')}"
            hint = did_you_mean(name, self.kinds) or there
            place = written.place if written is not None else self.found.places.get(id, node.place)
            self._error(place, f"no kind of agent `{name}`{hint}", "E-kind")
            self.found.complete = False
            return
        self.found.kinds[id] = kind.fitted(plain(node))
        rungs = node.items.get("rungs")
        if isinstance(rungs, Table):
            self.found.rungs[id] = tuple(rung for rung, _, _ in self._keys(rungs))
        for member, _, place in self._keys(node.items.get("members")):
            self._add(member, "member", place)
            self.found.members[member] = id


def _unit(node: Node | None) -> str:
    """The unit of a stock as written; `UNCLEAR` where it is none, which is said elsewhere."""
    if not isinstance(node, Scalar):
        return UNCLEAR
    words = node.text.split("(")[0].split()
    unit = words[1] if len(words) == 2 else ""
    try:
        parse_unit(unit, None)
    except QuantityError:
        return UNCLEAR
    return unit
