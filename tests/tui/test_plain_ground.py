"""The map and the forces in sentences."""

import pytest

from tests.tui.stage import HandSession, scene
from tui.keeper import Keeper
from tui.picture.places import by_trouble, ordered_by, towns
from tui.plain_ground import force_sentences, ground, map_sentences


async def test_places_are_told_the_worst_first_with_their_age():
    said = list(map_sentences(await Keeper(HandSession()).look()))
    assert said[0] == "Arden: violence of 10k or more, 3 sites lost, seen 1 h ago."
    assert "Jarrow: violence of 100 or more, 2 sites lost, last seen 4 h ago." in said
    assert said[-2:] == ["The other 2 places are quiet.", "5 of 12 last seen over 3 h ago."]


async def test_forces_are_told_with_the_age_of_each_figure():
    said = list(force_sentences(await Keeper(HandSession()).look()))
    assert said[0] == "Lift:"
    assert "  Flights: 6 flights (1 h old)." in said
    assert "  Queue: ? (not told yet)." in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["map", "jar"], "Jarrow, 150,000 people."),
        (["map", "nowhere"], "`nowhere` names no place"),
        (["forces"], "Lift:"),
    ],
)
async def test_a_place_is_found_by_an_unambiguous_beginning(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
):
    await ground(HandSession(), words)
    assert sentence in capsys.readouterr().out


async def test_places_without_unrest_stand_in_the_order_of_their_first_figure():
    about = scene()
    told = about["told"]
    assert isinstance(told, dict)
    for key in ("street.crowd", "street.violent", "streets.lost_here"):
        del told[key]
    known = await Keeper(HandSession(about=about)).look()
    found = by_trouble(towns(known))
    assert [town.first for town in found] == sorted((t.first for t in found), reverse=True)
    assert ordered_by(known) == "most killed first"
