"""What an author may write of contingents: how many can guard, how they march, by what rules."""

from engine.written import Value, Written, declare, parameter

DESIGN = "design value, no source"
RULES = ("guard_only", "self_defence", "assist")
"""How far men may go, from standing on a post to helping on the street."""


class ContingentsConfig(Written):
    """Forces form up where they land, march to sites, take over posts, and hand them back."""

    tooth: Value = parameter(
        "79 % (50 to 80)", "%", "share of the men who can stand on a post", at_least=0, at_most=1,
        basis="set so that the reported number of freed men comes out; see docs/models.md",
    )  # fmt: skip
    relief: Value = parameter(
        "3 (2 to 5)", "", "men needed to keep one post manned around the clock", at_least=1,
        basis="watches of 8 h",
    )  # fmt: skip
    march: Value = parameter(
        "40 km/h (20 to 60)", "km/h", "speed from the airfield to a site", at_least=1, basis=DESIGN
    )
    forms_up: Value = parameter(
        "1 h (0.5 to 4)", "h", "time from landing until men can set out", at_least=0, basis=DESIGN
    )
    convoy: Value = parameter(
        "50 km/h (30 to 70)", "km/h", "speed of a force that comes by road", at_least=1,
        basis=DESIGN,
    )  # fmt: skip
    road_musters: Value = parameter(
        "6 h (2 to 24)", "h", "time from the decision until a force that comes by road sets out",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    road_takes: Value = parameter(
        "24 h (8 to 72)", "h", "time on the road from an origin that is not on the map", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    eligible: tuple[str, ...] = declare(
        "site_list", "sites that may be given to contingents, first wanted first; none: every site",
        (),
    )  # fmt: skip
    kept: tuple[str, ...] = declare("site_list", "sites that the host keeps for its own men", ())
    rules: str = declare("words", "how far the men may go at first", "guard_only", choices=RULES)
    assists: Value = parameter(
        "30 % (0 to 60)", "%", "share of the men on posts who help on the street if rules allow it",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    casualties: Value = parameter(
        "0.0005 /h (0.0001 to 0.005)", "/h",
        "killed in an hour for each man who helps in the midst of a full clash with armed people",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    leaves_after: Value = parameter(
        "24 h (6 to 72)", "h", "time until men leave who have no aircraft to wait for", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
