"""The small scenario plays to an end in every way there is to play it."""

import pytest

from engine.bots.casting import KINDS
from engine.setup import Wanted
from lab.runs import Job, run_one


@pytest.mark.parametrize("bots", KINDS)
def test_every_bot_plays_it_to_an_ending(bots: str) -> None:
    run = run_one(Job("one", Wanted("harbour", seed=3, bots=bots)))
    assert run.ending in ("supplied", "rationed")


def test_its_variant_has_no_storm() -> None:
    calm = run_one(Job("calm", Wanted("harbour", seed=3, bots="idle", variant="calm-sea")))
    storm = run_one(Job("storm", Wanted("harbour", seed=3, bots="idle")))
    landed = ("tankers_landed", "national", "2031-11-07")
    assert (calm.outcomes[landed] or 0) > (storm.outcomes[landed] or 0)


def test_the_scenario_over_it_plays_too() -> None:
    assert run_one(Job("two", Wanted("harbour-two", seed=3, bots="doctrine"))).ending
