"""What an author may write of an alliance: its members, its rule, and what moves its consent."""

from collections.abc import Mapping

from engine.written import Value, Written, declare, parameter

DESIGN = "design value, no source"
FRAMES = ("internal", "outside", "facilities")
RULES = ("unanimity", "patron", "majority")
MODES = ("parallel", "in_turn")
SPREADS = ("gamma", "exponential")
SILENCES = ("abstain", "no", "yes")
TERMS = ("guard_only", "cap", "end_date", "word")
REASONS = ("home", "neutral", "doubt", "cost", "dispute", "border")


class Accepts(Written):
    """The chance that a request in these words is taken as a case for the alliance at all."""

    internal: Value = parameter(
        "20 % (5 to 40)", "%", "where trouble at home is named", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    outside: Value = parameter(
        "90 % (70 to 98)", "%", "where an attack from outside is named", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    facilities: Value = parameter(
        "70 % (50 to 90)", "%", "where only the guarding of sites is asked", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip


class Parliament(Written):
    """A parliament without whose vote a member sends nobody."""

    sits: int | None = declare(
        "moment", "when it first sits; left out, it sits once called", default=None, optional=True
    )
    called_in: Value = parameter(
        "6 h (3 to 24)", "h", "from the member's yes to the sitting, where no time is set",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    deputies: Value = parameter(
        "90 people", "people", "how many could come", at_least=1, basis=DESIGN
    )
    quorum: Value = parameter(
        "0 people", "people", "how many must come for a vote to count", at_least=0, basis=DESIGN
    )
    needs: Value = parameter(
        "0 people", "people", "votes needed; 0 is more than half of those present", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    comes: Value = parameter(
        "60 % (40 to 80)", "%", "share of deputies expected at the first sitting", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    favours: Value = parameter(
        "85 % (70 to 95)", "%", "share of those present expected to vote for", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    spread: Value = parameter(
        "8 % (4 to 15)", "%", "standard deviation of both shares", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    again: Value = parameter(
        "12 h (6 to 24)", "h", "from a failed sitting to the next", at_least=0, basis=DESIGN
    )
    tries: Value = parameter("3", "", "sittings before it is given up", at_least=1, basis=DESIGN)
    binds: str = declare(
        "words", "what waits for its vote: the member's force, or its answer too",
        default="force", choices=("force", "answer"),
    )  # fmt: skip


class Member(Written):
    """A capital with a say: how it tends, how long it takes, and what it asks in return."""

    title: str = declare("text", "its name", default="")
    patron: bool = declare("flag", "whether the others look to it", default=False)
    consent: Value = parameter(
        "90 % (50 to 99)", "%", "chance of a yes once the case is accepted", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    clock: Value = parameter(
        "1.5 h (0.3 to 12)", "h", "mean time to an answer", at_least=0, basis=DESIGN
    )
    abstains: Value = parameter(
        "0 %", "%", "chance of standing aside instead of a yes or a no", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    veto: Value = parameter(
        "20 % (0 to 50)", "%", "share of its refusals that forbid, where the patron decides",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    reason: str = declare("words", "why it would refuse", default="home", choices=REASONS)
    term: str = declare("words", "what it asks in return", default="guard_only", choices=TERMS)
    sets_terms: Value = parameter(
        "0 %", "%", "share of its consents that carry a term", at_least=0, at_most=1, basis=DESIGN
    )
    parliament: Parliament | None = declare(
        "record", "the parliament it must ask, if any", default=None, optional=True, of=Parliament
    )


class Alliance(Written):
    """A pact whose members consult on a request for help, and decide it by a rule."""

    members: Mapping[str, Member] = declare("table", "the capitals that are asked", of=Member)
    rule: str = declare("words", "what makes a decision", default="unanimity", choices=RULES)
    accepts: Accepts = declare(
        "record", "how likely each wording is taken as a case", default=Accepts(), of=Accepts
    )
    leaning: Value = parameter(
        "0 (-3 to 3)", "", "log odds added to every member's consent", basis=DESIGN
    )
    ties: Value = parameter(
        "60 % (0 to 90)", "%", "how far members' answers go together", at_least=0, at_most=1,
        basis=DESIGN,
    )  # fmt: skip
    precedent: Value = parameter(
        "20 % (0 to 100)", "%", "share of past requests that brought help, as remembered",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    usual_precedent: Value = parameter(
        "20 % (10 to 40)", "%", "the precedent at which members consent as written", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    precedent_gain: Value = parameter(
        "2 (0 to 5)", "", "log odds of consent for a full step of precedent", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    learns: Value = parameter(
        "30 % (0 to 100)", "%", "weight of the latest outcome in the precedent", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    reminder: Value = parameter(
        "10 % (0 to 30)", "%", "how far recalling the past moves the precedent", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    evidence_gain: Value = parameter(
        "0.5 (0 to 2)", "", "log odds of acceptance for each item of evidence", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    alarm: Value = parameter(
        "3 sites (1 to 8)", "sites", "lost sites at which members consent as written", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    calm: Value = parameter(
        "1.5 (0 to 4)", "", "log odds of consent lost when no site is lost", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    hopeless: Value = parameter(
        "2 (0 to 5)", "", "log odds of consent lost when nobody is loyal any more", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    defend_price: Value = parameter(
        "0.5 (0 to 2)", "", "log odds of consent lost when men may fight beyond the fence",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    assist_price: Value = parameter(
        "2 (0 to 4)", "", "log odds of consent lost when men may face crowds", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    pull: Value = parameter(
        "0.5 (0 to 3)", "", "log odds that the patron's own answer adds or takes", at_least=0,
        basis=DESIGN,
    )  # fmt: skip
    grounds_gain: Value = parameter(
        "0.7 (0 to 2)", "", "log odds of consent gained where grounds asked for are shown",
        at_least=0, basis=DESIGN,
    )  # fmt: skip
    grounds_delay: Value = parameter(
        "3 h (2 to 4)", "h", "what asking for grounds costs", at_least=0, basis=DESIGN
    )
    calls: str = declare(
        "words", "together or one after another", default="parallel", choices=MODES
    )
    spread: str = declare("words", "how answers spread in time", default="gamma", choices=SPREADS)
    convenes: Value = parameter(
        "30 min (0 to 180)", "h", "from a request to the first calls", at_least=0, basis=DESIGN
    )
    drafting: Value = parameter(
        "30 min (0 to 180)", "h", "from the last answer to the decision", at_least=0, basis=DESIGN
    )
    term_delay: Value = parameter(
        "1 h (0 to 6)", "h", "what each term adds before the decision", at_least=0, basis=DESIGN
    )
    most_terms: Value = parameter(
        "3", "", "terms accepted; a member with one more is passed over", at_least=0, basis=DESIGN
    )
    capped: Value = parameter(
        "50 % (30 to 80)", "%", "share of the men asked for that a cap leaves", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    limited: Value = parameter(
        "10 d (5 to 20)", "h", "longest stay that an end date allows", at_least=0, basis=DESIGN
    )
    later_lasts: Value = parameter(
        "12 h (6 to 24)", "h", "after which `later` is heard as a no", at_least=0, basis=DESIGN
    )
    lobbying: Value = parameter(
        "10 % (5 to 20)", "%", "what lobbying adds to a parliament's attendance and favour",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    drills: Value = parameter(
        "0 (0 to 12)", "", "joint drills held before the start", at_least=0, basis=DESIGN
    )
    drilled: Value = parameter(
        "60 % (0 to 90)", "%", "how much shorter clocks are after endless drills", at_least=0,
        at_most=1, basis=DESIGN,
    )  # fmt: skip
    drills_half: Value = parameter(
        "4 (2 to 8)", "", "drills that bring half of that", at_least=1, basis=DESIGN
    )
