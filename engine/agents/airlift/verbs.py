"""What an order may tell those who run the airlift."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.agents.airlift.config import ORDERS
from engine.agents.airlift.events import NoticeSet, OrderSet, SizeSet, StandsSet, Tasked
from engine.agents.airlift.fields import built, config_of, state_of
from engine.agents.airlift.state import OUT
from engine.agents.airlift.tasks import numbered
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.rules.rounding import nine
from engine.scene import number
from engine.world import World


def amount(given: Arguments, name: str) -> float:
    """A number among the arguments."""
    value = given[name]
    assert isinstance(value, int | float)
    return float(value)


def task(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Set how many go; flights follow as soon as members have let their men go."""
    yield SizeSet(
        cause=cause,
        men=round(amount(given, "men")),
        vehicles=round(amount(given, "vehicles")),
        partners=nine(amount(given, "partners")),
    )


def first(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Set who loads first, and the airfield that is preferred."""
    field = str(given["field"])
    known = field if field in config_of(world, me).stands else ""
    yield OrderSet(cause=cause, first=str(given["what"]), airfield=known)


def shut(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Close stands of an airfield to the airlift; aircraft on them finish."""
    field, count = str(given["at"]), round(amount(given, "stands"))
    if field in config_of(world, me).stands:
        left = max(0, built(world, me, field) - count) if count else 0
        yield StandsSet(cause=cause, place=field, airfield=field, number=left)


def reopen(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Open stands again, at most as many as there are."""
    field, count = str(given["at"]), round(amount(given, "stands"))
    stands = config_of(world, me).stands
    if field in stands:
        all_of_them = round(number(stands[field]))
        now = min(all_of_them, built(world, me, field) + count) if count else all_of_them
        yield StandsSet(cause=cause, place=field, airfield=field, number=now)


def evacuate(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Send empty aircraft that bring people out; they need stands like all others."""
    config, state = config_of(world, me), state_of(world, me)
    flights, aboard = round(amount(given, "flights")), round(world.value(me, "passengers"))
    named = str(given["from"])
    field = named if named in config.stands else next(iter(config.stands), "")
    origin = next(iter(config.origins), field)
    if flights < 1 or not field:
        return
    yield Tasked(
        cause=cause,
        force="",
        aircraft=next(iter(config.aircraft)),
        origin=origin,
        airfield=field,
        way=OUT,
        sorties=numbered(state, "out", [(aboard, 0)] * flights),
        loads_from=world.now,
        wanted=(0, 0),
        entry=world.number,
    )


def notice(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Put crews and men on notice, or let them stand down."""
    yield NoticeSet(cause=cause, level=min(max(round(amount(given, "level")), 0), 3))


FIELD = Argument("site", "which airfield")
STANDS = Argument("aircraft", "how many stands; 0 is all", default=0.0, required=False)

VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "task": Verb(
            "set the size of what is sent",
            task,
            {
                "men": Argument(
                    "people", "men; 0 is as the forces are written", default=0.0, required=False
                ),
                "vehicles": Argument(
                    "vehicles", "vehicles; 0 is in proportion", default=0.0, required=False
                ),
                "partners": Argument(
                    "%", "partners' share; below 0 it is as written", default=-1.0, required=False
                ),
            },
        ),
        "first": Verb(
            "set who loads first",
            first,
            {
                "what": Argument("words", "who comes before the others", words=ORDERS),
                "field": Argument("site", "airfield preferred", default="", required=False),
            },
        ),
        "close": Verb("close stands", shut, {"at": FIELD, "stands": STANDS}),
        "open": Verb("open stands again", reopen, {"at": FIELD, "stands": STANDS}),
        "evacuate": Verb(
            "fly people out",
            evacuate,
            {
                "flights": Argument("flights", "how many flights"),
                "from": Argument(
                    "site", "from which airfield; none is the first", default="", required=False
                ),
            },
        ),
        "notice": Verb("put forces on notice", notice, {"level": Argument("", "from 0 to 3")}),
    }
)
