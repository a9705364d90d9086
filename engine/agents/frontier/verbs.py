"""What orders and injects may tell a frontier: stand otherwise, agree a truce, give it up."""

from engine.agents.frontier.config import STANCES, FrontierConfig
from engine.agents.frontier.events import StanceTaken, TruceBegan, TruceOver
from engine.agents.frontier.state import FrontierState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb, area_in, number_in
from engine.moments import HOUR
from engine.world import World


def state_of(world: World, me: str) -> FrontierState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, FrontierState)
    return found


def across(world: World, me: str, place: str) -> tuple[str, ...]:
    """The places that face a place, in the order of places; none away from the line."""
    config = world.config(me)
    assert isinstance(config, FrontierConfig)
    faces = config.faces
    return tuple(
        other
        for other in world.scene.places
        if other in faces.get(place, ()) or place in faces.get(other, ())
    )


def stand(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """The armed men of an area stand otherwise from now on."""
    state = state_of(world, me)
    for place in area_in(given):
        if state.stance[world.scene.place_at[place]] != given["stance"]:
            yield StanceTaken(cause=cause, place=place, stance=str(given["stance"]))


def agree(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A truce begins along the line at an area, on both sides of it."""
    until = world.now + round(max(number_in(given, "for"), 0.0) * HOUR)
    asked = area_in(given)
    facing = {other for place in asked for other in across(world, me, place)}
    for place in world.scene.places:
        on_the_line = bool(across(world, me, place))
        if on_the_line and (place in asked or place in facing):
            yield TruceBegan(cause=cause, place=place, until=until)


def renounce(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A truce is given up in an area."""
    truces = state_of(world, me).truces
    for place in area_in(given):
        if place in truces:
            yield TruceOver(cause=cause, place=place)


VERBS: dict[str, Verb] = {
    "stand": Verb(
        "Let armed men stand otherwise",
        stand,
        {
            "at": Argument("area", "where"),
            "stance": Argument("words", "how they stand", words=STANCES),
        },
    ),
    "agree": Verb(
        "Begin a truce along the line, on both sides of it",
        agree,
        {"at": Argument("area", "where"), "for": Argument("h", "how long")},
    ),
    "renounce": Verb("Give a truce up", renounce, {"at": Argument("area", "where")}),
}
