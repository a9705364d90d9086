"""The network by place, claims and their way to desks, publications, reporters and counts."""

from dataclasses import dataclass, field, replace

from engine.agents.media import events as e
from engine.events import Event
from engine.kinds import Seconds
from engine.rules.quick import quick

NEVER = 2**60


@dataclass(frozen=True, slots=True)
class Cut:
    """A network cut at one place, and what it was cut for."""

    id: str
    due: Seconds
    depth: str
    spared: bool
    cause: str


@dataclass(frozen=True, slots=True)
class Window:
    """A time at one place in which a cut network works."""

    id: str
    due: Seconds
    cause: str


@dataclass(frozen=True, slots=True)
class OnAir:
    """An address on the air at one place."""

    id: str
    due: Seconds
    cause: str


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is told: what, where, how much, when, and whether it is so.

    `cause` names the event in the journal by which it became a story.
    """

    number: int
    story: str
    place: str
    size: float
    at: Seconds
    true: bool
    cause: str


@quick
@dataclass(frozen=True, slots=True)
class Sending:
    """A report on its way to a seat."""

    id: str
    due: Seconds
    claim: int
    seat: str
    size: float
    reliability: int
    source: str


@quick
@dataclass(frozen=True, slots=True)
class Report:
    """A report that a seat holds, as it was told, and how often it was checked."""

    id: str
    seat: str
    claim: int
    size: float
    source: str
    checks: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """A check under way, what it will come to, and who had it made."""

    id: str
    due: Seconds
    report: str
    seat: str
    stands: bool
    cause: str


@dataclass(slots=True)
class Publication:
    """A report made public: what it exposes and how widely, until it is corrected."""

    id: str
    claim: int
    at: Seconds
    exposes: str = ""
    weight: float = 0.0


@dataclass(slots=True)
class Reporter:
    """Somebody of a seat at a place; `due` is the arrival, and nothing after that."""

    id: str
    seat: str
    place: str
    who: str
    due: Seconds
    cause: str
    there: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """A seat's way round a cut network at a place."""

    id: str
    seat: str
    place: str
    due: Seconds
    cause: str


@dataclass(slots=True)
class Count:
    """An independent count of the dead that a seat keeps."""

    id: str
    due: Seconds
    cause: str
    found: float = 0.0


@dataclass(slots=True)
class MediaState:
    """Records by id. `known` says up to how many events of each sort the desks have looked."""

    at: Seconds = 0
    dark: tuple[float, ...] = ()
    known: dict[str, int] = field(default_factory=dict)
    told_at: dict[str, Seconds] = field(default_factory=dict)
    cuts: dict[str, Cut] = field(default_factory=dict)
    windows: dict[str, Window] = field(default_factory=dict)
    on_air: dict[str, OnAir] = field(default_factory=dict)
    claims: dict[int, Claim] = field(default_factory=dict)
    sendings: dict[str, Sending] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    worded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    checks: dict[str, Check] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    reporters: dict[str, Reporter] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    slants: dict[str, dict[str, float]] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=dict)
    falsehoods_published: int = 0
    published: int = 0

    def depth(self, place: str) -> str:
        """How deep the network is cut at a place now; empty if it works."""
        if place not in self.cuts or place in self.windows:
            return ""
        return self.cuts[place].depth


def apply(state: MediaState, event: Event) -> None:
    """Write one event of the media into their own part of the world."""
    match event:
        case e.Stepped():
            state.at, state.dark = event.at, event.dark
            state.known.update(event.seen)
        case e.NetworkCut() | e.NetworkRestored() | e.WindowClosed():
            _network(state, event)
        case e.Addressed():
            for place in event.places:
                state.on_air[place] = OnAir(place, event.until, event.cause)
        case e.AddressOver():
            del state.on_air[event.place]
        case e.Filed() | e.Falsified():
            _file(state, event)
        case e.Reported():
            _report(state, event)
        case e.CheckBegan() | e.Verified():
            _check(state, event)
        case e.ReporterSent() | e.ReporterArrived() | e.ReporterLost():
            _reporter(state, event)
        case e.LineOpened():
            key = f"{event.seat}@{event.place}"
            state.lines[key] = Line(key, event.seat, event.place, event.until, event.cause)
        case e.LineClosed():
            del state.lines[f"{event.seat}@{event.place}"]
        case e.Slanted():
            slants = state.slants.setdefault(event.seat, {})
            slants.update(dict.fromkeys(event.places, event.factor))
        case e.CountBegan():
            state.counts[event.seat] = Count(event.seat, event.at + DAY, event.cause)
        case _:
            _public(state, event)


DAY = 86400


def _network(state: MediaState, event: e.NetworkCut | e.NetworkRestored | e.WindowClosed) -> None:
    place = event.place
    if isinstance(event, e.NetworkCut):
        state.cuts[place] = Cut(place, event.until, event.depth, event.spared, event.cause)
        state.windows.pop(place, None)
    elif isinstance(event, e.WindowClosed):
        del state.windows[place]
    elif event.until is None:
        del state.cuts[place]
        state.windows.pop(place, None)
    else:
        state.windows[place] = Window(place, event.until, event.cause)


def _file(state: MediaState, event: e.Filed | e.Falsified) -> None:
    true = isinstance(event, e.Filed)
    number = event.claim
    state.claims[number] = Claim(
        number, event.story, event.place, event.number, event.at, true, event.known_as
    )
    if true:
        state.told_at[f"{event.story}@{event.place}"] = event.at
    for seat, due, size, reliability, source in event.deliveries:
        key = f"{number:06d}:{seat}"
        state.sendings[key] = Sending(key, due, number, seat, size, reliability, source)


def _report(state: MediaState, event: e.Reported) -> None:
    # The first that is due is the one that is told: sendings are judged in that order.
    seat = event.to[0]
    ready = (s for s in state.sendings.values() if s.seat == seat)
    sending = min(ready, key=lambda s: (s.due, s.id))
    del state.sendings[sending.id]
    state.told[seat] = state.told.get(seat, 0) + 1
    if event.wording:
        state.worded[seat] = (*state.worded.get(seat, ()), event.wording)
    state.reports[event.report] = Report(
        event.report, seat, sending.claim, event.number, event.source
    )


def _check(state: MediaState, event: e.CheckBegan | e.Verified) -> None:
    if isinstance(event, e.CheckBegan):
        state.checks[event.check] = Check(
            event.check, event.due, event.report, event.seat, event.stands, event.cause
        )
        report = state.reports[event.report]
        state.reports[event.report] = replace(report, checks=report.checks + 1)
    else:
        del state.checks[event.check]


def _reporter(
    state: MediaState, event: e.ReporterSent | e.ReporterArrived | e.ReporterLost
) -> None:
    if isinstance(event, e.ReporterSent):
        state.sent[event.seat] = state.sent.get(event.seat, 0) + 1
        state.reporters[event.reporter] = Reporter(
            event.reporter, event.seat, event.place, event.who, event.due, event.cause
        )
    elif isinstance(event, e.ReporterArrived):
        state.reporters[event.reporter].there = True
        state.reporters[event.reporter].due = NEVER
    else:
        del state.reporters[event.reporter]


def _public(state: MediaState, event: Event) -> None:
    match event:
        case e.Published():
            state.published += 1
        case e.Weighed():
            state.publications[event.publication] = Publication(
                event.publication, event.claim, event.at, event.exposes, event.weight
            )
        case e.PostsExposed() | e.ForceExposed() | e.OfferExposed():
            pass
        case e.FalsehoodPublished():
            state.falsehoods_published += 1
        case e.Corrected():
            state.publications[event.publication].weight = 0.0
        case e.Counted():
            count = state.counts[event.to[0]]
            count.found, count.due = event.number, count.due + DAY
        case _:
            raise TypeError(f"no event of the media: {event}")
