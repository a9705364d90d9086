"""The panes of the lobby, and its keys: those that its bottom line names, and all of them."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.widgets.listing import Listing
from tui.widgets.pane import Lines
from tui.widgets.seed import Seed

BRIEFLY = (("Enter", "begin"), ("↑↓", "choose"))
"""The others stand in the titles of their panes."""

WHOLE = (
    ("Enter", "begin"),
    ("←→", "seat"),
    ("f", "format"),
    ("s", "seed"),
    ("d", "today’s"),
    ("h", "several people"),
    ("r", "resume"),
    ("c", "content note"),
    ("Tab", "next"),
    ("↑↓", "choose"),
    ("q", "leave"),
)


def panes() -> ComposeResult:
    """Scenarios and saved games at the left, what is chosen at the right."""
    with Horizontal(id="shelf"):
        with Vertical(id="left"):
            scenarios = Listing("Scenarios", id="scenarios")
            scenarios.empty = "Reading the shelf …"
            yield scenarios
            saves = Listing("Go on with", "r", id="saves")
            saves.empty = "No game is open."
            yield saves
            past = Listing("Past games", "no ranks", id="past")
            past.empty = "None yet."
            yield past
        with Vertical(id="right"):
            yield Lines("", id="about")
            yield Listing("Format", "f", id="formats")
            yield Listing("Your seat", "←→ · h several", id="seats")
            yield Seed("Seed", "s", id="seed")
