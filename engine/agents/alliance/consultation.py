"""A round of consultation: the calls, the answers, the decision, and the release of men."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.agents.alliance import events as e
from engine.agents.alliance import parliament
from engine.agents.alliance.consent import (
    clock_seconds,
    config_of,
    patron_of,
    precedent,
    reply,
    state_of,
)
from engine.agents.alliance.state import (
    CLOSING,
    CONSULTING,
    CONVENING,
    DONE,
    IDLE,
    THINKING,
    WAITING,
    Capital,
)
from engine.chance import Chance
from engine.kinds import Happenings
from engine.moments import HOUR
from engine.rules.consultation import precedent_after
from engine.rules.rounding import nine
from engine.world import World


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the answers so far come to; `reason` and `members` say why not."""

    agreed: bool
    reason: str = ""
    members: tuple[str, ...] = ()


def start(world: World, me: str, chance: Chance) -> Happenings:
    """Call the members: all at once, or the first."""
    state = state_of(world, me)
    if state.phase != CONVENING or state.due > world.now:
        return
    yield e.Called(
        cause=state.cause,
        request=state.request,
        mode=state.mode,
        members=tuple(state.members),
        deadline=state.deadline,
        silence=state.silence,
    )


def ask_next(world: World, me: str, chance: Chance) -> Happenings:
    """Put the request before every member whose turn it is."""
    state = state_of(world, me)
    if state.phase != CONSULTING:
        return
    for capital in list(state.in_turn()):
        if capital.phase == IDLE and not capital.answer:
            due = world.now + clock_seconds(world, me, capital.id, chance)
            yield e.MemberAsked(cause=state.cause, member=capital.id, due=due)
        if state.mode == "in_turn" and capital.phase == THINKING:
            return


def hear(world: World, me: str, chance: Chance) -> Happenings:
    """Members whose clocks have run out answer, oldest first."""
    state = state_of(world, me)
    if not state.consulting:
        return
    rank = {id: place for place, id in enumerate(state.members)}
    ready = [c for c in state.in_turn() if c.due <= world.now]
    for capital in sorted(ready, key=lambda c: (c.due, rank[c.id])):
        yield from _speak(world, me, capital, chance)


def _speak(world: World, me: str, capital: Capital, chance: Chance) -> Happenings:
    state = state_of(world, me)
    if capital.phase == WAITING:
        yield e.Answered(
            cause=f"event:{capital.entry}", member=capital.id, answer="no", by="clock",
            reason="later", entry=world.number,
        )  # fmt: skip
        return
    said = reply(world, me, capital.id, chance)
    house = parliament.awaited(world, me, capital.id, "answer")
    if said.answer in ("yes", "yes_if") and house is not None:
        yield from parliament.call(world, me, capital.id, house, state.cause)
        return
    yield e.Answered(
        cause=state.cause, member=capital.id, answer=said.answer, by="clock", reason=said.reason,
        term=said.term, veto=said.veto, entry=world.number,
    )  # fmt: skip


def silence(world: World, me: str) -> Happenings:
    """At the deadline, those who have said nothing are taken at the chair's word."""
    state = state_of(world, me)
    if state.phase != CONSULTING or state.deadline is None or state.deadline > world.now:
        return
    for capital in list(state.in_turn()):
        if capital.phase != DONE:
            yield e.Answered(
                cause=state.cause, member=capital.id, answer=state.silence, by="silence",
                reason="" if state.silence == "yes" else "silence", entry=world.number,
            )  # fmt: skip


def conclude(world: World, me: str) -> Happenings:
    """Once the answers allow only one result, draft the text, and decide when it is ready."""
    state = state_of(world, me)
    if state.phase not in (CONSULTING, CLOSING):
        return
    found = verdict(world, me)
    if found is None:
        return
    if found.agreed and state.phase == CONSULTING:
        terms = sum(capital.answer == "yes_if" for capital in state.in_turn())
        hours = world.value(me, "drafting") + world.value(me, "term_delay") * terms
        yield e.Closing(cause=_last_word(world, me), due=world.now + round(hours * HOUR))
    if found.agreed and state.due > world.now:
        return
    yield from _decide(world, me, found)


def verdict(world: World, me: str) -> Verdict | None:
    """The result by the alliance's rule, or None while it is open."""
    capitals = tuple(state_of(world, me).in_turn())
    refused = tuple(c for c in capitals if c.answer == "no")
    done = all(c.phase == DONE for c in capitals)
    willing = sum(c.willing for c in capitals)
    match config_of(world, me).rule:
        case "patron":
            return _by_patron(world, me, refused, done)
        case "majority":
            if 2 * len(refused) >= len(capitals) or (done and 2 * willing <= len(capitals)):
                return Verdict(False, _why(refused), _ids(refused))
            return Verdict(True) if done else None
        case _:
            if refused or (done and not willing):
                return Verdict(False, _why(refused), _ids(refused))
            return Verdict(True) if done else None


def _by_patron(world: World, me: str, refused: tuple[Capital, ...], done: bool) -> Verdict | None:
    capitals = state_of(world, me).members
    patron = capitals[patron_of(world, me) or next(iter(capitals))]
    forbidding = tuple(c for c in refused if c.veto and c is not patron)
    if forbidding:
        return Verdict(False, "veto", _ids(forbidding))
    if patron.answer in ("no", "abstain"):
        why = "ground" if patron.reason == "ground" else "patron"
        return Verdict(False, why, (patron.id,))
    return Verdict(True) if done else None


def _why(refused: tuple[Capital, ...]) -> str:
    for reason in ("ground", "parliament", "silence"):
        if any(c.reason == reason for c in refused):
            return reason
    return "consent"


def _ids(capitals: tuple[Capital, ...]) -> tuple[str, ...]:
    return tuple(c.id for c in capitals)


def _last_word(world: World, me: str) -> str:
    state = state_of(world, me)
    last = max((c.entry for c in state.in_turn()), default=-1)
    return f"event:{last}" if last >= 0 else state.cause


def _terms(world: World, me: str) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Terms that bind, in the order in which they were named, and members passed over."""
    asking = [c for c in state_of(world, me).in_turn() if c.answer == "yes_if"]
    asking.sort(key=lambda c: c.entry)
    most, patron = round(world.value(me, "most_terms")), patron_of(world, me)
    kept = [c for place, c in enumerate(asking) if place < most or c.id == patron]
    passed = tuple(c.id for c in asking if c not in kept)
    return tuple((c.id, c.term) for c in kept), passed


def _decide(world: World, me: str, found: Verdict) -> Happenings:
    state = state_of(world, me)
    conditions, bypassed = _terms(world, me) if found.agreed else ((), ())
    terms = [term for _, term in conditions]
    men, length = float(state.men_asked), state.length_asked
    if "cap" in terms:
        men *= world.value(me, "capped")
    if "end_date" in terms:
        length = min(length, world.value(me, "limited"))
    before = precedent(world, me)
    after = nine(precedent_after(before, float(found.agreed), world.value(me, "learns")))
    number = yield e.Decided(
        cause=_last_word(world, me),
        request=state.request,
        agreed=found.agreed,
        men=round(men) if found.agreed else 0,
        length_hours=nine(length) if found.agreed else 0.0,
        guard_only=found.agreed and ("guard_only" in terms or state.tasks == "guard"),
        conditions=conditions,
        bypassed=bypassed,
        precedent=after,
        learned=nine(after - before),
        reason=found.reason,
        entry=world.number,
    )
    cause = f"event:{number}"
    if not found.agreed:
        yield e.Declined(
            cause=cause, request=state.request, reason=found.reason, members=found.members
        )
        return
    for capital in list(_ranked(world, me)):
        yield from _release(world, me, capital, cause)


def _ranked(world: World, me: str) -> Iterator[Capital]:
    """The patron first, then the others as written."""
    patron = patron_of(world, me)
    yield from sorted(state_of(world, me).in_turn(), key=lambda c: c.id != patron)


def _release(world: World, me: str, capital: Capital, cause: str) -> Happenings:
    if capital.id in state_of(world, me).bypassed:
        yield e.Withheld(cause=cause, member=capital.id, reason="bypassed")
    elif not capital.willing:
        yield e.Withheld(cause=cause, member=capital.id, reason=capital.answer)
    elif capital.gave_up:
        yield e.Withheld(cause=cause, member=capital.id, reason="parliament")
    elif (house := parliament.awaited(world, me, capital.id, "force")) is not None:
        yield from parliament.call(world, me, capital.id, house, cause)
    else:
        yield e.Released(cause=cause, member=capital.id)
