"""What a player prefers: a file of settings in the user's folder, and what was chosen last.

theme = "paper"            # ink, paper or contrast
ascii = false              # plain characters only
reduced_motion = false     # fewer changes on the screen
language = "de"            # before that of the system; see tui/words.py
[keys]                     # what stands on the first key goes to the second
n = "c"
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from tui.keys import KeyMap
from tui.themes import PALETTES, USUAL


class BadSettings(ValueError):
    """The file of settings cannot be used: where, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A player's preferences."""

    theme: str | None = None
    ascii: bool = False
    reduced_motion: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    """Read by tui.words, before anything else is."""

    @property
    def key_map(self) -> KeyMap:
        """Which key stands where."""
        return KeyMap(self.keys)


def settings_file() -> Path:
    """Where the settings are."""
    return user_config_path("whitecell", appauthor=False) / "settings.toml"


def settings(path: Path | None = None) -> Settings:
    """The settings of the player; the usual ones where there is no file. Raises BadSettings."""
    path = path or settings_file()
    if not path.exists():
        return Settings()
    # What reads and checks it is heavy.
    from tui.settings_file import read

    return read(path)


def _chosen_file() -> Path:
    return user_data_path("whitecell", appauthor=False) / "chosen.json"


def last_chosen() -> Mapping[str, str]:
    """What was chosen on the screen last time, such as the palette; never an error."""
    with suppress(OSError, ValueError):
        found = json.loads(_chosen_file().read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return {str(key): str(value) for key, value in found.items()}
    return {}


def palette(preferred: Settings) -> str:
    """The palette that is preferred, else the one chosen last, else the usual one."""
    chosen = preferred.theme or last_chosen().get("theme", USUAL)
    return chosen if chosen in PALETTES else USUAL


def remember(name: str, value: str) -> None:
    """Keep what was chosen for the next time; a folder that cannot be written is no error."""
    with suppress(OSError):
        file = _chosen_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({**last_chosen(), name: value}), encoding="utf-8")
