"""The network, the desks and the rumours: who hears what, how late, and whether it is so."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

import numpy as np

from engine.agents.media import desk, network, words
from engine.agents.media import events as e
from engine.agents.media import state as parts
from engine.agents.media.config import MediaConfig
from engine.agents.media.network import state_of
from engine.agents.media.state import (
    Check,
    Count,
    Cut,
    Line,
    MediaState,
    OnAir,
    Reporter,
    Sending,
    Window,
)
from engine.agents.media.stories import FORCE, OFFERS, POSTS
from engine.agents.media.verbs import VERBS
from engine.causes import behind
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Seconds, Standing
from engine.moments import HOUR
from engine.rules.exact import exp
from engine.rules.rounding import nines
from engine.world import World

PUBLIC_HALF_LIFE = 24.0
"""Hours after which half of what a publication exposed is still talked about."""

LN2 = 0.6931471805599453
Due = Cut | Window | OnAir | Sending | Check | Reporter | Line | Count


class MediaKind(Kind[MediaConfig, MediaState]):
    """Networks, broadcasts, reports to seats, publications and rumours."""

    name = "media"
    text = "Who hears what: networks and cuts, reports and rumours, publications"
    Config = MediaConfig
    events = (
        e.NetworkCut, e.NetworkRestored, e.WindowClosed, e.Addressed, e.AddressOver, e.Stepped,
        e.Filed, e.Falsified, e.Reported, e.CheckBegan, e.Verified, e.Published, e.Weighed,
        e.PostsExposed, e.ForceExposed, e.OfferExposed, e.FalsehoodPublished, e.Corrected,
        e.ReporterSent, e.ReporterArrived, e.ReporterLost, e.LineOpened, e.LineClosed, e.Slanted,
        e.CountBegan, e.Counted,
    )  # fmt: skip
    reports = ("reported",)
    readings: ClassVar = {
        "reach": Reading("%", "place", "share of people who hear news", "mean"),
        "openness": Reading("%", "place", "what is left of the network", "mean"),
        "dark": Reading("h", "place", "how long less than half of the network was left", "max"),
        "slowed": Reading("", "place", "by how much reports are slower than usual", "max"),
        "slanted": Reading(
            "", "place", "1 where what goes up to some seat is not told as it is", "max"
        ),
        "heard_by": Reading("%", "self", "share of all people who hear news"),
        "published": Reading("", "self", "reports made public"),
        "public_posts": Reading("", "self", "how widely it is known that posts are empty"),
        "public_force": Reading("", "self", "how widely it is known that force is used"),
        "public_offers": Reading("", "self", "how widely it is known what was offered"),
        "falsehoods_published": Reading("", "self", "published reports that were not so"),
    }
    verbs: ClassVar = VERBS

    def begin(self, world: World, me: str) -> MediaState:
        return MediaState(dark=(0.0,) * len(world.scene.places))

    def next_due(self, world: World, me: str) -> Seconds | None:
        state = state_of(world, me)
        return min([state.at + HOUR, *(record.due for record in _records(state))])

    def due(self, world: World, me: str, now: Seconds) -> Sequence[Record]:
        state = state_of(world, me)
        ready: list[Record] = [record for record in _records(state) if record.due <= now]
        ready.sort(key=lambda record: (record.due, record.id))
        if state.at + HOUR <= now:
            ready.append(Standing(now))
        return ready

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        if isinstance(record, Standing):
            yield from _step(world, me, chance)
        elif _still(state_of(world, me), record):
            # What ended together with something else may be gone already.
            assert isinstance(record, Due)
            yield _ends(world, me, record, chance)

    def apply(self, state: MediaState, event: Event) -> None:
        parts.apply(state, event)

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state = state_of(world, me)
        match name:
            case "reach":
                return network.reach(world, me)
            case "openness":
                return network.openness(world, me)
            case "dark":
                return np.array(state.dark)
            case "slowed":
                return network.slowness(world, me)
            case "slanted":
                bent = {p for seat in state.slants.values() for p, by in seat.items() if by != 1.0}
                return np.array([float(place in bent) for place in world.scene.places])
            case "heard_by":
                return network.reach_of_all(world, me)
            case "published" | "falsehoods_published":
                return float(getattr(state, name))
            case "public_posts":
                return _public(world, me, POSTS)
            case "public_force":
                return _public(world, me, FORCE)
            case "public_offers":
                return _public(world, me, OFFERS)
            case _:
                return super().read(world, me, name)

    def slowness(self, world: World, me: str) -> Numbers | None:
        return network.slowness(world, me)


def _tables(state: MediaState) -> tuple[Mapping[str, Due], ...]:
    return (
        state.cuts, state.windows, state.on_air, state.sendings, state.checks, state.reporters,
        state.lines, state.counts,
    )  # fmt: skip


def _records(state: MediaState) -> list[Due]:
    return [record for table in _tables(state) for record in table.values()]


def _still(state: MediaState, record: Record) -> bool:
    """True while a record is where it was put: each table knows its records by their id."""
    return any(table.get(record.id) is record for table in _tables(state))


def _public(world: World, me: str, what: str) -> float:
    """What publications of a sort still weigh in talk; at most 1."""
    total = 0.0
    for each in state_of(world, me).publications.values():
        if each.exposes == what:
            hours = (world.now - each.at) / HOUR
            total += each.weight * float(exp(-LN2 * hours / PUBLIC_HALF_LIFE))
    return min(total, 1.0)


def _ends(world: World, me: str, record: Due, chance: Chance) -> Event:
    """What happens when something of the media's falls due."""
    state = state_of(world, me)
    match record:
        case Cut():
            return e.NetworkRestored(cause=record.cause, place=record.id, at=world.now)
        case Window():
            return e.WindowClosed(cause=record.cause, place=record.id, at=world.now)
        case OnAir():
            return e.AddressOver(cause=record.cause, place=record.id)
        case Sending():
            return _told(world, me, record, chance)
        case Check():
            report = state.reports[record.report]
            return e.Verified(
                cause=record.cause, to=(record.seat,), check=record.id, report=record.report,
                stands=record.stands, checks=report.checks,
            )  # fmt: skip
        case Reporter():
            return e.ReporterArrived(
                cause=record.cause, to=(record.seat,), place=record.place, reporter=record.id
            )
        case Line():
            return e.LineClosed(
                cause=record.cause, to=(record.seat,), place=record.place, seat=record.seat
            )
        case Count():
            dead = round(float(world.field_of("killed").sum()))
            dice = chance.at(me, "count", record.due // HOUR, record.id)
            more = int(
                dice.binomial(max(dead - round(record.found), 0), world.value(me, "counted"))
            )
            return e.Counted(cause=record.cause, to=(record.id,), number=record.found + more)


def _told(world: World, me: str, sending: Sending, chance: Chance) -> Event:
    state = state_of(world, me)
    claim = state.claims[sending.claim]
    return e.Reported(
        cause=claim.cause,
        to=(sending.seat,),
        place=claim.place,
        report=f"{sending.seat}_{state.told.get(sending.seat, 0) + 1}",
        story=claim.story,
        number=sending.size,
        seen_at=claim.at,
        reliability=sending.reliability,
        source=sending.source,
        wording=words.wording(world, me, sending, claim, chance),
    )


def _step(world: World, me: str, chance: Chance) -> Happenings:
    state = state_of(world, me)
    seen = []
    for found, counter in list(desk.fresh(world, me)):
        seen.append(counter)
        if found is not None:
            yield desk.filing(world, me, found, chance)
    yield from desk.falsehoods(world, me, chance)
    yield from _risks(world, me, chance)
    openness = network.openness(world, me)
    dark = np.array(state.dark) + (openness < 0.5)
    yield e.Stepped(
        at=state.at + HOUR,
        reach=nines(network.reach(world, me)),
        openness=nines(openness),
        dark=nines(dark),
        seen=tuple(seen),
    )


def _risks(world: World, me: str, chance: Chance) -> Happenings:
    """Reporters in a violent crowd may be hurt or held; a drawn number a reporter and hour."""
    violent, crowd = world.field_of("violent"), world.field_of("crowd")
    share = violent / np.maximum(crowd, 1.0) * (violent >= 20.0)
    for each in list(state_of(world, me).reporters.values()):
        roll = float(chance.at(me, "reporter", world.now // HOUR, each.id).random())
        known = 0.5 if each.who == "local" else 1.0
        risk = world.value(me, "reporter_risk") * known
        if each.there and roll < risk * float(share[world.scene.place_at[each.place]]):
            hurt_by = behind(world, "violent", "stepped")
            yield e.ReporterLost(cause=hurt_by, to=(each.seat,), place=each.place, reporter=each.id)


KIND = MediaKind()
