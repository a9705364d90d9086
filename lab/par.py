"""Par: the same game with the doctrine bot in one chair, as in duplicate bridge.

World, seed, hidden answers and luck are those of the game; orders of the people in other chairs
are given again as they gave them, and bots decide anew on what they see now.
"""

from collections.abc import Sequence

from engine.game import Game, Logged
from engine.saves import Manifest
from engine.setup import Ready, scenario_of, start

BOT = "doctrine"


def par(manifest: Manifest, log: Sequence[Logged], seat: str, bot: str = BOT) -> Game:
    """A game played to its end, with `bot` in this seat and everything else as it was.

    `log` is the order log of the game. Raises LookupError for a seat or a bot that there is not.
    """
    scenario = scenario_of(manifest)
    if seat not in scenario.seats:
        raise LookupError(f"no seat `{seat}`; there are {', '.join(scenario.seats)}")
    people = {other: name for other, name in manifest.seats.items() if other != seat}
    bots = {**manifest.bots, seat: bot}
    ready = Ready(scenario, manifest.model_copy(update={"seats": people, "bots": bots}))
    game = start(ready, keep=False)
    turns = turns_of(manifest)
    first = game.schedule.first // game.scene.beat_seconds
    for line in log:
        # Before the first move of a format a bot plays all chairs, and is asked again.
        mine = line.order.seat in people and line.beat >= first
        if not (mine or _outside(line, ready)):
            continue
        _go(game, line.beat, turns)
        if not game.over:
            game.submit(line.order)
    _go(game, None, turns)
    return game


def _outside(line: Logged, ready: Ready) -> bool:
    """Whether an order was given by nobody at the table: the facilitator brings things in."""
    return line.order.seat not in ready.scenario.seats


def turns_of(manifest: Manifest) -> list[tuple[int, int]]:
    """When the luck of a branch was turned, as (beats opened, replicate from then on)."""
    later = [replicate for _, replicate in manifest.earlier[1:]] + [manifest.replicate]
    return [(until, now) for (until, _), now in zip(manifest.earlier, later, strict=False)]


def turned_to(game: Game, turns: list[tuple[int, int]]) -> None:
    """Turn the luck where it is to be turned by now; what was turned leaves the list."""
    while turns and turns[0][0] <= game.opened:
        game.turn_luck(turns.pop(0)[1])


def _go(game: Game, beat: int | None, turns: list[tuple[int, int]]) -> None:
    """Play until so many beats have opened, or to the end, turning the luck where it was turned."""
    while turns and (beat is None or turns[0][0] <= beat):
        game.advance(max(turns[0][0] - game.opened, 0))
        turned_to(game, turns[:1])
        turns.pop(0)
    if beat is None:
        game.play()
    else:
        game.advance(max(beat - game.opened, 0))
