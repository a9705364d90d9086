"""Functions of deals: credit between seats, where an offer stands, replies, exhibits shown."""

from typing import TYPE_CHECKING

from engine.names import did_you_mean
from engine.scenario.expressions import leaves
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.part import Part
from engine.scenario.expressions.scope import Ref
from engine.scenario.expressions.tree import Call, Name
from engine.scenario.expressions.types import COUNT, Type, number_of

if TYPE_CHECKING:
    from engine.scenario.expressions.build import Builder

STATES = (
    "unmade", "open", "due", "running", "kept", "broken", "refused", "recalled", "lapsed",
    "answered", "unanswered", "shown", "void",
)  # fmt: skip
"""Where an offer stands: before it is put, while it is, and how it ended."""

CHECKED = ("unknown", "genuine", "false")

BETWEEN = ("credit", "exhibits")
OF_OFFERS = ("deal", "reply")
DEALT = (*BETWEEN, *OF_OFFERS, "checked")
TAKES = {
    "credit": "a seat, or two such as credit(one to other)",
    "exhibits": "a seat, or two such as exhibits(one to other)",
    "deal": "an offer, or an offer and a seat such as deal(offer to seat)",
    "reply": "an offer that is a question",
    "checked": "an exhibit",
}


def dealt(builder: "Builder", node: Call) -> Part:
    """A checked function of deals. Raises `ExpressionError`."""
    name, other = node.name, node.other
    if name in BETWEEN:
        first = _id(builder, node, node.inner, "seat")
        second = "" if other is None else _id(builder, node, other, "seat")
        _between(builder, node, first, second)
        kind = number_of("%") if name == "credit" else COUNT
    elif name == "checked":
        first, second = _id(builder, node, node.inner, "exhibit"), ""
        kind = Type("words", words=CHECKED)
    else:
        first = _id(builder, node, node.inner, "offer")
        second = "" if other is None else _id(builder, node, other, "seat")
        kind = Type("words", words=_words(builder, node, first))
    shown = f"{name}({first} to {second})" if second else f"{name}({first})"
    ref = Ref("dealt", first, where=second, text=shown)
    return builder.asked(kind, leaves.dealt(name, first, second), ref)


def _words(builder: "Builder", node: Call, offer: str) -> tuple[str, ...]:
    if node.name == "deal":
        return STATES
    replies = builder.look.names.replies.get(offer)
    if replies is None:
        assert node.inner is not None
        raise ExpressionError(f"`{offer}` is no question", node.inner.column, "E-call")
    return ("none", *replies)


def _between(builder: "Builder", node: Call, first: str, second: str) -> None:
    """Whether the reader may ask of these two seats."""
    scope = builder.look.scope
    if scope.reads == "world" or not scope.seat:
        if node.name == "credit" and not second:
            sentence = "credit() is between two seats here, such as credit(one to other)"
            raise ExpressionError(sentence, node.column, "E-call")
        return
    if second and scope.seat not in (first, second):
        sentence = f"`{scope.seat}` is never told what is between `{first}` and `{second}`"
        raise ExpressionError(sentence, node.column, "E-told")
    if not second and first == scope.seat:
        sentence = f"`{first}` asks this of another seat, not of itself"
        raise ExpressionError(sentence, node.column, "E-call")


def _id(builder: "Builder", node: Call, given: object, sort: str) -> str:
    takes = f"{node.name}() takes {TAKES[node.name]}"
    if not isinstance(given, Name):
        raise ExpressionError(takes, node.column, "E-call")
    names = builder.look.names
    found = names.sorts.get(given.text)
    if found == sort:
        return given.text
    if found:
        sentence = f"`{given.text}` is of the sort `{found}`; {takes}"
        raise ExpressionError(sentence, given.column, "E-sort")
    deleted = names.deleted.get(given.text)
    known = [id for id, of in names.sorts.items() if of == sort]
    hint = f"; it was deleted at {deleted}" if deleted else did_you_mean(given.text, known)
    sentence = f"{takes}; there is none called `{given.text}`{hint}"
    raise ExpressionError(sentence, given.column, "E-name")
