"""What a government decreed, whom it put where, and what came of it. Times are seconds."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class EmergencyDeclared(Event):
    """A state of emergency is in force at `places`, with or without a curfew and closed roads."""

    places: tuple[str, ...]
    curfew: bool
    roads_closed: bool
    at: int
    until: int | None


@dataclass(frozen=True, slots=True)
class EmergencyLifted(Event):
    """The state of emergency at `places` is over, by order or because its time is up."""

    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NightPassed(Event):
    """A night under curfew was seen through.

    `ignored` is the share of the people out at places under curfew whom nobody could send home.
    """

    at: int
    ignored: float


@dataclass(frozen=True, slots=True)
class CurfewIgnored(Event):
    """At `place` people stayed out under curfew and too few men were there to enforce it."""

    people: float
    enforced: float


@dataclass(frozen=True, slots=True)
class Appointed(Event):
    """A post changed hands: to an insider, an outsider or the deputy; `how` the old holder went."""

    post: str
    who: str
    how: str


@dataclass(frozen=True, slots=True)
class CabinetResigned(Event):
    """The whole cabinet went; until `until` orders to the ministries are slower."""

    successor: str
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class MinisterResigned(Event):
    """One minister went, and the others stay; until `until` orders are slower."""

    successor: str
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class CouncilTaken(Event):
    """The head of state took the chair of the security council; there is no way back."""

    how: str
    dignified: bool


@dataclass(frozen=True, slots=True)
class Declared(Event):
    """The government said what this is, in what frame, and on how many items of evidence."""

    what: str
    frame: str
    evidence: float


@dataclass(frozen=True, slots=True)
class Spoke(Event):
    """The head of state spoke to the country, or to a part of it, in a tone."""

    tone: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableOpened(Event):
    """A commission went to `places` and promised an answer by `until`."""

    table: str
    who: str
    safe_passage: bool
    places: tuple[str, ...]
    at: int
    until: int


@dataclass(frozen=True, slots=True)
class TableClosed(Event):
    """A table ended: `kept` if it ended with the promised answer in time, `lapsed` or `broken`.

    It counts as `table_kept`, `table_lapsed` or `table_broken` too; `places` is where it was.
    """

    table: str
    how: str
    places: tuple[str, ...]

    def counted_as(self) -> str:
        """How it ended."""
        return f"table_{self.how}"
