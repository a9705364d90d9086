"""What a word from abroad does to the men of a state before anybody has landed."""

import numpy as np

from engine.agents.freed import KIND as FREED
from engine.agents.loyalty import KIND as LOYALTY
from engine.agents.security import KIND as SECURITY
from engine.scene import Site
from tests.engine.agents.loyalty.test_loyalty import answer, troops
from tests.engine.agents.security.doubles import crowds, figure, number
from tests.engine.stage import Stage, stage_of

PLACES = {"north": 1_000_000.0, "south": 400_000.0, "harbour": 50_000.0}


def crisis(*others) -> Stage:
    agents = {
        "unrest": crowds([9000, 3000, 300], [900, 300, 30], since=6),
        "security": (SECURITY, SECURITY.Config(reserve=number(500))),
        "loyalty": (LOYALTY, LOYALTY.Config()),
        "freed": (FREED, FREED.Config()),
    }
    for more in others:
        agents |= more
    return stage_of(agents, places=PLACES, sites=(Site("hall", 0, posts=40),))


def test_more_men_stand_on_the_street_at_the_word_alone():
    alone, backed = crisis(), crisis(answer(True), troops(40))
    alone.until(36), backed.until(36)
    assert figure(backed, "contingents", "in_country") == 0
    assert figure(backed, "freed", "freed_total") == 0
    before, after = (np.asarray(s.read("security", "street")) for s in (alone, backed))
    assert after[0] > 1.2 * before[0]


def test_what_stands_is_the_same_until_the_word_is_heard():
    alone, backed = crisis().until(14), crisis(answer(True), troops(40)).until(14)
    rows = [np.asarray(s.read("security", "street")).tolist() for s in (alone, backed)]
    assert rows[0] == rows[1]
