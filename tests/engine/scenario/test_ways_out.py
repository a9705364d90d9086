"""Messages that name the way out: what there is, what was meant, and nothing that cannot be."""

from pathlib import Path

import pytest

from engine.errors import BadScenario
from engine.scenario.load import load
from tests.engine.scenario.copies import change
from tui.commands.authoring.new import begun


def mistakes(folder: Path, **sets: str) -> list[str]:
    """Every mistake of a scenario, as it is told."""
    with pytest.raises(BadScenario) as found:
        load(str(folder), sets={path.replace("__", "."): value for path, value in sets.items()})
    return [str(each) for each in found.value.problems if not each.warning]


PLACES = "in a text write that of one, such as"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    begun(tmp_path / "mine", "Mine")
    return tmp_path / "mine"


def test_a_seat_that_there_is_not_is_told_with_those_that_there_are_and_nothing_follows(mine: Path):
    change(mine, "cards.yaml", "seat: waterworks\n    authority", "seat: town\n    authority")
    (found,) = mistakes(mine)
    assert "no seat `town`; write `waterworks` or `growers`" in found


def test_a_slip_of_a_field_is_answered_with_the_field(mine: Path):
    change(
        mine,
        "cards.yaml",
        "to: stonebridge\n        amount: load",
        "to: loads\n        amount: load",
    )
    (found,) = mistakes(mine)
    assert "no place `loads`; did you mean the field `load`?" in found


def test_a_thing_that_nobody_counts_yet_is_answered_with_how_to_count_it(mine: Path):
    change(mine, "seats.yaml", "stocks: {budget: {", "stocks: {vans: {start: 4 vans}, budget: {")
    (found,) = mistakes(mine)
    assert "for things of your own write `counts: [vans]` in the scenario" in found


@pytest.mark.parametrize("written", ["water.stock", "places.stock", "stock", "sum(places.stock)"])
def test_a_text_is_told_at_once_to_name_a_place(mine: Path, written: str):
    change(mine, "briefs/waterworks.md", "{stonebridge.days_left}", f"{{{written}}}")
    (found,) = mistakes(mine)
    said = "write a reading of one place, such as" if "(" in written else PLACES
    assert f"{said} `stonebridge.stock`" in found


def test_a_key_one_space_left_of_the_others_is_said_where_it_stands(mine: Path):
    change(mine, "cards.yaml", "    title: Forbid hoses", "   title: Forbid hoses")
    line = (mine / "cards.yaml").read_text().split("\n").index("   title: Forbid hoses") + 1
    assert [
        each for each in mistakes(mine) if f"cards.yaml:{line}:4: this line begins left" in each
    ]


FIELD = """
agents:
  damp:
    kind: field
    levels: {wet: {title: Water on the floor, start: 30 %}}
    flows: {leak: {does: gains, of: wet, amount: {everywhere: 1 %/h, stonebridge: 2 %/h}}}
"""


@pytest.mark.parametrize("written", ["leak.stonebridge", "leak.amount.stonebridge"])
def test_a_path_that_leaves_out_a_step_is_answered_with_the_whole_path(mine: Path, written: str):
    (mine / "more.yaml").write_text(FIELD)
    found = mistakes(mine, **{f"agents.damp.{written}": "3 %/h"})
    assert [each for each in found if "`agents.damp.flows.leak.amount.stonebridge`?" in each]
