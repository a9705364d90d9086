"""A branch from the middle of a game, beside playing the same orders again up to there."""

from statistics import median

from benchmarks.games import best, started
from benchmarks.measure import Line, Report, Work, interleaved, span
from engine.game import Game, replay
from engine.setup import Ready, start

RUNS = 7
TARGET = 20.0


def run() -> Report:
    """Both ways from the middle of the game."""
    ready = best()
    game = started(ready, keep=True)
    game.play()
    beats = game.opened // 2
    middle = beats * ready.scenario.beat

    def branch(run: int) -> Work:
        return lambda: _at(game.branch(middle), middle)

    def again(run: int) -> Work:
        return lambda: _at(_replayed(ready, game, beats), middle)

    pair = interleaved(again, branch, RUNS)
    return Report(
        f"A branch of {ready.manifest.name} at beat {beats}, beside a replay up to there",
        (
            Line("replay", span(median(pair.plain))),
            Line("branch", span(median(pair.engine))),
            Line(
                "a branch is so many times cheaper",
                pair.times_faster(),
                f"at least {TARGET:.0f}",
                median(pair.ratios) >= TARGET,
            ),
        ),
    )


def _replayed(ready: Ready, game: Game, beats: int) -> Game:
    fresh = start(ready, keep=False)
    fresh.settings.bots = {}
    log = [line for line in game.orders if line.beat < beats]
    assert not replay(fresh, log, beats)
    return fresh


def _at(game: Game, second: int) -> None:
    assert game.now == second
