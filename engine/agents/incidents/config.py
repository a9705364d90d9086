"""What an author may set of attacks on sites; defaults are the fitted central set."""

from engine.written import Value, Varying, Written, by_place, declare, parameter

_FITTED = "fitted to one well-recorded case, weakly identified; see docs/models.md"
_DESIGN = "design value, no source"
_RATE = "solved from the totals of one case; no test of it exists"


class IncidentsConfig(Written):
    """Attacks on sites by the violent, fights over them, arms, and injuries on all sides."""

    # Attacks.
    attacks: Varying = by_place(
        "0.0012 /h (0.0006 to 0.009)", "/h", "attacks for each violent person",
        at_least=0, at_most=1, basis=_FITTED,
    )  # fmt: skip
    follow_on: Value = parameter(
        "60 % (30 to 80)", "%", "further attacks that one attack sets off",
        at_least=0, at_most=0.95, basis=_DESIGN,
    )  # fmt: skip
    follow_within: Value = parameter(
        "3 h (1 to 6)", "h", "mean time until an attack is followed by another",
        at_least=0.05, at_most=200, basis=_DESIGN,
    )  # fmt: skip
    least: Value = parameter(
        "5 % (1 to 20)", "%", "smallest share of the violent in one attack",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    most: Value = parameter(
        "50 % (20 to 100)", "%", "largest share of the violent in one attack",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    fight: Value = parameter(
        "1 h (0.5 to 4)", "h", "mean time for which a site is fought over",
        at_least=0.02, at_most=48, basis=_DESIGN,
    )  # fmt: skip

    # Defence.
    decisive: Value = parameter(
        "1.8 (1.2 to 2.6)", "", "how surely the stronger side wins a site",
        at_least=0.1, at_most=10, basis=_FITTED,
    )  # fmt: skip
    guards: Varying = by_place(
        "4 (2.8 to 5.7)", "", "unarmed attackers that one guard counts for",
        at_least=0.1, at_most=50, basis=_FITTED,
    )  # fmt: skip
    live: Value = parameter(
        "3 (2.1 to 3.8)", "", "factor on guards who may shoot",
        at_least=1, at_most=20, basis=_FITTED,
    )  # fmt: skip
    allies: Value = parameter(
        "2 (1 to 5)", "", "own guards that one allied guard counts for",
        at_least=0, at_most=20, basis=_DESIGN,
    )  # fmt: skip
    support: Varying = by_place(
        "10 % (2.4 to 16)", "%", "share of the men facing a crowd who come to help a site",
        at_least=0, at_most=1, basis=_FITTED,
    )  # fmt: skip
    tired: Value = parameter(
        "40 % (20 to 60)", "%", "strength that complete exhaustion takes from guards",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    arms_help: Value = parameter(
        "50 % (0 to 200)", "%", "strength that arms add to attackers",
        at_least=0, at_most=10, basis=_DESIGN,
    )  # fmt: skip

    # Arms.
    looted: Value = parameter(
        "60 % (30 to 90)", "%", "share of a lost site's arms that is taken",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    weapons_fade: Value = parameter(
        "50 h (20 to 200)", "h", "time in which half of the arms taken are hidden or found",
        at_least=0.5, at_most=20000, basis=_DESIGN,
    )  # fmt: skip
    found: Value = parameter(
        "20 % (0 to 60)", "%", "share of a place's taken arms found when a site is retaken",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip

    # Retaking.
    retake: Varying = by_place(
        "5 h (2.7 to 9.1)", "h", "time for superior forces to retake a site unasked",
        at_least=0.1, at_most=500, basis=_FITTED,
    )  # fmt: skip
    storm: Value = parameter(
        "4 h (2 to 8)", "h", "time for an ordered retaking of a site",
        at_least=0.1, at_most=100, basis=_DESIGN,
    )  # fmt: skip
    warned_slower: Value = parameter(
        "1.5 (1 to 3)", "", "how much longer a retaking takes after a warning",
        at_least=1, at_most=10, basis=_DESIGN,
    )  # fmt: skip
    warned_leave: Value = parameter(
        "50 % (0 to 90)", "%", "share of those in a site who leave after a warning",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    storm_injured: Value = parameter(
        "2 % (0.5 to 8)", "%", "share of those in an ordered retaking who are injured",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip

    # Harm.
    injured: Varying = by_place(
        "0.0015 /h (0.0008 to 0.0032)", "/h", "injuries of the peaceful in a full clash",
        at_least=0, at_most=1, basis=_RATE,
    )  # fmt: skip
    violent_injured: Value = parameter(
        "3 (1 to 10)", "", "how many times as fast the violent are injured",
        at_least=0, at_most=100, basis=_DESIGN,
    )  # fmt: skip
    injured_forces: Varying = by_place(
        "0.022 /h (0.007 to 0.14)", "/h", "injuries of forces for each violent person in a clash",
        at_least=0, at_most=2, basis=_RATE,
    )  # fmt: skip
    killed_forces: Varying = by_place(
        "0.0007 /h (0.0003 to 0.005)", "/h", "deaths of forces for each armed violent person",
        at_least=0, at_most=1, basis="an assumed share of their injuries, no source",
    )  # fmt: skip

    legitimacy: str = declare("meter", "the legitimacy that lost sites cost", default="legitimacy")
    site_cost: Value = parameter(
        "0.4 % (0.1 to 0.8)", "%", "legitimacy lost with each site",
        at_least=0, at_most=0.2, basis=_FITTED,
    )  # fmt: skip
    site_gain: Value = parameter(
        "0 % (0 to 0.8)", "%", "legitimacy regained with each site retaken",
        at_least=0, at_most=0.2, basis=_DESIGN,
    )  # fmt: skip
    step: Value = parameter(
        "30 min", "h", "time between two counts of harm and arms; attacks fall at their own times",
        at_least=0.02, at_most=1, basis="halving it leaves the number of lost sites alone; tested",
    )  # fmt: skip
