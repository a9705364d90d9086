"""What a card does by way of what others then order: whole futures beside the best quick sum.

A quick sum would step crowds and forces and leave the other seats as they are. The engine itself,
with every equation exact, is the best that it could be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import mean, median, stdev

from benchmarks.games import FLAGSHIP
from benchmarks.measure import Line, Report, figure
from engine.bots.common import open_cards
from engine.game import Game, Logged
from engine.setup import Wanted, prepare, start
from lab.choices.forms import filled
from lab.grounds import Grounds, Option, grounds_of
from lab.measures import Measure, measures_of
from lab.worlds import Imagined

SEED, WORLDS, CARDS = 2, 6, 2
BEFORE, AHEAD = 60 * 3600, 72 * 3600
"""Seconds: where the game stands when the staff is asked, and how far ahead it looks."""

ROWS = ("harm.killed", "harm.injured", "harm.detained", "meter.legitimacy", "meter.apparatus")
WHOLE, KEPT, SILENT = "whole futures", "orders of others kept", "others silent"
Row = dict[str, float]


@dataclass(frozen=True, slots=True)
class Future:
    """The rows of one future, and what the other seats ordered in it."""

    rows: Row
    orders: tuple[Logged, ...]


def run() -> Report:
    """No order and each card in every world under one luck, three ways."""
    ready = prepare(Wanted(FLAGSHIP, seed=SEED))
    seat = next(iter(ready.scenario.seats))
    game = start(ready, keep=False)
    game.play(until=BEFORE)
    forms = {card: filled(ready.scenario, card) for card in open_cards(game.view(seat))}
    cards = [Option(card, tuple(form.items())) for card, form in forms.items() if form is not None]
    grounds = grounds_of(ready.manifest, game.view(seat))
    worlds = [_world(grounds, number) for number in range(WORLDS)]
    going = [world for world in worlds if not world.game.over]
    titles = {m.key: m.title for m in measures_of(game.scenario, game.world)}
    plain = [_three_ways(world, grounds, Option()) for world in going]
    lines: list[Line] = []
    for key in (key for key in ROWS if key in titles):
        levels = ", ".join(f"{_middle(plain, way, key)} {way}" for way in (WHOLE, SILENT))
        lines.append(Line(f"{titles[key]}, no order: median", levels))
    for option in cards[:CARDS]:
        pairs = [(_three_ways(w, grounds, option), p) for w, p in zip(going, plain, strict=True)]
        for key in (key for key in ROWS if key in titles):
            lines.append(Line(f"{titles[key]}: `{option.card}` adds", _added(pairs, key)))
    return Report(
        f"What a card does in {FLAGSHIP}, with and without the answers of others, "
        f"{AHEAD // 86_400} days on in {len(going)} worlds",
        tuple(lines),
        ("Means over worlds with their standard error; the same luck on all sides.",),
    )


def _world(grounds: Grounds, number: int) -> Imagined:
    world = Imagined(grounds, (), number)
    world.play_to(grounds)
    return world


def _three_ways(world: Imagined, grounds: Grounds, option: Option) -> dict[str, Row]:
    """A future whole, with what others ordered without the card, and with nobody ordering."""
    plain = _played(world, grounds, Option(), None)
    kept = [line for line in plain.orders if line.order.seat != grounds.seat]
    return {
        WHOLE: plain.rows if not option.card else _played(world, grounds, option, None).rows,
        KEPT: _played(world, grounds, option, kept).rows,
        SILENT: _played(world, grounds, option, ()).rows,
    }


def _played(
    world: Imagined, grounds: Grounds, option: Option, orders: Sequence[Logged] | None
) -> Future:
    """One future; None lets bots order, else what is given here is all that is ordered."""
    game = world.with_luck(grounds, option, 1)
    assert game is not None, option
    measures = measures_of(game.scenario, game.world)
    before, given = _look(measures, game), len(game.orders)
    game.attended = orders is None
    waiting = [line for line in orders or () if line.answer.accepted]
    while not game.over and game.now < grounds.now + AHEAD:
        while waiting and waiting[0].beat <= game.opened:
            game.submit(waiting.pop(0).order)
        game.play(until=game.now + game.scene.beat_seconds)
    after = _look(measures, game)
    rows = {m.key: after[m.key] - (before[m.key] if m.sort == "harm" else 0.0) for m in measures}
    return Future(rows, tuple(game.orders[given:]))


def _look(measures: Sequence[Measure], game: Game) -> Row:
    return {measure.key: measure.take(game.world) or 0.0 for measure in measures}


def _middle(futures: Sequence[dict[str, Row]], way: str, key: str) -> str:
    return figure(median(future[way][key] for future in futures))


def _added(pairs: Sequence[tuple[dict[str, Row], dict[str, Row]]], key: str) -> str:
    said = []
    for way in (WHOLE, KEPT, SILENT):
        # Kept orders beside no card are whole futures: nothing there is ordered otherwise.
        beside = WHOLE if way == KEPT else way
        gaps = [card[way][key] - plain[beside][key] for card, plain in pairs]
        error = stdev(gaps) / sqrt(len(gaps)) if len(gaps) > 1 else 0.0
        said.append(f"{figure(mean(gaps))} ± {figure(error)} {way}")
    return ", ".join(said)
