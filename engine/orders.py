"""Orders as they come in, and the answers that they get at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer
from pydantic import Field as Asked

from engine.events import Field

ACTS = ("withdraw", "offer", "answer", "forecast", "aims", "hold")
"""Every act of the engine's own: none is a card, and only the hot line takes an order of a move."""

FieldGiven = float | int | str | bool


class Order(BaseModel):
    """A filled-in card as a client sends it.

    `id` is the client's: the same id again gets the same answer. `beat` is the beat at which it
    shall take effect; None is the next one that opens. `by` is who gave it: a name, or `bot:kind`.
    `breaking` says that it is meant although it breaks a word that the seat has given.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_max_length=2000)

    id: str = Asked(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_.:-]+$")
    seat: str = Asked(max_length=80)
    by: str = Asked(default="", max_length=80)
    card: str = Asked(max_length=80)
    fields: dict[str, FieldGiven] = Asked(default_factory=dict, max_length=40)
    beat: int | None = Asked(default=None, ge=0, le=10_000_000)
    breaking: bool = False

    @model_serializer(mode="wrap")
    def _in_short(self, write: SerializerFunctionWrapHandler) -> dict[str, object]:
        """Logs of orders that break nothing read as they always did."""
        found: dict[str, object] = write(self)
        if not self.breaking:
            found.pop("breaking", None)
        return found


@dataclass(frozen=True, slots=True)
class Answer:
    """What the door says at once: accepted, or refused with a code.

    Codes: `unknown_seat`, `unknown_card`, `not_yours`, `unknown_field`, `missing_field`,
    `wrong_field`, `named_twice`, `nothing_to_name`, `not_available`, `no_authority`,
    `cannot_afford`, `too_late`, `after_end`, `ended`, `no_such_order`, `not_playable`,
    `no_orders_left`, `slip_closed`,
    `aims_chosen`, `aims_late`. Of deals: `no_such_offer`, `already_open`, `no_offer_left`,
    `no_such_deal`, `deal_closed`, `no_exhibit`, `shown_already`, `breaks_word` (the order would
    break the seat's word, and does not say `breaking`), `against_order` (the word would be broken
    by an order that waits).
    `about` names what the code is about, from what the seat knows.
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
