"""What an author may write of waters: the river's course, the wave, the dikes and the pumps."""

from collections.abc import Mapping

from engine.written import Value, Varying, Written, by_place, declare, parameter

AUTHORS = "what the scenario says of its own; no value is usual"
DESIGN = "design value, no source"


class WatersConfig(Written):
    """Water that comes down a river, stands at dikes, breaks through, and is pumped out."""

    course: Mapping[str, tuple[str, ...]] = declare(
        "lists", "which places the river reaches next from each place", {}, ids=("place",)
    )
    source: Varying = by_place(
        "0 m", "m", "level above the usual that comes in from upstream at the first places",
        at_least=0, basis=AUTHORS,
    )  # fmt: skip
    lag: Varying = by_place(
        "6 h (3 to 12)", "h", "how long a place takes to follow the level above it", at_least=0.5,
        basis=DESIGN,
    )  # fmt: skip
    dikes: Varying = by_place(
        None, "m", "level above the usual at which water comes over the dike", at_least=0.0001,
        basis=AUTHORS,
    )  # fmt: skip
    freeboard: Value = parameter(
        "0.5 m (0.3 to 1)", "m", "how far below its top a dike begins to be in danger",
        at_least=0.00005, basis=DESIGN,
    )  # fmt: skip
    seeps: Value = parameter(
        "0.01 /h (0.005 to 0.03)", "/h", "chance that a dike in danger breaks", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    overtopped: Value = parameter(
        "0.3 /h (0.1 to 0.6)", "/h", "chance that a dike breaks while water comes over it",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    fills: Value = parameter(
        "6 h (3 to 12)", "h", "how long a place behind a broken dike takes to fill", at_least=0.5,
        basis=DESIGN,
    )  # fmt: skip
    deep: Value = parameter(
        "2 m (1.5 to 3)", "m", "level above the usual that floods all of a place", at_least=0.0001,
        basis=DESIGN,
    )  # fmt: skip
    drains: Value = parameter(
        "0.004 /h (0.002 to 0.008)", "/h",
        "share of the flooded part that one pump clears", at_least=0, basis=DESIGN,
    )  # fmt: skip
    spares: Value = parameter(
        "10 % (0 to 30)", "%", "by how much a broken dike lowers the wave further down",
        at_least=0, at_most=0.9, basis=DESIGN,
    )  # fmt: skip
