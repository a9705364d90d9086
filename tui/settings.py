"""What a player prefers: a file of settings in the user's folder, and what was chosen last.

theme = "paper"            # ink, paper or contrast
ascii = false              # plain characters only
reduced_motion = false     # fewer changes on the screen
[keys]                     # what stands on the first key goes to the second
n = "c"
"""

import json
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from platformdirs import user_config_path, user_data_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tui.keys import KeyMap

Theme = Literal["ink", "paper", "contrast"]


class BadSettings(ValueError):
    """The file of settings cannot be used: where, and what is wrong."""


class Settings(BaseModel):
    """A player's preferences; unknown ones are refused, so that a slip is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    theme: Theme | None = None
    ascii: bool = False
    reduced_motion: bool = False
    keys: dict[str, str] = Field(default_factory=dict)

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
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        found = Settings.model_validate(raw)
        found.key_map.check()
    except FileNotFoundError:
        return Settings()
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise BadSettings(f"{path}: {where}: {first['msg']}") from None
    except (OSError, ValueError) as problem:
        raise BadSettings(f"{path}: {problem}") from None
    return found


def _chosen_file() -> Path:
    return user_data_path("whitecell", appauthor=False) / "chosen.json"


def last_chosen() -> Mapping[str, str]:
    """What was chosen on the screen last time, such as the palette; never an error."""
    with suppress(OSError, ValueError):
        found = json.loads(_chosen_file().read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return {str(key): str(value) for key, value in found.items()}
    return {}


def remember(name: str, value: str) -> None:
    """Keep what was chosen for the next time; a folder that cannot be written is no error."""
    with suppress(OSError):
        file = _chosen_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({**last_chosen(), name: value}), encoding="utf-8")
