"""What every answer of a session has in common."""

from pydantic import BaseModel, ConfigDict


class Shown(BaseModel):
    """Anything that a session answers; what a screen does not know it leaves alone."""

    model_config = ConfigDict(extra="ignore", frozen=True)
