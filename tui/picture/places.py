"""Places as a seat last saw them: how bad, how fresh, how many, and what is lost there."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.picture.data import Scene, Told, Value
from tui.picture.figures import title_of, worded
from tui.picture.known import Known, once
from tui.picture.times import FRESH, age, lately
from tui.words import phrase

QUIET, CROWD, CLASHES, VIOLENCE = range(4)
WORDS = (phrase("quiet"), phrase("crowd"), phrase("clashes"), phrase("violence"))
STYLES = ("$faint", "$crowd", "$clash", "$viol")
FILLED, HOLLOW = "·●◆▲", "·○◇△"

A_CROWD = 50
A_CLASH = 10
MUCH_VIOLENCE = 200
"""People in the street, and violent ones among them, from which a place is drawn as worse."""

SIZES = ((10_000, "10k+"), (1_000, "1k+"), (100, "100+"))


@dataclass(frozen=True, slots=True)
class Town:
    """A place on the map. `note` is what its label says beside its name."""

    id: str
    title: str
    latitude: float
    longitude: float
    people: float
    level: int = QUIET
    fresh: bool = True
    known: bool = True
    lost: int = 0
    note: str = ""
    age: str = ""
    coming: str = ""
    """How many are on the way there, in a word or two."""

    first: float = 0.0
    """Where no unrest is told: the first figure of the place."""

    @property
    def mark(self) -> str:
        """Its shape: filled if seen lately."""
        if not self.known:
            return "?"
        return (FILLED if self.fresh else HOLLOW)[self.level]

    @property
    def word(self) -> str:
        """Its state in a word."""
        if not self.known:
            return phrase("not known")
        return WORDS[self.level]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of every place, as last told."""

    key: str
    title: str
    told: Told
    as_of: tuple[int, ...]
    values: tuple[Value, ...]
    lately: int = FRESH

    def at(self, place: int) -> Value:
        """What was told of one place."""
        return self.values[place] if place < len(self.values) else None

    def seen(self, place: int) -> int | None:
        """When that was so; None if it was never told."""
        if not self.as_of or self.at(place) is None:
            return None
        return self.as_of[place] if place < len(self.as_of) else self.as_of[0]


@once
def readings(known: Known) -> list[Reading]:
    """Every reading of places that the seat is told, in the scenario's order."""
    found = []
    for key, told in known.scene.told.items():
        if told.of == "place":
            figure = known.view.figures.get(key)
            as_of, values = ((), ()) if figure is None else (figure.as_of, figure.values)
            title = title_of(known.scene, key)
            fresh = lately(told.after, known.scene.beat)
            found.append(Reading(key, title, told, tuple(as_of), tuple(values), fresh))
    return found


@once
def towns(known: Known) -> list[Town]:
    """Every place with its state; where no unrest is told, with its first figures as text."""
    rows = readings(known)
    by_name = {row.key.partition(".")[2]: row for row in rows}
    if not {"crowd", "violent"} & by_name.keys():
        return [_told(known, number, rows) for number in range(len(known.scene.places))]
    lost = _lost(known, by_name.get("lost_here"))
    return [
        _seen(known, number, by_name.get("crowd"), by_name.get("violent"), lost[number])
        for number in range(len(known.scene.places))
    ]


def _seen(
    known: Known, number: int, crowd: Reading | None, violent: Reading | None, lost: int
) -> Town:
    place = known.scene.places[number]
    people, hands = _number(crowd, number), _number(violent, number)
    seen = [at for row in (crowd, violent) if row for at in (row.seen(number),) if at is not None]
    since = known.now - min(seen) if seen else 0
    return Town(
        place.id,
        place.title,
        place.latitude,
        place.longitude,
        place.people,
        level=level_of(people, hands),
        fresh=since <= limit_of(known),
        known=bool(seen),
        lost=lost,
        note=size_of(people),
        age=age(since) if seen else phrase("never told"),
    )


def _told(known: Known, number: int, rows: Sequence[Reading]) -> Town:
    place = known.scene.places[number]
    words = known.words()
    seen = [at for row in rows for at in (row.seen(number),) if at is not None]
    since = known.now - min(seen) if seen else 0
    told = [worded(row.at(number), row.told, words) for row in rows[:2] if row.values]
    return Town(
        place.id,
        place.title,
        place.latitude,
        place.longitude,
        place.people,
        fresh=since <= limit_of(known),
        note=" ".join(told),
        first=_number(rows[0], number) if rows else 0.0,
        age=age(since) if seen else phrase("not told to you"),
    )


def limit_of(known: Known) -> int:
    """Up to what age the shapes of this seat's map are filled, in seconds."""
    rows = readings(known)
    shown = [row for row in rows if row.key.partition(".")[2] in ("crowd", "violent")] or rows
    return max((row.lately for row in shown), default=FRESH)


def _number(row: Reading | None, number: int) -> float:
    value = None if row is None else row.at(number)
    return float(value) if isinstance(value, float | int) else 0.0


def level_of(people: float, violent: float) -> int:
    """How bad a place is, from how many are out and how many of them are violent."""
    if violent >= MUCH_VIOLENCE:
        return VIOLENCE
    if violent >= A_CLASH:
        return CLASHES
    return CROWD if people >= A_CROWD else QUIET


def size_of(people: float) -> str:
    """The size of a crowd as a word; small ones have none."""
    return next((word for least, word in SIZES if people >= least), "")


def _lost(known: Known, told: Reading | None) -> list[int]:
    """Sites lost in each place: as told by place, else counted from what is told of sites."""
    count = len(known.scene.places)
    if told is not None:
        return [round(_number(told, number)) for number in range(count)]
    found = [0] * count
    at = {place.id: number for number, place in enumerate(known.scene.places)}
    for key, about in known.scene.told.items():
        figure = known.view.figures.get(key)
        if about.of == "site" and key.endswith(".lost") and figure is not None:
            for site, value in zip(known.scene.sites, figure.values, strict=False):
                if value and site.place in at:
                    found[at[site.place]] += 1
    return found


def unseen(found: Sequence[Town], limit: int) -> str:
    """How much of the map is old news, for the map's title."""
    old = sum(1 for town in found if not town.fresh or not town.known)
    if not old:
        return phrase("all seen within {age}", age=age(limit))
    return phrase(
        "{old} of {found} last seen over {age} ago", old=old, found=len(found), age=age(limit)
    )


def note_of(known: Known, found: Sequence[Town]) -> str:
    """What the map's title says: how much of it is old news, or what its numbers are."""
    if has_unrest(known.scene):
        return unseen(found, limit_of(known))
    return ", ".join(row.title for row in readings(known)[:2]).lower()


def by_trouble(found: Sequence[Town]) -> list[Town]:
    """The worst first, then the largest; without unrest those with most of the first figure."""
    return sorted(found, key=lambda town: (-town.level, -town.lost, -town.first, -town.people))


def ordered_by(known: Known) -> str:
    """How places are ordered, in words: `worst first`, `most burning first`."""
    rows = readings(known)
    if has_unrest(known.scene) or not rows:
        return phrase("worst first")
    return phrase("most {title} first", title=rows[0].title.lower())


def told_of(known: Known, number: int) -> list[tuple[str, str, str]]:
    """Title, value and age of everything told of one place."""
    words = known.words()
    return [
        (
            row.title,
            worded(row.at(number), row.told, words),
            ""
            if (seen := row.seen(number)) is None
            else phrase("{age} old", age=age(known.now - seen)),
        )
        for row in readings(known)
    ]


def has_unrest(scene: Scene) -> bool:
    """Whether the seat is told of crowds at all, so that shapes mean something."""
    return any(
        told.of == "place" and key.partition(".")[2] in ("crowd", "violent")
        for key, told in scene.told.items()
    )
