"""Was that me, or luck: jobs, workers, and what futures amount to in numbers and sentences."""

import time

import pytest

from engine.results import results_of
from lab.again import Failed, Future, Job, ParJob, Played, Player, Swap
from lab.again_crew import Inline, Processes, _dealt
from lab.luck import Luck, jobs_of
from lab.luck_words import by_chance, share, words_of
from tests.lab.test_again import finished, future
from tests.lab.test_par import GATE, RULE, played

SWAP = Swap("u1")


def luck_of(seed: int = 4) -> tuple[Luck, Played]:
    game, manifest = played({"union": "ben"}, [RULE, GATE], seed)
    return Luck(game.scenario, "union", results_of(game)), Played(
        manifest, tuple(game.orders), "union"
    )


def filled(futures: int, swap: Swap | None = None) -> Luck:
    luck, asked = luck_of()
    crew = Inline(asked)
    crew.tell(luck.wanted(futures, swap, par=False))
    while not luck.finished:
        luck.hear(crew.heard())
    return luck


def test_luck_by_luck_the_swap_stands_beside_what_it_swaps() -> None:
    found = jobs_of(2, SWAP, par=True)
    assert found == (ParJob(), Job(0, SWAP), Job(1), Job(1, SWAP), Job(2), Job(2, SWAP))
    assert jobs_of(2, None) == (Job(1), Job(2))


def test_the_same_question_gives_the_same_answer_to_the_last_digit() -> None:
    assert filled(6, SWAP).summary() == filled(6, SWAP).summary()


def test_processes_give_what_is_given_here() -> None:
    luck, asked = luck_of()
    crew = Processes(asked, workers=2)
    try:
        crew.tell(luck.wanted(6, SWAP, par=False))
        until = time.monotonic() + 120
        while not luck.finished and time.monotonic() < until:
            crew.wait(1.0)
            luck.hear(crew.heard())
    finally:
        crew.close()
    assert luck.summary() == filled(6, SWAP).summary()


def test_every_job_goes_to_one_worker_and_a_luck_stays_together() -> None:
    jobs = jobs_of(5, SWAP, par=True)
    hands = _dealt(jobs, 2)
    assert sorted(map(repr, (job for hand in hands for job in hand))) == sorted(map(repr, jobs))
    for hand in hands:
        for job in hand:
            if isinstance(job, Job) and job.luck:
                assert Job(job.luck) in hand
                assert Job(job.luck, SWAP) in hand


def test_what_was_played_for_one_swap_is_not_played_again_for_another() -> None:
    luck = filled(3, SWAP)
    other = Swap("u2")
    assert luck.wanted(3, other, par=False) == (
        Job(0, other), Job(1, other), Job(2, other), Job(3, other)
    )  # fmt: skip
    assert luck.wanted(5, SWAP, par=False) == (
        Job(4), Job(4, SWAP), Job(5), Job(5, SWAP)
    )  # fmt: skip


def test_this_game_stands_in_every_row_as_it_was_read() -> None:
    luck = filled(2)
    harm = {row.id: row.amount for row in luck.results.harm}
    rows = luck.summary()["rows"]
    assert isinstance(rows, list)
    assert {row["id"]: row["here"] for row in rows if row["sort"] == "harm"} == harm
    met = {row["id"]: bool(row["here"]) for row in rows if row["sort"] == "aim"}
    assert met == {aim.aim: aim.met for aim in luck.results.aims["union"]}


def test_the_swap_under_the_games_own_luck_stands_apart_from_its_futures() -> None:
    luck = filled(3, SWAP)
    alone = future(Player(finished({"union": "ben"})), Job(0, SWAP))
    rows = luck.summary()["rows"]
    assert isinstance(rows, list)
    assert rows[0]["swapped_here"] == alone.harm[0]
    assert len(rows[0]["swapped"]["values"]) == 3


def test_a_failure_is_said_and_ends_the_waiting() -> None:
    luck, _ = luck_of()
    luck.wanted(5, None, par=False)
    luck.hear([Failed("its agents never rest")])
    assert luck.finished
    assert luck.summary()["trouble"] == "its agents never rest"


def test_endings_are_counted_and_sum_to_the_futures() -> None:
    summary = filled(6, SWAP).summary()
    endings = summary["endings"]
    assert isinstance(endings, list)
    assert sum(each["same"] for each in endings) == summary["same"] == 6
    assert sum(each["swapped"] for each in endings) == summary["swapped"] == 6
    assert [each["here"] for each in endings].count(True) == 1


# Sentences.


def row(
    less: list[float], more: list[float], same: int, of: int = 40, counts: tuple[int, int] = (0, 0)
) -> dict[str, object]:
    fewer, greater = counts
    about = {
        "of": of, "less": less, "more": more, "same": same, "fewer": fewer, "greater": greater,
    }  # fmt: skip
    return {"sort": "harm", "less": about, "swap_less": about}


def test_no_share_is_told_of_a_handful_of_futures() -> None:
    assert words_of(row([0.2, 0.8], [0.1, 0.4], 0, of=7), True) == [
        "Too few futures for a sentence yet (7).",
        "The swap: too few futures for a sentence yet (7).",
    ]


def test_a_share_has_its_uncertainty_beside_it() -> None:
    first, second = words_of(row([0.58, 0.66], [0.2, 0.31], 4, counts=(29, 9)), True)
    assert first == (
        "In 58 to 66 of 100 the same decisions ended with less than in this game, "
        "in 20 to 31 of 100 with more."
    )
    assert second.endswith("here it was the decision, and not luck alone.")
    assert share([0.601, 0.604]) == "about 60 of 100"
    assert share([0.0, 0.08]) == "at most 8 of 100"
    assert share([0.92, 1.0]) == "at least 92 of 100"


@pytest.mark.parametrize(
    ("counts", "firm"),
    [((6, 2), False), ((8, 0), True), ((2, 6), False), ((0, 8), True), ((20, 20), False)],
)
def test_what_chance_does_often_is_no_firm_difference(counts: tuple[int, int], firm: bool) -> None:
    said = words_of(row([0.3, 0.5], [0.35, 0.55], 2, counts=counts), True)[1]
    assert said.endswith("not luck alone." if firm else "that is no firm difference.")


def test_a_fair_coin_parts_eight_pairs_so_in_so_many_games() -> None:
    assert by_chance(0, 8) == 2 / 256
    assert by_chance(2, 6) == 2 * (1 + 8 + 28) / 256
    assert by_chance(4, 4) == by_chance(0, 0) == 1.0


def test_a_swap_that_changes_nothing_is_said_to() -> None:
    assert words_of(row([0.0, 0.04], [0.0, 0.04], 40), True) == [
        "In all 40 the same decisions ended with just as much.",
        "The swap changed nothing in all 40, each under the same luck.",
    ]


def test_a_worker_that_is_gone_is_said_and_nobody_waits() -> None:
    luck, asked = luck_of()
    crew = Processes(asked, workers=1)
    crew._people[0].kill()
    crew._people[0].join()
    crew.tell(luck.wanted(5, None, par=False))
    luck.hear(crew.heard())
    crew.close()
    assert luck.finished
    assert "has stopped" in luck.trouble


def test_what_is_left_off_says_nothing_more() -> None:
    _, asked = luck_of()
    crew = Inline(asked, steps=1)
    crew.tell((Job(1), Job(2)))
    assert not [news for news in crew.heard() if isinstance(news, Future)]
    crew.tell(())
    assert crew.heard() == []
