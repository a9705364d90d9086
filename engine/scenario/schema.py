"""A JSON Schema of one scenario: editors offer its own seats, places, readings and verbs."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from engine.kinds import Argument
from engine.scenario import schema_words, shapes, shapes_deals
from engine.scenario.arguments import IDS
from engine.scenario.assemble import reading
from engine.scenario.config import ON_THE_MAP, declarations
from engine.scenario.fields import ASKED
from engine.scenario.index import AnyKind, Index
from engine.scenario.load import known_kinds, sheet_of
from engine.scenario.read_effects import FIRST
from engine.scenario.reader import SORTS, Shape
from engine.scenario.schema_parts import shared
from engine.scenario.schema_shapes import (
    ANY_TEXT,
    NULL,
    OPEN,
    Schema,
    any_of,
    case,
    each,
    one_of,
    only,
    or_list,
)
from engine.scenario.sheet import topped
from engine.scenario.targets import bent
from engine.written import Declared, Written


def schema(name: str | Path | None, kinds: Mapping[str, AnyKind] | None = None) -> Schema:
    """The schema of every file of a scenario, mistakes in it notwithstanding.

    A file may hold any of the sections, and in a layer anything may be null or partial, so
    nothing is required: what is missing is for the check to say. With no name, the schema of any
    scenario, which knows no ids. Raises `BadScenario` when there is no such scenario.
    """
    index, title = Index(), "a scenario"
    if name is not None:
        sheet = sheet_of(name, kinds=kinds)
        reader = reading(sheet, topped(sheet))
        index, title = (reader.index if reader is not None else index), sheet.name
    writer = _Writer(index, known_kinds() if kinds is None else kinds)
    return shared(
        {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **writer.top()}
    )


class _Writer:
    """Writes schemas of things, with the ids of one index."""

    def __init__(self, index: Index, kinds: Mapping[str, AnyKind]) -> None:
        self.index, self.kinds = index, kinds
        self._effects: Schema | None = None

    def top(self) -> Schema:
        """All sections."""
        found: Schema = {key: self.key(what) for key, what in shapes.TOP.items()}
        found["extends"] = or_list(ANY_TEXT)
        for section, shape in shapes.SECTIONS.items():
            found[section] = each(self.record(shape))
        found["agents"] = self.agents()
        found["credit"] = self.record(shapes.CREDIT)
        found["evidence"] = each(self.record(shapes.EVIDENCE))
        found["accepted"] = each(each(ANY_TEXT))
        found["doctrine"] = each(each(self.record(shapes.BOX)), self.index.of("seat"))
        found["staff"] = each(each(self.record(shapes.STAFF)), self.index.of("seat"))
        for section, said in schema_words.SECTIONS.items():
            inside = found[section]
            assert isinstance(inside, dict)
            found[section] = {**inside, "description": said}
        return {"type": "object", "properties": found, "additionalProperties": False}

    def record(self, shape: Shape, also: Mapping[str, Schema] | None = None) -> Schema:
        """A thing with these keys and no others."""
        keys: Schema = {key: self.key(what) for key, what in shape.items()}
        keys.update(also or {})
        return {"type": "object", **only(keys)}

    def key(self, what: Declared) -> Schema:
        """What may stand at a key; null deletes."""
        found = {"anyOf": [self.sort(what), NULL]}
        if what.text:
            unit = f" ({what.unit})" if what.unit not in ("", "*") else ""
            found["description"] = f"{what.text}{unit}"  # type: ignore[assignment]
        shown = schema_words.examples(what)
        return {**found, "examples": shown} if shown else dict(found)

    def sort(self, what: Declared) -> Schema:
        """What may stand for a sort."""
        if what.sort in _INSIDE:
            return _INSIDE[what.sort](self)
        if what.sort in SORTS:
            return self.ids(what.sort)
        if what.sort in ("words", "posture") and what.choices:
            word: Schema = {"enum": list(what.choices)}
            return word if what.sort == "words" else any_of(word, each(word))
        if what.sort == "varying":
            return any_of(ANY_TEXT, OPEN)
        if what.sort == "record" and what.of is not None:
            return self.config(what.of)
        if what.sort == "table" and what.of is not None:
            return each(self.config(what.of), self.index.of(*what.ids))
        if what.sort == "lists":
            sorts = what.ids or ON_THE_MAP
            return each(or_list(self.ids(*sorts)), self.index.of(*sorts))
        if what.sort in ("site_list", "seat_list"):
            return or_list(self.ids(what.sort.removesuffix("_list")))
        if what.sort == "area_list":
            return or_list(self.ids("place", "region"))
        if what.sort == "place_table":
            return each(ANY_TEXT, self.index.of("place", "site", "region"))
        if what.sort == "agent_table":
            return each(ANY_TEXT, self.index.of("agent"))
        return OPEN if what.sort in _MAPPINGS else _LISTED.get(what.sort, ANY_TEXT)

    def ids(self, *sorts: str) -> Schema:
        """One of the ids of these sorts."""
        return one_of(self.index.of(*sorts))

    def config(self, model: type[Written], also: Mapping[str, Schema] | None = None) -> Schema:
        """The parameters of a kind, or of a thing inside one."""
        shape = {key: what for key, (_, what) in declarations(model).items()}
        return self.record(shape, also)

    def agents(self) -> Schema:
        """Each agent by the parameters of its kind."""
        also: dict[str, Schema] = {
            "kind": {"enum": list(self.kinds), "description": "what it is, by default its id"},
            "after": {**self.ids("agent"), "description": "acts behind this one"},
        }
        known = {
            id: any_of(self.config(k.Config, also), NULL) for id, k in self.index.kinds.items()
        }
        return {
            "type": "object",
            "properties": known,
            "additionalProperties": {"type": "object", "properties": also},
        }

    def effects(self) -> Schema:
        """A list of effects, each by its first word; the same for every card and inject."""
        if self._effects is None:
            self._effects = self._each_effect()
        return self._effects

    def _each_effect(self) -> Schema:
        when: Schema = self.key(shapes.WHEN)
        others = self._others()
        firsts: Schema = {first: keys[first] for first, keys in others.items()}
        cases = [case({first: {}}, {**keys, "when": when}) for first, keys in others.items()]
        verbs: list[str] = []
        for agent, kind in self.index.kinds.items():
            for name, verb in kind.verbs.items():
                verbs.append(f"{agent}.{name}")
                told_by: Schema = {"const": verbs[-1]}
                given = {key: self.argument(agent, item) for key, item in verb.arguments.items()}
                cases.append(case({"do": told_by}, {"do": told_by, "when": when, **given}))
        firsts["do"] = {**one_of(verbs), "description": "instruct an agent"}
        item: Schema = {
            "type": "object",
            "properties": firsts,
            "anyOf": [{"required": [first]} for first in FIRST],
            "allOf": cases,
        }
        return {"type": "array", "items": item}

    def argument(self, agent: str, item: Argument) -> Schema:
        """An argument of an agent's verb: any field of the card may stand there too."""
        offered: Iterable[str] = item.words
        if item.sort == "rungs":
            offered = self.index.rungs.get(agent, ())
        elif item.sort in IDS:
            offered = self.index.of(*IDS[item.sort])
        elif item.sort == "area":
            offered = ["everywhere", *self.index.of("place", "region", "site")]
        words = list(offered)
        found = any_of({"enum": words}, ANY_TEXT) if words else dict(ANY_TEXT)
        if item.sort == "area":
            found = any_of({"enum": words}, ANY_TEXT, {"type": "array", "items": ANY_TEXT})
        return {**found, "description": item.text}

    def _others(self) -> dict[str, dict[str, Schema]]:
        numbers = [
            f"{agent}.{key}" for agent, kind in self.index.kinds.items() for key in bent(kind)
        ]
        stocks = [f"{seat}.{stock}" for seat, held in self.index.stocks.items() for stock in held]
        area = any_of(ANY_TEXT, {"type": "array", "items": ANY_TEXT})
        injects = self.ids("inject")
        return {
            "shift": {
                "shift": one_of([*self.index.of("meter"), *numbers, *stocks]),
                "by": ANY_TEXT,
                "times": ANY_TEXT,
                "at": area,
                "for": ANY_TEXT,
                "fading": ANY_TEXT,
            },
            "tell": {
                "tell": self.seats(),
                "text": ANY_TEXT,
                "headline": ANY_TEXT,
                "false": ANY_TEXT,
                "from": ANY_TEXT,
                "also": or_list(ANY_TEXT),
            },
            "schedule": {"schedule": injects, "in": ANY_TEXT},
            "cancel": {"cancel": injects},
            "offer": {"offer": self.ids("offer", "card"), "to": ANY_TEXT, "bound": ANY_TEXT},
            "check": {"check": ANY_TEXT, "to": ANY_TEXT, "chance": ANY_TEXT},
            "show": {"show": ANY_TEXT, "to": self.seats()},
            "end": {"end": self.ids("ending")},
            "credit": {"credit": ANY_TEXT, "with": ANY_TEXT, "by": ANY_TEXT},
            "undo_when": {"undo_when": ANY_TEXT, "brings": injects},
        }

    def seats(self) -> Schema:
        """`all`, a seat or several."""
        return or_list({"enum": ["all", *self.index.of("seat")]})

    def told(self) -> Schema:
        """The readings and meters that there are, with delay and error."""
        known = [r for kind in self.index.kinds.values() for r in kind.readings]
        late = any_of(ANY_TEXT, self.record(shapes.TOLD))
        names: Schema = dict.fromkeys([*self.index.of("meter"), *known], late)
        return {"type": "object", "properties": names, "additionalProperties": late}

    def fields(self) -> Schema:
        """Fields by name, told apart by their shape."""
        shape = any_of({"enum": list(ASKED)}, ANY_TEXT, {"type": "array"}, OPEN)
        return {"type": "object", "additionalProperties": any_of(shape, NULL)}

    def learners(self) -> Schema:
        """All, or seats with how late each learns."""
        return any_of({"const": "all"}, each(ANY_TEXT, self.index.of("seat")))


_INSIDE: dict[str, Callable[[_Writer], Schema]] = {
    "sites": lambda w: any_of(each(w.record(shapes.SITE)), or_list(w.ids("site"))),
    "stocks": lambda w: each(w.record(shapes.STOCK)),
    "told": _Writer.told,
    "aims": lambda w: each(w.record(shapes.AIM)),
    "needs": lambda w: each(w.record(shapes.NEED)),
    "met_by": lambda w: or_list(w.ids("card", "offer")),
    "fields": _Writer.fields,
    "cost": lambda w: each(ANY_TEXT),
    "known_to": lambda w: any_of(
        w.learners(), {"type": "array", "items": w.record(shapes_deals.LEARNING)}
    ),
    "learners": _Writer.learners,
    "effects": _Writer.effects,
    "cases": lambda w: {"type": "array", "items": w.record(shapes.CASE)},
    "term": lambda w: w.record(shapes.TERM),
    "terms": lambda w: or_list(w.record(shapes.TERM)),
    "question": lambda w: w.record(shapes.QUESTION),
    "exhibits": lambda w: or_list(w.ids("exhibit")),
    "areas": lambda w: or_list(w.ids("place", "region", "site")),
    "over": lambda w: each(ANY_TEXT),
    "unless": lambda w: w.record(shapes.UNLESS),
    "seats": _Writer.seats,
    "answers": lambda w: each(w.record(shapes.ANSWER)),
    "clues": lambda w: each(w.record(shapes.CLUE)),
    "opens": lambda w: w.record(shapes.OPENS),
    "extra": lambda w: w.record(shapes.EXTRA),
    "openings": lambda w: each(w.record(shapes.OPENING)),
    "orders": lambda w: any_of(ANY_TEXT, each(ANY_TEXT, w.index.of("seat"))),
    "says": lambda w: {"type": "array", "items": w.record(shapes.SAYING)},
    "events": lambda w: or_list(ANY_TEXT),
    "event": lambda w: ANY_TEXT,
    "blamed": lambda w: each(ANY_TEXT, w.index.of("seat")),
    "parts": lambda w: or_list(ANY_TEXT),
    "rows": lambda w: any_of({"const": "history"}, each(w.record(shapes.ROW))),
    "cards": lambda w: or_list(w.ids("card")),
    "tempers": lambda w: or_list(ANY_TEXT),
    "traits": lambda w: each(ANY_TEXT),
}
_MAPPINGS = frozenset("set short likely chapters chosen with replies rungs table points".split())
_LISTED: dict[str, Schema] = {
    "point": {"type": "array"},
    "templates": or_list(ANY_TEXT),
    "sources": or_list(ANY_TEXT),
    "ids": or_list(ANY_TEXT),
}
