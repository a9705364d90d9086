"""How a stay ends: a date, sites given back, the last man gone, or nobody gone in time."""

from dataclasses import dataclass, field

import numpy as np
import pytest

from engine.agents.withdrawal import KIND as WITHDRAWAL
from engine.agents.withdrawal.config import Withdrawal
from engine.begin import begin
from engine.events import Event
from engine.kinds import Kind, Reading, Verb
from engine.scene import Site
from engine.written import Written
from tests.engine.stage import HOUR, number, replayed, stage_of

DAY = 24.0
SITES = (
    Site("gate", 0, posts=120.0),
    Site("mill", 0, posts=20.0),
    Site("dam", 1, posts=40.0),
    Site("quay", 2, posts=5.0),
)


class NoConfig(Written):
    """Nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(Event):
    men: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Event):
    men: int


@dataclass(slots=True)
class Guests:
    men: int = 0
    posts: tuple[str, ...] = field(default=("gate", "mill", "dam"))


def _come(world, me, given, cause, chance):
    yield Arrived(cause=cause, men=given["men"])


def _go(world, me, given, cause, chance):
    yield Left(cause=cause, men=given["men"])


class Contingents(Kind[NoConfig, Guests]):
    """Men who come and go when the test says so, at three of four sites."""

    name = "contingents"
    text = ""
    Config = NoConfig
    events = (Arrived, Left)
    readings = {
        "in_country": Reading("people", "self", ""),
        "posts_covered": Reading("posts", "site", ""),
    }
    verbs = {"come": Verb("", _come), "go": Verb("", _go)}

    def begin(self, world, me):
        return Guests()

    def apply(self, state, event):
        state.men += event.men if isinstance(event, Arrived) else -event.men

    def read(self, world, me, name):
        state = world.agents[me]
        if name == "in_country":
            return float(state.men)
        return np.array([float(site.id in state.posts) for site in world.scene.sites])


def stay(config=None, **more):
    """Two thousand and thirty men who came at hour 0 of a stay."""
    agents = {
        "contingents": (Contingents(), NoConfig()),
        "withdrawal": (WITHDRAWAL, config or Withdrawal()),
    }
    return stage_of(agents, sites=SITES, **more).do("contingents", "come", men=2030)


def hours(of, name):
    return [entry.at / HOUR for entry in of.events(name)]


def test_the_first_day_comes_when_it_was_announced_and_the_fewest_posts_go_back_first():
    stage = stay(Withdrawal(handing=number(0.5))).until(DAY)
    stage.do("withdrawal", "announce", begins=48.0, days=240.0).until(DAY + 40)
    assert stage.read("withdrawal", "begins_in") == 8.0
    stage.until(300)
    assert hours(stage, "withdrawal.began") == [72.0]
    assert hours(stage, "withdrawal.ordered_back") == [72.0, 112.0, 152.0]
    back = [e.event.site for e in stage.events("withdrawal.ordered_back")]
    assert back == ["mill", "dam", "gate"]
    assert stage.read("withdrawal", "going_back").tolist() == [1.0, 1.0, 1.0, 0.0]
    assert stage.read("withdrawal", "handback_hours") == 40.0


def test_a_site_that_was_named_goes_back_before_all_others():
    stage = stay().do("withdrawal", "announce", begins=1.0, first="gate").until(200)
    assert stage.events("withdrawal.ordered_back")[0].event.site == "gate"
    assert stage.read("withdrawal", "first_back").tolist() == [1.0, 0.0, 0.0, 0.0]


def test_agreeing_first_costs_its_hours():
    stage = stay().do("withdrawal", "announce", begins=6.0, days=48.0, how="agree").until(200)
    announced = stage.events("withdrawal.announced")[0]
    assert (announced.at / HOUR, announced.event.agreed) == (12.0, True)
    assert hours(stage, "withdrawal.began") == [12.0]


def test_it_is_completed_when_the_last_man_has_left():
    stage = stay().do("withdrawal", "announce", begins=24.0, days=240.0).until(150)
    stage.do("contingents", "go", men=2000).until(160)
    assert stage.events("withdrawal.completed") == []
    assert stage.read("withdrawal", "leaving") == 1.0
    stage.do("contingents", "go", men=30).until(170)
    done = stage.events("withdrawal.completed")[0]
    assert done.at / HOUR == 160.0
    assert done.event.days_over == pytest.approx(-104 / 24)
    assert stage.read("withdrawal", "over") == 1.0


def test_staying_past_the_announced_date_is_overdue():
    stage = stay().do("withdrawal", "announce", begins=24.0, days=48.0).until(100)
    over = stage.events("withdrawal.overstayed")
    assert [(e.at / HOUR, e.event.announced, e.event.men) for e in over] == [(72.0, True, 2030)]
    assert stage.read("withdrawal", "overdue") == 28.0
    stage.do("contingents", "go", men=2030).until(110)
    assert stage.read("withdrawal", "overdue") == 0.0
    assert stage.events("withdrawal.completed")[0].event.days_over == pytest.approx(28 / 24)


def test_without_a_word_the_mandate_itself_runs_out():
    stage = stay(Withdrawal(stay=number(100))).until(140)
    over = stage.events("withdrawal.overstayed")
    assert [(e.at / HOUR, e.event.announced) for e in over] == [(100.0, False)]
    assert stage.read("withdrawal", "mandate_ends") == 100.0
    assert stage.read("withdrawal", "overdue") == 40.0


def test_a_new_date_replaces_the_old_one():
    stage = stay().do("withdrawal", "announce", begins=24.0).until(10)
    stage.do("withdrawal", "announce", begins=72.0, days=24.0).until(200)
    assert hours(stage, "withdrawal.began") == [82.0]
    assert hours(stage, "withdrawal.overstayed") == [106.0]


def test_the_best_stay_is_that_of_the_formula():
    stage = stay().until(1)
    assert stage.read("withdrawal", "best_stay") == pytest.approx(109.81, abs=0.01)
    dear = stay(Withdrawal(presence=number(1000.0))).until(1)
    assert dear.read("withdrawal", "best_stay") == 0.0


def test_the_journal_rebuilds_the_same_world_in_any_order():
    def played(order=None):
        stage = stay(order=order).until(5)
        stage.do("withdrawal", "announce", begins=30.0, days=60.0, how="agree").until(70)
        stage.do("contingents", "go", men=1000).until(120)
        return stage.do("contingents", "go", men=1030).until(130)

    stage = played()
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents
    assert list(stage.journal) == list(played(["withdrawal", "contingents"]).journal)
