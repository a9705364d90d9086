"""Whom an order frees from fixed posts: said in its form, from what is published."""

from tests.tui.stage import scene
from tui.picture.data import Clock, Scene, View
from tui.picture.data_of_cards import Form, Freeing
from tui.picture.freeing import freed, men_of
from tui.picture.known import Known

KNOWN = Known(
    Scene.model_validate(scene()), View(now=0, next_move=None), Clock(now=0, next_move=None)
)
GATES = Freeing(
    ties=False,
    site="gate",
    force="whose",
    where="word",
    word="take",
    sites={"mill": (10, 20, 30), "tower": (100, 150, 200)},
    forces={"small": (5, 40, 60)},
    men=(2, 3, 5),
    hours=(3, 6, 24),
)


def form(*frees: Freeing) -> Form:
    return Form(title="Take a gate", takes="1 h", frees=list(frees))


def test_a_site_frees_its_posts_and_a_small_force_no_more_than_it_can_man():
    assert men_of(GATES, {"gate": "mill"}) == (20, 60, 150)
    assert men_of(GATES, {"gate": "tower", "whose": "small"}) == (10, 120, 300)


def test_the_form_says_how_many_and_the_first_hour():
    said = freed(KNOWN, form(GATES), {"gate": "mill", "word": "take"})
    assert [label for label, _ in said] == ["Frees"]
    assert said[0][1].startswith(
        "about 60 (20 to 150) of the host's men, 3 to 24 h after the change of guard: not before "
    )


def test_nothing_is_said_where_the_choice_frees_nobody():
    assert freed(KNOWN, form(GATES), {"gate": "mill", "word": "decline"}) == []
    assert freed(KNOWN, form(GATES), {"gate": "shed", "word": "take"}) == []


def test_a_site_that_is_taken_back_ties_its_men_again():
    back = GATES.model_copy(update={"ties": True, "force": "", "where": "", "word": ""})
    said = freed(KNOWN, form(back), {"gate": "tower"})
    assert said == [("Ties", "about 450 (200 to 1,000) of the host's men again")]
