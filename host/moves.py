"""What never changes about the moves of a game: questions of slips, and what lies before."""

from engine.game import Game
from host.before import before_of

Plain = dict[str, object]


def scene_of_moves(game: Game, seat: str) -> Plain:
    """The questions of the slips, and a few lines of what happened before the first move."""
    forecasts = game.scenario.forecasts if game.schedule.format is not None else {}
    return {
        "forecasts": {id: forecast.ask for id, forecast in forecasts.items()},
        "before": before_of(game, seat),
    }
