"""The commands: what they print, with which status they end, and that nobody sees a traceback."""

import json
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.setup import resume
from tui.cli import main

COMMANDS = list(main.commands)
SHIPPED = Path(__file__).parents[2] / "scenarios"


def whitecell(*arguments: object, given: str = "") -> Result:
    """A command run in this process; anything but an ordinary end fails the test."""
    done = CliRunner().invoke(main, [str(word) for word in arguments], input=given)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "Traceback" not in done.output
    return done


def held(*arguments: object) -> object:
    """What a command that succeeds prints as JSON, which must be JSON to the letter."""
    done = whitecell(*arguments)
    assert done.exit_code == 0, done.output

    def never(word: str) -> object:
        raise ValueError(f"{word} is not JSON")

    return json.loads(done.stdout, parse_constant=never)


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole run of the harbour with its report beside it."""
    path = tmp_path_factory.mktemp("saves") / "run.wcsave"
    report = whitecell("run", "harbour", "--seed", 5, "--save", path, "--json")
    path.with_suffix(".json").write_text(report.stdout)
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_examples(command: str):
    help = whitecell(command, "--help").output
    assert "Examples:" in help
    assert f"whitecell {command}" in help


def test_a_timeline_tells_rungs_in_their_own_words_and_offers_once():
    said = whitecell("run", "harbour", "--seed", 5).output
    assert "Granted: Overtime is paid as it was agreed" in said
    assert "asked: Dockers' union will" in said
    assert not re.search("(offer|answer), as ordered", said)


def test_the_examples_of_help_name_things_of_a_shipped_scenario_and_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"^    (whitecell .+)$", whitecell("run", "--help").output, re.MULTILINE)
    assert len(examples) == 5
    assert max(map(len, examples)) < 76
    for example in examples:
        assert whitecell(*shlex.split(example)[1:]).exit_code == 0, example


def test_help_of_the_whole_names_every_command():
    help = whitecell("--help").output
    assert "Examples:" in help
    assert all(re.search(rf"^  {command} ", help, re.MULTILINE) for command in COMMANDS)


# What `run` prints.


def test_a_run_holds_what_was_asked_for(save: Path):
    run = json.loads(save.with_suffix(".json").read_text())
    asked = {"scenario", "hash", "engine", "seed", "bots", "ending", "timeline", "outcomes"}
    beside = {"systems", "digest", "replicate", "variant", "parameters", "hidden", "format"}
    assert set(run) == asked | beside
    assert (run["scenario"], run["seed"], run["parameters"]) == ("harbour", 5, "central")
    assert run["bots"] == {"port": "doctrine", "union": "doctrine", "council": "doctrine"}
    assert run["ending"] in ("supplied", "rationed")
    assert re.fullmatch("[0-9a-f]{64}", run["hash"])
    assert re.fullmatch("[0-9a-f]{64}", run["digest"])
    for item in run["timeline"]:
        assert set(item) - {"system"} == {"at", "kind", "place", "text"}
        assert datetime.fromisoformat(item["at"]).utcoffset() is not None
        assert item["text"]
        assert item.get("system", "some")
    assert run["timeline"] == sorted(run["timeline"], key=lambda item: item["at"])
    for row in run["outcomes"]:
        assert set(row) == {"metric", "scope", "date", "value", "unit"}
        assert row["value"] is None or isinstance(row["value"], int | float)


def test_systems_are_counted_and_their_events_say_so(tmp_path: Path, monkeypatch):
    mine(tmp_path, "systems: {ships: {title: Ships, of: [tankers], off: {agents.tankers: null}}}")
    monkeypatch.chdir(tmp_path)
    run = held("run", "mine", "--seed", 1, "--json")
    assert isinstance(run, dict)
    assert run["systems"]["ships"] > 0
    systems = {item["kind"].split(".")[0]: item.get("system") for item in run["timeline"]}
    assert systems["tankers"] == "ships"
    assert systems["demands"] is None


def test_the_same_seed_is_the_same_run_and_a_drawn_seed_is_printed():
    first = held("run", "harbour", "--seed", 3, "--json")
    assert first == held("run", "harbour", "--seed", 3, "--json")
    drawn = held("run", "harbour", "--json")
    assert isinstance(drawn, dict)
    assert drawn == held("run", "harbour", "--seed", drawn["seed"], "--json")
    told = whitecell("run", "harbour").output
    assert re.search(r"seed \d+", told)


def test_a_run_takes_settings_bots_and_a_date():
    run = held(
        "run", "harbour", "--seed", 1, "--bots", "idle", "--bot", "port=random", "--until",
        "2031-11-04 12:00", "--variant", "calm-sea", "--set", "agents.tankers.service=20 h",
        "--parameters", "drawn", "--json",
    )  # fmt: skip
    assert isinstance(run, dict)
    assert run["bots"] == {"port": "random", "union": "idle", "council": "idle"}
    assert (run["variant"], run["parameters"], run["ending"]) == ("calm-sea", "drawn", None)
    assert run["timeline"][-1]["at"] < "2031-11-04T12:00"
    assert {row["date"] for row in run["outcomes"]} == {f"2031-11-0{day}" for day in range(3, 9)}


def test_a_run_says_which_hidden_answers_it_had():
    def hidden(*words: str) -> object:
        run = held("run", "harbour", "--seed", 1, "--until", "2031-11-03 12:00", "--json", *words)
        assert isinstance(run, dict)
        return run["hidden"]

    assert hidden() == hidden("--parameters", "drawn", "--hidden", "none") == {}
    assert hidden("--parameters", "drawn") == hidden("--hidden", "drawn") != {}
    both = ("--hidden", "why_slow=hoarded", "--hidden", "drawn")
    assert hidden(*both) == hidden(*both[:2]) == {"why_slow": "hoarded"}
    text = whitecell("run", "harbour", "--hidden", "why_slow=hoarded").output
    assert "Hidden: why_slow=hoarded" in text
    assert "In this run: Fuel leaves the tank farm by night." in text


def test_numbers_without_end_are_never_printed(tmp_path: Path, monkeypatch):
    mine(tmp_path, "outcomes: {long: {of: sum(places.days_left), every: day, by: place}}")
    monkeypatch.chdir(tmp_path)
    held("run", "mine", "--seed", 1, "--set", "agents.fuel.use=0 t/d", "--json")


# Bad input ends with 1, bad usage with 2.


@pytest.mark.parametrize(
    ("words", "status", "part"),
    [
        (["run", "harbor"], 1, "did you mean `harbour`"),
        (["check", "harbor"], 1, "did you mean `harbour`"),
        (["explain", "harbor"], 1, "did you mean `harbour`"),
        (["play", "harbor", "--plain"], 1, "did you mean `harbour`"),
        (["run", "/nowhere/at/all"], 1, "no scenario"),
        (["run", ""], 1, "no scenario"),
        (["run", "harbour", "--variant", "calmsea"], 1, "did you mean `calm-sea`"),
        (["run", "harbour", "--set", "agents.fuel.lorry=5 t/d"], 1, "agents.fuel.lorry"),
        (["run", "harbour", "--set", "nothing.at.all=5"], 1, "there is no `nothing`"),
        (["run", "harbour", "--set", "agents.fuel.lorries=60"], 1, "write the unit too"),
        (["run", "harbour", "--set", "agents.spare=5"], 1, "E-shape"),
        (["run", "harbour", "--set", "agents.fuel.lorries"], 2, "NAME=VALUE"),
        (["run", "harbour", "--hidden", "all"], 2, "none, drawn or QUESTION=ANSWER, got `all`"),
        (["run", "harbour", "--hidden", "none", "--hidden", "drawn"], 2, "either none or drawn"),
        (["run", "harbour", "--hidden", "why_slow=tyred"], 1, "did you mean `tired`"),
        (["play", "harbour", "--hidden", "all", "--plain"], 2, "QUESTION=ANSWER"),
        (["play", "--resume", "x.wcsave", "--hidden", "none", "--plain"], 2, "--resume"),
        (["run", "harbour", "--bots", "clever"], 2, "no bot `clever`"),
        (["run", "harbour", "--bot", "port=clever"], 2, "no bot `clever`"),
        (["run", "harbour", "--bot", "mayor=idle"], 2, "no seat `mayor`; there are port"),
        (["run", "harbour", "--bot", "port"], 2, "NAME=VALUE"),
        (["run", "harbour", "--until", "tomorrow"], 2, "--until takes"),
        (["run", "harbour", "--until", "2031-02-30"], 2, "--until takes"),
        (["run", "harbour", "--until", "1999-01-01"], 2, "not after the start"),
        (["run", "harbour", "--seed", "lucky"], 2, "is no seed: a number, or words"),
        (["run", "harbour", "--parameters", "best"], 2, "--parameters"),
        (["run"], 2, "Missing argument"),
        (["check"], 2, "Missing argument"),
        (["dance"], 2, "No such command"),
        (["run", "harbour", "--dance"], 2, "No such option"),
        (["play", "harbour", "--seat", "mayor", "--plain"], 2, "no seat `mayor`"),
        (["play", "harbour", "--seat", "port", "--bots", "clever", "--plain"], 2, "no bot"),
        (["run", "harbour", "--format", "lesson-5"], 2, "did you mean `lesson-50`?"),
        (["run", "harbour", "--format", "long"], 2, "there are full, short and lesson-50"),
        (["play", "harbour", "--format", "shot", "--plain"], 2, "did you mean `short`?"),
        (["play", "--resume", "x.wcsave", "--format", "full", "--plain"], 2, "--resume"),
        (["play", "--resume", "x.wcsave", "--seat", "port", "--plain"], 2, "--resume"),
        (["play", "--resume", "nowhere.wcsave", "--plain"], 1, "no such save"),
        (["verify", "nowhere.wcsave"], 1, "no such save"),
        (["replay", "nowhere.wcsave"], 1, "no such save"),
        (["export", "nowhere.wcsave"], 1, "no such save"),
        (["export", "."], 1, "no such save"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said_in_a_sentence(words: list[str], status: int, part: str):
    done = whitecell(*words)
    assert (done.exit_code, part in done.stderr) == (status, True), done.output
    assert done.stdout == ""


def test_a_run_never_writes_over_a_file(tmp_path: Path):
    path = tmp_path / "mine.txt"
    path.write_text("keep me")
    done = whitecell("run", "harbour", "--seed", 1, "--save", path)
    assert done.exit_code == 1
    assert path.read_text() == "keep me"
    assert whitecell("play", "harbour", "--seat", "port", "--plain", "--save", path).exit_code == 1
    assert path.read_text() == "keep me"


def test_a_run_that_cannot_begin_leaves_no_save(tmp_path: Path):
    path = tmp_path / "none.wcsave"
    whitecell("run", "harbour", "--until", "never", "--save", path)
    whitecell("run", "harbour", "--bots", "clever", "--save", path)
    assert list(tmp_path.iterdir()) == []


# Lists, checks, explanations.


def test_scenarios_are_listed():
    rows = held("list", "--json")
    assert isinstance(rows, list)
    assert all(set(row) == {"name", "title", "summary", "begin_here", "formats"} for row in rows)
    assert [row["name"] for row in rows if row["begin_here"]] == [rows[0]["name"]]
    assert "harbour" in {row["name"] for row in rows}
    assert "harbour\n  Harbour" in whitecell("list").output


def test_formats_are_listed_and_explained_with_their_minutes():
    rows = held("list", "--json")
    assert isinstance(rows, list)
    formats = next(row["formats"] for row in rows if row["name"] == "harbour")
    assert formats[1] == {"name": "short", "title": "Four decisions", "minutes": 10}
    assert "Formats: full (25 min), short (10 min)" in whitecell("list").output
    said = whitecell("explain", "harbour").output
    assert "format short: Four decisions, 10 min, 4 moves\n  from 03 Nov 18:00" in said


def test_a_run_in_a_format_says_so_and_its_save_keeps_it(tmp_path: Path):
    path = tmp_path / "run.wcsave"
    run = held("run", "harbour", "--seed", 2, "--format", "short", "--save", path, "--json")
    assert isinstance(run, dict)
    assert run["format"] == "short"
    assert held("run", "harbour", "--seed", 2, "--json")["digest"] != run["digest"]  # type: ignore[index]
    assert whitecell("verify", path).exit_code == 0
    assert held("replay", path, "--json") == run


def mine(folder: Path, text: str) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "scenario.yaml").write_text("extends: harbour\n" + text)


def test_check_says_of_each_scenario_how_it_is(tmp_path: Path, monkeypatch):
    mine(tmp_path, "cards: {ration: {cost: {standing: 1}, takes: 6}}\nseats: {port: {titel: X}}")
    monkeypatch.chdir(tmp_path)
    done = whitecell("check", "harbour", "mine", "./mine", "harbour-two")
    assert done.exit_code == 1
    assert "harbour: no mistakes; it can be played." in done.output
    assert "harbour-two: no mistakes; it can be played." in done.output
    assert done.output.count("mine/scenario.yaml:2:46: ") == 2
    assert done.output.count("no `titel` here; did you mean `title`") == 2
    assert whitecell("check", "harbour").exit_code == 0


def test_check_prints_its_problems_as_json(tmp_path: Path, monkeypatch):
    mine(tmp_path, "seats: {port: {titel: X}}")
    monkeypatch.chdir(tmp_path)
    done = whitecell("check", "mine", "harbour", "--json")
    assert done.exit_code == 1
    (row,) = json.loads(done.stdout)
    where = {"place", "file", "line", "column"}
    assert set(row) == {"scenario", "sentence", "code", "warning"} | where
    assert (row["place"], row["warning"]) == ("mine/scenario.yaml:2:16", False)
    assert held("check", "harbour", "--json") == []


def test_check_goes_on_after_a_scenario_that_there_is_not():
    done = whitecell("check", "nowhere", "harbour", "--json")
    assert done.exit_code == 1
    assert [row["code"] for row in json.loads(done.stdout)] == ["E-scenario"]
    assert "harbour: no mistakes" in whitecell("check", "nowhere", "harbour").output


def test_check_reads_the_folder_one_stands_in(tmp_path: Path, monkeypatch):
    shutil.copytree(SHIPPED / "harbour", tmp_path / "mine")
    monkeypatch.chdir(tmp_path / "mine")
    assert whitecell("check", ".").exit_code == 0


def test_explain_prints_every_parameter_with_what_is_known_of_it():
    rows = held("explain", "harbour", "--json")
    assert isinstance(rows, list)
    assert [row["agent"] for row in rows] == ["tankers", "fuel", "demands"]
    parameters = {item["path"]: item for row in rows for item in row["parameters"]}
    service = parameters["agents.tankers.service"]
    assert (service["value"], service["low"], service["high"]) == ("9 h", 6, 14)
    assert (service["source"], service["confidence"]) == ("HM31", "medium")
    assert all(item["text"] for item in parameters.values())
    text = whitecell("explain", "harbour").output
    assert all(path in text for path in parameters)


# Saves.


def test_a_save_verifies_and_its_replay_is_the_run(save: Path):
    run = json.loads(save.with_suffix(".json").read_text())
    verified = held("verify", save, "--json")
    assert isinstance(verified, dict)
    assert (verified["same"], verified["first_difference"]) == (True, None)
    assert "every one as it was" in whitecell("verify", save).output
    assert held("replay", save, "--json") == run
    assert run["digest"][:16] in whitecell("replay", save).output


def test_reading_a_save_does_not_change_it(save: Path):
    before = save.read_bytes()
    for command in ("verify", "replay", "export"):
        whitecell(command, save)
    assert save.read_bytes() == before
    assert [path.name for path in save.parent.iterdir() if "wal" in path.name] == []


def exported(save: Path, *more: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in whitecell("export", save, *more).stdout.splitlines()]


def test_export_prints_the_journal(save: Path):
    game, kept = resume(save)
    kept.close()
    assert exported(save) == [entry.row() for entry in game.journal]


@pytest.mark.parametrize("seat", ["port", "union", "council"])
def test_export_as_a_seat_holds_what_that_seat_was_told_and_nothing_else(save: Path, seat: str):
    game, kept = resume(save)
    kept.close()
    told = [seen.row() for seen in game.seen(seat)]
    rows = exported(save, "--as", seat)
    assert set(rows[0]) == {"number", "at", "agent", "event", "place", "fields"}
    for row in rows:
        row["event"] = f"{row.pop('agent')}.{row['event']}"
    assert rows == told
    assert len(rows) < len(game.journal)


def test_export_as_nobody_is_bad_usage(save: Path):
    done = whitecell("export", save, "--as", "mayor")
    assert done.exit_code == 2
    assert "there are" in done.stderr


def altered(save: Path, folder: Path, *statements: str) -> Path:
    path = folder / "altered.wcsave"
    shutil.copy(save, path)
    with sqlite3.connect(path) as database:
        for statement in statements:
            database.execute(statement)
    database.close()
    return path


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE journal SET line = replace(line, '\"at\"', '\"ax\"') WHERE number = 40", 40),
        ("DELETE FROM journal WHERE number = 41", 41),
        ("DELETE FROM journal WHERE number > 60", 61),
        ("INSERT INTO journal VALUES (100000, '{}')", None),
        ("UPDATE progress SET digest = 'x'", None),
    ],
)
def test_verify_finds_the_first_line_that_was_altered(
    save: Path, tmp_path: Path, statement: str, first: int | None
):
    path = altered(save, tmp_path, statement)
    done = whitecell("verify", path, "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert found["same"] is False
    if first is not None:
        assert found["first_difference"] == first
    said = whitecell("verify", path)
    assert said.exit_code == 1
    assert "the save was altered" in said.stderr


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE manifest",
        "DROP TABLE orders",
        "DROP TABLE journal",
        "DROP TABLE progress",
        "DELETE FROM manifest",
        "UPDATE manifest SET json = '[]'",
        "UPDATE manifest SET json = '" + "[" * 20_000 + "'",
        'UPDATE manifest SET json = replace(json, \'"seed":5\', \'"seed":"x"\')',
        "UPDATE manifest SET json = replace(json, 'doctrine\"', 'clever\"')",
        "UPDATE manifest SET json = replace(json, 'Harbour', 'Arbour')",
        "UPDATE orders SET json = '{}'",
        "UPDATE orders SET json = '" + "[" * 20_000 + "'",
        "UPDATE orders SET beat = 'soon'",
        "UPDATE orders SET beat = -4",
        "UPDATE progress SET beats = 'many'",
    ],
    ids=lambda statement: statement[:60],
)
def test_a_save_that_was_tampered_with_is_refused_with_a_code(
    save: Path, tmp_path: Path, statement: str
):
    path = altered(save, tmp_path, statement)
    for command in (["verify", path], ["replay", path], ["play", "--plain", "--resume", path]):
        done = whitecell(*command)
        assert done.exit_code == 1
        assert "E-save" in done.stderr


def test_an_export_of_a_tampered_journal_says_so(save: Path, tmp_path: Path):
    path = altered(save, tmp_path, "UPDATE journal SET line = '[5' WHERE number = 3")
    done = whitecell("export", path, "--as", "port")
    assert done.exit_code == 1
    assert "E-save-damaged" in done.stderr


@pytest.mark.parametrize("content", [b"", b"keep me", b"SQLite format 3\x00 and more"])
def test_what_is_no_save_is_left_as_it_is(tmp_path: Path, content: bytes):
    path = tmp_path / "precious"
    path.write_bytes(content)
    for command in (["verify"], ["replay"], ["export"], ["play", "--plain", "--resume"]):
        assert whitecell(*command, path).exit_code == 1
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database_is_left_as_it_is(tmp_path: Path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE precious (x)")
    database.close()
    before = path.read_bytes()
    assert whitecell("verify", path).exit_code == 1
    assert path.read_bytes() == before


def test_a_run_that_is_stopped_leaves_a_save_that_verifies(tmp_path: Path, monkeypatch):
    from engine.triggers import Triggers

    consider = Triggers.consider
    left = [40]

    def stops(self: Triggers, id: str, inject: object) -> None:
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt
        consider(self, id, inject)  # type: ignore[arg-type]

    path = tmp_path / "stopped.wcsave"
    monkeypatch.setattr(Triggers, "consider", stops)
    done = whitecell("run", "harbour", "--seed", 2, "--bots", "random", "--save", path)
    monkeypatch.undo()
    assert done.exit_code == 130
    assert "Kept as far as it was played" in done.stderr
    verified = held("verify", path, "--json")
    assert isinstance(verified, dict)
    assert verified["same"] is True
    assert verified["events"] > 50


# In a process of its own.


def test_a_reader_who_leaves_early_is_no_error(save: Path):
    pipe = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "export", str(save)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert pipe.stdout is not None
    assert pipe.stderr is not None
    pipe.stdout.readline()
    pipe.stdout.close()
    errors = pipe.stderr.read().decode()
    assert pipe.wait(timeout=60) == 0
    assert errors == ""


def test_bad_input_ends_a_real_process_with_1_and_bad_usage_with_2():
    def status(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "tui.cli", *words], capture_output=True, check=False, timeout=60
        )
        assert b"Traceback" not in done.stderr
        return done.returncode, done.stdout.decode()

    assert status("run", "harbor", "--json") == (1, "")
    assert status("run", "harbour", "--bots", "clever", "--json") == (2, "")
