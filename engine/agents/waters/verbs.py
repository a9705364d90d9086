"""What orders and injects may tell waters: lay sandbags, cut a dike, close a gap, set up pumps."""

from engine.agents.waters.events import Broke, Closed, PumpsSet, WorkBegan
from engine.agents.waters.state import WatersState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb, area_in, number_in
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World


def state_of(world: World, me: str) -> WatersState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, WatersState)
    return found


def lay(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Sandbags raise the dikes of an area once the work is done."""
    state = state_of(world, me)
    for place in area_in(given):
        yield WorkBegan(
            cause=cause,
            place=place,
            work=f"{me}_work_{state.begun + 1}",
            by=nine(max(number_in(given, "by"), 0.0)),
            due=world.now + round(max(number_in(given, "for"), 0.0) * HOUR),
        )


def cut(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A dike is opened on purpose, so that places further down are spared."""
    state = state_of(world, me)
    for place in area_in(given):
        if place not in state.broken:
            yield Broke(cause=cause, place=place, over=False)


def close(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A gap is closed where the water has fallen below what is left of the dike."""
    state = state_of(world, me)
    tops = world.values(me, "dikes")
    for place in area_in(given):
        at = world.scene.place_at[place]
        if place in state.broken and state.level[at] < tops[at] / 2:
            yield Closed(cause=cause, place=place)


def pump(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """So many more pumps stand in each place of an area; fewer with a number below nothing."""
    state = state_of(world, me)
    for place in area_in(given):
        have = state.pumps[world.scene.place_at[place]]
        more = number_in(given, "by")
        yield PumpsSet(cause=cause, place=place, pumps=nine(max(have + more, 0.0)))


VERBS: dict[str, Verb] = {
    "lay": Verb(
        "Lay sandbags on the dikes of an area",
        lay,
        {
            "at": Argument("area", "where"),
            "by": Argument("km", "by how much the dike is raised"),
            "for": Argument("h", "how long the work takes"),
        },
    ),
    "cut": Verb("Open a dike on purpose", cut, {"at": Argument("area", "where")}),
    "close": Verb(
        "Close a gap, where the water stands below half the height of the dike",
        close,
        {"at": Argument("area", "where")},
    ),
    "pump": Verb(
        "Set up pumps in each place of an area, or take some away",
        pump,
        {"at": Argument("area", "where"), "by": Argument("", "how many more")},
    ),
}
