"""The streets as an agent: people are kept, wings differ, offers and orders do what they say."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.unrest import KIND, events
from engine.agents.unrest.config import UnrestConfig
from engine.begin import begin
from engine.events import MeterMoved
from engine.kinds import Kind, Reading
from engine.written import Value, Written
from tests.engine.agents.unrest.forces import FORCES, ForcesConfig, over_time, varying
from tests.engine.stage import Stage, replayed, stage_of

PLACES = {"north": 300_000.0, "south": 900_000.0, "harbour": 150_000.0, "plain": 40_000.0}
SPARKED = over_time(h0=0.01, h12=0.0)


def streets(hours=48.0, *, forces=None, seed=1, order=None, others=None, places=None, **settings):
    """A country whose streets are lit by a spark everywhere, after so many hours."""
    config = UnrestConfig(**({"spark": SPARKED, "organised": varying(0.0)} | settings))
    agents = {"streets": (KIND, config), "forces": (FORCES, forces or ForcesConfig())}
    stage = stage_of(
        agents | (others or {}),
        places=places or PLACES,
        meters={"legitimacy": 0.5},
        seed=seed,
        order=order,
    )
    return stage.until(hours)


def field(stage: Stage, name: str) -> np.ndarray:
    return np.asarray(stage.read("streets", name))


def steps(stage: Stage) -> list[events.Stepped]:
    return [e.event for e in stage.events("streets.stepped") if isinstance(e.event, events.Stepped)]


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    posture=st.floats(0.2, 4.0),
    street=st.floats(0, 20_000),
    organised=st.floats(0, 1),
    gradient=st.floats(0, 5),
)
def test_no_step_makes_or_loses_anybody(seed, posture, street, organised, gradient):
    stage = streets(
        30,
        seed=seed,
        forces=ForcesConfig(
            posture=varying(posture), street=varying(street), emergency=varying(1.0)
        ),
        organised=varying(organised),
        gradient=Value(gradient),
        deaths=varying(0.3),
    )
    pool = stage.world.agents["streets"].pool
    for step in steps(stage):
        rows = np.array((step.peaceful, step.violent, step.resting, step.held, step.killed))
        assert (rows >= 0).all()
        assert (rows.sum(0) <= pool).all()
    assert len(steps(stage)) == 59


def test_people_who_left_one_state_are_found_in_another():
    stage = streets(forces=ForcesConfig(posture=varying(1.0), street=varying(400.0)))
    state = stage.world.agents["streets"]
    detained, released, held = (field(stage, n) for n in ("detained", "released", "held"))
    assert (detained - released == held).all()
    assert detained.sum() > 0
    assert (state.crowds().total == state.pool).all()


def test_where_police_stand_aside_nobody_turns_violent_whatever_the_size():
    for size in (1.0, 20.0):
        places = {name: people * size for name, people in PLACES.items()}
        stage = streets(
            places=places, forces=ForcesConfig(posture=varying(0.4), street=varying(200.0))
        )
        assert field(stage, "crowd").sum() > 1000
        assert not any(sum(step.violent) for step in steps(stage))


def test_the_same_streets_under_dispersal_by_few_men_do_turn_violent():
    thin = ForcesConfig(posture=varying(1.0), street=varying(200.0))
    assert field(streets(forces=thin), "violent").sum() > 50


def test_an_organised_wing_makes_standing_aside_cost_something():
    aside = ForcesConfig(posture=varying(0.4), street=varying(200.0))
    without, within = streets(forces=aside), streets(forces=aside, organised=varying(0.2))
    assert field(without, "violent").sum() == 0
    assert field(within, "violent").sum() > 20


def test_replaying_the_journal_rebuilds_the_streets():
    stage = streets(forces=ForcesConfig(posture=over_time(h0=0.7, h24=3.0), street=varying(500.0)))
    stage.do("streets", "concede", rung="pay", credit=0.05)
    stage.do("streets", "provoke", rungs=1.5, anger=0.2, at="north")
    stage.do("streets", "ask", rung="price", at="plain")
    stage.do("streets", "call", at=("south", "harbour"), size=2.0)
    stage.do("streets", "send_home", share=0.4)
    stage.do("streets", "release", people=20)
    stage.do("streets", "seize", people=30, at="south", anger=0.1)
    stage.until(60)
    world = replayed(stage, begin(stage.world.scene))
    assert world.agents == stage.world.agents
    assert world.meters == stage.world.meters


def test_the_order_in_which_agents_are_begun_changes_nothing():
    assert (
        streets(order=("forces", "streets")).journal.digest()
        == streets(order=("streets", "forces")).journal.digest()
    )


class Idle(Kind[Written, None]):
    """Somebody who does nothing."""

    name = "idle"
    Config = Written
    readings = {"nothing": Reading("", "self", "nothing")}

    def begin(self, world, me):
        return None


def test_an_idle_agent_more_changes_nobody_else():
    alone, beside = streets(), streets(others={"idle": (Idle(), Written())})
    assert steps(alone) == steps(beside)


def test_runs_that_differ_from_an_hour_on_are_equal_before_it():
    hard = ForcesConfig(posture=over_time(h0=0.7, h30=3.0), street=varying(600.0))
    soft = ForcesConfig(posture=over_time(h0=0.7), street=varying(600.0))
    one, other = steps(streets(forces=hard)), steps(streets(forces=soft))
    before = [step.at < 30 * 3600 for step in one]
    assert [a == b for a, b in zip(one, other, strict=True)][: sum(before)] == [True] * sum(before)
    assert one[-1] != other[-1]


def test_a_protest_begins_once_where_the_crowd_first_counts():
    stage = streets()
    began = stage.events("protest_began")
    assert [entry.event.place for entry in began].count("south") == 1
    assert all(entry.event.people >= 50 for entry in began)


def test_a_call_over_time_brings_out_every_place_in_its_hours_alone():
    stage = streets(30, spark=varying(0.0), call=over_time(h0=0.0, h20=0.01, h26=0.0))
    joined = [sum(step.joined) for step in steps(stage)]
    at = {step.at // 1800: total for step, total in zip(steps(stage), joined, strict=True)}
    assert at[40] < 20
    assert (np.array(steps(stage)[50].joined) > 0).all()


def test_violence_needs_a_clash_and_a_blackout_sharpens_it():
    thin = ForcesConfig(posture=varying(1.0), street=varying(200.0))
    dark = thin.model_copy(update={"reach": varying(0.0)})
    angry = streets(30, forces=dark, blackout=varying(3.0))
    assert field(angry, "violent").sum() > 1.5 * field(streets(30, forces=thin), "violent").sum()


def test_without_openness_a_spark_travels_by_distance_alone():
    lit = replace(over_time(h0=0.0), by={"south": SPARKED.everywhere})
    places = PLACES | {"plain": 400_000.0}
    plain = [
        streets(12, spark=lit, places=places, forces=ForcesConfig(openness=varying(news)))
        for news in (1.0, 0.0)
    ]
    # The spark is in the largest place, which fills the news; the plain lies far from it.
    heard, cut = (int(field(stage, "joined")[3]) for stage in plain)
    assert heard > 1.3 * cut


def test_a_curfew_counts_only_where_somebody_enforces_it():
    def out(men: float, shut: float) -> int:
        forces = ForcesConfig(street=varying(men), curfew=varying(shut), posture=varying(0.4))
        stage = streets(30, forces=forces, curfew=Value(0.5), spark=over_time(h0=0.004, h30=0.0))
        return int(field(stage, "joined").sum())

    assert out(0.0, 1.0) == out(0.0, 0.0)
    assert out(3000.0, 1.0) < 0.95 * out(3000.0, 0.0)


def test_an_offer_counts_by_fit_reach_and_whether_it_goes_further():
    stage = streets(20, climbs=varying(5.0))
    assert set(field(stage, "rung_here").tolist()) >= {4.0}
    stage.do("streets", "concede", rung="cabinet", credit=0.1)
    low = float(stage.world.agents["streets"].felt[3][1])
    stage.do("streets", "concede", rung="elections", credit=0.1)
    full = float(stage.world.agents["streets"].felt[3][1]) - low
    stage.do("streets", "concede", rung="elections", credit=0.1)
    again = float(stage.world.agents["streets"].felt[3][1]) - low - full
    assert (low, full, again) == pytest.approx((0.04, 0.1, 0.03), abs=1e-9)
    assert stage.read("streets", "offered") == "elections"


def test_an_offer_of_more_than_is_asked_may_count_for_less():
    stage = streets(2, spark=varying(0.0), unasked=Value(0.3))
    stage.do("streets", "concede", rung="price", credit=0.1, at="north")
    stage.do("streets", "concede", rung="elections", credit=0.1, at="south")
    north, south = (float(stage.world.agents["streets"].felt[3][place]) for place in (0, 1))
    assert (north, south) == pytest.approx((0.1, 0.03), abs=1e-9)


def test_waiting_may_raise_demands_no_higher_than_what_would_do():
    stage = streets(48, climbs=varying(10.0), climbs_to=Value(2.0))
    assert float(field(stage, "rung_here").max()) == 2.0
    stage.do("streets", "provoke", rungs=1.0, anger=0.0, at="south")
    assert stage.until(60).read("streets", "rung") in ("pay", "cabinet")
    assert float(field(stage, "rung_here").max()) == 3.0


def test_half_the_reach_is_half_the_credit_and_it_fades():
    forces = ForcesConfig(reach=varying(0.5))
    stage = streets(2, forces=forces, spark=varying(0.0))
    stage.do("streets", "concede", rung="price", credit=0.08, at="north")
    assert field(stage, "credit").tolist() == pytest.approx([0.04, 0, 0, 0])
    stage.until(20)
    assert float(field(stage, "credit")[0]) == pytest.approx(0.04 * np.exp(-1.0), rel=1e-6)


def test_a_fitting_offer_calms_recruitment():
    plain, eased = (streets(12, contact=varying(0.2)) for _ in range(2))
    eased.do("streets", "concede", rung="elections", credit=0.15)
    joined = [int(field(stage.until(24), "joined").sum()) for stage in (plain, eased)]
    assert joined[1] < 0.97 * joined[0]


def test_demands_climb_while_nobody_answers_and_never_fall_by_themselves():
    stage = streets(48, climbs=varying(10.0))
    asked = np.array([step.demands for step in steps(stage)])
    assert (np.diff(asked, axis=0) >= 0).all()
    assert asked.max() == 5.0
    raised = [e.event for e in stage.events("demanded") if e.event.place == "south"]
    assert [event.number for event in raised] == [2, 3, 4, 5]
    assert stage.read("streets", "rung") == "elections"


def test_a_broken_pledge_raises_demands_and_is_named_as_the_cause():
    stage = streets(1, spark=varying(0.0))
    stage.do("streets", "provoke", cause="order:7", at="north", rungs=1.0, anger=0.0)
    provoked, raised = stage.events("provoked")[0], stage.events("demanded")
    assert provoked.event.cause == "order:7"
    assert [entry.event.cause for entry in raised] == [f"event:{provoked.number}"]
    assert field(stage, "rung_here").tolist() == [2, 1, 1, 1]


def test_the_rung_is_what_most_of_those_out_ask():
    stage = streets(10, climbs=varying(1000.0))
    stage.do("streets", "ask", rung="old_posts", at="plain").until(11)
    assert stage.read("streets", "rung") == "price"
    stage.do("streets", "ask", rung="cabinet", at=("south", "north")).until(12)
    assert stage.read("streets", "rung") == "cabinet"


def test_every_death_is_told_and_costs_legitimacy_under_its_own_name():
    armed = ForcesConfig(posture=varying(3.0), street=varying(500.0))
    stage = streets(24, forces=armed, deaths=varying(0.01))
    told = {f"event:{e.number}": e.event.people for e in stage.events("killed")}
    assert sum(told.values()) == field(stage, "killed").sum() > 0
    moved = [e.event for e in stage.journal if isinstance(e.event, MeterMoved)]
    cost = {term.cause: term.amount for event in moved for term in event.terms}
    whole = {cause: people for cause, people in told.items() if cause in cost}
    assert whole
    for cause, people in whole.items():
        assert cost[cause] == pytest.approx(-0.001 * people)


def test_legitimacy_never_leaves_its_scale_and_comes_back_slowly():
    deadly = ForcesConfig(posture=varying(3.0), street=varying(5000.0))
    stage = streets(36, forces=deadly, deaths=varying(0.2), death_cost=Value(0.05))
    low = stage.world.meters["legitimacy"]
    assert 0.0 <= low < 0.3
    calm = streets(1, spark=varying(0.0), recovers=Value(100.0))
    calm.world.meters["legitimacy"] = 0.3
    calm.until(101)
    assert calm.world.meters["legitimacy"] == pytest.approx(0.5 - 0.2 * np.exp(-0.96), abs=0.005)


def test_a_rally_brings_people_out_where_it_is_called():
    stage = streets(1, spark=varying(0.0), contact=varying(0.0))
    stage.do("streets", "call", at="south", size=2.0, **{"for": 4.0}).until(8)
    joined = field(stage, "joined")
    # A share of 1 - exp(-.01 x 4) of the pool of 9,000 at the hour's rhythm (near .7 at night).
    assert 60 < joined[1] < 360
    assert joined[[0, 2, 3]].sum() < 5
    late = field(stage, "joined").sum()
    assert field(stage.until(16), "joined").sum() - late < 10


def test_a_call_home_is_followed_by_the_share_that_trusts_it():
    stage = streets(12)
    before = field(stage, "peaceful").copy()
    stage.do("streets", "send_home", share=0.5, at="south")
    after = field(stage, "peaceful")
    assert after[[0, 2, 3]].tolist() == before[[0, 2, 3]].tolist()
    assert 0.4 < after[1] / before[1] < 0.6


def test_let_go_and_taken_people_are_counted_whole():
    stage = streets(forces=ForcesConfig(posture=varying(1.0), street=varying(400.0)))
    held, detained = field(stage, "held").copy(), field(stage, "detained").copy()
    stage.do("streets", "release", people=25)
    assert held.sum() - field(stage, "held").sum() == 25
    assert field(stage, "released").sum() >= 25
    stage.do("streets", "seize", people=10, at="south", anger=0.5)
    assert (field(stage, "detained") - detained).tolist() == [0, 10, 0, 0]
    stage.do("streets", "release", people=10**9)
    assert field(stage, "held").sum() == 0


def test_hardship_widens_the_circle_of_those_who_could_come():
    stage = streets(0, hardship=varying(1.0, north=1.2), gradient=Value(2.0))
    pool = stage.world.agents["streets"].pool
    assert pool.tolist() == [round(3000 * 1.44), 9000, 1500, 400]


def test_demands_of_the_nation_fall_only_when_the_movement_says_so():
    stage = streets(30, climbs=varying(10.0))
    ladder = list(UnrestConfig().rungs)
    high = ladder.index(str(stage.read("streets", "rung")))
    assert high >= 2
    stage.do("streets", "send_home", share=1.0, at=("south", "north")).until(40)
    assert ladder.index(str(stage.read("streets", "rung"))) >= high
    stage.do("streets", "ask", rung="pay")
    assert stage.read("streets", "rung") == "pay"


def test_a_place_without_people_of_its_own_harms_nothing():
    stage = streets(24, places=PLACES | {"post": 0.0})
    assert field(stage, "crowd")[-1] == 0
    assert field(stage, "crowd").sum() > 0
