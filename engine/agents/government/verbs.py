"""What a government can be told to do."""

from engine.agents.government.config import GovernmentConfig
from engine.agents.government.events import (
    Appointed,
    CabinetResigned,
    CouncilTaken,
    Declared,
    EmergencyDeclared,
    EmergencyLifted,
    MinisterResigned,
    Spoke,
    TableClosed,
    TableOpened,
)
from engine.agents.government.state import GovernmentState
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.world import World

DECLARED = ("nothing", "unrest", "coup", "attack", "terror", "restored")
FRAMES = ("none", "internal", "outside", "facilities")
TONES = ("none", "acknowledge", "warn", "blame", "thank")
SUCCESSORS = ("insider", "outsider", "deputy")


def state_of(world: World, me: str) -> GovernmentState:
    """The agent's own part of the world."""
    found = world.agents[me]
    assert isinstance(found, GovernmentState)
    return found


def config_of(world: World, me: str) -> GovernmentConfig:
    """The government as its author wrote it."""
    found = world.config(me)
    assert isinstance(found, GovernmentConfig)
    return found


def hours_of(given: object) -> int:
    """A length of time that a verb was given, in whole seconds."""
    assert isinstance(given, int | float)
    return round(given * HOUR)


def emergency(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Declare it, or change what it orders where it holds already."""
    lasts = hours_of(given["for"])
    yield EmergencyDeclared(
        cause=cause,
        places=world.scene.area(given["at"]),
        curfew=given["curfew"] == "yes",
        roads_closed=given["roads"] == "closed",
        at=world.now,
        until=world.now + lasts if lasts > 0 else None,
    )


def lift(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """End it where it holds."""
    area, held = world.scene.area(given["at"]), state_of(world, me).emergencies
    places = tuple(place for place in area if place in held)
    if places:
        yield EmergencyLifted(cause=cause, places=places)


def appoint(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Put somebody else into a post."""
    yield Appointed(
        cause=cause, post=str(given["post"]), who=str(given["who"]), how=str(given["how"])
    )


def resign(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Let a minister or the cabinet go."""
    gone = CabinetResigned if given["whole"] == "cabinet" else MinisterResigned
    yield gone(
        cause=cause,
        successor=str(given["successor"]),
        at=world.now,
        until=world.now + round(world.value(me, "disrupts") * HOUR),
    )


def council(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Take the chair of the security council, once."""
    if not state_of(world, me).holds_council:
        yield CouncilTaken(
            cause=cause, how=str(given["how"]), dignified=given["exit"] == "dignified"
        )


def declare(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Say what this is."""
    evidence = given["evidence"]
    assert isinstance(evidence, int | float)
    yield Declared(
        cause=cause,
        what=str(given["what"]),
        frame=str(given["frame"]),
        evidence=nine(float(evidence)),
    )


def speak(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Address the country."""
    yield Spoke(cause=cause, tone=str(given["tone"]), places=world.scene.area(given["at"]))


def table(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Send a commission that promises an answer."""
    number = state_of(world, me).tables_opened + 1
    yield TableOpened(
        cause=cause,
        table=f"{me}_table_{number}",
        who=str(given["who"]),
        safe_passage=given["passage"] == "safe",
        places=world.scene.area(given["at"]),
        at=world.now,
        until=world.now + hours_of(given["for"]),
    )


def close(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """End the tables at an area: with the promised answer, or by breaking them off."""
    area = world.scene.area(given["at"])
    how = "kept" if given["how"] == "answered" else "broken"
    for each in list(state_of(world, me).tables.values()):
        if any(place in area for place in each.places):
            yield TableClosed(cause=cause, table=each.id, how=how, places=each.places)


AT = Argument("area", "where", default="everywhere", required=False)


def _words(text: str, words: tuple[str, ...], default: str) -> Argument:
    return Argument("words", text, words, default=default, required=False)


VERBS = {
    "emergency": Verb(
        "Declare a state of emergency",
        emergency,
        {
            "at": AT,
            "curfew": _words("with a curfew", ("yes", "no"), "yes"),
            "roads": _words("whether roads are closed", ("closed", "open"), "open"),
            "for": Argument("h", "how long; 0 is until it is lifted", default=0.0, required=False),
        },
    ),
    "lift": Verb("Lift the state of emergency", lift, {"at": AT}),
    "appoint": Verb(
        "Put somebody else into a post",
        appoint,
        {
            "post": Argument("text", "which post"),
            "who": _words("where the successor comes from", SUCCESSORS, "insider"),
            "how": _words("how the old holder goes", ("resigned", "dismissed", "detained"),
                          "dismissed"),
        },
    ),
    "resign": Verb(
        "Let a minister or the whole cabinet go",
        resign,
        {
            "whole": _words("who goes", ("minister", "cabinet"), "cabinet"),
            "successor": _words("where the successor comes from", SUCCESSORS, "insider"),
        },
    ),
    "council": Verb(
        "Take the chair of the security council",
        council,
        {
            "how": _words("in what light", ("quietly", "televised"), "quietly"),
            "exit": _words("what the old chair is offered", ("dignified", "nothing"), "nothing"),
        },
    ),
    "declare": Verb(
        "Say what this is",
        declare,
        {
            "what": _words("what it is called", DECLARED, "unrest"),
            "frame": _words("where it is said to come from", FRAMES, "none"),
            "evidence": Argument("items", "items shown", default=0.0, required=False),
        },
    ),
    "speak": Verb(
        "Address the country or a part of it",
        speak,
        {"at": AT, "tone": _words("in what tone", TONES, "acknowledge")},
    ),
    "table": Verb(
        "Send a commission that promises an answer",
        table,
        {
            "at": AT,
            "for": Argument("h", "within what time the answer is promised"),
            "who": Argument("text", "who leads it", default="", required=False),
            "passage": _words("what delegates are promised", ("safe", "none"), "none"),
        },
    ),
    "close": Verb(
        "End the talks at an area",
        close,
        {"at": AT, "how": _words("with what", ("answered", "broken"), "answered")},
    ),
}  # fmt: skip
