"""What an author may write of demands: their ladder, and how fast it is climbed."""

from collections.abc import Mapping

from engine.written import Value, Written, declare, parameter


class DemandsConfig(Written):
    """What somebody asks for, lowest first, and how they carry orders while unanswered."""

    of: str = declare("seat", "whose demands they are", "", optional=True)
    rungs: Mapping[str, str] = declare("rungs", "what may be asked, lowest first")
    rises: Value = parameter(
        "36 h (12 to 72)", "h", "unanswered for this long, the next rung is asked",
        at_least=1, basis="design value, no source",
    )  # fmt: skip
    obeys: Value = parameter(
        "90 % (60 to 100)", "%", "chance that an order is carried out in full when nothing is open",
        at_least=0, at_most=1, basis="design value, no source",
    )  # fmt: skip
    anger: Value = parameter(
        "40 % (0 to 80)", "%", "how much lower that chance is at the top rung, unanswered",
        at_least=0, at_most=1, basis="design value, no source",
    )  # fmt: skip
    walkout: Value = parameter(
        "50 % (20 to 80)", "%", "how much of an order is done when its people go home early",
        at_least=0, at_most=1, basis="design value, no source",
    )  # fmt: skip
    drags: Value = parameter(
        "3 h (1 to 6)", "h", "how late an order is when its people drag their feet",
        at_least=0, basis="design value, no source",
    )  # fmt: skip
