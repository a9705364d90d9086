"""What each party minds now, and what it does when it takes something in."""

from engine.agents.abroad import rules
from engine.agents.abroad.config import AbroadConfig
from engine.agents.abroad.events import Minded, Spoke
from engine.agents.abroad.state import AXES, AbroadState, Stir
from engine.events import Term
from engine.kinds import Happenings
from engine.meters import moved
from engine.moments import HOUR
from engine.rules.exact import exp
from engine.rules.rounding import nine
from engine.world import World

LN2 = 0.6931471805599453


def state_of(world: World, me: str) -> AbroadState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, AbroadState)
    return found


def config_of(world: World, me: str) -> AbroadConfig:
    """The world outside as its author wrote it."""
    found = world.config(me)
    assert isinstance(found, AbroadConfig)
    return found


def level(world: World, me: str, party: str, on: str) -> float:
    """How much a party has something before its eyes now, 0 to 1, whatever it thinks of it."""
    stored, since = state_of(world, me).minded.get((party, on), (0.0, 0))
    hours = (world.now - since) / HOUR
    return stored * float(exp(-LN2 * hours / world.value(me, "fades")))


def levels(world: World, me: str, party: str) -> dict[str, float]:
    """How much a party minds each thing now."""
    member = config_of(world, me).members[party]
    return {on: level(world, me, party, on) * getattr(member, on).number for on in AXES}


def concern(world: World, me: str, party: str) -> float:
    """The most that a party minds, order apart."""
    return max(value for on, value in levels(world, me, party).items() if on != "order")


def takes_in(world: World, me: str, stir: Stir) -> Happenings:
    """A party minds something more, and speaks where that carries it over a step."""
    after = nine(rules.raised(level(world, me, stir.party, stir.on), stir.size))
    number = yield Minded(
        cause=stir.cause, stir=stir.stir, party=stir.party, on=stir.on, level=after, at=world.now
    )
    state = state_of(world, me)
    line, strength, on = rules.line_for(levels(world, me, stir.party))
    hard = rules.HARDNESS.get(line, 0)
    harder = hard > state.said.get(stir.party, 0)
    backs = line == "back" and state.lines.get(stir.party, "silence") == "silence"
    if harder or backs:
        yield from speaks(world, me, stir.party, line, strength, on, f"event:{number}")


def speaks(
    world: World, me: str, party: str, line: str, strength: float, on: str, cause: str
) -> Happenings:
    """A party's public word, and what it does to standing at home and to sovereignty."""
    config = config_of(world, me)
    number = yield Spoke(cause=cause, party=party, line=line, strength=nine(strength), on=on)
    so, voice = f"event:{number}", config.members[party].voice.number
    size = rules.HARDNESS.get(line, 0) / 3.0 * voice
    legitimacy = -world.value(me, "word_cost") * size
    if line in ("back", "welcome"):
        legitimacy = world.value(me, "word_gain") * voice * (1.0 if line == "back" else 0.5)
    change = moved(world, config.legitimacy, [Term(so, nine(legitimacy))]) if legitimacy else None
    if change is not None:
        yield change
    if on == "presence" and size > 0:
        cost = nine(world.value(me, "presence_cost") * size)
        more = moved(world, config.sovereignty, [Term(so, cost)])
        if more is not None:
            yield more
