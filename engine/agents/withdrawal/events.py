"""How the troops leave."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateBegan(Event):
    """Troops may come, and may stay until `ends` (seconds)."""

    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreeing(Event):
    """The date is being agreed with those who sent troops; it is made known at `due` (seconds).

    `entry` is this event's own number in the journal.
    """

    due: int
    begins: int
    ends: int
    first: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced(Event):
    """The first and last day of the withdrawal were made known (seconds since the start).

    `agreed` says whether those who sent troops were asked first; `first` is the site that goes
    back before the others, if one was named. `entry` is this event's own number in the journal.
    """

    begins: int
    ends: int
    agreed: bool
    first: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Began(Event):
    """The first day of the withdrawal came: sites will be given back in this order.

    `every` is the time from one to the next, and `at` is now (seconds).
    """

    sites: tuple[str, ...]
    every: int
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedBack(Event):
    """The troops at a site were told to hand it back and leave."""

    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overstayed(Event):
    """The date has passed and troops are still in the country; `announced` says whose date."""

    announced: bool
    men: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed(Event):
    """The last man has left; so many days after the date, or before it if negative."""

    days_over: float
