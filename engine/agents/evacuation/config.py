"""What an author may write of an evacuation: what people flee from, how many go, who takes them."""

from engine.written import Value, Varying, Written, by_place, declare, parameter

DESIGN = "design value, no source"


class EvacuationConfig(Written):
    """People leave places when they are called or in danger, and are taken in elsewhere."""

    flees_from: str = declare(
        "text", "the reading of places, a share, that says how much of a place is in danger",
        "flooded",
    )  # fmt: skip
    heeds: Varying = by_place(
        "70 % (40 to 90)", "%", "share of people who go when they are called to", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    seats: Varying = by_place(
        "400 people/h (200 to 800)", "people/h", "people whom buses and cars take out of a place",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    with_kin: Value = parameter(
        "50 % (30 to 70)", "%", "share of those who leave that need no bed, since kin take them",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    beds: Varying = by_place(
        "0 people", "people", "beds that are ready in a place when the scenario starts",
        at_least=0, basis="none, unless the scenario says so",
    )  # fmt: skip
    flees: Value = parameter(
        "0.1 /h (0.05 to 0.3)", "/h", "how fast those in danger leave without being called",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    returns: Value = parameter(
        "0.02 /h (0.01 to 0.05)", "/h", "how fast people go home once nothing keeps them away",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    perishes: Value = parameter(
        "0.00005 /h (0.00001 to 0.0002)", "/h", "chance to die of those who stay in danger",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    boat: Value = parameter(
        "25 people/h (10 to 40)", "people/h", "people that one boat or team brings out",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
