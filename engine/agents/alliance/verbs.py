"""What an order may tell an alliance, or one of its members, to do."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.agents.alliance import events as e
from engine.agents.alliance.config import MODES, SILENCES, TERMS
from engine.agents.alliance.consent import (
    clock_seconds,
    config_of,
    precedent,
    state_of,
)
from engine.agents.alliance.state import CLOSING, DECIDED, DONE, THINKING
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World

ANSWERS = ("yes", "yes_if", "later", "abstain", "no")
GROUNDS = ("evidence", "legal", "both")


def _hours(given: Arguments, name: str) -> float:
    value = given[name]
    assert isinstance(value, int | float)
    return float(value)


def call(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """The chair calls the round at once, or sets a deadline to one that runs."""
    state = state_of(world, me)
    if not state.consulting or state.phase == CLOSING:
        return
    hours = _hours(given, "deadline")
    deadline = world.now + round(hours * HOUR) if hours > 0 else None
    yield e.Called(
        cause=cause,
        request=state.request,
        mode=str(given["mode"]),
        members=tuple(state.members),
        deadline=deadline,
        silence=str(given["silence"]),
    )


def answer(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A capital speaks for itself: this stands instead of what its clock would bring."""
    state, member, said = state_of(world, me), str(given["member"]), str(given["answer"])
    counted = state.consulting and not (said == "later" and state.phase == CLOSING)
    spec = config_of(world, me).members[member]
    wait = round(world.value(me, "later_lasts") * HOUR)
    yield e.Answered(
        cause=cause,
        member=member,
        answer=said,
        by="seat",
        reason=spec.reason if said in ("no", "abstain") else "",
        term=str(given["term"] or spec.term) if said == "yes_if" else "",
        veto=said == "no",
        counted=counted,
        due=world.now + wait if said == "later" else None,
        entry=world.number,
    )


def ask_grounds(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A capital wants to be shown more before it answers."""
    state, member = state_of(world, me), str(given["member"])
    capital = state.members[member]
    if not state.consulting or capital.phase == DONE:
        return
    thinking = capital.phase == THINKING
    due = capital.due if thinking else world.now + clock_seconds(world, me, member, chance)
    what = str(given["what"])
    proof, law = state.evidence > 0, state.frame != "internal"
    shown = {"evidence": proof, "legal": law, "both": proof and law}[what]
    late = due + round(world.value(me, "grounds_delay") * HOUR)
    yield e.GroundsAsked(cause=cause, member=member, what=what, due=late, shown=shown)


def sitting(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """A parliament is called to sit sooner or later than it would."""
    state, member = state_of(world, me), str(given["member"])
    capital = state.members[member]
    house = config_of(world, me).members[member].parliament
    busy = state.consulting or (state.phase == DECIDED and state.agreed)
    if house is None or not busy or capital.passed or capital.gave_up:
        return
    due = world.now + round(_hours(given, "after") * HOUR)
    waits = house.binds == "answer" and state.consulting and capital.phase != DONE
    yield e.SittingSet(cause=cause, member=member, due=due, entry=world.number, binds_answer=waits)


def lobby(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Somebody talks to the deputies before they sit."""
    member = str(given["member"])
    if config_of(world, me).members[member].parliament is not None:
        yield e.Lobbied(cause=cause, member=member)


def remember(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Recalled in private, the past binds the others to come; in public, it is a grievance."""
    how = str(given["how"])
    step = world.value(me, "reminder") * (1.0 if how == "private" else -1.0)
    now = precedent(world, me)
    by = nine(min(max(now + step, 0.0), 1.0) - now)
    yield e.Remembered(cause=cause, how=how, by=by)


def drill(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Members drill together, so often."""
    yield e.Drilled(cause=cause, drills=nine(state_of(world, me).drills + _hours(given, "times")))


def lean(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Something at home or abroad makes one capital warmer or colder."""
    yield e.Leaned(cause=cause, member=str(given["member"]), by=nine(_hours(given, "by")))


def lapse(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Members who agreed on this term take their consent back: it was not kept."""
    for member, term in state_of(world, me).conditions:
        if term == given["term"]:
            yield e.MandateLapsed(cause=cause, member=member, term=term)


MEMBER = Argument("agent_member", "which capital")

VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "call": Verb(
            "call the round",
            call,
            {
                "mode": Argument("words", "together or in turn", words=MODES),
                "deadline": Argument(
                    "h", "hours to answer; 0 is none", default=0.0, required=False
                ),
                "silence": Argument(
                    "words",
                    "what silence then means",
                    words=SILENCES,
                    default="abstain",
                    required=False,
                ),
            },
        ),
        "answer": Verb(
            "answer the request",
            answer,
            {
                "member": MEMBER,
                "answer": Argument("words", "the answer", words=ANSWERS),
                "term": Argument(
                    "words", "what is asked in return", words=TERMS, default="", required=False
                ),
            },
        ),
        "ask_grounds": Verb(
            "ask for grounds before answering",
            ask_grounds,
            {
                "member": MEMBER,
                "what": Argument(
                    "words", "what is to be shown", words=GROUNDS, default="both", required=False
                ),
            },
        ),
        "lapse": Verb(
            "let the consent lapse that was given on a term",
            lapse,
            {"term": Argument("words", "the term that was not kept", words=TERMS)},
        ),
        "parliament": Verb(
            "call a parliament",
            sitting,
            {
                "member": MEMBER,
                "after": Argument("h", "hours until it sits", default=0.0, required=False),
            },
        ),
        "lobby": Verb("talk to the deputies", lobby, {"member": MEMBER}),
        "remember": Verb(
            "recall when help did not come",
            remember,
            {"how": Argument("words", "before whom", words=("public", "private"))},
        ),
        "drill": Verb(
            "drill together",
            drill,
            {"times": Argument("", "how often", default=1.0, required=False)},
        ),
        "lean": Verb(
            "move one capital",
            lean,
            {"member": MEMBER, "by": Argument("", "log odds of its consent")},
        ),
    }
)
