"""The file of settings, read and checked; apart, because most players have none."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tui.settings import BadSettings, Settings


class Written(BaseModel):
    """What may stand in the file; anything else is refused, so that a slip is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    theme: Literal["ink", "paper", "contrast"] | None = None
    ascii: bool = False
    reduced_motion: bool = False
    keys: dict[str, str] = Field(default_factory=dict)
    language: str = ""


def read(path: Path) -> Settings:
    """The settings in a file. Raises BadSettings."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        written = Written.model_validate(raw)
        found = Settings(
            written.theme, written.ascii, written.reduced_motion, written.keys, written.language
        )
        found.key_map.check()
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise BadSettings(f"{path}: {where}: {first['msg']}") from None
    except (OSError, ValueError) as problem:
        raise BadSettings(f"{path}: {problem}") from None
    return found
