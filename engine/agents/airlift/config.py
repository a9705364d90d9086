"""What an author may write of an airlift: aircraft, airfields, origins, and what delays them."""

from collections.abc import Mapping

from engine.written import Value, Varying, Written, by_place, declare, parameter

DESIGN = "design value, no source"
AUTHORS = "what the scenario says of its own; no value is usual"
OFF = "off, unless the scenario says so"
SCALED = "scaled from published planning factors of similar transports"
ORDERS = ("usual", "airfield_guard", "vehicles", "command_post", "partners")


class Aircraft(Written):
    """A type of transport: how many there are, what one carries, and its times."""

    number: Value = parameter(
        "20 aircraft", "aircraft", "how many there are, wherever they load", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    men: Value = parameter(
        "19 people (15 to 25)", "people", "men aboard beside a load of vehicles", at_least=1,
        basis="averages of a recorded air bridge",
    )  # fmt: skip
    vehicles: Value = parameter(
        "2 vehicles (2 to 3)", "vehicles", "vehicles aboard", at_least=0,
        basis="averages of a recorded air bridge",
    )  # fmt: skip
    seats: Value = parameter(
        "0 people", "people", "men aboard without vehicles; 0 is as many as with", at_least=0,
        basis="published data of the type",
    )  # fmt: skip
    speed: Value = parameter(
        "725 km/h (650 to 780)", "km/h", "distance over time from ramp to ramp", at_least=1,
        basis="published cruise, less taxi and climb",
    )  # fmt: skip
    loads: Value = parameter("3 h (2 to 5)", "h", "mean time to load", at_least=0, basis=SCALED)
    unloads: Value = parameter(
        "2.5 h (1.5 to 4)", "h", "mean time on a stand to unload", at_least=0, basis=SCALED
    )
    ready: Value = parameter(
        "90 % (80 to 97)", "%", "chance to pass a stop without a fault", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    fields: tuple[str, ...] = declare(
        "site_list", "airfields it can use; none named is all of them", default=()
    )


class Airlift(Written):
    """Aircraft that carry men to a few airfields, and later home again."""

    aircraft: Mapping[str, Aircraft] = declare("table", "the types there are", of=Aircraft)
    stands: Mapping[str, Value] = declare(
        "place_table", "stands at each airfield, a site", unit="aircraft", at_least=0,
        basis=AUTHORS,
    )  # fmt: skip
    origins: Mapping[str, tuple[float, float]] = declare(
        "points", "where forces load: ids with latitude and longitude", default={}
    )
    lag: Value = parameter(
        "6 h (2 to 24)", "h", "from the decision to the first take-off", at_least=0, basis=DESIGN
    )
    notice: Value = parameter(
        "60 % (40 to 80)", "%", "what each level of notice leaves of the lag", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    drilled: Value = parameter(
        "50 % (0 to 80)", "%", "how much shorter the lag is for members fully drilled", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    crews: Value = parameter(
        "12 aircraft (4 to 40)", "aircraft", "aircraft that can load at one origin at once",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
    ground_spread: Value = parameter(
        "30 % (0 to 100)", "%", "spread of loading and unloading over their mean; 100 % is "
        "exponential", at_least=0, at_most=2, basis=DESIGN,
    )  # fmt: skip
    flight_spread: Value = parameter(
        "5 % (0 to 15)", "%", "spread of flying times over their mean", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    repair: Value = parameter(
        "6 h (2 to 24)", "h", "mean time that a fault costs", at_least=0, basis=DESIGN
    )
    holds: Value = parameter(
        "1 h (0.5 to 2)", "h", "how long an aircraft can circle before it must go elsewhere",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    slots: bool = declare(
        "flag", "whether an aircraft takes off only for the hour of a free stand", default=True
    )
    fog: Varying = by_place(
        "0 /h", "/h", "rate at which weather closes an open airfield", at_least=0, basis=OFF
    )
    fog_lasts: Value = parameter(
        "4 h (1 to 24)", "h", "mean time until it opens again", at_least=0, basis=DESIGN
    )
    dark: Varying = by_place(
        "100 %", "%", "share of stands in use from 19:00 to 07:00", at_least=0, at_most=1,
        basis=OFF,
    )  # fmt: skip
    passengers: Value = parameter(
        "150 people (100 to 220)", "people", "people flown out on one flight that evacuates",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
