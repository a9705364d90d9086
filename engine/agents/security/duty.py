"""What the men of each place do now: read from the world, worked out by the rules."""

from dataclasses import dataclass
from typing import cast

import numpy as np

from engine.agents.security import rules
from engine.agents.security.config import POSTURES, SecurityConfig
from engine.agents.security.state import SecurityState
from engine.kinds import Numbers
from engine.rules import fatigue as tiring
from engine.rules import relief as posting
from engine.rules import reserve as reserves
from engine.rules.crowd import severity
from engine.rules.quick import quick
from engine.rules.rounding import array_of
from engine.scene import Scene
from engine.world import FOREVER, World

HARDEST = len(POSTURES) - 1


def state_of(world: World, me: str) -> SecurityState:
    """The agent's own part of the world."""
    return cast(SecurityState, world.agents[me])


def config_of(world: World, me: str) -> SecurityConfig:
    """The agent's configuration as written."""
    return cast(SecurityConfig, world.config(me))


def ranks_by_place(scene: Scene, written: dict[str, str]) -> tuple[int, ...]:
    """A posture's rank for each place: its own word, else its region's, else everywhere's."""
    regions = (scene.regions[int(at)] for at in scene.region_of)
    otherwise = written.get("everywhere", POSTURES[1])
    return tuple(
        POSTURES.index(written.get(place, written.get(region, otherwise)))
        for place, region in zip(scene.places, regions, strict=True)
    )


def ranks(world: World, me: str) -> list[int]:
    """The rank of the posture in force at each place, never above the limit in force there."""
    state, now = state_of(world, me), world.now
    found = list(state.standing)
    for place, told in state.ordered.items():
        if told.holds(now):
            found[place] = POSTURES.index(told.word)
    usual = POSTURES.index(config_of(world, me).limit)
    limits = {
        place: POSTURES.index(told.word) for place, told in state.limits.items() if told.holds(now)
    }
    if not limits:
        return found if usual == HARDEST else [min(rank, usual) for rank in found]
    return [min(rank, limits.get(place, usual)) for place, rank in enumerate(found)]


def levels(world: World, me: str) -> Numbers:
    """The posture in force at each place as a number u; read it, do not write to it."""
    state, armed = state_of(world, me), world.value(me, "armed")
    kept = world.cache.get((me, "/levels"))
    if kept is not None and kept[0] <= world.now < kept[1]:
        known: Numbers
        under, limited, by, known = kept[2]
        if by == armed and under == state.ordered and limited == state.limits:
            return known
    weights = (rules.TOLERATE, rules.CONTAIN, rules.DISPERSE, armed)
    found = np.array(weights)[ranks(world, me)]
    found.setflags(write=False)
    orders = (*state.ordered.values(), *state.limits.values())
    until = min((told.until for told in orders if told.until > world.now), default=FOREVER)
    settled = (dict(state.ordered), dict(state.limits), armed, found)
    world.cache[me, "/levels"] = (world.now, until, settled)
    return found


def limit(world: World, me: str) -> float:
    """The highest limit on force that an order has set and that is in force, as a number u."""
    told = [one for one in state_of(world, me).limits.values() if one.holds(world.now)]
    weights = (rules.TOLERATE, rules.CONTAIN, rules.DISPERSE, world.value(me, "armed"))
    return max((float(weights[POSTURES.index(one.word)]) for one in told), default=0.0)


def needed_posts(world: World, me: str) -> Numbers:
    """Posts that each site has. The map does not change, so they are read from it once."""
    kept = world.cache.get((me, "//posts"))
    if kept is None:
        kept = (0, FOREVER, np.array([site.posts for site in world.scene.sites], dtype=float))
        world.cache[me, "//posts"] = kept
    return kept[2]


def own_posts(world: World, me: str) -> Numbers:
    """Posts that own men are to man, by site: none where it is lost, left or abandoned."""
    state, site_at = state_of(world, me), world.scene.site_at
    lost, abandoned = world.sites_of("lost"), world.sites_of("abandoned")
    doubled = tuple(site for site, until in state.doubled.items() if world.now < until)
    told, kept = (doubled, state.left), world.cache.get((me, "/own_posts"))
    posts: Numbers
    if kept is not None:
        under, *rows, posts = kept[2]
        if under == told and _same(rows[0], lost) and _same(rows[1], abandoned):
            return posts
    posts = needed_posts(world, me) * (np.maximum(lost, abandoned) < 0.5)
    posts[[site_at[site] for site in doubled]] *= 2.0
    posts[[site_at[site] for site in state.left]] = 0.0
    posts.setflags(write=False)
    world.cache[me, "/own_posts"] = (0, FOREVER, (told, _known(lost), _known(abandoned), posts))
    return posts


def _known(row: Numbers) -> Numbers | bytes:
    """What to remember of a row: itself where nobody can write to it, else what stands in it."""
    return row.tobytes() if row.flags.writeable else row


def _same(known: Numbers | bytes, row: Numbers) -> bool:
    return known == row.tobytes() if isinstance(known, bytes) else known is row


def by_place(scene: Scene, of_sites: Numbers) -> Numbers:
    """Sums of a figure of sites over the sites of each place."""
    return np.bincount(scene.site_place, weights=of_sites, minlength=len(scene.places))


def ties(world: World, me: str) -> Numbers:
    """Men at each place bound by emergency checks and by parties that secure arms."""
    scene, state = world.scene, state_of(world, me)
    emergency = world.field_of("emergency") > 0.5
    regions = len(set(scene.region_of[emergency].tolist())) if emergency.any() else 0
    share = min(regions * world.value(me, "emergency_ties"), 0.6)
    bound: Numbers = array_of(state.reserve) * share
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


@quick
@dataclass(frozen=True, slots=True)
class Strength:
    """Men by what they do, what of the street's worth faces a crowd, and how tired men are."""

    split: posting.Split
    facing: Numbers
    spare: Numbers
    fatigue: Numbers


def strength(world: World, me: str, reserve: Numbers, fatigue: Numbers, hours: float) -> Strength:
    """Strengths now, for a reserve by place and the fatigue of `hours` ago."""
    garrison = array_of(state_of(world, me).garrison).astype(np.float64)
    relief = world.values(me, "relief")
    posts = by_place(world.scene, own_posts(world, me))
    found = posting.split(
        garrison, reserve, world.field_of("loyal", 1.0), world.number_of("loyal_nation", 1.0),
        posting.men_wanted(posts, relief, world.field_of("freed")), ties(world, me),
        stood_down(world, me),
    )  # fmt: skip
    faced, _, worth_each = _facing(world, me, found.street, fatigue)
    out = np.minimum(faced / np.maximum(worth_each, 1e-9), found.street)
    present = np.maximum(garrison + reserve - found.absent, 1.0)
    duty = posting.on_duty(out, found, relief, present)
    fatigue = _tired(world, me, fatigue, duty, hours)
    faced, worth, _ = _facing(world, me, found.street, fatigue)
    return Strength(found, faced, worth - faced, fatigue)


def _facing(
    world: World, me: str, street: Numbers, fatigue: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Worth before a crowd, all worth on the street, and what one man is worth."""
    worth_each = np.asarray(tiring.effectiveness(fatigue, world.values(me, "tired_loss")))
    worth = street * worth_each + world.field_of("assisting")
    faced = posting.facing(worth, world.field_of("crowd"), world.values(me, "density"))
    return faced, worth, worth_each


def _tired(world: World, me: str, fatigue: Numbers, duty: Numbers, hours: float) -> Numbers:
    if not hours:
        return fatigue
    tires, rests = world.value(me, "tires_in"), world.value(me, "rests_in")
    after = tiring.tired(fatigue, duty, hours, tires, rests)
    if not state_of(world, me).reliefs:
        return np.maximum(after, 0.0)
    extra = stood_down(world, me) / max(world.value(me, "stands_down"), 1e-9)
    gained = world.value(me, "recovers") * hours / 12.0
    return np.maximum(after - extra * gained, 0.0)


def fill(world: World, me: str) -> Numbers:
    """The share of the posts meant for own men that own men keep manned, by site.

    Posts that contingents relieved are not kept by own men any more; 0 where none are meant.
    """
    meant, relieved = own_posts(world, me), world.sites_of("relieved_posts")
    manned, known = state_of(world, me).manned, world.cache.get((me, "/fill"))
    share: Numbers
    if known is not None:
        of, row, less, share = known[2]
        if of is meant and row is manned and _same(less, relieved):
            return share
    kept = np.maximum(meant - relieved, 0.0)
    share = kept / np.where(meant > 0.0, meant, 1.0) * array_of(manned)[world.scene.site_place]
    share.setflags(write=False)
    world.cache[me, "/fill"] = (0, FOREVER, (meant, manned, _known(relieved), share))
    return share


def manned(world: World, me: str) -> Numbers:
    """The share of a site's posts manned by anybody, own men or contingents; 0 where it is lost."""
    posts = needed_posts(world, me)
    by_own = fill(world, me) * own_posts(world, me)
    there = by_own + np.minimum(world.sites_of("posts_covered"), posts)
    held = there * (world.sites_of("lost") < 0.5)
    share: Numbers = np.minimum(held / np.where(posts > 0.0, posts, 1.0), 1.0)
    return share


def needed(world: World, me: str) -> Numbers:
    """What each place asks of the reserve now."""
    harshness = severity(levels(world, me))
    return reserves.need(world.field_of("peaceful"), world.field_of("violent"), harshness)
