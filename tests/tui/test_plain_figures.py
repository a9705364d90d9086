"""Figures in lines."""

from tui.plain_figures import plain_title, values_of

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


LADDER = {"pay": {"arrears": "Last winter is paid", "rate": "A rate for every load"}}
NAMED: dict[str, object] = {**SCENE, "rungs": LADDER, "meters": {"calm": "Calm of the town"}}


def test_a_rung_is_told_in_its_own_words():
    about = {"of": "self", "unit": "", "key": "pay.rung"}
    assert values_of(NAMED, about, ["rate"]) == "A rate for every load"
    assert values_of(NAMED, about, [""]) == "nothing"


def test_what_can_only_be_so_or_not_is_yes_or_no():
    about = {"of": "place", "unit": "", "text": "1 while it burns there"}
    assert values_of(SCENE, about, [1.0, 0.0, 0.0, 0.0, 0.0]) == "Town 0 yes"


def test_a_reading_is_called_as_on_the_screens():
    assert plain_title(NAMED, ".calm", {"name": "calm", "of": "meter"}) == "Calm of the town"
    ill = {"name": "ill", "of": "place", "title": "In bed"}
    assert plain_title(NAMED, "fever.ill", ill) == "In bed"
    assert (
        plain_title(NAMED, "pay.rung", {"name": "rung", "of": "self", "title": ""}) == "Asked now"
    )
    days = {"name": "days_left", "of": "place", "title": ""}
    assert plain_title(NAMED, "fuel.days_left", days) == "Days left"
