"""Claims about parties outside: what they mind, say, warn of and do."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.abroad import KIND
from engine.agents.abroad.config import AbroadConfig, Party
from engine.agents.abroad.rules import TRIGGERS, line_for, raised
from engine.begin import begin
from engine.events import Event, MeterMoved, name_of
from engine.kinds import Kind, Reading, Verb
from engine.written import Value, Written
from tests.engine.stage import HOUR, replayed, stage_of


@dataclass(frozen=True, slots=True)
class Asked(Event):
    """Help was asked for."""


@dataclass(frozen=True, slots=True)
class PostureOrdered(Event):
    """A posture was ordered."""


@dataclass(frozen=True, slots=True)
class Decided(Event):
    """It was decided."""


def make(event):
    def act(world, me, given, cause, chance):
        yield event(cause=cause)

    return Verb("make it happen", act)


class Home(Kind[Written, None]):
    """What happens at home, as told."""

    text = "home"
    Config = Written
    events = (Asked, PostureOrdered, Decided)
    verbs: ClassVar = {
        "ask": make(Asked), "order": make(PostureOrdered), "decide": make(Decided)
    }  # fmt: skip

    def __init__(self, name, **readings):
        self.name, self.given = name, readings
        own = {word: Reading("", "self", word) for word in readings if word != "killed"}
        self.readings = own | (
            {"killed": Reading("", "place", "dead")} if "killed" in readings else {}
        )

    def begin(self, world, me):
        return None

    def read(self, world, me, name):
        if name == "killed":
            return np.array([self.given[name](world.now / HOUR), 0.0, 0.0])
        return self.given[name]

    def apply(self, state, event):
        pass


MINDS = {"law": Value(0.9), "rights": Value(0.9), "presence": Value(0.9), "order": Value(0.1)}
FEARS = {"law": Value(0.0), "rights": Value(0.1), "presence": Value(0.0), "order": Value(1.0)}


def party(**changed):
    return Party.model_validate(MINDS | {"after": Value(4.0)} | changed)


def abroad(seed=1, order=None, hardest=3.0, agreed=1.0, killed=None, members=None, **changed):
    members = members or {"westland": party(), "eastland": party(**FEARS)}
    home = {"killed": killed} if killed else {}
    agents = {
        "aid": (Home("aid"), Written()),
        "security": (Home("security", hardest=hardest, **home), Written()),
        "alliance": (Home("alliance", agreed=agreed), Written()),
        "abroad": (KIND, AbroadConfig.model_validate({"members": members} | changed)),
    }
    meters = {"legitimacy": 0.5, "sovereignty": 0.1}
    return stage_of(agents, seed=seed, meters=meters, order=order)


def spoken(stage, who=""):
    return [
        e.event for e in stage.events("abroad.spoke") if e.event.party == (who or e.event.party)
    ]


# The rules.


def test_a_party_speaks_harder_the_more_it_minds():
    lines = [line_for({"law": level, "rights": 0.0})[0] for level in (0.1, 0.3, 0.6, 0.9)]
    assert lines == ["silence", "concern", "question", "condemn"]


def test_of_force_a_party_urges_where_of_law_it_questions():
    assert line_for({"law": 0.1, "rights": 0.6}) == ("urge", 0.6, "rights")


def test_a_party_backs_order_only_where_it_minds_little_else():
    assert line_for({"law": 0.1, "order": 0.6})[0] == "back"
    assert line_for({"law": 0.3, "order": 0.9})[0] == "concern"


@settings(max_examples=40)
@given(st.floats(0, 1), st.floats(-1, 1))
def test_what_is_minded_stays_between_nothing_and_all(level, by):
    after = raised(level, by)
    assert 0 <= after <= 1
    assert (after >= level) == (by >= 0 or level == 0 or after == level)


# Reactions.


def test_an_order_to_shoot_is_minded_after_a_delay_and_spoken_of():
    stage = abroad().until(5).do("security", "order").until(60)
    stirred = stage.events("stirred")
    assert [(s.event.what, s.event.on) for s in stirred] == [("armed", "rights")]
    first = spoken(stage, "westland")[0]
    assert (first.on, first.line) == ("rights", "concern")
    minded = [e for e in stage.events("minded") if e.event.party == "westland"]
    assert minded[0].at > 5 * HOUR
    assert first.cause == f"event:{minded[0].number}"


def test_a_soft_posture_is_nobodys_business_abroad():
    assert abroad(hardest=1.0).do("security", "order").until(60).events("stirred") == []


def test_a_refused_request_is_not_minded_as_one_that_was_agreed():
    refused = abroad(agreed=0.0).do("alliance", "decide").until(60)
    agreed = abroad().do("alliance", "decide").until(60)
    assert refused.events("stirred") == []
    assert {s.event.on for s in agreed.events("stirred")} == {"law", "presence", "order"}


def test_a_party_says_a_thing_once_until_it_has_something_harder_to_say():
    stage = abroad()
    for hour in (1, 2, 3, 4, 5):
        stage.until(hour).do("security", "order")
    lines = [event.line for event in spoken(stage.until(60), "westland")]
    assert lines == list(dict.fromkeys(lines))
    assert lines[-1] == "condemn"


def test_those_who_fear_disorder_back_and_those_who_mind_the_law_do_not():
    stage = abroad()
    for hour in range(1, 8):
        stage.until(hour).do("aid", "ask")
    stage.until(60)
    assert spoken(stage, "eastland")[0].line == "back"
    assert spoken(stage, "westland")[0].line in ("concern", "question")
    assert stage.read("abroad", "backers") == 1


def test_deaths_are_minded_by_how_many_they_are():
    few = abroad(killed=lambda hour: 2.0 if hour > 5 else 0.0).until(80)
    many = abroad(killed=lambda hour: 80.0 if hour > 5 else 0.0).until(80)
    assert few.events("stirred")[0].event.size == pytest.approx(0.02)
    assert spoken(few) == []
    assert spoken(many, "westland")[0].on == "rights"


def test_a_fraction_of_a_death_waits_until_it_is_one():
    stage = abroad(killed=lambda hour: hour * 0.1).until(35)
    assert len(stage.events("stirred")) == 3


def test_what_is_minded_fades():
    stage = abroad().do("security", "order").until(24)
    before = stage.read("abroad", "concern")
    after = stage.until(24 + 48).read("abroad", "concern")
    assert after == pytest.approx(before / 2, rel=0.02)


# What words do.


def test_critical_words_cost_legitimacy_and_backing_gains_some():
    stage = abroad()
    stage.do("abroad", "speak", party="westland", line="condemn", on="rights")
    assert stage.world.meter("legitimacy") == pytest.approx(0.495)
    stage.do("abroad", "speak", party="eastland", line="back", on="order")
    assert stage.world.meter("legitimacy") == pytest.approx(0.5)
    moves = [e for e in stage.journal if isinstance(e.event, MeterMoved)]
    says = {f"event:{e.number}" for e in stage.events("abroad.spoke")}
    assert all(term.cause in says for e in moves for term in e.event.terms)


def test_only_words_on_foreign_troops_cost_sovereignty():
    stage = abroad().do("abroad", "speak", party="westland", line="condemn", on="law")
    assert stage.world.meter("sovereignty") == 0.1
    stage.do("abroad", "speak", party="westland", line="condemn", on="presence")
    assert stage.world.meter("sovereignty") == pytest.approx(0.103)


def test_something_of_the_scenarios_own_is_minded_at_once():
    stage = abroad().do("abroad", "stir", on="presence", size=0.5).until(1)
    assert stage.read("abroad", "concern") > 0.2


# Warnings, go-betweens, advice.


def warned(on="fire", within=48.0, **changed):
    return abroad(**changed).do("abroad", "warn", party="westland", on=on, within=within)


def test_a_warning_that_is_crossed_and_acted_on_is_kept():
    stage = warned().until(5).do("security", "order").until(8)
    assert stage.read("abroad", "warnings_crossed") == 1
    stage.do("abroad", "act", party="westland").until(60)
    assert stage.read("abroad", "warnings_kept") == 1
    assert stage.events("warning_empty") == []


def test_a_warning_that_is_crossed_and_forgotten_is_empty():
    stage = warned().until(5).do("security", "order").until(60)
    assert stage.events("warning_empty")[0].at == 29 * HOUR
    assert stage.read("abroad", "warnings_empty") == 1


def test_a_warning_of_what_does_not_happen_passes():
    stage = warned().until(60)
    assert stage.events("warning_over")[0].at == 48 * HOUR
    assert stage.read("abroad", "warnings_open") == 0


def test_without_an_inquiry_in_time_a_warning_of_that_is_crossed():
    stage = warned(on="inquiry").until(60)
    assert stage.events("warning_crossed")[0].at == 48 * HOUR


def test_a_go_between_is_there_for_its_time():
    stage = abroad().do("abroad", "mediate", party="westland", at="north", **{"for": 10.0})
    assert stage.read("abroad", "mediating").tolist() == [1, 0, 0]
    assert stage.until(11).read("abroad", "mediating").tolist() == [0, 0, 0]


def test_advice_to_leave_is_counted_until_it_is_taken_back():
    stage = abroad().do("abroad", "advise", party="westland", level="draw_down")
    assert stage.read("abroad", "leaving") == 1
    assert (
        stage.do("abroad", "advise", party="westland", level="stay").read("abroad", "leaving") == 0
    )


# What every kind owes.


def busy(order=None, **changed):
    stage = abroad(order=order, killed=lambda hour: 30.0 * (hour > 20), **changed)
    stage.do("abroad", "warn", party="westland", on="fire", within=48.0)
    stage.until(5).do("aid", "ask").until(9).do("security", "order").do("alliance", "decide")
    stage.do("abroad", "mediate", party="eastland").do("abroad", "stir", on="law", size=0.3)
    return stage.until(120)


def test_the_journal_alone_rebuilds_the_world_outside():
    stage = busy()
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents["abroad"] == stage.world.agents["abroad"]
    assert fresh.meters == stage.world.meters


def test_the_order_of_beginning_does_not_matter():
    names = ("abroad", "alliance", "security", "aid")
    assert busy().journal.digest() == busy(order=names).journal.digest()


def test_another_party_changes_nothing_of_what_the_others_say():
    two = {"westland": party(), "eastland": party(**FEARS)}
    one = busy(members={"westland": two["westland"]})
    assert spoken(one, "westland")
    assert [(e.line, e.strength) for e in spoken(one, "westland")] == [
        (e.line, e.strength) for e in spoken(busy(members=two), "westland")
    ]


def test_nothing_that_a_party_does_is_told_to_a_seat_by_itself():
    assert all(entry.event.to == () for entry in busy().journal)


def test_every_trigger_is_an_event_that_its_kind_declares():
    from engine.agents.registry import kinds

    found = kinds()
    for trigger in TRIGGERS:
        kind, _, event = trigger.event.partition(".")
        if kind in found:
            assert event in {name_of(each) for each in found[kind].events}, trigger
