"""Staff estimates: what they rest on, and that they are the same however they are worked out."""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from engine.game import Game
from engine.orders import Order
from engine.saves import Manifest
from engine.setup import Wanted, prepare, start
from lab.crew import QUIET, WARMING, Bench, Crew, Inline, Processes, Said, Stop, Warm, Work
from lab.estimate import Estimate
from lab.futures import AHEAD, Imagining, Opening, Sight
from lab.grounds import Grounds, Option, Question, grounds_of
from lab.worlds import SHARES, Imagined, distance

SEAT = "union"
HOUR = 3600


def game(hours: int = 8, seed: int = 4) -> tuple[Game, Manifest]:
    ready = prepare(Wanted("harbour", seed=seed, drawn=True, people={SEAT: "x"}))
    found = start(ready, keep=False)
    found.submit(Order(id="one", seat=SEAT, card="raise_demand"))
    found.advance(hours)
    return found, ready.manifest


def grounds() -> Grounds:
    found, manifest = game()
    return grounds_of(manifest, found.view(SEAT))


def question(futures: int = 8, *options: Option) -> Question:
    both = options or (Option("work_to_rule"), Option())
    return Question(grounds(), both, 30 * HOUR, futures)


def listened(crew: Crew) -> Iterator[Said]:
    while said := crew.heard():
        yield from said


def worked_out(wanted: Question) -> dict[str, object]:
    crew = Inline()
    crew.tell(Work(1, wanted))
    estimate = Estimate(wanted)
    estimate.hear(news for _, news in listened(crew))
    assert estimate.finished
    assert estimate.trouble == ""
    return estimate.summary()


def test_an_estimate_has_as_many_futures_as_were_asked_for_and_looks_to_the_end():
    found = worked_out(question(12))
    assert (found["done"], found["of"]) == (12, 12)
    assert found["until"] == 38 * HOUR
    assert found["used"] == 16


def test_how_far_through_is_counted_by_the_time_that_was_looked_at():
    estimate = Estimate(question(4))
    assert estimate.through == 0.0
    estimate.hear([Sight(0, 0, pair, 0, ()) for pair in range(4)])
    assert estimate.through == pytest.approx(6 / 30 / 2)
    estimate.hear(Sight(o, 0, p, m, ()) for o in (0, 1) for p in range(4) for m in (0, 1, 2))
    assert estimate.through == pytest.approx(1.0)


def test_processes_find_what_is_found_here():
    wanted = question(8)
    crew = Processes(2)
    try:
        crew.tell(Work(1, wanted))
        estimate = Estimate(wanted)
        while not estimate.finished:
            time.sleep(0.01)
            estimate.hear(news for _, news in crew.heard())
    finally:
        crew.close()
    assert estimate.summary() == worked_out(wanted)


def test_worlds_kept_from_an_earlier_hour_give_the_same_as_new_ones():
    found, manifest = game(3)
    crew = Inline()
    crew.tell(Warm(grounds_of(manifest, found.view(SEAT))))
    assert {number for number, _ in listened(crew)} == {WARMING}
    found.advance(5)
    wanted = replace(question(8), grounds=grounds_of(manifest, found.view(SEAT)))
    crew.tell(Work(1, wanted))
    estimate = Estimate(wanted)
    estimate.hear(news for _, news in listened(crew))
    assert estimate.summary() == worked_out(wanted)


def ahead_of(wanted: Question) -> Bench:
    """Shares that have prepared for a question of the first of its options, beside no order."""
    bench = Bench(range(SHARES))
    bench.take(Warm(wanted.grounds, wanted.options[:1]))
    for _ in range(2):
        while bench.busy:
            bench.step()
        bench.play_ahead()
    return bench


def answered(bench: Bench, wanted: Question) -> tuple[dict[str, object], int]:
    """What comes of a question, and how many bits of work said nothing."""
    bench.take(Work(1, wanted))
    estimate, silent = Estimate(wanted), 0
    while bench.busy:
        said = bench.step()
        silent += said is None
        estimate.hear([] if said is None else [said[1]])
    return estimate.summary(), silent


def test_futures_that_were_played_ahead_look_as_they_would_have():
    wanted = question(12)
    # The nearer marks were looked at, the last was not.
    assert [mark // HOUR for mark in wanted.marks] == [6, 24, 30]
    found, _ = answered(ahead_of(wanted), wanted)
    assert found == worked_out(wanted)


def test_what_was_played_ahead_is_told_without_playing_anything():
    wanted = replace(question(4 * AHEAD), seconds=72 * HOUR)
    bench = ahead_of(wanted)
    # Each share is silent once, when it has nothing more to do.
    assert answered(bench, wanted)[1] == SHARES
    # However it is written, it is the same order.
    written = replace(wanted, options=(Option("work_to_rule", (("until", "answered"),)), Option()))
    assert answered(bench, written)[1] == SHARES
    other = replace(wanted, options=(Option("work_to_rule", (("until", "day"),)), Option()))
    assert answered(bench, other)[1] > SHARES


def test_futures_are_let_go_when_a_seat_knows_more():
    found, manifest = game()
    wanted = replace(question(8), seconds=24 * HOUR)
    bench = ahead_of(wanted)
    found.submit(Order(id="two", seat=SEAT, card="work_to_rule", fields={"until": "day"}))
    later = replace(wanted, grounds=grounds_of(manifest, found.view(SEAT)), options=(Option(),))
    assert answered(bench, later)[0] == worked_out(later)


def test_nothing_is_played_ahead_before_a_game_has_stood_still():
    wanted = question()
    bench = Bench(range(SHARES))
    assert bench.patience is None
    bench.take(Warm(wanted.grounds, wanted.options[:1]))
    assert bench.patience == 0.0
    while bench.busy:
        bench.step()
    assert bench.patience == QUIET
    bench.take(Stop())
    assert bench.patience is None


def test_worlds_that_were_left_half_way_are_played_on_from_there():
    wanted = question(8)
    bench = Bench(range(SHARES))
    bench.take(Warm(wanted.grounds))
    for _ in range(9):
        bench.step()
    assert answered(bench, wanted)[0] == worked_out(wanted)


def test_a_world_that_forgets_still_knows_what_became_of_orders():
    found, _ = game(1)
    assert [own.state for own in found.view(SEAT).orders] == ["out"]
    found.forget()
    found.advance(6)
    assert [own.state for own in found.view(SEAT).orders] == ["as_ordered"]
    assert not any(entry.name == "game.told" and entry.at == 0 for entry in found.journal)


def test_an_order_that_is_waiting_is_given_in_every_future():
    found, manifest = game()
    before = worked_out(question(8, Option()))
    found.submit(Order(id="two", seat=SEAT, card="work_to_rule", fields={"until": "day"}))
    wanted = Question(grounds_of(manifest, found.view(SEAT)), (Option(),), 30 * HOUR, 8)
    assert worked_out(wanted)["rows"] != before["rows"]


def test_an_order_taken_back_is_given_in_none():
    found, manifest = game()
    before = worked_out(question(8, Option()))
    found.submit(Order(id="two", seat=SEAT, card="work_to_rule"))
    found.submit(Order(id="three", seat=SEAT, card="withdraw", fields={"order": "two"}))
    wanted = Question(grounds_of(manifest, found.view(SEAT)), (Option(),), 30 * HOUR, 8)
    assert worked_out(wanted)["rows"] == before["rows"]


def test_the_first_numbers_are_near_ones_and_come_before_any_future_is_played_out():
    wanted = question(16)
    crew = Inline(1)
    crew.tell(Work(1, wanted))
    marks = [n.mark for _, n in listened_long(crew) if isinstance(n, Sight)]
    assert marks[:8] == [0] * 8
    assert marks.index(len(wanted.marks) - 1) > 4 * 8
    assert marks[-1] == len(wanted.marks) - 1


def listened_long(crew: Inline) -> Iterator[Said]:
    while crew.busy:
        yield from crew.heard()


def test_what_is_called_off_says_nothing_more():
    crew = Inline(1)
    crew.tell(Work(1, question(8)))
    assert crew.heard()
    crew.tell(Stop())
    assert crew.heard() == []


def test_the_options_of_a_pair_differ_in_nothing_but_what_is_ordered():
    found = worked_out(question(8, Option(), Option()))
    rows = found["rows"]
    assert isinstance(rows, list)
    assert rows
    assert all(row["spans"][0] == row["spans"][1] for row in rows)
    assert all(row["gaps"] == [{"least": 0.0, "mean": 0.0, "most": 0.0}] for row in rows)
    assert isinstance(found["against"], list)
    (against,) = found["against"]
    assert against["same"] == 1.0


def test_a_card_is_told_from_another_where_worlds_differ_by_more_than_cards():
    estimate = Estimate(question(16))
    rows = (("harm.killed", "People killed", "people", "harm"),)
    estimate.hear([Opening(0, rows, 4, 0.0)])
    for pair in range(16):
        world = pair % 4
        here = 100.0 * world
        estimate.hear([Sight(0, world, pair, 0, (here,)), Sight(1, world, pair, 0, (here + 5.0,))])
    ((row,),) = (cast("list[dict[str, Any]]", estimate.summary()["rows"]),)
    ours, theirs = (span["of"] for span in row["spans"])
    assert ours["least"] < theirs["least"] < ours["most"] < theirs["most"]
    assert row["gaps"] == [{"least": 5.0, "mean": 5.0, "most": 5.0}]


def test_an_assumed_answer_makes_worlds_of_its_own():
    tired = Option(assume=(("why_slow", "tired"),))
    hoarded = Option(assume=(("why_slow", "hoarded"),))
    found = worked_out(question(8, tired, hoarded))
    rows = found["rows"]
    assert isinstance(rows, list)
    assert any(row["spans"][0] != row["spans"][1] for row in rows)


def test_a_card_that_no_imagined_world_can_play_gives_no_futures():
    found = worked_out(question(8, Option("work_to_rule", (("until", "nonsense"),))))
    assert (found["used"], found["rows"], found["finished"]) == (0, [], True)


def test_the_nearest_worlds_are_used():
    known = grounds()
    worlds = [Imagined(known, (), number) for number in range(6)]
    for world in worlds:
        world.play_to(known)
    assert len({world.distance for world in worlds}) > 1
    own = {key: f.values for key, f in worlds[3].game.view(SEAT).figures.items()}
    assert distance(own, own) == 0.0


@pytest.mark.parametrize(
    ("told", "mine", "least"),
    [((100.0,), (1000.0,), 2.0), ((0.4,), (0.5,), 0.1), (("low",), ("high",), 1.0)],
)
def test_a_gap_is_counted_by_what_it_means(
    told: tuple[float | str, ...], mine: tuple[float | str, ...], least: float
):
    assert distance({"a": told}, {"a": mine}) == pytest.approx(least, rel=0.2)
    assert distance({"a": told}, {"a": told}) == 0.0


def test_worlds_are_counted_while_they_are_imagined():
    crew = Inline()
    crew.tell(Work(1, question(4)))
    news = [n for _, n in crew.heard()]
    assert news[:4] == [Imagining(0, done) for done in range(1, 5)]
