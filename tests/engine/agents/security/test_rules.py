"""What becomes of orders, by loyalty, fatigue and what they ask."""

from engine.agents.security import rules

OBEDIENCE = rules.Obedience(fails=0.5, partly=0.4, late=0.1, refuses=0.2)


def results(loyal: float, lethal: float = 0.0, fatigue: float = 0.0) -> list[str]:
    return [
        rules.execution(loyal, fatigue, lethal, 1.0, roll / 1000, OBEDIENCE) for roll in range(1000)
    ]


def test_loyal_men_never_fail_an_order_that_hurts_nobody():
    found = results(1.0)
    assert sorted(set(found)) == ["as_ordered", "late"]
    assert found.count("late") == 100


def test_the_less_loyal_men_are_the_fewer_orders_are_done():
    done = [results(loyal).count("as_ordered") for loyal in (1.0, 0.8, 0.5, 0.2, 0.0)]
    assert done == sorted(done, reverse=True)
    assert results(0.0).count("no_answer") == 150


def test_an_order_to_shoot_at_peaceful_people_is_refused_by_some_loyal_men():
    assert results(1.0, lethal=1.0).count("failed") == 200


def test_only_worn_out_men_go_beyond_an_order_and_only_where_one_can_go_further():
    hasty = rules.Obedience(fails=0.5, partly=0.4, late=0.1, refuses=0.2, exceeds=0.5)

    def beyond(fatigue: float, harder: bool) -> int:
        rolls = (roll / 1000 for roll in range(1000))
        found = [rules.execution(1.0, fatigue, 0.0, 1.0, roll, hasty, harder) for roll in rolls]
        return found.count("beyond")

    assert (beyond(0.0, True), beyond(0.8, False)) == (0, 0)
    assert beyond(0.8, True) == 400
