"""What an author may write of a request for help."""

from engine.written import Value, Written, parameter


class Aid(Written):
    """A government's request for help from an alliance, and how long it can stay unanswered."""

    lapses_after: Value = parameter(
        "24 h (12 to 72)",
        "h",
        "how long a request may stay unanswered before it is heard as a refusal",
        at_least=0,
        basis="design value, no source",
    )
