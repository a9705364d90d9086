"""Cards as they are argued: cost, case for, case against, what nobody knows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from tui.ink import Line, cut, ends, hanging, line, wrap
from tui.picture.data import Form
from tui.picture.known import Known, in_words
from tui.picture.orders import refused
from tui.words import phrase, sense

BESIDE_EACH_OTHER = 3
WAITING = ("accepted", "out")
"""States of an order that has been given and is not over."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card of the seat, and the reason why it cannot be played now if there is one."""

    card: str
    form: Form
    open: bool
    reason: str = ""
    unpaid: bool = False
    """Closed for no other reason than what it costs."""
    by: tuple[str, ...] = ()
    """The tempers on the staff that would play it now."""


def card_rows(known: Known) -> list[CardRow]:
    """Every card of the seat: those that can be played first, each in the scenario's order."""
    tempers = {row.card: tuple(row.by) for row in known.view.argued}
    rows = [
        CardRow(
            row.card,
            known.scene.cards[row.card],
            row.open,
            "" if row.open else refused(known, row.code, row.about),
            row.code == "cannot_afford",
            tempers.get(row.card, ()) if row.open else (),
        )
        for row in known.view.cards
        if row.card in known.scene.cards
    ]
    return sorted(rows, key=lambda row: not row.open)


def argued(known: Known) -> list[CardRow]:
    """The cards that stand in the room, on keys 1 to 3: all can be played and paid for.

    First what the staff would argue about, then the least often played, and last what was played
    in this move or the one before. An order given takes its
    card out and leaves the others where they are, so that the same key pressed twice in a move
    never means a card that stood under another key.
    """
    if known.clock.over or no_orders_left(known):
        return []
    waiting = {order.card for order in known.view.orders if order.state in WAITING}
    played = Counter(order.card for order in known.view.orders if order.state not in WAITING)
    place = {row.card: number for number, row in enumerate(known.view.argued)}
    rows = [row for row in card_rows(known) if row.open or row.unpaid or row.card in waiting]
    lately = set(known.view.lately) - waiting
    rows.sort(
        key=lambda row: (row.card in lately, place.get(row.card, len(place)), played[row.card])
    )
    spare = [row for row in rows[BESIDE_EACH_OTHER:] if row.open and row.card not in waiting]
    spare += [row for row in rows if row.open and row.card in waiting]
    found = []
    for row in rows[:BESIDE_EACH_OTHER]:
        if row.open and row.card not in waiting:
            found.append(row)
        elif spare:
            found.append(spare.pop(0))
    return found


def no_orders_left(known: Known) -> bool:
    """Whether the format gives the seat no further order in this move."""
    move = known.view.move
    return move is not None and move.left <= 0


def cost_of(form: Form, takes: bool = True, values: Mapping[str, str] | None = None) -> str:
    """What a card costs and how long it takes: `overtime pay 12 h · takes 2 h`."""
    parts = [
        f"{in_words(stock).lower()} {chosen(form, text, values)}".strip()
        for stock, text in form.cost.items()
    ]
    said = ", ".join(parts) if parts else sense("a price", "free")
    return (
        phrase("{said} · takes {chosen}", said=said, chosen=chosen(form, form.takes, values))
        if form.takes and takes
        else said
    )


def chosen(form: Form, text: str, values: Mapping[str, str] | None = None) -> str:
    """An amount of a card; where it is one of the card's own fields, what stands in that field."""
    field = next((each for each in form.fields if each.name == text), None)
    if field is None:
        return text
    return (
        (values or {}).get(text)
        or field.default_text
        or phrase("as {label} says", label=field.label.lower())
    )


def case_lines(form: Form, width: int, most: Sequence[int] = (0, 0, 0)) -> list[Line]:
    """For, against and not known, at most so many lines of each (0: all, less: none)."""
    lines: list[Line] = []
    for mark, style, text, each in (
        ("+", "$kept", form.case_for, most[0]),
        ("−", "$clash", form.case_against, most[1]),
        ("?", "$faint", form.unknown, most[2]),
    ):
        if text and each >= 0:
            tone = "$dim" if mark == "?" else ""
            lines += hanging(line((f" {mark} ", style)), text, width, tone, each)
    return lines


def card_block(number: int, row: CardRow, width: int, height: int) -> list[Line]:
    """A card as it stands in the room: title, cost, and as much of the case as there is room."""
    form = row.form
    title = form.title if cell_len(form.title) <= width - 3 else form.short.get("title", form.title)
    cost = cost_of(form)
    if cell_len(cost) > width - 3:
        cost = form.short.get("cost", cost_of(form, takes=False))
    who = f" {', '.join(row.by)}" if row.by else ""
    if cell_len(title) + cell_len(who) > width - 4:
        who = ""
    head = [
        ends(
            cut(line((f" {number} ", "bold $focus"), (title, "bold")), width),
            line((who, "$faint")) if who else (),
            width,
        ),
        cut(line(("   " + cost, "$dim")), width),
    ]
    return head + _case_in(form, width, height - len(head))


def _case_in(form: Form, width: int, room: int) -> list[Line]:
    """The case in so many lines: whole if it fits, else the longest texts are cut first."""
    lines = case_lines(form, width)
    if len(lines) <= room:
        return lines
    update = {f"case_{name}": form.short[name] for name in ("for", "against") if name in form.short}
    short = form.model_copy(update=update)
    texts = (short.case_for, short.case_against, short.unknown)
    shares = [len(wrap(text, width - 3)) if text else 0 for text in texts]
    if sum(shares[:2]) >= room:
        shares[2] = 0
    while sum(shares) > room and max(shares) > 1:
        shares[shares.index(max(shares))] -= 1
    return case_lines(short, width, [share or -1 for share in shares])[:room]


def nothing_to_argue(known: Known) -> str:
    """What the card row says when it holds no card."""
    if known.clock.over:
        return phrase("The game is over.")
    if no_orders_left(known):
        return phrase("Your orders of this move are given. n closes it; u takes the last one back.")
    if not known.view.cards:
        return phrase("This seat has no cards.")
    return phrase("No card can be played now. o shows them all, each with its reason.")
