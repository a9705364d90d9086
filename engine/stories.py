"""Agents' events for people: by a template where there is one, else plainly from their fields."""

from collections.abc import Mapping
from dataclasses import dataclass

QUIET = frozenset(
    "stepped noted told waiting settled condition_turned inject_judged order_taken order_out "
    "order_reported order_known shift_ended falsehood stock_moved meter_moved card_opened "
    "harmed falsified assessed".split()
)
"""Events by which things are kept going or are counted: never a line of a timeline."""


@dataclass(frozen=True, slots=True)
class Story:
    """An event for people: a headline of a few words, a sentence, who says so, and its sort.

    `sort` is `order`, `report`, `news`, `means` or `end`; a screen may leave `means` out.
    """

    headline: str
    text: str
    sender: str = ""
    sort: str = "news"


def told_by_agent(name: str, place: str, words: Mapping[str, str]) -> Story:
    """A kind's event for people: by its template, or plainly by its name and fields."""
    event = name.partition(".")[2].replace("_", " ")
    said = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in words.items() if value)
    where = f"{place}: " if place else ""
    return Story(place or event, f"{where}{event}{f' ({said})' if said else ''}")
