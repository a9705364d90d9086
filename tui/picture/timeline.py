"""Everything a seat saw and did, hour by hour."""

from dataclasses import dataclass

from tui.picture.data import News
from tui.picture.known import Known
from tui.picture.reports import SILENT
from tui.picture.times import dated
from tui.words import phrase


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline: when, who speaks, what."""

    number: int
    at: int
    when: str
    who: str
    headline: str
    text: str
    own: bool


def timeline(known: Known) -> list[Happening]:
    """Oldest first, the seat's own orders among what it was told, and when each move opened."""
    rows = [_row(known, item) for item in known.news if item.sort not in SILENT]
    rows += [
        Happening(
            -1,
            at,
            dated(known.scene.start, at),
            "",
            phrase("Move {number} opens", number=number),
            "",
            False,
        )
        for number, at in enumerate(known.clock.moves, start=1)
        if at <= known.now
    ]
    return sorted(rows, key=lambda row: (row.at, row.number))


def _row(known: Known, item: News) -> Happening:
    own = item.sort == "order"
    text = item.text
    if item.headline and text.startswith(f"{item.headline}: "):
        text = text[len(item.headline) + 2 :]
    return Happening(
        item.number,
        item.at,
        dated(known.scene.start, item.at),
        phrase("you") if own else item.sender,
        item.headline,
        text,
        own,
    )
