"""Who is on the way to where, as far as the seat knows: its own orders, and flights told of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tui.picture.data import Form, OwnOrder
from tui.picture.flights import COMES, due, lift
from tui.picture.holding import on_the_way, taking
from tui.picture.known import Known, once
from tui.picture.places import Town, towns
from tui.picture.times import HOUR, hour
from tui.words import phrase, plural

LOST = ("withdrawn", "failed", "accepted")
"""What nobody leaves for: taken back, not done, or not yet sent off."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Men or aircraft on the way; seconds are what the staff expects, None where nobody can."""

    target: str
    origin: str
    what: str
    short: str
    left: int
    first: int | None
    last: int | None

    def share(self, now: int) -> float:
        """How much of the way lies behind them, at the pace that is expected."""
        if self.first is None or self.last is None:
            return 0.5
        arrives = (self.first + self.last) / 2
        return min(max((now - self.left) / max(arrives - self.left, 1), 0.0), 0.95)


@once
def movements(known: Known) -> list[Movement]:
    """Everything on the way, own orders first."""
    return [*_own(known), *_flights(known)]


def _own(known: Known) -> Iterator[Movement]:
    for order in known.view.orders:
        form = known.scene.cards.get(order.card)
        if form is None or form.moves is None or order.state in LOST:
            continue
        values = {name: str(value) for name, value in order.fields.items()}
        hours = on_the_way(known, form, values)
        if hours is None:
            continue
        left = order.due + taking(form, order.fields)
        first, last = (left + round(each * HOUR) for each in hours)
        if left <= known.now < last:
            men = _men(form, order)
            what = phrase("{men:,.0f} men", men=men) if men else form.title
            yield Movement(
                values[form.moves.target], values.get(form.moves.origin, ""),
                what, f"{men:,.0f}" if men else "", left, first, last,
            )  # fmt: skip


def _men(form: Form, order: OwnOrder) -> float:
    field = next((field for field in form.fields if field.unit == "people"), None)
    value = None if field is None else order.fields.get(field.name)
    return float(value) if isinstance(value, float | int) else 0.0


def _flights(known: Known) -> Iterator[Movement]:
    found = lift(known)
    if found is None:
        return
    sites = {site.id: site.place for site in known.scene.sites}
    for number, field in enumerate(found.airfields):
        coming = [each for each in found.flights if each.phase == COMES]
        here = [each for each in coming if each.airfield == number and each.way == "in"]
        lands = [at for each in here for at in (due(found, each),) if at is not None]
        if here:
            count = plural("{number} flight", "{number} flights", len(here))
            what = phrase("{count} to {title}", count=count, title=field.title)
            yield Movement(
                sites.get(field.id, field.id), "", what, count,
                min(each.leaves or found.as_of for each in here),
                min(lands, default=None), max(lands, default=None),
            )  # fmt: skip


def with_movements(known: Known) -> list[Town]:
    """Every place, with how many are on the way to it."""
    coming: dict[str, list[str]] = {}
    for each in movements(known):
        if each.short:
            coming.setdefault(each.target, []).append(each.short)
    found = towns(known)
    return [
        replace(town, coming=" ".join(coming[town.id])) if town.id in coming else town
        for town in found
    ]


def movement_words(known: Known, found: Movement) -> str:
    """`300 men on the way from Borough, there 02:00 to 05:00`."""
    start, now = known.scene.start, known.now
    origin = phrase(" from {known}", known=known.title(found.origin)) if found.origin else ""
    said = phrase("{what} on the way{origin}", what=found.what, origin=origin)
    if found.first is None or found.last is None:
        return said
    first, last = hour(start, found.first, now), hour(start, found.last, now)
    return (
        phrase("{said}, there {first}", said=said, first=first)
        if first == last
        else phrase("{said}, there {first} to {last}", said=said, first=first, last=last)
    )
