"""What is looked up about the past: why a figure moved, and which saves hang together."""

from tui.picture.shown import Shown


class LedgerPart(Shown):
    """One part of a change.

    `sort` is `told`, `revealed`, `drift`, `noise` or `unknown`; `number` is that of the thing told.
    """

    amount: float
    at: int
    number: int = -1
    sort: str
    headline: str = ""
    text: str = ""
    sender: str = ""
    told_at: int = 0


class WhyLedger(Shown):
    """What moved a figure between two seconds at which it was told."""

    key: str
    start: int
    end: int
    before: float
    after: float
    exact: bool
    parts: list[LedgerPart]


class Branch(Shown):
    """A save that hangs together with this one: where it goes its own way, and how far."""

    path: str
    parent: str = ""
    begins: int
    ends: int
    luck: int = 0
    first: str = ""
    here: bool = False


class Promise(Shown):
    """Ranges in hours: until it is heard, until it fades if nobody comes, and to half after."""

    heard: tuple[float, float]
    waits: tuple[float, float]
    half: tuple[float, float]
