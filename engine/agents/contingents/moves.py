"""What columns do next: each function yields the events of one kind of change."""

from engine.agents.contingents import posts, rules
from engine.agents.contingents import state as st
from engine.agents.contingents.events import (
    Arrived,
    Assisted,
    ConvoyLeft,
    HandedBack,
    Left,
    ReadyHome,
    Recalled,
    SetOut,
    SiteWanted,
    TookOver,
    TurnedBack,
    Waits,
)
from engine.agents.contingents.state import Column
from engine.causes import behind, latest
from engine.chance import Chance
from engine.events import DRIFT
from engine.kinds import Happenings
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.scene import Force
from engine.world import World

BY_ROAD = "road"
_EXPOSED = {"guard_only": 0.0, "self_defence": 0.3, "assist": 1.0}


def landed(world: World, me: str) -> Happenings:
    """Men whom the airlift has set down since the last look."""
    men = posts.of_forces(world, "landed_men")
    vehicles = posts.of_forces(world, "landed_vehicles")
    where = posts.of_forces(world, "landed_at")
    if men is None or where is None:
        return
    state = posts.state_of(world, me)
    for index, force in enumerate(world.scene.forces):
        more = round(float(men[index])) - state.landed_men.get(force, 0)
        before = state.landed_vehicles.get(force, 0)
        cars = 0 if vehicles is None else round(float(vehicles[index])) - before
        if (more > 0 or cars > 0) and where[index] >= 0:
            place = world.scene.places[int(where[index])]
            cause = world.word_of("last_unloading") or DRIFT
            yield _arrival(world, me, state.made, force, max(more, 0), max(cars, 0), place, cause)


def _arrival(
    world: World, me: str, column: int, force: str, men: int, vehicles: int, place: str, cause: str
) -> Arrived:
    due = world.now + max(round(world.value(me, "forms_up") * HOUR), 1)
    return Arrived(force, column, men, vehicles, due, world.number, cause=cause, place=place)


def driven(world: World, me: str) -> Happenings:
    """Forces that come by road set out once the alliance lets them go."""
    state = posts.state_of(world, me)
    sent = posts.of_forces(world, "sent")
    agreed = world.number_of("agreed") > 0.5
    for index, (id, force) in enumerate(world.scene.forces.items()):
        may_go = agreed if sent is None else sent[index] > 0.5
        if force.by != BY_ROAD or not may_go or id in state.driven or id in state.recalled:
            continue
        place, hours = _road(world, me, force)
        due = world.now + max(round(hours * HOUR), 1)
        cause = world.word_of("decision") or DRIFT
        men, vehicles = round(force.men), round(force.vehicles)
        yield ConvoyLeft(id, men, vehicles, due, cause=cause, place=place)


def _road(world: World, me: str, force: Force) -> tuple[str, float]:
    """Where a force enters, the place of the first site that it guards, and after how long."""
    scene = world.scene
    at = int(scene.site_place[scene.site_at[force.guards[0]]]) if force.guards else 0
    hours = world.value(me, "road_musters")
    if force.origin in scene.place_at:
        km = posts.kilometres(world, scene.place_at[force.origin], at)
        return scene.places[at], hours + km / world.value(me, "convoy")
    return scene.places[at], hours + world.value(me, "road_takes")


def flown(world: World, me: str) -> Happenings:
    """Men who took off for home since the last look."""
    men = posts.of_forces(world, "left_men")
    vehicles = posts.of_forces(world, "left_vehicles")
    if men is None:
        return
    state = posts.state_of(world, me)
    for index, force in enumerate(world.scene.forces):
        if world.scene.forces[force].by == BY_ROAD:
            continue
        more = round(float(men[index])) - state.gone_men.get(force, 0)
        before = state.gone_vehicles.get(force, 0)
        cars = 0 if vehicles is None else round(float(vehicles[index])) - before
        if more > 0 or cars > 0:
            cause = behind(world, "left_men", "left", of="force")
            yield Left(force, max(more, 0), max(cars, 0), world.number, cause=cause)


def given_back(world: World, me: str) -> Happenings:
    """The withdrawal began, or it is a site's turn."""
    state = posts.state_of(world, me)
    if world.number_of("began") > 0.5 and not state.handing_over:
        yield Recalled("", cause=behind(world, "began", "began", of="self"))
    if posts.says(world, "going_back", "site"):
        asked = world.sites_of("going_back") > 0.5
    else:
        asked = posts.covered(world, me) > (-1.0 if state.handing_over else float("inf"))
    for index, site in enumerate(world.scene.sites):
        if asked[index] and site.id not in state.returned:
            turn = behind(world, "going_back", f"ordered_back@{site.id}", of="site")
            cause = latest(world, f"{me}.recalled") if turn == DRIFT else turn
            yield SiteWanted(cause=cause, place=site.id)
    for column in state.here():
        going = column.site in state.returned or column.force in state.recalled
        if column.phase == st.ON_POST and going:
            wanted = f"{me}.site_wanted@{column.site}"
            yield handed_back(world, me, column, latest(world, wanted, f"{me}.recalled"))


def handed_back(world: World, me: str, column: Column, cause: str) -> HandedBack:
    """A column leaves its site and marches to where it came in."""
    due = world.now + max(posts.march_seconds(world, me, column.at, column.base), 1)
    left = posts.held(world, me, column.site) - posts.posts_of(world, me, column.men)
    return HandedBack(
        column.force, column.number, column.men, nine(max(left, 0.0)), due, world.number,
        cause=cause, place=column.site,
    )  # fmt: skip


def assigned(world: World, me: str) -> Happenings:
    """Columns that stand by are sent to sites that want them, or home."""
    for column in posts.state_of(world, me).here():
        if column.phase == st.WAITING:
            yield from _assign(world, me, column)


def _assign(world: World, me: str, column: Column) -> Happenings:
    state = posts.state_of(world, me)
    if state.handing_over or column.force in state.recalled:
        due = world.now + max(posts.march_seconds(world, me, column.at, column.base), 1)
        place = world.scene.places[column.at]
        cause = latest(world, f"{me}.recalled")
        yield TurnedBack(column.force, column.number, due, cause=cause, place=place)
        return
    wanted = posts.wanted(world, me, column)
    tooth, relief = world.value(me, "tooth"), world.value(me, "relief")
    left, cars = column.men, column.vehicles
    for site, men in rules.shared_out(column.men, wanted, tooth, relief):
        with_them = rules.parted(cars, men, left)
        split = column.number if men == left else state.made
        there = state.site_place[site]
        due = world.now + max(posts.march_seconds(world, me, column.at, there), 1)
        yield SetOut(
            column.force, column.number, split, world.scene.places[column.at], men, with_them, due,
            cause=column.cause or DRIFT, place=site,
        )  # fmt: skip
        left, cars = left - men, cars - with_them


def due(world: World, me: str, column: Column) -> Happenings:
    """What a column whose time has come does."""
    scene = world.scene
    place = scene.places[column.at]
    match column.phase:
        case st.DRIVING:
            yield _arrival(world, me, column.number, column.force, column.men, column.vehicles,
                           place, column.cause or DRIFT)  # fmt: skip
        case st.FORMING:
            yield Waits(column.force, column.number, cause=column.cause or DRIFT, place=place)
        case st.MARCHING:
            yield _at_the_site(world, me, column)
        case st.RETURNING:
            yield _ready(world, me, column)
        case _:
            yield Left(column.force, column.men, column.vehicles, world.number,
                       cause=column.cause or DRIFT)  # fmt: skip


def _at_the_site(world: World, me: str, column: Column) -> TookOver | Waits:
    state, scene = posts.state_of(world, me), world.scene
    leaving = state.handing_over or column.force in state.recalled
    if leaving or not posts.open_to(world, me, column.site):
        place = scene.places[state.site_place[column.site]]
        return Waits(column.force, column.number, cause=column.cause or DRIFT, place=place)
    held = posts.held(world, me, column.site) + posts.posts_of(world, me, column.men)
    most = scene.sites[scene.site_at[column.site]].posts
    return TookOver(
        column.force, column.number, column.men, nine(min(held, most)), world.number,
        cause=column.cause or DRIFT, place=column.site,
    )  # fmt: skip


def _ready(world: World, me: str, column: Column) -> ReadyHome:
    flown_home = posts.of_forces(world, "left_men") is not None
    by_road = world.scene.forces[column.force].by == BY_ROAD
    wait = 1 if by_road else round(world.value(me, "leaves_after") * HOUR)
    due = 0 if flown_home and not by_road else world.now + wait
    place = world.scene.places[column.base]
    return ReadyHome(column.force, column.number, column.men, column.vehicles, due,
                     cause=column.cause or DRIFT, place=place)  # fmt: skip


def hour(world: World, me: str, chance: Chance) -> Assisted:
    """An hour of going beyond guarding: deaths by place's clash and armed people."""
    state, scene = posts.state_of(world, me), world.scene
    share = world.value(me, "assists") * _EXPOSED[state.rules]
    danger = world.field_of("clash") * world.field_of("armed_here")
    killed = []
    for column in state.here():
        if column.phase != st.ON_POST:
            continue
        place = int(scene.site_place[scene.site_at[column.site]])
        mean = column.men * share * world.value(me, "casualties") * float(danger[place])
        dice = chance.at(me, "killed", state.hours, column.id)
        dead = min(int(dice.poisson(nine(mean))), column.men)
        if dead:
            killed.append((column.number, dead))
    return Assisted(tuple(killed), world.now + HOUR, cause=latest(world, f"{me}.rules_set"))
