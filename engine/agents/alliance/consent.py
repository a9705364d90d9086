"""How likely a member is to say yes, given the request, the past, and what has happened so far."""

from dataclasses import dataclass

from engine.agents.alliance.config import Alliance, Member
from engine.agents.alliance.state import AllianceState, Capital
from engine.chance import Chance
from engine.moments import HOUR
from engine.rules.consultation import answer_hours, consents, shifted
from engine.rules.rounding import nine
from engine.scene import number
from engine.world import World


@dataclass(frozen=True, slots=True)
class Reply:
    """What a member says when its clock runs out."""

    answer: str
    reason: str = ""
    term: str = ""
    veto: bool = False


def state_of(world: World, me: str) -> AllianceState:
    """The agent's part of the world."""
    state = world.agents[me]
    assert isinstance(state, AllianceState)
    return state


def config_of(world: World, me: str) -> Alliance:
    """What the author wrote of it."""
    config = world.config(me)
    assert isinstance(config, Alliance)
    return config


def patron_of(world: World, me: str) -> str:
    """The member that the others look to, or nobody."""
    members = config_of(world, me).members
    return next((id for id, member in members.items() if member.patron), "")


def precedent(world: World, me: str) -> float:
    """How often help is remembered to have come, from 0 to 1."""
    return nine(min(max(world.value(me, "precedent") + state_of(world, me).learned, 0.0), 1.0))


def readiness(world: World, me: str) -> float:
    """What drills have built: 0 without any, one half at `drills_half`, never quite 1."""
    drills = state_of(world, me).drills
    return nine(drills / (drills + world.value(me, "drills_half"))) if drills > 0 else 0.0


def clock_seconds(world: World, me: str, member: str, chance: Chance) -> int:
    """How long a member takes to answer once it is asked."""
    state = state_of(world, me)
    dice = chance.at(me, "clock", state.request, member)
    mean = number(config_of(world, me).members[member].clock)
    mean *= 1.0 - world.value(me, "drilled") * readiness(world, me)
    return round(answer_hours(dice, mean, config_of(world, me).spread == "gamma") * HOUR)


def reply(world: World, me: str, member: str, chance: Chance) -> Reply:
    """A member's answer now, drawn about its chance; one shock is common to all of a round."""
    state, config = state_of(world, me), config_of(world, me)
    spec = config.members[member]
    shared = float(chance.at(me, "shock", state.request).standard_normal())
    dice = chance.at(me, "consent", state.request, member)
    own, terms, forbids = float(dice.standard_normal()), dice.random(), dice.random()
    veto = bool(forbids < number(spec.veto))
    if not case_accepted(world, me, chance):
        return Reply("no", "ground", veto=veto)
    willing = chance_of(world, me, member)
    tie = world.value(me, "ties")
    if consents(willing, shared, own, tie):
        asks = terms < number(spec.sets_terms)
        return Reply("yes_if", term=spec.term) if asks else Reply("yes")
    if consents(min(willing + number(spec.abstains), 1.0), shared, own, tie):
        return Reply("abstain", spec.reason)
    return Reply("no", spec.reason, veto=veto)


def case_accepted(world: World, me: str, chance: Chance) -> bool:
    """Whether the request is taken as a case at all: one judgement for the whole round."""
    roll = float(chance.at(me, "ground", state_of(world, me).request).random())
    return roll < acceptance(world, me)


def acceptance(world: World, me: str) -> float:
    """The chance of that, by the wording and the evidence attached."""
    state, accepts = state_of(world, me), config_of(world, me).accepts
    words = {
        "internal": accepts.internal,
        "outside": accepts.outside,
        "facilities": accepts.facilities,
    }
    return _moved(number(words[state.frame]), world.value(me, "evidence_gain") * state.evidence)


def chance_of(world: World, me: str, member: str) -> float:
    """The chance that a member consents now, once the case is accepted.

    Terms on the logit scale (models.md 6): precedent, sites lost, hope, the tasks asked for, the
    patron's own answer, and grounds shown.
    """
    state, spec = state_of(world, me), config_of(world, me).members[member]
    past = precedent(world, me) - world.value(me, "usual_precedent")
    terms = (
        world.value(me, "leaning") + state.members[member].lean,
        world.value(me, "precedent_gain") * past,
        -world.value(me, "calm") * (1.0 - _alarm(world, me)),
        -world.value(me, "hopeless") * max(0.0, 1.0 - 2.0 * world.number_of("loyal_nation", 1.0)),
        -_price(world, me),
        _pull(world, me, spec, state.members.get(patron_of(world, me))),
        world.value(me, "grounds_gain") if state.members[member].grounds_shown else 0.0,
    )
    return _moved(number(spec.consent), sum(terms))


def _moved(share: float, by: float) -> float:
    # What is certain stays certain, whatever speaks against it.
    return share if share <= 0.0 or share >= 1.0 else nine(shifted(share, by))


def _alarm(world: World, me: str) -> float:
    """0 while no site is lost, 1 from the alarming number on; 1 where nobody keeps count."""
    enough = world.value(me, "alarm")
    if enough <= 0.0 or not world.scene.sites:
        return 1.0
    return min(1.0, float(world.sites_of("lost", 1.0).sum()) / enough)


def _price(world: World, me: str) -> float:
    match state_of(world, me).tasks:
        case "defend":
            return world.value(me, "defend_price")
        case "assist":
            return world.value(me, "assist_price")
        case _:
            return 0.0


def _pull(world: World, me: str, spec: Member, patron: Capital | None) -> float:
    if spec.patron or patron is None:
        return 0.0
    side = 1.0 if patron.willing else -1.0 if patron.answer == "no" else 0.0
    return world.value(me, "pull") * side
