"""The report on choices: the same whoever plays it, resumable, and true to what was played."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.scenario.load import load
from lab.choices.asking import Asked, jobs_of
from lab.choices.faring import Fare, fares
from lab.choices.figures import _hardest, figures_of
from lab.choices.forms import otherwise
from lab.choices.judging import favoured, verdicts
from lab.choices.playing import Result as Row
from lab.choices.playing import play
from lab.choices.store import OtherChoices, Store
from lab.choices.working import work
from tui.cli import main

HOUR = 3600
HARBOUR = Asked("harbour", runs=2, plans=True, swaps=2)


def whitecell(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


def rows_of(asked: Asked) -> list[Row]:
    return [play(job) for job in jobs_of(asked, load("harbour"))]


def plan_row(seed: int, plan: str, aims: int, killed: int, answer: str) -> Row:
    """A play of a plan of the port, as far as its fate goes."""
    return {
        "seed": seed, "arm": f"plan:{plan}", "answers": {"why_slow": answer}, "ending": "supplied",
        "aims": {"port": aims}, "harm": {"killed": killed, "hurt": 0, "held": 0},
    }  # fmt: skip


def fare(best: float, tired: float, unpaid: float) -> Fare:
    under = {"why_slow": {"tired": tired, "unpaid": unpaid}}
    return Fare("port", "A plan", 10, best, under, {}, 2.0, {})


def test_a_play_is_the_same_again_and_in_another_process():
    jobs = jobs_of(HARBOUR, load("harbour"))
    here = [play(job) for job in jobs]
    there: list[Row] = []
    work(jobs, 2, there.append)
    assert sorted(here, key=lambda row: row["key"]) == sorted(there, key=lambda row: row["key"])


def test_all_arms_of_a_world_have_one_luck_and_one_truth():
    base, plan = rows_of(Asked("harbour", runs=1, seed=5, plans=True))
    assert base["answers"] == plan["answers"]
    assert base["answers"]
    assert plan["bots"]["port"] == "plan:pay_early"
    others = ("union", "council")
    assert [base["bots"][seat] for seat in others] == [plan["bots"][seat] for seat in others]


def test_temperaments_are_drawn_for_each_seat():
    jobs = jobs_of(Asked("harbour", runs=30), load("harbour"))
    seen = {dict(job.bot_of)["port"] for job in jobs}
    assert seen == {"doctrine", "doctrine:bold", "doctrine:cautious"}
    assert jobs_of(Asked("harbour", bots="idle"), load("harbour"))[0].bot_of == ()


def test_a_card_is_taken_no_oftener_than_it_is_open_and_choices_are_counted():
    for row in rows_of(HARBOUR):
        assert row["taken"]
        assert all(count <= row["open"][card] for card, count in row["taken"].items())
        filled = Counter()
        for card, name, _, n in row["chosen"]:
            filled[card, name] += n
        # A card may be ordered more than once in a move; each order fills in every field.
        assert filled["night_shift", "berth"] == filled["night_shift", "length"]
        assert filled["night_shift", "berth"] >= row["taken"].get("night_shift", 0)


def test_idle_is_ordering_nothing_or_having_too_little_to_choose_from():
    row = play(jobs_of(Asked("harbour", runs=1, bots="idle"), load("harbour"))[0])
    for moves, nothing, empty, idle in row["idle"].values():
        assert moves == nothing == idle == row["moves"]
        assert empty <= moves


def test_a_swap_changes_one_order_and_leaves_the_luck():
    row = play(jobs_of(Asked("harbour", runs=1, seed=3, swaps=3), load("harbour"))[0])
    assert len(row["swaps"]) == 3
    for swap in row["swaps"]:
        assert swap["changed"] == (swap["ending"] != row["ending"])
        assert swap["how"] in ("default", "other", "not")


def test_worlds_take_turns_through_the_cards_so_that_seldom_ones_are_swapped_too():
    rows = rows_of(Asked("harbour", runs=4, seed=3, swaps=2))
    for row in rows:
        assert len({swap["card"] for swap in row["swaps"]}) == len(row["swaps"]) == 2
    assert len({swap["card"] for row in rows for swap in row["swaps"]}) > 4


def test_the_hardest_posture_is_told_with_the_day_and_the_median_hour_of_its_order():
    def played(level: str, hour: float, ending: str) -> Row:
        return plan_row(1, "pay_early", 1, 0, "tired") | {
            "hardest": (level, hour),
            "ending": ending,
        }

    scenario = load("harbour")
    at = [(scenario.start.hour + hour) % 24 for hour in (26, 27, 31)]
    rows = [played("armed", hour, ending) for hour, ending in zip(
        (26, 27, 31), ("lost", "lost", "supplied"), strict=True)]  # fmt: skip
    found = _hardest(scenario, [*rows, played("", 0.0, "supplied")])
    assert found["none", 0].endings == {"supplied": 1}
    assert (found["armed", 2].hour, found["armed", 2].endings) == (
        at[1],
        {"lost": 2, "supplied": 1},
    )


def test_another_way_to_fill_a_form_in_is_the_default_or_where_that_was_chosen_another():
    specs = load("harbour").cards["night_shift"].fields
    chosen = {"berth": "ferry_point", "length": 12.0}
    assert otherwise(specs, chosen) == ("default", {})
    assert otherwise(specs, {"berth": "north_quay"}) == ("other", {"berth": "ferry_point"})
    assert otherwise({}, {}) == ("not", None)


def test_an_early_order_is_given_once_before_its_hour_or_the_play_is_left():
    asked = Asked("harbour", runs=1, openings=True, before=24 * HOUR)
    rows = {row["arm"]: row for row in rows_of(asked)}
    assert rows["open:port:night_shift"]["given"] is True
    # Nobody may bring crews in on the first day.
    assert rows["open:port:hire_crews"]["given"] is False
    assert "ending" not in rows["open:port:hire_crews"]
    starts = figures_of(asked, load("harbour"), list(rows.values())).starts
    assert "hire_crews" not in {start.card for start in starts}
    assert all(start.worlds == 1 for start in starts)


def test_early_orders_tried_only_so_far_are_held_against_the_same_stretch():
    asked = Asked("harbour", runs=1, openings=True, before=24 * HOUR, until=30 * HOUR)
    rows = rows_of(asked)
    tried = [row for row in rows if row["arm"].startswith("open:") and row["given"]]
    assert {row["hours"] for row in tried} == {30.0}
    assert all(key.endswith("@86400-108000") for key in (row["key"] for row in tried))
    starts = figures_of(asked, load("harbour"), rows).starts
    assert {start.otherwise for start in starts} == {0}


def test_the_best_plan_meets_most_aims_then_harms_least_and_ties_are_shared():
    scenario = load("harbour")
    plan = scenario.plans["pay_early"]
    object.__setattr__(scenario, "plans", {"one": plan, "two": plan, "three": plan})
    rows = [
        plan_row(1, "one", 3, 9, "tired"), plan_row(1, "two", 2, 0, "tired"),
        plan_row(1, "three", 3, 8, "tired"),
        plan_row(2, "one", 2, 1, "unpaid"), plan_row(2, "two", 2, 1, "unpaid"),
        plan_row(2, "three", 1, 0, "unpaid"),
        # A world in which not all were played says nothing.
        plan_row(3, "one", 4, 0, "unpaid"),
    ]  # fmt: skip
    found = fares(scenario, rows)
    assert {id: each.best for id, each in found.items()} == {"one": 0.25, "two": 0.25, "three": 0.5}
    assert found["three"].under["why_slow"] == {"tired": 1.0, "unpaid": 0.0, "hoarded": None}
    assert found["one"].worlds == 2


def test_a_plan_is_favoured_where_it_is_best_most_often_and_fails_elsewhere():
    plans = {"one": fare(0.5, 0.8, 0.2), "two": fare(0.4, 0.1, 0.5), "three": fare(0.1, 0.1, 0.3)}
    assert favoured(plans, "why_slow", "tired") == ["one"]
    assert favoured(plans, "why_slow", "unpaid") == ["two"]
    always = {**plans, "one": fare(0.7, 0.8, 0.6)}
    assert favoured(always, "why_slow", "unpaid") == []


def test_thresholds_name_what_fails():
    scenario = load("harbour")
    found = verdicts(figures_of(HARBOUR, scenario, rows_of(HARBOUR)))
    by_name = {verdict.wanted: verdict for verdict in found}
    cards = by_name["each card is taken in 3% to 80% of the moves in which it is open"]
    assert not cards.holds
    assert "`raise_demand` 0%" in cards.found


def test_a_stopped_report_goes_on_where_it_was_and_is_the_same(tmp_path: Path):
    whole, part = tmp_path / "whole.jsonl", tmp_path / "part.jsonl"
    options = ("choices", "harbour", "--runs", 2, "--plans", "--workers", 1, "--json", "--out")
    first = whitecell(*options, whole)
    assert first.exit_code == 0
    lines = whole.read_text().splitlines(keepends=True)
    # Cut off in the middle of the third play.
    part.write_text("".join(lines[:3]) + lines[3][:40])
    second = whitecell(*options, part)
    assert second.stdout == first.stdout
    assert sorted(part.read_text().splitlines()) == sorted(whole.read_text().splitlines())
    found = json.loads(first.stdout)
    assert found["plays"] == 4
    assert found["worlds"] == 2


def test_a_stop_keeps_what_was_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def stopping(job: object, read: object) -> Row:
        if job.key == "2/base":  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return play(job)  # type: ignore[arg-type]

    monkeypatch.setattr("lab.choices.working.play", stopping)
    path = tmp_path / "kept.jsonl"
    done = whitecell("choices", "harbour", "--runs", 3, "--workers", 1, "--out", path)
    assert done.exit_code == 130
    assert "1 plays of harbour" in done.stdout
    assert len(path.read_text().splitlines()) == 2


def test_results_of_other_choices_are_not_mixed(tmp_path: Path):
    path = tmp_path / "kept.jsonl"
    Store(path, {"choices": 1, "swaps": 0})
    with pytest.raises(OtherChoices, match="of other swaps"):
        Store(path, {"choices": 1, "swaps": 2})
    path.write_text("not ours\n")
    with pytest.raises(OtherChoices, match="no file of choices"):
        Store(path, {"choices": 1})


def test_markdown_has_a_table_for_each_part():
    done = whitecell("choices", "harbour", "--runs", 1, "--plans", "--workers", 1, "--markdown")
    assert done.exit_code == 0
    for title in ("Thresholds", "Plans of port", "Endings", "Seats", "Cards"):
        assert f"## {title}\n" in done.stdout
    rows = [line for line in done.stdout.splitlines() if line.startswith("|")]
    assert "| `night_shift` | port |" in "\n".join(rows)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--bots", "clever"], "no bot `clever`"),
        (["--openings"], "--openings needs --before DATE"),
        (["--averts", "peace"], "no ending `peace`"),
        (["--runs", "0"], "0 is not in the range"),
    ],
)
def test_bad_usage_is_a_sentence(options: list[str], sentence: str):
    done = whitecell("choices", "harbour", *options)
    assert done.exit_code == 2
    assert sentence in done.stderr
