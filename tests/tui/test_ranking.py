"""Which reports stand in the room, and how a move opens in lines."""

from dataclasses import dataclass, field

from tests.tui.stage import HOUR, HandSession
from tui.ink import plains
from tui.keeper import Keeper
from tui.picture.brief import changed
from tui.picture.cards import argued
from tui.picture.gathering import gathered, parts_of
from tui.picture.known import Known
from tui.picture.ranking import MOST, disputed, ranked
from tui.picture.reports import Report, in_brief, report_lines
from tui.plain_opening import opening
from tui.widgets.reports import shared

NOW = 93 * HOUR
Row = dict[str, object]


def story(number: int, code: str, place: str, *, at: int = NOW - HOUR, count: float = 0.0) -> Row:
    """A report of the media."""
    return {
        "number": number, "at": at, "event": "media.reported", "place": place,
        "headline": place.capitalize(), "text": f"Report {number}.", "sender": "duty officer",
        "sort": "report",
        "fields": {"report": f"lead_{number}", "story": code, "number": count, "seen_at": at},
    }  # fmt: skip


def event(number: int, name: str, *, at: int = NOW - HOUR, text: str = "", **fields: object) -> Row:
    """Anything else that was told."""
    return {
        "number": number, "at": at, "event": name, "place": "", "headline": f"Thing {number}",
        "text": text or f"Text {number}.", "sender": "", "sort": "report", "fields": fields,
    }  # fmt: skip


@dataclass
class Telling(HandSession):
    """The invented country, told these things."""

    rows: list[Row] = field(default_factory=list)

    async def events(self, since: int) -> list[Row]:
        """See Session."""
        return self.rows[since:]


async def known_of(*rows: Row, **more: object) -> Known:
    return await Keeper(Telling(rows=list(rows), **more)).look()  # type: ignore[arg-type]


async def numbers(*rows: Row, **more: object) -> list[int]:
    return [report.number for report in ranked(await known_of(*rows, **more))]


async def test_no_more_than_five_reports_stand_in_the_room():
    rows = [story(number, "protest", place) for number, place in enumerate("abcdefgh")]
    assert len(await numbers(*rows)) == MOST


async def test_an_offer_to_be_answered_stands_before_a_lost_site():
    rows = (
        story(0, "site_lost", "arden"),
        event(1, "game.offer_put", seat="inner", answer_by=NOW + HOUR),
        story(2, "protest", "calder"),
    )
    assert await numbers(*rows) == [1, 0, 2]


async def test_an_offer_whose_hour_has_passed_asks_nothing_any_more():
    rows = (
        story(0, "site_lost", "arden"),
        event(1, "game.offer_put", seat="inner", answer_by=NOW - 1),
    )
    assert await numbers(*rows) == [0, 1]


async def test_what_is_grave_stands_before_what_is_new_by_minutes():
    rows = (
        story(0, "deaths", "eastwick"),
        story(1, "protest", "garth", at=NOW - 60),
    )
    assert await numbers(*rows) == [0, 1]


async def test_a_place_that_an_order_names_weighs_more():
    order: Row = {
        "order": "p1", "card": "ask", "fields": {"where": "kelso"}, "due": NOW - HOUR,
        "state": "out",
    }  # fmt: skip
    rows = (story(0, "protest", "kelso"), story(1, "protest", "borough"))
    assert await numbers(*rows) == [1, 0]
    assert await numbers(*rows, orders=[order]) == [0, 1]


async def test_an_order_gone_wrong_is_grave_and_one_done_is_not():
    rows = (
        event(0, "game.order_reported", result="failed"),
        event(1, "game.order_reported", result="as_ordered"),
        story(2, "protest", "garth"),
    )
    assert await numbers(*rows) == [0, 2, 1]


async def test_the_second_report_of_the_same_thing_waits_behind_another_place():
    rows = (
        story(0, "site_lost", "arden"),
        story(1, "site_lost", "arden"),
        story(2, "site_attacked", "calder"),
    )
    assert (await numbers(*rows))[1] == 2


async def test_figures_that_differ_by_half_dispute_each_other():
    rows = (
        story(0, "protest", "arden", count=900.0),
        story(1, "protest", "arden", count=400.0),
        story(2, "protest", "arden", count=500.0),
        story(3, "deaths", "arden", count=9.0),
        story(4, "protest", "calder", count=9000.0),
    )
    known = await known_of(*rows)
    assert disputed(known.news) == {0: 1, 1: 0}
    marked = {report.number for report in ranked(known) if report.disputed >= 0}
    assert marked == {0, 1}


async def test_a_report_that_a_check_let_fall_is_disputed_by_the_check():
    check = event(1, "media.verified", report="lead_0", stands=False)
    known = await known_of(story(0, "site_lost", "arden"), check)
    assert disputed(known.news) == {0: 1}


async def test_a_report_is_as_old_as_what_it_tells():
    late = story(0, "site_lost", "arden", at=NOW - HOUR)
    fields = late["fields"]
    assert isinstance(fields, dict)
    fields["seen_at"] = NOW - 7 * HOUR
    report = ranked(await known_of(late))[0]
    assert report.age == "7 h"
    assert report.seen.endswith(" 14:00")


def a_report(**changes: object) -> Report:
    base = {
        "number": 1, "age": "2 h", "headline": "Arden, Security service department of the land",
        "text": "It is gone, and I have the seal with me.", "sender": "head", "place": "",
        "at": "", "new": True, "sort": "report", "reliability": 2,
    }  # fmt: skip
    return Report(**(base | changes))  # type: ignore[arg-type]


def test_one_line_shows_age_trust_and_some_of_what_was_said():
    text = plains(report_lines(a_report(), 47, 1))[0]
    assert text.startswith("▸  2 h ••·")
    assert "It is gone" in text


def test_the_first_reports_get_the_lines_that_are_left():
    reports = tuple(a_report(number=number, text="word " * 30) for number in range(5))
    assert [len(rows) for rows in shared(reports, 47, 12)] == [3, 3, 2, 2, 2]
    assert [len(rows) for rows in shared(reports, 47, 5)] == [1, 1, 1, 1, 1]


def test_a_disputed_report_says_so_in_a_shape_and_in_words():
    report = a_report(disputed=4)
    assert "≠" in plains(report_lines(report, 47, 1))[0]
    assert in_brief(report).endswith("Another report says otherwise.")


async def test_a_move_opens_in_lines_as_it_does_in_the_room():
    known = await Keeper(HandSession()).look()
    text = "\n".join(opening(known))
    order = ["Changed: ", "Asked of you: ", "Expires first: ", "Reports, 3 of 3", "You have: "]
    order += [row.form.title for row in argued(known)] + ["If you decide nothing more: "]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    heads = [report.headline for report in ranked(known)]
    at = [text.index(f"{head}, ", text.index("Reports, ")) for head in heads]
    assert at == sorted(at)


async def test_no_line_of_an_opening_is_wider_than_a_terminal():
    assert all(len(line) <= 78 for line in opening(await Keeper(HandSession()).look()))


async def test_orders_of_others_stand_in_one_row_however_many_there_are():
    rows = [event(number, "game.order_known") for number in range(6)]
    rows.append(story(6, "protest", "garth"))
    known = await known_of(*rows)
    found = ranked(known)
    assert [report.number for report in found] == [6, 5]
    assert found[1].headline == "Orders of others, 6"
    assert "Thing 0" in found[1].text
    assert len(gathered(known)) == 2
    assert [each.number for each in parts_of(known, found[1])] == [5, 4, 3, 2, 1, 0]


async def test_what_was_reported_twice_in_the_same_words_stands_once():
    rows = [event(0, "game.reported", text="Same."), event(1, "game.reported", text="Same.")]
    for row in rows:
        row["headline"] = "The square"
    found = gathered(await known_of(*rows))
    assert [(each.number, each.older, each.headline) for each in found] == [
        (1, (0,), "The square (2 times)")
    ]


async def test_a_word_broken_early_in_a_long_move_stands_in_the_room():
    early = NOW - 3 * HOUR
    broken = event(0, "game.word_broken", at=early, deal="x", seat="lead")
    grave = [story(number, "deaths", place) for number, place in enumerate("abcdefgh", start=1)]
    assert 0 in await numbers(broken, *grave)
    other = event(0, "game.word_broken", at=early - 60 * HOUR, deal="x", seat="inner")
    assert 0 not in await numbers(other, *grave)


async def test_what_opened_the_move_is_named_first_and_stands_first():
    said = "A seat of government has fallen."
    opened = event(9, "game.move_opened", text=said, because=["hall"], extra=2)
    rows = [story(number, "deaths", place) for number, place in enumerate("abcdefghi")]
    known = await known_of(*rows, opened)
    assert ranked(known)[0].number == 9
    assert changed(known).startswith(f"Thing 9: {said}")


async def test_what_a_check_of_ones_own_found_stands_in_the_room():
    check = event(0, "game.exhibit_checked", at=NOW - 2 * HOUR, found="false")
    grave = ["site_lost", "deaths", "post_left", "arms_taken", "alliance_decided", "wavering"]
    rows = [story(number, code, "arden") for number, code in enumerate(grave, start=1)]
    assert 0 in await numbers(check, *rows)


async def test_what_becomes_public_is_as_old_as_its_publication():
    public = event(
        0, "media.published", publication="p1", story="site_lost", seen_at=NOW - 90 * HOUR
    )
    report = ranked(await known_of(public))[0]
    assert report.age == "1 h"
    assert report.seen
