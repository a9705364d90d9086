"""What an author may write of what a crisis leaves behind."""

from engine.written import Value, Written, declare, parameter

DESIGN = "design value, no source"


def _meter(name: str, text: str) -> str:
    found: str = declare("meter", text, name, optional=True)
    return found


class AftermathConfig(Written):
    """Stocks that outlast a crisis: what fills them, and how slowly they fade."""

    legitimacy: str = _meter("legitimacy", "the meter of what people think of the government")
    sovereignty: str = _meter("sovereignty", "the meter of the cost to sovereignty")
    dependency: str = _meter("dependency", "the meter of dependency on who helped")
    standing: str = _meter("standing", "the meter of the standing of the alliance")
    precedent: str = _meter("precedent", "the meter of the precedent that was set")
    repression: str = _meter("repression", "the meter of the legacy of repression")

    presence: Value = parameter(
        "0.2 %/d (0.05 to 0.6)", "%/d", "cost to sovereignty of 1,000 foreign men",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    overstay: Value = parameter(
        "1 %/d (0.2 to 3)", "%/d", "cost to sovereignty of staying past the date",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    sovereignty_fades: Value = parameter(
        "180 d (60 to 720)", "d", "time constant of the cost to sovereignty",
        at_least=24, basis=DESIGN,
    )  # fmt: skip
    invitation: Value = parameter(
        "10 % (0 to 30)", "%", "dependency that an agreed request brings at once",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    depends: Value = parameter(
        "0.2 %/d (0.05 to 0.6)", "%/d", "dependency brought by 1,000 foreign men",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    dependency_fades: Value = parameter(
        "1095 d (365 to 3650)", "d", "time constant of dependency", at_least=24, basis=DESIGN
    )
    came: Value = parameter(
        "15 % (0 to 30)", "%", "standing that the alliance gains by coming",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    refused: Value = parameter(
        "10 % (0 to 30)", "%", "standing that the alliance loses by not coming",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    kept_date: Value = parameter(
        "5 % (0 to 15)", "%", "standing that it gains by leaving on the day",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    stayed: Value = parameter(
        "0.5 %/d (0 to 2)", "%/d", "standing that it loses by staying past the day",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    standing_fades: Value = parameter(
        "365 d (90 to 1095)", "d", "time constant with which standing returns to what it was",
        at_least=24, basis=DESIGN,
    )  # fmt: skip
    sets_precedent: Value = parameter(
        "20 % (0 to 40)", "%", "precedent that an agreed request sets",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    precedent_fades: Value = parameter(
        "1825 d (365 to 3650)", "d", "time constant of a precedent", at_least=24, basis=DESIGN
    )
    a_death: Value = parameter(
        "0.1 % (0.02 to 0.3)", "%", "legacy of repression left by one death",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    detained: Value = parameter(
        "1 % (0.2 to 3)", "%", "legacy of repression left by 1,000 people detained",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    ill_treated: Value = parameter(
        "2 (1 to 4)", "", "factor on that where detainees are not held by the book",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
    repression_fades: Value = parameter(
        "1095 d (180 to 3650)", "d", "time constant of the legacy of repression",
        at_least=24, basis=DESIGN,
    )  # fmt: skip

    restored: Value = parameter(
        "10 % (5 to 20)", "%", "share of the peak below which order counts as restored",
        at_least=0.01, at_most=0.9, basis=DESIGN,
    )  # fmt: skip
    least_peak: Value = parameter(
        "1000 people (100 to 10000)", "people", "smallest peak after which order can be restored",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
    resurgence: Value = parameter(
        "0.02 /h (0.005 to 0.05)", "/h", "rate of new unrest just after order is restored",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    calms_in: Value = parameter(
        "48 h (24 to 168)", "h", "time constant with which that rate falls",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
    deters: Value = parameter(
        "50 % (0 to 90)", "%", "how much lower it is while foreign troops are there",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    leaving_takes: Value = parameter(
        "6 d (3 to 15)", "d", "how long a withdrawal is expected to take, for projections",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
