"""Words of the seat that an order would break, said before it is sent and when the door asks."""

from collections.abc import Mapping

from tui.picture.bargaining import Rows, points
from tui.picture.deals import ALL, hearers, named
from tui.picture.known import Known
from tui.picture.times import age, hour
from tui.words import phrase


def own_words(known: Known, card: str) -> Rows:
    """Words of this seat that forbid a card, given or offered: read before an order is sent.

    Whether an order breaks one hangs on its fields; the door says so, and asks once more.
    """
    seat, start = known.scene.seat, known.scene.start
    rows = []
    for deal in known.view.deals:
        who = hearers(known, deal) if deal.side == "made" else named(known, deal.from_)
        for term in deal.terms:
            if term.card != card or term.seat != seat or term.will:
                continue
            if term.state == "running":
                at = hour(start, term.until, known.now)
                rows.append(
                    (
                        phrase("Your word"),
                        phrase("to {who}, until {at}: {said}", who=who, at=at, said=term.said),
                    )
                )
            elif deal.state == "open" and deal.side == "made":
                rows.append(
                    (
                        phrase("You offered"),
                        phrase("to {who}, not answered yet: {said}", who=who, said=term.said),
                    )
                )
    return rows


def breach_lines(known: Known, code: str, about: Mapping[str, object]) -> Rows:
    """Which word an order would break, in full; what that costs."""
    if code != "breaks_word":
        title = known.title(str(about.get("card", "")))
        return [
            (
                phrase("It waits"),
                phrase("{title}, which you ordered; both cannot stand", title=title),
            )
        ]
    side, _, number = str(about.get("term", "")).partition(".")
    id, whom = str(about.get("deal", "")), str(about.get("to", ""))
    who = ALL if whom == "all" else named(known, whom)
    rows = [(phrase("Your word"), said) for said in _said(known, id, side, int(number or 0))]
    until = _until(known, id, side, int(number or 0))
    if until:
        at = hour(known.scene.start, until, known.now)
        rows.append(
            (phrase("It runs"), phrase("until {at}, {age} more", at=at, age=age(until - known.now)))
        )
    broken = points(known, "broken")
    return [
        *rows,
        (
            phrase("It costs"),
            phrase("{broken} of your credit with {who}, once it goes out", broken=broken, who=who),
        ),
    ]


def _said(known: Known, id: str, side: str, number: int) -> list[str]:
    deal = next((each for each in known.view.deals if each.deal == id), None)
    if deal is not None:
        found = [t.said for t in deal.terms if (t.side, t.number) == (side, number)]
        return [f"“{deal.title}”. {said}." for said in found]
    form = known.scene.offers.get(id)
    if form is None:
        return []
    written = [term.said for term in form.terms if term.side == side]
    return [
        phrase("“{title}”, not out yet. {said}.", title=form.title, said=said)
        for said in written[number : number + 1]
    ]


def _until(known: Known, id: str, side: str, number: int) -> int:
    for deal in known.view.deals:
        for term in deal.terms:
            if (deal.deal, term.side, term.number) == (id, side, number):
                return term.until if term.state == "running" else 0
    return 0
