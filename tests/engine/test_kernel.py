"""The kernel: ties are decided by rank, nudges arrive at once, nothing due at an end happens."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from engine.events import Event
from engine.kernel import Restless
from engine.kinds import Happenings, Kind, Record, Standing
from engine.world import World
from engine.written import Written
from tests.engine.stage import HOUR, stage_of


@dataclass(frozen=True, slots=True)
class Rang(Event):
    """A bell rang."""

    bell: str


@dataclass(slots=True)
class Belfry:
    rung: list[str] = field(default_factory=list)
    due: int | None = HOUR


class Bell(Kind[Written, Belfry]):
    """Rings on every hour."""

    name, text, Config, events = "bell", "Rings on every hour.", Written, (Rang,)

    def begin(self, world: World, me: str) -> Belfry:
        return Belfry()

    def next_due(self, world: World, me: str) -> int | None:
        state = world.agents[me]
        assert isinstance(state, Belfry)
        return state.due

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        due = self.next_due(world, me)
        return [Standing(due)] if due is not None and due <= now else []

    def judge(self, world: World, me: str, record: Record, chance: object) -> Happenings:
        yield Rang(me)

    def apply(self, state: Belfry, event: Event) -> None:
        assert isinstance(event, Rang)
        state.rung.append(event.bell)
        state.due = None if state.due is None else state.due + HOUR


class Echo(Bell):
    """Rings whenever a bell has rung."""

    name, listens = "echo", ("bell.rang",)

    def begin(self, world: World, me: str) -> Belfry:
        return Belfry(due=None)

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        return [Standing(now)]


class Stuck(Bell):
    """Never moves on."""

    name = "stuck"

    def apply(self, state: Belfry, event: Event) -> None:
        state.rung.append("again")


BELLS = {"second": (Bell(), Written()), "first": (Bell(), Written())}


def test_a_tie_goes_to_the_agent_that_stands_first_in_the_scenario() -> None:
    for order in (["first", "second"], ["second", "first"]):
        stage = stage_of(BELLS, order=order).until(3.5)
        assert [entry.agent for entry in stage.journal] == ["second", "first"] * 3


def test_nothing_due_at_the_end_itself_happens_before_it() -> None:
    stage = stage_of(BELLS).until(1)
    assert len(stage.journal) == 0
    assert len(stage.until(1.001).journal) == 2


def test_a_nudge_arrives_at_the_same_instant_and_by_rank() -> None:
    stage = stage_of({"echo": (Echo(), Written()), "bell": (Bell(), Written())}).until(1.5)
    assert [(entry.agent, entry.at) for entry in stage.journal] == [("bell", HOUR), ("echo", HOUR)]


def test_agents_that_never_move_on_are_named() -> None:
    with pytest.raises(Restless, match="at second 3600 these agents wake each other .*: stuck"):
        stage_of({"stuck": (Stuck(), Written())}).until(2)
