"""The rules of the engine on the largest scenario: forks, folds, saves, orders, people."""

import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine import facts
from engine.agents.registry import AnyKind, kinds
from engine.agents.security.events import CalledUp
from engine.agents.security.state import SecurityState
from engine.agents.unrest.events import Stepped
from engine.agents.unrest.state import DETAINED, JOINED, KILLED, RELEASED, RESTING, UnrestState
from engine.apply import apply
from engine.begin import begin
from engine.bots.casting import cast
from engine.chance import Chance
from engine.events import MeterMoved
from engine.game import Game, Settings
from engine.journal import Entry
from engine.kinds import Happenings, Numbers, Record
from engine.scenario.load import load
from engine.setup import Wanted, resume
from engine.world import World, frozen
from host.table import Table
from tests.engine.test_kernel import Bell, Rang
from tests.properties.games import flagship, game
from tests.properties.test_forks import line_without_number

pytestmark = pytest.mark.xdist_group("flagship-rules")

HOUR, DAY = 3600, 24
SEED = 7
SHUFFLES = st.randoms(use_true_random=False)
few = settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate])
"""Each example plays days of a large country."""


@cache
def recorded(days: int = 7, seed: int = SEED, bots: str = "history") -> Game:
    """A game that was never forked: the week in which troops are asked for, and come."""
    found = game(flagship(), seed=seed, bots=bots)
    found.play(until=days * DAY * HOUR)
    return found


def lines(found: Game, before: int) -> list[str]:
    """The journal's lines of before a second."""
    return [entry.line() for entry in found.journal if entry.at < before]


def forked(found: Game, beats: int, orders: Sequence[Sequence[str]]) -> Game:
    """Played on for so many beats, and begun again before each with agents in another order."""
    for beat in range(beats):
        found.settings = replace(found.settings, agent_order=orders[beat % len(orders)])
        found.restore(found.snapshot())
        found.advance()
    return found


def shuffled(random: Random) -> list[list[str]]:
    """A few orders in which agents could be begun."""
    agents = list(flagship().agents)
    return [random.sample(agents, len(agents)) for _ in range(4)]


# Copies.


def test_a_week_forked_at_every_beat_writes_the_same_journal() -> None:
    whole = recorded()
    agents = list(flagship().agents)
    again = game(flagship(), seed=SEED, bots="history")
    forked(again, whole.opened, [agents, agents[::-1]])
    assert again.journal.digest() == whole.journal.digest()
    assert again.outcomes() == whole.outcomes()


@few
@given(seed=st.integers(0, 2**32), at=st.integers(30, 60), shuffle=SHUFFLES)
def test_agents_may_be_begun_in_any_order(seed: int, at: int, shuffle: Random) -> None:
    whole = game(flagship(), seed=seed, bots="random")
    whole.advance(at + 24)
    again = forked(whole.branch(at * HOUR), 24, shuffled(shuffle))
    assert again.journal.digest() == whole.journal.digest()


@few
@given(at=st.integers(96, 150), shuffle=SHUFFLES)
def test_the_airlift_may_be_forked_at_every_beat(at: int, shuffle: Random) -> None:
    whole = recorded()
    assert whole.world.tallies["airlift.unloaded"].times > 0
    again = forked(whole.branch(at * HOUR), 14, shuffled(shuffle))
    assert lines(again, again.now) == lines(whole, again.now)


@few
@given(seed=st.integers(0, 2**32), stop=st.integers(1, 95), more=st.integers(1, 24))
def test_a_game_that_was_saved_and_resumed_is_the_game(seed: int, stop: int, more: int) -> None:
    whole = game(flagship(), seed=seed, bots="history", keep=False)
    whole.advance(stop + more)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.wcsave"
        wanted = Wanted("kazakhstan-2022", seed=seed, bots="history")
        table = Table.new(wanted, "press", path)
        table.advance(stop, until_move=False)
        table.close()
        again, save = resume(path)
        again.advance(more)
        save.close()
    assert again.journal.digest() == whole.journal.digest()
    assert again.outcomes() == whole.outcomes()


# The journal is the game.


def folded(found: Game) -> Iterator[tuple[Entry, World]]:
    """Each entry of a journal, and a fresh world to which all up to it were applied."""
    fresh = begin(found.scene)
    for entry in found.journal:
        apply(fresh, entry)
        yield entry, fresh


def test_the_world_is_a_fold_of_the_journal() -> None:
    whole = recorded()
    *_, (_, fresh) = folded(whole)
    fresh.now = whole.world.now
    assert frozen(fresh) == frozen(whole.world) or fresh == whole.world


# Conservation.


def of(world: World, kind: type) -> object:
    """The part of the world that is an agent's of a sort of which there is one."""
    (found,) = (part for part in world.agents.values() if isinstance(part, kind))
    return found


@pytest.mark.parametrize(("bots", "days"), [("history", 7), ("random", 5)])
def test_nobody_is_lost_or_made_on_the_streets(bots: str, days: int) -> None:
    whole = recorded(days, bots=bots)
    before = begin(whole.scene).agents["unrest"]
    assert isinstance(before, UnrestState)
    pool, steps, moves = before.pool.copy(), 0, 0
    for entry, world in folded(whole):
        if entry.agent != "unrest":
            continue
        now = of(world, UnrestState)
        assert isinstance(now, UnrestState)
        check_streets(now, pool, entry.line())
        out, joined = (now.people - before.people).sum(0), (now.counted - before.counted)[JOINED]
        if isinstance(entry.event, Stepped):
            # Whoever is new among them has come out; only those who rested went back to work.
            assert (out <= joined).all(), entry.line()
            assert (out >= joined - before.people[RESTING]).all(), entry.line()
            assert (now.people[KILLED] >= before.people[KILLED]).all()
            steps += 1
        else:
            assert not out.any(), entry.line()
            assert not joined.any(), entry.line()
            moves += (now.people != before.people).any()
        before = deepcopy(now)
    assert steps > 24
    assert before.people[KILLED].any() or bots == "random"
    assert moves or bots == "history"


def check_streets(state: UnrestState, pool: Numbers, line: str) -> None:
    """Whole people, each in one place, and all of them there."""
    now = state.crowds()
    everybody = (
        now.available, now.peaceful, now.violent, now.resting, now.detained, now.killed
    )  # fmt: skip
    assert all((part >= 0).all() for part in everybody), line
    assert all((part == np.floor(part)).all() for part in everybody), line
    assert (np.sum(everybody, axis=0) == pool).all(), line
    # Whoever was taken is held until let go.
    assert (state.counted[DETAINED] - state.counted[RELEASED] == now.detained).all(), line


def test_no_man_of_the_forces_is_lost_on_his_way() -> None:
    whole = recorded()
    start = begin(whole.scene).agents["security"]
    assert isinstance(start, SecurityState)
    men, moved = start.total, 0
    for entry, world in folded(whole):
        if entry.agent != "security":
            continue
        state = of(world, SecurityState)
        assert isinstance(state, SecurityState)
        men += entry.event.men if isinstance(entry.event, CalledUp) else 0
        moved += bool(state.moving)
        assert state.total == men, entry.line()
        assert min(*state.garrison, *state.reserve) >= 0, entry.line()
    assert moved > 0


def test_every_move_of_a_meter_is_the_sum_of_its_causes() -> None:
    moves, before = 0, dict(begin(recorded().scene).meters)
    for entry, world in folded(recorded()):
        if isinstance(entry.event, MeterMoved):
            before[entry.event.meter] += entry.event.by
            terms = entry.event.terms
            assert terms
            assert all(term.cause for term in terms), entry.line()
            assert abs(sum(term.amount for term in terms) - entry.event.by) <= 1e-9, entry.line()
            moves += 1
        assert world.meters == before, entry.line()
        assert all(0.0 <= value <= 1.0 for value in world.meters.values()), entry.line()
    assert moves > 20


# Orders.


def unanswered(found: Game) -> list[tuple[str, str, str]]:
    """Accepted orders that are not done with, or whose seat was not told, though it is time."""
    beat, now = found.scene.beat_seconds, found.now
    last = now - beat  # the last beat that opened
    due: dict[tuple[str, str], int] = {}
    fates: dict[tuple[str, str], int] = {}
    told: dict[tuple[str, str], int] = {}
    for entry in found.journal:
        match entry.event:
            case facts.OrderTaken(seat=seat, order=order, due=at):
                due[seat, order] = at
                fates[seat, order] = 0
            case facts.OrderBegun(seat=seat, order=order, effects_due=at):
                due[seat, order] = at
            case facts.OrderWithdrawn(seat=seat, order=order):
                fates[seat, order] += 1
            case facts.CarriedOut(seat=seat, order=order) | facts.Failed(seat=seat, order=order):
                fates[seat, order] += 1
                if entry.event.told_at is not None:
                    told[seat, order] = entry.event.told_at
            case facts.OrderReported(order=order, to=(seat,)):
                told.pop((seat, order), None)
            case _:
                pass
    late = [(*key, "no fate") for key, at in due.items() if at <= last and fates[key] != 1]
    late += [(*key, "early") for key, at in due.items() if at > last and fates[key] > 1]
    late += [(*key, "untold") for key, at in told.items() if at <= last]
    return late


def taken(found: Game) -> int:
    """How many orders were accepted."""
    return sum(isinstance(entry.event, facts.OrderTaken) for entry in found.journal)


def test_no_order_of_the_record_is_left_undone_once_its_time_has_passed() -> None:
    assert taken(recorded()) > 20
    assert unanswered(recorded()) == []


@few
@given(seed=st.integers(0, 2**32), beats=st.integers(24, 96))
def test_no_order_is_left_undone_once_its_time_has_passed(seed: int, beats: int) -> None:
    found = game(flagship(), seed=seed, bots="random", keep=False)
    for _ in range(beats // 12):
        found.advance(12)
        assert unanswered(found) == []
    assert taken(found) > 5


# What is not touched.


class Clock(Bell):
    """Rings every hour, hears all there is to hear of the streets, and draws luck of its own."""

    name, listens = "clock", ("unrest.stepped", "security.stepped")

    def judge(self, world: World, me: str, record: Record, chance: object) -> Happenings:
        assert isinstance(chance, Chance)
        if self.next_due(world, me) == world.now:
            yield Rang(f"{me} {chance.at(me, 'bell', world.now).random():.9g}")


def test_an_agent_more_that_touches_nothing_leaves_the_luck_of_all_others() -> None:
    more: dict[str, AnyKind] = {**kinds(), "clock": Clock()}  # type: ignore[dict-item]
    scenario = load("kazakhstan-2022", sets=["agents.bystander={kind: clock}"], kinds=more)
    other = Game(scenario, Settings(SEED, bots=cast(scenario, "history", {})), all_kinds=more)
    other.play(until=6 * DAY * HOUR)
    before = [e for e in other.journal if e.at < other.now]
    kept = [line_without_number(e.row()) for e in before if e.agent != "bystander"]
    plain = [e for e in recorded().journal if e.at < other.now]
    assert len(before) > len(kept) + 140
    assert plainly(kept) == plainly([line_without_number(e.row()) for e in plain])


def plainly(rows: Sequence[dict[str, object]]) -> list[str]:
    """Lines without the numbers of other lines, of which there are more in one of two journals."""
    number = re.compile(r"(event:|/[0-9]+/|\"entry\": )[0-9]+\b")
    return [number.sub(r"\1", json.dumps(row)) for row in rows]
