"""Cards in groups, by what they act on first."""

from collections.abc import Sequence

from tui.picture.cards import CardRow
from tui.picture.known import in_words
from tui.words import phrase

GROUPS = {
    phrase("Men, sites and order"): ("security", "incidents", "queue", "field"),
    phrase("Government and what is asked"): ("government", "demands", "stocks", "frontier"),
    phrase("The streets"): ("unrest",),
    phrase("The ranks"): ("loyalty",),
    phrase("Words and networks"): ("media",),
    phrase("Help from abroad"): (
        "aid",
        "alliance",
        "airlift",
        "contingents",
        "withdrawal",
        "freed",
    ),
    phrase("Other states"): ("abroad",),
    phrase("People in danger"): ("evacuation", "waters"),
    phrase("Afterwards"): ("aftermath",),
}
OTHER = phrase("Everything else")
TITLES = {kind: title for title, kinds in GROUPS.items() for kind in kinds}


def group_of(row: CardRow) -> str:
    """The title of a card's group; an agent of a kind of its own has one of its own."""
    kind = row.form.acts_on
    return TITLES.get(kind) or (in_words(kind) if kind else OTHER)


def grouped(rows: Sequence[CardRow]) -> list[tuple[str, list[CardRow]]]:
    """Groups in the order of their first cards, those with nothing to play last."""
    found: dict[str, list[CardRow]] = {}
    for row in rows:
        found.setdefault(group_of(row), []).append(row)
    other = found.pop(OTHER, None)
    groups = [*found.items(), *([(OTHER, other)] if other else [])]
    return sorted(groups, key=lambda group: not any(row.open for row in group[1]))
