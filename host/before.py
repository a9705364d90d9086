"""What happened before a person came: a few lines chosen from what the seat itself was told."""

from engine.game import Game
from engine.views import Seen
from host.showing import Plain, row_of

LINES = 5
"""No more than these."""

WEIGHTS = {"game.order_out": 3, "game.reported": 3, "game.order_known": 2}
"""What the bot before ordered for the seat, and what was brought in, come before what desks say."""


def before_of(game: Game, seat: str) -> list[Plain]:
    """At most five things the seat was told before the first move of the format, oldest first."""
    told = [
        seen for seen in game.seen(seat) if seen.at < game.schedule.first and _worth(game, seen)
    ]
    told.sort(key=lambda seen: (WEIGHTS.get(seen.name, 1), seen.number))
    chosen = sorted(told[-LINES:], key=lambda seen: seen.number)
    return [_row(game, seen) for seen in chosen]


def _row(game: Game, seen: Seen) -> Plain:
    row = row_of(game.scenario, seen)
    if seen.name == "game.order_out":
        row["text"] = "Ordered in your name before you came."
    return row


def _worth(game: Game, seen: Seen) -> bool:
    if seen.name == "game.order_out":
        return True
    return row_of(game.scenario, seen)["sort"] in ("report", "news")
