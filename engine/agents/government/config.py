"""What an author may write of a government: its posts, and what ignored orders cost it."""

from engine.written import Value, Written, declare, parameter


class GovernmentConfig(Written):
    """Decrees, posts and words of those who govern."""

    posts: tuple[str, ...] = declare("ids", "posts that may be filled anew", ())
    legitimacy: str = declare(
        "meter", "the meter that an ignored curfew lowers", "legitimacy", optional=True
    )
    checks: Value = parameter(
        "23 h (21 to 24)", "h", "hour of the day, at the capital's clock, at which curfews show",
        at_least=0, at_most=24, basis="design value, no source",
    )  # fmt: skip
    ignored_crowd: Value = parameter(
        "500 people (100 to 2000)", "people",
        "people out at a place under curfew from which on it is seen to be ignored",
        at_least=1, basis="design value, no source",
    )  # fmt: skip
    ignored_cost: Value = parameter(
        "1 % (0 to 3)", "%", "legitimacy lost in a night in which every curfew is ignored",
        at_least=0, at_most=0.2, basis="design value, no source",
    )  # fmt: skip
    enforcers: Value = parameter(
        "0.1 (0.04 to 0.22)", "", "men on the street for each person out that enforce a curfew",
        at_least=0.001, basis="the share of officers at which a clash is full in the field model",
    )  # fmt: skip
    disrupts: Value = parameter(
        "6 h (3 to 12)", "h", "how long orders are slower after the cabinet goes",
        at_least=0, basis="design value, no source",
    )  # fmt: skip
    slower: Value = parameter(
        "2 h (1 to 6)", "h", "by how much they are slower then",
        at_least=0, basis="design value, no source",
    )  # fmt: skip
