"""The invented country with everything that can be dealt in, for the deals screen."""

from dataclasses import dataclass, field

from engine.orders import Answer, Order
from tests.tui.stage import HOUR, HandSession, Plain, scene

NOW = 93 * HOUR


def term(side: str, said: str, state: str = "offered", until: int = 0, **more: object) -> Plain:
    """A term of a deal, as a view has it."""
    return {
        "side": side, "number": 0, "seat": "lead" if side == "asks" else "square",
        "will": " will not" not in said, "card": "", "state": state, "since": NOW - 6 * HOUR,
        "until": until, "said": said,
    } | more  # fmt: skip


def deal(id: str, from_: str, to: str, sort: str, title: str, **more: object) -> Plain:
    """A deal that waits for an answer, as a view has it."""
    titles = {"lead": "Head of state", "inner": "Interior", "square": "The square"}
    return {
        "deal": f"{id}-{to}-1", "offer": id, "sort": sort, "from": from_, "to": [to],
        "side": "made" if from_ == "lead" else "received", "state": "open",
        "put": NOW - 2 * HOUR, "answer_by": NOW + 3 * HOUR, "replies": [], "reply": "",
        "public": False, "hot": False, "shows": "", "terms": [], "broken_by": "", "broken_at": 0,
        "heard_at": 0, "title": title, "said": title, "text": "", "question": [],
        "who": titles[from_], "whom": titles.get(to, "all"),
    } | more  # fmt: skip


YES_NO = [["accept", "accept"], ["refuse", "refuse"]]


def deals() -> list[Plain]:
    """Two that wait for this seat, one of its own that waits, and words in every state."""
    home = "The square will: Home by dark, within 12 h"
    table = "Head of state will: A commission at the table, within 24 h"
    return [
        deal("home", "square", "lead", "condition", "Home by dark for an answer", replies=YES_NO,
             terms=[term("gives", home), term("asks", table)], text="Tonight, and in writing."),
        deal("named", "inner", "lead", "question", "Who is named?", answer_by=NOW + 7 * HOUR,
             replies=[["he", "the deputy"], ["she", "the judge"]], deal="named-lead-2",
             question=["Whom do you name for the post?", "the deputy", "the judge"]),
        deal("named", "inner", "lead", "question", "Who is named?", put=NOW - 20 * HOUR,
             state="unanswered"),
        deal("calm", "lead", "inner", "ask", "No arms in the square", public=True,
             replies=[["recall", "take it back"]], answer_by=NOW + 4 * HOUR,
             terms=[term("asks", "Interior will not: Arms in the square, for 24 h", seat="inner")]),
        deal("passage", "lead", "square", "pledge", "Whoever speaks is safe", state="broken",
             put=NOW - 9 * HOUR, broken_by="inner", broken_at=NOW - 4 * HOUR,
             terms=[term("gives", "Interior will not: Arrest delegates, for 24 h", "broken",
                         NOW + 15 * HOUR, seat="inner")]),
        deal("count", "lead", "square", "condition", "A count for quiet", state="running",
             terms=[term("gives", "Head of state will: Publish the count, within 12 h", "running",
                         NOW + 9 * HOUR, seat="lead"),
                    term("asks", "The square will not: Block the road, for 12 h", "kept",
                         NOW - HOUR, seat="square")]),
    ]  # fmt: skip


def forms() -> Plain:
    """What the seat may put: a request to one, a promise to all, evidence to one of two."""
    base = {"text": "", "shows": [], "terms": [], "question": [], "answer_by": "6 h", "hours": 6.0,
            "public": False, "leak": "15 %"}  # fmt: skip
    arms = "Interior will not: Arms in the square, for 24 h"
    warned = "Head of state will not: Set the limit on force, for 72 h"
    return {
        "calm": base | {
            "title": "No arms in the square", "sort": "ask", "said": f"Asked: {arms}.",
            "to": [["inner", "Interior"]],
            "terms": [{"side": "asks", "seat": "inner", "will": False, "said": arms}],
        },
        "warned": base | {
            "title": "No shot without a warning", "sort": "pledge", "said": f"{warned}.",
            "to": [["all", "all"]], "public": True,
            "terms": [{"side": "gives", "seat": "lead", "will": False, "said": warned}],
        },
        "file": base | {
            "title": "The file on the attacks", "sort": "evidence", "said": "",
            "to": [["inner", "Interior"], ["square", "The square"]],
            "shows": [["film", "Film of a gate"], ["list", "List of arms"]],
        },
    }  # fmt: skip


def offers() -> list[Plain]:
    """Whether each can be put now."""
    return [
        {"offer": "calm", "to": ["inner"], "open": False, "code": "already_open",
         "about": {"offer": "calm"}, "several": False, "shows": {}},
        {"offer": "warned", "to": ["inner", "square"], "open": True, "code": "", "about": {},
         "several": False, "shows": {}},
        {"offer": "file", "to": ["inner", "square"], "open": True, "code": "", "about": {},
         "several": True, "shows": {"inner": ["film", "list"], "square": ["list"]}},
    ]  # fmt: skip


def exhibits() -> list[Plain]:
    """One that was shown, one that was checked, one that is neither."""
    return [
        {"exhibit": "film", "title": "Film of a gate", "text": "Forty seconds; nobody at the gate.",
         "at": NOW - 7 * HOUR, "found": True, "checked": "genuine", "shown": []},
        {"exhibit": "list", "title": "List of arms", "text": "Nineteen lines, one in another hand.",
         "at": NOW - 5 * HOUR, "found": True, "checked": "unknown", "shown": []},
        {"exhibit": "map", "title": "Map of the hours", "text": "Six halls, each with an hour.",
         "at": NOW - 30 * HOUR, "found": True, "checked": "unknown",
         "shown": [["lead", "inner", NOW - 20 * HOUR]]},
    ]  # fmt: skip


def told(number: int, at: int, event: str, **fields: object) -> Plain:
    """Something told of deals, which needs no words of its own here."""
    return {
        "number": number, "at": at, "event": f"game.{event}", "place": "", "headline": "",
        "text": "", "sender": "", "sort": "means", "fields": fields,
    }  # fmt: skip


def heard(first: int) -> list[Plain]:
    """What was told of the deals above."""
    rows = [
        (NOW - 4 * HOUR, "word_broken", {
            "deal": "passage-square-1", "offer": "passage", "side": "gives", "term": 0,
            "seat": "inner", "how": "order", "heard_at": NOW - 3 * HOUR, "knew": False}),
        (NOW - 4 * HOUR, "credit_moved", {"seat": "lead", "other": "square", "by": -0.2}),
        (NOW - HOUR, "term_kept", {
            "deal": "count-square-1", "offer": "count", "side": "asks", "term": 0,
            "seat": "square"}),
        (NOW - HOUR, "credit_moved", {"seat": "square", "other": "lead", "by": 0.05}),
    ]  # fmt: skip
    return [
        told(first + number, at, event, **fields) for number, (at, event, fields) in enumerate(rows)
    ]


def round_heard(first: int) -> list[Plain]:
    """A round of four capitals: one said yes, one on terms, one waits, one has no quorum."""
    asked = ";".join(f"{member},thinking,,,,0,0" for member in CAPITALS)
    later = (
        "oakland,done,yes,,,0,0;elmham,done,yes_if,guard_only,,0,0;ashton,thinking,,,,0,0;"
        f"firby,waiting,,,{NOW + 8 * HOUR},39,61"
    )
    return [
        told(first + number, at, "told", seat="lead", readings=[["pact.clocks", [at], [said]]])
        for number, (at, said) in enumerate(((NOW - 7 * HOUR, asked), (NOW - 3 * HOUR, later)))
    ]


CAPITALS = ("oakland", "elmham", "ashton", "firby")


def dealing_scene() -> Plain:
    """The scene with a third seat, offers, and a card that has evidence checked."""
    about = scene(
        seats={"lead": "Head of state", "inner": "Interior", "square": "The square"},
        offers=forms(),
        credit_moves={"start": 0.5, "kept": 0.05, "broken": -0.2, "lapsed": -0.3, "false": -0.2},
    )
    readings, cards = about["told"], about["cards"]
    assert isinstance(readings, dict)
    readings["pact.clocks"] = {"name": "clocks", "of": "self", "unit": "", "kind": "alliance"}
    assert isinstance(cards, dict)
    which = {
        "name": "which", "label": "Which", "sort": "word", "unit": "",
        "choices": [["map", "Map of the hours"], ["list", "List of arms"]],
    }  # fmt: skip
    check = {**cards["limit"], "title": "Have a paper checked", "fields": [which]}
    return {**about, "cards": {**cards, "check": check}, "checks": {"check": "which"}}


@dataclass
class DealingSession(HandSession):
    """A session in which seats bargain; a breach is refused until it is meant."""

    about: Plain = field(default_factory=dealing_scene)
    offers_left: int | None = 1
    breaches: frozenset[str] = frozenset()
    quiet: bool = False
    consulting: bool = False
    offers_now: list[Plain] = field(default_factory=offers)
    dealt: list[Plain] = field(default_factory=deals)

    async def view(self) -> Plain:
        """See Session."""
        view = await super().view()
        if self.quiet:
            return view | {"credit": {"inner": [0.5, 0.5], "square": [0.5, 0.5]}}
        return view | {
            "deals": self.dealt, "offers": self.offers_now, "exhibits": exhibits(),
            "credit": {"inner": [0.5, 0.5], "square": [0.55, 0.3]},
            "offers_left": self.offers_left,
        }  # fmt: skip

    async def events(self, since: int) -> list[Plain]:
        """See Session."""
        rows = await super().events(0)
        rows += [] if self.quiet else heard(len(rows))
        return [*rows, *(round_heard(len(rows)) if self.consulting else [])][since:]

    async def submit(self, order: Order) -> Answer:
        """See Session."""
        if order.card in self.breaches and not order.breaking:
            self.sent.append(order)
            about = (("deal", "count-square-1"), ("to", "square"), ("term", "gives.0"))
            return Answer(order.id, False, "breaks_word", about=about)
        return await super().submit(order)
