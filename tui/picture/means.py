"""What a seat can spend."""

from dataclasses import dataclass

from tui.picture.figures import amount
from tui.picture.known import Known
from tui.picture.times import hour
from tui.words import phrase

SQUARES = 16


@dataclass(frozen=True, slots=True)
class Mean:
    """A stock: its name, what is left in words, and the share that is left if that means much.

    `of` is what comes back by itself next, or what there was at the start.
    """

    title: str
    left: str
    of: str
    share: float


def means(known: Known) -> list[Mean]:
    """The seat's stocks in the scenario's order."""
    found = []
    for id, left in known.view.stocks.items():
        stock = known.scene.stocks.get(id)
        unit, start = ("", left) if stock is None else (stock.unit, stock.start)
        share = min(max(left / start, 0.0), 1.0) if start > 0 else 0.0
        of = (
            "" if unit == "%" or left > start else phrase("of {amount}", amount=amount(start, unit))
        )
        back = known.view.coming.get(id, [])
        if back and unit != "%" and not known.clock.over:
            at, by = back[0]
            of = f"+{amount(by, unit)} {hour(known.scene.start, at, known.now)}"
        found.append(Mean(known.title(id), amount(left, unit), of, share))
    return found
