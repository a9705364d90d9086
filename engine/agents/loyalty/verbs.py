"""What orders and words from abroad do to loyalty."""

from collections.abc import Mapping
from typing import cast

from engine.agents.loyalty.events import BackingGiven, ChiefReplaced, GuardReturned, MoodSet
from engine.agents.loyalty.minds import config_of, state_of
from engine.chance import Chance
from engine.kinds import Act, Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World


def given(
    world: World, me: str, strength: float, cause: str, source: str, decision: str = "",
    hours: float | None = None, heard_in: float | None = None,
) -> BackingGiven:  # fmt: skip
    """A word of backing now: an alliance's must be honoured, an order's holds for its time."""
    delay = world.value(me, "backing_heard") if heard_in is None else heard_in
    heard = world.now + round(delay * HOUR)
    waits = world.value(me, "backing_waits") if strength > 0.0 else 0.0
    return BackingGiven(
        signal=f"word_{state_of(world, me).given:04d}",
        strength=nine(strength),
        heard=heard,
        fades=heard + round(waits * HOUR),
        until=heard + round(hours * HOUR) if hours else 0,
        awaits=source == "alliance",
        source=source,
        decision=decision,
        cause=cause,
    )


def _number(given: Arguments, name: str) -> float | None:
    value = given.get(name)
    return None if value is None else float(cast(float, value))


def _back(world: World, me: str, told: Arguments, cause: str, chance: Chance) -> Happenings:
    strength = _number(told, "strength") or 0.0
    yield given(
        world, me, strength, cause, "order",
        hours=_number(told, "for"), heard_in=_number(told, "heard"),
    )  # fmt: skip


def _mood(sign: float) -> Act:
    def act(world: World, me: str, told: Arguments, cause: str, chance: Chance) -> Happenings:
        by = sign * (_number(told, "strength") or 0.0)
        hours = _number(told, "for")
        since = world.now + round((_number(told, "after") or 0.0) * HOUR)
        yield _set(world, me, world.scene.area(told.get("at")), by, since, hours, cause)

    return act


def _set(
    world: World, me: str, places: tuple[str, ...], by: float, since: int,
    hours: float | None, cause: str,
) -> MoodSet:  # fmt: skip
    until = since + round(hours * HOUR) if hours else 0
    mood = f"mood_{state_of(world, me).moods_set:04d}"
    return MoodSet(mood, places, nine(by), since, until, cause=cause)


def _chief(world: World, me: str, told: Arguments, cause: str, chance: Chance) -> Happenings:
    """A new chief ends organised departures if he replaces the one who gave the word."""
    who = str(told.get("who") or "")
    config, state = config_of(world, me), state_of(world, me)
    right = bool(config.departures) and config.chief in ("", who)
    obeyed = world.now + round(world.value(me, "chief_takes") * HOUR)
    places = world.scene.places
    if right and state.chief_obeyed < 0:
        number = yield ChiefReplaced(who, obeyed, cause=cause)
        helps = world.value(me, "chief_helps")
        yield _set(world, me, places, helps, obeyed, None, f"event:{number}")
        return
    number = yield ChiefReplaced(who, state.chief_obeyed, cause=cause)
    hours = world.value(me, "chief_hurts_for")
    hurts = world.value(me, "chief_hurts")
    yield _set(world, me, places, hurts, world.now, hours, f"event:{number}")


def _recall(world: World, me: str, told: Arguments, cause: str, chance: Chance) -> Happenings:
    site = str(told["at"])
    held = world.sites_of("lost")[world.scene.site_at[site]] < 0.5
    if held and site in state_of(world, me).abandoned:
        yield GuardReturned(cause=cause, place=site)


_STRENGTH = Argument("", "what it is worth to men")
_AT = Argument("area", "where", default="everywhere", required=False)
_FOR = Argument("h", "for how long; without it, for good", required=False)
_AFTER = Argument("h", "after what time it works", default=0.0, required=False)

VERBS: Mapping[str, Verb] = {
    "back": Verb("let the ranks know that they will be helped", _back, {
        "strength": _STRENGTH,
        "for": _FOR,
        "heard": Argument("h", "time until they have heard; else as usual", required=False),
    }),
    "doubt": Verb("make loyalty worth less to men", _mood(-1.0),
                  {"strength": _STRENGTH, "at": _AT, "for": _FOR, "after": _AFTER}),
    "reassure": Verb("make loyalty worth more to men", _mood(1.0),
                     {"strength": _STRENGTH, "at": _AT, "for": _FOR, "after": _AFTER}),
    "replace_chief": Verb("replace a chief of the security bodies", _chief,
                          {"who": Argument("text", "whose chief", default="", required=False)}),
    "recall": Verb("order a guard that left back to its site", _recall,
                   {"at": Argument("site", "which site")}),
}  # fmt: skip
