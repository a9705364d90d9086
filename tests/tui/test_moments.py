"""The moments of the design on the screen, each from what a seat is told and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from tests.tui.stage import (
    CITIES,
    HOUR,
    HandSession,
    figure,
    pressed,
    scene,
    settled,
    text_of,
    told,
)
from tui.app import WhitecellApp
from tui.ink import plain
from tui.keeper import Keeper
from tui.picture import boards
from tui.picture.calm import calm
from tui.picture.data import WhyLedger
from tui.picture.fates import fate
from tui.picture.holding import pressed as pressed_places
from tui.picture.known import Known
from tui.picture.ladder import ladder
from tui.picture.orders import order_rows
from tui.picture.places import towns
from tui.picture.reserve import blocks, reserve
from tui.picture.waking import woken
from tui.picture.why import rows, sentences, words_and_men
from tui.plain_opening import opening

Made = Callable[..., WhitecellApp]
Plain = dict[str, object]
NOW = 93 * HOUR
QUIET = [100.0, *[0.0] * (len(CITIES) - 1)]


def move(number: int = 1) -> Plain:
    """A move of a format."""
    return {
        "format": "full", "title": "Full", "chapter": "One", "number": number, "of": 9,
        "opened": NOW, "orders": 2, "left": 2,
    }  # fmt: skip


@dataclass
class Playing(HandSession):
    """The invented country with figures and things told written over."""

    figures: dict[str, Plain] = field(default_factory=dict)
    rows: list[Plain] = field(default_factory=list)
    more: Plain = field(default_factory=dict)

    async def view(self) -> Plain:
        """See Session."""
        found = await super().view()
        figures = found["figures"]
        assert isinstance(figures, dict)
        return found | {"figures": figures | self.figures} | self.more

    async def events(self, since: int) -> list[Plain]:
        """See Session."""
        return (self.rows or await super().events(0))[since:]


def quiet(**more: object) -> Playing:
    """A hundred people in one town, in the first move."""
    figures = {
        "street.crowd": figure([NOW - HOUR], list(QUIET)),
        "street.violent": figure([NOW - HOUR], [0.0] * len(CITIES)),
        "streets.lost_here": figure([NOW - HOUR], [0.0] * len(CITIES)),
    }
    return Playing(figures=figures, move=move(), **more)  # type: ignore[arg-type]


async def known_of(session: HandSession) -> Known:
    return await Keeper(session).look()


async def test_a_quiet_first_move_says_that_nobody_else_is_worried(app_of: Made):
    known = await known_of(quiet())
    assert calm(known) == "You have until midnight. Nobody else thinks this is urgent."
    assert f"Expires first: {calm(known)}" in " ".join(opening(known))
    app = app_of(quiet())
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter")
        assert calm(known) in text_of(pilot).splitlines()[-2]
        await pressed(pilot, "enter")
        assert f"EXPIRES  {calm(known)}" in text_of(pilot)


@pytest.mark.parametrize("what", ["later", "violent", "large", "lost", "offered"])
async def test_nothing_is_called_calm_that_is_not(what: str):
    session = quiet()
    if what == "later":
        session.move = move(2)
    elif what == "offered":
        deal = {
            "deal": "d", "offer": "o", "sort": "ask", "from": "inner", "to": ["lead"],
            "side": "received", "state": "open", "put": 0, "replies": [["accept", "accept"]],
            "title": "T", "said": "", "who": "Interior", "whom": "you",
        }  # fmt: skip
        session.more = {"deals": [deal]}
    else:
        key = {"violent": "street.violent", "large": "street.crowd"}.get(what, "streets.lost_here")
        values = [1200.0 if what == "large" else 40.0, *[0.0] * (len(CITIES) - 1)]
        session.figures[key] = figure([NOW - HOUR], list(values))
    assert calm(await known_of(session)) == ""


def rungs(*points: tuple[int, str, str]) -> list[Plain]:
    """Tellings of what is asked and of what was granted, by hour."""
    return [
        told(n, hour * HOUR, ["claims.rung", [hour * HOUR], [asked]],
             ["claims.answered", [hour * HOUR], [granted]])
        for n, (hour, asked, granted) in enumerate(points)
    ]  # fmt: skip


async def test_what_was_granted_bears_the_hour_at_which_more_was_asked():
    rows = rungs((40, "price", ""), (50, "price", "price"), (60, "posts", "price"))
    found = ladder(await known_of(Playing(rows=rows)))
    assert found is not None
    assert (found.asked, found.granted) == (2, 0)
    assert found.given == "4 Jan 02:00, overtaken 4 Jan 12:00"


async def test_what_came_a_rung_too_late_says_so():
    rows = rungs((40, "price", ""), (50, "posts", ""), (60, "posts", "price"))
    found = ladder(await known_of(Playing(rows=rows)))
    assert found is not None
    assert found.given == "4 Jan 12:00, late: more was asked 4 Jan 02:00"


async def test_two_marks_stand_on_one_ladder(app_of: Made):
    rows = rungs((50, "price", "price"), (60, "posts", "price"))
    app = app_of(Playing(rows=rows))
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter")
        text = text_of(pilot)
    assert "(1)──────────" in text
    assert "[3]" in text
    assert "overtaken" in text


def order(state: str, **fields: object) -> Plain:
    return {"order": "p1", "card": "limit", "fields": fields, "due": 87 * HOUR, "state": state}


def heard(number: int, name: str, at: int, **fields: object) -> Plain:
    """Something heard of the order."""
    return {
        "number": number, "at": at, "event": f"game.{name}", "place": "", "headline": "Limit",
        "text": "Heard.", "sender": "staff", "sort": "order",
        "fields": {"order": "p1", "card": "limit"} | fields,
    }  # fmt: skip


TAKEN = heard(0, "order_taken", 87 * HOUR + 600)
OUT = heard(1, "order_out", 87 * HOUR + 600)
SILENCE = heard(2, "order_reported", 88 * HOUR - 300, result="no_answer", share=0.0)


async def test_an_order_accepted_becomes_an_order_without_an_answer_on_the_same_line():
    out = order_rows(await known_of(Playing(orders=[order("out")], rows=[TAKEN, OUT])))
    later = [TAKEN, OUT, SILENCE]
    back = order_rows(await known_of(Playing(orders=[order("no_answer")], rows=later)))
    assert [row.state for row in (*out, *back)] == ["accepted 15:10", "no answer 15:55"]
    assert [row.title for row in out] == [row.title for row in back]


async def test_why_an_order_came_to_nothing_is_not_known(app_of: Made):
    session = Playing(orders=[order("no_answer")], rows=[TAKEN, OUT, SILENCE])
    said = list(fate(await known_of(session), "p1"))
    assert said == ["Accepted 15:10, out 15:00.", "No answer: 15:55.", "Cause not known to you."]
    app = app_of(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter")
        app.screen.query_one("#orders").focus()
        await settled(pilot)
        await pressed(pilot, "w")
        assert "Cause not known to you." in text_of(pilot)


async def test_an_order_done_as_ordered_needs_no_cause():
    done = heard(2, "order_reported", 88 * HOUR, result="as_ordered", share=1.0)
    known = await known_of(Playing(orders=[order("as_ordered")], rows=[TAKEN, OUT, done]))
    assert "Cause" not in " ".join(fate(known, "p1"))


def dark() -> Playing:
    """A cut network: news is seven hours old, and few hear an address."""
    about = scene()
    tellable, cards = about["told"], about["cards"]
    assert isinstance(tellable, dict)
    assert isinstance(cards, dict)
    tellable["air.heard_by"] = {"name": "heard_by", "of": "self", "unit": "%"}
    cards["limit"]["spoken"] = True
    late = {
        "number": 4, "at": NOW - HOUR, "event": "media.reported", "place": "arden",
        "headline": "Arden", "text": "They stand.", "sender": "rumour", "sort": "report",
        "fields": {"story": "protest", "seen_at": NOW - 7 * HOUR, "reliability": 1},
    }  # fmt: skip
    heard_by = ["air.heard_by", [87 * HOUR], [0.12]]
    done = heard(3, "order_reported", 88 * HOUR, result="as_ordered", share=1.0)
    rows = [told(0, 84 * HOUR, heard_by), TAKEN | {"number": 1}, OUT | {"number": 2}, done, late]
    seen = [NOW - 7 * HOUR] * len(CITIES)
    figures = {
        "air.heard_by": figure([87 * HOUR], [0.12]),
        "street.crowd": figure(seen, [row[5] for row in CITIES]),
        "street.violent": figure(seen, [row[6] for row in CITIES]),
    }
    return Playing(about=about, figures=figures, rows=rows, orders=[order("as_ordered")])


async def test_a_blackout_empties_the_shapes_and_ages_the_reports(app_of: Made):
    known = await known_of(dark())
    assert {town.mark for town in towns(known)} == {"·", "○", "◇", "△"}
    app = app_of(dark())
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter")
        text = text_of(pilot)
    assert "12 of 12 last seen over 3 h ago" in text
    assert "7 h •·· Arden" in text


async def test_an_address_says_how_many_heard_it(app_of: Made):
    known = await known_of(dark())
    assert order_rows(known)[0].state == "done 16:00, heard by about 12 %"
    assert "It was heard by about 12 % of the people, as you were told." in fate(known, "p1")
    app = app_of(dark())
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "1")
        assert "Heard by" not in text_of(pilot)
        await pressed(pilot, "escape", "2")
        assert "Heard by    about 12 %" in text_of(pilot)


def besieged(free: float = 180.0) -> Playing:
    """Two towns are pressed, one harder than the other; a reserve that is nearly all tied."""
    about = scene()
    tellable, cards = about["told"], about["cards"]
    assert isinstance(tellable, dict)
    assert isinstance(cards, dict)
    for name in ("reserve", "tied", "moving", "resting"):
        tellable[f"guard.{name}"] = {
            "name": name, "of": "self", "unit": "people", "kind": "security"
        }  # fmt: skip
    tellable["guard.facing"] = {
        "name": "facing", "of": "place", "unit": "people", "kind": "security"
    }  # fmt: skip
    where = cards["ask"]["fields"][2]
    cards["ask"]["fields"] = [where | {"name": "origin", "label": "Origin"}, where]
    cards["ask"]["moves"] = {
        "origin": "origin", "target": "where", "way": "", "ways": {"road": [[2, 4], [100, 200]]},
    }  # fmt: skip
    men = {"reserve": free, "tied": 1240.0, "moving": 300.0, "resting": 160.0}
    figures = {f"guard.{name}": figure([NOW - HOUR], [n]) for name, n in men.items()}
    count = len(CITIES)
    growing = [
        told(n, (89 + n) * HOUR, ["street.violent", [(89 + n) * HOUR],
                                  [100.0 + 20 * n, 60.0 + 10 * n, *[0.0] * (count - 2)]],
             ["guard.facing", [(89 + n) * HOUR], [400.0, 400.0, *[400.0] * (count - 2)]])
        for n in range(5)
    ]  # fmt: skip
    return Playing(about=about, figures=figures, rows=growing)


async def test_a_reserve_is_a_bar_of_blocks_by_what_the_men_do(app_of: Made):
    found = reserve(await known_of(besieged()))
    assert found is not None
    assert "".join(part.mark * count for part, count in blocks(found)) == "▪" * 13 + "▸▸▸▫▫■■"
    app = app_of(besieged())
    for size in ((80, 24), (120, 40)):
        async with app.run_test(size=size) as pilot:
            await pressed(pilot, "enter", "enter")
            text = text_of(pilot)
        assert "▸▸▸▫▫■■ 180 free" in text
        assert "tied 1,240 ▪  moving 300 ▸  resting 160 ▫" in text
        app = app_of(besieged())


async def test_men_of_whom_nothing_is_told_make_no_bar():
    assert reserve(await known_of(HandSession())) is None


async def test_a_place_holds_until_half_as_many_or_as_many_stand_against_its_men():
    found = pressed_places(await known_of(besieged()))
    # 180 and 20 an hour more against 400 men: half in an hour, as many in eleven.
    assert [(each.place, each.early - NOW, each.late) for each in found] == [
        ("arden", HOUR, NOW + 11 * HOUR), ("borough", 10 * HOUR, NOW + 30 * HOUR)
    ]  # fmt: skip


async def test_the_form_shows_the_way_against_the_hour_at_which_the_place_may_fall(app_of: Made):
    app = app_of(besieged())
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "enter", "enter", "1")
        # From Borough to Arden: 970 km, and half a working day to gather.
        await pressed(pilot, "right")
        text = " ".join(text_of(pilot).split())
    assert "On the way 7 to 14 h" in text
    assert "Holds until 22:00 to 6 Jan 08:00" in text
    assert "Also asks Borough until 6 Jan 07:00 to 7 Jan 03:00" in text


async def test_a_place_that_nobody_presses_is_not_said_to_fall():
    session = besieged()
    session.rows = [told(0, 92 * HOUR, ["street.violent", [92 * HOUR], [0.0] * len(CITIES)])]
    assert pressed_places(await known_of(session)) == []


def part(number: int, amount: float, headline: str = "Thing") -> Plain:
    return {
        "amount": amount, "at": 90 * HOUR, "number": number, "sort": "told" if number >= 0 else
        "unknown", "headline": headline, "text": "Text.", "sender": "", "told_at": 91 * HOUR,
    }  # fmt: skip


def steadied(*more: Plain) -> tuple[Playing, WhyLedger]:
    """A word of backing was heard, nobody has landed, and the posts are steadier."""
    word = {
        "number": 0, "at": 91 * HOUR, "event": "media.reported", "place": "",
        "headline": "Alliance", "text": "They have decided.", "sender": "wire", "sort": "report",
        "fields": {"story": "alliance_decided"},
    }  # fmt: skip
    came = word | {"number": 1, "fields": {"story": "troops_arrived"}}
    parts = [part(0, 0.045), part(-1, -0.02), *more]
    ledger = {
        "key": ".trust", "start": 80 * HOUR, "end": 92 * HOUR, "before": 0.4, "after": 0.425,
        "exact": False, "parts": parts,
    }  # fmt: skip
    return Playing(rows=[word, came]), WhyLedger.model_validate(ledger)


async def test_a_change_is_split_into_words_and_men():
    session, ledger = steadied()
    known = await known_of(session)
    assert words_and_men(known, ".trust", ledger) == "words +4.5, men 0, the rest −2.0"
    assert sentences(known, ".trust", ledger)[-1] == "Of it words +4.5, men 0, the rest −2.0."
    assert "men 0" in plain(rows(known, ".trust", ledger, 90)[-1].lines[1])


async def test_men_who_came_are_counted_as_men():
    session, ledger = steadied(part(1, 0.01))
    assert "men +1.0" in words_and_men(await known_of(session), ".trust", ledger)


async def test_no_split_is_shown_where_no_word_was_said():
    session, ledger = steadied()
    none = ledger.model_copy(update={"parts": ledger.parts[1:]})
    assert words_and_men(await known_of(session), ".trust", none) == ""


def lifted(men: float, rows: list[Plain] | None = None) -> Playing:
    """An airlift of which so much is told."""
    figures = {
        "lift.flights": figure([NOW - HOUR], [men]),
        "lift.delivered": figure([NOW - HOUR], [men]),
        "lift.queue": figure([NOW - HOUR], [0.0]),
        "guests.present_men": figure([NOW - HOUR], [0.0, 0.0]),
    }
    return Playing(figures=figures, rows=rows or [told(0, HOUR, ["lift.flights", [HOUR], [men]])])


async def test_a_board_before_its_time_says_what_would_bring_it(app_of: Made):
    found = {block.title: block for block in boards.blocks(await known_of(lifted(0.0)))}
    assert found["Lift"].rows == ()
    assert found["Lift"].brings.startswith("Nothing flies.")
    assert found["Guests"].brings.startswith("No men of others are here.")
    assert found["Posts"].brings == ""
    app = app_of(lifted(0.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter", "enter", "a")
        text = " ".join(text_of(pilot).split())
    assert "It opens when help is agreed to and the first flight is ordered." in text


async def test_a_board_that_begins_to_matter_is_named_once_in_the_room():
    nothing = told(0, 80 * HOUR, ["lift.flights", [80 * HOUR], [0.0]])
    first = told(1, NOW, ["lift.flights", [NOW], [2.0]])
    known = await known_of(lifted(2.0, [nothing, first]))
    assert woken(replace(known, new_from=1)) == ["Lift"]
    assert woken(replace(known, new_from=2)) == []
    later = [nothing, first | {"at": NOW - HOUR}, told(2, NOW, [".trust", [NOW], [0.5]])]
    assert woken(replace(await known_of(lifted(2.0, later)), new_from=2)) == []
