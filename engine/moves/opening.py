"""Moves open: those that are planned, and those that an event opens."""

from collections.abc import Callable

from engine import facts
from engine.envs import WorldEnv
from engine.events import EVERYONE, Event
from engine.moves.events import MoveOpened, MovePutOff
from engine.moves.schedule import Schedule
from engine.world import World

EXTRA = "format:extra"
"""The key under which the world remembers that what opens a move is true."""

Emit = Callable[[Event], int]


def open_move(schedule: Schedule, world: World, emit: Emit) -> None:
    """Open the move that is planned for now, or the one that something has just opened.

    Nothing happens without a format, before the first move, or when the game is over.
    """
    format = schedule.format
    number = schedule.number_at(world.now)
    if format is None or world.ending or not (number or world.turn.number):
        return
    news = _turned(schedule, world, emit) and world.turn.number > 0
    if number:
        _open(schedule, world, emit, number, news=news or world.turn.untold)
    elif news and format.extra is not None and len(world.turn.extras) < format.extra.most:
        _open(schedule, world, emit, world.turn.number, len(world.turn.extras) + 1, news=True)
    elif news:
        emit(MovePutOff(schedule.name, cause=f"format:{schedule.name}"))


def _open(
    schedule: Schedule, world: World, emit: Emit, number: int, extra: int = 0, *, news: bool
) -> None:
    chapter = schedule.chapter_of(number)
    emit(
        MoveOpened(
            schedule.name, number, len(schedule.at), chapter, extra, news,
            cause=f"format:{schedule.name}", to=(EVERYONE,),
        )
    )  # fmt: skip


def _turned(schedule: Schedule, world: World, emit: Emit) -> bool:
    """Whether what opens a move has just become true; what it is now is written down."""
    extra = None if schedule.format is None else schedule.format.extra
    if extra is None:
        return False
    true, was = bool(extra.when.truth(WorldEnv(world))), EXTRA in world.holds
    if true != was:
        emit(facts.ConditionTurned(EXTRA, true, cause=f"format:{schedule.name}"))
    return true and not was
