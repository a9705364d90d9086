"""Keys that a player has moved: what is pressed becomes the key that the program knows."""

import unicodedata
from collections.abc import Mapping
from functools import cached_property

from tui.words import phrase

FIXED = ("enter", "escape", "tab", "up", "down", "left", "right")
"""Keys that stay where they are: without them nobody could find the way back."""

NAMES = {
    " ": "space",
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "/": "slash",
    "_": "underscore",
    "@": "at",
    "\\": "backslash",
}
"""Signs that the terminal calls otherwise than Unicode does."""


class KeyMap:
    """From the key that is pressed to the key that is meant.

    `moved` is from the program's key to the player's: what stands on the first goes to the second.
    """

    def __init__(self, moved: Mapping[str, str] | None = None) -> None:
        self._moved = dict(moved or {})

    def check(self) -> None:
        """Raises ValueError in a sentence if two things stand on one key, or a fixed one moves."""
        taken: dict[str, str] = {}
        for old, new in self._moved.items():
            for key in (old, new):
                if named(key) in FIXED:
                    raise ValueError(phrase("[keys] `{key}` stays where it is", key=key))
            if new in taken:
                raise ValueError(
                    phrase(
                        "[keys] `{new}` is given to both `{taken}` and `{old}`",
                        new=new,
                        taken=taken[new],
                        old=old,
                    )
                )
            taken[new] = old

    @cached_property
    def _meant(self) -> dict[str, str]:
        """What a pressed key means; one that was given away and not filled again means nothing."""
        found = {named(old): "" for old in self._moved}
        return found | {named(new): named(old) for old, new in self._moved.items()}

    def meant(self, key: str) -> str:
        """The key that is meant by a pressed one; empty for none."""
        return self._meant.get(key, key)

    def shown(self, text: str) -> str:
        """Keys as a key line names them, such as `n` or `+ −`, where the player has them."""
        return " ".join(self._moved.get(each, each) for each in text.split(" "))


def named(key: str) -> str:
    """A key by the terminal's name for it: `.` is `full_stop`."""
    if len(key) != 1:
        return key.lower()
    if key in NAMES or key.isalnum():
        return NAMES.get(key, key)
    return unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")


def letter(name: str) -> str | None:
    """The character that a key of this name types, if it types one."""
    if len(name) == 1:
        return name
    for sign, other in NAMES.items():
        if other == name:
            return sign
    try:
        return unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return None
