"""What an author may write of the media: the network, the desks of seats, and rumours."""

from collections.abc import Mapping

from pydantic import field_validator

from engine.agents.media.stories import CODES, CUTS, SHOWN, SOURCES
from engine.names import names_in
from engine.written import Value, Written, declare, parameter, value_of

DEPTHS = {
    "slow": value_of("50 % (30 to 80)"),
    "mobile": value_of("10 % (5 to 50)"),
    "all": value_of("5 % (2 to 20)"),
}
SLOWED = {
    "slow": value_of("2 (1 to 3)"),
    "mobile": value_of("3 (2 to 4)"),
    "all": value_of("4 (2 to 5)"),
}
DESIGN = "design value, no source"


class Desk(Written):
    """How reports reach a seat: how late, how often, how wrong, and by whom."""

    after: Value = parameter(
        "2 h (0.5 to 6)", "h", "mean time until a report is on this desk", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    sees: Value = parameter(
        "70 % (30 to 95)", "%", "share of stories, and of what is counted, that it gets",
        at_least=0.01, at_most=1, basis=DESIGN,
    )  # fmt: skip
    error: Value = parameter(
        "30 % (0 to 80)", "%", "spread of the numbers that it is told, over their mean",
        at_least=0, at_most=2, basis=DESIGN,
    )  # fmt: skip
    rumours: Value = parameter(
        "30 % (0 to 100)", "%", "chance that a false story reaches it", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    voice: str = declare("words", "whose voice most reports come in", "wire", choices=SOURCES)
    second: str = declare("words", "whose voice the others come in", "rumour", choices=SOURCES)
    firsts: Value = parameter(
        "70 % (0 to 100)", "%", "share of reports in the first voice", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    hears: tuple[str, ...] = declare("ids", "codes of stories that reach it; none: every story", ())


class Wording(Written):
    """How a report of a story may read: told to a seat at most once a game."""

    of: str = declare("words", "the story", choices=CODES)
    voices: tuple[str, ...] = declare("ids", "in whose voices it comes", choices=SOURCES)
    from_: str = declare("text", "who says so", "")
    text: str = declare("text", "what is said; between braces: place, number, hour")
    headline: str = declare("text", "its headline, by default the place", "")
    at: tuple[str, ...] = declare("area_list", "only of these places or regions", ())
    size: str = declare(
        "words", "only of small ones, or of large ones: split at what is usual for the story",
        "any", choices=("any", "small", "large"),
    )  # fmt: skip

    @field_validator("text")
    @classmethod
    def _names(cls, text: str) -> str:
        if set(names_in(text)) - set(SHOWN):
            raise ValueError("only place, number and hour may stand between braces")
        return text


class MediaConfig(Written):
    """Networks, broadcasts, reports and rumours."""

    coupling: Mapping[str, Value] = declare(
        "table", "what is left of the network when it is cut to a depth", DEPTHS,
        unit="%", choices=CUTS, at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    reports: Mapping[str, Value] = declare(
        "table", "by how much reports are slower then", SLOWED, choices=CUTS, at_least=1,
        basis=DESIGN,
    )  # fmt: skip
    by_network: Value = parameter(
        "85 % (60 to 95)", "%", "share of people who hear news by the network alone",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    studios: tuple[str, ...] = declare(
        "site_list", "sites from which the country is told; without them the rest hears less", ()
    )
    studio_lost: Value = parameter(
        "50 % (0 to 90)", "%", "what is left of broadcasts when a studio is in other hands",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    address: Value = parameter(
        "40 % (30 to 60)", "%", "further people who hear an address while its window is open",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    desks: Mapping[str, Desk] = declare(
        "table", "how reports reach each seat, by seat", {}, of=Desk, ids=("seat",)
    )
    wordings: Mapping[str, Wording] = declare(
        "table", "how reports read; without one that fits, a story is told plainly", {}, of=Wording
    )
    again: Value = parameter(
        "6 h (3 to 24)", "h", "a story about a place is not told again before",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    again_by: Mapping[str, Value] = declare(
        "table", "the same for some stories", {}, unit="h", choices=CODES, at_least=0, basis=DESIGN
    )
    gathers: tuple[str, ...] = declare(
        "ids", "stories of sites of which a place has one report, that says how many sites", ()
    )
    upwards: Value = parameter(
        "1 (1 to 3)", "", "by how much later than usual the state's own voices report",
        at_least=0.1, basis=DESIGN,
    )  # fmt: skip
    rumour: Value = parameter(
        "2 %/h (0 to 5)", "%/h", "false stories an hour at a place where something happens",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    rumour_crowd: Value = parameter(
        "200 people (50 to 2000)", "people", "people out from which on something happens",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
    shielded: Value = parameter(
        "60 % (30 to 90)", "%", "what a publication weighs when its source is shielded",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    checked: Value = parameter(
        "80 % (60 to 95)", "%", "chance that one check of a report comes to the right result",
        at_least=0.5, at_most=1, basis=DESIGN,
    )  # fmt: skip
    reporter_sees: Value = parameter(
        "90 % (70 to 100)", "%", "what a desk sees of a place where it has a reporter",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    travel: Value = parameter(
        "6 h (3 to 12)", "h", "time until a crew that is sent is at its place",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    reporter_risk: Value = parameter(
        "1 %/h (0 to 5)", "%/h", "rate at which a reporter in a violent crowd is hurt or held",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    counted: Value = parameter(
        "50 % (30 to 90)", "%", "share of the dead that an independent count finds in a day",
        at_least=0.01, at_most=1, basis=DESIGN,
    )  # fmt: skip
