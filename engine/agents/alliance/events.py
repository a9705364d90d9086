"""What happens while an alliance consults."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Convened(Event):
    """A request came in, and the chair will call the members at `calls_at` (seconds).

    `at` is now, in seconds since the start.
    """

    request: int
    frame: str
    evidence: int
    men: int
    length_hours: float
    tasks: str
    calls_at: int
    mode: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Called(Event):
    """The members were called, `parallel` or `in_turn`.

    `deadline` is the second at which silence is taken as `silence`; None is no deadline.
    """

    request: int
    mode: str
    members: tuple[str, ...]
    deadline: int | None
    silence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAsked(Event):
    """One capital has the request before it, and its own clock runs until `due` (seconds)."""

    member: str
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsAsked(Event):
    """A capital asked for grounds: its answer comes later, and is warmer where they are shown."""

    member: str
    what: str
    due: int
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """A capital answered: `yes`, `yes_if`, `abstain`, `later` or `no`.

    `by` is `seat`, `clock`, `silence` or `parliament`; `reason` is why not, `term` what it asks in
    return. With `veto` a refusal forbids. An answer that came too late is not `counted`. After
    `later`, `due` is when it is heard as a no. `entry` is this event's own number in the journal.
    """

    member: str
    answer: str
    by: str
    reason: str = ""
    term: str = ""
    veto: bool = False
    counted: bool = True
    due: int | None = None
    entry: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingSet(Event):
    """A parliament was called to sit at `due` (seconds).

    With `binds_answer` its government's answer waits for the vote, else only the men do. `entry`
    is this event's own number in the journal.
    """

    member: str
    due: int
    entry: int
    binds_answer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat(Event):
    """A parliament met: who came, how they voted, and when it tries again, if it does."""

    member: str
    attempt: int
    present: int
    quorum: int
    votes: int
    passed: bool
    again: int | None = None
    entry: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Lobbied(Event):
    """Deputies were talked to: more come, and more of them vote for."""

    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Event):
    """The last answer needed is in; the text will be ready at `due` (seconds)."""

    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Event):
    """The alliance decided on the request.

    `conditions` are pairs of a member and its term; `bypassed` are members whose terms were one
    too many. `reason` is empty after a yes. `precedent` is how often help is now remembered to
    come, `learned` how far this moved it. `entry` is this event's own number in the journal.
    """

    request: int
    agreed: bool
    men: int
    length_hours: float
    guard_only: bool
    conditions: tuple[tuple[str, str], ...]
    bypassed: tuple[str, ...]
    precedent: float
    learned: float
    reason: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Event):
    """Help was refused: `ground` (not a case), `consent`, `veto`, `patron`, `parliament` or
    `silence`, and by whom."""

    request: int
    reason: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Event):
    """A member's men may be sent: the decision stands and its parliament, if any, has voted."""

    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld(Event):
    """A member's men will not be sent: its parliament gave up, or it did not join the decision."""

    member: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateLapsed(Event):
    """The term on which a member had agreed was not kept: its men are not sent, or not kept."""

    member: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledOff(Event):
    """The request was withdrawn while members consulted."""

    request: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered(Event):
    """Somebody recalled the times when help did or did not come; the precedent moved by `by`."""

    how: str
    by: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled(Event):
    """Members drilled together; their staffs know each other better."""

    drills: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaned(Event):
    """Something moved one capital: `by` is added to the log odds of its consent, and stays."""

    member: str
    by: float
