"""The test kit for kinds from outside: the template passes, and each planted breach is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.agents.registry import kinds, plug_in, plugged_in
from lab.plugin_kit import TRIES, trouble_with
from tui import plug_in_template
from tui.cli import main

TEMPLATE = Path(plug_in_template.__file__).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def no_plug_ins() -> Iterator[None]:
    yield
    plug_in(())


def trouble(folder: Path, *changes: tuple[str, str]) -> str:
    """What the kit says of the template with these words changed."""
    text = TEMPLATE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = folder / "mine.py"
    file.write_text(text, encoding="utf-8")
    return "\n".join(trouble_with(str(file), "harbour", seeds=(1,), hours=30))


def test_the_template_has_every_property(tmp_path: Path) -> None:
    assert trouble(tmp_path) == ""
    assert "tide" not in kinds()
    assert plugged_in() == ()
    assert trouble_with(str(tmp_path / "mine.py"), "harbour", "every: 3 h", (1,), 12) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'float(chance.at(me, "wind", ordinal=state.turns).normal(0.0, 0.1))',
            "(id(object()) + __import__('time').perf_counter_ns()) % 997 / 997",
            "two games with one seed differ",
        ),
        (
            "        wind = float",
            "        state.turns += 1\n        wind = float",
            "only `apply` may write the state",
        ),
        (
            "        wind = float",
            "        self.seen = world.now\n        wind = float",
            "put what lasts into the state",
        ),
        ("nine(height + wind)", "height + wind", "is not rounded"),
        ("events = (Turned,)", "events = ()", "is not in `events`"),
        (
            'round(world.value(me, "every") * HOUR)',
            'round(world.value(me, "every") * HOUR), to=("nobody",)',
            "which is no seat",
        ),
        ("        height = 1.0", "        1 / 0\n        height = 1.0", "ZeroDivisionError"),
    ],
)
def test_a_planted_breach_is_found(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in trouble(tmp_path, (old, new))


def test_what_lasts_outside_the_state_does_not_survive_a_restart(tmp_path: Path) -> None:
    found = trouble(
        tmp_path,
        ("        return TideState()", "        FIRST[:] = [world]\n        return TideState()"),
        ("        wind = float", "        wind = (world is FIRST[0]) * float"),
        ("KIND = Tide()", "FIRST = []\nKIND = Tide()"),
    )
    assert "a game begun again at every beat differs" in found
    assert "two games with one seed differ" not in found


def test_a_view_that_reads_the_agent_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.views import View

    plain = View.plain

    def leaking(self: View) -> dict[str, object]:
        return {**plain(self), "probe": repr(self._world.agents["plug_in_probe"])}

    monkeypatch.setattr(View, "plain", leaking)
    assert "without being told" in trouble(tmp_path)


def test_a_new_plug_in_runs_under_the_name_it_was_given(tmp_path: Path) -> None:
    file = tmp_path / "ebb-flow.py"
    made = CliRunner().invoke(main, ["new", "--plugin", str(tmp_path / "ebb-flow")])
    assert made.exit_code == 0, made.output
    words = ["run", "harbour", "--seed", "1", "--plugin", str(file), "--until", "2031-11-05"]
    done = CliRunner().invoke(main, [*words, "--set", "agents.ebb_flow={kind: ebb_flow}", "--json"])
    assert done.exit_code == 0, done.output
    assert trouble_with(str(file), "harbour", seeds=(1,), hours=13) == []
    again = CliRunner().invoke(main, ["new", "--plugin", str(file)])
    assert again.exit_code == 1
    assert "there already" in again.output


def test_every_property_says_what_it_holds() -> None:
    assert len(TRIES) == 6
    assert all(each.__doc__ for each in TRIES)
