"""What a seat knows of an order's fate: hours, result, and the cause as far as anybody told it."""

from collections.abc import Iterator, Mapping

from tui.picture.data import News, OwnOrder
from tui.picture.hearing import heard_words
from tui.picture.known import Known
from tui.picture.times import hour
from tui.words import phrase

TAKEN, OUT, BACK = "game.order_taken", "game.order_out", "game.order_reported"
RESULTS: Mapping[str, str] = {
    "as_ordered": phrase("Done as ordered"),
    "in_part": phrase("Done in part"),
    "late": phrase("Done late"),
    "beyond": phrase("They went beyond the order"),
    "no_answer": phrase("No answer"),
    "failed": phrase("Not done"),
}
UNKNOWN = phrase("Cause not known to you.")


def fate(known: Known, order: str) -> Iterator[str]:
    """Sentences, in the order in which things happened."""
    own = next((each for each in known.view.orders if each.order == order), None)
    if own is None:
        return
    start, now = known.scene.start, known.now
    taken, back = _told(known, order, TAKEN), _told(known, order, BACK)
    at = own.due if taken is None else taken.at
    yield phrase(
        "Accepted {taken}, out {out}.",
        taken=hour(start, at, now),
        out=hour(start, own.due, now),
    )
    if own.state == "accepted":
        yield phrase("It has not gone out; u takes it back.")
    elif own.state == "withdrawn":
        yield phrase("You took it back.")
    elif back is None:
        yield _waited(known, own)
        yield UNKNOWN
    else:
        yield _result(known, own, back)
        if own.state != "as_ordered":
            yield UNKNOWN
    if spoken(known, own) and back is not None and (said := heard_words(known, back.at)):
        yield phrase("It was {said} of the people, as you were told.", said=said)


def _told(known: Known, order: str, event: str) -> News | None:
    return next(
        (n for n in known.news if n.event == event and n.fields.get("order") == order), None
    )


def _waited(known: Known, own: OwnOrder) -> str:
    form = known.scene.cards.get(own.card)
    takes = (
        phrase("; it takes {takes}", takes=form.takes) if form is not None and form.takes else ""
    )
    return phrase("No word of it since{takes}.", takes=takes)


def _result(known: Known, own: OwnOrder, back: News) -> str:
    share = back.fields.get("share")
    part = own.state == "in_part" and isinstance(share, float | int)
    about = phrase(", about {share:.0f} % of it", share=float(str(share)) * 100) if part else ""
    said = RESULTS.get(own.state, own.state)
    return f"{said}{about}: {hour(known.scene.start, back.at, known.now)}."


def spoken(known: Known, own: OwnOrder) -> bool:
    """Whether an order is an address, that reaches only those who can hear it."""
    form = known.scene.cards.get(own.card)
    return form is not None and form.spoken
