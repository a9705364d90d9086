"""What is wrong with a field is said at its place, with what to write instead."""

from pathlib import Path

import pytest

from engine.errors import BadScenario
from tests.engine.agents.field.heath import FEVER, FIRE, faults
from tests.engine.small import changed

GALLERY = [
    ("of: heath, into: burning, share: 20", "of: heth, into: burning, share: 20",
     "no level `heth`; did you mean `heath`? [E-name]"),
    ("into: ash", "into: ashes", "no level `ashes`; did you mean `ash`? [E-name]"),
    ("does: turns", "does: burns", "got `burns`; did you mean `turns`? [E-word]"),
    ("of: burning, into: ash, share: 8 %/h", "of: burning, into: ash",
     "a flow that `turns` needs `share` [E-missing]"),
    ("of: burning, into: ash, share: 8 %/h", "of: burning, into: ash, amount: 8 %/h",
     "a flow that `turns` has no `amount`; it takes `into` and `share` [E-key]"),
    ("does: turns, of: burning, into: ash, share: 8 %/h",
     "does: gains, of: burning, amount: -5",
     "`-5`: must be at least 0 [E-bound]"),
    ("into: ash", "into: burning", "`burning` cannot turn into itself [E-parameter]"),
    ("title: Ash, start: 0 %", "title: Ash, start: {everywhere: 0 %, old_town: 3 t}",
     "expected a share, got a mass [E-unit]"),
    ("links: {north_quay: [old_town]}", "links: {north_quai: [old_town]}",
     "no place or region `north_quai`; did you mean `north_quay`? [E-name]"),
    ("links: {north_quay: [old_town]}", "links: {north_quay: [port]}",
     "`port` is a seat, not a place or region [E-name]"),
    ("title: Ash, start: 0 %", "title: Ash, start: 0 t",
     "`burning` is a share and `ash` is a mass; one cannot turn into the other [E-unit]"),
    ("title: Ash, start: 0 %", "title: Ash, start: 0 %, least: 60 %, most: 40 %",
     "`least` is more than `most` [E-bound]"),
    ("title: Ash, start: 0 %", "title: Ash, start: 120 %",
     "`start` must lie between `least` and `most` [E-bound]"),
    ("title: Ash, start: 0 %", "title: Ash, start: 0 %, most: 3 t",
     "expected a share, got a mass [E-unit]"),
    ("title: Ash, start: 0 %", "start: 0 %", "`ash` needs `title`"),
    ("above: 5 %", "above: 5 t", "expected a share, got a mass [E-unit]"),
    ("above: 5 %, ", "", "a mark has one of `above` and `below` [E-missing]"),
    ("gone:   {", "Gone:   {", "`Gone` cannot be an id"),
    ("gone:   {", "ash:   {", "`ash` is already a level; give it another name [E-twice]"),
    ("    links: {north_quay: [old_town]}\n", "",
     "a flow that `catches` goes from place to place: add `links`, or `within` [E-missing]"),
    ("burning, share: 20 %/h (10 to 30)", "burning, share: 20 %/h, needs: {fuel_left: 5 %}",
     "no level `fuel_left`; levels are `heath`, `burning` and `ash` [E-name]"),
    ("burning, share: 20 %/h (10 to 30)", "burning, share: 20 %/h, whole: [heath, ash]",
     "`whole` leaves out `burning`, whose part of it infects [E-parameter]"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), GALLERY)
def test_a_mistake_is_named(tmp_path: Path, old: str, new: str, said: str):
    assert old in FIRE
    assert any(said in sentence for sentence in faults(tmp_path, FIRE.replace(old, new)))


def test_a_mistake_is_told_where_it_stands(tmp_path: Path):
    with pytest.raises(BadScenario) as bad:
        changed(tmp_path, FIRE.replace("into: ash", "into: ashes"))
    line = 1 + next(
        at for at, row in enumerate(FIRE.splitlines(), start=1) if "into: ash" in row
    )  # fmt: skip
    assert [problem.place.line for problem in bad.value.problems] == [line]


def test_growth_from_neighbours_without_an_end_is_refused(tmp_path: Path):
    text = FEVER.replace("does: moves, of: ill, share", "does: catches, of: ill, share")
    assert faults(tmp_path, text) == [
        "`catches` needs `into` or `up_to`, or `ill` needs `most` [E-missing]"
    ]


CARD = """
cards:
  night_shift:
    effects:
      - {do: fire.push, level: LEVEL, at: old_town, by: AMOUNT}
      - {do: fire.hold, flow: FLOW, at: old_town, by: 50 %, for: 6 h}
"""

ORDERS = [
    ("burning", "5 %", "takes", ""),
    ("burning", "5 t", "takes", "expected a share"),
    ("burnin", "5 %", "takes", "did you mean `burning`?"),
    ("burning", "5 %", "take", "did you mean `takes`?"),
]


@pytest.mark.parametrize(("of", "amount", "flow", "said"), ORDERS)
def test_an_order_to_a_field_is_judged_by_its_own_levels(tmp_path: Path, of, amount, flow, said):
    text = CARD.replace("LEVEL", of).replace("AMOUNT", amount).replace("FLOW", flow)
    found = faults(tmp_path, FIRE + text)
    assert [said in sentence for sentence in found] == ([True] if said else [])


def test_what_a_level_turns_into_measures_the_same(tmp_path: Path):
    text = FIRE.replace(
        "      ash: ", "      water: {title: Water, start: 0 t}\n      ash: "
    ) + CARD.replace("LEVEL", "burning").replace("AMOUNT", "5 %, into: water").replace(
        "FLOW", "takes"
    )  # fmt: skip
    assert any("`water` is not one of its values" in each for each in faults(tmp_path, text))


def test_a_shift_names_a_flow_and_takes_its_unit(tmp_path: Path):
    text = "\ncards: {night_shift: {effects: [{shift: fire.SHIFT, by: 5 %/h, for: 6 h}]}}\n"
    assert faults(tmp_path / "a", FIRE + text.replace("SHIFT", "takes")) == []
    said = faults(tmp_path / "b", FIRE + text.replace("SHIFT", "taks"))
    assert said == ["`fire.taks` is no meter and no agent's parameter; did you mean `fire.takes`?"
                    " [E-shift]"]  # fmt: skip
