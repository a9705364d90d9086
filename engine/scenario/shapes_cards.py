"""The keys of cards, and how a key is declared."""

from engine.written import Declared


def need(sort: str, text: str, unit: str = "", **more: object) -> Declared:
    """A key that must be there."""
    return Declared(sort, unit, text, **more)  # type: ignore[arg-type]


def may(sort: str, text: str, unit: str = "", **more: object) -> Declared:
    """A key that may be left out."""
    return Declared(sort, unit, text, optional=True, **more)  # type: ignore[arg-type]


EFFECTS = may("effects", "what it does, in order")
CARD = {
    "title": need("text", "its name on the screen, at most 23 characters"),
    "short": may("short", "texts for narrow screens"),
    "text": may("text", "what it does, in a sentence that its form shows"),
    "seat": need("seat", "who decides it"),
    "authority": may("power", "the power it needs, by default the seat's own"),
    "when": may("condition", "when it can be ordered, by default always"),
    "closed": may("text", "what its seat is told while its `when` does not hold"),
    "fields": may("fields", "what the form asks"),
    "cost": may("cost", "what it takes of the seat's own stocks"),
    "takes": may("amount", "how long before its effects begin", "h", at_least=0.0),
    "known_to": may("known_to", "who learns of it, and how late"),
    "carried_by": may("agent", "an agent that may do it in part, late, or not"),
    "may_fail": may("text", "how it may fail"),
    "effects": EFFECTS,
    "case_for": need("text", "the best reason for it, with who says so"),
    "case_against": need("text", "the best reason against it, with who says so"),
    "unknown": need("text", "what nobody can tell"),
    "cases": may("cases", "other words for these three, each while it fits"),
    "record": may("text", "what was done in fact, with sources"),
}
CASE = {
    "when": may("condition", "while this fits, over what the seat is told"),
    "case_for": may("text", "in place of the card's own"),
    "case_against": may("text", "in place of the card's own"),
    "unknown": may("text", "in place of the card's own"),
    "short": may("short", "texts for narrow screens"),
}
