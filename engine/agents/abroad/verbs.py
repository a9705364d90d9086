"""What outside parties can be told to do."""

from engine.agents.abroad.events import (
    Advised,
    Mediated,
    Stirred,
    Warned,
    WarningKept,
)
from engine.agents.abroad.minds import concern, config_of, speaks, state_of
from engine.agents.abroad.state import AXES
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World

LINES = ("silence", "back", "welcome", "concern", "question", "urge", "condemn")
WARNINGS = ("fire", "overstay", "network", "inquiry")


def _seconds(given: object) -> int:
    assert isinstance(given, int | float)
    return round(given * HOUR)


def speak(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Say something in public, whatever the party minds."""
    party, line, on = str(given["party"]), str(given["line"]), str(given["on"])
    if party in config_of(world, me).members:
        strength = max(concern(world, me, party), 0.25)
        yield from speaks(world, me, party, line, strength, on, cause)


def warn(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Say what will follow if something happens within a time."""
    state = state_of(world, me)
    yield Warned(
        cause=cause, warning=f"{me}_warning_{state.warned + 1}", party=str(given["party"]),
        on=str(given["on"]), until=world.now + _seconds(given["within"]),
    )  # fmt: skip


def act(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Do what was warned of, for every warning of the party that was crossed."""
    for each in list(state_of(world, me).warnings.values()):
        if each.crossed and each.party == given["party"]:
            yield WarningKept(cause=cause, warning=each.id, party=each.party)


def mediate(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Offer to go between."""
    yield Mediated(
        cause=cause, party=str(given["party"]), places=world.scene.area(given["at"]),
        until=world.now + _seconds(given["for"]),
    )  # fmt: skip


def advise(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Tell one's own people what to do."""
    yield Advised(cause=cause, party=str(given["party"]), level=str(given["level"]))


def stir(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Something of a scenario's own is noticed at once by every party."""
    size = given["size"]
    assert isinstance(size, int | float)
    yield Stirred(
        cause=cause, stir=state_of(world, me).stirs + 1, known_as=f"event:{world.number}",
        what="told", on=str(given["on"]), size=nine(float(size)),
        parties=tuple((party, world.now) for party in config_of(world, me).members),
    )  # fmt: skip


PARTY = Argument("agent_member", "which party")
VERBS = {
    "speak": Verb("A party speaks in public", speak, {
        "party": PARTY,
        "line": Argument("words", "what it says", LINES),
        "on": Argument("words", "what about", AXES, default="law", required=False),
    }),
    "warn": Verb("A party says what will follow if something happens", warn, {
        "party": PARTY,
        "on": Argument("words", "if what", WARNINGS),
        "within": Argument("h", "for how long the warning holds"),
    }),
    "act": Verb("A party does what it warned of", act, {"party": PARTY}),
    "mediate": Verb("A party offers to go between", mediate, {
        "party": PARTY,
        "at": Argument("area", "where", default="everywhere", required=False),
        "for": Argument("h", "for how long", default=48.0, required=False),
    }),
    "advise": Verb("A party tells its own people what to do", advise, {
        "party": PARTY,
        "level": Argument("words", "what", ("stay", "advise", "draw_down")),
    }),
    "stir": Verb("Something else happened that outside parties mind", stir, {
        "on": Argument("words", "what it touches", AXES),
        "size": Argument("%", "how much of it"),
    }),
}  # fmt: skip
