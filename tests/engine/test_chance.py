"""Luck is by address: what was drawn before, and by whom, changes nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.chance import Chance

names = st.text("abcdefgh_", min_size=1, max_size=8)


@given(seed=st.integers(0, 2**63), agent=names, purpose=names, ordinal=st.integers(0, 2**40))
def test_an_address_gives_the_same_draws_whatever_was_drawn_before(
    seed: int, agent: str, purpose: str, ordinal: int
) -> None:
    fresh, used = Chance(seed), Chance(seed)
    used.at(agent, purpose, 7, "somebody").standard_normal(5)
    used.at("other", "thing").integers(10, size=3, dtype=np.int32)
    ours = fresh.at(agent, purpose, ordinal, "ship").random(4)
    assert used.at(agent, purpose, ordinal, "ship").random(4).tolist() == ours.tolist()


def test_every_part_of_an_address_matters() -> None:
    chance = Chance(1)
    draws = {
        "base": chance.at("a", "p", 0, "x").random(),
        "agent": chance.at("b", "p", 0, "x").random(),
        "purpose": chance.at("a", "q", 0, "x").random(),
        "ordinal": chance.at("a", "p", 1, "x").random(),
        "entity": chance.at("a", "p", 0, "y").random(),
        "seed": Chance(2).at("a", "p", 0, "x").random(),
        "replicate": Chance(1, 1).at("a", "p", 0, "x").random(),
    }
    assert len(set(draws.values())) == len(draws)


def test_agent_and_purpose_do_not_run_together() -> None:
    assert Chance(1).at("ab", "c").random() != Chance(1).at("a", "bc").random()


def test_half_a_word_left_over_is_forgotten() -> None:
    chance = Chance(5)
    clean = chance.at("a", "p", 3).integers(2**31, size=4, dtype=np.int32).tolist()
    chance.at("a", "p", 9).integers(2**31, size=3, dtype=np.int32)
    assert chance.at("a", "p", 3).integers(2**31, size=4, dtype=np.int32).tolist() == clean
