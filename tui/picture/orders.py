"""The seat's own orders: what it gave, when it takes effect, and what it heard since."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.picture.data import Form, News, OwnOrder
from tui.picture.deals import reply_in_words
from tui.picture.fates import spoken
from tui.picture.figures import amount
from tui.picture.hearing import heard_words
from tui.picture.known import Known, in_words
from tui.picture.times import full, hour
from tui.words import phrase, sense

NOTHING = "none"
"""What stands in the field of an exhibit that was left out."""

MARKS = {
    "accepted": ("…", "$dim"),
    "out": ("…", "$dim"),
    "as_ordered": ("✓", "$kept"),
    "in_part": ("◐", "$ask"),
    "late": ("◐", "$ask"),
    "beyond": ("◐", "$ask"),
    "no_answer": ("?", "$ask"),
    "failed": ("×", "$viol"),
    "withdrawn": ("−", "$faint"),
}

SHORT = {
    "out": sense("an order", "accepted"),
    "as_ordered": phrase("done"),
    "in_part": phrase("in part"),
    "late": phrase("late"),
    "beyond": phrase("went beyond"),
    "no_answer": phrase("no answer"),
    "failed": phrase("not done"),
    "withdrawn": phrase("taken back"),
}
"""What became of an order, in a word or two; its report has the sentence."""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order as a row: a mark, its card, what became of it, and whether it can be withdrawn."""

    order: str
    mark: str
    style: str
    title: str
    fields: str
    state: str
    waits: bool
    silent: bool = False
    """Out, and nothing heard of it yet."""


def order_rows(known: Known) -> list[OrderRow]:
    """Newest first; those that nothing is heard of yet stand before those that are done."""
    heard = _heard(known.news)
    rows = [_row(known, order, heard) for order in reversed(known.view.orders)]
    return sorted(rows, key=lambda row: not row.waits)


def _heard(news: tuple[News, ...]) -> dict[str, int]:
    return {
        str(item.fields["order"]): item.at
        for item in news
        if item.event in ("game.order_out", "game.order_reported", "game.order_withdrawn")
    }


def _row(known: Known, order: OwnOrder, heard: Mapping[str, int]) -> OrderRow:
    mark, style = MARKS.get(order.state, ("?", "$dim"))
    at = heard.get(order.order, order.due)
    when = hour(known.scene.start, at, known.now)
    if order.state == "accepted":
        later = order.due > known.now
        state = (
            phrase("waits, {hour}", hour=hour(known.scene.start, order.due, known.now))
            if later
            else phrase("waits")
        )
    else:
        state = f"{SHORT.get(order.state, in_words(order.state))} {when}"
        if spoken(known, order) and order.state != "out" and (said := heard_words(known, at)):
            state = f"{state}, {said}"
    form = known.scene.cards.get(order.card)
    fields = "" if form is None else values_in_words(known, form, order.fields)
    return OrderRow(
        order.order,
        mark,
        style,
        called(known, order.card, order.fields),
        fields,
        state,
        waits=order.state == "accepted",
        silent=order.state == "out",
    )


def values_in_words(known: Known, form: Form, values: Mapping[str, object]) -> str:
    """The fields of an order, such as `the second pier, 12 h`."""
    reports = dict(known.view.reports)
    found = []
    for field in form.fields:
        value = values.get(field.name)
        if value is None:
            continue
        labels = reports if field.sort == "report" else dict(field.choices)
        if field.sort == "exhibit":
            if value == NOTHING:
                continue
            labels |= {each.exhibit: each.title for each in known.view.exhibits}
        if isinstance(value, float | int) and field.sort == "moment":
            found.append(hour(known.scene.start, int(value), known.now))
        elif isinstance(value, float | int) and not isinstance(value, bool):
            found.append(amount(float(value), field.unit))
        else:
            found.append(labels.get(str(value), str(value)))
    return ", ".join(found)


def called(known: Known, card: str, fields: Mapping[str, object]) -> str:
    """An order as a row names it; an act of dealing by its offer or its deal."""
    if card not in ("offer", "answer"):
        return known.title(card)
    if card == "offer":
        id = str(fields.get("offer", ""))
        return phrase("{known} (put)", known=known.title(id)) if id else in_words(card)
    deal = next((each for each in known.view.deals if each.deal == fields.get("deal")), None)
    if deal is None:
        return in_words(card)
    return f"{deal.title} ({reply_in_words(deal, str(fields.get('reply', '')))})"


def refused(known: Known, code: str, about: Mapping[str, object]) -> str:
    """Why the door refuses, in a sentence that names only what the seat knows."""
    # The catalogue is heavy, and most orders are taken.
    from engine.refusals import REFUSALS, enough_again, in_a_move

    words = {name: _named(known, str(value)) for name, value in about.items()}
    needs = about.get("needs")
    if isinstance(needs, float | int):
        stock = known.scene.stocks.get(str(about.get("stock")))
        words["needs"] = amount(float(needs), "" if stock is None else stock.unit)
    if code == "no_orders_left":
        words |= in_a_move(about, lambda at: full(known.scene.start, at))
    if code == "cannot_afford":
        words["again"] = enough_again(about, lambda at: full(known.scene.start, at))
    wanted = REFUSALS.get(code, code)
    try:
        return wanted.format(**words)
    except KeyError:
        return wanted.partition(" {")[0]


def _named(known: Known, id: str) -> str:
    """A thing inside a sentence; a seat keeps the capital of its name."""
    return known.scene.seats.get(id) or known.title(id).lower()
