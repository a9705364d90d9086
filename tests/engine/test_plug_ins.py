"""Kinds from outside are loaded when somebody names them, and never because a scenario does."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine import plug_ins
from engine.agents.registry import BadPlugIn, kinds, plug_in, plugged_in, with_plug_ins
from engine.errors import BadScenario
from engine.scenario.load import check, load
from tui.cli import main

LOUD = """
from pathlib import Path

from engine.kinds import Kind
from engine.written import Written

Path(__file__).with_suffix(".ran").touch()


class Hum(Kind):
    name, text, Config = "hum", "Does nothing.", Written

    def begin(self, world, me):
        return None


KIND = Hum()
"""


@pytest.fixture(autouse=True)
def no_plug_ins() -> Iterator[None]:
    yield
    plug_in(())


@pytest.fixture
def hum(tmp_path: Path) -> Path:
    """A plug-in that leaves a file when its code is run."""
    file = tmp_path / "mine" / "hum.py"
    file.parent.mkdir()
    file.write_text(LOUD, encoding="utf-8")
    return file


@pytest.fixture
def mine(hum: Path) -> Path:
    """A scenario with an agent of that kind, in the folder of the plug-in itself."""
    text = "extends: harbour\nagents: {drone: {kind: hum}}\n"
    (hum.parent / "scenario.yaml").write_text(text, encoding="utf-8")
    return hum.parent


def ran(file: Path) -> bool:
    return file.with_suffix(".ran").exists()


def whitecell(*arguments: object) -> Result:
    done = CliRunner().invoke(main, [str(each) for each in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_a_scenario_alone_runs_no_code_and_its_kind_is_not_known(hum: Path, mine: Path) -> None:
    assert "kind" in " ".join(problem.sentence for problem in check(mine) if not problem.warning)
    with pytest.raises(BadScenario):
        load(mine)
    for command in (("check", mine), ("run", mine), ("test", mine, "--plays", 1)):
        assert whitecell(*command).exit_code == 1
    assert not ran(hum)


@pytest.mark.parametrize("key", ["plugin", "plugins", "plug_ins", "kinds", "python"])
def test_no_key_of_a_scenario_loads_a_plug_in(hum: Path, mine: Path, key: str) -> None:
    file = mine / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}{key}: [{hum}]\n", encoding="utf-8")
    named = text.replace("kind: hum", f"kind: {hum}")
    assert any(f"`{key}`" in problem.sentence for problem in check(mine))
    file.write_text(named, encoding="utf-8")
    assert any(not problem.warning for problem in check(mine))
    assert not ran(hum)


def test_a_plug_in_that_is_named_is_known_to_every_command_that_takes_it(
    hum: Path, mine: Path, tmp_path: Path
) -> None:
    assert whitecell("check", mine, "--plugin", hum).exit_code == 0
    assert ran(hum)
    save = tmp_path / "run.wcsave"
    done = whitecell(
        "run", mine, "--plugin", hum, "--seed", 1, "--save", save, "--until", "2031-11-05"
    )
    assert done.exit_code == 0, done.output
    assert whitecell("replay", save, "--plugin", hum).exit_code == 0
    for command in (
        ("schema", mine, "--install"),
        ("watch", mine, "--rounds", 1, "--no-play"),
        ("preview", mine, "--to", tmp_path / "page.html"),
        ("msel", "export", mine, "--to", tmp_path / "list.csv"),
    ):
        assert whitecell(*command, "--plugin", hum).exit_code == 0, command
    assert '"hum"' in (mine / ".whitecell" / "schema.json").read_text(encoding="utf-8")
    for plays in ("--workers=1", "--workers=2"):
        done = whitecell("test", mine, "--plugin", hum, "--plays", 2, plays)
        assert done.exit_code == 0, done.output
        done = whitecell("choices", mine, "--plugin", hum, "--runs", 2, plays)
        assert done.exit_code == 0, done.output


def test_a_command_without_the_option_knows_nothing_of_the_one_before(
    hum: Path, mine: Path
) -> None:
    assert whitecell("check", mine, "--plugin", hum).exit_code == 0
    assert whitecell("check", mine).exit_code == 1


def test_entry_points_are_loaded_only_when_they_are_named(
    hum: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(hum.parent))
    offered = [EntryPoint("hum", "hum:KIND", plug_ins.PLUG_INS)]
    monkeypatch.setattr(plug_ins, "entry_points", lambda group: offered)
    assert "hum" not in kinds()
    assert not ran(hum)
    assert "hum" in with_plug_ins(("hum",))
    assert "hum" not in kinds()
    plug_in(("hum",))
    assert list(kinds())[-1] == "hum"
    assert plugged_in() == ("hum",)
    with pytest.raises(BadPlugIn, match="no installed package offers a kind `hun`"):
        plug_in(("hun",))
    assert "hum" not in kinds()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1\n", "has neither"),
        ("KIND = 3\n", "is no kind"),
        ("1 / 0\n", "ZeroDivisionError"),
        ("def f(:\n", "SyntaxError"),
        (LOUD.replace('"hum"', '"aid"'), "a kind `aid` already"),
        (LOUD.replace('"hum"', '"a hum"'), "no name of a kind"),
        (LOUD.replace("name, text, Config =", "name, text, Other ="), "has no `Config`"),
    ],
)
def test_a_plug_in_that_cannot_be_used_is_bad_usage_with_a_sentence(
    hum: Path, text: str, said: str
) -> None:
    hum.write_text(text, encoding="utf-8")
    done = whitecell("check", "harbour", "--plugin", hum)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "hum" in done.stderr
    assert whitecell("check", "harbour", "--plugin", "nothing.py").exit_code == 2
