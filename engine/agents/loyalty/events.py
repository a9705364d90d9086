"""What happens to the loyalty of the apparatus."""

from dataclasses import dataclass

from engine.events import Event


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """The loyal share of the men of each place after `hours`, and how far crowds overwhelm them.

    `taken` are the sites left by their guards that somebody else holds now.
    """

    hours: float
    loyal: tuple[float, ...]
    nation: float
    overwhelmed: tuple[float, ...]
    taken: tuple[str, ...]
    next_step: int


@dataclass(frozen=True, slots=True)
class Wavered(Event):
    """The loyal share of the men of `place` fell below what holds them together."""

    loyal: float


@dataclass(frozen=True, slots=True)
class Recovered(Event):
    """The men of `place` are steady again."""

    loyal: float


@dataclass(frozen=True, slots=True)
class BackingGiven(Event):
    """Somebody let it be known that the apparatus will be helped, or will not.

    `source` is `alliance` or `order`. Men hear it at `heard`. One that `awaits` must be honoured:
    from `fades` on it loses worth unless men come. `until` 0 is without end.
    """

    signal: str
    strength: float
    heard: int
    fades: int
    until: int
    awaits: bool
    source: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class BackingHeard(Event):
    """The word of backing reached the ranks: `strength` is what it is worth to them."""

    signal: str
    strength: float


@dataclass(frozen=True, slots=True)
class BackingHonoured(Event):
    """Men came, so that the promise is believed in full and no longer fades."""

    signal: str


@dataclass(frozen=True, slots=True)
class BackingSpent(Event):
    """The men who honoured a promise are gone; what it was worth fades from `fades` on."""

    signal: str
    fades: int


@dataclass(frozen=True, slots=True)
class MoodSet(Event):
    """Loyalty is worth `by` more (or less) to men at these places from `since` to `until`."""

    mood: str
    places: tuple[str, ...]
    by: float
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class WordGiven(Event):
    """The chiefs of the guard at a site passed the word to leave; if obeyed, it is gone at `due`.

    Told to nobody.
    """

    obeyed: bool
    due: int


@dataclass(frozen=True, slots=True)
class WordIgnored(Event):
    """A guard that was about to leave stays: its chiefs are no longer obeyed. Told to nobody."""


@dataclass(frozen=True, slots=True)
class Departed(Event):
    """The guard left a site on a word of its chiefs, before anybody took it."""


@dataclass(frozen=True, slots=True)
class GuardReturned(Event):
    """A guard stands at a site again that its guard had left."""


@dataclass(frozen=True, slots=True)
class ChiefReplaced(Event):
    """A security chief was replaced; the new one is obeyed from `obeyed` on."""

    who: str
    obeyed: int
