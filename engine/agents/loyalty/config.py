"""What an author may write of loyalty: what steadies the apparatus, and what wears it down."""

from engine.written import Value, Varying, Written, by_place, declare, parameter

DESIGN = "design value, no source"
UNIDENTIFIED = "refitted to one record, which does not identify it; see docs/models.md"


class LoyaltyConfig(Written):
    """Men stay loyal while it pays them to, and while enough others do."""

    base: Varying = by_place(
        "1.4 (0 to 2)", "", "what loyalty is worth to men, before crowds, orders and backing",
        basis=UNIDENTIFIED,
    )  # fmt: skip
    doubt: Value = parameter(
        "0.6 (0.3 to 1)", "", "how much men differ in what loyalty is worth to them",
        at_least=0.05, basis=DESIGN,
    )  # fmt: skip
    conformity: Value = parameter(
        "1 (0 to 4)", "", "how much it matters to men that others are loyal", at_least=0,
        basis="design value; above 2.5 times `doubt` loyalty can tip and not come back",
    )  # fmt: skip
    local: Value = parameter(
        "65 % (30 to 100)", "%", "how far men look to their own place rather than the country",
        at_least=0, at_most=1, basis=UNIDENTIFIED,
    )  # fmt: skip
    gestures: Value = parameter(
        "1 (0.5 to 2)", "", "how much men weigh what is conceded, said and ordered at home",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    backing: Value = parameter(
        "0.5 (0 to 1)", "", "what the promise of outside help is worth to men",
        at_least=-1, at_most=2, basis=UNIDENTIFIED,
    )  # fmt: skip
    refused: Value = parameter(
        "-0.2 (-0.4 to 0)", "", "what a refused request for help is worth to men", at_most=0,
        basis=DESIGN,
    )  # fmt: skip
    backing_heard: Value = parameter(
        "2 h (1 to 6)", "h", "time until men have heard of a promise and believe it", at_least=0,
        basis=UNIDENTIFIED,
    )  # fmt: skip
    backing_waits: Value = parameter(
        "12 h (0 to 48)", "h", "time for which a promise holds without anybody coming", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    backing_half_life: Value = parameter(
        "24 h (6 to 72)", "h", "time in which an unkept promise loses half its worth after that",
        at_least=0.1, basis=DESIGN,
    )  # fmt: skip
    overwhelm: Varying = by_place(
        "2.3 (0 to 4)", "", "what men lose who face as many people as they are", at_least=0,
        basis=UNIDENTIFIED,
    )  # fmt: skip
    firing: Varying = by_place(
        "0.5 (0 to 2)", "", "what men lose who are told to shoot at a peaceful crowd", at_least=0,
        basis="rests on one second-hand source and decides much: report over its range",
    )  # fmt: skip
    firing_crowd: Value = parameter(
        "500 people (100 to 2000)", "people", "the crowd at which that loss is full", at_least=1,
        basis=DESIGN,
    )  # fmt: skip
    tired: Value = parameter(
        "0.3 (0 to 1)", "", "what wholly tired men lose", at_least=0, basis=DESIGN
    )
    pace: Value = parameter(
        "17 h (5 to 100)", "h", "time in which men go two thirds of the way to their new mind",
        at_least=1, basis=UNIDENTIFIED,
    )  # fmt: skip
    wavers_below: Value = parameter(
        "50 % (30 to 70)", "%", "loyal share below which a place is said to waver",
        at_least=0.05, at_most=0.9, basis=DESIGN,
    )  # fmt: skip
    departures: tuple[str, ...] = declare(
        "site_list", "sites whose guards leave on a word of their chiefs once the place is pressed",
        (),
    )  # fmt: skip
    chief: str = declare(
        "text", "whose chief gives that word; none: replacing any chief ends it", ""
    )
    departs_at: Value = parameter(
        "30 % (10 to 80)", "%", "how far a place is overwhelmed when its chiefs give the word",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    departs_after: Value = parameter(
        "3 h (1 to 12)", "h", "mean time from then until a guard is gone", at_least=0.1,
        basis=DESIGN,
    )  # fmt: skip
    departs: Value = parameter(
        "80 % (40 to 100)", "%", "chance that a guard obeys such a word", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    chief_helps: Value = parameter(
        "0.2 (0.1 to 0.4)", "", "what a new chief is worth where departures are organised",
        basis=DESIGN,
    )  # fmt: skip
    chief_hurts: Value = parameter(
        "-0.15 (-0.3 to 0)", "", "what a new chief is worth where they are not", at_most=0,
        basis=DESIGN,
    )  # fmt: skip
    chief_takes: Value = parameter(
        "6 h (3 to 12)", "h", "time until a new chief is obeyed", at_least=0, basis=DESIGN
    )
    chief_hurts_for: Value = parameter(
        "12 h (6 to 24)", "h", "time for which men resent a chief who was not needed", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    step: Value = parameter(
        "0.5 h (0.25 to 1)", "h", "how often minds are read", at_least=0.05,
        basis="design value, no source",
    )  # fmt: skip
