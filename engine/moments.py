"""Times as authors write them: `day 2 18:00` and `2031-11-04 18:00`, and nothing else."""

import re
from datetime import datetime, timedelta, tzinfo

from engine.dimensions import QuantityError

HOUR = 3600
"""Seconds in an hour."""

_DAY = re.compile(r"day (\d{1,4}) (\d\d):(\d\d)")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)")


def parse_date(text: str) -> datetime:
    """The local time of `2031-11-04 18:00`, without a zone; 24:00 is the next day's 00:00.

    Raises `QuantityError`.
    """
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise QuantityError(f"`{text}` is not a date and time; write 2031-11-04 18:00")
    year, month, day, hour, minute = map(int, found.groups())
    try:
        return datetime(year, month, day) + _clock(hour, minute)
    except (ValueError, OverflowError) as problem:
        raise QuantityError(f"`{text}`: there is no such day or hour") from problem


def parse_moment(text: str, start: datetime, zone: tzinfo | None = None) -> int:
    """Seconds from the start of the scenario to a time written in its own zone.

    `start` is local to `zone` where it has none itself; day 1 is the day on which it falls.
    The result is negative for a time before the start. Raises `QuantityError`.
    """
    text = text.strip()
    zone = start.tzinfo or zone
    local = start.replace(tzinfo=None)
    if found := _DAY.fullmatch(text):
        day, hour, minute = map(int, found.groups())
        if day < 1:
            raise QuantityError(f"`{text}`: day 1 is the day on which the scenario starts")
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        try:
            moment = midnight + timedelta(days=day - 1) + _clock(hour, minute)
        except (ValueError, OverflowError) as problem:
            raise QuantityError(f"`{text}`: there is no such day or hour") from problem
    elif _DATE.fullmatch(text):
        moment = parse_date(text)
    else:
        raise QuantityError(f"`{text}` is not a time; write {_both(local)}")
    passed = moment.replace(tzinfo=zone) - local.replace(tzinfo=zone)
    if zone is not None:
        # Python subtracts two times of one zone without looking at its offsets.
        begun, then = (
            local.replace(tzinfo=zone).utcoffset(),
            moment.replace(tzinfo=zone).utcoffset(),
        )
        passed += (begun or timedelta()) - (then or timedelta())
    return round(passed.total_seconds())


def clock(seconds: int, start: datetime, zone: tzinfo | None = None) -> datetime:
    """The local time so many seconds after the start, without a zone."""
    zone = start.tzinfo or zone
    if zone is None:
        return start + timedelta(seconds=seconds)
    begun = start.replace(tzinfo=zone)
    offset = begun.utcoffset() or timedelta()
    utc = begun.replace(tzinfo=None) - offset + timedelta(seconds=seconds)
    return zone.fromutc(utc.replace(tzinfo=zone)).replace(tzinfo=None)


def _clock(hour: int, minute: int) -> timedelta:
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        raise ValueError("no such hour")
    return timedelta(hours=hour, minutes=minute)


def _both(start: datetime) -> str:
    second = start + timedelta(days=1) if start.year < 9999 else start
    return f"day 2 18:00 or {second.date().isoformat()} 18:00"
