"""Pairs of worlds that differ in what is hidden from some seats, and all that a seat gets."""

from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.game import FACILITATOR, Game
from engine.imagining import imagined
from engine.orders import FieldGiven, Order
from engine.saves import Manifest, Save
from engine.scenario.models import FieldSpec
from engine.scenario.scenario import Scenario
from engine.setup import Ready, Wanted, prepare, start
from host.protocol import Ask
from host.table import Table
from tui.commands.saved import export_it

Asked = tuple[int, str, tuple[tuple[str, FieldGiven], ...]]
"""What a seat tries: at a beat, a card, filled in somehow."""


@dataclass(frozen=True)
class Hidden:
    """A difference that reaches none of `seats` within so many hours.

    The second world has other settings, or orders of others more. `base` is set in both, to shut
    what would tell everybody. What is `quiet` stays hidden only while the seats order nothing.
    """

    scenario: str
    what: str
    seats: tuple[str, ...]
    sets: tuple[str, ...] = ()
    orders: tuple[Order, ...] = ()
    base: tuple[str, ...] = ()
    hours: int = 60
    quiet: bool = False
    bots: str = "idle"
    format: str = ""

    def __repr__(self) -> str:
        return f"{self.scenario}: {self.what}"


PORT, UNION, COUNCIL = "port", "union", "council"
SHUT = "injects.bakery_closes.when=never"
"""What would tell of a place that runs dry."""


def visit(beat: int, inject: str) -> Order:
    """The facilitator brings something in."""
    fields: dict[str, FieldGiven] = {"inject": inject}
    return Order(id="x1", seat=FACILITATOR, card="bring_in", fields=fields, beat=beat)


HARBOUR = (
    Hidden(
        "harbour", "a far place that runs dry", (UNION,), base=(SHUT,),
        sets=("agents.fuel.start.observatory=0.5 t", "agents.fuel.use.observatory=100 t/d"),
    ),
    Hidden("harbour", "what lorries carry", (UNION,), base=(SHUT,),
           sets=("agents.fuel.lorries=15 t/d",)),
    Hidden("harbour", "what the port may spend", (UNION, COUNCIL),
           sets=("seats.port.stocks.overtime_pay.start=3 h",)),
    Hidden("harbour", "how the council stands", (PORT, UNION),
           sets=("seats.council.stocks.standing.start=1",)),
    Hidden("harbour", "how well the council is told", (PORT, UNION),
           sets=("seats.council.told.patience={after: 5 h, error: 30 %}",)),
    Hidden("harbour", "a visit to two seats", (UNION,), orders=(visit(9, "minister_visits"),)),
    Hidden("harbour", "a visit to one seat", (UNION, COUNCIL),
           sets=("injects.minister_visits.to=port", "injects.minister_visits.at=day 1 12:00")),
    Hidden("harbour", "a request that one other seat hears of", (UNION,), hours=28,
           base=("cards.ask_mainland.known_to.union=null", "cards.ask_mainland.when=null"),
           orders=(Order(id="x1", seat=COUNCIL, card="ask_mainland", beat=3),)),
)  # fmt: skip

TICKED: dict[str, FieldGiven] = {"first": "clear", "second": "cheap"}
IN_A_FORMAT = (
    Hidden("harbour", "what another seat foresees", (UNION, COUNCIL), format="full",
           orders=(Order(id="x1", seat=PORT, card="forecast", fields={"any_dry": 0.9}),)),
    Hidden("harbour", "which aims another seat chose", (UNION, COUNCIL), format="full",
           orders=(Order(id="x1", seat=PORT, card="aims", fields=TICKED),)),
    # The bot before them deals while it can pay, and an offer is no secret: so it does not.
    Hidden("harbour", "what another's staff can pay", (UNION, COUNCIL), format="short",
           base=("doctrine.port.agree=null",),
           sets=("seats.port.stocks.overtime_pay.start=3 h",)),
    Hidden("harbour", "a visit to two seats, before anybody sits down", (UNION,), format="short",
           orders=(visit(9, "minister_visits"),)),
)  # fmt: skip

LAND = "kazakhstan-2022"
SEATS = ("president", "interior", "movement", "moscow", "allies", "west", "press")


def but(*names: str) -> tuple[str, ...]:
    """All seats of the largest scenario but these."""
    return tuple(seat for seat in SEATS if seat not in names)


LARGEST = (
    Hidden(LAND, "what the ministry has left", but("interior"),
           sets=("seats.interior.stocks.watches.start=3",)),
    Hidden(LAND, "an envelope to one seat", but("press"), orders=(visit(9, "film_from_a_roof"),)),
    Hidden(LAND, "a letter to two seats", but("president", "moscow"),
           orders=(visit(41, "minister_of_neighbour"),)),
    Hidden(LAND, "what others hear of the news", but("interior", "west"),
           sets=("agents.media.desks.interior.sees=5 %", "agents.media.desks.west.rumours=99 %",
                 "agents.media.desks.west.error=90 %")),
    Hidden(LAND, "what the press hears of the news", but("press"),
           sets=("agents.media.desks.press.sees=1 %", "agents.media.desks.press.rumours=99 %")),
    Hidden(LAND, "how well another is told", but("west", "president"),
           sets=("seats.west.told.crowd={after: 1 h, error: 5 %}",
                 "seats.president.told.crowd_total={after: 9 h, error: 80 %}")),
    Hidden(LAND, "stands of a far airfield", but("moscow"),
           sets=("agents.airlift.stands.zhetygen_airfield=1 aircraft",)),
    Hidden(LAND, "posts of a far site", ("movement", "moscow", "allies", "west"), hours=33,
           sets=("places.petropavl.sites.petropavl_akimat.posts=90 people",), quiet=True),
    Hidden(LAND, "an order that one other seat hears of", but("interior", "president", "moscow"),
           hours=33,
           orders=(Order(id="x1", seat="interior", card="secure_weapons", beat=4,
                         fields={"armoury": "almaty_police"}),), quiet=True),
    Hidden(LAND, "a count kept by the press", but("press", "movement", "president", "west"),
           orders=(Order(id="x1", seat="press", card="keep_count", beat=7),)),
)  # fmt: skip

WEEK = Hidden(LAND, "an envelope, in the week of the record", but("press"), hours=144,
              orders=(visit(9, "film_from_a_roof"),), bots="history")  # fmt: skip


@cache
def _ready(scenario: str, bots: str, sets: tuple[str, ...], format: str = "") -> Ready:
    given = dict(path.split("=", 1) for path in sets)
    return prepare(Wanted(scenario, bots=bots, sets=given, format=format))


def both(pair: Hidden, seed: int) -> tuple["Stand", "Stand"]:
    """The two worlds at their first second."""
    return Stand(pair, seed, pair.base, ()), Stand(
        pair, seed, (*pair.base, *pair.sets), pair.orders
    )


class Stand:
    """One world of a pair: plays on, and hands out all that a seat gets."""

    def __init__(
        self, pair: Hidden, seed: int, sets: tuple[str, ...], orders: Sequence[Order]
    ) -> None:
        ready = _ready(pair.scenario, pair.bots, sets, pair.format)
        self.manifest = ready.manifest.model_copy(update={"seed": seed})
        self.published = dict(path.split("=", 1) for path in pair.base)
        self.game: Game = start(Ready(ready.scenario, self.manifest), keep=False)
        for order in orders:
            assert self.game.submit(order).accepted, order

    def at_the_table(self, seat: str, hours: int, tries: Sequence[Asked]) -> list[str]:
        """Every reply to a seat that looks once a beat, and orders something now and then."""
        table = Table(self.game, None, seat)
        shown: list[str] = []

        def ask(do: str, **more: object) -> None:
            reply = table.answer(Ask.model_validate({"id": len(shown), "do": do, **more}))
            shown.append(reply.model_dump_json())

        ask("scene")
        for beat in range(hours):
            for number, (when, card, fields) in enumerate(tries):
                if when == beat:
                    order = Order(id=f"t{number}", seat=seat, card=card, fields=dict(fields))
                    ask("submit", order=order)
                    ask("view")
            ask("advance")
            ask("view")
        for key in table.game.view(seat).figures:
            ask("why", key=key)
        ask("events")
        ask("clock")
        return shown

    def exported(self, seat: str) -> str:
        """What the command for it writes of a save."""
        with TemporaryDirectory() as folder, redirect_stdout(StringIO()) as written:
            path = Path(folder) / "one.wcsave"
            save = Save.create(path, self.manifest)
            save.keep(self.game.journal, self.game.opened)
            save.close()
            export_it(path, seat)
        return written.getvalue()

    def estimated(self, seat: str) -> str:
        """A world as the seat imagines it. Settings are published; the difference is not."""
        plain: Manifest = self.manifest.model_copy(update={"sets": self.published})
        return imagined(plain, self.game.view(seat), 0).journal.digest()


def filled(scenario: Scenario, card: str) -> tuple[tuple[str, FieldGiven], ...]:
    """A card with something plausible in every field."""
    return tuple(
        (name, _filled(scenario, spec)) for name, spec in scenario.cards[card].fields.items()
    )


def _filled(scenario: Scenario, spec: FieldSpec) -> FieldGiven:
    sites = (site for town in scenario.places.values() for site in town.sites)
    first: Mapping[str, str] = {
        "place": next(iter(scenario.places)),
        "region": next(iter(scenario.regions)),
        "site": next(sites, ""),
        "seat": next(iter(scenario.seats)),
    }
    if spec.sort == "number":
        return spec.low or 0.0 if spec.default is None else spec.default
    return spec.words[0] if spec.words else first.get(spec.sort, "nothing_1")


def things_to_try(pair: Hidden, seat: str) -> list[tuple[str, tuple[tuple[str, FieldGiven], ...]]]:
    """Orders of a seat: its own cards, others' cards, others' orders and reports, nonsense."""
    scenario = _ready(pair.scenario, pair.bots, pair.base).scenario
    own = [id for id, card in scenario.cards.items() if card.seat == seat]
    other = [id for id, card in scenario.cards.items() if card.seat != seat]
    found: list[tuple[str, tuple[tuple[str, FieldGiven], ...]]] = [
        ("withdraw", (("order", "x1"),)),
        ("nonsense", ()),
        *((card, filled(scenario, card)) for card in other[:2]),
    ]
    if pair.quiet:
        return found
    found += [("offer", (("offer", id),)) for id in list(scenario.offers)[:12]]
    found += [
        ("answer", (("deal", f"{id}-{to}-1"), ("reply", "accept")))
        for id, deal in list(scenario.offers.items())[:12]
        for to in deal.to[:1]
    ]
    found += [(card, filled(scenario, card)) for card in own]
    if pair.format:
        aims = tuple(zip(("first", "second"), scenario.seats[seat].aims, strict=False))
        found += [("aims", aims), ("forecast", ((next(iter(scenario.forecasts)), 0.4),))]
    reports = [
        (c, f.name) for c in own for f in scenario.cards[c].fields.values() if f.sort == "report"
    ]
    found += [(c, ((f, f"{who}_1"),)) for c, f in reports for who in scenario.seats if who != seat]
    return found
