"""What happens at sites, as the journal tells it."""

from dataclasses import dataclass

from engine.events import Event

Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stepped(Event):
    """Harm and arms were counted up to second `at`, and attacks of the next step were formed.

    `again` is the second of the next count, None while nothing stirs. `coming` are attacks that
    form: id, column of the place, second. `pressed` tells how far forces are with each lost site,
    and `retaking` when they will have it: column of the site, and a number. `lost_arms` are
    weapons hidden or found: column of the place, items.
    """

    at: int
    again: int | None
    known_as: str
    coming: tuple[tuple[str, int, int], ...]
    pressed: tuple[tuple[int, float], ...]
    retaking: tuple[tuple[int, int], ...]
    lost_arms: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Harmed(Event):
    """People were hurt since the last count; one number a place, in map order."""

    killed_security: Counts
    injured_security: Counts
    injured: Counts


@dataclass(frozen=True, slots=True)
class Attacked(Event):
    """So many people attack a site; it is decided at second `due`.

    `follows` are further attacks that this one sets off: id, column of the place, second.
    """

    raid: str
    people: int
    due: int
    known_as: str
    follows: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CameToNothing(Event):
    """An attack or a retaking ended before it began: nobody came, or nothing was left to take."""

    matter: str


@dataclass(frozen=True, slots=True)
class Held(Event):
    """A site was held against an attack; `guards` is the strength of its defence in men."""

    raid: str
    people: int
    guards: float


@dataclass(frozen=True, slots=True)
class Lost(Event):
    """A site fell to an attack; `guards` is what defended it, in men."""

    raid: str
    people: int
    guards: float
    holds_out: float


@dataclass(frozen=True, slots=True)
class Looted(Event):
    """Arms were taken from a lost site."""

    items: int


@dataclass(frozen=True, slots=True)
class Retaken(Event):
    """Forces have a site back: `ordered` by a storm, or in the course of clearing the streets."""

    matter: str
    ordered: bool
    weapons: int


@dataclass(frozen=True, slots=True)
class StormBegan(Event):
    """Forces set out to retake a site, with or without a warning; it is decided at `due`."""

    storm: str
    due: int
    warned: bool
    known_as: str


@dataclass(frozen=True, slots=True)
class StormFailed(Event):
    """An ordered retaking of a site was thrown back."""

    storm: str


@dataclass(frozen=True, slots=True)
class StormCost(Event):
    """People were injured when forces stormed a site."""

    injured: int
    injured_security: int


@dataclass(frozen=True, slots=True)
class ArmsSecured(Event):
    """Arms were taken away from a site, or disabled."""

    items: int


@dataclass(frozen=True, slots=True)
class WeaponsCollected(Event):
    """Searches found weapons in these places."""

    places: tuple[str, ...]
    items: Counts
