"""Loyalty: minds move step by step; words of backing are heard; some guards leave on a word."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

import numpy as np

from engine.agents.loyalty import minds
from engine.agents.loyalty.apply import apply
from engine.agents.loyalty.config import LoyaltyConfig
from engine.agents.loyalty.events import (
    BackingGiven,
    BackingHeard,
    BackingHonoured,
    BackingSpent,
    ChiefReplaced,
    Departed,
    GuardReturned,
    MoodSet,
    Recovered,
    Stepped,
    Wavered,
    WordGiven,
    WordIgnored,
)
from engine.agents.loyalty.guards import returning, words_given
from engine.agents.loyalty.state import SAID, Guard, LoyaltyState, Signal
from engine.agents.loyalty.verbs import VERBS, given
from engine.causes import latest
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Standing, Verb
from engine.moments import HOUR
from engine.rules import loyalty as rules
from engine.rules.rounding import nine, nines
from engine.scene import number
from engine.world import World, base_values

_STEADY_AGAIN = 0.05
"""How far above the limit a place must be before it counts as steady: no flutter at the edge."""


class LoyaltyKind(Kind[LoyaltyConfig, LoyaltyState]):
    """The loyalty of the apparatus, place by place."""

    name = "loyalty"
    text = "How many men stay loyal: what it is worth to them, and what others do."
    Config = LoyaltyConfig
    events = (
        Stepped, Wavered, Recovered, BackingGiven, BackingHeard, BackingHonoured, BackingSpent,
        MoodSet, WordGiven, WordIgnored, Departed, GuardReturned, ChiefReplaced,
    )  # fmt: skip
    readings: ClassVar[Mapping[str, Reading]] = {
        "loyal": Reading("%", "place", "share of the men there who stay loyal", "mean"),
        "overwhelmed": Reading("%", "place", "how far the crowd outnumbers the men", "mean"),
        "loyal_nation": Reading("%", "self", "share of all men who stay loyal"),
        "national": Reading("%", "self", "share of all men who stay loyal"),
        "lowest": Reading("%", "self", "loyal share of the place where it is lowest"),
        "backing": Reading("", "self", "what words of backing are worth to men now"),
        "promised": Reading("", "self", "what they would be worth, had all been heard and kept"),
        "wavering": Reading("places", "self", "places that waver now"),
        "departed": Reading("sites", "self", "guards that left on a word of their chiefs, so far"),
        "abandoned": Reading("", "site", "1 where the guard left on a word of its chiefs"),
    }
    verbs: ClassVar[Mapping[str, Verb]] = VERBS
    listens = (
        "alliance.decided", "alliance.declined", "contingents.arrived", "contingents.left",
        "incidents.retaken",
    )  # fmt: skip

    def begin(self, world: World, me: str) -> LoyaltyState:
        scene, config = world.scene, minds.config_of(world, me)
        base, _ = base_values(scene, config.base, 0)
        people = scene.people.astype(float)
        loyal = rules.settled(
            base, people, number(config.local), number(config.conformity), number(config.doubt)
        )
        return LoyaltyState(
            loyal=nines(loyal),
            nation=nine(minds.nation_of(loyal, people)),
            at=dict(scene.place_at),
            overwhelmed=(0.0,) * len(scene.places),
            guards={site: Guard(site) for site in config.departures},
        )

    def next_due(self, world: World, me: str) -> int | None:
        state = minds.state_of(world, me)
        dues = [state.next_step]
        dues += [signal.due for signal in state.signals.values() if signal.phase == SAID]
        dues += [guard.due for guard in state.guards.values() if guard.phase == "leaving"]
        return min(dues)

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        state = minds.state_of(world, me)
        heard = [s for s in state.signals.values() if s.phase == SAID and s.due <= now]
        gone = [g for g in state.guards.values() if g.phase == "leaving" and g.due <= now]
        found: list[Record] = sorted([*heard, *gone], key=lambda one: (one.due, one.id))
        return [*found, Standing(now)]

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        match record:
            case Signal():
                worth = nine(record.strength)
                yield BackingHeard(record.id, worth, cause=record.cause or "drift")
            case Guard():
                yield from self._leaves(world, me, record)
            case _:
                yield from self._looks(world, me)
                if minds.state_of(world, me).next_step <= world.now:
                    yield from self._steps(world, me, chance)

    def _leaves(self, world: World, me: str, guard: Guard) -> Happenings:
        state = minds.state_of(world, me)
        word = latest(world, f"{me}.word_given@{guard.id}")
        if 0 <= state.chief_obeyed <= world.now:
            yield WordIgnored(cause=word, place=guard.id)
        else:
            yield Departed(cause=word, place=guard.id)

    def _looks(self, world: World, me: str) -> Happenings:
        """What was decided abroad, who came, who left, and which sites are held again."""
        state = minds.state_of(world, me)
        decision = world.word_of("decision")
        if decision and decision != state.decision:
            agreed = world.number_of("agreed") > 0.5
            strength = world.value(me, "backing" if agreed else "refused")
            yield given(world, me, strength, decision, "alliance", decision=decision)
        if any(signal.awaits for signal in state.signals.values()):
            yield from self._kept(world, me)
        yield from returning(world, me)

    def _kept(self, world: World, me: str) -> Happenings:
        state = minds.state_of(world, me)
        men = world.number_of("in_country")
        for id, signal in sorted(state.signals.items()):
            if not signal.awaits or signal.strength <= 0.0:
                continue
            if men > 0.0 and not signal.honoured:
                yield BackingHonoured(id, cause=world.word_of("last_arrival") or "drift")
            elif men <= 0.0 and signal.honoured:
                yield BackingSpent(id, world.now, cause=world.word_of("last_leaving") or "drift")

    def _steps(self, world: World, me: str, chance: Chance) -> Happenings:
        state, now = minds.state_of(world, me), world.now
        hours = (now - state.stepped_at) / HOUR
        loyal, nation, pressed = minds.moved(world, me, hours)
        lost = world.sites_of("lost")
        sites = world.scene.site_at
        step = max(round(world.value(me, "step") * HOUR), 1)
        number = yield Stepped(
            hours=nine(hours),
            loyal=nines(loyal),
            nation=nine(nation),
            overwhelmed=nines(pressed),
            taken=tuple(site for site in state.abandoned if lost[sites[site]] > 0.5),
            next_step=state.next_step + step * ((now - state.next_step) // step + 1),
        )
        yield from self._turned(world, me, number)
        yield from words_given(world, me, chance, number)

    def _turned(self, world: World, me: str, number: int) -> Happenings:
        state = minds.state_of(world, me)
        limit = world.value(me, "wavers_below")
        cause = f"event:{number}"
        for place, share in zip(world.scene.places, state.loyal, strict=True):
            if place in state.wavering:
                if share >= limit + _STEADY_AGAIN:
                    yield Recovered(share, cause=cause, place=place)
            elif share < limit:
                yield Wavered(share, cause=cause, place=place)

    def apply(self, state: LoyaltyState, event: Event) -> None:
        apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = minds.state_of(world, me)
        match name:
            case "loyal":
                return np.array(state.loyal)
            case "overwhelmed":
                return np.array(state.overwhelmed)
            case "loyal_nation" | "national":
                return state.nation
            case "lowest":
                return min(state.loyal, default=1.0)
            case "backing":
                return minds.backing(world, me)
            case "promised":
                return sum(s.strength for s in state.signals.values())
            case "wavering":
                return float(len(state.wavering))
            case "departed":
                return float(state.departed)
            case "abandoned":
                gone = np.zeros(len(world.scene.sites))
                gone[[world.scene.site_at[site] for site in state.abandoned]] = 1.0
                return gone
            case _:
                raise LookupError(f"loyalty has no reading {name}")
