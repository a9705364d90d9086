"""Outcomes: what each sense adds up, and that every row is always there."""

from pathlib import Path

from engine.game import Game
from tests.engine.small import HOUR, changed, game_of, told_to_play

TICKS = """
    meters:
      level: {title: Level, start: 0 %}
    injects:
      tick: {when: hour is 9 or hour is 15, repeat: true, text: Tick, to: all}
      up:   {at: day 1 10:00, effects: [{shift: level, by: 50 %}]}
      down: {at: day 1 20:00, effects: [{shift: level, by: -30 %}]}
      more: {at: day 3 12:00, effects: [{shift: level, by: 10 %}]}
      never_comes: {text: Never, to: all}
    outcomes:
      all_ticks: {of: times(tick), every: day}
      day_ticks: {of: times(tick), every: day, sense: day}
      peak:      {of: level, every: day, sense: peak, unit: "%"}
      level_at:  {of: level, every: day, sense: at, unit: "%"}
      top:       {of: level, sense: peak, unit: "%"}
      first_one: {of: first(tick)}
      nothing:   {of: first(never_comes)}
      between:   {of: hours(up to down)}
      no_time:   {of: hours(up to never_comes)}
      stocks:    {of: sum(places.stock), by: place, every: day, sense: at}
    """
DAYS = [f"2031-11-0{day}" for day in range(3, 9)]


def values(game: Game, metric: str, scope: str = "national") -> dict[str, float | None]:
    return {r.date: r.value for r in game.outcomes() if (r.metric, r.scope) == (metric, scope)}


def test_a_total_counts_from_the_start_and_a_day_counts_alone(tmp_path: Path):
    game = told_to_play(tmp_path, TICKS)
    # The last day ends at six in the morning, before a tick.
    assert list(values(game, "all_ticks").values()) == [2, 4, 6, 8, 10, 10]
    assert list(values(game, "day_ticks").values()) == [2, 2, 2, 2, 2, 0]
    assert list(values(game, "all_ticks")) == DAYS


def test_a_peak_is_the_highest_of_its_day_and_at_is_what_it_ends_with(tmp_path: Path):
    game = told_to_play(tmp_path, TICKS)
    assert list(values(game, "peak").values()) == [50, 20, 30, 30, 30, 30]
    assert list(values(game, "level_at").values()) == [20, 20, 30, 30, 30, 30]
    assert values(game, "top") == {DAYS[-1]: 50}


def test_a_moment_is_in_hours_and_what_did_not_happen_is_null(tmp_path: Path):
    game = told_to_play(tmp_path, TICKS)
    assert values(game, "first_one") == {DAYS[-1]: 3}
    assert values(game, "nothing") == {DAYS[-1]: None}
    assert values(game, "between") == {DAYS[-1]: 10}
    assert values(game, "no_time") == {DAYS[-1]: None}


def test_every_row_is_there_however_soon_a_game_stops(tmp_path: Path):
    scenario = changed(tmp_path, TICKS)
    expected = None
    for hours in (0, 1, 18, 19, 42, 43, 200):
        game = game_of(scenario)
        game.play(hours * HOUR)
        rows = [(row.metric, row.scope, row.date) for row in game.outcomes()]
        assert len(rows) == len(set(rows))
        expected = expected or sorted(rows)
        assert sorted(rows) == expected, hours
    assert expected is not None
    # Ours by day, by place and at the end, and the harbour's own: two by day, two at the end.
    assert len(expected) == 4 * 6 + 6 * 7 + 5 + 2 * 6 + 2


def test_days_that_were_not_reached_are_null(tmp_path: Path):
    game = told_to_play(tmp_path, TICKS, 20)
    assert list(values(game, "all_ticks").values()) == [2, 2, None, None, None, None]


def test_after_the_end_totals_stay_and_all_else_is_null(tmp_path: Path):
    ends = "endings: {supplied: {when: now >= day 2 12:00}}"
    game = told_to_play(tmp_path, f"{TICKS}\n    {ends}\n")
    assert game.over
    assert list(values(game, "all_ticks").values()) == [2, 3, 3, 3, 3, 3]
    assert list(values(game, "day_ticks").values()) == [2, 1, None, None, None, None]
    assert list(values(game, "peak").values())[1:] == [20, None, None, None, None]


def test_a_place_counts_itself_alone_and_the_nation_counts_all(tmp_path: Path):
    game = told_to_play(tmp_path, TICKS)
    for day, whole in values(game, "stocks").items():
        parts = [values(game, "stocks", place)[day] for place in game.scene.places]
        assert whole is not None
        assert abs(whole - sum(part or 0 for part in parts)) < 1e-4


def test_asking_for_outcomes_early_does_not_change_them(tmp_path: Path):
    scenario = changed(tmp_path, TICKS)
    asked, quiet = game_of(scenario), game_of(scenario)
    while not asked.over:
        asked.advance(5)
        asked.outcomes()
    quiet.play()
    assert asked.outcomes() == quiet.outcomes()
