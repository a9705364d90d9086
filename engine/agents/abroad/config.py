"""What an author may write of the world outside: who watches, and what each party minds."""

from collections.abc import Mapping

from engine.written import Value, Written, declare, parameter

DESIGN = "design value, no source"


class Party(Written):
    """A government or body outside, and how much it minds each thing."""

    title: str = declare("text", "its name", "")
    law: Value = parameter(
        "50 % (0 to 100)", "%", "how much it minds the legal ground of a request",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    rights: Value = parameter(
        "50 % (0 to 100)", "%", "how much it minds force, deaths and silence",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    presence: Value = parameter(
        "50 % (0 to 100)", "%", "how much it minds foreign troops who stay",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    order: Value = parameter(
        "50 % (0 to 100)", "%", "how much it fears that order breaks down",
        at_least=0, at_most=1, basis=DESIGN,
    )  # fmt: skip
    after: Value = parameter(
        "6 h (2 to 24)", "h", "mean time until it reacts", at_least=0, basis=DESIGN
    )
    voice: Value = parameter(
        "1 (0.5 to 2)", "", "how much its word counts beside others'", at_least=0, basis=DESIGN
    )


class AbroadConfig(Written):
    """Several outside parties, each with its line."""

    members: Mapping[str, Party] = declare("table", "the parties, by id", of=Party)
    legitimacy: str = declare(
        "meter", "the meter that words from abroad move", "legitimacy", optional=True
    )
    sovereignty: str = declare(
        "meter", "the meter of the cost to sovereignty", "sovereignty", optional=True
    )
    fades: Value = parameter(
        "48 h (24 to 168)", "h", "half-life of what a party minds",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
    word_cost: Value = parameter(
        "0.5 % (0 to 2)", "%", "legitimacy lost by a condemnation of one party",
        at_least=0, at_most=0.1, basis=DESIGN,
    )  # fmt: skip
    word_gain: Value = parameter(
        "0.5 % (0 to 2)", "%", "legitimacy gained by the backing of one party",
        at_least=0, at_most=0.1, basis=DESIGN,
    )  # fmt: skip
    presence_cost: Value = parameter(
        "0.3 % (0 to 2)", "%", "cost to sovereignty of a condemnation of foreign troops",
        at_least=0, at_most=0.1, basis=DESIGN,
    )  # fmt: skip
    grace: Value = parameter(
        "24 h (6 to 72)", "h", "time to act on a warning that was crossed",
        at_least=1, basis=DESIGN,
    )  # fmt: skip
