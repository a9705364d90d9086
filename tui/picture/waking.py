"""When a part of the board begins to matter, and what would bring it before that."""

from collections.abc import Mapping

from tui.picture.data import Value
from tui.picture.known import Known, Point, in_words
from tui.words import phrase

SIGNS: Mapping[str, tuple[str, ...]] = {
    "aid": ("asked", "request_open", "requests"),
    "alliance": ("consulting", "answers", "refusals", "pending", "agreed"),
    "airlift": (
        "tasked_flights",
        "flights",
        "due_flights",
        "in_air",
        "queued",
        "delivered",
        "expected",
        "board",
    ),
    "contingents": ("in_country", "present_men", "sites_guarded", "posts_held"),
    "freed": ("freed_total", "freeing"),
    "withdrawal": ("announced", "began"),
}
"""By kind, the readings of which one must be more than nothing; other kinds always matter."""

BRINGS: Mapping[str, str] = {
    "aid": phrase("Nobody has asked for help. It opens when somebody does."),
    "alliance": phrase("Nobody is asked. It opens when members are called to answer a request."),
    "airlift": phrase(
        "Nothing flies. It opens when help is agreed to and the first flight is ordered."
    ),
    "contingents": phrase("No men of others are here. It opens when the first arrive."),
    "freed": phrase("No own men are set free. It opens when others take over what they guard."),
    "withdrawal": phrase("Nobody leaves. It opens when a date is announced."),
}


def kind_of(known: Known, agent: str) -> str:
    """The kind of an agent that the seat is told of."""
    told = known.scene.told
    return next((t.kind or agent for key, t in told.items() if key.partition(".")[0] == agent), "")


def woke(known: Known, agent: str) -> int | None:
    """The second at which the seat was first told that an agent does anything; None: not yet.

    Before the first second for what matters from the start.
    """
    signs = [key for key in _signs(known, agent) if key in known.scene.told]
    if not signs:
        return -1
    told = [point.told for key in signs for point in known.history.of(key) if _is_something(point)]
    figures = [known.view.figures.get(key) for key in signs]
    if not told and any(f is not None and any(map(_counts, f.values)) for f in figures):
        return -1
    return min(told, default=None)


def brings(known: Known, agent: str) -> str:
    """What would make this part of the board matter; empty once it does."""
    return "" if woke(known, agent) is not None else BRINGS.get(kind_of(known, agent), "")


def woken(known: Known) -> list[str]:
    """Titles of what has begun to matter since the last move."""
    fresh = known.news[known.new_from :]
    if not fresh or not known.new_from:
        return []
    agents = dict.fromkeys(key.partition(".")[0] for key in known.scene.told)
    found = [(agent, woke(known, agent)) for agent in agents if kind_of(known, agent) in SIGNS]
    return [in_words(agent) for agent, at in found if at is not None and at >= fresh[0].at]


def _signs(known: Known, agent: str) -> list[str]:
    return [f"{agent}.{name}" for name in SIGNS.get(kind_of(known, agent), ())]


def _is_something(point: Point) -> bool:
    return any(map(_counts, point.values))


def _counts(value: Value) -> bool:
    return bool(value)
