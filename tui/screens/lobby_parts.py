"""The panes of the lobby, its messages, and its keys: the few of its bottom line, and all."""

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.widgets.listing import Listing
from tui.widgets.pane import Lines
from tui.widgets.seed import Seed
from tui.words import phrase, sense

BRIEFLY = (("Enter", phrase("begin")), ("↑↓", phrase("choose")))
"""The others stand in the titles of their panes."""

WHOLE = (
    ("Enter", phrase("begin")),
    ("←→", phrase("seat")),
    ("f", phrase("format")),
    ("s", phrase("seed")),
    ("d", phrase("today’s")),
    ("h", phrase("several people")),
    ("r", phrase("resume")),
    ("c", phrase("content note")),
    ("Tab", sense("a pane", "next")),
    ("↑↓", phrase("choose")),
    ("q", phrase("leave")),
)


def panes() -> ComposeResult:
    """Scenarios and saved games at the left, what is chosen at the right."""
    with Horizontal(id="shelf"):
        with Vertical(id="left"):
            scenarios = Listing(phrase("Scenarios"), id="scenarios")
            scenarios.empty = phrase("Reading the shelf …")
            yield scenarios
            saves = Listing(phrase("Go on with"), "r", id="saves")
            saves.empty = phrase("No game is open.")
            yield saves
            past = Listing(phrase("Past games"), phrase("no ranks"), id="past")
            past.empty = phrase("None yet.")
            yield past
        with Vertical(id="right"):
            yield Lines("", id="about")
            yield Listing(phrase("Format"), "f", id="formats")
            yield Listing(phrase("Your seat"), phrase("←→ · h several"), id="seats")
            yield Seed(phrase("Seed"), "s", id="seed")


class Begin(Message, namespace="lobby_screen"):
    """A new game was chosen; `people` are the seats that persons here play, in turn."""

    def __init__(self, scenario: str, people: Sequence[str], seed: int, format: str | None) -> None:
        super().__init__()
        self.scenario, self.people, self.seed = scenario, tuple(people), seed
        self.format = format


class Ahead(Begin, namespace="lobby_screen"):
    """The same game, while its content note is read: it may be opened, and is not begun."""


class Left(Message, namespace="lobby_screen"):
    """It is not begun after all."""


class TakeUp(Message, namespace="lobby_screen"):
    """A saved game was chosen."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
