"""What orders and injects may tell a field: push a level, or hold a flow back."""

from collections.abc import Mapping

from engine.agents.field.config import FieldConfig
from engine.agents.field.events import Held, PushBegan, Pushed
from engine.agents.field.limits import bounds
from engine.agents.field.outline import Outline
from engine.agents.field.state import FieldState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb, area_in, number_in
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World


def state_of(world: World, me: str) -> FieldState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, FieldState)
    return found


def config_of(world: World, me: str) -> FieldConfig:
    """The field as its author wrote it."""
    found = world.config(me)
    assert isinstance(found, FieldConfig)
    return found


def push(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A level changes in every place of an area, at once or at a steady pace."""
    state = state_of(world, me)
    level, into = str(given["level"]), str(given["into"] or "")
    amount, hours = number_in(given, "by"), number_in(given, "over")
    if into:
        amount = max(amount, 0.0)
    for place in area_in(given):
        if hours > 0:
            yield PushBegan(
                cause=cause, place=place, push=f"{me}_push_{state.begun + 1}", level=level,
                into=into, pace=nine(amount / hours), since=world.now,
                until=world.now + round(hours * HOUR),
            )  # fmt: skip
        else:
            possible = _possible(world, me, place, level, into, amount)
            yield Pushed(cause=cause, place=place, level=level, into=into, amount=nine(possible))


def _possible(world: World, me: str, place: str, level: str, into: str, amount: float) -> float:
    """As much of a change as the limits of the levels let be."""
    state, levels = state_of(world, me), config_of(world, me).levels
    at = world.scene.place_at[place]

    def left(id: str) -> tuple[float, float]:
        least, most = bounds(levels[id])
        here = state.levels[state.names.index(id)][at]
        return here - least, most - here

    below, above = left(level)
    if into:
        return max(min(amount, below, left(into)[1]), 0.0)
    return min(max(amount, -below), above)


def hold(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A flow is slowed in every place of an area for some hours."""
    state = state_of(world, me)
    until = world.now + round(max(number_in(given, "for"), 0.0) * HOUR)
    share = min(max(number_in(given, "by"), 0.0), 1.0)
    for place in area_in(given):
        yield Held(
            cause=cause, place=place, hold=f"{me}_hold_{state.begun + 1}", flow=str(given["flow"]),
            share=nine(share), since=world.now, until=until,
        )  # fmt: skip


def verbs(names: Outline) -> dict[str, Verb]:
    """The verbs of a field with these levels and flows."""
    levels: Mapping[str, str] = names.levels
    return {
        "push": Verb(
            "Raise a level in each place of an area, lower it, or turn some of it into another",
            push,
            {
                "level": Argument("words", "which level", words=tuple(levels)),
                "at": Argument("area", "where"),
                "by": Argument(
                    "", "by how much at each place, in the unit of the level", unit_of="level",
                    units=levels,
                ),
                "over": Argument("h", "over how long; without it at once", default=0.0),
                "into": Argument(
                    "words", "what it turns into; without it, it comes from nowhere",
                    words=tuple(levels), required=False, unit_of="level", units=levels,
                ),
            },
        ),
        "hold": Verb(
            "Slow a flow in an area for some time",
            hold,
            {
                "flow": Argument("words", "which flow", words=tuple(names.flows)),
                "at": Argument("area", "where; what moves is held where it leaves"),
                "by": Argument("%", "what share of it is held back"),
                "for": Argument("h", "how long"),
            },
        ),
    }  # fmt: skip
