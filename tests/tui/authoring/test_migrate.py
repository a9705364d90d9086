"""`whitecell migrate`: an older dialect is brought up, comments and all."""

from pathlib import Path

import pytest

from engine.scenario.load import check, load
from engine.scenario.migration import CURRENT, STEPS, migrated
from engine.scenario.source import Unreadable
from tests.tui.authoring.shell import held, whitecell
from tui.commands.authoring.new import begun

FRAME = """\
# A week, as it was written before.
title: "D+1 is a title"   # stays
units: [ships]            # counted
summary: Two words == none.
start: 2031-08-04 06:00
end: D+3 06:00
meters: {trust: {title: Trust, start: 60 %}}   # one
endings:
  wet:
    title: Wet
    when: now >= D+2 18:00 and tide.rung == high   # and high
    text: "D+9 18:00 == D+9"
  dry: {title: Dry, when: otherwise, text: Dust.}
"""
TRIGGERS = """\
triggers:
  gust:
    when: false      # closed
    effects: [{shift: trust, by: -5 %}]
  wind:
    at: D+0 12:00
    when: trust!=50 %
    from: Coast
    to: all
    text: Wind.
"""
AGENTS = """\
agents:
  tide:
    kind: demands
    rungs: {low: Low, high: High}
"""
SEATS = "seats: {town: {title: Town, told: {trust: 1 h}}}\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "frame.yaml").write_text(FRAME)
    (folder / "triggers.yaml").write_text(TRIGGERS)
    (folder / "agents.yaml").write_text(AGENTS)
    (folder / "seats.yaml").write_text(SEATS)
    (folder / "places.yaml").write_text(
        "regions: {a: {title: A}}\n"
        "places: {b: {title: B, region: a, at: [1, 2], people: 9 people}}\n"
    )
    return folder


def test_an_old_scenario_is_brought_up_and_checks(old: Path):
    assert [problem for problem in check(old) if not problem.warning]
    assert whitecell("migrate", old).exit_code == 0
    assert [str(problem) for problem in check(old) if not problem.warning] == []
    found = load(old)
    assert found.counts == ("ships",)
    assert found.end == 3 * 86400
    assert found.injects["wind"].at == 6 * 3600
    assert found.endings["wet"].when is not None
    assert found.endings["wet"].when.text == "now >= day 3 18:00 and tide.rung is high"


def test_comments_texts_and_quotes_stay(old: Path):
    whitecell("migrate", old)
    assert (old / "frame.yaml").read_text() == (
        FRAME.replace("units:", "counts:")
        .replace("end: D+3", "end: day 4")
        .replace("now >= D+2", "now >= day 3")
        .replace("tide.rung == high", "tide.rung is high")
        .replace('title: "D+1', f'whitecell: {CURRENT}\ntitle: "D+1')
    )
    assert "when: never      # closed" in (old / "triggers.yaml").read_text()
    assert "when: trust is not 50 %" in (old / "triggers.yaml").read_text()


def test_a_second_time_there_is_nothing_to_do(old: Path):
    whitecell("migrate", old)
    kept = {path: path.read_bytes() for path in old.iterdir()}
    again = held("migrate", old, "--json")
    assert again == {"version": CURRENT, "changed": [], "written": True}
    assert {path: path.read_bytes() for path in old.iterdir()} == kept


def test_a_dry_run_shows_the_lines_and_writes_none(old: Path):
    before = {path: path.read_bytes() for path in old.iterdir()}
    shown = whitecell("migrate", old, "--dry-run").output
    assert "-end: D+3 06:00\n+end: day 4 06:00\n" in shown
    assert {path: path.read_bytes() for path in old.iterdir()} == before


def test_a_layer_and_a_new_scenario_are_left_alone(tmp_path: Path):
    begun(tmp_path / "mine", "Mine")
    (tmp_path / "layer").mkdir()
    (tmp_path / "layer" / "a.yaml").write_text("extends: harbour\ntitle: D+1 18:00 == x\n")
    for name in ("mine", "layer"):
        assert "already" in whitecell("migrate", tmp_path / name).output


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a.yaml": "whitecell: 9\n"}, "this is version 9 of the language"),
        ({"a.yaml": "whitecell: new\n"}, "`new` is no version"),
        ({"a.yaml": "title: [\n"}, "a.yaml:2:1"),
        ({"a.yaml": "title: x\ninjects: {}\ntriggers: {}\n"}, "a.yaml:3:1: `triggers` becomes"),
    ],
)
def test_what_cannot_be_brought_up_is_said(files: dict[str, str], said: str):
    with pytest.raises(Unreadable) as refused:
        migrated(files)
    assert said in str(refused.value)


def test_every_version_has_a_way_to_the_next():
    assert sorted(STEPS) == list(range(CURRENT))


def test_carriage_returns_stay():
    changed = migrated({"a.yaml": "title: x\r\nend: D+1 06:00 # y\r\n"})
    assert changed == {"a.yaml": "whitecell: 1\r\ntitle: x\r\nend: day 2 06:00 # y\r\n"}


def test_check_of_an_old_scenario_names_the_way_up(tmp_path: Path):
    begun(tmp_path / "mine", "Mine")
    frame = tmp_path / "mine" / "scenario.yaml"
    frame.write_text(frame.read_text().replace("whitecell: 1 ", "whitecell: 0 "))
    assert any("whitecell migrate" in problem.sentence for problem in check(tmp_path / "mine"))
