"""Trials: what broke off, what was never reached and where it stands, and what is said of it."""

import json
from collections.abc import Iterator
from concurrent import futures
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from click.testing import CliRunner, Result

from engine.agents.registry import plug_in
from engine.scenario.load import load
from lab import pool
from lab.pool import play_all
from lab.trying.asking import Asked, Job, jobs_of
from lab.trying.figures import _decided_at, figures_of
from lab.trying.items import items_of
from lab.trying.playing import Row, play
from lab.trying.telling import _told, text
from tui.cli import main
from tui.commands.authoring.new import begun

HARBOUR = Asked("harbour", plays=4)

BROKEN = """
from dataclasses import dataclass

from engine.kinds import Kind, Standing
from engine.written import Written


@dataclass
class Fuse:
    due: int = 7200


class Bomb(Kind):
    name, text, Config = "bomb", "Breaks after two hours.", Written

    def begin(self, world, me):
        return Fuse()

    def next_due(self, world, me):
        return world.agents[me].due

    def due(self, world, me, now):
        return [Standing(now)] if now >= 7200 else []

    def judge(self, world, me, record, chance):
        yield 1 / 0


KIND = Bomb()
"""


@pytest.fixture(autouse=True)
def no_plug_ins() -> Iterator[None]:
    yield
    plug_in(())


def whitecell(*arguments: object) -> Result:
    done = CliRunner().invoke(main, [str(each) for each in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "Traceback" not in done.output
    return done


def tried(*arguments: object) -> dict[str, object]:
    done = whitecell("test", "harbour", "--plays", 2, "--workers", 1, "--json", *arguments)
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def bomb(folder: Path) -> tuple[Path, Path]:
    """A plug-in that breaks, and a scenario that has one of its kind."""
    file = folder / "bomb.py"
    file.write_text(BROKEN, encoding="utf-8")
    mine = folder / "mine"
    mine.mkdir()
    text = "extends: harbour\nagents: {crate: {kind: bomb}}\n"
    (mine / "scenario.yaml").write_text(text, encoding="utf-8")
    return file, mine


# What is played.


def test_a_play_is_the_same_again_and_in_another_process() -> None:
    jobs = jobs_of(HARBOUR, load("harbour"))
    there: list[Row] = []
    play_all(jobs, play, 2, there.append)
    here = [play(job) for job in jobs]
    assert sorted(there, key=lambda row: row["seed"]) == here


def test_the_bots_of_a_play_follow_from_its_seed_alone() -> None:
    many = jobs_of(Asked("harbour", plays=30), load("harbour"))
    (one,) = jobs_of(Asked("harbour", plays=1, seed=17), load("harbour"))
    assert one.bot_of == next(job for job in many if job.seed == 17).bot_of
    casts = [{name for _, name in job.bot_of} for job in many]
    assert {"random"} in casts
    assert any(len(names) > 1 for names in casts)


def test_a_plan_is_only_played_in_its_own_seat() -> None:
    jobs = jobs_of(Asked("harbour", plays=8, bots=("plan:pay_early",)), load("harbour"))
    assert {job.bot_of for job in jobs} == {
        (("port", "plan:pay_early"), ("union", "idle"), ("council", "idle"))
    }


def test_a_command_plays_the_same_game_again() -> None:
    (job,) = jobs_of(Asked("harbour", plays=1, seed=3, format="lesson-50"), load("harbour"))
    row = play(job)
    words = row["command"].split()
    assert words[:2] == ["whitecell", "run"]
    run = json.loads(whitecell(*words[1:], "--json").stdout)
    assert run["ending"] == row["ending"]
    assert run["bots"] == dict(job.bot_of)


# What is reached.


def test_everything_to_reach_stands_where_it_is_written() -> None:
    root = Path(__file__).parents[2] / "scenarios"
    for item in items_of(load("first-watch")):
        line = (root / item.place.file).read_text(encoding="utf-8").splitlines()
        # A condition of several seats may be written once for all of them.
        keys = item.path.split(".")[-2:]
        assert any(f"{key}:" in line[item.place.line - 1] for key in keys), item


def test_a_card_that_nobody_can_order_is_listed_with_its_place(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    text = "extends: harbour\ncards:\n  ration:\n    when: now > day 30 18:00\n"
    (mine / "scenario.yaml").write_text(text, encoding="utf-8")
    done = whitecell("test", mine, "--plays", 1, "--workers", 1)
    assert done.exit_code == 0, done.output
    flat = " ".join(done.stdout.split())
    assert "condition `cards.ration.when` was never true (false in 1 of 1)" in flat
    assert "mine/scenario.yaml:4:5: condition" in flat
    assert "card `cards.ration` could never be played" in flat


def items(*arguments: object) -> dict[str, dict[str, object]]:
    found = tried(*arguments)["items"]
    assert isinstance(found, list)
    return {item["path"]: item for item in found}


def test_the_condition_of_an_effect_has_two_sides() -> None:
    found = items("--plays", 12, "--bots", "random")["cards.hire_crews.effects.2.when"]
    assert (found["sort"], found["missing"]) == ("effect", [])
    never = items("--bots", "idle")["cards.hire_crews.effects.2.when"]
    assert never["plays"] == {"true": 0, "false": 0}


def test_what_is_scheduled_is_reached_and_what_only_a_facilitator_brings_is_named(
    tmp_path: Path,
) -> None:
    begun(tmp_path / "mine", "Mine")
    done = whitecell("test", tmp_path / "mine", "--plays", 12, "--workers", 1, "--json")
    found = json.loads(done.stdout)
    paths = {item["path"]: item["plays"] for item in found["items"]}
    assert paths["injects.road_open"]["fired"] > 0
    assert "injects.inspector" not in paths
    assert found["left_out"] == ["inspector"]
    words = whitecell("test", tmp_path / "mine", "--plays", 1, "--workers", 1).stdout
    assert "only a facilitator brings them in: `inspector`" in " ".join(words.split())


def test_idle_bots_take_no_card_and_random_ones_do() -> None:
    def taken(bots: str) -> int:
        asked = Asked("harbour", plays=2, bots=(bots,))
        scenario = load("harbour")
        rows = [play(job) for job in jobs_of(asked, scenario)]
        found = figures_of(asked, scenario, rows).reached
        return sum(each.plays["taken"] for each in found if each.item.sort == "card")

    assert taken("idle") == 0
    assert taken("random") > 5


def test_the_coverage_is_the_share_of_sides_that_were_reached() -> None:
    found = tried()
    items = found["items"]
    assert isinstance(items, list)
    sides = [count > 0 for item in items for count in item["plays"].values()]
    assert found["coverage"] == round(100 * sum(sides) / len(sides), 1)
    assert all(
        item["missing"] == [side for side, count in item["plays"].items() if not count]
        for item in items
    )


def test_the_report_fits_eighty_columns() -> None:
    done = whitecell("test", "first-watch", "--plays", 2, "--workers", 1)
    assert done.exit_code == 0, done.output
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "How early it is decided" in done.stdout


# Options that were never better.

TONE = """
cards:
  speak:
    title: Speak to the yard
    seat: union
    fields: {tone: {calm: Calmly, loud: Loudly}}
    cost: {solidarity: 1 %}
    takes: 1 h
    effects:
      - {shift: patience, by: -3 %, when: tone is loud and $WHEN}
      - {shift: patience, by: -1 %, when: tone is calm and $BUT}
    case_for: "Crane driver: somebody has to."
    case_against: "Nurse: not on the quay."
    unknown: Who listens.
"""


def beaten(folder: Path, when: str, but: str, *more: object) -> list[dict[str, object]]:
    mine = folder / "mine"
    mine.mkdir(exist_ok=True)
    text = TONE.replace("$WHEN", when).replace("$BUT", but)
    (mine / "scenario.yaml").write_text(f"extends: harbour\n{text}", encoding="utf-8")
    done = whitecell("test", mine, "--plays", 3, "--workers", 1, "--json", *more)
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)["dominated"]
    assert isinstance(found, list)
    return found


def test_an_option_that_is_worse_in_every_move_that_was_played_is_named(tmp_path: Path) -> None:
    (found,) = beaten(tmp_path, "patience > 1 %", "patience > 2 %")
    assert (found["path"], found["option"]) == ("cards.speak.fields.tone", "loud")
    assert (found["other"], found["worse"], found["line"]) == ("calm", ["patience"], 7)
    assert isinstance(found["states"], int)
    assert found["states"] >= 5


def test_an_option_that_is_better_in_one_move_is_not_named(tmp_path: Path) -> None:
    assert beaten(tmp_path, "now > day 1 12:00", "patience > 2 %") == []


def test_an_option_that_its_author_accepts_is_not_named(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "b.yaml").write_text("accepted: {cards.speak: {W-dominated: It is a trap.}}\n")
    assert beaten(tmp_path, "patience > 1 %", "patience > 2 %") == []


def test_options_are_laid_out_alike_in_every_process(tmp_path: Path) -> None:
    alone = beaten(tmp_path, "patience > 1 %", "patience > 2 %")
    report = tmp_path / "report.xml"
    with_others = beaten(
        tmp_path, "patience > 1 %", "patience > 2 %", "--workers", 2, "--junit", report
    )
    assert with_others == alone
    (case,) = fromstring(report.read_text(encoding="utf-8")).findall(".//*[@classname='option']")
    assert "never better than `calm`" in case[0].attrib["message"]


# How early it is decided.


def rows_of(*told: tuple[str, str]) -> list[Row]:
    """Plays of ten hours, each with the inject it had after two hours and its ending."""
    return [
        {"hours": 10.0, "ending": ending, "fired": [(2.0, inject)] if inject else []}
        for inject, ending in told
    ]


def test_injects_that_part_the_endings_tell_them_once_they_came() -> None:
    rows = rows_of(("a", "won"), ("a", "won"), ("b", "lost"), ("b", "lost"))
    before, after = _decided_at(1, rows), _decided_at(3, rows)
    assert (before.over, before.told) == (0, 0)
    assert after.told == 1
    assert _decided_at(10, rows).told is None
    assert _decided_at(10, rows).over == 1


def test_injects_that_say_nothing_tell_no_more_than_the_start() -> None:
    rows = rows_of(("a", "won"), ("a", "won"), ("a", "won"), ("a", "lost"))
    assert _decided_at(3, rows).told == _decided_at(1, rows).told == 0.75


def test_what_injects_must_beat_is_the_share_of_the_commonest_ending() -> None:
    even = rows_of(("a", "won"), ("a", "won"), ("b", "lost"), ("b", "lost"))
    assert _told(_decided_at(3, even)) == "; of the others 50 % end alike, injects tell 100 %"
    uneven = rows_of(*[("a", "won")] * 49, ("", "lost"))
    assert _decided_at(3, uneven).common == 0.98
    assert _told(_decided_at(3, uneven)).endswith("98 % end alike, injects tell no more")


def test_one_ending_for_nearly_all_plays_is_told_and_so_are_aims_that_are_none() -> None:
    scenario, asked = load("harbour"), Asked("harbour", plays=20)
    first, second = list(scenario.endings)[:2]
    seat = next(iter(scenario.seats))

    def report(lost: int) -> str:
        rows: list[Row] = [
            {
                "seed": number, "ending": second if number < lost else first, "hours": 10.0,
                "moves": 2, "reached": [], "fired": [], "open": {}, "beaten": [],
                "aims": {
                    id: dict.fromkeys(written.aims, id == seat)
                    for id, written in scenario.seats.items()
                },
            }
            for number in range(20)
        ]  # fmt: skip
        return " ".join(text(figures_of(asked, scenario, rows), scenario).split())

    title = scenario.endings[first].title
    assert f"One ending in 19 of 20 plays: “{title}”." in report(1)
    assert "One ending in" not in report(10)
    aim = next(iter(scenario.seats[seat].aims))
    assert f"Met in every play, and so no aim: {seat}.aims.{aim}" in report(10)
    assert "Met in no play, and so no aim: " in report(10)


# What breaks, and statuses.


@pytest.mark.parametrize("workers", [1, 2])
def test_a_play_that_breaks_is_told_with_the_command_that_does_it_again(
    tmp_path: Path, workers: int
) -> None:
    file, mine = bomb(tmp_path)
    done = whitecell(
        "test", mine, "--plugin", file, "--plays", 3, "--seed", 8, "--workers", workers,
        "--bots", "idle", "--json",
    )  # fmt: skip
    assert done.exit_code == 1
    (crash,) = json.loads(done.stdout)["crashes"]
    assert crash["error"] == "ZeroDivisionError: division by zero"
    assert "bomb.py:" in crash["at"]
    assert (crash["plays"], crash["seed"], crash["hours"]) == (3, 8, 2.0)
    command = f"whitecell run {mine} --seed 8 --bots idle --parameters drawn --plugin {file}"
    assert crash["command"] == command
    with pytest.raises(ZeroDivisionError):
        CliRunner().invoke(main, command.split()[1:], catch_exceptions=False)


def test_a_trial_in_which_every_play_breaks_is_still_a_report(tmp_path: Path) -> None:
    file, mine = bomb(tmp_path)
    report = tmp_path / "report.xml"
    done = whitecell(
        "test", mine, "--plugin", file, "--plays", 1, "--workers", 1, "--junit", report
    )
    assert done.exit_code == 1
    assert "1 of 1 plays broke off" in done.stdout
    assert fromstring(report.read_text(encoding="utf-8")).find(".//error") is not None


def test_too_little_reached_is_status_one_and_enough_is_none() -> None:
    little = whitecell("test", "harbour", "--plays", 1, "--workers", 1, "--fail-under", 100)
    assert little.exit_code == 1
    assert "less than the 100 % asked for" in little.stderr
    assert tried("--fail-under", 20)["failures"] == []


def test_a_mistake_is_told_before_anything_is_played(tmp_path: Path) -> None:
    (tmp_path / "scenario.yaml").write_text("extends: harbour\ncards: {ration: {wen: always}}\n")
    done = whitecell("test", tmp_path, "--plays", 2)
    assert done.exit_code == 1
    assert "E-key" in done.stderr
    assert whitecell("test", "harbour", "--bots", "clever").exit_code == 2


def test_a_trial_that_is_stopped_reports_what_was_played(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(job: Job) -> Row:
        if job.seed == 3:
            raise KeyboardInterrupt
        return play(job)

    monkeypatch.setattr("tui.commands.trying.play", stopped)
    done = whitecell("test", "harbour", "--plays", 5, "--workers", 1, "--json")
    assert done.exit_code == 130
    assert json.loads(done.stdout)["plays"] == 2
    assert "Stopped" in done.stderr


def test_a_worker_that_dies_ends_the_trial_without_a_traceback(tmp_path: Path) -> None:
    file, mine = bomb(tmp_path)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("yield 1 / 0", "yield __import__('os')._exit(3)"), encoding="utf-8"
    )
    done = whitecell("test", mine, "--plugin", file, "--plays", 3, "--workers", 2)
    assert done.exit_code == 130
    assert "A worker died" in done.stderr


def test_plays_that_had_begun_when_it_was_stopped_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits = futures.wait

    def interrupted(*arguments: object, **more: object) -> object:
        if rows:
            raise KeyboardInterrupt
        return waits(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("lab.pool.wait", interrupted)
    rows: list[Row] = []
    with pytest.raises(KeyboardInterrupt):
        pool.play_all(jobs_of(Asked("harbour", plays=50), load("harbour")), play, 2, rows.append)
    assert 2 <= len(rows) <= 8
    assert all(row["ending"] for row in rows)


# Reports for programs.


def test_junit_skips_what_was_not_reached_and_fails_what_was_asked(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    whitecell(
        "test", "harbour", "--plays", 1, "--workers", 1, "--junit", report, "--fail-under", 100
    )
    suite = fromstring(report.read_text(encoding="utf-8")).find("testsuite")
    assert suite is not None
    assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
    assert int(suite.get("skipped", "")) == len(suite.findall("testcase/skipped")) > 0
    assert len(suite.findall("testcase/failure")) == 1


def test_an_earlier_report_is_held_against_this_one(tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json.dumps(tried("--bots", "idle")), encoding="utf-8")
    against = tried("--bots", "random", "--against", earlier)["against"]
    assert isinstance(against, dict)
    assert any(side.endswith(":taken") for side in against["gained"])
    assert tried("--bots", "idle", "--against", earlier)["against"] == {
        "coverage": [against["coverage"][0]] * 2,
        "lost": [],
        "gained": [],
        "endings": {id: [shares[0], shares[0]] for id, shares in against["endings"].items()},
    }
    earlier.write_text("[]", encoding="utf-8")
    refused = whitecell("test", "harbour", "--against", earlier)
    assert refused.exit_code == 2
    assert "no report" in refused.stderr
