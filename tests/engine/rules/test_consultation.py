import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.rules import consultation
from tests.oracles.consent import unanimity_chance


def test_answers_take_their_mean_time():
    dice = np.random.default_rng(6)
    for steady in (True, False):
        times = [consultation.answer_hours(dice, 1.5, steady) for _ in range(20_000)]
        assert np.mean(times) == pytest.approx(1.5, rel=0.02)


@pytest.mark.parametrize(
    ("chance", "all_agree"), [(0.9, 0.5905), (0.95, 0.7738), (0.8, 0.3277), (0.41, 0.0116)]
)
def test_members_without_ties_agree_as_often_as_the_product(chance, all_agree):
    assert unanimity_chance([chance] * 5) == pytest.approx(all_agree, abs=1e-4)
    dice = np.random.default_rng(3)
    own = dice.standard_normal((1500, 5))
    said = [all(consultation.consents(chance, 0.0, one, 0.0) for one in row) for row in own]
    assert np.mean(said) == pytest.approx(all_agree, abs=0.035)


def test_a_common_shock_makes_unanimity_likelier_and_keeps_each_chance():
    alone = unanimity_chance([0.9], correlation=0.6)
    together = unanimity_chance([0.9] * 5, correlation=0.6)
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


@settings(max_examples=30)
@given(chance=st.floats(0.001, 0.999), term=st.floats(-3.0, 3.0))
def test_terms_move_a_chance_on_the_logit_scale(chance, term):
    moved = consultation.shifted(chance, term)
    assert consultation.logit(moved) - consultation.logit(chance) == pytest.approx(term, abs=1e-6)
    assert consultation.shifted(consultation.shifted(chance, term), -term) == pytest.approx(chance)


def test_even_odds_are_no_utility():
    assert consultation.logistic(0.0) == 0.5
    assert consultation.logit(0.75) == pytest.approx(np.log(3.0))


def test_certain_members_need_no_luck():
    assert consultation.consents(1.0, 9.0, 9.0)
    assert not consultation.consents(0.0, -9.0, -9.0)


def test_precedent_follows_outcomes():
    assert consultation.precedent_after(0.0, 1.0) == pytest.approx(0.3)
    assert consultation.precedent_after(0.3, 0.0) == pytest.approx(0.21)
