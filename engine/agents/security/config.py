"""What an author may write of security forces: men, posture, fatigue, travel and obedience."""

from collections.abc import Mapping

from engine.written import Value, Varying, Written, by_place, declare, parameter

POSTURES = ("tolerate", "contain", "disperse", "armed")
"""Words for how men meet a crowd, mildest first."""

DESIGN = "design value, no source"
FITTED = "refitted to one record, not identified by it; see docs/models.md"


class SecurityConfig(Written):
    """Men of a place guard its sites first and police with the rest; a reserve helps them."""

    officers: Varying = by_place(
        "0.18 % (0.13 to 0.24)", "%", "garrison of a place, as a share of its people",
        at_least=0, at_most=1, basis=FITTED,
    )  # fmt: skip
    reserve: Value = parameter(
        "5200 people (4000 to 15000)", "people", "men of the mobile reserve in the whole country",
        at_least=0, basis=FITTED,
    )  # fmt: skip
    follows: Value = parameter(
        "70 % (40 to 95)", "%", "share of the reserve that follows need; the rest stays spread",
        at_least=0, at_most=1, basis=FITTED,
    )  # fmt: skip
    weight: Mapping[str, Value] = declare(
        "place_table", "how often a place counts when the reserve is spread by population", {},
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    posture: Mapping[str, str] = declare(
        "posture", "the standing order at the start, by place", {"everywhere": "contain"},
        choices=POSTURES,
    )  # fmt: skip
    limit: str = declare(
        "words", "the hardest posture allowed until an order says otherwise", "armed",
        choices=POSTURES,
    )  # fmt: skip
    armed: Value = parameter(
        "3 (2 to 5)", "", "how much more an armed posture deters than dispersing does",
        at_least=2, basis="design value, no source; nothing in the record supports its size",
    )  # fmt: skip
    relief: Value = parameter(
        "3 (2 to 5)", "", "men needed to keep one post manned around the clock", at_least=1,
        basis="watches of 8 h; 12 h watches are 2, lasting employment 4.2 to 5",
    )  # fmt: skip
    density: Varying = by_place(
        "0.41 (0.2 to 0.8)", "", "men that command tries to field for each person in a crowd",
        at_least=0, basis=FITTED,
    )  # fmt: skip
    tires_in: Value = parameter(
        "36 h (24 to 48)", "h", "time on duty in which fresh men tire by two thirds", at_least=1,
        basis="design value after studies of men kept awake",
    )  # fmt: skip
    rests_in: Value = parameter(
        "10 h (6 to 16)", "h", "rest in which tired men recover by two thirds", at_least=1,
        basis="design value after studies of men kept awake",
    )  # fmt: skip
    tired_loss: Value = parameter(
        "40 % (0 to 60)", "%", "what wholly tired men are less worth", at_least=0, at_most=1,
        basis="design value after studies of men kept awake",
    )  # fmt: skip
    arrests: Varying = by_place(
        "0.01 /h (0.004 to 0.02)", "/h", "arrests that an officer facing a crowd makes in an hour",
        at_least=0, basis="identified by the record of detentions; see docs/models.md",
    )  # fmt: skip
    searches: Varying = by_place(
        "0.005 /h (0.0019 to 0.011)", "/h",
        "arrests at home that a free officer makes in an hour under an emergency",
        at_least=0, basis="identified by the record of detentions; see docs/models.md",
    )  # fmt: skip
    harder: Value = parameter(
        "1.5 (1 to 3)", "", "how much faster men arrest when told to arrest on the spot",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
    by_list: Value = parameter(
        "2 (1 to 4)", "", "how much faster men search homes when they work by list", at_least=1,
        basis=DESIGN,
    )  # fmt: skip
    humane_slows: Value = parameter(
        "30 % (10 to 50)", "%", "arrests given up when detainees have lawyers and doctors",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    musters: Value = parameter(
        "4 h (2 to 6)", "h", "time from the order until a detachment of the reserve is on its way",
        at_least=0, basis=FITTED,
    )  # fmt: skip
    speed: Varying = by_place(
        "160 km/h (80 to 300)", "km/h", "road and rail speed of the reserve to and from a place",
        at_least=1, basis=FITTED,
    )  # fmt: skip
    air_musters: Value = parameter(
        "3 h (2 to 8)", "h", "time until a detachment is in the air", at_least=0, basis=DESIGN
    )
    air_speed: Value = parameter(
        "600 km/h (400 to 750)", "km/h", "speed by air", at_least=50, basis=DESIGN
    )
    notices: Value = parameter(
        "3 h (1 to 6)", "h", "how far the command's picture of need lags behind", at_least=0.1,
        basis=FITTED,
    )  # fmt: skip
    reviews: Value = parameter(
        "3 h (1 to 12)", "h", "how often the command moves the reserve by itself", at_least=0.5,
        basis=DESIGN,
    )  # fmt: skip
    smallest: Value = parameter(
        "20 people (10 to 100)", "people", "the smallest detachment that is sent", at_least=1,
        basis=DESIGN,
    )  # fmt: skip
    march_tires: Value = parameter(
        "10 % (0 to 30)", "%", "fatigue that a journey adds", at_least=0, at_most=1, basis=DESIGN
    )
    emergency_ties: Value = parameter(
        "1 % (0 to 5)", "%", "share of the reserve that each region under emergency ties to checks",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    stands_down: Value = parameter(
        "30 % (10 to 50)", "%", "men off the street while the tired are relieved in 12 h watches",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    recovers: Value = parameter(
        "15 % (0 to 40)", "%", "fatigue that 12 h of relief take away beside ordinary rest",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    arms_party: Value = parameter(
        "60 people (40 to 80)", "people", "men that it takes to secure an armoury", at_least=1,
        basis=DESIGN,
    )  # fmt: skip
    arms_takes: Value = parameter(
        "6 h (3 to 12)", "h", "time that it takes to secure an armoury", at_least=0.5, basis=DESIGN
    )
    fails: Value = parameter(
        "50 % (20 to 90)", "%", "chance that wholly disloyal men do not carry out an order",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    partly: Value = parameter(
        "40 % (10 to 80)", "%", "chance that wholly disloyal men carry out an order in part",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    late: Value = parameter(
        "10 % (0 to 30)", "%", "chance that loyal and rested men are late with an order",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    late_by: Value = parameter(
        "3 h (1 to 6)", "h", "how late they are on average", at_least=0.1, basis=DESIGN
    )
    refuses: Value = parameter(
        "20 % (0 to 60)", "%", "chance that an order to shoot at a peaceful crowd is not done",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    exceeds: Value = parameter(
        "8 % (0 to 25)", "%", "chance that worn-out men go a step beyond an order to meet a crowd",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    step: Value = parameter(
        "0.5 h (0.25 to 1)", "h", "how often strengths are worked out", at_least=0.05, basis=DESIGN
    )
