"""Own men whom contingents free: so many, not sooner, and not for ever."""

from dataclasses import dataclass

import numpy as np
import pytest

from engine.agents.freed import KIND
from engine.agents.freed.events import SiteCounted
from engine.agents.security import KIND as SECURITY
from engine.begin import begin
from engine.events import Event
from engine.scene import Site
from tests.engine.agents.security.doubles import figure, number, scripted
from tests.engine.stage import Stage, replayed, stage_of

GATE, TOWER = Site("gate", 0, posts=30), Site("tower", 2, posts=20)
PLACES = {"north": 100_000.0, "south": 400_000.0, "harbour": 50_000.0}


@dataclass(frozen=True, slots=True)
class TookOver(Event):
    """Posts changed hands."""


def guards(*changes: tuple[float, float, float]):
    """A contingent that holds so many posts of the gate and the tower from an hour on."""

    def covered(hour: float) -> list[float]:
        held = [0.0, 0.0]
        for since, gate, tower in changes:
            held = [gate, tower] if hour >= since else held
        return held

    told = [(since, TookOver()) for since, _, _ in changes]
    return scripted("contingents", told, posts_covered=("site", covered))


def freed(*changes: tuple[float, float, float], agents=None, order=None, **config) -> Stage:
    given = {**(agents or {}), "contingents": guards(*changes)}
    given["freed"] = (KIND, KIND.Config(**config))
    return stage_of(given, places=PLACES, sites=(GATE, TOWER), order=order)


def total(stage: Stage) -> float:
    return figure(stage, "freed", "freed_total")


def test_no_more_are_freed_than_stood_on_the_posts():
    stage = freed((5, 500, 0)).until(20)
    assert total(stage) == 90


def test_own_men_are_free_only_some_time_after_the_taking_over():
    stage = freed((5, 10, 0))
    assert total(stage.until(10.9)) == 0
    assert stage.read("freed", "freeing") == 30
    assert total(stage.until(11.1)) == 30


def test_freed_men_belong_to_the_place_of_their_site():
    stage = freed((5, 10, 20)).until(20)
    assert np.asarray(stage.read("freed", "freed")).tolist() == [30, 0, 60]
    assert np.asarray(stage.read("freed", "freed_site")).tolist() == [30, 60]


def test_each_part_of_a_guard_frees_its_own_men_and_no_more():
    stage = freed((5, 10, 0), (6, 20, 0), (30, 20, 20)).until(40)
    assert total(stage) == 120
    assert len(stage.events("freed.freed")) == 3


def test_a_site_handed_back_ties_its_men_again_at_once():
    stage = freed((5, 30, 20), (30, 0, 20)).until(29)
    assert total(stage) == 150
    assert total(stage.until(31)) == 60
    assert stage.read("freed", "freed_most") == 150


def test_a_handing_over_that_is_called_off_leaves_those_already_free_alone():
    stage = freed((5, 10, 0), (12, 20, 0), (13, 10, 0)).until(30)
    assert total(stage) == 30
    assert stage.read("freed", "freeing") == 0


def test_nothing_is_left_of_men_freed_in_thirds_once_all_are_tied_again():
    thirds = [(5.0 + i, (i + 1) / 3, (i + 1) / 7) for i in range(9)]
    stage = freed(*thirds, (40, 0, 0)).until(50)
    assert total(stage) == 0
    assert stage.events("tied_again")[-1].event.total == 0


def test_a_guard_that_goes_before_the_handing_over_is_done_frees_nobody():
    stage = freed((5, 30, 0), (8, 0, 0)).until(30)
    assert total(stage) == 0
    assert stage.events("freed.freed") == []


def test_a_guard_that_left_its_site_cannot_be_freed_from_it():
    security = scripted("security", own_posts=("site", lambda _: [0.0, 20.0]))
    assert total(freed((5, 30, 20), agents={"security": security}).until(30)) == 60


def test_the_own_relief_factor_decides_how_many():
    security = scripted("security", relief=("self", lambda _: 2.0))
    assert total(freed((5, 30, 20), agents={"security": security}).until(30)) == 100


def test_the_street_gains_what_is_freed_and_posts_stay_manned():
    own = (SECURITY, SECURITY.Config(reserve=number(0)))
    stage = freed((5, 30, 20), agents={"security": own})
    before = np.array(stage.until(4).read("security", "street"))
    after = np.array(stage.until(13).read("security", "street"))
    assert (after - before).tolist() == [90, 0, 60]
    assert np.asarray(stage.read("security", "manned")) == pytest.approx([1, 1])
    assert np.asarray(stage.read("security", "fill")) == pytest.approx([0, 0])


def test_half_of_the_relieved_men_are_of_use_when_the_author_says_so():
    assert total(freed((5, 30, 0), uses=number(0.5)).until(20)) == 45


def run(order=None, agents=None) -> Stage:
    own = {"security": (SECURITY, SECURITY.Config()), **(agents or {})}
    return freed((5, 10, 0), (7, 25, 20), (9, 5, 20), (40, 0, 0), order=order, agents=own)


def test_the_journal_alone_rebuilds_who_is_free():
    stage = run().until(60)
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents


def test_the_order_in_which_agents_begin_does_not_matter():
    ids = ["security", "contingents", "freed"]
    assert run(ids).until(60).journal.digest() == run(ids[::-1]).until(60).journal.digest()


def test_an_agent_that_does_nothing_changes_nothing():
    alone = run().until(60).journal.digest()
    assert run(agents={"idle": scripted("idle")}).until(60).journal.digest() == alone


def told(stage: Stage, *names: str) -> list[tuple[str, ...]]:
    return [tuple(entry.event.to) for name in names for entry in stage.events(f"freed.{name}")]


def test_those_who_are_to_hear_of_each_site_do_and_nobody_else():
    loud = freed((5, 10, 0), (20, 0, 0), told=("host",)).until(40)
    assert told(loud, "site_counted", "tied_again") == [("host",), ("host",)]
    assert told(loud, "relief_began", "freed") == [(), ()]
    quiet = freed((5, 10, 0), (20, 0, 0)).until(40)
    assert told(quiet, "site_counted", "tied_again") == [()]


def test_nobody_hears_of_men_who_were_not_free_yet():
    stage = freed((5, 10, 0), (7, 0, 0), told=("host",)).until(40)
    assert told(stage, "tied_again") == [()]


def counted(stage: Stage) -> list[tuple[float, float]]:
    found = (entry.event for entry in stage.events("freed.site_counted"))
    return [(each.men, each.total) for each in found if isinstance(each, SiteCounted)]


def test_a_guard_that_is_relieved_in_parts_is_told_when_the_last_of_them_is_free():
    parts = freed((5, 10, 0), (6, 15, 0), (8, 20, 0), told=("host",)).until(40)
    assert counted(parts) == [(60, 60)]


def test_a_few_more_men_are_not_told_again_and_many_are():
    few = freed((5, 20, 0), (20, 21, 0), told=("host",)).until(40)
    assert counted(few) == [(60, 60)]
    many = freed((5, 10, 0), (20, 20, 20), told=("host",)).until(40)
    assert counted(many) == [(30, 30), (60, 60), (60, 120)]
