"""What a seat knows of an order's fate: hours, result, and the cause as far as anybody told it."""

from collections.abc import Iterator, Mapping

from tui.picture.data import News, OwnOrder
from tui.picture.hearing import heard_words
from tui.picture.known import Known
from tui.picture.times import hour

TAKEN, OUT, BACK = "game.order_taken", "game.order_out", "game.order_reported"
RESULTS: Mapping[str, str] = {
    "as_ordered": "Done as ordered",
    "in_part": "Done in part",
    "late": "Done late",
    "beyond": "They went beyond the order",
    "no_answer": "No answer",
    "failed": "Not done",
}
UNKNOWN = "Cause not known to you."


def fate(known: Known, order: str) -> Iterator[str]:
    """Sentences, in the order in which things happened."""
    own = next((each for each in known.view.orders if each.order == order), None)
    if own is None:
        return
    start, now = known.scene.start, known.now
    taken, back = _told(known, order, TAKEN), _told(known, order, BACK)
    at = own.due if taken is None else taken.at
    yield f"Accepted {hour(start, at, now)}, out {hour(start, own.due, now)}."
    if own.state == "accepted":
        yield "It has not gone out; u takes it back."
    elif own.state == "withdrawn":
        yield "You took it back."
    elif back is None:
        yield _waited(known, own)
        yield UNKNOWN
    else:
        yield _result(known, own, back)
        if own.state != "as_ordered":
            yield UNKNOWN
    if spoken(known, own) and back is not None and (said := heard_words(known, back.at)):
        yield f"It was {said} of the people, as you were told."


def _told(known: Known, order: str, event: str) -> News | None:
    return next(
        (n for n in known.news if n.event == event and n.fields.get("order") == order), None
    )


def _waited(known: Known, own: OwnOrder) -> str:
    form = known.scene.cards.get(own.card)
    takes = f"; it takes {form.takes}" if form is not None and form.takes else ""
    return f"No word of it since{takes}."


def _result(known: Known, own: OwnOrder, back: News) -> str:
    share = back.fields.get("share")
    part = own.state == "in_part" and isinstance(share, float | int)
    about = f", about {float(str(share)) * 100:.0f} % of it" if part else ""
    said = RESULTS.get(own.state, own.state)
    return f"{said}{about}: {hour(known.scene.start, back.at, known.now)}."


def spoken(known: Known, own: OwnOrder) -> bool:
    """Whether an order is an address, that reaches only those who can hear it."""
    form = known.scene.cards.get(own.card)
    return form is not None and form.spoken
