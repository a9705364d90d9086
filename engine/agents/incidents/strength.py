"""Who is stronger at a site now: guards, those who come to help, and those who attack."""

from dataclasses import dataclass

import numpy as np

from engine.agents.incidents.state import IncidentsState
from engine.kinds import Numbers
from engine.rules import contest
from engine.rules.quick import quick
from engine.world import World

CONTAIN, DISPERSE, ARMED = 0.7, 1.0, 2.0


@quick
@dataclass(frozen=True, slots=True)
class Ground:
    """The streets and forces of all places now, as this kind needs them."""

    violent: Numbers
    crowd: Numbers
    clash: Numbers
    facing: Numbers
    street: Numbers
    armed: Numbers
    dispersing: Numbers
    fatigue: Numbers


def ground(world: World) -> Ground:
    """Look at every place."""
    posture = world.field_of("posture", CONTAIN)
    facing = world.field_of("facing", -1.0)
    if (facing < 0.0).all():
        facing = street = world.field_of("street")
    else:
        street = facing + world.field_of("spare_street")
    return Ground(
        violent=world.field_of("violent"),
        crowd=world.field_of("crowd"),
        clash=world.field_of("clash"),
        facing=facing,
        street=street,
        armed=np.where(posture >= ARMED, 1.0, 0.0),
        dispersing=np.where(posture >= DISPERSE, 1.0, 0.0),
        fatigue=world.field_of("fatigue"),
    )


def armed_share(state: IncidentsState, violent: Numbers) -> Numbers:
    """Share of the violent of each place who hold arms."""
    share: Numbers = np.minimum(1.0, state.weapons / np.maximum(violent, 1.0))
    return np.where(violent > 0, share, 0.0)


def armed_share_at(state: IncidentsState, violent: float, place: int) -> float:
    """The same of one place."""
    return min(1.0, float(state.weapons[place]) / max(violent, 1.0)) if violent > 0.0 else 0.0


def guards(world: World, me: str, site: int) -> float:
    """Guards of a site in the worth of own men: own posts manned, and posts that allies hold."""
    posts = world.scene.sites[site].posts
    meant = float(world.sites_of("own_posts", -1.0)[site])
    manned = float(world.sites_of("fill", 1.0)[site])
    if meant < 0.0:
        meant = posts
    if world.sites_of("abandoned")[site] > 0.0:
        meant = 0.0
    allied = float(world.sites_of("posts_covered")[site])
    return meant * manned + allied * world.value(me, "allies")


def defence(world: World, me: str, site: int) -> tuple[float, float]:
    """Guards of a site in men, and the strength of its whole defence (models.md 8.2)."""
    place = int(world.scene.site_place[site])
    officers = float(world.field_of("facing", -1.0)[place])
    if officers < 0.0:
        officers = float(ground(world).facing[place])
    armed = world.field_of("posture", CONTAIN)[place] >= ARMED
    men = guards(world, me, site)
    strength = contest.defence_strength(
        posts=men,
        fill=1.0,
        officers=officers,
        fatigue=float(world.field_of("fatigue")[place]),
        armed=1.0 if armed else 0.0,
        support=float(world.values(me, "support")[place]),
        worth=float(world.values(me, "guards")[place]),
        live_fire=world.value(me, "live"),
        fatigue_cost=world.value(me, "tired"),
    )
    return men, float(strength)


def attack(world: World, me: str, state: IncidentsState, place: int, people: int) -> float:
    """Strength of so many attackers with the arms that the violent of their place hold."""
    share = armed_share_at(state, float(world.field_of("violent")[place]), place)
    return float(contest.attack_strength(people, share, 1.0 + world.value(me, "arms_help")))


def holders(world: World, me: str, state: IncidentsState, place: int) -> float:
    """Strength of those in each lost site of a place: the violent there, split over its sites."""
    around = ground(world)
    lost = max(int(state.lost_here[place]), 1)
    arms = 1.0 + world.value(me, "arms_help") * float(armed_share(state, around.violent)[place])
    return float(around.violent[place]) / lost * arms + 3.0
