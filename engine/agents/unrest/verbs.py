"""What orders and injects may do to the streets: concede, provoke, call, send home, let go."""

from collections.abc import Mapping

import numpy as np

from engine.agents.unrest import events
from engine.agents.unrest.circumstances import credit_now
from engine.agents.unrest.config import UnrestConfig
from engine.agents.unrest.consequences import rungs
from engine.agents.unrest.state import DEMANDS, HELD, PEACEFUL, RESTING, state_of
from engine.chance import Chance
from engine.events import Term
from engine.kinds import Argument, Arguments, Happenings, Numbers, Verb
from engine.meters import moved
from engine.rules import concession
from engine.rules.rounding import nine, nines
from engine.world import World


def concede(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Credit by how well the offer fits each place's demands and how many hear of it."""
    state, offered = state_of(world, me), str(given["rung"])
    number = rungs(world, me).index(offered) + 1
    where = world.scene.mask(given["at"])
    asked = state.felt[DEMANDS].copy()
    fit = concession.fit(float(number), asked, world.value(me, "unasked"))
    reach = world.field_of("reach", 1.0)
    further = number > state.conceded
    new = np.where(further, 1.0, world.value(me, "said_again"))
    lent = np.where(where, concession.lent(_number(given["credit"]), fit, reach, new), 0.0)
    # An offer that meets demands and goes further than before starts the wait for an answer anew.
    met = where & further & (fit >= 1.0)
    calm = state.violent_share
    yield events.Conceded(
        cause=cause,
        at=world.now,
        rung=offered,
        number=number,
        places=world.scene.area(given["at"]),
        fit=nines(fit[where]),
        reach=nines(reach[where]),
        credit=nines(credit_now(world, me, state) + lent),
        demands=nines(np.where(met, np.floor(asked), asked)),
    )
    people = world.scene.people
    mean = float((concession.credit(lent, calm) * people).sum() / max(float(people.sum()), 1.0))
    yield from _legitimacy(world, me, mean * world.value(me, "thanks"), cause)


def _legitimacy(world: World, me: str, amount: float, cause: str) -> Happenings:
    config = world.config(me)
    assert isinstance(config, UnrestConfig)
    change = moved(world, config.legitimacy, [Term(cause, amount)])
    if change is not None:
        yield change


def ask(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """The movement sets its demand, up or down."""
    rung = str(given["rung"])
    number = float(rungs(world, me).index(rung) + 1)
    where = world.scene.mask(given["at"])
    asked = np.where(where, number, state_of(world, me).felt[DEMANDS])
    area = world.scene.area(given["at"])
    yield events.Asked(cause=cause, rung=rung, places=area, demands=nines(asked))


def provoke(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Demands rise after a broken pledge, and backlash grows where the breach hurt."""
    by, anger = _number(given["rungs"]), _number(given["anger"])
    asked = state_of(world, me).felt[DEMANDS].copy()
    where = world.scene.mask(given["at"])
    highest = float(len(rungs(world, me)))
    risen = np.where(where, np.minimum(asked + by, highest), asked)
    number = yield events.Provoked(
        cause=cause,
        places=world.scene.area(given["at"]),
        rungs=nine(by),
        anger=nine(anger),
        demands=nines(risen),
    )
    for place in np.flatnonzero(np.floor(risen) > np.floor(asked)).tolist():
        rung = int(risen[place])
        yield events.Demanded(
            cause=f"event:{number}",
            place=world.scene.places[place],
            rung=rungs(world, me)[rung - 1],
            number=rung,
        )


def call(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A rally: people come out unasked, at a rate, for a time."""
    until = world.now + round(_number(given["for"]) * 3600)
    yield events.Called(
        cause=cause,
        at=world.now,
        size=nine(_number(given["size"])),
        places=world.scene.area(given["at"]),
        until=until,
    )


def send_home(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A share of the peaceful leave at once; each decides alone."""
    state = state_of(world, me)
    share = min(max(_number(given["share"]), 0.0), 1.0)
    leaving = chance.at(me, "send_home", state.acts).binomial(state.people[PEACEFUL], share)
    where = world.scene.mask(given["at"])
    area = world.scene.area(given["at"])
    yield events.SentHome(cause=cause, places=area, people=tuple(leaving[where].tolist()))


def release(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """So many of those held are let go, from each place in proportion."""
    area, people = _taken(world, me, given, HELD)
    yield events.Released(cause=cause, places=area, people=people)


def seize(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Named people who took part are taken at home, from each place in proportion."""
    area, people = _taken(world, me, given, RESTING)
    anger = nine(_number(given["anger"]))
    yield events.Seized(cause=cause, places=area, people=people, anger=anger)


def _taken(
    world: World, me: str, given: Arguments, row: int
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """So many people of a row, split over the area by how many there are, largest parts first."""
    where = world.scene.mask(given["at"])
    there: Numbers = state_of(world, me).people[row][where]
    total = int(there.sum())
    wanted = min(max(round(_number(given["people"])), 0), total)
    parts = [wanted * int(count) // max(total, 1) for count in there]
    rests = [wanted * int(count) % max(total, 1) for count in there]
    missing = wanted - sum(parts)
    for place in sorted(range(len(parts)), key=lambda i: (-rests[i], i))[:missing]:
        parts[place] += 1
    return world.scene.area(given["at"]), tuple(parts)


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return float(value)


_WHERE = Argument("area", "where", default="everywhere", required=False)
_AT = Argument("area", "where")

VERBS: Mapping[str, Verb] = {
    "concede": Verb(
        "grant what a rung of demands asks",
        concede,
        {
            "rung": Argument("rungs", "the rung that is granted"),
            "credit": Argument("%", "legitimacy it lends where it fits and everybody hears"),
            "at": _WHERE,
        },
    ),
    "ask": Verb(
        "say what the street wants",
        ask,
        {"rung": Argument("rungs", "the rung that is asked"), "at": _WHERE},
    ),
    "provoke": Verb(
        "raise demands by a broken pledge, or a late or empty answer",
        provoke,
        {
            "at": _WHERE,
            "rungs": Argument("", "rungs by which demands rise", default=1.0, required=False),
            "anger": Argument("", "backlash that it adds", default=0.0, required=False),
        },
    ),
    "call": Verb(
        "call people out",
        call,
        {
            "at": _AT,
            "size": Argument("", "size, 1 is a usual rally", default=1.0, required=False),
            "for": Argument("h", "how long people keep coming", default=3.0, required=False),
        },
    ),
    "send_home": Verb(
        "call the peaceful home",
        send_home,
        {"share": Argument("%", "share of them who follow"), "at": _WHERE},
    ),
    "release": Verb(
        "let detained people go",
        release,
        {"people": Argument("people", "how many"), "at": _WHERE},
    ),
    "seize": Verb(
        "take named people at home",
        seize,
        {
            "people": Argument("people", "how many"),
            "at": _AT,
            "anger": Argument("", "backlash that it adds", default=0.0, required=False),
        },
    ),
}
