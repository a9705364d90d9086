import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules import consultation


def test_five_members_asked_at_once_take_their_mean_time():
    assert consultation.mean_parallel_hours(5, 1.5) == pytest.approx(3.425)
    dice = np.random.default_rng(6)
    rounds = [
        [consultation.answer_hours(dice, 1.5, steady=False) for _ in range(5)] for _ in range(8000)
    ]
    together = np.mean([consultation.parallel_hours(times) for times in rounds])
    in_turn = np.mean([consultation.sequential_hours(times) for times in rounds])
    assert together == pytest.approx(3.425, rel=0.02)
    assert in_turn == pytest.approx(7.5, rel=0.02)


def test_nobody_asked_takes_no_time():
    assert consultation.parallel_hours([]) == consultation.sequential_hours([]) == 0.0


@pytest.mark.parametrize(
    ("chance", "all_agree"), [(0.9, 0.5905), (0.95, 0.7738), (0.8, 0.3277), (0.41, 0.0116)]
)
def test_independent_unanimity_is_rare(chance, all_agree):
    assert consultation.unanimity_chance([chance] * 5) == pytest.approx(all_agree, abs=1e-4)


def test_a_common_shock_makes_unanimity_likelier_and_keeps_each_chance():
    alone = consultation.unanimity_chance([0.9], correlation=0.6)
    together = consultation.unanimity_chance([0.9] * 5, correlation=0.6)
    assert alone == pytest.approx(0.9, abs=1e-6)
    assert 0.70 < together < 0.9
    dice = np.random.default_rng(9)
    said = []
    for _ in range(4000):
        shared = dice.standard_normal()
        answers = [
            consultation.consents(0.9, shared, dice.standard_normal(), 0.6) for _ in range(5)
        ]
        said.append(all(answers))
    assert np.mean(said) == pytest.approx(together, abs=0.025)


def test_abstention_helps_unanimity():
    assert consultation.unanimity_chance([0.5, 0.5], abstentions=[0.5, 0.3]) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("rule", "patron", "others", "decided"),
    [
        ("unanimity", "yes", ("yes", "yes"), True),
        ("unanimity", "yes", ("yes", "abstain"), False),
        ("unanimity_with_abstention", "abstain", ("yes", "abstain"), True),
        ("unanimity_with_abstention", "yes", ("no", "yes"), False),
        ("patron", "yes", ("abstain", "abstain"), True),
        ("patron", "abstain", ("yes", "yes"), False),
        ("patron", "yes", ("yes", "no"), False),
    ],
)
def test_each_rule_counts_answers_its_way(rule, patron, others, decided):
    assert consultation.agreed(rule, patron, others) is decided


@settings(max_examples=30)
@given(chance=st.floats(0.001, 0.999), term=st.floats(-3.0, 3.0))
def test_terms_move_a_chance_on_the_logit_scale(chance, term):
    moved = consultation.shifted(chance, term)
    assert consultation.logit(moved) - consultation.logit(chance) == pytest.approx(term, abs=1e-6)
    assert consultation.shifted(consultation.shifted(chance, term), -term) == pytest.approx(chance)


def test_certain_members_need_no_luck():
    assert consultation.consents(1.0, 9.0, 9.0)
    assert not consultation.consents(0.0, -9.0, -9.0)


def test_precedent_follows_outcomes():
    assert consultation.precedent_after(0.0, 1.0) == pytest.approx(0.3)
    assert consultation.precedent_after(0.3, 0.0) == pytest.approx(0.21)


def test_utility_adds_what_speaks_for_and_takes_what_speaks_against():
    utility = consultation.consent_utility(1.0, 0.5, 0.2, 0.8, 0.4, 0.1, (1.0, 2.0, 1.0, 3.0, 1.0))
    assert utility == pytest.approx(1.0 + 0.5 + 0.4 + 0.8 - 1.2 + 0.1)
    assert consultation.logistic(0.0) == 0.5
    assert consultation.logistic(math.log(3.0)) == pytest.approx(0.75)
