"""What is kept and what is changed is told in the author's words, with its unit."""

from pathlib import Path

import pytest

from engine.asked import reading_of
from engine.called import reading_called
from engine.catalogue import told
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from tui.commands.authoring.new import begun

AGENTS = """
agents:
  damp:
    kind: field
    levels: {wet: {title: Water on the floor, start: 30 %}, arid: {title: Dry floor, start: 70 %}}
"""


@pytest.fixture
def plain(mine: Scenario, tmp_path: Path) -> Scenario:
    return load(str(tmp_path / "mine"))


@pytest.fixture
def mine(tmp_path: Path) -> Scenario:
    begun(tmp_path / "mine", "Mine")
    (tmp_path / "mine" / "more.yaml").write_text(AGENTS)
    return load(str(tmp_path / "mine"), sets={"agents.water.title": "Cans of water"})


def test_what_is_kept_is_called_as_its_author_says(mine: Scenario, plain: Scenario):
    assert reading_called(mine.agents["water"].config, "stock") == "Cans of water"
    assert reading_called(plain.agents["water"].config, "stock") == ""
    reading = reading_of(mine, "water.on_the_road")
    assert reading is not None
    assert reading.text == "Cans of water: on the road"
    assert mine.names is not None
    assert mine.names.readings["water"]["dry"].text == "1 while Cans of water: nothing left"
    assert plain.names is not None
    assert plain.names.readings["water"]["stock"].text == "what a place has"


def test_what_happens_to_goods_says_what_and_how_much_with_its_unit(
    mine: Scenario, plain: Scenario
):
    dry = told(mine, "water.ran_dry", "", {}).text
    assert dry == "Has nothing left (Cans of water)"
    unloads = told(mine, "water.delivered", "", {"amount": 1.5}).text
    assert unloads == "A convoy unloads 1.5 t (Cans of water)"
    assert told(plain, "water.delivered", "", {"amount": 1.5}).text == "A convoy unloads 1.5 t"


@pytest.mark.parametrize(
    ("amount", "into", "said"),
    [(0.12, "", "Water on the floor +12 %"), (-0.2, "", "Water on the floor -20 %"),
     (0.2, "arid", "Water on the floor -20 %")],
)  # fmt: skip
def test_a_push_says_how_much_and_not_that_somebody_ordered_it(
    mine: Scenario, amount: float, into: str, said: str
):
    fields = {"level": "wet", "into": into, "amount": amount}
    assert told(mine, "damp.pushed", "", fields).text == said
