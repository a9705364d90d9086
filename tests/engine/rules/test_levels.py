"""Claims about levels that flow: closed forms, what is conserved, and what never is overstepped."""

from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules.levels import Flow, Passing, linked, passing, stepped, varied

PAIR = np.array([[0.0, 1.0], [1.0, 0.0]])


def run(start, flows, hours, step=0.05, links=None, least=0.0, most=np.inf, pushed=()):
    """Levels (rows) by place after some hours; limits are the same for all levels."""
    levels = np.array(start, dtype=float)
    count, places = levels.shape[-2:]
    links = np.zeros((places, places)) if links is None else links
    low, high = np.full((count, 1), least), np.full((count, 1), most)
    for _ in range(round(hours / step)):
        levels = stepped(levels, flows, links, low, high, step, pushed)
    return levels


def flow(does, of=0, rate=0.1, places=1, **more):
    return Flow(does, of, np.full(places, rate), **more)


def test_growth_and_decay_follow_the_exponential():
    assert run([[2.0]], [flow("grows")], 20)[0, 0] == pytest.approx(2 * exp(2), rel=1e-4)
    assert run([[2.0]], [flow("fades")], 20)[0, 0] == pytest.approx(2 * exp(-2), rel=1e-4)


def test_growth_up_to_a_full_level_follows_the_logistic_curve():
    found = run([[0.01]], [flow("grows", rate=0.2, full=0.8)], 30)[0, 0]
    assert found == pytest.approx(0.8 / (1 + (0.8 / 0.01 - 1) * exp(-6)), rel=1e-4)


def test_a_source_against_decay_comes_to_rest_where_they_balance():
    found = run([[0.0]], [flow("gains", rate=3.0), flow("fades", rate=0.1)], 20)[0, 0]
    assert found == pytest.approx(30 * (1 - exp(-2)), rel=1e-4)


def test_what_gives_is_not_used_up():
    found = run([[2.0], [0.0]], [flow("gives", of=0, into=1, rate=0.5)], 10)
    assert found[:, 0] == pytest.approx([2.0, 10.0])


def test_mass_action_between_two_levels_is_logistic():
    # I' = b I (1 - I) from 1 %.
    flows = [flow("infects", of=0, into=1, rate=0.3, whole=(0, 1))]
    found = run([[0.99], [0.01]], flows, 24)
    assert found[1, 0] == pytest.approx(1 / (1 + 99 * exp(-7.2)), rel=1e-4)
    assert found.sum() == pytest.approx(1.0, abs=1e-12)


def final_size(r0: float) -> float:
    """The share ever infected, z = 1 - exp(-R0 z)."""
    share = 0.9
    for _ in range(500):
        share = 1 - exp(-r0 * share)
    return share


@pytest.mark.parametrize(("r0", "known"), [(1.5, 0.5828), (2.0, 0.7968), (3.0, 0.9405)])
def test_an_epidemic_reaches_the_final_size_of_the_equation(r0, known):
    flows = [
        flow("infects", of=0, into=1, rate=0.2 * r0, whole=(0, 1, 2)),
        flow("turns", of=1, into=2, rate=0.2),
    ]
    found = run([[1 - 1e-6], [1e-6], [0.0]], flows, 600, step=0.25)
    assert final_size(r0) == pytest.approx(known, abs=1e-4)
    assert found[2, 0] == pytest.approx(known, abs=1e-3)


def test_what_moves_along_a_link_becomes_equal_on_both_sides():
    found = run([[10.0, 2.0]], [flow("moves", rate=0.1, places=2)], 5, links=PAIR)
    assert found.sum() == pytest.approx(12.0, abs=1e-12)
    assert found[0, 0] - found[0, 1] == pytest.approx(8 * exp(-2 * 0.1 * 5), rel=1e-4)
    rest = run([[10.0, 2.0]], [flow("moves", rate=0.1, places=2)], 100, links=PAIR)
    assert rest[0] == pytest.approx([6.0, 6.0], abs=1e-6)


def test_what_is_caught_over_a_link_follows_the_neighbours_level():
    # Two places alike feel each other as each would feel itself: logistic growth.
    flows = [flow("catches", rate=0.2, full=1.0, places=2)]
    found = run([[0.01, 0.01]], flows, 30, links=PAIR)
    assert found[0] == pytest.approx([1 / (1 + 99 * exp(-6))] * 2, rel=1e-4)
    mixed = [flow("catches", of=0, into=1, rate=0.2, whole=(0, 1), places=2)]
    found = run([[0.99, 0.99], [0.01, 0.01]], mixed, 30, links=PAIR)
    assert found[1] == pytest.approx([1 / (1 + 99 * exp(-6))] * 2, rel=1e-4)


def test_a_place_without_links_catches_nothing():
    flows = [flow("catches", rate=0.5, full=1.0, places=2)]
    assert run([[1.0, 0.0]], flows, 20)[0].tolist() == [1.0, 0.0]


def test_halving_the_step_quarters_the_error():
    flows = [flow("infects", of=0, into=1, rate=0.5, whole=(0, 1))]
    exact = 1 / (1 + 99 * exp(-6))
    errors = [abs(run([[0.99], [0.01]], flows, 12, step)[1, 0] - exact) for step in (1, 0.5, 0.25)]
    assert errors[0] / errors[1] == pytest.approx(4, rel=0.35)
    assert errors[1] / errors[2] == pytest.approx(4, rel=0.2)


rates = st.floats(0, 5)


@settings(max_examples=30)
@given(
    st.lists(st.floats(0, 100), min_size=6, max_size=6), rates, rates, rates,
    st.floats(0.01, 1), st.floats(20, 200),
)  # fmt: skip
def test_transfers_and_moves_conserve_and_keep_within_limits(numbers, a, b, c, step, most):
    start = np.minimum(np.array(numbers).reshape(2, 3), most)
    links = np.array([[0.0, 1, 0.5], [1, 0, 0], [0.5, 0, 0]])
    flows = [
        flow("turns", of=0, into=1, rate=a, places=3),
        flow("turns", of=1, into=0, rate=b, places=3),
        flow("moves", of=0, rate=c, places=3),
    ]
    found = run(start, flows, 5 * step, step, links, most=most)
    assert found.sum() == pytest.approx(start.sum(), rel=1e-9, abs=1e-9)
    assert (found >= 0).all()
    assert (found <= most).all()


def test_a_full_level_lets_in_what_leaves_it():
    flows = [flow("gains", rate=9.0), flow("loses", rate=4.0)]
    assert run([[0.0]], flows, 10, most=20.0)[0, 0] == pytest.approx(20.0)
    through = [flow("turns", of=0, into=1, rate=1.0), flow("loses", of=1, rate=2.0)]
    found = run([[100.0], [10.0]], through, 20, step=0.5, most=np.inf)
    assert found.sum() == pytest.approx(110 - 40)


def test_nothing_is_taken_that_is_not_there():
    assert run([[3.0]], [flow("loses", rate=1.0)], 10)[0, 0] == 0
    assert run([[3.0]], [flow("loses", rate=1.0)], 10, least=2.0)[0, 0] == 2


def test_a_flow_waits_for_what_it_needs_and_for_what_stops_it():
    fed = flow("grows", of=0, rate=0.1, needs=((1, 0.5),))
    assert run([[1.0], [0.4]], [fed], 10)[0, 0] == 1
    assert run([[1.0], [0.5]], [fed], 10)[0, 0] > 2
    wet = flow("grows", of=0, rate=0.1, stopped_by=((1, 0.5),))
    assert run([[1.0], [0.5]], [wet], 10)[0, 0] == 1
    assert run([[1.0], [0.4]], [wet], 10)[0, 0] > 2


def test_what_is_pushed_passes_at_a_steady_pace():
    pushed = [Passing(0, 1, np.array([2.0]))]
    assert run([[10.0], [0.0]], [], 3, pushed=pushed)[:, 0] == pytest.approx([4, 6])
    assert run([[10.0], [0.0]], [], 30, pushed=pushed)[:, 0] == pytest.approx([0, 10])


def test_links_are_those_named_and_those_near_enough_and_thin_with_distance():
    km = np.array([[0.0, 10, 40], [10, 0, 30], [40, 30, 0]])
    assert linked([], km, 0.0, 0.0).sum() == 0
    assert linked([], km, 15.0, 0.0).tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    thin = linked([(0, 2)], km, 15.0, 10.0)
    assert thin == pytest.approx(np.array([[0, 0.5, 1 / 16], [0.5, 0, 0], [1 / 16, 0, 0]]))


def test_factors_have_mean_one_and_the_spread_asked_for():
    draws = np.random.default_rng(1).standard_normal(200_000)
    found = varied(draws, 0.4)
    assert found.mean() == pytest.approx(1.0, abs=0.005)
    assert found.std() == pytest.approx(0.4, abs=0.01)
    assert varied(draws, 0.0).tolist() == [1.0] * len(draws)


@pytest.mark.parametrize("does", ["grows", "fades", "gains", "loses", "turns", "gives", "infects",
                                  "catches", "moves"])  # fmt: skip
def test_many_runs_at_once_are_as_one(does):
    one = np.array([[10.0, 4.0], [3.0, 8.0]])
    more = {"into": 1, "whole": (0, 1)} if does in ("turns", "gives", "infects", "catches") else {}
    made = flow(does, places=2, rate=0.3, **more)
    alone = run(one, [made], 2, step=0.5, links=PAIR)
    both = run(np.stack([one, one]), [made], 2, step=0.5, links=PAIR)
    assert both.tolist() == [alone.tolist()] * 2
    assert passing(np.stack([one, one]), made, PAIR).comes.shape == (2, 2)
