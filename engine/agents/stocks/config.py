"""What an author may write of stocks: what is there, what is used, and which lorries carry it."""

from collections.abc import Mapping
from typing import ClassVar

from engine.written import Value, Varying, Written, by_place, declare, parameter

AUTHORS = "what the scenario says of its own; no value is usual"
NONE = "none, unless the scenario says so"

CALLED = {
    "stock": "{}",
    "days_left": "{}: how long it lasts",
    "short": "{}: missing so far",
    "dry": "{}: nothing left",
    "on_the_road": "{}: on the road",
}
"""What readings are called where the scenario has a title for what is kept."""


class StocksConfig(Written):
    """Goods kept at places, used hour by hour, and carried along routes."""

    title: str = declare("text", "what is kept, for reports and screens, such as: Flour", "")
    start: Varying = by_place(
        "0 t", "t", "what a place has when the scenario starts", at_least=0, basis=NONE
    )
    use: Varying = by_place(
        None, "t/d", "what a place uses while it has any", at_least=0, basis=AUTHORS
    )
    routes: Mapping[str, tuple[str, ...]] = declare(
        "lists", "from which place lorries go to which others", {}, ids=("place",)
    )
    lorries: Varying = by_place(
        "0 t/d", "t/d", "what the lorries based at a place carry in a day, all routes together",
        at_least=0, basis=NONE,
    )  # fmt: skip
    journey: Value = parameter(
        "2 h (1 to 6)", "h", "how long a convoy that was sent by order is on the road",
        at_least=0, basis="design value, no source",
    )  # fmt: skip

    told_in: ClassVar[Mapping[str, str]] = {"amount": "t", "wanted": "t"}
    """The units of what its events tell."""

    @property
    def readings_called(self) -> Mapping[str, str]:
        """The author's words for its readings; none without a title."""
        said = {name: words.format(self.title) for name, words in CALLED.items()}
        return said if self.title else {}
