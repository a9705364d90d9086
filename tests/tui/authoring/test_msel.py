"""Lists of injects: out to CSV, XLSX and CEXF, and back in without losing a comment."""

import base64
import csv
import io
import json
import shutil
import zipfile
from pathlib import Path
from uuid import UUID

import pytest

from engine.scenario.effects import UndoWhen
from engine.scenario.load import check, load, shipped
from tests.tui.authoring.shell import held, whitecell
from tui.commands.authoring.msel.rows import COLUMNS, rows_of
from tui.commands.authoring.msel.sheets import read_rows
from tui.commands.authoring.new import begun


@pytest.fixture
def mine(tmp_path: Path, monkeypatch) -> Path:
    begun(tmp_path / "mine", "Mine")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "mine"


def listed(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def imported(text: str, *more: str) -> dict[str, object]:
    Path("plan.csv").write_text(text, encoding="utf-8")
    found = held("msel", "import", "plan.csv", "--into", "mine", "--json", *more)
    assert isinstance(found, dict)
    return found


def refused(text: str) -> str:
    Path("plan.csv").write_text(text, encoding="utf-8")
    before = {path: path.read_bytes() for path in Path("mine").rglob("*.yaml")}
    done = whitecell("msel", "import", "plan.csv", "--into", "mine")
    assert done.exit_code == 1
    assert {path: path.read_bytes() for path in Path("mine").rglob("*.yaml")} == before
    return done.stderr


def test_a_list_has_every_inject_that_says_something_timed_ones_first(mine: Path):
    held("msel", "export", "mine", "--to", "out.csv", "--json")
    rows = listed(Path("out.csv"))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["id"] for row in rows] == [
        "pump_fails", "queue_at_the_well", "angry_letter", "road_open", "inspector",
    ]  # fmt: skip
    assert [row["time"] for row in rows] == [
        "D+0 20:00",
        "when stonebridge.days_left < 20 h for 2 h",
        "unless waterworks orders listen within 30 h",
        "scheduled",
        "on call",
    ]
    assert [row["controller"] for row in rows[2:]] == ["engine", "engine", "facilitator"]
    assert rows[1]["to"] == "waterworks; growers"
    assert rows[0]["content"].startswith("The second pump has seized.")
    assert rows[0]["expected action"] == "Somebody asks the growers before the taps run dry."


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_a_list_that_comes_back_as_it_went_changes_nothing(mine: Path, ending: str):
    before = {path: path.read_bytes() for path in mine.rglob("*.yaml")}
    held("msel", "export", "mine", "--to", f"out.{ending}", "--json")
    found = held("msel", "import", f"out.{ending}", "--into", "mine", "--json")
    assert isinstance(found, dict)
    assert (found["added"], found["changed"], found["files"]) == ([], [], [])
    assert {path: path.read_bytes() for path in mine.rglob("*.yaml")} == before


def test_a_workbook_and_a_csv_hold_the_same(mine: Path):
    for ending in ("csv", "xlsx"):
        whitecell("msel", "export", "mine", "--to", f"out.{ending}")
    assert read_rows(Path("out.csv")) == read_rows(Path("out.xlsx"))


def test_what_was_changed_in_the_list_is_changed_in_place(mine: Path):
    comments = (mine / "injects.yaml").read_text().count("#")
    held("msel", "export", "mine", "--to", "out.csv", "--json")
    rows = listed(Path("out.csv"))
    rows[0] |= {"time": "D+1 04:00", "content": "It's: gone.", "to": "Growers"}
    rows[1] |= {"to": "all", "means": "by hand", "time": "when trust < 30 %"}
    with Path("plan.csv").open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(COLUMNS))
        writer.writeheader()
        writer.writerows(rows)
    found = held("msel", "import", "plan.csv", "--into", "mine", "--json")
    assert isinstance(found, dict)
    assert (found["added"], found["changed"]) == ([], ["pump_fails", "queue_at_the_well"])
    assert check(mine) == ()
    after = load(mine).injects
    assert after["pump_fails"].at == 22 * 3600
    assert after["pump_fails"].to == ("growers",)
    assert after["queue_at_the_well"].to == ("all",)
    assert after["queue_at_the_well"].means == "by hand"
    assert (mine / "injects.yaml").read_text().count("#") == comments
    assert 'text: "It\'s: gone."' in (mine / "injects.yaml").read_text()


def test_new_rows_are_new_injects_with_what_the_list_says(mine: Path):
    found = imported(
        "Inject #;Event Time;From;Recipients;Delivery method;Title;Description;Expected response;"
        "Owner;Status;Colour\n"
        '1;D+1 15:00;Province;"Waterworks, growers";letter;A letter;"Two lines\nof text.";Reply.;'
        "Ann;ready;red\n"
        "2;+02:30;Radio;all;;;It is said.;;;;\n"
        "3;09:15;Clerk;growers;;;A note: come.;;;;\n"
        "4;2031-08-06 08:00;Clerk;growers;;;Again.;;;;\n"
        "5;;Clerk;;;;By hand, then.;;;;\n"
        "6;when trust < 40 %;Clerk;;;;Trust is low.;;;;\n"
        ";;;;;;;;;;\n"
    )
    assert found["added"] == ["a_letter", "it_is_said", "a_note_come", "again", "by_hand_then",
                              "trust_is_low"]  # fmt: skip
    text = (mine / "msel.yaml").read_text()
    assert "  a_letter:  # controller: Ann; status: ready\n    at: day 2 15:00\n" in text
    injects = load(mine).injects
    letter = injects["a_letter"]
    assert (letter.to, letter.means, letter.expects) == (
        ("waterworks", "growers"), "letter", "Reply.",
    )  # fmt: skip
    assert letter.text is not None
    assert letter.text.written == "Two lines of text."
    assert injects["it_is_said"].at == int(2.5 * 3600)
    assert injects["a_note_come"].at == int(3.25 * 3600)
    assert injects["by_hand_then"].by_hand
    assert injects["trust_is_low"].when is not None


def test_a_second_list_gets_a_file_of_its_own_and_ids_stay_free(mine: Path):
    imported("time,content,from\nD+1 15:00,Rain comes.,Radio\n")
    found = imported("time,content,from\nD+1 16:00,Rain comes.,Radio\n")
    assert (found["added"], found["files"]) == (["rain_comes_2"], ["msel-2.yaml"])


def test_a_dry_run_writes_nothing(mine: Path):
    found = imported("time,content,from\nD+1 15:00,Rain comes.,Radio\n", "--dry-run")
    assert (found["added"], found["written"]) == (["rain_comes"], False)
    assert not (mine / "msel.yaml").exists()


def test_an_inject_of_a_lower_layer_is_changed_in_this_one(mine: Path):
    layer = mine.parent / "layer"
    layer.mkdir()
    (layer / "a.yaml").write_text("extends: mine\ntitle: On top\n")
    Path("plan.csv").write_text("id,time,content\nroad_open,,Loading again.\n")
    found = held("msel", "import", "plan.csv", "--into", "layer", "--json")
    assert isinstance(found, dict)
    assert found["changed"] == ["road_open"]
    text = load(layer).injects["road_open"].text
    assert text is not None
    assert text.written == "Loading again."
    assert load(layer).injects["road_open"].from_ == "Foreman"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("time,content\nteatime,Tea.\n", "plan.csv:2:1: `teatime` is no time"),
        ("time,content\nD+1 25:00,Tea.\n", "plan.csv:2:1: `day 2 25:00` is no time"),
        ("time,content,to\nD+1 15:00,Tea.,grower\n", "plan.csv:2:3: no seat `grower`; did you"),
        ("time,content\nD+1 15:00,\n", "plan.csv:2:2: a row needs `content`"),
        ("one,two\n1,2\n", "plan.csv:1:1: the first line names the columns"),
        ("", "plan.csv:1:1: nothing is written here"),
        ('content\n"' + "x" * 140_000 + '"\n', "no CSV"),
        ("content\n" + "x" * 20_000 + "\n", "at most 10000 characters"),
        ("content\n" + "x\n" * 3000, "at most 2000 rows"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(mine: Path, text: str, said: str):
    assert said in refused(text)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.csv", "caf\xe9".encode("latin-1")),
        ("plan.xlsx", b"no workbook"),
        ("plan.json", b"{"),
        ("plan.json", b"[]"),
        ("plan.json", b"[" * 200_000),
        ("plan.json", b'{"injects": [1], "inject_flow": [], "inject_payloads": []}'),
    ],
)
def test_a_file_that_is_something_else_is_refused(mine: Path, name: str, data: bytes):
    Path(name).write_bytes(data)
    done = whitecell("msel", "import", name, "--into", "mine")
    assert (done.exit_code, "E-msel" in done.stderr) == (1, True)


def test_a_workbook_of_another_sort_and_one_too_large_are_refused(mine: Path):
    with zipfile.ZipFile("plan.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "x")
    assert "E-msel" in whitecell("msel", "import", "plan.xlsx", "--into", "mine").stderr
    with zipfile.ZipFile("plan.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 100_000_001)
    assert "unpacked" in whitecell("msel", "import", "plan.xlsx", "--into", "mine").stderr


def test_usage_and_places_are_checked(mine: Path):
    assert whitecell("msel", "export", "mine", "--to", "out.doc").exit_code == 2
    assert whitecell("msel", "import", "nowhere.csv", "--into", "mine").exit_code == 1
    assert whitecell("msel", "export", "harbor", "--to", "out.csv").exit_code == 1
    Path("out.csv").write_text("mine")
    assert whitecell("msel", "export", "mine", "--to", "out.csv").exit_code == 1
    assert Path("out.csv").read_text() == "mine"
    assert whitecell("msel", "export", "mine", "--to", "out.csv", "--force").exit_code == 0
    done = whitecell("msel", "import", "out.csv", "--into", "harbour")
    assert (done.exit_code, "E-shipped" in done.stderr) == (1, True)


def test_what_a_spreadsheet_would_take_for_a_formula_stays_a_text(mine: Path):
    imported('time,content,from\nD+1 15:00,"=1+1 is two.",@radio\n')
    whitecell("msel", "export", "mine", "--to", "out.csv")
    (row,) = [row for row in listed(Path("out.csv")) if row["id"] == "is_two"] or [
        row for row in listed(Path("out.csv")) if "is two" in row["content"]
    ]
    assert (row["content"], row["from"]) == ("'=1+1 is two.", "'@radio")
    (back,) = [row for row in read_rows(Path("out.csv")) if "is two" in row.content]
    assert (back.content, back.from_) == ("=1+1 is two.", "@radio")


# Times that change.

PLACES = [
    "D+1 04:00", "when trust < 30 %", "D+1 04:00 when trust < 30 %", "on call",
    "unless waterworks orders listen within 12 h",
    "unless growers orders open_sluice within 6 h of pump_fails",
]  # fmt: skip


def retimed(id: str, time: str) -> None:
    Path("times.csv").write_text(f'id,time\n{id},"{time}"\n')
    held("msel", "import", "times.csv", "--into", "mine", "--json")


@pytest.mark.parametrize("id", ["pump_fails", "queue_at_the_well", "angry_letter", "inspector"])
def test_an_inject_comes_when_the_list_says_and_at_no_other_time(mine: Path, id: str):
    comments = (mine / "injects.yaml").read_text().count("#")
    for time in (*PLACES, *reversed(PLACES)):
        if "of pump_fails" in time and id == "pump_fails":
            continue
        retimed(id, time)
        (row,) = [row for row in rows_of(load(mine)) if row.id == id]
        assert row.time == time
    assert (mine / "injects.yaml").read_text().count("#") == comments


def test_a_day_may_begin_with_a_capital(mine: Path):
    imported("time,content,from\nDay 2 10:00,Dry.,Radio\n")
    assert load(mine).injects["dry"].at == 28 * 3600


def test_a_list_may_bring_in_what_comes_of_inaction(mine: Path):
    imported("time,content,from\nunless growers orders open_sluice within 90 min,Dry.,Radio\n")
    unless = load(mine).injects["dry"].unless_ordered
    assert unless is not None
    assert (unless.seat, unless.card, unless.within.number) == ("growers", "open_sluice", 1.5)


def test_inaction_of_a_layer_below_is_taken_out_in_this_one(mine: Path):
    layer = mine.parent / "layer"
    layer.mkdir()
    (layer / "a.yaml").write_text("extends: mine\ntitle: On top\n")
    Path("plan.csv").write_text("id,time\nangry_letter,D+1 04:00\n")
    held("msel", "import", "plan.csv", "--into", "layer", "--json")
    found = load(layer).injects["angry_letter"]
    assert (found.unless_ordered, found.at) == (None, 22 * 3600)


LARGEST, *OTHERS = sorted((name for name, _, _ in shipped()), key=lambda n: -len(load(n).cards))


@pytest.mark.parametrize(
    ("name", "ending"),
    [*((name, ending) for name in OTHERS for ending in ("csv", "xlsx", "json")), (LARGEST, "csv")],
)
def test_a_list_brings_every_shipped_scenario_back(
    tmp_path: Path, monkeypatch, name: str, ending: str
):
    monkeypatch.chdir(tmp_path)
    root = Path(__file__).parents[3] / "scenarios"
    for folder in (root / name, *([root / "harbour"] if name == "harbour-two" else [])):
        shutil.copytree(folder, tmp_path / folder.name)
    before = {path: path.read_bytes() for path in (tmp_path / name).rglob("*.yaml")}
    rows = rows_of(load(name))
    held("msel", "export", name, "--to", f"out.{ending}", "--json")
    found = held("msel", "import", f"out.{ending}", "--into", name, "--json")
    assert isinstance(found, dict)
    assert found["changed"] == []
    assert {path: path.read_bytes() for path in (tmp_path / name).rglob("*.yaml")} == before
    # Every row's time and words put wrong, and right again by the list; but what is brought in
    # where something was undone needs that place, and keeps its time.
    scenario = load(name)
    brought = {
        effect.inject
        for card in scenario.cards.values()
        for effect in card.effects
        if isinstance(effect, UndoWhen)
    }
    with Path("wrong.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, ["id", "time", "content", "to"])
        writer.writeheader()
        for row in rows:
            wrong = "on call" if row.time not in ("on call", "scheduled") else "D+0 23:00"
            wrong = row.time if row.id in brought else wrong
            writer.writerow({"id": row.id, "time": wrong, "content": "Wrong.", "to": "all"})
    held("msel", "import", "wrong.csv", "--into", name, "--json")
    assert {row.content for row in rows_of(load(name))} == {"Wrong."}
    held("msel", "import", f"out.{ending}", "--into", name, "--json")
    assert [row.plain() for row in rows_of(load(name))] == [row.plain() for row in rows]


# CEXF.


def test_cexf_has_the_four_lists_and_what_they_refer_to(mine: Path):
    held("msel", "export", "mine", "--to", "out.json", "--json")
    whole = json.loads(Path("out.json").read_text())
    assert set(whole) == {"exercise", "inject_flow", "inject_payloads", "injects"}
    assert whole["exercise"]["name"] == "Mine"
    assert whole["exercise"]["total_duration"] == str(3 * 86400)
    injects = {inject["uuid"]: inject for inject in whole["injects"]}
    payloads = {payload["uuid"]: payload for payload in whole["inject_payloads"]}
    assert len(injects) == len(payloads) == len(rows_of(load(mine)))
    for step in whole["inject_flow"]:
        inject = injects[step["inject_uuid"]]
        assert UUID(inject["uuid"]).version == 4
        assert inject["action"] == "email_to_participants"
        payload = payloads[inject["action_payload_resource_uuid"]]
        text = base64.b64decode(payload["parameters"]["content"]).decode()
        assert text == load(mine).injects[payload["name"]].text.written  # type: ignore[union-attr]
    assert whole["inject_flow"][0]["timing"] == {"triggered_at": 14 * 3600}
    held("msel", "export", "mine", "--to", "again.json", "--json")
    assert Path("again.json").read_bytes() == Path("out.json").read_bytes()


FOREIGN = {
    "exercise": {"name": "A mail", "total_duration": "7200"},
    "inject_flow": [
        {
            "description": "The first mail.",
            "inject_uuid": "a",
            "sequence": {"trigger": ["startex"], "followed_by": ["b"]},
            "timing": {"triggered_at": None},
        },
        {"inject_uuid": "b", "timing": {"triggered_at": 5400}, "requirements": {"x": "y"}},
        {"inject_uuid": "c", "description": "Waits."},
        {"inject_uuid": "d", "timing": {"triggered_at": 60}},
    ],
    "inject_payloads": [
        {
            "uuid": "p",
            "type": "file",
            "parameters": {
                "content": base64.b64encode(b"Dear all,\n\nread this.").decode(),
                "content-type": "base64",
            },
        },
        {"uuid": "q", "type": "file", "parameters": {"content": "Plain words."}},
    ],
    "injects": [
        {
            "uuid": "a",
            "action": "email_to_participants",
            "name": "A mail comes",
            "action_payload_resource_uuid": "p",
            "inject_evaluation": [{"result": "seen"}],
        },
        {
            "uuid": "b",
            "action": "email_to_participants",
            "action_payload_resource_uuid": "q",
            "name": "Another",
        },
        {"uuid": "c", "action": "email_to_participants", "name": "Waiting"},
        {"uuid": "d", "action": "network_connection", "name": "Noise"},
    ],
}


def test_an_exercise_of_another_program_comes_in_as_far_as_it_goes(mine: Path):
    Path("plan.json").write_text(json.dumps(FOREIGN))
    found = held("msel", "import", "plan.json", "--into", "mine", "--json")
    assert isinstance(found, dict)
    assert found["added"] == ["a_mail_comes", "another", "waiting"]
    assert found["left_out"] == [
        "an evaluation by a tool (1 times)",
        "a requirement of an earlier inject (1 times)",
        "an inject of the sort `network_connection` (1 times)",
    ]
    assert [problem for problem in check(mine) if not problem.warning] == []
    injects = load(mine).injects
    assert injects["a_mail_comes"].at == 0
    assert injects["a_mail_comes"].text is not None
    assert injects["a_mail_comes"].text.written == "Dear all, read this."
    assert injects["another"].at == 5400
    assert injects["waiting"].by_hand


ROW = """time,to,headline,content,controller,status
day 2 09:00,all,A bell,It rings twice.,Eva,draft
"""


def test_who_runs_an_inject_and_how_far_it_is_comes_back_out(mine: Path):
    imported(ROW)
    held("msel", "export", "mine", "--to", "again.csv", "--json")
    (row,) = [row for row in listed(Path("again.csv")) if row["headline"] == "A bell"]
    assert (row["controller"], row["status"]) == ("Eva", "draft")


def test_a_new_file_names_the_schema_to_editors_and_one_inject_is_one(mine: Path):
    Path("plan.csv").write_text(ROW, encoding="utf-8")
    done = whitecell("msel", "import", "plan.csv", "--into", "mine")
    assert "1 new inject, 0 changed." in done.output
    first = (mine / "seats.yaml").read_text().splitlines()[0]
    assert "yaml-language-server" in first
    assert (mine / "msel.yaml").read_text().splitlines()[:2] == [first, "injects:"]
