"""What the stocks will be on a later day, from how things stand now."""

from engine.agents.aftermath import rules
from engine.agents.aftermath.assess import (
    DAY,
    HOUR,
    calms_in,
    fade_days,
    growth,
    rate_now,
    rest_of,
    state_of,
    stock_of,
    troops_here,
)
from engine.agents.aftermath.state import STOCKS
from engine.kinds import Reading
from engine.world import World

DAYS = (30, 180)


def midnight(world: World, day: int) -> int:
    """24:00 of a day of the game, in seconds; day 1 is the day on which it starts."""
    start = world.scene.start
    passed = start.hour * HOUR + start.minute * 60 + start.second
    return day * DAY - passed


def stay_days(world: World) -> float:
    """How long foreign troops are expected to stay from now: none, to their date, or on and on."""
    if world.number_of("in_country") <= 0:
        return 0.0
    if world.number_of("announced"):
        return world.number_of("begins_in") / 24.0
    mandate = world.number_of("mandate_ends", -1.0)
    if mandate >= 0:
        return max(mandate - world.now / HOUR, 0.0) / 24.0
    return rules.NEVER


def on_day(world: World, me: str, stock: str, day: int) -> float:
    """A stock at 24:00 of a day: as it is now, if that day is past."""
    ahead = max(midnight(world, day) - world.now, 0) / DAY
    now = stock_of(world, me, stock)
    if ahead == 0:
        return now
    men = world.number_of("in_country")
    rate = sum(growth(world, me, men, world.number_of("overdue") > 0)[stock].values())
    stay = stay_days(world)
    if men > 0:
        # They go little by little, so that half of the way counts.
        stay += world.value(me, "leaving_takes") / 48.0
    found = rules.projected(
        now, rate, stay, ahead, fade_days(world, me, stock), rest_of(world, me, stock)
    )
    return min(max(found, 0.0), 1.0)


def new_unrest_by(world: World, me: str, day: int) -> float:
    """The chance that unrest comes back by 24:00 of a day, once order is restored."""
    state = state_of(world, me)
    if state.restored_at is None:
        return 0.0
    since = (world.now - state.restored_at) / HOUR
    until = since + max(midnight(world, day) - world.now, 0) / HOUR
    rate = rate_now(world, me, troops_here(world))
    return rules.chance_of_new_unrest(rate, calms_in(world, me), since, until)


def leaving_adds(world: World, me: str) -> float:
    """What foreign troops who leave now add to the chance that unrest comes back."""
    state = state_of(world, me)
    if state.restored_at is None:
        return 0.0
    since, fade = (world.now - state.restored_at) / HOUR, calms_in(world, me)
    bare, kept = (
        rules.chance_of_new_unrest(rate_now(world, me, troops), fade, since)
        for troops in (False, True)
    )
    return max(bare - kept, 0.0)


READINGS = {
    f"{stock}_{day}": Reading("%", "self", f"{stock} on day {day}, if things go on as they stand")
    for stock in STOCKS
    for day in DAYS
}
