"""The contingents' part of the world: columns of men, from landing to leaving."""

from dataclasses import dataclass, field, replace

from engine.kinds import Seconds

DRIVING, FORMING, MARCHING, WAITING = "driving", "forming", "marching", "waiting"
ON_POST, RETURNING, READY, GONE = "on_post", "returning", "ready", "gone"
HERE = (FORMING, MARCHING, WAITING, ON_POST, RETURNING, READY)
"""Phases of men who are in the country."""


@dataclass(frozen=True, slots=True)
class Column:
    """Men of one force who move together. `base` is the place where they came in."""

    number: int
    force: str
    men: int
    vehicles: int
    phase: str
    base: int
    at: int
    site: str = ""
    due: Seconds = 0
    cause: str = ""

    @property
    def id(self) -> str:
        return f"{self.number:06d}"


@dataclass(frozen=True, slots=True)
class Hour:
    """The next hour of help on the street."""

    due: Seconds
    id: str = "~hour"


@dataclass(slots=True)
class ContingentsState:
    """Columns by number; what was seen landed and gone, by force; and the rules in force."""

    at: dict[str, int]
    site_place: dict[str, int]
    rules: str
    columns: dict[int, Column] = field(default_factory=dict)
    made: int = 0
    landed_men: dict[str, int] = field(default_factory=dict)
    landed_vehicles: dict[str, int] = field(default_factory=dict)
    gone_men: dict[str, int] = field(default_factory=dict)
    gone_vehicles: dict[str, int] = field(default_factory=dict)
    killed: dict[str, int] = field(default_factory=dict)
    driven: tuple[str, ...] = ()
    recalled: tuple[str, ...] = ()
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    """Sites that were offered and that nobody has accepted yet."""
    declined: dict[str, tuple[str, ...]] = field(default_factory=dict)
    returned: tuple[str, ...] = ()
    last_arrival: int = -1
    last_leaving: int = -1
    last_change: int = -1
    next_hour: Seconds = 0
    hours: int = 0

    @property
    def handing_over(self) -> bool:
        """True once every force is to go home."""
        return "" in self.recalled

    def put(self, column: Column) -> None:
        """Write a column down; one without men and vehicles is forgotten."""
        if column.men or column.vehicles:
            self.columns[column.number] = column
        else:
            self.columns.pop(column.number, None)

    def change(self, number: int, **how: object) -> None:
        """Write a column down with some of it changed."""
        self.put(replace(self.columns[number], **how))  # type: ignore[arg-type]

    def here(self) -> list[Column]:
        """Columns in the country, first come first."""
        return [one for _, one in sorted(self.columns.items()) if one.phase in HERE]
