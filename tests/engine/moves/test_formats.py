"""Formats: when moves open, who plays before, what an event opens, and when it ends."""

from pathlib import Path

import pytest

from engine.bots.casting import cast
from engine.catalogue import story
from engine.errors import BadScenario
from engine.game import Advance, Game, replay
from engine.moves.events import MoveOpened, MovePutOff
from engine.moves.schedule import FIRST, named, schedule_of
from engine.setup import Wanted, prepare, start, to_first_move
from tests.engine.moves.stage import harbour_in_formats, in_format
from tests.engine.small import HOUR, changed, entries, hours_of, ordered


def opened(game: Game) -> list[tuple[float, int, int]]:
    """When moves opened: hour, number, and which extra move it was."""
    found = entries(game, MoveOpened)
    return [
        (hour, e.event.number, e.event.extra)
        for hour, e in zip(hours_of(found), found, strict=True)
        if isinstance(e.event, MoveOpened)
    ]


def test_moves_open_when_the_format_says_and_everybody_is_told(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "two")
    game.play()
    assert opened(game) == [(0, 1, 0), (12, 2, 0), (36, 3, 0)]
    assert {e.event.to for e in entries(game, MoveOpened)} == {("all",)}
    assert [e.event.chapter for e in entries(game, MoveOpened)] == [0, 0, 1]  # type: ignore[attr-defined]


def test_the_view_says_which_chapter_and_which_move_of_how_many(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "two")
    game.play(until=40 * HOUR)
    shown = game.view("union").plain()["move"]
    assert isinstance(shown, dict)
    wanted = {"format": "two", "title": "Two a move", "chapter": "Second", "number": 3, "of": 3}
    assert {key: shown[key] for key in wanted} == wanted
    assert (shown["opened"], shown["orders"], shown["left"]) == (36 * HOUR, 1, 1)
    assert game.view("union").plain()["next_move"] is None


def test_without_a_format_nothing_is_counted_and_no_move_is_told(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "", "doctrine")
    game.play(until=30 * HOUR)
    assert game.view("union").plain()["move"] is None
    assert entries(game, MoveOpened) == []
    assert [ordered(game, "union", "open_gate").accepted for _ in range(4)] == [True] * 4


def test_a_game_stops_where_a_move_opens(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "two")
    assert game.advance(100, until_move=True) == Advance(12, "move")
    assert game.advance(100, until_move=True) == Advance(24, "move")
    assert game.advance(100, until_move=True).reason == "ended"


def test_what_lies_before_is_played_by_that_bot_in_every_seat(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "late")
    to_first_move(game)
    assert game.now == 24 * HOUR
    assert {line.order.by for line in game.orders} == {"bot:doctrine"}
    given = len(game.orders)
    game.play()
    assert len(game.orders) == given


def test_moves_that_lie_before_the_first_and_extra_ones_fill_the_stocks_too(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "late", "idle")
    game.settings.before = {}
    game.play(until=30 * HOUR)
    filled = [0, 12, 24, 26]
    assert game.schedule.before == (0, 12 * HOUR)
    assert game.world.stocks["port"]["overtime_pay"] == 40 + 10 * len(filled)


def test_a_format_ends_the_game_when_it_says(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "late")
    game.play()
    assert (game.now, game.world.ending) == (48 * HOUR, "rationed")
    assert ordered(game, "union", "open_gate").code == "ended"


def test_an_order_for_a_beat_after_the_formats_end_is_refused(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "late")
    to_first_move(game)
    assert ordered(game, "union", "open_gate", beat=49).code == "after_end"
    assert ordered(game, "union", "open_gate", beat=47).accepted


def test_an_event_opens_a_move_at_once_and_no_more_than_so_many(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "late")
    to_first_move(game)
    stops = [game.advance(100, until_move=True) for _ in range(3)]
    assert stops == [Advance(2, "move"), Advance(10, "move"), Advance(13, "ended")]
    assert opened(game) == [(24, 1, 0), (26, 1, 1), (36, 2, 0)]
    assert hours_of(entries(game, MovePutOff)) == [38]
    assert game.moves == (24 * HOUR, 26 * HOUR, 36 * HOUR)


def test_an_extra_move_gives_orders_anew(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "late")
    to_first_move(game)
    assert ordered(game, "union", "open_gate").accepted
    game.advance()
    assert game.view("union").orders_left == 0
    game.advance()
    assert game.view("union").orders_left == 1
    shown = game.view("union").plain()["move"]
    assert isinstance(shown, dict)
    assert shown["extra"] == 1


def test_where_no_move_may_be_opened_the_next_one_begins_with_it(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "lesson")
    game.play()
    assert hours_of(entries(game, MovePutOff)) == [3]
    assert entries(game, MovePutOff)[0].event.to == ()
    news = [e.event.news for e in entries(game, MoveOpened) if isinstance(e.event, MoveOpened)]
    assert news == [False, True, False]


def test_bots_order_at_extra_moves_too(tmp_path: Path):
    game = in_format(harbour_in_formats(tmp_path), "late", "random", seed=2)
    game.play(until=26 * HOUR)
    game.settings.bots = cast(game.scenario, "doctrine", {})
    game.play()
    (extra,) = game.world.turn.extras
    assert [line for line in game.orders if line.beat * HOUR == extra] != []
    later = [
        line for line in game.orders if line.beat >= 26 and line.order.card in game.scenario.cards
    ]
    # Between moves a bot does only what it gave its word for.
    at = {line.beat * HOUR for line in later if "-word-" not in line.order.id}
    assert at <= set(game.moves)


@pytest.mark.parametrize("format", ["two", "late", "lesson"])
@pytest.mark.parametrize("bots", ["doctrine", "random"])
def test_a_game_in_a_format_replays_and_branches(tmp_path: Path, format: str, bots: str):
    scenario = harbour_in_formats(tmp_path)
    first = in_format(scenario, format, bots)
    first.play()
    again = in_format(scenario, format, bots)
    assert replay(again, first.orders, first.opened) == []
    assert again.journal.digest() == first.journal.digest()
    for hour in (3, 25, 37):
        other = first.branch(hour * HOUR)
        other.play()
        assert other.journal.digest() == first.journal.digest()


@pytest.mark.parametrize("format", ["late", "lesson"])
def test_a_game_in_a_format_forked_at_every_beat_is_the_same(tmp_path: Path, format: str):
    scenario = harbour_in_formats(tmp_path)
    plain, forked = (in_format(scenario, format, "random", seed=2) for _ in range(2))
    plain.play()
    while not forked.over:
        forked.advance()
        forked.restore(forked.snapshot())
    assert forked.journal.digest() == plain.journal.digest()


def test_a_move_opens_with_the_first_beat_that_is_not_before_its_time(tmp_path: Path):
    game = in_format(changed(tmp_path, "beat: 5 h"), "lesson-50")
    assert [at / HOUR for at in game.moves] == [0, 25, 50, 75, 100]


def test_a_format_is_asked_for_by_name():
    scenario = prepare(Wanted("harbour")).scenario
    assert (named(scenario, None), named(scenario, FIRST)) == ("", "full")
    with pytest.raises(LookupError, match="did you mean `short`"):
        named(scenario, "shrt")
    with pytest.raises(LookupError, match="there are full, short and lesson-50"):
        schedule_of(scenario, "nothing-like-it")


def test_the_manifest_keeps_the_format():
    ready = prepare(Wanted("harbour", format="short"))
    assert ready.manifest.play_format == "short"
    assert start(ready).schedule.name == "short"
    assert prepare(Wanted("harbour")).manifest.play_format == ""


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("opens: {at: day 1 12:00}, chapters: {A: [day 1 18:00]}", "take over when the first"),
        ("chapters: {A: [day 1 18:00, day 1 06:00]}", "one after the other"),
        ("ends: day 9 06:00, chapters: {A: [day 1 18:00]}", "not after the scenario does"),
    ],
)
def test_a_format_that_cannot_be_played_is_refused(tmp_path: Path, written: str, part: str):
    with pytest.raises(BadScenario, match=part):
        changed(tmp_path, f"formats: {{odd: {{minutes: 5, {written}}}}}")


NAMED = """
formats:
  told:
    minutes: 5
    orders: 1
    extra:
      most: 1
      by:
        nine: {when: now >= day 1 09:00 and now < day 1 10:00, text: It struck nine.}
        noon: {when: now >= day 1 12:00 and now < day 1 13:00, text: It struck noon.}
    chapters: {All: [day 1 06:00, day 1 18:00, day 2 06:00]}
"""


def test_an_extra_move_and_one_put_off_say_in_its_own_words_what_opened_them(tmp_path: Path):
    game = in_format(changed(tmp_path, NAMED), "told")
    game.play(36 * HOUR)
    opened = [row for row in game.seen("union") if row.name == "game.move_opened"]
    said = [story(game.scenario, row).text for row in opened]
    assert said == ["All.", "It struck nine.", "It struck noon.", "All."]


def test_no_move_opens_in_the_hour_in_which_the_game_ends(tmp_path: Path):
    """Whatever was ordered in it would be left undone."""
    early = "endings:\n  supplied:\n    when: now >= day 1 18:00\n"
    game = in_format(harbour_in_formats(tmp_path, early), "two")
    assert game.advance(100, until_move=True) == Advance(12, "ended")
    assert game.over
    assert game.now == 12 * HOUR
    assert opened(game) == [(0, 1, 0)]
    again = in_format(game.scenario, "two")
    assert replay(again, game.orders, game.opened) == []
    assert again.journal.entries == game.journal.entries
