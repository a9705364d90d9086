"""The alliance's part of the world."""

from collections.abc import Iterator
from dataclasses import dataclass, field

NEVER = 2**62

QUIET, CONVENING, CONSULTING, CLOSING, DECIDED = (
    "quiet", "convening", "consulting", "closing", "decided",
)  # fmt: skip

IDLE, THINKING, WAITING, DONE = "idle", "thinking", "waiting", "done"
"""A member: not asked yet, its clock runs, it waits (later, or for its parliament), answered."""

YES = ("yes", "yes_if")


@dataclass(slots=True)
class Capital:
    """One member in this round, and what stays of it between rounds."""

    id: str
    phase: str = IDLE
    due: int = NEVER
    answer: str = ""
    by: str = ""
    reason: str = ""
    term: str = ""
    veto: bool = False
    entry: int = -1
    grounds_shown: bool = False
    lean: float = 0.0
    sits: int = NEVER
    called_by: int = -1
    attempts: int = 0
    present: int = 0
    quorum: int = 0
    passed: bool = False
    gave_up: bool = False
    lobbied: int = 0
    released: bool = False
    withheld: bool = False
    lapsed: bool = False

    @property
    def willing(self) -> bool:
        """True if it said yes, on terms or without."""
        return self.answer in YES

    @property
    def record(self) -> int:
        """When it is next due, for its answer or its parliament."""
        return min(self.due, self.sits)


@dataclass(slots=True)
class AllianceState:
    """The round now or last held, and what the alliance remembers."""

    phase: str = QUIET
    request: int = 0
    mode: str = ""
    due: int = NEVER
    began: int = 0
    deadline: int | None = None
    silence: str = "abstain"
    cause: str = ""
    evidence: int = 0
    frame: str = ""
    men_asked: int = 0
    length_asked: float = 0.0
    tasks: str = ""
    members: dict[str, Capital] = field(default_factory=dict)
    decided_request: int = 0
    agreed: bool = False
    men: int = 0
    length_hours: float = 0.0
    guard_only: bool = False
    conditions: tuple[tuple[str, str], ...] = ()
    bypassed: tuple[str, ...] = ()
    reason: str = ""
    entry: int = -1
    learned: float = 0.0
    drills: float = 0.0

    @property
    def consulting(self) -> bool:
        """True from the request until the decision."""
        return self.phase in (CONVENING, CONSULTING, CLOSING)

    def in_turn(self) -> Iterator[Capital]:
        """Members in the order in which they are written."""
        return iter(self.members.values())
