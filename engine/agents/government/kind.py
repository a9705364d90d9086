"""Those who govern: decrees by place, posts, words and promises."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from engine.agents.government import state as parts
from engine.agents.government.config import GovernmentConfig
from engine.agents.government.events import (
    Appointed,
    CabinetResigned,
    CouncilTaken,
    CurfewIgnored,
    Declared,
    EmergencyDeclared,
    EmergencyLifted,
    MinisterResigned,
    NightPassed,
    Spoke,
    TableClosed,
    TableOpened,
)
from engine.agents.government.state import NEVER, Emergency, GovernmentState, Table
from engine.agents.government.verbs import (
    DECLARED,
    FRAMES,
    SUCCESSORS,
    TONES,
    VERBS,
    config_of,
    state_of,
)
from engine.causes import latest
from engine.chance import Chance
from engine.events import Event, Term
from engine.kinds import (
    Answer,
    Execution,
    Happenings,
    Kind,
    Numbers,
    Ordered,
    Reading,
    Record,
    Seconds,
    Standing,
)
from engine.meters import moved
from engine.rules.rounding import nine
from engine.world import World

HOUR, DAY = 3600, 86400
NIGHT = "~night"
"""The id of the nightly look at curfews: it comes after emergencies and tables."""


def ignored(crowd: Numbers, street: Numbers, least: float, men_for_each: float) -> Numbers:
    """How many people at each place nobody can send home; none where fewer than `least` are out.

    A curfew is enforced by as many of the men needed for the crowd as there are on the street.
    """
    enforced = np.minimum(1.0, street / np.maximum(men_for_each * crowd, 1e-9))
    return np.asarray(np.where(crowd >= least, crowd * (1.0 - enforced), 0.0))


class GovernmentKind(Kind[GovernmentConfig, GovernmentState]):
    """A government's decrees and words; what they do to others, others read."""

    name = "government"
    text = "Emergencies, curfews, posts, promises and what the government says"
    Config = GovernmentConfig
    events = (
        EmergencyDeclared, EmergencyLifted, NightPassed, CurfewIgnored, Appointed,
        CabinetResigned, MinisterResigned, CouncilTaken, Declared, Spoke, TableOpened, TableClosed,
    )  # fmt: skip
    marks = ("table_kept", "table_lapsed", "table_broken")
    readings: ClassVar = {
        "emergency": Reading("", "place", "1 under a state of emergency", "max"),
        "curfew": Reading("", "place", "1 under a curfew, enforced or not", "max"),
        "roads_closed": Reading("", "place", "1 where roads are closed by decree", "max"),
        "table": Reading("", "place", "1 while a commission talks there", "max"),
        "safe_passage": Reading("", "place", "1 while delegates were promised safe passage", "max"),
        "posts_changed": Reading("", "self", "posts that have changed hands"),
        "cabinet": Reading("", "self", "who governs: the old cabinet, or whose successor",
                           words=("old", *SUCCESSORS)),
        "disrupted": Reading("", "self", "1 while orders are slower after a change of cabinet"),
        "holds_council": Reading("", "self", "1 once the chair of the council was taken"),
        "declared": Reading("", "self", "what the government last called this", words=DECLARED),
        "stated_frame": Reading("", "self", "where it said that this comes from", words=FRAMES),
        "shown": Reading("items", "self", "the most items of evidence that it has shown"),
        "tone": Reading("", "self", "the tone of the last address", words=TONES),
        "nights_ignored": Reading("", "self", "nights in which a curfew was ignored somewhere"),
        "promises_kept": Reading("", "self", "tables that ended with the promised answer"),
        "promises_broken": Reading("", "self", "tables that were broken off or lapsed"),
    }  # fmt: skip
    verbs: ClassVar = VERBS

    def begin(self, world: World, me: str) -> GovernmentState:
        return GovernmentState()

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        times = [record.due for record in _records(state)]
        if any(each.curfew for each in state.emergencies.values()):
            times.append(_next_night(world, me))
        first = min(times, default=NEVER)
        return first if first < NEVER else None

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        state = state_of(world, me)
        ready: list[Record] = [record for record in _records(state) if record.due <= now]
        ready.sort(key=lambda record: (record.due, record.id))
        curfew = any(each.curfew for each in state.emergencies.values())
        if curfew and _next_night(world, me) <= now:
            ready.append(Standing(now, NIGHT))
        return ready

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        match record:
            case Emergency():
                yield EmergencyLifted(cause=record.cause, places=(record.id,))
            case Table():
                yield TableClosed(
                    cause=record.cause, table=record.id, how="lapsed", places=record.places
                )
            case _:
                yield from _night(world, me)

    def apply(self, state: GovernmentState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state, places = state_of(world, me), world.scene.places
        if name in _BY_PLACE:
            here = _BY_PLACE[name](state)
            return np.array([float(place in here) for place in places])
        match name:
            case "posts_changed":
                return float(len(state.appointed))
            case "disrupted":
                return float(world.now < state.slow_until)
            case "cabinet" | "declared" | "tone":
                return str(getattr(state, name))
            case "stated_frame":
                return state.frame
            case "shown":
                return state.evidence
            case "holds_council" | "nights_ignored":
                return float(getattr(state, name))
            case "promises_kept":
                return float(state.tables_kept)
            case "promises_broken":
                return float(state.tables_broken)
            case _:
                return super().read(world, me, name)

    def carry(self, world: World, me: str, order: Ordered, place: str, chance: Chance) -> Execution:
        """Orders to the ministries are late while nobody knows who signs."""
        if world.now < state_of(world, me).slow_until:
            return Execution("late", after=round(world.value(me, "slower") * HOUR))
        return Execution()


_BY_PLACE = {
    "emergency": lambda state: set(state.emergencies),
    "curfew": lambda state: {each.id for each in state.emergencies.values() if each.curfew},
    "roads_closed": lambda state: {
        each.id for each in state.emergencies.values() if each.roads_closed
    },
    "table": lambda state: {place for each in state.tables.values() for place in each.places},
    "safe_passage": lambda state: {
        place for each in state.tables.values() if each.safe_passage for place in each.places
    },
}


def _records(state: GovernmentState) -> list[Emergency | Table]:
    return [*state.emergencies.values(), *state.tables.values()]


def _next_night(world: World, me: str) -> Seconds:
    """The next look at curfews after the last one, at the hour at which they show."""
    start = world.scene.start
    first = round(world.value(me, "checks") * HOUR) - (
        start.hour * HOUR + start.minute * 60 + start.second
    )
    since = state_of(world, me).checked
    return first + max((since - first) // DAY + 1, 0 if first >= 0 else 1) * DAY


def _night(world: World, me: str) -> Happenings:
    state, places = state_of(world, me), world.scene.places
    shut = np.array([place in state.emergencies and state.emergencies[place].curfew
                     for place in places])  # fmt: skip
    crowd = world.field_of("crowd") * shut
    least, men = world.value(me, "ignored_crowd"), world.value(me, "enforcers")
    out = ignored(crowd, world.field_of("street"), least, men)
    share = nine(float(out.sum() / max(crowd.sum(), 1.0)))
    ordered = latest(world, f"{me}.emergency_declared")
    night = yield NightPassed(cause=ordered, at=world.now, ignored=share)
    cost, total = world.value(me, "ignored_cost") * share, float(out.sum())
    terms = []
    for place, people, there in zip(places, out.tolist(), crowd.tolist(), strict=True):
        if people > 0:
            number = yield CurfewIgnored(
                cause=f"event:{night}",
                place=place,
                people=nine(people),
                enforced=nine(1.0 - people / there),
            )
            terms.append(Term(f"event:{number}", nine(-cost * people / total)))
    change = moved(world, config_of(world, me).legitimacy, terms) if terms else None
    if change is not None:
        yield change


KIND = GovernmentKind()
