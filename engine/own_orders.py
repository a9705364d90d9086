"""What a seat reads of its own orders: what it ordered and when, in words that take turns."""

from collections.abc import Callable, Mapping

from engine.moments import clock
from engine.quantities import show
from engine.refusals import RESULTS
from engine.scenario.models import NOTHING
from engine.scenario.scenario import Scenario
from engine.seen import Seen

Title = Callable[[str], str]

OUT = ("The order is out", "It has gone out", "Sent off", "On its way")
TAKEN = ("Accepted", "Taken in", "Accepted by the staff", "Noted")
BACK = (
    "What it would have cost is yours again",
    "Taken back, and its cost with it",
    "It does not go out, and costs nothing",
)
DONE: Mapping[str, tuple[str, ...]] = {
    "as_ordered": ("Done as ordered", "Carried out", "Reported as done", "It is done"),
    "in_part": ("Done in part ({share})", "Only part of it is done ({share})", "In part ({share})"),
    "late": ("Done, but late", "Done later than ordered", "It took longer, and is done"),
    "beyond": ("Done beyond the order", "More was done than was ordered", "They went further"),
    "failed": ("Not done", "It was not carried out", "Nothing came of it"),
    "no_answer": ("No answer", "Nobody answers", "Nothing is heard of it"),
}
"""Several ways to say what became of an order; which one comes is told by how often it came."""

UNSAID = ("moment", "report")
"""Fields that a line about an order leaves out."""


def said_of(scenario: Scenario, seen: Seen, title: Title) -> str:
    """The sentence about an order of the seat's own; it names the form and the hour of it."""
    return f"{_turned(seen)}{_what(scenario, seen, title)}."


def _turned(seen: Seen) -> str:
    words: tuple[str, ...]
    match seen.name:
        case "game.order_taken":
            words = TAKEN
        case "game.order_withdrawn":
            words = BACK
        case "game.order_reported":
            code, share = str(seen.fields["result"]), float(str(seen.fields["share"]))
            plainly = RESULTS.get(code, code)
            words = DONE.get(code, (f"{plainly[:1].upper()}{plainly[1:]}",))
            return words[seen.again % len(words)].format(share=show(share, "%"))
        case _:
            words = OUT
    return words[seen.again % len(words)]


def _what(scenario: Scenario, seen: Seen, title: Title) -> str:
    if seen.own is None:
        return ""
    card = str(seen.own.card)
    form = ", ".join(in_words(scenario, card, seen.own.fields, title))
    second = int(seen.own.due)
    when = f"{clock(second, scenario.start, scenario.zone):%d %b %H:%M}"
    goes = "goes out" if seen.name == "game.order_taken" else "order of"
    if seen.name == "game.order_withdrawn":
        form = f"{title(card)}, {form}" if form else title(card)
    return f": {form}; {goes} {when}" if form else f"; {goes} {when}"


def in_words(
    scenario: Scenario, card: str, fields: Mapping[str, object], title: Title
) -> list[str]:
    """How a form was filled in, field by field; of an act what it was about."""
    written = scenario.cards.get(card)
    if written is None:
        return [_of_an_act(scenario, str(value), title) for value in fields.values()]
    return [
        show(float(str(fields[name])), spec.unit)
        if spec.sort == "number"
        else dict(spec.choices).get(str(fields[name])) or title(str(fields[name]))
        for name, spec in written.fields.items()
        if name in fields
        and spec.sort not in UNSAID
        and not (spec.sort == "exhibit" and fields[name] == NOTHING)
    ]


def _of_an_act(scenario: Scenario, value: str, title: Title) -> str:
    """A deal is called by its offer: its id is that, who put it, and a number."""
    offer = value.rsplit("-", 2)[0]
    return title(offer) if offer in scenario.offers else title(value)
