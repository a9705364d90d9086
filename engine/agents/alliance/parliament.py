"""Parliaments without whose vote a member sends nobody."""

from engine.agents.alliance.config import Parliament
from engine.agents.alliance.consent import config_of, state_of
from engine.agents.alliance.events import Answered, Released, Sat, SittingSet, Withheld
from engine.agents.alliance.state import DECIDED, NEVER, Capital
from engine.chance import Chance
from engine.kinds import Happenings
from engine.moments import HOUR
from engine.scene import number
from engine.world import World


def awaited(world: World, me: str, member: str, binds: str) -> Parliament | None:
    """The parliament whose vote a member still waits for, if that vote binds this."""
    spec, capital = config_of(world, me).members[member], state_of(world, me).members[member]
    parliament = spec.parliament
    if parliament is None or capital.passed or parliament.binds != binds:
        return None
    return parliament


def call(world: World, me: str, member: str, parliament: Parliament, cause: str) -> Happenings:
    """Call a parliament at the time it is set for, or as soon as it can come."""
    capital = state_of(world, me).members[member]
    if capital.sits != NEVER or capital.gave_up or capital.lapsed:
        return
    wait = parliament.called_in
    planned = parliament.sits
    due = planned if planned is not None else world.now + round(number(wait) * HOUR)
    if planned is not None and planned < world.now:
        due = world.now + round(number(parliament.again) * HOUR)
    binds = parliament.binds == "answer"
    yield SittingSet(cause=cause, member=member, due=due, entry=world.number, binds_answer=binds)


def sit(world: World, me: str, capital: Capital, chance: Chance) -> Happenings:
    """Deputies come and vote; those who fell short try again, and the men wait for the result."""
    parliament = config_of(world, me).members[capital.id].parliament
    assert parliament is not None
    present, votes = _vote(world, me, capital, parliament, chance)
    quorum, needs = round(number(parliament.quorum)), round(number(parliament.needs))
    passed = present >= quorum and votes >= (needs or present // 2 + 1)
    attempt = capital.attempts + 1
    more = not passed and attempt < number(parliament.tries)
    again = world.now + max(round(number(parliament.again) * HOUR), 1) if more else None
    vote = yield Sat(
        cause=f"event:{capital.called_by}",
        member=capital.id,
        attempt=attempt,
        present=present,
        quorum=quorum,
        votes=votes if present >= quorum else 0,
        passed=passed,
        again=again,
        entry=world.number,
    )
    yield from _after(world, me, capital.id, f"event:{vote}")


def _vote(
    world: World, me: str, capital: Capital, parliament: Parliament, chance: Chance
) -> tuple[int, int]:
    """Deputies present and votes for; each sitting finds those who missed the last one."""
    request = state_of(world, me).request
    ordinal = request * 100 + capital.attempts
    dice = chance.at(me, "sitting", ordinal, capital.id)
    spread, talk = number(parliament.spread), world.value(me, "lobbying") * capital.lobbied
    away = 1.0
    for _ in range(capital.attempts + 1):
        away *= 1.0 - number(parliament.comes)
    comes = _share(1.0 - away + talk + spread * float(dice.standard_normal()))
    favours = _share(number(parliament.favours) + talk + spread * float(dice.standard_normal()))
    present = round(comes * number(parliament.deputies))
    return present, round(favours * present)


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _after(world: World, me: str, member: str, cause: str) -> Happenings:
    state = state_of(world, me)
    capital = state.members[member]
    if not capital.passed and not capital.gave_up:
        return
    parliament = config_of(world, me).members[member].parliament
    assert parliament is not None
    if parliament.binds == "answer" and state.consulting and capital.answer in ("", "later"):
        answer, reason = ("yes", "") if capital.passed else ("no", "parliament")
        yield Answered(
            cause=cause, member=member, answer=answer, by="parliament", reason=reason,
            entry=world.number,
        )  # fmt: skip
    elif state.phase == DECIDED and capital.willing and not (capital.released or capital.lapsed):
        if capital.passed:
            yield Released(cause=cause, member=member)
        elif not capital.withheld:
            yield Withheld(cause=cause, member=member, reason="parliament")
