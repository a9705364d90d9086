"""The keys of deals: offers, their terms, exhibits, and the sizes of credit."""

from engine.written import Declared


def _need(sort: str, text: str, unit: str = "") -> Declared:
    return Declared(sort, unit, text)


def _may(sort: str, text: str, unit: str = "", **more: float) -> Declared:
    return Declared(sort, unit, text, optional=True, **more)  # type: ignore[arg-type]


OFFER = {
    "title": _need("text", "its name"),
    "text": _may("text", "what it says, in a sentence"),
    "from": _need("seat", "who offers"),
    "to": _need("seats", "who answers: a seat, a list of which one is chosen, or `all` at once"),
    "when": _may("offer_when", "when it can be put, over what the seat that offers is told"),
    "gives": _may("terms", "what is promised: a term or a list of terms"),
    "asks": _may("terms", "what is asked: a term or a list of terms"),
    "or_else": _may("term", "what the seat that offers does when the hour has passed"),
    "question": _may("question", "a question, in place of terms"),
    "shows": _may("exhibits", "exhibits of which one is shown with it"),
    "answer_by": _may("value", "how long an answer may take, by default 12 h", "h", at_least=0.0),
    "public": _may("flag", "everybody sees it, and what becomes of it"),
    "leak": _may(
        "value", "chance that the hot line is overheard, by default 15 %", "%",
        at_least=0.0, at_most=1.0,
    ),
}  # fmt: skip
TERM = {
    "will": _may("card", "a card that will be ordered"),
    "will_not": _may("card", "a card that will not be ordered"),
    "will_show": _may("exhibit_or_any", "an exhibit that will be shown, or `any`"),
    "within": _may("value", "within this time", "h", at_least=0.0),
    "for": _may("value", "for this time", "h", at_least=0.0),
    "with": _may("with", "how the form must be filled in for an order to count"),
    "over": _may("over", "numbers of the form that count only above these sums, by field"),
    "at": _may("areas", "a place, region or site that an order must touch to count"),
    "when": _may("condition", "its time runs from the first beat at which this holds"),
    "by": _may("seat", "another seat of the same side that must keep it"),
    "heard_after": _may("value", "how late that seat hears of it", "h", at_least=0.0),
}
LEARNING = {
    "with": _may("with", "how the form must be filled in for this row to count"),
    "who": _need("learners", "who learns of it then, and how late"),
}
QUESTION = {
    "ask": _need("text", "what is asked"),
    "replies": _need("replies", "what may be replied: ids with texts"),
}
EXHIBIT = {
    "title": _need("text", "its name"),
    "to": _need("seats", "who finds it"),
    "when": _need("condition", "when it is found"),
    "true": _need("genuine", "whether it is genuine: a condition, or the odds such as 70 %"),
    "text": _need("text", "what it shows"),
    "headline": _may("text", "its headline"),
    "found_out": _may(
        "value", "how long after it was first shown a false one is found out, by default 72 h",
        "h", at_least=0.0,
    ),
}  # fmt: skip
CREDIT = {
    "start": _may("value", "where it begins, by default 50 %", "%", at_least=0.0, at_most=1.0),
    "kept": _may(
        "value", "its last term of a deal was kept, by default 5 %", "%", at_least=-1.0, at_most=1.0
    ),
    "broken": _may(
        "value", "its word was broken, by default -20 %", "%", at_least=-1.0, at_most=1.0
    ),
    "lapsed": _may(
        "value", "it let a threat lapse, by default -30 %", "%", at_least=-1.0, at_most=1.0
    ),
    "extended": _may(
        "value", "it put a threat off, by default -10 %", "%", at_least=-1.0, at_most=1.0
    ),
    "false": _may(
        "value",
        "an exhibit that it used was found false, by default -20 %",
        "%",
        at_least=-1.0,
        at_most=1.0,
    ),
}
