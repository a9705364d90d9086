"""The engine's own events: orders and their fate, reports, injects, shifts, readings, the end."""

from dataclasses import dataclass

from engine.events import Event, Field

Named = tuple[tuple[str, Field], ...]


@dataclass(frozen=True, slots=True)
class OrderTaken(Event):
    """An order was accepted at the door; its cost is set aside and it waits for its beat."""

    order: str
    seat: str
    by: str
    card: str
    fields: Named
    due: int
    costs: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class OrderRefused(Event):
    """An order was refused at the door, with a code; nothing else changed."""

    order: str
    seat: str
    card: str
    code: str
    about: Named = ()


@dataclass(frozen=True, slots=True)
class OrderWithdrawn(Event):
    """A seat took back an order before its beat opened; what it had set aside is returned."""

    order: str
    seat: str
    costs: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class OrderBegun(Event):
    """An order's beat came: it is on its way, and its effects wait until `effects_due`."""

    order: str
    seat: str
    card: str
    fields: Named
    effects_due: int
    result: str
    share: float


@dataclass(frozen=True, slots=True)
class OrderOut(Event):
    """A seat's order has gone out; what becomes of it is heard later."""

    order: str
    card: str


@dataclass(frozen=True, slots=True)
class CarriedOut(Event):
    """An order took effect: as ordered, in part, late or beyond the order."""

    order: str
    seat: str
    card: str
    result: str
    share: float
    told_at: int | None


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """An order was not carried out; the seat is told later, or never."""

    order: str
    seat: str
    card: str
    code: str
    told_at: int | None


@dataclass(frozen=True, slots=True)
class OrderReported(Event):
    """A seat hears what became of its order."""

    order: str
    card: str
    result: str
    share: float


@dataclass(frozen=True, slots=True)
class OrderKnown(Event):
    """Another seat learns that a card was played; what the order's id or reports say stays out."""

    seat: str
    card: str
    fields: Named
    leaked: bool = False


@dataclass(frozen=True, slots=True)
class Waiting(Event):
    """Something was put down to come at a later beat."""

    id: str
    sort: str
    due: int
    seat: str = ""
    what: str = ""
    order: str = ""
    fields: Named = ()
    share: float = 1.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Settled(Event):
    """Something that waited is done with, or was called off."""

    id: str


@dataclass(frozen=True, slots=True)
class StockMoved(Event):
    """A seat's stock changed by an amount; it never falls below nothing."""

    seat: str
    stock: str
    by: float


@dataclass(frozen=True, slots=True)
class ShiftBegan(Event):
    """A parameter is bent from now on, everywhere or in some places, for a time or for good."""

    id: str
    target: str
    times: bool
    amount: float
    until: int | None
    half_life: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShiftEnded(Event):
    """A bent parameter is let go."""

    id: str


@dataclass(frozen=True, slots=True)
class Reported(Event):
    """A report reached somebody. `text` is the path of the text; `values` fill it in."""

    text: str
    sender: str = ""
    values: Named = ()
    means: str = ""


@dataclass(frozen=True, slots=True)
class Falsehood(Event):
    """The report with this number in the journal was false; told to nobody."""

    report: int


@dataclass(frozen=True, slots=True)
class InjectFired(Event):
    """An inject came in; `because` holds the values that made it so."""

    inject: str
    because: Named


@dataclass(frozen=True, slots=True)
class InjectJudged(Event):
    """An inject's condition turned, or it was called off, without the inject coming in."""

    inject: str
    true: bool
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class HiddenDrawn(Event):
    """A hidden question has this answer in this run; told to nobody."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ClueJudged(Event):
    """A clue's time came, and it was shown or not; told to nobody."""

    question: str
    clue: str
    shown: bool


@dataclass(frozen=True, slots=True)
class HiddenRevealed(Event):
    """The game is over, and everybody hears which answer a hidden question had."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ConditionTurned(Event):
    """A condition that must hold for a time became true, or stopped being true."""

    key: str
    true: bool


@dataclass(frozen=True, slots=True)
class Noted(Event):
    """The readings of a beat were noted, so that late reports can tell them later.

    Each row is a reading, the second before which nobody needs it any more, and its values.
    """

    readings: tuple[tuple[str, int, tuple[float | str | None, ...]], ...]


ToldReading = tuple[str, tuple[int, ...], tuple[float | str | None, ...]]


@dataclass(frozen=True, slots=True)
class Told(Event):
    """A seat was told readings: each with the seconds it was true of, and its values.

    No values means the same ones again, true as of later.
    """

    seat: str
    readings: tuple[ToldReading, ...]


@dataclass(frozen=True, slots=True)
class CardOpened(Event):
    """A card was put before a seat that could not play it otherwise."""

    seat: str
    card: str


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The game ended; `because` holds the values that made it so."""

    ending: str
    because: Named
