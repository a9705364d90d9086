"""What an author may write of the way troops leave."""

from engine.written import Value, Written, declare, parameter

DESIGN = "design value, no source"


class Withdrawal(Written):
    """How a stay ends: how long it may last, and in what order sites are given back."""

    stay: Value = parameter(
        "30 d (10 to 90)",
        "h",
        "how long troops may stay where no alliance set a length",
        at_least=0,
        basis=DESIGN,
    )
    handing: Value = parameter(
        "40 % (10 to 80)",
        "%",
        "share of the announced days within which every site is given back",
        at_least=0,
        at_most=1,
        basis=DESIGN,
    )
    agreeing: Value = parameter(
        "12 h (3 to 48)",
        "h",
        "what agreeing first with those who sent troops costs",
        at_least=0,
        basis=DESIGN,
    )
    resurgence: Value = parameter(
        "0.02 /h (0.001 to 0.1)",
        "/h",
        "rate of new unrest just after order is restored",
        at_least=0,
        basis=DESIGN,
    )
    loss: Value = parameter(
        "1000 (300 to 3000)",
        "",
        "what new unrest would cost, in the unit of `presence`",
        at_least=0,
        basis=DESIGN,
    )
    presence: Value = parameter(
        "0.001 /h (0 to 0.01)",
        "/h",
        "what a foreign soldier costs in an hour",
        at_least=0,
        basis=DESIGN,
    )
    calms_in: Value = parameter(
        "48 h (12 to 240)",
        "h",
        "time in which the risk of new unrest falls to a third",
        at_least=1,
        basis=DESIGN,
    )
    sequence: str = declare(
        "words",
        "which sites go back first where nobody says: as written, fewest posts, or most",
        default="fewest_posts",
        choices=("as_written", "fewest_posts", "most_posts"),
    )
