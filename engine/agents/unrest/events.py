"""What happens on the streets, as the journal tells it."""

from dataclasses import dataclass

from engine.events import Event

Counts = tuple[int, ...]
Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """The streets moved on to second `at`; every row has one number a place, in map order.

    `resting` are at home after taking part, `held` in custody now; `killed`, `detained`, `released`
    and `joined` count from the start. `demands` are rungs with the part already climbed to the
    next; `clash` runs from 0 to 1; `backlash` is the memory of rough treatment.
    """

    at: int
    peaceful: Counts
    violent: Counts
    resting: Counts
    held: Counts
    killed: Counts
    detained: Counts
    released: Counts
    joined: Counts
    backlash: Numbers
    clash: Numbers
    demands: Numbers


@dataclass(frozen=True, slots=True)
class ProtestBegan(Event):
    """The crowd of a place first grew large enough to be called a protest."""

    people: int


@dataclass(frozen=True, slots=True)
class Killed(Event):
    """People in the crowd of a place were killed; `posture` is the order the forces were under."""

    people: int
    posture: float


@dataclass(frozen=True, slots=True)
class Demanded(Event):
    """The demands of a place rose to a higher rung (`number` from 1, lowest)."""

    rung: str
    number: int


@dataclass(frozen=True, slots=True)
class Conceded(Event):
    """Something was conceded to these places, up to a rung.

    `fit` says how well it met each place's demands, `reach` the share who heard of it there, and
    `credit` the place's whole credit from concessions afterwards, before what violence spoils.
    """

    at: int
    rung: str
    number: int
    places: tuple[str, ...]
    fit: Numbers
    reach: Numbers
    credit: Numbers
    demands: Numbers


@dataclass(frozen=True, slots=True)
class Provoked(Event):
    """A pledge was broken or an answer came late or empty: demands rose in these places."""

    places: tuple[str, ...]
    rungs: float
    anger: float
    demands: Numbers


@dataclass(frozen=True, slots=True)
class Asked(Event):
    """The movement said what it wants in these places."""

    rung: str
    places: tuple[str, ...]
    demands: Numbers


@dataclass(frozen=True, slots=True)
class Called(Event):
    """People were called to a rally in these places until second `until`."""

    at: int
    size: float
    places: tuple[str, ...]
    until: int


@dataclass(frozen=True, slots=True)
class SentHome(Event):
    """Peaceful people left the streets of these places at a call."""

    places: tuple[str, ...]
    people: Counts


@dataclass(frozen=True, slots=True)
class Released(Event):
    """Detained people of these places were let go."""

    places: tuple[str, ...]
    people: Counts


@dataclass(frozen=True, slots=True)
class Seized(Event):
    """Named people of these places were taken at home."""

    places: tuple[str, ...]
    people: Counts
    anger: float
