"""What orders and injects may tell an evacuation: call people out, make beds, send boats."""

from engine.agents.evacuation.events import BedsReady, Called, CallEnded, RescueSent
from engine.agents.evacuation.state import EvacuationState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb, area_in, number_in
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World


def state_of(world: World, me: str) -> EvacuationState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, EvacuationState)
    return found


def call(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """The people of an area are called to leave for a place that takes them in."""
    until = world.now + round(max(number_in(given, "for"), 0.0) * HOUR)
    for place in area_in(given):
        if place != given["to"]:
            yield Called(cause=cause, place=place, goal=str(given["to"]), until=until)


def lift(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """The people of an area are no longer called to leave."""
    calls = state_of(world, me).calls
    for place in area_in(given):
        if place in calls:
            yield CallEnded(cause=cause, place=place)


def open_beds(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Beds are made ready in each place of an area."""
    state = state_of(world, me)
    for place in area_in(given):
        have = state.beds[world.scene.place_at[place]]
        yield BedsReady(cause=cause, place=place, beds=nine(max(number_in(given, "beds"), -have)))


def rescue(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Boats or teams bring people out of each place of an area for a time."""
    until = world.now + round(max(number_in(given, "for"), 0.0) * HOUR)
    for place in area_in(given):
        boats = nine(max(number_in(given, "boats"), 0.0))
        yield RescueSent(cause=cause, place=place, boats=boats, until=until)


VERBS: dict[str, Verb] = {
    "call": Verb(
        "Call the people of an area to leave for a place with beds",
        call,
        {
            "at": Argument("area", "who is called"),
            "to": Argument("place", "where they are taken in"),
            "for": Argument("h", "how long the call stands"),
        },
    ),
    "lift": Verb("End the call in an area", lift, {"at": Argument("area", "where")}),
    "open": Verb(
        "Make beds ready in each place of an area",
        open_beds,
        {"at": Argument("area", "where"), "beds": Argument("people", "for how many")},
    ),
    "rescue": Verb(
        "Bring people out of each place of an area by boats or teams",
        rescue,
        {
            "at": Argument("area", "where"),
            "boats": Argument("", "how many boats or teams in each place"),
            "for": Argument("h", "how long"),
        },
    ),
}
