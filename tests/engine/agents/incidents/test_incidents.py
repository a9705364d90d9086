"""Attacks on sites: who is attacked, what falls, what is taken, and how it comes back."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.agents.incidents import KIND
from engine.agents.incidents.config import IncidentsConfig
from engine.begin import begin
from engine.events import MeterMoved
from engine.scene import Site
from engine.written import Value, Varying
from tests.engine.agents.incidents.streets import STREETS, StreetsConfig
from tests.engine.agents.unrest.forces import FORCES, ForcesConfig, over_time, varying
from tests.engine.stage import Stage, replayed, stage_of

SITES = (
    Site("town_hall", 0, posts=40, draws=3),
    Site("depot", 0, posts=20, arms=200, draws=1),
    Site("mill", 0, posts=10, draws=0),
    Site("tower", 1, posts=15, draws=1),
)
ALONE = {"attacks": varying(0.0), "follow_on": Value(0.0)}
RIOT = StreetsConfig(violent=varying(0.0, north=800.0), clash=varying(0.0, north=0.5))


def town(hours=24.0, *, streets=RIOT, forces=None, seed=1, order=None, sites=SITES, **written):
    """Two towns with sites, the first of them with violent streets, after so many hours."""
    agents = {
        "streets": (STREETS, streets),
        "forces": (FORCES, forces or ForcesConfig()),
        "attacks": (KIND, IncidentsConfig(**written)),
    }
    return stage_of(
        agents,
        places={"north": 300_000.0, "south": 200_000.0},
        sites=sites,
        meters={"legitimacy": 0.5},
        seed=seed,
        order=order,
    ).until(hours)


def field(stage: Stage, name: str) -> np.ndarray:
    return np.asarray(stage.read("attacks", name))


def test_attacks_come_where_the_violent_are_and_at_sites_that_draw_them():
    stage = town(100, fight=Value(0.1), retake=varying(0.5))
    times = dict(zip((s.id for s in SITES), field(stage, "attacked").tolist(), strict=True))
    assert times["town_hall"] > times["depot"] > 0
    assert times["mill"] == times["tower"] == 0


def test_attacks_come_as_often_as_a_branching_process_says():
    # Rate mu / (1 - n) for 0.8 an hour of own making, n = .5 (models.md 1.8).
    held = ForcesConfig(fill=1000.0)
    counts = [
        town(400, seed=seed, forces=held, attacks=varying(0.001), follow_on=Value(0.5)).read(
            "attacks", "attacks"
        )
        for seed in range(8)
    ]
    assert np.mean(counts) == pytest.approx(1.6 * 400, rel=0.06)


def test_a_site_without_guards_falls_and_a_strong_one_holds():
    empty, full = ForcesConfig(fill=0.0), ForcesConfig(fill=100.0)
    for forces, wanted in ((empty, "lost"), (full, "held")):
        stage = town(1, forces=forces, **ALONE)
        stage.do("attacks", "attack", at="town_hall", people=100).until(24)
        assert len(stage.events(f"attacks.{wanted}")) == 1


def test_allied_posts_and_orders_to_shoot_hold_a_site_that_would_fall():
    def losses(forces: ForcesConfig) -> int:
        lost = 0
        for seed in range(30):
            stage = town(1, forces=forces, **ALONE, seed=seed)
            stage.do("attacks", "attack", at="town_hall", people=150).until(12)
            lost += len(stage.events("attacks.lost"))
        return lost

    thin = losses(ForcesConfig(fill=0.5))
    assert 5 < thin < 28
    assert losses(ForcesConfig(fill=0.5, covered=40.0)) < thin - 4
    assert losses(ForcesConfig(fill=0.5, posture=varying(3.0))) < thin - 4
    assert losses(ForcesConfig(fill=0.5, street=varying(600.0))) < thin - 4


def test_a_lost_depot_arms_the_attackers_once_and_arms_are_lost_again():
    stage = town(1, **ALONE, forces=ForcesConfig(fill=0.0))
    stage.do("attacks", "attack", at="depot", people=100).until(12)
    assert stage.read("attacks", "weapons_stolen") == 120
    assert field(stage, "arms").tolist() == [0, 80, 0, 0]
    assert 0 < stage.read("attacks", "weapons") <= 120
    share = field(stage, "armed_here")
    assert 0 < share[0] < 0.2
    assert stage.until(150).read("attacks", "weapons") < 60


def test_arms_that_were_secured_cannot_be_looted():
    stage = town(1, **ALONE, forces=ForcesConfig(fill=0.0))
    stage.do("attacks", "secure", at="depot")
    stage.do("attacks", "attack", at="depot", people=100).until(12)
    assert len(stage.events("attacks.lost")) >= 1
    assert stage.events("looted") == []


def test_every_lost_site_costs_legitimacy_under_its_own_name():
    stage = town(48, forces=ForcesConfig(fill=0.0))
    lost = [f"event:{entry.number}" for entry in stage.events("attacks.lost")]
    assert lost
    moved = [e.event for e in stage.journal if isinstance(e.event, MeterMoved)]
    assert [(m.cause, m.by) for m in moved] == [(cause, -0.004) for cause in lost]


def test_an_attack_names_what_it_follows_from():
    stage = town(100, forces=ForcesConfig(fill=100.0))
    numbers = {f"event:{entry.number}": entry.name for entry in stage.journal}
    attacked = stage.events("attacks.attacked")
    causes = [numbers[entry.event.cause] for entry in attacked]
    assert set(causes) == {"attacks.stepped", "attacks.attacked"}
    for entry in stage.events("attacks.held"):
        assert numbers[entry.event.cause] == "attacks.attacked"


def test_forces_that_disperse_take_sites_back_and_others_do_not():
    empty = {"fill": 0.0, "street": varying(400.0)}
    soft = town(60, forces=ForcesConfig(**empty, posture=varying(0.7)))
    hard = town(60, forces=ForcesConfig(**empty, posture=varying(1.0)))
    assert soft.events("retaken") == []
    assert len(hard.events("retaken")) > 0


def test_sites_are_retaken_at_the_rate_of_the_equation():
    # Nobody left to hold it: the rate is about 1/5 an hour, whatever the step.
    calm = StreetsConfig(violent=over_time(h0=0.0))
    forces = ForcesConfig(fill=0.0, street=varying(1000.0), posture=varying(1.0))
    waits = []
    for seed in range(60):
        stage = town(1, streets=calm, forces=forces, seed=seed, **ALONE)
        stage.do("attacks", "attack", at="tower", people=10**6).until(100)
        lost, back = stage.events("attacks.lost")[0], stage.events("attacks.retaken")[0]
        waits.append((back.at - lost.at) / 3600)
    assert np.mean(waits) == pytest.approx(5.0, abs=1.6)


def test_a_storm_takes_its_time_and_a_warning_spares_people():
    def storm(warned: str) -> tuple[float, float]:
        hours, hurt = [], []
        for seed in range(20):
            forces = ForcesConfig(fill=0.0, street=varying(300.0))
            stage = town(1, forces=forces, **ALONE, seed=seed)
            stage.do("attacks", "attack", at="town_hall", people=3000).until(12)
            stage.do("attacks", "retake", at="town_hall", warned=warned).until(60)
            began, cost = stage.events("storm_began")[0], stage.events("storm_cost")[0]
            hours.append((cost.at - began.at) / 3600)
            hurt.append(cost.event.injured + cost.event.injured_security)
        return float(np.mean(hours)), float(np.mean(hurt))

    quick, kind = storm("no"), storm("yes")
    assert quick[0] < kind[0]
    assert quick[1] > 1.5 * kind[1]


def test_a_storm_of_a_site_that_is_held_comes_to_nothing():
    stage = town(1, **ALONE)
    stage.do("attacks", "retake", at="tower").until(10)
    assert len(stage.events("came_to_nothing")) == 1
    assert stage.events("storm_began") == []


def test_harm_follows_the_clash_and_the_armed():
    stage = town(100, **ALONE)
    # 0.022 x .5 x 800 an hour, and .0015 x .5 x 3 x 800.
    assert field(stage, "injured_security")[0] == pytest.approx(0.022 * 400 * 100, rel=0.1)
    assert field(stage, "injured")[0] == pytest.approx(0.0015 * 1200 * 100, rel=0.2)
    assert field(stage, "killed_security").sum() == 0
    armed = town(1, forces=ForcesConfig(fill=0.0), killed_forces=varying(0.01))
    armed.do("attacks", "attack", at="depot", people=100).until(100)
    assert field(armed, "killed_security")[0] > 0


def test_nothing_is_counted_while_nothing_stirs():
    assert town(48, streets=StreetsConfig()).events("attacks.stepped") == []


def test_searches_find_a_share_of_the_weapons():
    stage = town(1, forces=ForcesConfig(fill=0.0), **ALONE)
    stage.do("attacks", "attack", at="depot", people=100).until(8)
    held = stage.read("attacks", "weapons")
    stage.do("attacks", "collect", share=0.5)
    assert 0.3 * held < stage.read("attacks", "weapons") < 0.7 * held
    assert stage.read("attacks", "weapons_collected") > 0


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**32), fill=st.floats(0, 2), street=st.floats(0, 1000))
def test_replaying_the_journal_rebuilds_the_sites_and_weapons_balance(seed, fill, street):
    forces = ForcesConfig(
        fill=fill, street=varying(street), posture=over_time(h0=0.7, h20=1.0, h40=3.0)
    )
    stage = town(30, forces=forces, seed=seed, attacks=varying(0.003))
    stage.do("attacks", "retake", at="town_hall", warned="yes").until(50)
    state = stage.world.agents["attacks"]
    assert (state.weapons >= 0).all()
    assert (state.arms >= 0).all()
    assert state.arms.sum() + state.stolen == 200
    world = replayed(stage, begin(stage.world.scene))
    assert world.agents["attacks"] == state
    assert world.meters == stage.world.meters


def test_the_order_in_which_agents_are_begun_changes_nothing():
    orders = (("streets", "forces", "attacks"), ("attacks", "forces", "streets"))
    first, second = (town(60, order=order).journal.digest() for order in orders)
    assert first == second


def test_attacks_are_the_same_until_the_hour_at_which_forces_differ():
    soft = ForcesConfig(posture=over_time(h0=0.7), fill=0.3)
    hard = ForcesConfig(posture=over_time(h0=0.7, h30=3.0), fill=0.3)
    one, other = town(60, forces=soft), town(60, forces=hard)
    before = [
        [entry.line() for entry in stage.journal if entry.at < 30 * 3600] for stage in (one, other)
    ]
    assert before[0] == before[1]
    assert len(before[0]) > 60


def test_how_many_sites_fall_does_not_hang_on_the_length_of_the_step():
    sites = tuple(Site(f"house_{i}", 0, posts=20, draws=1) for i in range(40))
    crowd = over_time(h0=0, h6=100, h12=400, h18=900, h24=700, h30=300, h36=100, h42=0)
    streets = StreetsConfig(violent=Varying(varying(0.0).everywhere, {"north": crowd.everywhere}))
    forces = ForcesConfig(fill=0.5, street=varying(300.0), posture=over_time(h0=0.7, h20=1.0))

    def losses(step: float) -> float:
        return float(
            np.mean(
                [
                    town(
                        60, seed=seed, sites=sites, streets=streets, forces=forces,
                        step=Value(step), attacks=varying(0.01), follow_on=Value(0.3),
                    ).read("attacks", "sites_lost")
                    for seed in range(20)
                ]
            )
        )  # fmt: skip

    whole, half = losses(0.5), losses(0.25)
    assert whole > 30
    assert half == pytest.approx(whole, rel=0.05)


def test_attacks_fall_at_times_of_their_own_between_steps():
    held = ForcesConfig(fill=1000.0)
    stage = town(100, follow_on=Value(0.0), attacks=varying(0.005), forces=held)
    within = np.array([entry.at % 1800 for entry in stage.events("attacks.attacked")])
    assert len(within) > 100
    assert within.mean() == pytest.approx(900, abs=150)
