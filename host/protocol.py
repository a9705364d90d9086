"""The wire: what a screen may ask of a game, and what it is answered, one JSON object a line."""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.orders import Order
from host.again import AskedAgain
from host.estimates import AskedEstimate


class Message(BaseModel):
    """Anything on the wire: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ask(Message):
    """A question from a screen; `id` comes back with the reply.

    `do` is `scene` (what never changes), `view`, `events` (those after number `since`), `clock`,
    `results` (what a finished game is read by), `again` (play a finished game's decisions again),
    `played_again` (what is known of that so far), `leave_again`, `submit` (an order), `advance`
    (beats, or to the next move), `estimate` (ask the staff), `estimated` (what the staff knows so
    far), `leave_estimate`, `why` (what moved figure `key`, at `where` among its values, since
    second `since`), `branch` (save another game that shares all before second `since`, with
    `luck` or the same), `branches` (which saves hang together), `sit` (from now on answer for
    another `seat` that somebody at this table plays), or `close`.
    """

    id: int
    do: Literal[
        "scene",
        "view",
        "events",
        "clock",
        "results",
        "again",
        "played_again",
        "leave_again",
        "submit",
        "advance",
        "estimate",
        "estimated",
        "leave_estimate",
        "why",
        "branch",
        "branches",
        "sit",
        "close",
    ]
    since: int = Field(default=0, ge=0)
    order: Order | None = None
    beats: int = Field(default=1, ge=1, le=10_000)
    until_move: bool = False
    estimate: AskedEstimate | None = None
    again: AskedAgain | None = None
    seat: str = Field(default="", max_length=80)
    luck: int | None = Field(default=None, ge=0, le=10**9)
    key: str = Field(default="", max_length=200)
    where: int = Field(default=0, ge=0)


class Reply(Message, ser_json_inf_nan="constants"):
    """The answer to a question: `result`, or a sentence why there is none.

    A figure without end stays one on its way.
    """

    id: int
    result: dict[str, object] | list[dict[str, object]] | None = None
    error: str = ""


MOST_BYTES = 2_000_000
"""No question is longer; a longer line is read to its end, and refused."""


def read(line: bytes) -> Ask | Reply:
    """The question in a line, or the reply that says what is wrong with it."""
    if len(line) > MOST_BYTES:
        return Reply(id=-1, error=f"a line has at most {MOST_BYTES} bytes")
    try:
        return Ask.model_validate_json(line)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "this line"
        return Reply(id=_id_in(line), error=f"{where}: {first['msg']}")


def _id_in(line: bytes) -> int:
    """The id of a question that cannot be read, so that its asker is answered; -1 without one."""
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError):
        return -1
    found = raw.get("id") if isinstance(raw, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) else -1
