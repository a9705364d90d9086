"""Everything that a seat may put before others, in the usual way or over the hot line."""

from collections.abc import Sequence

from textual.message import Message

from tui.ink import Line, ends, hanging, line, wrap
from tui.picture.bargaining import cost, learns, offer_rows, to_all
from tui.picture.data_of_deals import Offerable
from tui.picture.deals import SORT_WIDTH, SORTS
from tui.picture.known import Known
from tui.picture.orders import refused
from tui.screens.bargain import consequence_lines
from tui.screens.pair import Pair
from tui.widgets.listing import Listing, Row
from tui.words import phrase


class OffersScreen(Pair):
    """Posts Chosen with the offer that is to be filled in."""

    TITLE, DETAIL = phrase("What you may put"), phrase("In full")
    EMPTY = phrase("You have nothing to put before others.")
    KEYS = (
        ("Enter", phrase("fill in")),
        ("↑↓", phrase("offer")),
        ("Esc", phrase("back to the deals")),
    )
    BINDINGS = [("escape", "app.to_deals", phrase("Back"))]

    class Chosen(Message):
        """This offer is to be filled in."""

        def __init__(self, offer: str, hot: bool) -> None:
            super().__init__()
            self.offer, self.hot = offer, hot

    def __init__(self, known: Known, hot: bool = False) -> None:
        super().__init__(known)
        self._hot = hot

    def show(self, known: Known) -> None:
        """Say how many offers are left."""
        super().show(known)
        listing = self.query_one("#list", Listing)
        listing.title = phrase("What you may say over the hot line") if self._hot else self.TITLE
        listing.note = phrase("costs {cost}", cost=cost(known, self._hot))

    def rows(self, known: Known, width: int) -> Sequence[Row]:
        """What can be put now first, each in the order of the scenario."""
        rows = sorted(self._offers(known), key=lambda row: not row.open)
        return [Row(row.offer, (self._line(known, row, width),)) for row in rows]

    def _offers(self, known: Known) -> list[Offerable]:
        return [
            row
            for row in known.view.offers
            if not (self._hot and to_all(known.scene.offers[row.offer]))
        ]

    def _line(self, known: Known, row: Offerable, width: int) -> Line:
        form = known.scene.offers[row.offer]
        tone = "bold" if row.open else "$dim"
        head = ((f"{SORTS.get(form.sort, form.sort):<{SORT_WIDTH + 1}}", "$faint"),)
        whom = (
            phrase("to all")
            if to_all(form)
            else phrase("to {title}", title=phrase(" or ").join(title for _, title in form.to))
        )
        tail = whom if row.open else phrase("not now")
        return ends((*head, (form.title, tone)), line((tail, "$faint")), width)

    def detail(self, known: Known, key: str, width: int) -> Sequence[Line]:
        """What it says, whom it would bind, who learns of it, and why it is closed."""
        form = known.scene.offers[key]
        row = next(each for each in known.view.offers if each.offer == key)
        lines: list[Line] = [line((f" {form.title}", "bold"))]
        if not row.open:
            why = refused(known, row.code, row.about)
            lines += hanging(line((phrase(" Not now: "), "$ask")), why, width, "$ask")
        lines += [line(f" {text}") for text in wrap(form.text, width - 2)] if form.text else []
        if form.shows:
            held = {id for ids in row.shows.values() for id in ids}
            shows = ", ".join(title for id, title in form.shows if not held or id in held)
            lines += hanging(line((phrase(" Evidence    "), "$faint")), shows, width)
        to = "all" if to_all(form) else form.to[0][0]
        several = len(form.to) > 1
        skipped = (phrase("Costs"), phrase("Who learns")) if several else (phrase("Costs"),)
        hot = {"hot": "yes"} if self._hot else {}
        rows = [pair for pair in offer_rows(known, form, hot, to) if pair[0] not in skipped]
        if several:
            rows.append(
                (phrase("Who learns"), learns(form, phrase("whoever you choose"), self._hot))
            )
        return [*lines, *consequence_lines(rows, width)]

    def picked(self, key: str) -> None:
        """Fill it in, if it can be put now."""
        row = next(each for each in self.known.view.offers if each.offer == key)
        if row.open:
            self.post_message(self.Chosen(key, self._hot))
