"""The world outside: parties that notice, mind, speak, warn and offer to go between."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from engine.agents.abroad import rules
from engine.agents.abroad import state as parts
from engine.agents.abroad.config import AbroadConfig
from engine.agents.abroad.events import (
    Advised,
    Looked,
    Mediated,
    MediationOver,
    Minded,
    Spoke,
    Stirred,
    Warned,
    WarningCrossed,
    WarningEmpty,
    WarningKept,
    WarningOver,
)
from engine.agents.abroad.minds import concern, config_of, levels, state_of, takes_in
from engine.agents.abroad.state import AbroadState, Mediation, Stir, Word
from engine.agents.abroad.verbs import VERBS
from engine.causes import behind
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.reporting import delay_hours
from engine.rules.rounding import nine
from engine.world import World

ARMED = 2.0
"""From this posture on, force is armed."""


class AbroadKind(Kind[AbroadConfig, AbroadState]):
    """Outside parties, each with what it minds."""

    name = "abroad"
    text = "Outside parties: what each minds, and what it says and does about it"
    Config = AbroadConfig
    events = (
        Looked, Stirred, Minded, Spoke, Warned, WarningCrossed, WarningKept, WarningEmpty,
        WarningOver, Mediated, MediationOver, Advised,
    )  # fmt: skip
    readings: ClassVar = {
        "concern": Reading(
            "%", "self", "how much outside parties mind, by the weight of their voice"
        ),
        "backing_abroad": Reading("%", "self", "how far they back those who keep order"),
        "critics": Reading("", "self", "parties that have questioned, urged or condemned"),
        "backers": Reading("", "self", "parties that have spoken in support"),
        "criticised": Reading("", "self", "critical words from abroad so far"),
        "mediating": Reading("", "place", "1 while somebody from outside goes between", "max"),
        "warnings_open": Reading("", "self", "warnings that hold"),
        "warnings_crossed": Reading("", "self", "warnings that were crossed and wait for an act"),
        "warnings_kept": Reading("", "self", "warnings that were acted on"),
        "warnings_empty": Reading("", "self", "warnings that were crossed and not acted on"),
        "leaving": Reading("", "self", "parties that told their people to leave"),
    }
    verbs: ClassVar = VERBS

    def begin(self, world: World, me: str) -> AbroadState:
        return AbroadState()

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        return min([state.at + HOUR, *(record.due for record in _records(state))])

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        state = state_of(world, me)
        ready: list[Record] = [record for record in _records(state) if record.due <= now]
        ready.sort(key=lambda record: (record.due, record.id))
        if state.at + HOUR <= now:
            ready.append(Standing(now))
        return ready

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        match record:
            case Stir():
                yield from takes_in(world, me, record)
            case Word():
                name, party = record.id, record.party
                if record.crossed:
                    yield WarningEmpty(cause=record.cause, warning=name, party=party)
                elif record.on == "inquiry" and not world.number_of("inquiry"):
                    grace = round(world.value(me, "grace") * HOUR)
                    yield WarningCrossed(
                        cause=record.cause, warning=name, party=party, on=record.on,
                        until=world.now + grace,
                    )  # fmt: skip
                else:
                    yield WarningOver(cause=record.cause, warning=name, party=party)
            case Mediation():
                yield MediationOver(cause=record.cause, party=record.id)
            case _:
                yield from _look(world, me, chance)

    def apply(self, state: AbroadState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "concern":
                return _weighted(world, me, "concern")
            case "backing_abroad":
                return _weighted(world, me, "order")
            case "critics":
                return float(sum(hard >= 2 for hard in state.said.values()))
            case "backers":
                return float(len(state.backed))
            case "criticised":
                return float(state.criticised)
            case "mediating":
                here = {place for each in state.mediations.values() for place in each.places}
                return np.array([float(place in here) for place in world.scene.places])
            case "warnings_open":
                return float(sum(not each.crossed for each in state.warnings.values()))
            case "warnings_crossed":
                return float(sum(each.crossed for each in state.warnings.values()))
            case "warnings_kept":
                return float(state.kept)
            case "warnings_empty":
                return float(state.empty)
            case "leaving":
                return float(sum(level == "draw_down" for level in state.advice.values()))
            case _:
                return super().read(world, me, name)


def _records(state: AbroadState) -> list[Stir | Word | Mediation]:
    return [*state.coming.values(), *state.warnings.values(), *state.mediations.values()]


def _weighted(world: World, me: str, what: str) -> float:
    """The mean over parties by the weight of their voice; of backing, less what each minds."""
    total = weights = 0.0
    for party, member in config_of(world, me).members.items():
        value = concern(world, me, party)
        if what == "order":
            value = levels(world, me, party)["order"] * (1.0 - value)
        total += member.voice.number * value
        weights += member.voice.number
    return total / weights if weights else 0.0


def _look(world: World, me: str, chance: Chance) -> Happenings:
    """What happened since the last look: each stirs those who mind it, and may cross a warning."""
    state, seen = state_of(world, me), []
    agents: dict[str, list[str]] = {}
    for agent, other in world.scene.agents.items():
        agents.setdefault(other.name, []).append(agent)
    for trigger in rules.TRIGGERS:
        kind, _, event = trigger.event.partition(".")
        found = [
            tally
            for agent in agents.get(kind, ())
            if (tally := world.tallies.get(f"{agent}.{event}")) is not None
        ]
        times = sum(tally.times for tally in found)
        if times == state.known.get(trigger.what, 0):
            continue
        seen.append((trigger.what, times))
        if not _counts(world, trigger.what):
            continue
        cause = f"event:{max(tally.entry for tally in found)}"
        for on, size in trigger.touches:
            yield _stirred(world, me, trigger.what, times, on, size, chance, cause)
        yield from _crossed(world, me, trigger.warning, cause)
    dead = nine(float(world.field_of("killed").sum()))
    if dead - state.dead < 1.0:
        dead = state.dead
    else:
        size = min((dead - state.dead) / rules.DEATHS_FULL, 1.0)
        cause = behind(world, "killed", "killed")
        yield _stirred(world, me, "deaths", world.now // HOUR, "rights", size, chance, cause)
    yield Looked(at=state.at + HOUR, seen=tuple(seen), dead=dead)


def _counts(world: World, what: str) -> bool:
    """Whether an event is what it looks like: an order to shoot, an alliance that comes."""
    if what == "armed":
        return world.number_of("hardest") >= ARMED
    return what != "decided" or world.number_of("agreed", 1.0) > 0


def _stirred(
    world: World,
    me: str,
    what: str,
    times: int,
    on: str,
    size: float,
    chance: Chance,
    cause: str,
) -> Stirred:
    parties = []
    for party, member in config_of(world, me).members.items():
        dice = chance.at(me, "reaction", ordinal=times, entity=f"{what}:{on}:{party}")
        takes = nine(delay_hours(dice, 1.0) * member.after.number)
        parties.append((party, world.now + max(round(takes * HOUR), 1)))
    number = state_of(world, me).stirs + 1
    known = tuple(parties)
    return Stirred(
        cause=cause, stir=number, known_as=f"event:{world.number}", what=what, on=on,
        size=nine(size), parties=known,
    )  # fmt: skip


def _crossed(world: World, me: str, warning: str, cause: str) -> Happenings:
    grace = round(world.value(me, "grace") * HOUR)
    for each in list(state_of(world, me).warnings.values()):
        if warning and each.on == warning and not each.crossed:
            yield WarningCrossed(
                cause=cause, warning=each.id, party=each.party, on=each.on,
                until=world.now + grace,
            )  # fmt: skip


KIND = AbroadKind()
