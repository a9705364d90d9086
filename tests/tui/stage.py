"""An invented country with everything a screen can show, and a session that plays it by hand."""

from dataclasses import dataclass, field
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from engine.orders import Answer, Order
from tests.tui import stage_ending
from tui.commands.playing import Chosen
from tui.session import Trouble

HOUR = 3600
Plain = dict[str, object]

CITIES = (
    ("arden", "Arden", 43.2, 76.9, 2_000_000, 12_000.0, 900.0, 3),
    ("borough", "Borough", 51.1, 71.4, 1_100_000, 20.0, 0.0, 0),
    ("calder", "Calder", 42.3, 69.6, 1_000_000, 600.0, 40.0, 0),
    ("dunmore", "Dunmore", 50.3, 57.2, 500_000, 900.0, 60.0, 1),
    ("eastwick", "Eastwick", 49.9, 82.6, 330_000, 300.0, 0.0, 0),
    ("farrow", "Farrow", 47.1, 51.9, 290_000, 400.0, 0.0, 0),
    ("garth", "Garth", 52.3, 76.9, 330_000, 80.0, 0.0, 0),
    ("hale", "Hale", 44.8, 65.5, 240_000, 500.0, 220.0, 0),
    ("ivory", "Ivory Point", 43.6, 51.2, 190_000, 3_000.0, 0.0, 0),
    ("jarrow", "Jarrow", 45.0, 78.4, 150_000, 700.0, 260.0, 2),
    ("kelso", "Kelso", 53.2, 63.6, 240_000, 0.0, 0.0, 0),
    ("lund", "Lund", 49.8, 73.1, 500_000, 260.0, 0.0, 0),
)
UNSEEN = ("dunmore", "farrow", "hale", "ivory", "jarrow")


def ring(
    latitude: float, longitude: float, height: float, width: float, steps: int = 60
) -> list[list[float]]:
    """A wavy ring, as good as any border."""
    found = []
    for step in range(steps + 1):
        angle = 2 * pi * step / steps
        wave = 1 + 0.12 * sin(5 * angle) + 0.06 * cos(11 * angle)
        found.append([longitude + width * wave * cos(angle), latitude + height * wave * sin(angle)])
    return found


def scene(**changes: object) -> Plain:
    """What never changes."""
    told = {
        ".trust": {"name": "trust", "of": "meter", "unit": "%"},
        "posts.loyal_nation": {
            "name": "loyal_nation", "of": "self", "unit": "%", "kind": "loyalty",
            "text": "share of all men who stay loyal",
        },
        "street.crowd": {"name": "crowd", "of": "place", "unit": "people", "kind": "unrest"},
        "street.violent": {"name": "violent", "of": "place", "unit": "people", "kind": "unrest"},
        "streets.lost_here": {"name": "lost_here", "of": "place", "unit": ""},
        "street.killed": {"name": "killed", "of": "place", "unit": "people"},
        "claims.rung": {"name": "rung", "of": "self", "unit": ""},
        "claims.answered": {"name": "answered", "of": "self", "unit": ""},
        "lift.flights": {
            "name": "flights", "of": "self", "unit": "flights", "kind": "airlift",
            "text": "flights under way",
        },
        "lift.delivered": {
            "name": "delivered", "of": "self", "unit": "people", "kind": "airlift",
            "text": "men who have landed",
        },
        "lift.queue": {"name": "queue", "of": "self", "unit": "flights", "kind": "airlift"},
        "guests.present_men": {
            "name": "present_men", "of": "force", "unit": "people", "kind": "contingents",
            "text": "men of the force in the country",
        },
    }  # fmt: skip
    return {
        "name": "invented",
        "title": "Invented Country, January",
        "summary": "A price doubles. Five days later nobody is at the gate.",
        "content_note": "People are killed in this invented story.",
        "real_events": False,
        "start": "2031-01-02T00:00:00+06:00",
        "end": 10 * 24 * HOUR,
        "beat": HOUR,
        "seed": 7,
        "seat": "lead",
        "seats": {"lead": "Head of state", "inner": "Interior"},
        "brief": "# Head of state\n\nYou hold the post since **2019**.\n\n- They write to you.",
        "aims": {"alive": "Nobody killed by an order of yours", "own": "Order by your own men"},
        "regions": {"land": "The land"},
        "places": [
            {
                "id": id, "title": title, "region": "land", "latitude": lat,
                "longitude": lon, "people": float(people),
            }
            for id, title, lat, lon, people, *_ in CITIES
        ],
        "sites": [{"id": "hall", "title": "City hall", "sort": "", "place": "arden"}],
        "forces": {"north": "North brigade", "south": "South brigade"},
        "meters": {"trust": "Trust in the government"},
        "stocks": {
            "decisions": {"unit": "", "start": 2.0},
            "authority": {"unit": "", "start": 60.0},
        },
        "told": told,
        "cards": cards(),
        "outline": [
            {"sort": "country", "points": ring(48.0, 67.0, 6.6, 19.0)},
            {"sort": "water", "points": ring(46.2, 75.0, 0.5, 3.0, 24)},
        ],
        "readings": [
            {
                "id": "why",
                "question": "Why do the posts empty?",
                "answers": {
                    "few": "Too few men for too many posts",
                    "wait": "They wait to see who wins",
                    "told": "Chiefs have told units to leave",
                },
            },
        ],
        "rungs": {
            "claims": {
                "price": "The price", "pay": "Pay", "posts": "Posts of the former leader",
                "vote": "A new vote",
            }
        },
    } | changes  # fmt: skip


def cards() -> Plain:
    """Five cards with every sort of field."""
    base = {
        "short": {}, "cost": {"decisions": "1"}, "takes": "3 h", "authority": "", "carried_by": "",
        "may_fail": "", "known_to": ["Interior"],
    }  # fmt: skip
    choice = {
        "name": "call", "label": "Call it", "sort": "labelled", "unit": "",
        "choices": [["inside", "internal unrest"], ["outside", "an attack from outside"],
                    ["guard", "guarding sites only"]],
    }  # fmt: skip
    men = {
        "name": "men", "label": "Men", "sort": "number", "unit": "people", "default": 2500.0,
        "default_text": "2,500 people", "low": 500.0, "high": 5000.0,
        "range_text": "500 people to 5,000 people", "choices": [],
    }  # fmt: skip
    where = {
        "name": "where",
        "label": "Where",
        "sort": "place",
        "unit": "",
        "choices": [[id, title] for id, title, *_ in CITIES],
    }
    return {
        "ask": base
        | {
            "title": "Ask the alliance",
            "fields": [choice, men, where],
            "case_for": "Foreign ministry: the word alone may steady posts before anyone lands.",
            "case_against": "Chief of staff: asked and not answered, posts empty faster.",
            "unknown": "How firm they are tonight.",
        },
        "limit": base
        | {
            "title": "Set the limit on force",
            "fields": [],
            "case_for": "Interior will not move without an order in writing.",
            "case_against": "Some officers will not carry it out; crowds return angrier.",
            "unknown": "Who is armed in the square.",
        },
        "replace": base
        | {
            "title": "Replace a security chief",
            "fields": [],
            "cost": {},
            "takes": "",
            "case_for": "If departures are organised, they stop with him.",
            "case_against": "If not, the wrong man goes in the worst hour.",
            "unknown": "Which of the two it is.",
        },
        "exit": base | {"title": "Fix the exit", "fields": [], "case_for": "A date is a promise."},
    }


def figure(as_of: list[int], values: list[object]) -> Plain:
    """A reading as told."""
    return {"as_of": as_of, "values": values}


def told(number: int, at: int, *readings: object) -> Plain:
    """A telling among the news."""
    return {
        "number": number, "at": at, "event": "game.told", "place": "", "headline": "", "text": "",
        "sender": "", "sort": "means",
        "fields": {"seat": "lead", "readings": [list(reading) for reading in readings]},  # type: ignore[call-overload]
    }  # fmt: skip


def report(number: int, at: int, headline: str, text: str, sender: str) -> Plain:
    """A report among the news."""
    return {
        "number": number, "at": at, "event": "game.reported", "place": "", "headline": headline,
        "text": text, "sender": sender, "sort": "report", "fields": {},
    }  # fmt: skip


@dataclass
class HandSession:
    """A session over data written by hand: time moves, orders are kept, nothing is computed."""

    about: Plain = field(default_factory=scene)
    now: int = 93 * HOUR
    orders: list[Plain] = field(default_factory=list)
    sent: list[Order] = field(default_factory=list)
    refuse: tuple[str, tuple[tuple[str, str], ...]] | None = None
    over: bool = False
    closed: bool = False
    move: Plain | None = None
    aims: Plain = field(default_factory=lambda: {"chosen": [], "open": False})
    moves: tuple[int, ...] = tuple(range(0, 240 * HOUR, 6 * HOUR))
    asked: list[Plain] = field(default_factory=list)
    again_asked: list[Plain] = field(default_factory=list)
    again_looks: int = 0
    looks: int = 0
    seats: list[str] = field(default_factory=list)
    branched: list[tuple[int, int | None]] = field(default_factory=list)
    folder: Path = Path()
    whys: list[tuple[str, int, int]] = field(default_factory=list)

    async def scene(self) -> Plain:
        """See Session."""
        return self.about

    async def results(self) -> Plain:
        """See Session."""
        if not self.over:
            raise Trouble("results are read when the game is over")
        return stage_ending.results()

    async def view(self) -> Plain:
        """See Session."""
        seen = [self.now - (4 if id in UNSEEN else 1) * HOUR for id, *_ in CITIES]
        figures = {
            ".trust": figure([self.now - HOUR], [0.44]),
            "posts.loyal_nation": figure([self.now - 5 * HOUR], [0.41]),
            "street.crowd": figure(seen, [row[5] for row in CITIES]),
            "street.violent": figure(seen, [row[6] for row in CITIES]),
            "streets.lost_here": figure(seen, [float(row[7]) for row in CITIES]),
            "street.killed": figure(seen, [float(row[7] * 12) for row in CITIES[:-1]] + [None]),
            "claims.rung": figure([self.now - 2 * HOUR], ["posts"]),
            "claims.answered": figure([self.now - 2 * HOUR], ["price"]),
            "lift.flights": figure([self.now - HOUR], [6.0]),
            "lift.delivered": figure([self.now - HOUR], [430.0]),
            "guests.present_men": figure([self.now - 6 * HOUR], [430.0, 0.0]),
        }
        names = self.about["cards"]
        assert isinstance(names, dict)
        return {
            "now": self.now,
            "next_move": self._next(),
            "stocks": {"decisions": 2.0 - len(self.orders), "authority": 46.0},
            "figures": figures,
            "cards": [
                {
                    "card": card,
                    "open": card != "exit",
                    "code": "not_available" if card == "exit" else "",
                    "about": {},
                }
                for card in names
            ],
            "argued": [{"card": "ask", "by": ["Bold", "Calm"]}, {"card": "limit", "by": ["Bold"]}],
            "orders": self.orders,
            "move": self.move,
            "aims": self.aims,
        }

    def _next(self) -> int | None:
        return None if self.over else next((at for at in self.moves if at > self.now), None)

    async def events(self, since: int) -> list[Plain]:
        """See Session."""
        start = 84 * HOUR
        rows = [
            told(hour, start + hour * HOUR, [".trust", [start + hour * HOUR], [0.6 - hour / 50]])
            for hour in range(9)
        ]
        rows += [
            report(9, 92 * HOUR, "Calder", "“Three sites hard pressed.”", "Interior"),
            report(
                10,
                93 * HOUR - 1800,
                "Jarrow",
                "“The security building is dark and its doors are open.”",
                "regional head",
            ),
            report(
                11,
                93 * HOUR - 120,
                "Arden airport",
                "“About 45 inside. Nobody at the gate since eight. May the men fire?”",
                "duty officer",
            ),
        ]
        if self.over:
            rows.append(
                {
                    "number": 12, "at": self.now, "event": "game.ended", "place": "",
                    "headline": "Order restored, on another’s terms",
                    "text": "Sites retaken; no exit date.", "sender": "", "sort": "end",
                    "fields": {"ending": "terms", "because": [["now", self.now], ["trust", 0.44]]},
                }
            )  # fmt: skip
        return rows[since:]

    async def clock(self) -> Plain:
        """See Session."""
        return {
            "now": self.now,
            "local": "",
            "next_move": self._next(),
            "moves": list(self.moves),
            "over": self.over,
            "ending": "terms" if self.over else "",
            "aims": {"alive": False, "own": True} if self.over else {},
        }

    async def submit(self, order: Order) -> Answer:
        """See Session."""
        self.sent.append(order)
        if self.refuse is not None:
            return Answer(order.id, False, self.refuse[0], about=self.refuse[1])
        if order.card == "aims":
            self.aims = {"chosen": list(order.fields.values()), "open": False}
        elif order.card == "forecast":
            assert self.move is not None
            self.move["slip"] = dict.fromkeys(order.fields, 0.5)
        elif order.card == "withdraw":
            for own in self.orders:
                if own["order"] == order.fields["order"]:
                    own["state"] = "withdrawn"
        else:
            self.orders.append(
                {
                    "order": order.id, "card": order.card, "fields": dict(order.fields),
                    "due": self.now, "state": "accepted",
                }
            )  # fmt: skip
        return Answer(order.id, True)

    async def advance(self, beats: int = 1, until_move: bool = False) -> Plain:
        """See Session."""
        coming = self._next()
        self.now = coming if until_move and coming is not None else self.now + beats * HOUR
        for own in self.orders:
            own["state"] = "out" if own["state"] == "accepted" else own["state"]
        return {"beats": beats, "reason": "move" if until_move else "beats"}

    async def estimate(self, wanted: Plain) -> Plain:
        """See Session."""
        self.asked.append(wanted)
        self.looks = 0
        return {"imagined": 30, "worlds": 48, "of": 100}

    async def estimated(self) -> Plain:
        """See Session."""
        self.looks += 1
        return estimate(self.now, done=50 * self.looks)

    async def why(self, key: str, where: int, since: int) -> Plain:
        """See Session."""
        self.whys.append((key, where, since))
        return ledger(key, self.now) if key in (".trust", "street.crowd") else {}

    async def branch(self, at: int, luck: int | None = None) -> Plain:
        """See Session."""
        self.branched.append((at, luck))
        return {"path": str(self.folder / "invented-branch-3.wcsave")}

    async def sit(self, seat: str) -> Plain:
        """See Session."""
        self.about = {**self.about, "seat": seat}
        self.seats.append(seat)
        return {"seat": seat}

    async def branches(self) -> list[Plain]:
        """See Session."""
        rows = [
            ("invented", "", 0, self.now, 0, "", True),
            ("invented-branch-1", "invented", 84 * HOUR, 90 * HOUR, 0, "Ask the alliance", False),
            ("invented-branch-2", "invented", 60 * HOUR, 72 * HOUR, 4, "", False),
        ]
        names = ("path", "parent", "begins", "ends", "luck", "first", "here")
        return [dict(zip(names, row, strict=True)) for row in rows]

    async def leave_estimate(self) -> Plain:
        """See Session."""
        return estimate(self.now, done=50) | {"finished": True}

    async def again(self, wanted: Plain) -> Plain:
        """See Session."""
        self.again_asked.append(wanted)
        self.again_looks = 0
        return stage_ending.luck(0, wanted)

    async def played_again(self) -> Plain:
        """See Session."""
        if not self.again_asked:
            return {}
        self.again_looks += 1
        return stage_ending.luck(20 * self.again_looks, self.again_asked[-1])

    async def leave_again(self) -> Plain:
        """See Session."""
        if not self.again_asked:
            return {}
        found = stage_ending.luck(20 * self.again_looks, self.again_asked[-1])
        return found | {"finished": True}

    async def close(self) -> None:
        """See Session."""
        self.closed = True


def ledger(key: str, now: int) -> Plain:
    """Why a figure moved, as the game would tell it."""
    told = [
        (-0.09, 6, 10, "Calder", "“Three sites hard pressed.”"),
        (-0.065, 2, 11, "Arden airport", "“About 45 inside. Nobody at the gate since eight.”"),
        (0.045, 3, 9, "Take the chair of the council", "Done as ordered."),
    ]
    parts: list[Plain] = [
        {
            "amount": amount, "at": now - ago * HOUR, "number": number, "sort": "told",
            "headline": headline, "text": text, "sender": "Interior", "told_at": now - HOUR,
        }
        for amount, ago, number, headline, text in told
    ]  # fmt: skip
    parts.append({"amount": -0.06, "at": now, "number": -1, "sort": "unknown"})
    return {
        "key": key, "start": now - 9 * HOUR, "end": now, "before": 0.58, "after": 0.41,
        "exact": True, "parts": parts,
    }  # fmt: skip


def estimate(now: int, done: int) -> Plain:
    """An estimate of two options, as the staff would give it."""

    def of(*numbers: float) -> Plain:
        names = ("low", "q1", "median", "q3", "high", "least", "most")
        return {"of": dict(zip(names, numbers, strict=True))}

    rows = [
        ("People killed", "people", "harm", of(60, 80, 95, 120, 150, 90, 101),
         of(70, 95, 125, 160, 205, 116, 133)),
        ("People hurt", "people", "harm", of(1400, 1800, 2200, 2800, 3600, 2050, 2340),
         of(1800, 2400, 3100, 4000, 12_400, 2900, 3300)),
        ("Trust in the government", "%", "level", of(.22, .28, .33, .38, .41, .31, .35),
         of(.12, .2, .27, .35, .4, .25, .29)),
        ("The government falls", "", "chance", {"chance": [.14, .22]}, {"chance": [.23, .32]}),
    ]  # fmt: skip
    return {
        "imagined": 48, "worlds": 48, "used": 16, "done": done, "looked": done, "of": 100,
        "finished": done >= 100, "trouble": "", "asked_at": now, "until": now + 72 * HOUR,
        "rows": [
            {
                "key": title, "title": title, "unit": unit, "sort": sort, "spans": [a, b],
                "gaps": [{"least": 610, "mean": 830, "most": 1140}] if "hurt" in title else [],
            }
            for title, unit, sort, a, b in rows
        ],
        "against": [{"row": "People killed", "less": [0.61, 0.69], "same": 0.02}],
    }  # fmt: skip


def in_a_move(**changes: object) -> Plain:
    """The move of a format, as a view tells it."""
    return {
        "format": "short", "title": "Ten decisions", "chapter": "The two nights", "number": 3,
        "of": 10, "extra": 0, "opened": 93 * HOUR, "orders": 2, "left": 1,
        "asked": ["hall", "asked"], "slip": {}, "slip_open": True,
        "staff": {"card": "limit", "fields": {}, "words": "Set the limit on force"},
    } | changes  # fmt: skip


def asked_scene() -> Plain:
    """The scene of a game in a format: questions for slips, and what lies before."""
    before = [
        report(0, 20 * HOUR, "Ivory Point", "A hundred on the square.", "Regional head"),
        report(1, 60 * HOUR, "Calder", "The buses stand where they stood.", "Interior"),
    ]
    questions = {
        "hall": "Is the city hall lost at the next move?",
        "asked": "Has the alliance been asked by the next move?",
    }
    return scene(forecasts=questions, before=before)


def chosen(**given: object) -> Chosen:
    """What was asked for at the shell."""
    wanted: dict[str, object] = {
        "scenario": None, "seat": None, "seed": 7, "variant": None, "resume": None, "save": None,
        "bots": "doctrine", "plain": False, "ascii_only": False,
    }  # fmt: skip
    return Chosen(**(wanted | given))  # type: ignore[arg-type]


def on(app: App[None], kind: type[Screen[Any]]) -> bool:
    """Whether this sort of screen stands in front."""
    return isinstance(app.screen, kind)


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until everything that they set off is done."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def shown(pilot: Pilot[None], words: str) -> str:
    """Wait until these words stand on the screen; what stands there then."""
    for _ in range(200):
        if words in text_of(pilot):
            break
        await pilot.pause(0.05)
    found = text_of(pilot)
    assert words in found
    return found


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def text_of(pilot: Pilot[None]) -> str:
    """What stands on the screen, without styles."""
    app = pilot.app
    strips = app.screen._compositor.render_strips()
    rows = ("".join(part.text for part in strip) for strip in strips)
    return "\n".join(rows).replace("\u00a0", " ")
