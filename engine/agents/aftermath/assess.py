"""The daily reckoning: what filled each stock, and what is left of the wait for new unrest."""

from collections.abc import Mapping

from engine.agents.aftermath import rules
from engine.agents.aftermath.config import AftermathConfig
from engine.agents.aftermath.events import Assessed, Weighed
from engine.agents.aftermath.state import STOCKS, AftermathState
from engine.causes import behind
from engine.events import DRIFT, Term
from engine.kinds import Happenings
from engine.meters import moved
from engine.rules.rounding import nine
from engine.world import World

HOUR, DAY = 3600, 86400


def state_of(world: World, me: str) -> AftermathState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, AftermathState)
    return found


def config_of(world: World, me: str) -> AftermathConfig:
    """The aftermath as its author wrote it."""
    found = world.config(me)
    assert isinstance(found, AftermathConfig)
    return found


def meter_of(world: World, me: str, stock: str) -> str:
    """The meter that shows a stock."""
    return str(getattr(config_of(world, me), stock))


def stock_of(world: World, me: str, stock: str) -> float:
    """A stock now: its meter where the scenario declares one, else the agent's own figure."""
    return world.meter(meter_of(world, me, stock), state_of(world, me).stocks[stock])


def rest_of(world: World, me: str, stock: str) -> float:
    """What a stock returns to: nothing, but for standing, which returns to its start."""
    if stock != "standing":
        return 0.0
    meter = world.scene.meters.get(meter_of(world, me, stock))
    return 0.5 if meter is None else meter.start


def fade_days(world: World, me: str, stock: str) -> float:
    """The time constant of a stock."""
    return world.value(me, f"{stock}_fades") / 24.0


def growth(world: World, me: str, men: float, overdue: bool) -> dict[str, dict[str, float]]:
    """What fills the stocks in a day, by stock and reason, with so many men there."""
    value = {
        name: world.value(me, name) * 24.0 for name in ("presence", "overstay", "depends", "stayed")
    }
    late = 1.0 if overdue and men > 0 else 0.0
    return {
        "sovereignty": {
            "presence": value["presence"] * men / 1000.0, "overstay": value["overstay"] * late
        },
        "dependency": {"presence": value["depends"] * men / 1000.0},
        "standing": {"overstay": -value["stayed"] * late},
        "precedent": {},
        "repression": {},
    }  # fmt: skip


def sudden(world: World, me: str) -> dict[str, dict[str, float]]:
    """What came at once since the last reckoning, by stock and reason."""
    state = state_of(world, me)
    found: dict[str, dict[str, float]] = {stock: {} for stock in STOCKS}

    def once(stock: str, what: str, amount: float, true: float) -> None:
        if true and what not in state.once:
            found[stock][what] = amount

    agreed, declined = world.number_of("agreed"), world.number_of("declined")
    once("dependency", "invited", world.value(me, "invitation"), agreed)
    once("standing", "came", world.value(me, "came"), agreed)
    once("standing", "refused", -world.value(me, "refused"), declined)
    once("precedent", "set", world.value(me, "sets_precedent"), agreed)
    in_time = float(world.number_of("over") > 0 and "overstay" not in state.once)
    once("standing", "kept_date", world.value(me, "kept_date"), in_time)
    killed, detained = filled_by(world)
    harsh = 1.0 if world.number_of("humane", 1.0) else world.value(me, "ill_treated")
    found["repression"] = {
        "deaths": world.value(me, "a_death") * max(killed - state.killed, 0.0),
        "detained": world.value(me, "detained") * harsh
        * max(detained - state.detained, 0.0) / 1000.0,
    }  # fmt: skip
    return found


def filled_by(world: World) -> tuple[float, float]:
    """People killed and detained so far, everywhere."""
    return (
        nine(float(world.field_of("killed").sum())),
        nine(float(world.field_of("detained").sum())),
    )


def rate_now(world: World, me: str, troops: bool) -> float:
    """The rate at which unrest would come back just after order, per hour: lower with legitimacy,
    and while foreign troops are there."""
    deterred = 1.0 - world.value(me, "deters") if troops else 1.0
    unwilling = world.meter(meter_of(world, me, "legitimacy"), 0.5)
    return nine(world.value(me, "resurgence") * (1.0 - unwilling) * deterred)


def troops_here(world: World) -> bool:
    """True while foreign troops are in the country."""
    return world.number_of("in_country") > 0


def calms_in(world: World, me: str) -> float:
    """The time constant with which that rate falls, hours; as written, for all of a game."""
    return config_of(world, me).calms_in.number


def hazard_left(world: World, me: str) -> float | None:
    """What is left of the wait for new unrest, None while order is not restored."""
    state = state_of(world, me)
    if state.hazard is None or state.restored_at is None:
        return None
    since, until = ((x - state.restored_at) / HOUR for x in (state.hazard_at, world.now))
    gone = rules.used(state.rate, calms_in(world, me), since, until)
    return nine(max(state.hazard - gone, 0.0))


def _why(world: World, what: str) -> str:
    """The event behind a reason; fading has none."""
    match what:
        case "presence":
            return behind(world, "in_country", "arrived", of="self")
        case "overstay":
            return behind(world, "overdue", "overstayed", of="self")
        case "kept_date":
            return behind(world, "over", "completed", of="self")
        case "invited" | "came" | "refused" | "set":
            return world.word_of("decision") or DRIFT
        case "deaths":
            return behind(world, "killed", "killed")
        case "detained":
            return behind(world, "detained", "stepped")
        case _:
            return DRIFT


def weigh(
    world: World, me: str, stock: str, parts: Mapping[str, float], cause: str = ""
) -> Happenings:
    """Write down each reason for a stock's move, and move its meter by their sum."""
    terms = []
    for what, amount in parts.items():
        if nine(amount):
            number = yield Weighed(
                cause=cause or _why(world, what), stock=stock, what=what, amount=nine(amount)
            )
            terms.append(Term(f"event:{number}", nine(amount)))
    change = moved(world, meter_of(world, me, stock), terms) if terms else None
    if change is not None:
        yield change


def assess(world: World, me: str) -> Happenings:
    """One day's reckoning."""
    state = state_of(world, me)
    days = (world.now - state.at) / DAY
    men = nine(world.number_of("in_country"))
    rates = growth(world, me, (men + state.men) / 2.0, world.number_of("overdue") > 0)
    jumps = sudden(world, me)
    killed, detained = filled_by(world)
    hazard, rate = hazard_left(world, me), rate_now(world, me, troops_here(world))
    reckoned = {
        stock: jumps[stock]
        | rules.parted(
            stock_of(world, me, stock), rates[stock], days, fade_days(world, me, stock),
            rest_of(world, me, stock),
        )
        for stock in STOCKS
    }  # fmt: skip
    for stock, parts in reckoned.items():
        yield from weigh(world, me, stock, parts)
    yield Assessed(
        at=world.now, men=men, killed=killed, detained=detained, rate=rate, hazard=hazard,
        best_stay=nine(min(max(world.number_of("best_stay"), 0.0), 87600.0)),
    )  # fmt: skip
