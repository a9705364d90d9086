"""Moves open: those that are planned, and those that an event opens."""

from collections.abc import Callable

from engine import facts
from engine.envs import WorldEnv
from engine.events import EVERYONE, Event
from engine.moves.events import MoveOpened, MovePutOff, SlipScored, SlipsTold
from engine.moves.schedule import Schedule
from engine.moves.slips import brier
from engine.rules.rounding import nine
from engine.scenario.scenario import Scenario
from engine.world import World

EXTRA = "format:extra"
"""The key, with a name behind it, under which the world remembers what opens a move."""

Emit = Callable[[Event], int]


def open_move(scenario: Scenario, schedule: Schedule, world: World, emit: Emit) -> None:
    """Open the move that is planned for now, or the one that something has just opened.

    Nothing happens without a format, before the first move, or when the game is over.
    """
    format = schedule.format
    number = schedule.number_at(world.now)
    if format is None or world.ending or not (number or world.turn.number):
        return
    news = _turned(schedule, world, emit) if world.turn.number else ()
    more = format.extra is not None and len(world.turn.extras) < format.extra.most
    if number or (news and more):
        score_slips(scenario, schedule, world, emit)
    if number:
        untold = tuple(each for each in world.turn.untold if each not in news)
        _open(schedule, world, emit, number, because=(*untold, *news))
    elif news and more:
        _open(schedule, world, emit, world.turn.number, len(world.turn.extras) + 1, because=news)
    elif news:
        emit(MovePutOff(schedule.name, news, cause=f"format:{schedule.name}"))


def _open(
    schedule: Schedule,
    world: World,
    emit: Emit,
    number: int,
    extra: int = 0,
    *,
    because: tuple[str, ...],
) -> None:
    chapter = schedule.chapter_of(number)
    emit(
        MoveOpened(
            schedule.name, number, len(schedule.at), chapter, extra, bool(because), because,
            cause=f"format:{schedule.name}", to=(EVERYONE,),
        )
    )  # fmt: skip


def score_slips(scenario: Scenario, schedule: Schedule, world: World, emit: Emit) -> None:
    """Hold every slip against what is true now; nobody is told before the end."""
    for seat, slip in sorted(world.turn.slips.items()):
        given = {name: said for name, said in slip if name in scenario.forecasts}
        env = WorldEnv(world)
        true = {name: bool(scenario.forecasts[name].when.truth(env)) for name in given}
        scores = brier(given, true)
        rows = tuple((name, given[name], int(true[name]), scores[name]) for name in given)
        emit(SlipScored(seat, rows, cause=f"format:{schedule.name}"))


def tell_slips(scenario: Scenario, schedule: Schedule, world: World, emit: Emit) -> None:
    """The game is over: score what was said last, and tell each seat how well it foresaw."""
    score_slips(scenario, schedule, world, emit)
    for seat, (questions, total) in sorted(world.turn.scores.items()):
        if questions:
            mean = nine(total / questions)
            cause = f"format:{schedule.name}"
            emit(SlipsTold(seat, questions, mean, cause=cause, to=(seat,)))


def _turned(schedule: Schedule, world: World, emit: Emit) -> tuple[str, ...]:
    """What opens a move and has just become true, by name; what each is now is written down."""
    extra = None if schedule.format is None else schedule.format.extra
    found: list[str] = []
    for name, opens in () if extra is None else extra.by.items():
        key = f"{EXTRA}:{name}" if name else EXTRA
        true, was = bool(opens.when.truth(WorldEnv(world))), key in world.holds
        if true != was:
            emit(facts.ConditionTurned(key, true, cause=f"format:{schedule.name}"))
        if true and not was:
            found.append(name)
    return tuple(found)
