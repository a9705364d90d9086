"""What a seat can spend."""

from dataclasses import dataclass

from tui.picture.figures import amount
from tui.picture.known import Known, in_words

SQUARES = 16


@dataclass(frozen=True, slots=True)
class Mean:
    """A stock: its name, what is left in words, and the share that is left if that means much."""

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
        of = "" if unit == "%" or left > start else f"of {amount(start, unit)}"
        found.append(Mean(in_words(id), amount(left, unit), of, share))
    return found
