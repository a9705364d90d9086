"""What every small screen over another shares: leaving the game, and the page of keys."""

from typing import TypeVar

from textual.screen import ModalScreen

from tui.words import phrase

T = TypeVar("T")


class Modal(ModalScreen[T]):
    """A screen that asks for one thing; the keys of the app itself do not reach behind it."""

    BINDINGS = [
        ("q", "app.leave", phrase("Leave; the game is saved")),
        ("question_mark", "app.keys", phrase("Keys")),
    ]
