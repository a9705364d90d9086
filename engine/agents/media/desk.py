"""From what happened to what seats are told: stories, false stories, and their ways to desks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from engine.agents.media import network, rules
from engine.agents.media.config import Desk
from engine.agents.media.events import Delivery, Falsified, Filed
from engine.agents.media.network import config_of, state_of
from engine.agents.media.state import MediaState
from engine.agents.media.stories import STORIES, Story
from engine.chance import Chance
from engine.events import Event
from engine.moments import HOUR
from engine.rules.quick import quick
from engine.rules.rounding import nine
from engine.world import FOREVER, World


def place_of(world: World, where: str) -> int:
    """The place of a site or place, -1 for what has none."""
    scene = world.scene
    if where in scene.place_at:
        return scene.place_at[where]
    return scene.sites[scene.site_at[where]].place if where in scene.site_at else -1


@quick
@dataclass(frozen=True, slots=True)
class Fresh:
    """Something that happened: its story and place, the counter that says so, when last, and
    the number of that event in the journal."""

    story: Story
    where: str
    key: str
    times: int
    last: int
    entry: int
    sites: int = 1
    """How many sites of its place it speaks of."""


def fresh(world: World, me: str) -> Iterator[tuple[Fresh | None, tuple[str, int]]]:
    """What happened since the desks last looked, with the counters that they have then seen.

    A story that was told of a place a short while ago is left for a later hour.
    """
    state, now, known = state_of(world, me), world.now, state_of(world, me).known
    usual, by = world.value(me, "again"), config_of(world, me).again_by
    gathers = config_of(world, me).gathers
    tallies = world.tallies
    for story, key, counters in _counters(world, me):
        tally = tallies.get(key)
        if tally is None or tally.times == known.get(key, 0):
            continue
        again = round((by[story.code].number if story.code in by else usual) * HOUR)
        told = _told_of_places(world, state, story) if story.code in gathers else {}
        left = False
        here_and_there: list[Fresh] = []
        for where, name in counters:
            here = tallies.get(name)
            if here is None or here.times == known.get(name, 0):
                continue
            if story.code in gathers:
                before = told.get(place_of(world, where))
            else:
                before = state.told_at.get(f"{story.code}@{where}")
            if before is not None and now - before < again:
                left = True
                continue
            found = Fresh(story, where, name, here.times, here.last, here.entry)
            here_and_there.append(found)
        if story.code in gathers:
            here_and_there = _gathered(world, here_and_there)
        for found in here_and_there:
            yield (found if found.sites else None), (found.key, found.times)
        if not left and story.scope != "all":
            yield None, (key, tally.times)


Counters = tuple[tuple[Story, str, tuple[tuple[str, str], ...]], ...]


def _counters(world: World, me: str) -> Counters:
    """By story and agent that can cause it: its counter, and that of each place and site.

    Nothing that happens changes these names, so they are put together once.
    """
    kept = world.cache.get((me, "//counters"))
    if kept is None:
        scene = world.scene
        wheres = (*scene.places, *(site.id for site in scene.sites))
        found = []
        for story in STORIES:
            kind, _, event = story.event.partition(".")
            for agent in (id for id, other in scene.agents.items() if other.name == kind):
                key = f"{agent}.{event}"
                everywhere = tuple((where, f"{key}@{where}") for where in wheres)
                found.append((story, key, (("", key),) if story.scope == "all" else everywhere))
        kept = world.cache[me, "//counters"] = (0, FOREVER, tuple(found))
    counters: Counters = kept[2]
    return counters


def _told_of_places(world: World, state: MediaState, story: Story) -> dict[int, int]:
    """When a gathered story was last told of any site of a place, by place."""
    found: dict[int, int] = {}
    prefix = f"{story.code}@"
    for key, at in state.told_at.items():
        if key.startswith(prefix):
            place = place_of(world, key[len(prefix) :])
            found[place] = max(at, found.get(place, at))
    return found


def _gathered(world: World, found: list[Fresh]) -> list[Fresh]:
    """The latest of each place speaks for all of its sites; the others speak of none."""
    latest: dict[int, Fresh] = {}
    count: dict[int, int] = {}
    for each in found:
        place = place_of(world, each.where)
        count[place] = count.get(place, 0) + 1
        if place not in latest or each.last > latest[place].last:
            latest[place] = each
    return [
        replace(each, sites=count[place] if latest[place] is each else 0)
        for each in found
        for place in (place_of(world, each.where),)
    ]


def size_of(world: World, story: Story, where: str) -> float:
    """The number that belongs to a story now; 0 where it has none."""
    if not story.number:
        return 0.0
    if story.scope == "all":
        return max(nine(world.number_of(story.number)), 0.0)
    place = place_of(world, where)
    return max(nine(float(world.field_of(story.number)[place])), 0.0) if place >= 0 else 0.0


def filing(world: World, me: str, what: Fresh, chance: Chance) -> Filed:
    """The story of something that happened, with its ways to desks."""
    code, where, at = what.story.code, what.where, what.last
    size = float(what.sites) if what.sites > 1 else size_of(world, what.story, where)
    return Filed(
        cause=f"event:{what.entry}",
        place=where,
        claim=len(state_of(world, me).claims) + 1,
        known_as=f"event:{world.number}",
        story=code,
        number=size,
        at=at,
        deliveries=_deliveries(world, me, code, where, size, at, what.times, chance),
    )


def falsehoods(world: World, me: str, chance: Chance) -> Iterator[Event]:
    """False stories of this hour, where something happens; faster where the network is cut."""
    scene, state, hour = world.scene, state_of(world, me), world.now // HOUR
    busy = world.field_of("crowd") >= world.value(me, "rumour_crowd")
    if state.cuts:
        busy |= np.array([bool(state.depth(place)) for place in scene.places])
    rate = np.minimum(world.value(me, "rumour") * network.slowness(world, me), 1.0) * busy
    rolls = chance.at(me, "rumour", ordinal=hour).random(len(scene.places))
    for place, told in zip(scene.places, (rolls < rate).tolist(), strict=True):
        if told:
            yield _false_story(world, me, place, chance)


def _false_story(world: World, me: str, place: str, chance: Chance) -> Falsified:
    hour = world.now // HOUR
    dice = chance.at(me, "rumour_story", ordinal=hour, entity=place)
    which, where_roll, age, noise = (float(x) for x in dice.random(4))
    sites = _unharmed(world, place)
    open_to = [
        each
        for each in STORIES
        if each.rumoured
        and (sites or each.code not in OF_SITES)
        and (not each.once or world.number_of(each.once))
    ]
    story = open_to[int(which * len(open_to))]
    where = sites[int(where_roll * len(sites))] if story.code in OF_SITES else place
    if story.scope == "all":
        where = ""
    at = world.now - round(age * 2 * HOUR)
    size = rules.about(story.typical * (0.5 + noise))
    return Falsified(
        place=where,
        claim=len(state_of(world, me).claims) + 1,
        known_as=f"event:{world.number}",
        story=story.code,
        number=size,
        at=max(at, 0),
        deliveries=_deliveries(world, me, story.code, where, size, at, hour, chance, true=False),
    )


OF_SITES = ("site_lost", "arms_taken", "post_left")


def _unharmed(world: World, place: str) -> list[str]:
    """Sites of a place that are neither lost nor left, so that to say so would be false."""
    gone = np.maximum(world.sites_of("lost"), world.sites_of("abandoned"))
    index = world.scene.place_at[place]
    return [
        site.id
        for site, lost in zip(world.scene.sites, gone.tolist(), strict=True)
        if site.place == index and lost < 0.5
    ]


def _deliveries(
    world: World, me: str, code: str, where: str, size: float, at: int, times: int,
    chance: Chance, true: bool = True,
) -> tuple[Delivery, ...]:  # fmt: skip
    state, desks = state_of(world, me), config_of(world, me).desks
    place = place_of(world, where)
    slow = float(network.slowness(world, me)[place]) if place >= 0 else 1.0
    found = []
    for seat in (seat for seat in world.scene.seats if seat in desks):
        desk = desks[seat]
        name = world.scene.places[place] if place >= 0 else ""
        slower = 1.0 if f"{seat}@{name}" in state.lines else slow
        ear = _ear(world, me, state, desk, seat, name, slower, true)
        purpose = "delivery" if true else "false_delivery"
        dice = chance.at(me, purpose, ordinal=times, entity=f"{code}:{where}:{seat}")
        told = rules.heard(dice, ear, size, true)
        if told.heard and (not desk.hears or code in desk.hears):
            source = desk.voice if told.first_voice else desk.second
            slant = state.slants.get(seat, {}).get(name, 1.0) if source in CHAIN else 1.0
            late = world.value(me, "upwards") if source in CHAIN else 1.0
            due = max(at + round(told.hours * late * HOUR), world.now)
            size_told = rules.about(told.size * slant)
            found.append((seat, due, size_told, told.reliability, source))
    return tuple(found)


CHAIN = ("duty_officer", "regional_head")
"""Voices that report upwards, and can be told what to say."""


def _ear(
    world: World, me: str, state: MediaState, desk: Desk, seat: str, place: str, slow: float,
    true: bool,
) -> rules.Ear:  # fmt: skip
    near = any(r.there and r.seat == seat and r.place == place for r in state.reporters.values())
    sees = max(desk.sees.number, world.value(me, "reporter_sees")) if near else desk.sees.number
    heard = sees if true else desk.rumours.number * (0.5 if near else 1.0)
    return rules.Ear(heard, sees, desk.error.number, desk.after.number * slow, desk.firsts.number)
