"""What an author may set of the people on the streets; defaults are the fitted central set."""

from collections.abc import Mapping

from engine.written import Value, Varying, Written, by_place, declare, parameter

_FITTED = "fitted to one well-recorded case, weakly identified; see docs/models.md"
_FIRM = "fitted to one well-recorded case, identified; see docs/models.md"
_FORM = "form and value of Epstein's model of civil violence (2002)"
_DESIGN = "design value, no source"
_RATE = "solved from the totals of one case; no test of it exists"


class UnrestConfig(Written):
    """The people on the streets of every place: how they join, turn, go home, and are taken."""

    # Who could come.
    mobilisable: Value = parameter(
        "1 % (0.9 to 2.1)", "%", "share of people who could ever take part",
        at_least=0.0001, at_most=0.2, basis=_FITTED,
    )  # fmt: skip
    hardship: Varying = by_place(
        "1 (0.6 to 1.4)", "", "hardship, 1 is the country's middle",
        at_least=0.05, at_most=3, basis=_DESIGN,
    )  # fmt: skip
    gradient: Value = parameter(
        "2.8 (0.5 to 5.5)", "", "how strongly hardship widens the circle of people who could come",
        at_least=0, at_most=10, basis=_FITTED,
    )  # fmt: skip

    # How they come.
    contact: Varying = by_place(
        "0.81 /h (0.6 to 1.4)", "/h", "recruitment by those already out",
        at_least=0, at_most=10, basis=_FITTED,
    )  # fmt: skip
    outside: Varying = by_place(
        "4.8 % (2.3 to 7.5)", "%", "share of influence from other places",
        at_least=0, at_most=1, basis=_FIRM,
    )  # fmt: skip
    reach: Value = parameter(
        "150 km (67 to 280)", "km", "distance at which influence falls off",
        at_least=1, at_most=5000, basis=_FITTED,
    )  # fmt: skip
    falls_off: Value = parameter(
        "2 (1.2 to 2.9)", "", "power by which influence falls off with distance",
        at_least=0, at_most=6, basis=_FITTED,
    )  # fmt: skip
    violent_weight: Varying = by_place(
        "2.5 (1.5 to 3.9)", "", "peaceful people that one violent person counts for in contagion",
        at_least=0, at_most=20, basis=_FITTED,
    )  # fmt: skip
    spontaneous: Varying = by_place(
        "0.0000005 /h (0.0000001 to 0.000002)", "/h", "coming out unasked",
        at_least=0, at_most=1, basis=_FITTED,
    )  # fmt: skip
    spark: Varying = by_place(
        "0 /h (0 to 0.05)", "/h", "a local cause that brings people out, by place and time",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    call: Varying = by_place(
        "0 /h (0 to 0.05)", "/h", "a call to come out that every place hears, over time",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    rally: Value = parameter(
        "0.005 /h (0.003 to 0.012)", "/h", "what a rally of size 1 brings out while it lasts",
        at_least=0, at_most=1, basis=_FITTED,
    )  # fmt: skip

    # What they weigh.
    threshold: Varying = by_place(
        "0.1 (0.05 to 0.2)", "", "grievance less risk beyond which people act",
        at_least=0, at_most=1, basis=_FORM,
    )  # fmt: skip
    perception: Varying = by_place(
        "2.3 (1 to 4)", "", "how fast visible police raise the expected chance of arrest",
        at_least=0, at_most=20, basis=_FORM,
    )  # fmt: skip
    violent_policing: Varying = by_place(
        "1.5 (1 to 3)", "", "how many peaceful people one violent person counts for with police",
        at_least=0, at_most=20, basis=_DESIGN,
    )  # fmt: skip
    faces: Varying = by_place(
        "0.41 (0.22 to 0.72)", "",
        "officers sent to face each person, where no security forces say otherwise",
        at_least=0, at_most=10, basis=_FITTED,
    )  # fmt: skip
    evening: Value = parameter(
        "0.7 (0.46 to 0.95)", "", "how much livelier the peak hour is than the day's mean",
        at_least=0, at_most=1, basis="amplitude of a clock of riots of 1965, and fitted",
    )  # fmt: skip
    peak_hour: Value = parameter(
        "21 h (19 to 23)", "h", "hour of the day at which the streets are fullest",
        at_least=0, at_most=24, basis=_FITTED,
    )  # fmt: skip
    curfew: Value = parameter(
        "20 % (0 to 50)", "%", "evening recruitment that an enforced curfew takes away",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip

    # How they leave.
    stay_peaceful: Varying = by_place(
        "17 h (9 to 18)", "h", "stay on the street, peaceful", at_least=0.1, at_most=500,
        basis=_FIRM,
    )  # fmt: skip
    stay_violent: Varying = by_place(
        "9.6 h (7 to 20)", "h", "stay on the street, violent", at_least=0.1, at_most=500,
        basis=_FITTED,
    )  # fmt: skip
    rest: Varying = by_place(
        "85 h (67 to 95)", "h", "rest at home before coming out again", at_least=0.1,
        at_most=5000, basis=_FIRM,
    )  # fmt: skip
    kept_home: Varying = by_place(
        "8 (1 to 20)", "", "how many times longer the rest is while an emergency holds",
        at_least=1, at_most=100, basis="design value: without it the fit has a second wave",
    )  # fmt: skip
    dispersal: Varying = by_place(
        "0.82 (0.25 to 1.6)", "", "how much expected arrest shortens the stay",
        at_least=0, at_most=20, basis=_FITTED,
    )  # fmt: skip

    # How they turn.
    radicalises: Varying = by_place(
        "0.018 /h (0.004 to 0.1)", "/h", "from peaceful to violent in a full clash",
        at_least=0, at_most=5, basis=_FITTED,
    )  # fmt: skip
    organised: Varying = by_place(
        "5 % (0 to 20)", "%", "violence that needs no clash: an organised wing",
        at_least=0, at_most=1, basis="no source; draw it, never ship 0 as the only value",
    )  # fmt: skip
    angers: Varying = by_place(
        "2 (0.5 to 4.4)", "", "gain of backlash on the turn to violence",
        at_least=0, at_most=50, basis=_FITTED,
    )  # fmt: skip
    resents: Varying = by_place(
        "0.092 (0.022 to 0.11)", "", "legitimacy that a place denies for each unit of backlash",
        at_least=0, at_most=5, basis=_FITTED,
    )  # fmt: skip
    blackout: Varying = by_place(
        "1.3 (0.8 to 1.8)", "", "factor on the turn to violence where networks reach nobody",
        at_least=0, at_most=10, basis="studies disagree on the sign; keep it free",
    )  # fmt: skip
    clash_share: Varying = by_place(
        "0.1 (0.043 to 0.22)", "", "officers for each person at which a clash is full",
        at_least=0, at_most=10, basis=_FITTED,
    )  # fmt: skip
    put_off: Value = parameter(
        "0 % (0 to 80)", "%", "recruits whom a wholly violent crowd puts off",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    expansion: Value = parameter(
        "0 h (0 to 5)", "h", "gain of a crowd's growth on the turn to violence",
        at_least=0, at_most=100, basis="one comparative study of sudden growth; off by default",
    )  # fmt: skip

    # What is done to them.
    saturation: Varying = by_place(
        "0.5 (0.2 to 2)", "", "crowd for each officer at which arrests are halved",
        at_least=0.001, at_most=50, basis=_DESIGN,
    )  # fmt: skip
    release: Varying = by_place(
        "120 h (48 to 400)", "h", "mean time in detention", at_least=0.1, at_most=20000,
        basis=_DESIGN,
    )  # fmt: skip
    backlash_clash: Varying = by_place(
        "0.1 /h (0.027 to 0.29)", "/h", "backlash from an hour of full clash under dispersal",
        at_least=0, at_most=10, basis=_FITTED,
    )  # fmt: skip
    backlash_arrest: Varying = by_place(
        "0.6 (0 to 2)", "", "backlash from one arrest for each person", at_least=0, at_most=50,
        basis=_DESIGN,
    )  # fmt: skip
    backlash_crowd: Varying = by_place(
        "100 people (50 to 500)", "people", "smallest crowd whose treatment is remembered",
        at_least=0, basis=_DESIGN,
    )  # fmt: skip
    backlash_fades: Varying = by_place(
        "24 h (9.5 to 57)", "h", "time in which backlash is forgotten", at_least=0.1,
        at_most=20000, basis=_FITTED,
    )  # fmt: skip
    deaths: Varying = by_place(
        "0.00048 /h (0.00016 to 0.0017)", "/h", "deaths of the peaceful in a full armed clash",
        at_least=0, at_most=1, basis=_RATE,
    )  # fmt: skip
    violent_exposure: Varying = by_place(
        "13 (8 to 18)", "", "how many times as fast the violent are killed", at_least=0,
        at_most=100, basis=_RATE,
    )  # fmt: skip
    dispersal_deaths: Varying = by_place(
        "60 (11 to 170)", "", "how many times rarer deaths are when forces only disperse",
        at_least=1, at_most=10000, basis=_RATE,
    )  # fmt: skip

    # What they ask, and what answers do.
    rungs: Mapping[str, str] = declare(
        "rungs", "what the street asks, lowest first",
        default={
            "price": "The old price",
            "pay": "Pay, and the officials out",
            "cabinet": "The cabinet out",
            "old_posts": "The old guard's posts",
            "elections": "Elections",
        },
    )  # fmt: skip
    climbs: Varying = by_place(
        "18 h (9.9 to 40)", "h", "time unanswered in which demands climb one rung",
        at_least=0.5, at_most=5000, basis=_FITTED,
    )  # fmt: skip
    climbs_to: Value = parameter(
        "99 (1 to 99)", "", "the highest rung, from 1, to which waiting alone raises demands",
        at_least=1, basis=_DESIGN,
    )  # fmt: skip
    climb_crowd: Varying = by_place(
        "50 people (20 to 200)", "people", "smallest crowd whose demands climb", at_least=0,
        basis=_DESIGN,
    )  # fmt: skip
    deaths_a_rung: Varying = by_place(
        "50 people (10 to 200)", "people", "deaths in a place that raise its demands by one rung",
        at_least=0.1, basis=_DESIGN,
    )  # fmt: skip
    credit_fades: Varying = by_place(
        "18 h (8.6 to 63)", "h", "time in which a concession is forgotten", at_least=0.1,
        at_most=20000, basis=_FITTED,
    )  # fmt: skip
    unasked: Value = parameter(
        "100 % (30 to 100)", "%", "worth of an offer of more than is asked, beside one that fits",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    said_again: Value = parameter(
        "30 % (0 to 100)", "%", "worth of an offer that goes no further than an earlier one",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip

    # What it does to legitimacy.
    legitimacy: str = declare("meter", "the legitimacy it reads and moves", default="legitimacy")
    thanks: Value = parameter(
        "10 % (0 to 50)", "%", "share of a concession's mean credit that stays as legitimacy",
        at_least=0, at_most=1, basis=_DESIGN,
    )  # fmt: skip
    death_cost: Value = parameter(
        "0.1 % (0 to 0.4)", "%", "legitimacy lost for each death in the crowd",
        at_least=0, at_most=0.1, basis="no source; decides results on force, always vary it",
    )  # fmt: skip
    lethal_cost: Value = parameter(
        "0.007 %/h (0.001 to 0.1)", "%/h", "legitimacy lost while armed forces face a large crowd",
        at_least=0, at_most=0.1, basis=_FITTED,
    )  # fmt: skip
    lethal_crowd: Value = parameter(
        "2000 people (500 to 10000)", "people", "crowd before which armed forces cost legitimacy",
        at_least=0, basis=_DESIGN,
    )  # fmt: skip
    recovers: Value = parameter(
        "60 d (20 to 365)", "h", "time in which legitimacy returns to where it began",
        at_least=1, at_most=200000, basis=_DESIGN,
    )  # fmt: skip

    began: Value = parameter(
        "50 people (20 to 200)", "people", "crowd that counts as the first protest of a place",
        at_least=1, basis="threshold used when the model was fitted",
    )  # fmt: skip
    step: Value = parameter(
        "30 min", "h", "time between two steps; longer steps are less exact",
        at_least=0.02, at_most=0.5, basis="halving it moves peak and detained little; tested",
    )  # fmt: skip
