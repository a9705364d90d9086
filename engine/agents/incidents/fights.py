"""Attacks choosing a target, fights over sites, storms, and sites coming back."""

import numpy as np

from engine.agents.incidents import events
from engine.agents.incidents.config import IncidentsConfig
from engine.agents.incidents.state import IncidentsState, Matter, state_of
from engine.agents.incidents.strength import attack, defence, ground, holders
from engine.chance import Chance
from engine.events import Term
from engine.kinds import Happenings, Numbers
from engine.meters import moved
from engine.rules import contest
from engine.rules.hawkes import children
from engine.rules.rounding import nine
from engine.world import FOREVER, World


def decide(world: World, me: str, matter: Matter, chance: Chance) -> Happenings:
    """What becomes of a matter whose time has come."""
    match matter.phase:
        case "coming":
            yield from _arrive(world, me, matter, chance)
        case "fighting":
            yield from _fight(world, me, matter, chance)
        case "storming":
            yield from _storm(world, me, matter, chance)
        case _:
            yield from _clear(world, me, matter)


def _arrive(world: World, me: str, matter: Matter, chance: Chance) -> Happenings:
    """A group forms, picks a site that is still held, and goes for it."""
    state = state_of(world, me)
    dice = chance.at(me, "raid", 0, matter.id)
    aim, size, lasts = dice.random(), dice.random(), dice.exponential(1.0)
    violent = float(world.field_of("violent")[matter.place])
    most = world.value(me, "most")
    people = round(contest.group(violent, size, world.value(me, "least"), most))
    sites, draws = _draws(world, state, matter.place)
    target = contest.pick(contest.target_shares(draws), aim) if len(sites) else None
    if people < 1 or target is None:
        yield events.CameToNothing(
            cause=matter.cause, place=world.scene.places[matter.place], matter=matter.id
        )
        return
    yield begun(world, me, matter.id, int(sites[target]), people, lasts, matter.cause, chance)


def _draws(world: World, state: IncidentsState, place: int) -> tuple[Numbers, Numbers]:
    """The sites of a place, and how strongly each draws attackers; 0 where it is lost."""
    kept = world.cache.get(("", f"//draws/{place}"))
    if kept is None:
        here = np.flatnonzero(world.scene.site_place == place)
        weights = np.array([world.scene.sites[site].draws for site in here.tolist()])
        kept = world.cache["", f"//draws/{place}"] = (0, FOREVER, (here, weights))
    sites, draws = kept[2]
    return sites, draws * ~state.lost[sites]


def begun(
    world: World,
    me: str,
    id: str,
    site: int,
    people: int,
    lasts: float,
    cause: str,
    chance: Chance,
) -> events.Attacked:
    """The event of an attack that begins now, with the attacks that it sets off elsewhere.

    Each attack is followed by a Poisson number of others in its place after exponential times
    (models.md 1.8 and 3).
    """
    dice = chance.at(me, "follows", 0, id)
    waits = children(dice, world.value(me, "follow_on"), world.value(me, "follow_within"))
    place = world.scene.sites[site].place
    follows = tuple(
        (f"{id}.{index}", place, world.now + max(1, int(wait * 3600)))
        for index, wait in enumerate(waits)
    )
    return events.Attacked(
        cause=cause,
        place=world.scene.sites[site].id,
        raid=id,
        people=people,
        due=world.now + max(1, int(lasts * world.value(me, "fight") * 3600)),
        known_as=f"event:{world.number}",
        follows=follows,
    )


def _fight(world: World, me: str, matter: Matter, chance: Chance) -> Happenings:
    """The site falls or holds, by the strength of both sides now."""
    state = state_of(world, me)
    dice = chance.at(me, "contest", 0, matter.id)
    roll, holds_out = dice.random(), dice.exponential(1.0)
    site = world.scene.sites[matter.site]
    if state.lost[matter.site]:
        yield events.CameToNothing(cause=matter.cause, place=site.id, matter=matter.id)
        return
    men, strength = defence(world, me, matter.site)
    force = attack(world, me, state, matter.place, matter.people)
    falls = float(contest.falls_chance(force, strength, world.value(me, "decisive")))
    if roll >= falls:
        yield events.Held(
            cause=matter.cause,
            place=site.id,
            raid=matter.id,
            people=matter.people,
            guards=nine(men),
        )
        return
    number = yield events.Lost(
        cause=matter.cause,
        place=site.id,
        raid=matter.id,
        people=matter.people,
        guards=nine(men),
        holds_out=nine(holds_out),
    )
    yield from _loot(world, me, matter.site, f"event:{number}")
    yield from _legitimacy(world, me, -world.value(me, "site_cost"), f"event:{number}")


def _loot(world: World, me: str, site: int, cause: str) -> Happenings:
    """A share of the arms in a lost site is taken, unless they were moved or disabled before."""
    if world.sites_of("arms_secured")[site] > 0.0:
        return
    items = round(int(state_of(world, me).arms[site]) * world.value(me, "looted"))
    if items:
        yield events.Looted(cause=cause, place=world.scene.sites[site].id, items=items)


def _storm(world: World, me: str, matter: Matter, chance: Chance) -> Happenings:
    """Forces storm a site: faster is deadlier, a warning may empty it (models.md 8.2)."""
    state, around = state_of(world, me), ground(world)
    dice = chance.at(me, "storm", 0, matter.id)
    roll = dice.random()
    site = world.scene.sites[matter.site]
    if not state.lost[matter.site]:
        yield events.CameToNothing(cause=matter.cause, place=site.id, matter=matter.id)
        return
    men = float(around.street[matter.place])
    worth = float(world.values(me, "guards")[matter.place])
    fire = 1.0 + (world.value(me, "live") - 1.0) * float(around.armed[matter.place])
    inside = holders(world, me, state, matter.place)
    if matter.warned:
        inside *= 1.0 - world.value(me, "warned_leave")
    chances = contest.falls_chance(men * worth * fire, inside, world.value(me, "decisive"))
    hurt = world.value(me, "storm_injured") * (1.0 if matter.warned else 2.0)
    resisted = inside / (inside + men * worth * fire)
    yield events.StormCost(
        cause=matter.cause,
        place=site.id,
        injured=int(dice.poisson(hurt * inside)),
        injured_security=int(dice.poisson(hurt * men * resisted)),
    )
    if roll < float(chances):
        yield from _back(world, me, matter, ordered=True)
    else:
        yield events.StormFailed(cause=matter.cause, place=site.id, storm=matter.id)


def _clear(world: World, me: str, matter: Matter) -> Happenings:
    """A site that forces pressed long enough is theirs again."""
    if state_of(world, me).lost[matter.site]:
        yield from _back(world, me, matter, ordered=False)
    else:
        site = world.scene.sites[matter.site].id
        yield events.CameToNothing(cause=matter.cause, place=site, matter=matter.id)


def _back(world: World, me: str, matter: Matter, ordered: bool) -> Happenings:
    held = int(state_of(world, me).weapons[matter.place])
    number = yield events.Retaken(
        cause=matter.cause,
        place=world.scene.sites[matter.site].id,
        matter=matter.id,
        ordered=ordered,
        weapons=int(held * world.value(me, "found")),
    )
    yield from _legitimacy(world, me, world.value(me, "site_gain"), f"event:{number}")


def _legitimacy(world: World, me: str, amount: float, cause: str) -> Happenings:
    config = world.config(me)
    assert isinstance(config, IncidentsConfig)
    if amount:
        change = moved(world, config.legitimacy, [Term(cause, amount)])
        if change is not None:
            yield change
