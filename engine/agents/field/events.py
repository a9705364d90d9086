"""What happens to a field. Arrays have a row a level, and in it one number a place."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """An hour passed: every level flowed. `levels` is what each place has of each."""

    at: int
    levels: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Crossed(Event):
    """A place crossed a mark; it counts as an event of the mark's own name too."""

    mark: str

    def counted_as(self) -> str:
        """The mark."""
        return self.mark


@dataclass(frozen=True, slots=True)
class Uncrossed(Event):
    """A place is back on the other side of a mark."""

    mark: str


@dataclass(frozen=True, slots=True)
class Pushed(Event):
    """Somebody changed a level at a place at once, by `amount`; `into` is where it went."""

    level: str
    into: str
    amount: float


@dataclass(frozen=True, slots=True)
class PushBegan(Event):
    """Somebody began to change a level at a place, by `pace` an hour, until `until`."""

    push: str
    level: str
    into: str
    pace: float
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class PushEnded(Event):
    """A steady change of a level at a place is over."""

    push: str
    level: str


@dataclass(frozen=True, slots=True)
class Held(Event):
    """A flow is slowed at a place until `until`: `share` of it is held back."""

    hold: str
    flow: str
    share: float
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class LetGo(Event):
    """A flow is held back at a place no longer."""

    hold: str
    flow: str
