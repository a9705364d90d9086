"""Orders as they come in, and the answers that they get at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Asked

from engine.events import Field

NOT_YET = ("offer", "answer")
"""Acts of the engine's own that are named and cannot be played; the others can."""

ACTS = ("withdraw", "forecast", "aims", *NOT_YET)
"""Every act of the engine's own; none of them is a card, and none uses up an order of a move."""

FieldGiven = float | int | str | bool


class Order(BaseModel):
    """A filled-in card as a client sends it.

    `id` is the client's: the same id again gets the same answer. `beat` is the beat at which it
    shall take effect; None is the next one that opens. `by` is who gave it: a name, or `bot:kind`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_max_length=2000)

    id: str = Asked(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_.:-]+$")
    seat: str = Asked(max_length=80)
    by: str = Asked(default="", max_length=80)
    card: str = Asked(max_length=80)
    fields: dict[str, FieldGiven] = Asked(default_factory=dict, max_length=40)
    beat: int | None = Asked(default=None, ge=0, le=10_000_000)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the door says at once: accepted, or refused with a code.

    Codes: `unknown_seat`, `unknown_card`, `not_yours`, `unknown_field`, `missing_field`,
    `wrong_field`, `not_available`, `no_authority`, `cannot_afford`, `too_late`, `after_end`,
    `ended`, `no_such_order`, `not_playable`, `no_orders_left`, `slip_closed`,
    `aims_chosen`, `aims_late`. `about` names what the code is about, from what the seat knows.
    """

    order: str
    accepted: bool
    code: str = ""
    beat: int = 0
    about: tuple[tuple[str, Field], ...] = ()

    def plain(self) -> dict[str, object]:
        """As JSON holds it."""
        return {
            "order": self.order,
            "accepted": self.accepted,
            "code": self.code,
            "beat": self.beat,
            "about": [list(pair) for pair in self.about],
        }


def answer_from(plain: Mapping[str, object]) -> Answer:
    """An answer as it was written down or sent. Raises KeyError, TypeError or ValueError."""
    about = plain["about"]
    if not isinstance(about, list):
        raise TypeError("`about` is no list")
    pairs = tuple((str(name), value) for name, value in about)
    accepted = plain["accepted"]
    if not isinstance(accepted, bool):
        raise TypeError("`accepted` is neither true nor false")
    return Answer(str(plain["order"]), accepted, str(plain["code"]), int(str(plain["beat"])), pairs)
