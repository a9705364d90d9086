"""The evidence file: what is at hand, what it proved to be, and where it was used."""

from dataclasses import dataclass

from tui.ink import Line, ends, line, pad
from tui.picture.data_of_deals import Exhibit
from tui.picture.deals import named
from tui.picture.known import Known
from tui.picture.times import age
from tui.words import phrase, sense

CHECKED = {
    "genuine": ("✓", "$kept", phrase("genuine")),
    "false": ("×", "bold $viol", phrase("false")),
    "unknown": ("?", "$faint", phrase("not checked")),
}
WORD = 11
"""Cells of the longest word of CHECKED."""


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """A piece of evidence: its sign and word, its age, and what became of it."""

    key: str
    glyph: str
    style: str
    title: str
    word: str
    use: str
    used: bool
    age: str


def exhibit_rows(known: Known) -> list[ExhibitRow]:
    """What is at hand, the newest first."""
    held = sorted(known.view.exhibits, key=lambda each: -each.at)
    return [_row(known, each) for each in held]


def _row(known: Known, exhibit: Exhibit) -> ExhibitRow:
    glyph, style, word = CHECKED.get(exhibit.checked, CHECKED["unknown"])
    own = [whom for who, whom, _ in exhibit.shown if who == known.scene.seat]
    from_ = [who for who, whom, _ in exhibit.shown if whom == known.scene.seat]
    titles = list(dict.fromkeys(named(known, seat) for seat in own))
    use = (
        phrase("shown to {titles}", titles=", ".join(titles))
        if titles
        else sense("evidence", "free")
    )
    if from_ and not exhibit.found:
        use = phrase("from {named}", named=named(known, from_[0])) + (f", {use}" if titles else "")
    return ExhibitRow(
        exhibit.exhibit,
        glyph,
        style,
        exhibit.title,
        word,
        use,
        bool(titles),
        age(known.now - exhibit.at),
    )


def exhibit_line(row: ExhibitRow, width: int) -> Line:
    """An exhibit in one line."""
    head = (
        (f"{row.glyph} ", row.style),
        *pad(line((row.word, row.style)), WORD + 1),
        (row.title, "" if row.used else "bold"),
    )
    tail = line(
        (row.use, "$dim" if row.used else ""), (phrase("{age:>6} old", age=row.age), "$faint")
    )
    return ends(head, tail, width)


def unchecked(known: Known) -> list[str]:
    """What is at hand and has not been checked, the newest first."""
    return [row.key for row in exhibit_rows(known) if row.glyph == CHECKED["unknown"][0]]
