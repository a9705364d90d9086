import pytest

from engine.rules import adjudication


def test_two_dice_have_their_chances():
    table = {5: 0.8333, 6: 0.7222, 7: 0.5833, 8: 0.4167, 9: 0.2778, 10: 0.1667, 11: 0.0833}
    for needed, chance in (table | {12: 0.0278}).items():
        assert adjudication.chance_of_at_least(needed) == pytest.approx(chance, abs=1e-4)


@pytest.mark.parametrize(
    ("net", "dice", "result"),
    [
        (0, 10, "full"),
        (0, 9, "partial"),
        (0, 7, "partial"),
        (0, 6, "fails_at_a_cost"),
        (0, 5, "fails_at_a_cost"),
        (0, 4, "backfires"),
        (3, 7, "full"),
        (-3, 9, "fails_at_a_cost"),
    ],
)
def test_margins_decide_how_well_an_argument_goes(net, dice, result):
    assert adjudication.result(net, dice) == result


def test_reasons_are_weighed_and_automated_play_agrees_at_zero():
    assert adjudication.net_reasons([2, 1, 0], [1]) == 2
    assert adjudication.success_chance(0.0) == pytest.approx(7 / 12, abs=1e-3)
    assert adjudication.voted([0.2, 0.9, 0.4]) == 0.4


def test_always_saying_half_scores_a_quarter():
    assert adjudication.brier([0.5, 0.5], [True, False]) == 0.25
    assert adjudication.brier([1.0, 0.0], [True, False]) == 0.0


def test_no_forecast_has_no_score():
    with pytest.raises(ValueError, match="at least one forecast"):
        adjudication.brier([], [])
