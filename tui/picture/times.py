"""Seconds of a game as people read them: dates, hours, ages."""

from datetime import datetime, timedelta

from tui.words import phrase

HOUR = 3600
DAY = 24 * HOUR
FRESH = 3 * HOUR
"""Up to this age a thing counts as seen; older, as last seen."""


def lately(after: int, beat: int) -> int:
    """How old a thing that is told so much later may be to count as seen, in seconds."""
    return max(FRESH, after + beat)


def moment(start: datetime, second: int) -> datetime:
    """The local time of a second."""
    return start + timedelta(seconds=second)


def full(start: datetime, second: int) -> str:
    """`Wed 5 Jan 21:00`."""
    at = moment(start, second)
    return f"{at:%a} {at.day} {at:%b %H:%M}"


def dated(start: datetime, second: int) -> str:
    """`5 Jan 21:00`."""
    at = moment(start, second)
    return f"{at.day} {at:%b %H:%M}"


def hour(start: datetime, second: int, now: int) -> str:
    """`21:00` on the same day, else with the date."""
    at = moment(start, second)
    if at.date() == moment(start, now).date():
        return f"{at:%H:%M}"
    return f"{at.day} {at:%b %H:%M}"


def age(seconds: int) -> str:
    """`20 m`, `3 h` or `4 d`, rounded down."""
    if seconds < HOUR:
        return f"{max(seconds, 0) // 60} m"
    if seconds < 2 * DAY:
        return f"{seconds // HOUR} h"
    return f"{seconds // DAY} d"


def ahead(seconds: int) -> str:
    """`in 15 h` under two days, else `in 3 d`."""
    return phrase("in {age}", age=age(seconds))
