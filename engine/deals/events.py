"""What happens to deals: facts, past tense, told to those who deal."""

from dataclasses import dataclass

from engine.events import Event, Term

Terms = tuple[tuple[str, int, str, int, int, int], ...]
"""Terms that bind: side, number, seat, since, until (0 while it waits), heard (seconds)."""


@dataclass(frozen=True, slots=True)
class OfferPut(Event):
    """An offer was put: a pledge binds at once, and the rest waits for an answer."""

    deal: str
    offer: str
    sort: str
    seat: str
    hearers: tuple[str, ...]
    answer_by: int
    public: bool = False
    hot: bool = False
    shows: str = ""


@dataclass(frozen=True, slots=True)
class OfferAnswered(Event):
    """A seat answered an offer: `accept`, `refuse`, `recall`, `extend`, or the reply to a question.

    `by_deed` says that it did what was asked without a word.
    """

    deal: str
    offer: str
    seat: str
    reply: str
    by_deed: bool = False


@dataclass(frozen=True, slots=True)
class DealBound(Event):
    """Terms of a deal bind from now on."""

    deal: str
    offer: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class TermBegan(Event):
    """What a term waited for has come about: its time runs until `until`."""

    deal: str
    offer: str
    side: str
    term: int
    until: int


@dataclass(frozen=True, slots=True)
class TermHeard(Event):
    """Word of a term reached the seat that must keep it; `state` is how the deal stands by now."""

    deal: str
    offer: str
    side: str
    term: int
    seat: str
    state: str


@dataclass(frozen=True, slots=True)
class TermKept(Event):
    """A seat kept a term of a deal."""

    deal: str
    offer: str
    side: str
    term: int
    seat: str


@dataclass(frozen=True, slots=True)
class WordBroken(Event):
    """A term was broken by order of `seat`, or because it did nothing (`how` is `not_done`).

    `heard_at` is when that seat learns of the term; `knew` says whether it had.
    """

    deal: str
    offer: str
    side: str
    term: int
    seat: str
    how: str
    heard_at: int
    knew: bool


@dataclass(frozen=True, slots=True)
class DeadlinePassed(Event):
    """The hour of a threat has passed: who made it must act, put it off, or let it lapse."""

    deal: str
    offer: str
    seat: str


@dataclass(frozen=True, slots=True)
class DeadlineMoved(Event):
    """A threat was put off: the answer may come until `answer_by`."""

    deal: str
    offer: str
    seat: str
    answer_by: int


@dataclass(frozen=True, slots=True)
class DealEnded(Event):
    """A deal is over: `kept`, `broken`, `refused`, `recalled`, `lapsed`, `answered`, `unanswered`,
    `shown`, or `void` because the game ended first."""

    deal: str
    offer: str
    how: str


@dataclass(frozen=True, slots=True)
class DealLeaked(Event):
    """A private word became known: that it was given, not what became of it."""

    offer: str
    seat: str
    hearers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CreditMoved(Event):
    """The credit of `seat` with `other` changed by the sum of its terms."""

    seat: str
    other: str
    by: float
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class ExhibitFound(Event):
    """A piece of evidence came to hand."""

    exhibit: str


@dataclass(frozen=True, slots=True)
class ExhibitJudged(Event):
    """Whether an exhibit is genuine; told to nobody."""

    exhibit: str
    genuine: bool
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExhibitShown(Event):
    """A seat showed an exhibit to others."""

    exhibit: str
    seat: str
    hearers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExhibitChecked(Event):
    """A seat had an exhibit checked: `genuine`, `false` or `open` if that could not be told."""

    exhibit: str
    seat: str
    found: str


@dataclass(frozen=True, slots=True)
class ExhibitExposed(Event):
    """An exhibit that was used turned out to be false."""

    exhibit: str
    seats: tuple[str, ...]


def marks(event: Event) -> tuple[str, ...]:
    """The names under which conditions count an event, such as `kept:x`, `shown:x`, `held:x`."""
    match event:
        case OfferPut(offer=offer):
            return (f"offer:{offer}",)
        case DealEnded(offer=offer, how="kept" | "broken" as how):
            return (f"{how}:{offer}",)
        case ExhibitFound(exhibit=exhibit):
            return (f"held:{exhibit}",)
        case ExhibitShown(exhibit=exhibit):
            return (f"shown:{exhibit}", f"held:{exhibit}")
        case _:
            return ()
