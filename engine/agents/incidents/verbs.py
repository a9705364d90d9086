"""What orders and injects may do about sites: retake, attack, secure arms, collect weapons."""

from collections.abc import Mapping

import numpy as np

from engine.agents.incidents import events
from engine.agents.incidents.fights import begun
from engine.agents.incidents.state import state_of
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.world import World


def retake(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Forces set out to storm a lost site; nothing happens at a site that is held."""
    site, id = str(given["at"]), f"storm:{given['at']}:{world.now}"
    state = state_of(world, me)
    if not state.lost[world.scene.site_at[site]] or id in state.matters:
        yield events.CameToNothing(cause=cause, place=site, matter=f"{id}:none")
        return
    warned = given["warned"] == "yes"
    slower = world.value(me, "warned_slower") if warned else 1.0
    # Gamma with shape 4: a storm takes about as long as planned, rarely half or twice that.
    dice = chance.at(me, "storm_time", 0, id)
    hours = dice.gamma(4.0, 0.25) * world.value(me, "storm") * slower
    yield events.StormBegan(
        cause=cause,
        place=site,
        storm=id,
        due=world.now + max(1, int(hours * 3600)),
        warned=warned,
        known_as=f"event:{world.number}",
    )


def attack(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """An attack on a site begins now, by so many people or by as many as the model draws."""
    site = str(given["at"])
    id = f"ordered:{site}:{world.now}"
    dice = chance.at(me, "ordered", 0, id)
    size, lasts = dice.random(), dice.exponential(1.0)
    column = world.scene.site_at[site]
    violent = float(world.field_of("violent")[world.scene.sites[column].place])
    least, most = world.value(me, "least"), world.value(me, "most")
    people = round(_number(given["people"])) or round(violent * (least + (most - least) * size))
    state = state_of(world, me)
    if people < 1 or state.lost[column] or id in state.matters:
        yield events.CameToNothing(cause=cause, place=site, matter=f"{id}:none")
        return
    yield begun(world, me, id, column, people, lasts, cause, chance)


def secure(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A share of a site's arms is taken away or disabled."""
    site = str(given["at"])
    stored = int(state_of(world, me).arms[world.scene.site_at[site]])
    items = round(stored * min(max(_number(given["share"]), 0.0), 1.0))
    yield events.ArmsSecured(cause=cause, place=site, items=items)


def collect(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Searches find a share of the weapons in some places."""
    state = state_of(world, me)
    share = min(max(_number(given["share"]), 0.0), 1.0)
    found = chance.at(me, "collect", state.collected).binomial(state.weapons, share)
    where = np.flatnonzero(world.scene.mask(given["at"])).tolist()
    yield events.WeaponsCollected(
        cause=cause,
        places=tuple(world.scene.places[place] for place in where),
        items=tuple(int(found[place]) for place in where),
    )


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)


_SITE = Argument("site", "the site")

VERBS: Mapping[str, Verb] = {
    "retake": Verb(
        "storm a lost site",
        retake,
        {
            "at": _SITE,
            "warned": Argument(
                "words", "whether those inside are warned", ("no", "yes"), "no", required=False
            ),
        },
    ),
    "attack": Verb(
        "let a site be attacked",
        attack,
        {
            "at": _SITE,
            "people": Argument(
                "people", "how many; 0 leaves it to the model", default=0.0, required=False
            ),
        },
    ),
    "secure": Verb(
        "take away or disable arms in store",
        secure,
        {
            "at": _SITE,
            "share": Argument("%", "share of what is stored", default=1.0, required=False),
        },
    ),
    "collect": Verb(
        "find weapons by searches",
        collect,
        {
            "at": Argument("area", "where", default="everywhere", required=False),
            "share": Argument("%", "share that is found"),
        },
    ),
}
