"""What a queue can be told to do."""

from engine.agents.queue.config import QueueConfig
from engine.agents.queue.events import Arrived, Diverted, PaceSet
from engine.agents.queue.state import WAITING, QueueState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.rules.rounding import nine
from engine.world import World


def state_of(world: World, me: str) -> QueueState:
    """The queue's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, QueueState)
    return found


def config_of(world: World, me: str) -> QueueConfig:
    """The queue as its author wrote it."""
    found = world.config(me)
    assert isinstance(found, QueueConfig)
    return found


def stands_of(world: World, me: str) -> dict[str, int]:
    """How many ships can unload at once, by place, in the order of the scenario."""
    return {place: round(value.number) for place, value in config_of(world, me).stands.items()}


def hurry(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Set the pace at the stands of an area; the latest word on a place holds."""
    hours, times = given["for"], given["times"]
    assert isinstance(hours, int | float)
    assert isinstance(times, int | float)
    until = world.now + round(hours * 3600)
    area = world.scene.area(given["at"])
    for place in (place for place in stands_of(world, me) if place in area):
        yield PaceSet(
            cause=cause, place=place, at=world.now, times=nine(max(float(times), 0.0)), until=until
        )


def divert(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Send waiting ships elsewhere, those that came first before others."""
    to, ships = str(given["to"]), given["ships"]
    assert isinstance(ships, int | float)
    if to not in stands_of(world, me):
        return
    others = [
        ship
        for ship in state_of(world, me).ships.values()
        if ship.phase == WAITING and ship.place != to
    ]
    for ship in others[: round(ships)]:
        yield Diverted(cause=cause, place=to, ship=ship.id, bound_before=ship.place)


def add(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Ships that somebody sent for arrive, beside those that come anyway."""
    at, ships = str(given["at"]), given["ships"]
    assert isinstance(ships, int | float)
    for _ in range(round(ships)):
        number = state_of(world, me).sent_for + 1
        yield Arrived(
            cause=cause, place=at, at=world.now, ship=f"{me}_extra_{number}",
            known_as=f"event:{world.number}",
        )  # fmt: skip


VERBS = {
    "hurry": Verb(
        "Work faster or slower at the stands of an area for a time; the latest word holds",
        hurry,
        {
            "at": Argument("area", "where", default="everywhere", required=False),
            "times": Argument("", "the pace as a multiple of the usual"),
            "for": Argument("h", "how long"),
        },
    ),
    "divert": Verb(
        "Send ships that wait to another place, the first come first",
        divert,
        {
            "to": Argument("place", "a place with stands"),
            "ships": Argument("ships", "how many at most"),
        },
    ),
    "add": Verb(
        "Ships arrive that would not have come by themselves",
        add,
        {
            "ships": Argument("ships", "how many"),
            "at": Argument("place", "the place that they are bound for"),
        },
    ),
}
