"""What becomes of a request for help."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Event):
    """Help was asked for, in these words and to this size.

    `frame` says what it is called: `internal`, `outside` or `facilities`. `evidence` counts the
    items attached, `tasks` what the men may do: `guard`, `defend` or `assist`. `request` counts
    the requests, `at` is the second, and `entry` this event's own number in the journal.
    """

    request: int
    frame: str
    evidence: int
    men: int
    length_hours: float
    tasks: str
    at: int
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """The request was taken back before it was answered or carried out."""

    request: int
    waited_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """The alliance decided on the request, after so many hours."""

    request: int
    agreed: bool
    waited_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed(Event):
    """The request has stayed unanswered so long that it is heard as a refusal; it stays open."""

    request: int
    waited_hours: float
