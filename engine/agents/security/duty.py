"""What the men of each place do now: read from the world, worked out by the rules."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from engine.agents.security import rules
from engine.agents.security.config import POSTURES, SecurityConfig
from engine.agents.security.state import SecurityState, Told
from engine.kinds import Numbers
from engine.rules.crowd import severity
from engine.scene import Scene
from engine.world import World


def state_of(world: World, me: str) -> SecurityState:
    """The agent's own part of the world."""
    return cast(SecurityState, world.agents[me])


def config_of(world: World, me: str) -> SecurityConfig:
    """The agent's configuration as written."""
    return cast(SecurityConfig, world.config(me))


def words_by_place(scene: Scene, written: dict[str, str]) -> tuple[str, ...]:
    """A word for each place: a place's own beats its region's, and that beats everywhere's."""
    regions = (scene.regions[int(at)] for at in scene.region_of)
    return tuple(
        written.get(place, written.get(region, written.get("everywhere", POSTURES[1])))
        for place, region in zip(scene.places, regions, strict=True)
    )


def levels(world: World, me: str) -> Numbers:
    """The posture in force at each place as a number u, never above the limit in force there."""
    weights = dict(zip(POSTURES, (*_MILDER, world.value(me, "armed")), strict=True))
    return np.array([weights[word] for word in words(world, me)])


_MILDER = (rules.TOLERATE, rules.CONTAIN, rules.DISPERSE)


def words(world: World, me: str) -> list[str]:
    """The posture in force at each place as a word."""
    state, now = state_of(world, me), world.now
    ceiling = config_of(world, me).limit
    found = []
    for place, standing in enumerate(state.standing):
        word = _in_force(state.ordered.get(place), standing, now)
        limit = _in_force(state.limits.get(place), ceiling, now)
        found.append(min(word, limit, key=POSTURES.index))
    return found


def _in_force(told: Told | None, otherwise: str, now: int) -> str:
    return told.word if told is not None and told.holds(now) else otherwise


def own_posts(world: World, me: str) -> Numbers:
    """Posts that own men are to man, by site: none where it is lost, left or abandoned."""
    state = state_of(world, me)
    sites = world.scene.sites
    posts = np.array([site.posts for site in sites], dtype=float)
    for index, site in enumerate(sites):
        if site.id in state.left:
            posts[index] = 0.0
        elif state.doubled.get(site.id, 0) > world.now:
            posts[index] *= 2.0
    gone = np.maximum(world.sites_of("lost"), world.sites_of("abandoned"))
    open_sites: Numbers = posts * (gone < 0.5)
    return open_sites


def by_place(scene: Scene, of_sites: Numbers) -> Numbers:
    """Sums of a figure of sites over the sites of each place."""
    sums = np.zeros(len(scene.places))
    np.add.at(sums, scene.site_place, of_sites)
    return sums


def ties(world: World, me: str) -> Numbers:
    """Men at each place bound by emergency checks and by parties that secure arms."""
    scene, state = world.scene, state_of(world, me)
    emergency = world.field_of("emergency") > 0.5
    regions = len({int(region) for region in scene.region_of[emergency]})
    share = min(regions * world.value(me, "emergency_ties"), 0.6)
    bound: Numbers = np.array(state.reserve, dtype=float) * share
    for party in state.parties.values():
        bound[scene.site_place[scene.site_at[party.id]]] += party.men
    return bound


def stood_down(world: World, me: str) -> Numbers:
    """The share of the men not tied who rest under an order of relief, by place."""
    shares = np.zeros(len(world.scene.places))
    for relief in state_of(world, me).reliefs.values():
        if world.now < relief.until:
            shares[relief.place] = relief.share
    return shares


@dataclass(frozen=True, slots=True)
class Strength:
    """Men by what they do, and what of the street's worth faces a crowd."""

    split: rules.Split
    facing: Numbers
    spare: Numbers
    fill: Numbers
    on_duty: Numbers


def strength(world: World, me: str, reserve: Numbers, fatigue: Numbers) -> Strength:
    """Strengths now, for a reserve and a fatigue by place."""
    scene = world.scene
    relief = world.values(me, "relief")
    posts = own_posts(world, me)
    wanted = np.maximum(relief * by_place(scene, posts) - world.field_of("freed"), 0.0)
    garrison = np.array(state_of(world, me).garrison, dtype=float)
    found = rules.split(
        garrison, reserve, world.field_of("loyal", 1.0), world.number_of("loyal_nation", 1.0),
        wanted, ties(world, me), stood_down(world, me),
    )  # fmt: skip
    worth_each = 1.0 - world.values(me, "tired_loss") * fatigue
    worth = found.street * worth_each + world.field_of("assisting")
    faced = rules.facing(worth, world.field_of("crowd"), world.values(me, "density"))
    out = np.minimum(faced / np.maximum(worth_each, 1e-9), found.street)
    present = np.maximum(garrison + reserve - found.absent, 1.0)
    on_duty = np.minimum((out + found.guards / relief + found.others) / present, 1.0)
    fill = fill_of(world, posts, found.fill)
    return Strength(found, faced, worth - faced, fill, on_duty)


def fill_of(world: World, posts: Numbers, by_own: Numbers) -> Numbers:
    """The share of a site's posts manned by anybody: contingents' posts, and own men on the rest.

    0 where nobody holds the site.
    """
    scene = world.scene
    needed = np.array([site.posts for site in scene.sites], dtype=float)
    covered = np.minimum(world.sites_of("posts_covered"), needed)
    share = np.where(needed > 0.0, covered / np.where(needed > 0.0, needed, 1.0), 0.0)
    # A doubled guard counts as more than full, which is what the attackers meet.
    own = posts / np.where(needed > 0.0, needed, 1.0)
    filled: Numbers = share + (1.0 - share) * own * by_own[scene.site_place]
    lost = world.sites_of("lost") > 0.5
    return np.where(lost, 0.0, filled)


def needed(world: World, me: str) -> Numbers:
    """What each place asks of the reserve now."""
    harshness = severity(levels(world, me))
    return rules.need_of(world.field_of("peaceful"), world.field_of("violent"), harshness)
