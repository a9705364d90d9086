"""What a seat needs from others now, as rows, in full, and in sentences."""

from collections.abc import Iterator

from tui.ink import Line, cut, hanging, line, pad
from tui.picture.data_of_deals import Need
from tui.picture.known import Known
from tui.words import phrase

KEY = "need"
"""What the key of a row begins with that stands for a need; then its id."""

HEADING = phrase("You need from others")
NOTHING = phrase("You need nothing from others now.")
LABEL = 12


def whose(known: Known, need: Need) -> str:
    """Who could meet a need, as a row names it."""
    own = need.seat == known.scene.seat
    return phrase("your own side") if own else known.scene.seats.get(need.seat, need.seat)


def need_line(known: Known, need: Need, width: int, names: int) -> Line:
    """A need in one line: who could meet it, and what it is."""
    who = pad(cut(line((whose(known, need), "bold")), names), names)
    return cut((*who, (" ", ""), *line((need.text, ""))), width)


def need_of(known: Known, key: str) -> Need | None:
    """The need that a row stands for, if it stands for one."""
    return next((each for each in known.view.needs if f"{KEY}|{each.need}" == key), None)


def need_lines(known: Known, need: Need, width: int) -> list[Line]:
    """A need in full: from whom, and by what it could be met."""
    who = whose(known, need)
    found = [
        line((f" {need.text}", "bold")),
        *hanging(line((" ", "")), phrase("You need it from {who}.", who=who), width, "$dim"),
        (),
    ]
    if need.cards:
        cards = ", ".join(need.cards)
        found += hanging(line((f" {phrase('They can'):<{LABEL}}", "$faint")), cards, width)
    if need.offers:
        offers = phrase("{offers} (c)", offers=", ".join(need.offers))
        found += hanging(line((f" {phrase('You can put'):<{LABEL}}", "$faint")), offers, width)
    if need.seat in known.view.credit:
        theirs, _ = known.view.credit[need.seat]
        said = phrase("they have {theirs} % with you", theirs=round(100 * theirs))
        found += hanging(line((f" {phrase('Credit'):<{LABEL}}", "$faint")), said, width)
    return found


def needs_said(known: Known) -> Iterator[str]:
    """Each need in a sentence; that there is none, where the seat has any at other times."""
    if known.scene.needs and not known.view.needs:
        yield NOTHING
    for need in known.view.needs:
        by = list(need.cards)
        by += [phrase("your offer {offer}", offer=offer) for offer in need.offers]
        way = f" ({'; '.join(by)})" if by else ""
        yield phrase(
            "You need from {who}: {text}{way}.",
            who=whose(known, need), text=need.text, way=way,
        )  # fmt: skip
