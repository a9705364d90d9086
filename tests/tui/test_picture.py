"""What the screens show, without a screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.stage import HOUR, HandSession, cards, report, told
from tui.ink import beside, cut, ends, hanging, line, pad, plain, plains, width_of, wrap
from tui.keeper import Keeper
from tui.output import in_ascii
from tui.pace import Pace
from tui.picture.boards import blocks
from tui.picture.brief import changed, expires
from tui.picture.cards import (
    CardRow,
    argued,
    card_block,
    card_rows,
    chosen,
    cost_of,
    nothing_to_argue,
)
from tui.picture.data import Field, Form, News, Told
from tui.picture.figures import bars_of, course, meters, rows_say, told_so_far, worded
from tui.picture.known import History, Known, Point
from tui.picture.ladder import ladder, ladder_lines
from tui.picture.orders import order_rows
from tui.picture.places import CLASHES, CROWD, QUIET, VIOLENCE, level_of, towns
from tui.picture.prose import prose
from tui.picture.reports import reports
from tui.picture.times import age
from tui.themes import PALETTES
from tui.widgets.form import Filled, twice
from tui.widgets.map_frame import Frame

WORDS = st.text(alphabet="abcdefg é漢。", max_size=80)


async def known_of(session: HandSession | None = None) -> Known:
    """What the seat of the invented country knows."""
    return await Keeper(session or HandSession()).look()


def form_of(card: str) -> Form:
    """A card of the invented country."""
    return Form.model_validate(cards()[card])


@given(WORDS, st.integers(2, 40))
def test_a_wrapped_line_is_never_wider_than_it_may_be(text: str, width: int):
    assert all(width_of(line(row)) <= width for row in wrap(text, width))


@given(WORDS, st.integers(2, 40))
def test_wrapping_loses_no_letter(text: str, width: int):
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "")


@given(WORDS, WORDS, st.integers(1, 40))
def test_a_padded_line_is_exactly_as_wide_as_asked(first: str, second: str, width: int):
    runs = line((first, "bold"), second)
    assert width_of(pad(runs, width)) == width
    assert width_of(cut(runs, width)) <= width
    assert width_of(ends(runs, line("ab"), width)) == width or width < 4


def test_a_cut_line_says_so():
    assert plain(cut(line("one two three"), 8)) == "one two…"


def test_a_hanging_text_stands_under_itself():
    assert plains(hanging(line(" + "), "one two three", 10)) == [" + one two", "   three"]


def test_blocks_side_by_side_keep_their_columns():
    rows = plains(beside([[line("a"), line("b")], [line("c")]], [3, 3]))
    assert rows == ["a   c   ", "b       "]


@given(st.text(max_size=60))
def test_ascii_is_ascii_and_as_wide(text: str):
    assert in_ascii(text).isascii()


def test_every_palette_has_every_token():
    assert len({tuple(palette) for palette in PALETTES.values()}) == 1


def test_a_value_told_again_is_the_same_value_known_for_longer():
    history = History()
    rows = [
        told(0, HOUR, ["a.b", [0], [1.0]]),
        told(1, 2 * HOUR, ["a.b", [HOUR], []]),
        told(2, 3 * HOUR, ["a.b", [2 * HOUR], [2.0]]),
    ]
    history.hear(News.model_validate(row) for row in rows)
    assert [(point.since, point.as_of, point.values) for point in history.of("a.b")] == [
        (0, (HOUR,), (1.0,)),
        (2 * HOUR, (2 * HOUR,), (2.0,)),
    ]


@pytest.mark.parametrize(
    ("people", "violent", "level"),
    [(0, 0, QUIET), (49, 9, QUIET), (50, 0, CROWD), (5000, 10, CLASHES), (0, 200, VIOLENCE)],
)
def test_a_place_is_as_bad_as_its_crowd_and_its_violence(people: int, violent: int, level: int):
    assert level_of(people, violent) == level


async def test_a_place_seen_long_ago_is_hollow():
    marks = {town.id: town.mark for town in towns(await known_of())}
    assert marks["arden"] == "▲"
    assert marks["jarrow"] == "△"
    assert marks["kelso"] == "·"


async def test_a_figure_has_an_age_and_one_never_told_has_none():
    rows = {meter.title: meter for meter in meters(await known_of())}
    assert rows["Trust in the government"].value == "44 %"
    assert rows["Trust in the government"].age == "1 h"
    assert rows["Queue"].value == "?"
    assert not rows["Loyal nation"].fresh


async def test_why_lists_the_values_told_and_what_was_heard_in_between():
    rows = plains(told_so_far(await known_of(), ".trust", 70))
    assert rows[0].startswith(" 5 Jan 20:58   ▸ Arden airport")
    assert any("44 %" in row and "−2 %" in row for row in rows)


def test_bars_of_a_share_are_drawn_on_the_whole_scale():
    assert bars_of([0.0, 0.5, 1.0], "%") == "▁▅█"
    assert bars_of([3.0, 3.0], "people") == "██"


async def test_the_ladder_marks_what_is_asked_and_what_was_granted():
    found = ladder(await known_of())
    assert found is not None
    assert "(1)" in plain(ladder_lines(found, 45)[0])
    assert "[3]" in plain(ladder_lines(found, 45)[0])


async def test_the_board_groups_figures_by_who_they_are_of():
    titles = [block.title for block in blocks(await known_of())]
    assert titles == ["Lift", "Guests", "Posts"]


@pytest.mark.parametrize("width", [25, 38, 60])
@pytest.mark.parametrize("height", [6, 7, 9])
def test_a_card_fits_its_place_with_both_sides_of_its_case(width: int, height: int):
    block = card_block(1, CardRow("ask", form_of("ask"), True), width, height)
    assert len(block) <= height
    assert all(width_of(row) <= width for row in block)
    assert {"+", "−"} <= {plain(row)[1:2] for row in block}


def test_an_amount_that_is_a_field_says_what_stands_in_the_field():
    length = Field(name="length", label="Length", sort="number", unit="h", default_text="12 h")
    form = Form(title="Shift", fields=[length], cost={"pay": "length"}, takes="2 h")
    assert cost_of(form) == "pay 12 h · takes 2 h"
    assert chosen(form, "length", {"length": "6 h"}) == "6 h"


async def test_an_order_given_leaves_the_other_cards_on_their_keys():
    session = HandSession()
    known = await known_of(session)
    assert [row.card for row in argued(known)] == ["ask", "limit", "replace"]
    await Keeper(session).submit(known, "ask", {})
    after = [row.card for row in argued(await known_of(session))]
    assert after == ["ask", "limit", "replace"]


@pytest.mark.parametrize(
    ("state", "mark", "said"),
    [
        ("accepted", "…", "waits"),
        ("out", "…", "accepted 20:00"),
        ("as_ordered", "✓", "done 20:00"),
        ("in_part", "◐", "in part 20:00"),
        ("no_answer", "?", "no answer 20:00"),
        ("failed", "×", "not done 20:00"),
    ],
)
async def test_an_order_has_a_shape_and_a_word(state: str, mark: str, said: str):
    order: Mapping[str, object] = {
        "order": "p1", "card": "limit", "fields": {}, "due": 92 * HOUR, "state": state,
    }  # fmt: skip
    row = order_rows(await known_of(HandSession(orders=[dict(order)])))[0]
    assert (row.mark, row.state) == (mark, said)


async def test_the_newest_report_stands_first_and_new_ones_are_marked():
    known = await known_of()
    assert [row.headline for row in reports(known)] == ["Arden airport", "Jarrow", "Calder"]
    assert all(row.new for row in reports(known))
    # What asks something stands in the line below it, not twice.
    assert changed(known).startswith("Jarrow: ")


async def test_what_comes_first_is_named_first():
    known = await known_of()
    assert expires(known) == "6 Jan 00:00 this move closes"


def test_a_report_is_read_without_its_headline_said_twice():
    row = News.model_validate(report(1, 0, "Calder", "Calder: quiet.", "x"))
    assert row.text == "Calder: quiet."


def test_prose_keeps_what_is_bold_and_drops_the_marks():
    rows = prose("# Title\n\nOne **two** three.\n\n- item", 40)
    assert plains(rows) == ["Title", "", "One two three.", "", " · item"]
    assert ("two", "bold") in rows[2]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("2500", ""), ("", "Men: fill something in."), ("9", "Men: 500 people to 5,000 people.")],
)
def test_a_number_knows_its_limits(typed: str, problem: str):
    asked = form_of("ask").fields[1]
    assert Filled(asked, typed=typed).problem == problem


def test_a_field_begins_as_the_staff_would_fill_it_in():
    fields = form_of("ask").fields
    assert [Filled.new(field).value for field in fields] == ["inside", "2500 people", "arden"]


@given(
    st.lists(st.tuples(st.floats(-170, 170), st.floats(-70, 70)), min_size=1, max_size=8),
    st.integers(10, 130),
    st.integers(4, 50),
)
def test_every_point_falls_on_the_map(points: list[tuple[float, float]], width: int, height: int):
    frame = Frame.around(points, width, height)
    for point in points:
        x, y = frame.cell(*point)
        assert 0 <= x < width
        assert 0 <= y < height


@pytest.mark.parametrize(
    ("seconds", "words"), [(60, "1 m"), (3600, "1 h"), (47 * 3600, "47 h"), (3 * 86400, "3 d")]
)
def test_ages_are_short(seconds: int, words: str):
    assert age(seconds) == words


def test_what_was_begun_before_a_hold_does_not_run_on():
    pace = Pace()
    first = pace.begin()
    pace.hold()
    second = pace.begin()
    assert not pace.still(first)
    assert pace.still(second)


NO_ORDERS: dict[str, object] = {
    "format": "full", "title": "Full", "chapter": "One", "number": 2, "of": 9, "opened": 0,
    "orders": 2, "left": 0,
}  # fmt: skip


@dataclass
class Arguing(HandSession):
    """The invented country with an argument among the staff, and a purse that can be emptied."""

    argued: list[str] = field(default_factory=list)
    unpaid: tuple[str, ...] = ()

    async def view(self) -> dict[str, object]:
        """See Session."""
        found = await super().view()
        rows = found["cards"]
        assert isinstance(rows, list)
        for row in rows:
            if row["card"] in self.unpaid:
                about = {"stock": "authority", "needs": 50.0}
                row.update(open=False, code="cannot_afford", about=about)
        return found | {"argued": [{"card": card, "by": ["Bold"]} for card in self.argued]}


async def test_what_the_staff_argues_about_stands_first_and_the_rest_fills_up():
    known = await known_of(Arguing(argued=["replace"]))
    assert [(row.card, row.by) for row in argued(known)] == [
        ("replace", ("Bold",)), ("ask", ()), ("limit", ())
    ]  # fmt: skip


async def test_a_card_that_cannot_be_paid_is_never_argued_and_says_what_it_needs():
    known = await known_of(Arguing(argued=["replace", "ask"], unpaid=("ask",)))
    assert [row.card for row in argued(known)] == ["replace", "limit"]
    row = next(row for row in card_rows(known) if row.card == "ask")
    assert row.reason == (
        "it costs more authority than you have left (50 needed); so much does not come back by"
        " itself"
    )


async def test_an_order_that_empties_the_purse_moves_no_other_card():
    session = Arguing(argued=["replace", "ask", "limit"])
    await Keeper(session).submit(await known_of(session), "replace", {})
    session.unpaid = ("ask",)
    found = [row.card for row in argued(await known_of(session))]
    assert found[-1] == "limit"
    assert "ask" not in found


async def test_no_card_is_argued_when_the_orders_of_the_move_are_given():
    session = HandSession(move=NO_ORDERS)
    known = await known_of(session)
    assert argued(known) == []
    assert nothing_to_argue(known).startswith("Your orders of this move are given.")


def test_a_narrow_card_says_the_short_form_of_its_case():
    short = {"for": "One word steadies them.", "against": "No answer empties them."}
    form = form_of("ask").model_copy(update={"short": short})
    text = "\n".join(plains(card_block(1, CardRow("ask", form, True), 25, 7)))
    assert "One word steadies" in text
    assert "Foreign ministry" not in text


def test_a_figure_told_with_an_error_says_how_far_off_it_may_be():
    share = Told(name="ranks", of="self", unit="%", error=0.15)
    assert worded(0.94, share, {}) == "94 % ±14"
    assert worded(0.94, share.model_copy(update={"error": 0.0}), {}) == "94 %"
    people = Told(name="crowd", of="place", unit="people", error=0.2)
    assert worded(2689.4, people, {}) == "about 2,700 people"
    assert worded(7.98, people, {}) == "about 8 people"
    assert worded(0.0, people, {}) == "0 people"
    assert worded(7.98, people.model_copy(update={"error": 0.0}), {}) == "8 people"


async def test_a_change_that_the_errors_of_two_reports_make_up_is_not_called_one():
    key = ".trust"
    known = await known_of()
    plain = next(each for each in meters(known) if each.key == key)
    told_so = known.scene.told[key]
    known.scene.told[key] = told_so.model_copy(update={"error": 0.9})
    wide = next(each for each in meters(known) if each.key == key)
    assert plain.change not in ("within error", "no change", "")
    assert wide.change == "within error"
    assert wide.bars == plain.bars
    assert "±" in wide.value


def test_what_has_no_end_is_said_and_drawn_without_a_height():
    hours = Told(name="expected", of="self", unit="h")
    never = float("inf")
    assert worded(never, hours, {}) == "no end"
    points = {"lift.expected": [Point(at, at, (at,), (never - at,)) for at in (0, HOUR)]}
    history = History(points)
    told_of = told(0, HOUR, ["lift.expected", [HOUR], [never]])
    history.hear([News.model_validate(told_of)])
    assert course(history.of("lift.expected"), hours, HOUR) == ("", "")


async def test_a_total_says_what_its_rows_add_up_to():
    session = HandSession()
    told = session.about["told"]
    assert isinstance(told, dict)
    told["street.crowd_total"] = {"name": "crowd_total", "of": "self", "unit": "people"}
    said = rows_say(await known_of(session), "street.crowd_total")
    assert said.startswith("The rows told of it add up to 18,7")
    assert rows_say(await known_of(session), "lift.flights") == ""


def test_a_paper_is_attached_once():
    field = Field(
        name="one",
        label="One",
        sort="exhibit",
        unit="",
        choices=[("none", "Nothing"), ("a", "Map")],
    )
    one, two = Filled.new(field), Filled.new(field.model_copy(update={"label": "Two"}))
    assert twice((one, two)) == ""
    assert twice((one.choosing("a"), two)) == ""
    assert twice((one.choosing("a"), two.choosing("a"))) == "Two: Map is attached already."
