"""Figures in lines."""

from tui.plain_figures import values_of

PLACES = [{"id": f"p{n}", "title": f"Town {n}"} for n in range(5)]
SITES = [{"title": "City hall", "place": "p0"}, {"title": "City hall", "place": "p1"}]
SCENE: dict[str, object] = {"places": PLACES, "sites": SITES}
SHARE = {"of": "place", "unit": "%"}


def test_what_many_places_say_alike_is_said_once():
    assert values_of(SCENE, SHARE, [1.0] * 5) == "100 % everywhere"
    said = values_of(SCENE, SHARE, [1.0, 0.5, 1.0, 1.0, 0.0])
    assert said == "Town 1 50 %, 100 % at 3 others"


def test_few_are_named_one_by_one_and_none_is_nothing():
    said = values_of(SCENE, SHARE, [0.2, 0.2, 0.0, 0.0, 0.0])
    assert said == "Town 0 20 %, Town 1 20 %"
    assert values_of(SCENE, SHARE, [0.0] * 5) == "nothing"


def test_sites_of_one_title_are_told_apart_by_their_places():
    said = values_of(SCENE, {"of": "site", "unit": "%"}, [1.0, 0.5])
    assert said == "City hall (Town 0) 100 %, City hall (Town 1) 50 %"
