"""A small island and a game that answers from mappings, for testing conditions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from engine.kinds import Reading
from engine.scenario.expressions import Answer, FieldType, Names, Scope

NAMES = Names(
    start=datetime(2031, 11, 3, 6),
    sorts={
        "patience": "meter",
        "tankers": "agent",
        "barges": "agent",
        "fuel": "agent",
        "demands": "agent",
        "league": "agent",
        "isle": "member",
        "pilots": "force",
        "old_town": "place",
        "north_quay": "place",
        "shore": "region",
        "hospital": "site",
        "port": "seat",
        "union": "seat",
        "council": "seat",
        "night_shift": "card",
        "hire_crews": "card",
        "storm_warning": "inject",
        "gate_for_pay": "offer",
    },
    readings={
        "tankers": {
            "waiting": Reading("ships", "self", "ships at anchor"),
            "queued": Reading("ships", "place", "ships bound for a place"),
        },
        "barges": {"queued": Reading("ships", "place", "barges bound for a place")},
        "fuel": {
            "stock": Reading("t", "place", "what a place has"),
            "days_left": Reading("d", "place", "how long that lasts", "min"),
            "use": Reading("t/d", "place", "what a place burns"),
            "people": Reading("people", "place", "who lives there"),
            "posture": Reading("", "place", "how it is guarded", words=("calm", "armed")),
            "lost": Reading("", "site", "1 while it is lost"),
            "dry": Reading("flag", "place", "whether it has nothing"),
        },
        "demands": {
            "rung": Reading("", "self", "what is asked", ladder=True),
            "answered": Reading("", "self", "what was granted", ladder=True),
        },
        "league": {
            "consent": Reading("%", "member", "how willing a member is"),
            "sent": Reading("", "force", "1 if it may be sent"),
            "last": Reading("", "self", "a number, one hopes"),
            "reason": Reading("text", "self", "why, in a word"),
        },
    },
    rungs={"demands": ("overtime", "rota", "board_seat")},
    events={"tankers": frozenset({"landed"}), "league": frozenset({"decided"})},
    stocks={
        "port": {"overtime_pay": "h"},
        "union": {"solidarity": "%"},
        "council": {"standing": ""},
    },
    members={"isle": "league"},
    told={
        "port": frozenset(["waiting", "stock", "days_left", "rung", "patience"]),
        "union": frozenset(["waiting", "rung", "patience"]),
    },
    deleted={"ask_mainland": "second/scenario.yaml:8:3"},
    counts=frozenset(["ships", "crews"]),
)

FIELDS = {
    "length": FieldType("number", "h"),
    "cap": FieldType("number", "XAM/l"),
    "men": FieldType("number", "people"),
    "tone": FieldType("words", words=("warm", "firm")),
    "depth": FieldType("words", words=("slow", "all")),
    "stance": FieldType("words", words=("for", "not", "day")),
    "where": FieldType("place"),
    "until": FieldType("moment"),
}
WORLD = Scope("world", fields=FIELDS)
PORT = Scope("seat", "port")
UNION = Scope("seat", "union")


@dataclass
class Game:
    """Answers conditions; whatever is not in a mapping is unknown."""

    now: int = 36 * 3600
    meters: Mapping[str, float] = field(default_factory=dict)
    readings: Mapping[str, Answer] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    stocks: Mapping[str, float] = field(default_factory=dict)
    fields: Mapping[str, Answer] = field(default_factory=dict)
    happened: Mapping[str, Sequence[int]] = field(default_factory=dict)
    ages: Mapping[str, int] = field(default_factory=dict)
    lasting: Mapping[str, int] = field(default_factory=dict)
    dealings: Mapping[str, Answer] = field(default_factory=dict)

    def meter(self, id: str) -> float | None:
        return self.meters.get(id)

    def own(self, agent: str, name: str) -> Answer:
        return self.readings.get(f"{agent}.{name}")

    def local(self, agent: str, name: str, where: str) -> Answer:
        return self.readings.get(f"{where}.{agent}.{name}")

    def each(self, agent: str, name: str, over: str) -> Sequence[Answer]:
        return self.rows.get(f"{over}.{agent}.{name}", ())

    def stock(self, seat: str, name: str) -> float | None:
        return self.stocks.get(f"{seat}.{name}")

    def field(self, name: str) -> Answer:
        return self.fields.get(name)

    def times(self, sort: str, name: str) -> int:
        return len(self.happened.get(f"{sort} {name}", ()))

    def first(self, sort: str, name: str) -> int | None:
        return next(iter(self.happened.get(f"{sort} {name}", ())), None)

    def last(self, sort: str, name: str) -> int | None:
        return next(reversed(self.happened.get(f"{sort} {name}", ())), None)

    def age(self, agent: str, name: str, where: str) -> int | None:
        return self.ages.get(name)

    def dealt(self, what: str, name: str, other: str) -> Answer:
        return self.dealings.get(f"{what}({name}{' to ' if other else ''}{other})")

    def held(self, key: str) -> int | None:
        return self.lasting.get(key)
