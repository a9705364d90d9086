import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules.contagion import Conditions, Contagion, Crowds, Places, Stance
from engine.rules.hazards import hazards
from engine.rules.stepping import FIRST_HALF, LAST_HALF, step
from tests.engine.rules import central
from tests.oracles.draws import expected, from_dice
from tests.oracles.influence import influence_matrix

OPEN = Contagion(
    threshold=0.0,
    outside_share=0.0,
    violent_influence=0.0,
    dispersal_gain=0.0,
    radicalisation_per_hour=0.0,
    peaceful_stay_hours=10.0,
    rest_hours=math.inf,
    release_hours=math.inf,
)
"""One place of an ordinary epidemic: everybody willing, nobody policed, no return."""


def lone(pool: float = 1e6) -> Places:
    one = np.ones(1)
    return Places(np.array([pool]), one, one[:, None], one)


def unpoliced(count: int = 1, **changes) -> Conditions:
    zeros = np.zeros(count)
    base = Conditions(
        stance=Stance.of(zeros, 0.0, OPEN),
        officers=zeros,
        legitimacy=0.0,
        spontaneous_per_hour=0.0,
    )
    return replace(base, **changes)


def epidemic(ratio: float, active: float, hours: float, days: float) -> list[Crowds]:
    """Mean-field states of an epidemic of basic number `ratio` in a million people."""
    places, rates = lone(), replace(OPEN, contact_per_hour=ratio / 10.0)
    state = Crowds.calm(places.pool)
    seed = np.array([active])
    states = [replace(state, available=state.available - seed, peaceful=seed)]
    for _ in range(round(24 * days / hours)):
        states.append(step(states[-1], places, unpoliced(), rates, hours, expected).crowds)
    return states


@pytest.mark.parametrize("hours", [0.25, 1.0, 5.0])
def test_pure_exit_is_exact_for_any_step(hours):
    rates = replace(OPEN, contact_per_hour=0.0)
    repeats = 400
    places = Places(np.full(repeats, 1e4), np.ones(repeats), np.eye(repeats), np.ones(repeats))
    state = Crowds.calm(np.zeros(repeats, dtype=np.int64))
    state = replace(state, peaceful=np.full(repeats, 10_000))
    draw = from_dice(np.random.default_rng(4))
    for _ in range(round(10 / hours)):
        state = step(state, places, unpoliced(repeats), rates, hours, draw).crowds
    left = state.peaceful
    assert left.mean() == pytest.approx(3678.8, abs=3 * math.sqrt(2325.4 / repeats))
    assert left.var(ddof=1) == pytest.approx(2325.4, abs=3 * 2325.4 * math.sqrt(2 / repeats))


@pytest.mark.parametrize(
    ("ratio", "final"), [(1.2, 0.3137), (1.5, 0.5828), (2.0, 0.7968), (2.5, 0.8926), (3.0, 0.9405)]
)
def test_an_epidemic_ends_at_its_final_size(ratio, final):
    end = epidemic(ratio, 10.0, 0.5, 60.0 if ratio < 1.4 else 30.0)[-1]
    assert float(end.resting[0]) / 1e6 == pytest.approx(final, abs=0.01)


def test_a_seeded_epidemic_ends_a_little_larger():
    end = epidemic(2.0, 1e4, 0.5, 30.0)[-1]
    assert 1.0 - float(end.available[0]) / 1e6 == pytest.approx(0.8002, abs=0.01)


def test_chance_changes_the_final_size_little():
    places, rates = lone(), replace(OPEN, contact_per_hour=0.2)
    state = Crowds.calm(np.array([990_000]))
    state = replace(state, peaceful=np.array([10_000]))
    draw = from_dice(np.random.default_rng(2))
    for _ in range(1000):
        state = step(state, places, unpoliced(), rates, 0.5, draw).crowds
    assert 1.0 - state.available[0] / 1e6 == pytest.approx(0.8002, abs=0.01)


@pytest.mark.parametrize(("ratio", "peak"), [(1.5, 0.0630), (2.0, 0.1534), (3.0, 0.3005)])
def test_an_epidemic_peaks_where_it_must(ratio, peak):
    states = epidemic(ratio, 10.0, 0.5, 30.0)
    highest = max(float(state.peaceful[0]) for state in states)
    assert highest / 1e6 == pytest.approx(peak, abs=0.005)


def test_early_growth_is_recruitment_less_leaving():
    states = epidemic(3.0, 10.0, 0.25, 2.0)
    active = [float(state.peaceful[0]) for state in states]
    doublings = next(i for i, a in enumerate(active) if a > 80.0)
    rate = math.log(active[doublings] / active[0]) / (0.25 * doublings)
    assert rate == pytest.approx(0.3 - 0.1, rel=0.03)


def test_the_reproduction_number_is_unmoved_by_who_sees_whom():
    where = central.land().places
    matrix = influence_matrix(where.near, where.media_weight, 0.07, 0.4)
    rates = replace(central.RATES, contact_per_hour=1.0)
    calm = Crowds.calm(where.pool)
    none = np.zeros(21)
    now = unpoliced(21, stance=Stance.of(none, 0.0, rates), legitimacy=0.5)
    rate = hazards(calm, replace(where, hardship=np.full(21, 0.4)), now, rates)
    out = rate.peaceful_home + rate.arrest + rate.turn
    next_generation = (
        rates.contact_per_hour
        * rate.willing[:, None]
        * matrix
        * (where.pool[:, None] / where.pool[None, :])
        / out[None, :]
    )
    largest = np.abs(np.linalg.eigvals(next_generation)).max()
    assert largest == pytest.approx(rate.willing[0] * 17.0, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    hours=st.sampled_from([0.25, 0.5, 3.0, 48.0]),
    posture=st.sampled_from([0.0, 0.4, 0.7, 1.0, 3.0]),
    officers=st.sampled_from([0.0, 10.0, 1e4]),
    rest=st.floats(0.01, 1e3),
)
def test_nobody_appears_or_vanishes(seed, hours, posture, officers, rest):
    where = central.land(5).places
    rates = replace(central.RATES, rest_hours=rest, violent_exposure=500.0)
    dice = np.random.default_rng(seed)
    counts = dice.integers(0, 400, (6, 5))
    state = Crowds(*counts, backlash=dice.random(5))
    now = Conditions(
        Stance.of(np.full(5, posture), 1.0, rates), np.full(5, officers), 0.3, organised=0.2
    )
    done = step(state, where, now, rates, hours, from_dice(dice))
    after, moved = done.crowds, done.flows
    assert (after.total == state.total).all()
    for people in (after.available, after.peaceful, after.violent, after.resting, after.detained):
        assert people.dtype == np.int64
        assert (people >= 0).all()
    assert (after.killed - state.killed == moved.killed).all()
    assert (after.detained - state.detained == moved.arrested - moved.released).all()
    assert (after.available - state.available == moved.recovered - moved.recruited).all()
    came = moved.turned - moved.violent_home - moved.violent_arrested - moved.violent_killed
    assert (after.violent - state.violent == came).all()


def test_every_flow_is_drawn_every_time():
    asked = []

    def draw(flow, people, chance):
        asked.append(flow)
        assert people.shape == chance.shape
        return expected(flow, people, chance)

    where = central.land().places
    step(Crowds.calm(where.pool), where, unpoliced(21), OPEN, 0.5, draw)
    assert tuple(asked) == (*FIRST_HALF, "recruits", *LAST_HALF)


def test_relabelling_places_relabels_the_outcome():
    where = central.land()
    turned = central.Land(
        Places(
            where.places.pool[::-1],
            where.places.hardship[::-1],
            where.places.near[::-1, ::-1],
            where.places.media_weight[::-1],
        ),
        where.population[::-1],
        where.part[::-1],
    )
    straight = central.run(0.5, 4.0, where=where)[-1].crowds
    mirrored = central.run(0.5, 4.0, where=turned)[-1].crowds
    assert mirrored.peaceful[::-1] == pytest.approx(straight.peaceful, rel=1e-9)


def test_halving_the_step_moves_neither_peak_nor_arrests():
    coarse, fine = (central.run(hours, 10.0) for hours in (0.5, 0.25))
    peaks = [max(float(s.crowds.active.sum()) for s in steps) for steps in (coarse, fine)]
    detained = [float(s[-1].crowds.detained.sum()) for s in (coarse, fine)]
    searched = [sum(float(s.flows.searched.sum()) for s in steps) for steps in (coarse, fine)]
    assert peaks[0] > 5_000.0
    assert searched[0] > 1_000.0
    assert peaks[0] == pytest.approx(peaks[1], rel=0.01)
    assert detained[0] == pytest.approx(detained[1], rel=0.01)
    assert searched[0] == pytest.approx(searched[1], rel=0.01)


def test_the_step_is_of_second_order():
    def peaceful(hours: float):
        return central.run(hours, 2.5)[-1].crowds.peaceful.sum()

    exact = peaceful(1 / 16)
    assert abs(peaceful(0.5) - exact) < 0.4 * abs(peaceful(1.0) - exact)


def test_luck_scatters_about_the_mean_field():
    pool = 50.0
    where = central.land()
    big = replace(where.places, pool=where.places.pool * pool)
    large = replace(where, places=big)
    mean = central.run(0.5, 3.5, where=large)[-1].crowds
    drawn = central.run(0.5, 3.5, from_dice(np.random.default_rng(8)), large)[-1].crowds
    # More men per place would follow the larger pools; here both runs share the same few.
    assert float(drawn.active.sum()) == pytest.approx(float(mean.active.sum()), rel=0.05)


def test_violence_puts_recruits_off_and_growth_provokes_where_that_is_held():
    where = lone(1000.0)
    state = replace(
        Crowds.calm(np.array([800.0])), peaceful=np.array([100.0]), violent=np.array([100.0])
    )
    now = unpoliced(organised=1.0)
    rates = replace(OPEN, contact_per_hour=1.0, radicalisation_per_hour=0.01)
    plain = hazards(state, where, now, rates)
    put_off = hazards(state, where, now, replace(rates, flank=0.3))
    provoked = hazards(state, where, now, replace(rates, expansion_violence=1.0))
    assert put_off.recruit == pytest.approx(plain.recruit * 0.85)
    assert provoked.turn > plain.turn


def test_more_police_never_make_more_activity_where_nobody_is_infectious():
    where = lone(10_000.0)
    rates = replace(central.RATES, contact_per_hour=0.0, outside_share=0.0)
    ends = []
    for officers in (0.0, 50.0, 500.0):
        state = Crowds.calm(where.pool)
        posture = Stance.of(np.ones(1), 0.0, rates)
        now = Conditions(posture, np.array([officers]), 0.4, spontaneous_per_hour=0.001)
        for _ in range(200):
            state = step(state, where, now, rates, 0.5, expected).crowds
        ends.append(float(state.active[0]))
    assert ends[0] >= ends[1] >= ends[2]


def test_doubling_every_number_of_people_doubles_the_crowd():
    rates = replace(central.RATES, backlash_crowd=0.0)
    crowds = []
    for times in (1e3, 2e3):
        where = lone(10_000.0 * times)
        state = replace(Crowds.calm(where.pool), peaceful=np.array([100.0 * times]))
        now = Conditions(Stance.of(np.ones(1), 1.0, rates), np.array([60.0 * times]), 0.4)
        for _ in range(48):
            state = step(state, where, now, rates, 0.5, expected).crowds
        crowds.append(float(state.active[0]))
    assert crowds[1] == pytest.approx(2 * crowds[0], rel=1e-3)
