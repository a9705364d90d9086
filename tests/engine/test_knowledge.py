"""What reaches a seat and when: orders of others, leaks, late and wrong readings, answers."""

from pathlib import Path
from statistics import mean

import pytest

from engine import facts
from engine.game import Game
from tests.engine.small import HOUR, changed, entries, game_of, hours_of, ordered, told_to_play


def heard(game: Game, seat: str, card: str) -> list[float]:
    """When a seat heard that a card was played, in hours."""
    found = entries(game, facts.OrderKnown, card=card)
    return hours_of([entry for entry in found if entry.event.to == (seat,)])


def known(tmp_path: Path, known_to: str, hours: int = 30, seed: int = 1) -> Game:
    """Mediation is ordered at 2 h, and is known to these."""
    game = game_of(changed(tmp_path, f"cards: {{mediate: {{known_to: {known_to}}}}}"), seed=seed)
    game.play(2 * HOUR)
    assert ordered(game, "council", "mediate").accepted
    game.play(hours * HOUR)
    return game


def test_an_order_is_known_to_each_after_its_own_delay_and_to_nobody_else(tmp_path: Path):
    game = known(tmp_path, "{port: 0 h, union: 5 h}")
    assert heard(game, "port", "mediate") == [2]
    assert heard(game, "union", "mediate") == [7]
    (tmp_path / "two").mkdir()
    game = known(tmp_path / "two", "{port: 3 h, union: null}")
    assert (heard(game, "port", "mediate"), heard(game, "union", "mediate")) == ([5], [])


def test_what_is_known_to_all_is_known_to_every_other_seat(tmp_path: Path):
    game = known(tmp_path, "all")
    assert [heard(game, s, "mediate") for s in game.scenario.seats] == [[2], [2], []]


def test_a_certain_leak_is_out_at_the_next_beat_and_an_impossible_one_never(tmp_path: Path):
    game = known(tmp_path, "{port: 100 %/h, union: 0 %/h}")
    assert heard(game, "port", "mediate") == [3]
    assert heard(game, "union", "mediate") == []
    (leak,) = [e for e in entries(game, facts.OrderKnown) if e.event.to == ("port",)]
    assert isinstance(leak.event, facts.OrderKnown)
    assert leak.event.leaked
    assert leak.event.seat == "council"


def test_a_leak_is_a_chance_for_each_hour(tmp_path: Path):
    scenario = changed(tmp_path, "cards: {mediate: {known_to: {port: 20 %/h}}}")
    waits = []
    for seed in range(30):
        game = game_of(scenario, seed=seed)
        game.settings.keep = False
        ordered(game, "council", "mediate")
        game.play(40 * HOUR)
        waits += heard(game, "port", "mediate")
    # A geometric wait has a mean of 5 h and a deviation of 4.5 h; the mean of 30, one of 0.8 h.
    assert len(waits) == 30
    assert 2.6 < mean(waits) < 7.4


def figure(game: Game, seat: str, key: str) -> tuple[tuple[int, ...], tuple[object, ...]]:
    found = game.view(seat).figures[key]
    return found.as_of, found.values


def test_a_reading_is_told_as_late_as_it_says_and_as_it_was_then(tmp_path: Path):
    game = game_of(changed(tmp_path, "seats: {union: {told: {stock: 5 h}}}"))
    noted = {}
    for hour in range(30):
        # Noted when a beat opens: as the beat before had left it.
        noted[hour] = tuple(float(f"{stock:.9g}") for stock in game.world.field_of("stock"))
        game.advance()
        as_of, values = figure(game, "union", "fuel.stock")
        assert as_of == ((hour - 5) * HOUR,)
        # Before anything old enough was noted, a seat knows what it started with.
        assert values == noted[max(hour - 5, 0)]


def test_a_reading_with_an_error_is_wrong_for_one_seat_and_right_for_another(tmp_path: Path):
    scenario = changed(
        tmp_path,
        "seats: {union: {told: {stock: {after: 0 h, error: 20 %}}}, port: {told: {stock: 0 h}}}",
    )
    game = game_of(scenario)
    game.play(10 * HOUR)
    wrong, right = (figure(game, seat, "fuel.stock")[1] for seat in ("union", "port"))
    assert wrong != right
    ratios = [float(str(a)) / float(str(b)) for a, b in zip(wrong, right, strict=True)]
    assert all(0.2 < ratio < 1.8 for ratio in ratios)


def test_no_reading_is_further_off_than_twice_its_error(tmp_path: Path):
    scenario = changed(
        tmp_path,
        "seats: {union: {told: {stock: {after: 0 h, error: 20 %}}}, port: {told: {stock: 0 h}}}",
    )
    ratios = []
    for seed in range(1, 9):
        game = game_of(scenario, seed=seed)
        for _ in range(12):
            game.play(game.now + HOUR)
            wrong, right = (figure(game, seat, "fuel.stock")[1] for seat in ("union", "port"))
            ratios += [float(str(a)) / float(str(b)) for a, b in zip(wrong, right, strict=True)]
    assert 0.595 < min(ratios) < 0.65
    assert 1.35 < max(ratios) < 1.405


def test_a_reading_that_is_not_listed_reaches_nobody(tmp_path: Path):
    game = told_to_play(tmp_path, "", 30)
    assert "fuel.stock" not in game.view("union").figures
    assert "fuel.stock" in game.view("port").figures


def test_an_answer_that_comes_later_is_told_later(tmp_path: Path):
    game = game_of(changed(tmp_path, "cards: {open_gate: {takes: 7 h}}"))
    ordered(game, "union", "open_gate")
    game.play(5 * HOUR)
    assert game.view("union").orders[0].state == "out"
    game.play(9 * HOUR)
    assert game.view("union").orders[0].state == "as_ordered"
    assert hours_of(entries(game, facts.OrderReported)) == [7]


@pytest.mark.parametrize("seat", ["port", "union", "council"])
def test_what_a_seat_was_told_is_numbered_without_a_gap(tmp_path: Path, seat: str):
    game = told_to_play(tmp_path, "")
    assert [seen.number for seen in game.seen(seat)] == list(range(len(game.seen(seat))))


def test_a_card_that_is_opened_to_another_seat_is_played_under_its_name(tmp_path: Path):
    game = game_of(
        changed(
            tmp_path,
            """
            cards: {mediate: {known_to: {port: null, union: null, council: 2 h}}}
            injects:
              ask: {at: day 1 07:00, effects: [{offer: mediate, to: port}]}
            """,
        )
    )
    assert ordered(game, "port", "mediate").code == "not_yours"
    game.play(3 * HOUR)
    assert ordered(game, "port", "mediate").accepted
    game.play(8 * HOUR)
    (told,) = entries(game, facts.OrderKnown, card="mediate")
    assert isinstance(told.event, facts.OrderKnown)
    assert (told.event.seat, told.event.to, told.at) == ("port", ("council",), 5 * HOUR)


@pytest.mark.parametrize(("cost", "code"), [("1", "cannot_afford"), ("0", "")])
def test_an_opened_card_that_costs_what_the_seat_has_nothing_of_is_not_afforded(
    tmp_path: Path, cost: str, code: str
):
    game = game_of(
        changed(
            tmp_path,
            f"""
            cards: {{ration: {{authority: null, cost: {{standing: {cost}}}}}}}
            injects:
              ask: {{at: day 1 07:00, effects: [{{offer: ration, to: port}}]}}
            """,
        )
    )
    game.play(3 * HOUR)
    assert ordered(game, "port", "ration", {"where": "shore"}).code == code
    game.play()


BY_WORD = """
    cards:
      mediate:
        fields: {word: {said: Aloud, kept: In the house}, seats: 4 people (1 to 9)}
        known_to:
          - {with: {word: said}, who: all}
          - {with: {seats: 6 people}, who: {port: 2 h}}
          - {who: {union: 3 h}}
"""


@pytest.mark.parametrize(
    ("form", "port", "union"),
    [
        ({}, [2], [2]),
        ({"word": "kept", "seats": 7.0}, [4], []),
        ({"word": "kept", "seats": 5.0}, [], [5]),
    ],
)
def test_who_learns_may_be_the_choice_of_whoever_orders(
    tmp_path: Path, form: dict[str, str | float], port: list[float], union: list[float]
) -> None:
    game = game_of(changed(tmp_path, BY_WORD))
    game.play(2 * HOUR)
    assert ordered(game, "council", "mediate", form).accepted
    game.play(30 * HOUR)
    assert (heard(game, "port", "mediate"), heard(game, "union", "mediate")) == (port, union)
