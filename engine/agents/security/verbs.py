"""What orders may tell the security forces to do."""

from collections.abc import Mapping
from typing import cast

import numpy as np

from engine.agents.security.config import POSTURES
from engine.agents.security.duty import config_of, state_of
from engine.agents.security.events import (
    ArmsPartySent,
    ArrestsOrdered,
    CalledUp,
    Detached,
    DetaineeRulesSet,
    GuardDoubled,
    LimitSet,
    Massed,
    PostureOrdered,
    ReliefOrdered,
    ReserveMoved,
    SiteHeld,
    SiteLeft,
)
from engine.agents.security.reserve import air_hours, road_hours, spread
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.rules.reserve import whole
from engine.rules.rounding import nine
from engine.world import World


def _amount(given: Arguments, name: str, default: float = 0.0) -> float:
    value = given.get(name)
    return default if value is None else float(cast(float, value))


def _until(world: World, given: Arguments) -> int:
    hours = _amount(given, "for")
    return world.now + round(hours * HOUR) if hours > 0 else 0


def _area(world: World, given: Arguments) -> tuple[str, ...]:
    return world.scene.area(given.get("at"))


def _posture(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    level = str(given["level"])
    yield PostureOrdered(_area(world, given), level, _until(world, given), cause=cause)


def _limit(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    level = str(given["level"])
    yield LimitSet(_area(world, given), level, _until(world, given), cause=cause)


def _move(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """From every place of the area in proportion to what is there; nobody stays to fetch men."""
    scene, state = world.scene, state_of(world, me)
    target = str(given["to"])
    by_air = given.get("by") == "air"
    hours = air_hours(world, me) if by_air else road_hours(world, me)
    origins = [scene.place_at[p] for p in scene.area(given.get("from")) if p != target]
    here = [state.reserve[origin] for origin in origins]
    wanted = min(round(_amount(given, "men")), sum(here))
    if wanted <= 0:
        return
    counts = whole(np.array(here, dtype=float), wanted)
    stays = round(_amount(given, "for", 12.0) * HOUR)
    number = state.sent
    for origin, men in zip(origins, counts, strict=True):
        if men:
            due = world.now + round(float(hours[origin, scene.place_at[target]]) * HOUR)
            yield ReserveMoved(
                number, scene.places[origin], men, "air" if by_air else "road", due, stays,
                cause=cause, place=target,
            )  # fmt: skip
            number += 1


def _detach(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """No more than stand on the street: nobody leaves a post for it."""
    scene, state = world.scene, state_of(world, me)
    for place in _area(world, given):
        index = scene.place_at[place]
        free = min(int(state.street[index]), state.garrison[index])
        men = min(round(_amount(given, "men")), free)
        if men > 0:
            yield Detached(men, cause=cause, place=place)


def _mass(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    share = nine(min(max(_amount(given, "share"), 0.0), 1.0))
    until = world.now + round(_amount(given, "for", 12.0) * HOUR)
    yield Massed(share, until, cause=cause, place=str(given["at"]))


def _hold(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    yield SiteHeld(cause=cause, place=str(given["at"]))


def _leave(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    site = str(given["at"])
    if site not in state_of(world, me).left:
        yield SiteLeft(cause=cause, place=site)


def _double(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    until = world.now + round(_amount(given, "for", 24.0) * HOUR)
    yield GuardDoubled(until, cause=cause, place=str(given["at"]))


def _relieve(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    watch = max(_amount(given, "watch", 12.0), 4.0)
    share = nine(min(world.value(me, "stands_down") * 12.0 / watch, 1.0))
    until = world.now + round(_amount(given, "for", 12.0) * HOUR)
    yield ReliefOrdered(_area(world, given), share, until, cause=cause)


def _arrests(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    how = str(given["how"])
    yield ArrestsOrdered(_area(world, given), how, _until(world, given), cause=cause)


def _arms(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    site, how = str(given["at"]), str(given["how"])
    due = world.now + round(world.value(me, "arms_takes") * HOUR)
    if how == "double":
        yield GuardDoubled(world.now + 24 * HOUR, cause=cause, place=site)
    elif site not in state_of(world, me).parties:
        men = round(world.value(me, "arms_party"))
        yield ArmsPartySent(how, men, due, cause=cause, place=site)


def _detainees(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    yield DetaineeRulesSet(str(given["rules"]), cause=cause)


def _call_up(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    men = round(_amount(given, "men"))
    if men <= 0:
        return
    scene, state = world.scene, state_of(world, me)
    due = world.now + round(_amount(given, "after", 12.0) * HOUR)
    shares = whole(spread(scene, config_of(world, me)), men)
    for index, count in enumerate(shares):
        if count:
            place = scene.places[index]
            yield CalledUp(state.sent, count, due, cause=cause, place=place)


_AT = Argument("area", "where", default="everywhere", required=False)
_SITE = Argument("site", "which site")
_FOR = Argument("h", "for how long; without it, until told otherwise", required=False)
_LEVEL = Argument("words", "how to meet a crowd", POSTURES)


def _for(hours: float) -> Argument:
    return Argument("h", "for how long", default=hours, required=False)


VERBS: Mapping[str, Verb] = {
    "posture": Verb("say how men are to meet crowds", _posture,
                    {"at": _AT, "level": _LEVEL, "for": _FOR}),
    "limit": Verb("allow no posture harder than this", _limit,
                  {"level": _LEVEL, "at": _AT, "for": _FOR}),
    "move": Verb("send men of the reserve to a place and keep them there", _move, {
        "from": Argument("area", "from where", default="everywhere", required=False),
        "to": Argument("place", "to where"),
        "men": Argument("people", "how many"),
        "by": Argument("words", "by what means", ("road", "air"), "road", required=False),
        "for": _for(12.0),
    }),
    "detach": Verb("let men of a garrison who are off their posts join the reserve", _detach, {
        "at": Argument("area", "from each of these places"),
        "men": Argument("people", "at most so many from each"),
    }),
    "mass": Verb("gather a share of the whole reserve at a place", _mass, {
        "at": Argument("place", "where"),
        "share": Argument("%", "share of the reserve"),
        "for": _for(12.0),
    }),
    "hold": Verb("hold a site, or man it again", _hold, {"at": _SITE}),
    "leave": Verb("take the guard away from a site", _leave, {"at": _SITE}),
    "double": Verb("double the guard of a site", _double, {"at": _SITE, "for": _for(24.0)}),
    "relieve": Verb("stand the tired down in turn", _relieve, {
        "at": _AT,
        "watch": Argument("h", "length of a watch: shorter ones rest more men", default=12.0,
                          required=False),
        "for": _for(12.0),
    }),
    "arrests": Verb("say how men are to arrest", _arrests, {
        "at": _AT,
        "how": Argument("words", "whom they take",
                        ("on_the_spot", "organisers", "by_list", "usual")),
        "for": _FOR,
    }),
    "secure_arms": Verb("make the weapons of a site useless to whoever takes it", _arms, {
        "at": _SITE,
        "how": Argument("words", "by what means", ("move", "disable", "double"), "move",
                        required=False),
    }),
    "detainees": Verb("set the rules for detainees", _detainees, {
        "rules": Argument("words", "how they are held", ("by_the_book", "hastily")),
    }),
    "call_up": Verb("call more men into the reserve", _call_up, {
        "men": Argument("people", "how many"),
        "after": Argument("h", "time until they are ready", default=12.0, required=False),
    }),
}  # fmt: skip
