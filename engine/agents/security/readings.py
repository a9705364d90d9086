"""What others may read of the security forces."""

from collections.abc import Callable, Mapping

import numpy as np

from engine.agents.security import duty
from engine.agents.security.state import SecurityState
from engine.kinds import Answer, Numbers, Reading
from engine.rules.rounding import array_of
from engine.world import World


def _of_place(unit: str, text: str, regions: str = "sum") -> Reading:
    return Reading(unit, "place", text, regions)


READINGS: Mapping[str, Reading] = {
    "street": _of_place("people", "loyal men who are not tied to a post and not stood down"),
    "facing": _of_place("people", "what of them faces a crowd, counted as rested men"),
    "spare_street": _of_place("people", "what of them faces no crowd, counted as rested men"),
    "posture": _of_place("", "posture in force: tolerate .4, contain .7, disperse 1, armed more",
                         "max"),
    "fatigue": _of_place("%", "fatigue of the men there", "mean"),
    "forces": _of_place("people", "men present, loyal or not"),
    "garrison": _of_place("people", "men stationed there"),
    "reserve_here": _of_place("people", "men of the reserve there, loyal or not"),
    "arrest_rate": _of_place("/h", "arrests that an officer facing a crowd makes in an hour",
                             "mean"),
    "search_rate": _of_place("/h", "arrests at home that a free officer makes in an hour", "mean"),
    "arresting": _of_place("", "1 while men there are told to arrest, beyond the usual", "max"),
    "density": _of_place("", "men that command tries to field for each person in a crowd", "mean"),
    "fill": Reading("%", "site", "share of the posts meant for own men that they keep manned"),
    "manned": Reading("%", "site", "share of its posts that are manned, by anybody"),
    "own_posts": Reading("posts", "site", "posts that own men are to man"),
    "site_left": Reading("", "site", "1 where the guard was ordered away"),
    "arms_secured": Reading("", "site", "1 where its weapons were moved or disabled"),
    "reserve": Reading("people", "self", "loyal men of the mobile reserve in hand"),
    "tied": Reading("people", "self", "men on posts, at checks and securing arms"),
    "resting": Reading("people", "self", "men stood down to rest"),
    "moving": Reading("people", "self", "men of the reserve on their way"),
    "absent": Reading("people", "self", "men who do not follow orders"),
    "men": Reading("people", "self", "all men there are"),
    "street_total": Reading("people", "self", "loyal men free for the street, everywhere"),
    "relief": Reading("", "self", "men needed to keep one post manned"),
    "humane": Reading("", "self", "1 while detainees are held by the book"),
    "hardest": Reading("", "self", "the hardest posture in force anywhere"),
    "limit": Reading("", "self", "the highest limit on force set and in force; 0 where none is"),
}  # fmt: skip

_ROWS: Mapping[str, Callable[[SecurityState], tuple[float, ...]]] = {
    "street": lambda state: state.street,
    "facing": lambda state: state.facing,
    "spare_street": lambda state: state.spare,
    "fatigue": lambda state: state.fatigue,
    "garrison": lambda state: state.garrison,
    "reserve_here": lambda state: state.reserve,
}

_SUMS: Mapping[str, Callable[[SecurityState], float]] = {
    "tied": lambda state: state.tied,
    "resting": lambda state: state.resting,
    "moving": lambda state: sum(one.men for one in state.moving.values()),
    "absent": lambda state: state.absent,
    "men": lambda state: state.total,
    "street_total": lambda state: sum(state.street),
    "humane": lambda state: float(state.detainees == "by_the_book"),
}


def read(world: World, me: str, name: str) -> Answer | Numbers:
    """A reading now; strengths are those of the last step."""
    state = duty.state_of(world, me)
    if name in _ROWS:
        return np.asarray(array_of(_ROWS[name](state)), dtype=np.float64)
    if name in _SUMS:
        return float(_SUMS[name](state))
    return _WORKED_OUT[name](world, me)


def _forces(world: World, me: str) -> Numbers:
    state = duty.state_of(world, me)
    men: Numbers = np.add(array_of(state.garrison), array_of(state.reserve), dtype=np.float64)
    return men


def _reserve(world: World, me: str) -> float:
    return sum(duty.state_of(world, me).reserve) * world.number_of("loyal_nation", 1.0)


def _rate(parameter: str, faster: Mapping[str, str]) -> Callable[[World, str], Numbers]:
    def rate(world: World, me: str) -> Numbers:
        state = duty.state_of(world, me)
        rates = world.values(me, parameter).copy()
        for place, told in state.arrests.items():
            if told.word in faster and told.holds(world.now):
                rates[place] *= world.value(me, faster[told.word])
        if state.detainees == "by_the_book":
            rates *= 1.0 - world.value(me, "humane_slows")
        return rates

    return rate


def _arresting(world: World, me: str) -> Numbers:
    found = np.zeros(len(world.scene.places))
    for place, told in duty.state_of(world, me).arrests.items():
        if told.word != "usual" and told.holds(world.now):
            found[place] = 1.0
    return found


def _flags(world: World, ids: tuple[str, ...]) -> Numbers:
    flags = np.zeros(len(world.scene.sites))
    for id in ids:
        flags[world.scene.site_at[id]] = 1.0
    return flags


_WORKED_OUT: Mapping[str, Callable[[World, str], Answer | Numbers]] = {
    "posture": duty.levels,
    "forces": _forces,
    "arrest_rate": _rate("arrests", {"on_the_spot": "harder"}),
    "search_rate": _rate("searches", {"by_list": "by_list", "organisers": "harder"}),
    "arresting": _arresting,
    "density": lambda world, me: world.values(me, "density"),
    "own_posts": duty.own_posts,
    "fill": duty.fill,
    "manned": duty.manned,
    "site_left": lambda world, me: _flags(world, duty.state_of(world, me).left),
    "arms_secured": lambda world, me: _flags(world, tuple(duty.state_of(world, me).secured)),
    "reserve": _reserve,
    "relief": lambda world, me: world.value(me, "relief"),
    "hardest": lambda world, me: float(duty.levels(world, me).max()),
    "limit": duty.limit,
}
