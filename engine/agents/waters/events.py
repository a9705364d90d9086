"""What water does. Levels are in km above the usual; arrays have one number a place."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """An hour passed: `level` by place, and `flooded`, the share of each that is under water."""

    at: int
    level: tuple[float, ...]
    flooded: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Endangered(Event):
    """The water at `place` stands close under the top of its dike."""


@dataclass(frozen=True, slots=True)
class Relieved(Event):
    """The water at `place` no longer stands close under the top of its dike."""


@dataclass(frozen=True, slots=True)
class Broke(Event):
    """The dike at `place` broke; `over` says whether water was coming over it."""

    over: bool


@dataclass(frozen=True, slots=True)
class WorkBegan(Event):
    """Sandbags are laid at `place`: the dike is `by` higher at `due`."""

    work: str
    by: float
    due: int


@dataclass(frozen=True, slots=True)
class Raised(Event):
    """The dike at `place` is now `by` higher."""

    work: str
    by: float


@dataclass(frozen=True, slots=True)
class Closed(Event):
    """The gap at `place` was closed; what stands behind it has still to be pumped out."""


@dataclass(frozen=True, slots=True)
class PumpsSet(Event):
    """There are now so many pumps at `place`."""

    pumps: float
