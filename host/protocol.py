"""The wire: what a screen may ask of a game, and what it is answered, one JSON object a line."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from engine.orders import Order


class Message(BaseModel):
    """Anything on the wire: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ask(Message):
    """A question from a screen; `id` comes back with the reply.

    `do` is `scene` (what never changes), `view`, `events` (those after number `since`), `clock`,
    `submit` (an order), `advance` (beats, or to the next move), or `close`.
    """

    id: int
    do: Literal["scene", "view", "events", "clock", "submit", "advance", "close"]
    since: int = Field(default=0, ge=0)
    order: Order | None = None
    beats: int = Field(default=1, ge=1, le=10_000)
    until_move: bool = False


class Reply(Message):
    """The answer to a question: `result`, or a sentence why there is none."""

    id: int
    result: dict[str, object] | list[dict[str, object]] | None = None
    error: str = ""
