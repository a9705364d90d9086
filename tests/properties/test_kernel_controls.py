"""Controls of the kernel's contract: without what it does, forks and orders go another way."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from simpy import Environment
from simpy.events import Event, Timeout

from engine.game import Game
from engine.kernel import Kernel, Stage
from engine.orders import Order
from engine.written import Written
from tests.engine.stage import stage_of
from tests.engine.test_kernel import BELLS, Bell, Echo, Rang
from tests.properties.games import flagship, game, harbour

pytestmark = pytest.mark.xdist_group("flagship-rules")

Patch = pytest.MonkeyPatch
SEED, BEATS = 7, 126
"""Until the alliance was asked for troops, and was called together."""


def plain_timeouts(patch: Patch) -> None:
    """Ties are decided by SimPy's counter: by which agent happened to be scheduled first."""

    def ring(self: Kernel, stage: Stage, due: int) -> None:
        alarm = stage.alarm
        assert alarm is not None

        def rung(_: Event) -> None:
            if not alarm.triggered:
                alarm.succeed()

        bell = Timeout(self._env, due - self._env.now)
        assert bell.callbacks is not None
        bell.callbacks.append(rung)

    patch.setattr(Kernel, "_ring", ring)


class Hasty(Environment):
    """Takes no step until time goes on, so that nobody waits yet when orders are carried out."""

    hurried = False

    def step(self) -> None:
        if self.hurried:
            super().step()

    def run(self, until: int | float | Event | None = None) -> object | None:
        self.hurried = True
        return super().run(until)


def no_first_wait(patch: Patch) -> None:
    """Agents are not brought to their first wait: who is called before it, does not hear it."""
    ring = Kernel._ring

    def rung(self: Kernel, stage: Stage, due: int) -> None:
        if stage.alarm is not None:
            ring(self, stage, due)

    patch.setattr(Kernel, "_ring", rung)
    patch.setattr("engine.kernel.Environment", Hasty)


CONTROLS = [plain_timeouts, no_first_wait]


def forked(found: Game, beats: int) -> str:
    """The digest of a game that begins again at every beat, with agents in one order or back."""
    agents = list(found.scenario.agents)
    for beat in range(beats):
        order = agents[::-1] if beat % 2 else agents
        found.settings = replace(found.settings, agent_order=order)
        found.restore(found.snapshot())
        found.advance()
    return found.journal.digest()


def whole(found: Game, beats: int) -> str:
    """The digest of a game that is played on as it is."""
    found.advance(beats)
    return found.journal.digest()


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.__name__)
def test_without_it_a_forked_game_of_the_largest_scenario_differs(
    control: Callable[[Patch], None], monkeypatch: Patch
) -> None:
    first = game(flagship(), seed=SEED, bots="history", keep=False)
    again = game(flagship(), seed=SEED, bots="history", keep=False)
    assert whole(first, BEATS) == forked(again, BEATS)
    control(monkeypatch)
    first = game(flagship(), seed=SEED, bots="history", keep=False)
    again = game(flagship(), seed=SEED, bots="history", keep=False)
    assert whole(first, BEATS) != forked(again, BEATS)


def test_with_plain_timeouts_games_of_the_small_scenario_differ(monkeypatch: Patch) -> None:
    def same() -> list[bool]:
        seeds = range(3)
        return [whole(game(seed=s), 96) == forked(game(seed=s), 96) for s in seeds]

    assert all(same())
    plain_timeouts(monkeypatch)
    assert not all(same())


def test_with_plain_timeouts_a_tie_goes_to_whoever_was_begun_first(monkeypatch: Patch) -> None:
    def rang(order: list[str]) -> list[str]:
        return [entry.agent for entry in stage_of(BELLS, order=order).until(1.5).journal]

    assert rang(["first", "second"]) == rang(["second", "first"])
    plain_timeouts(monkeypatch)
    assert rang(["first", "second"]) != rang(["second", "first"])


def echoed() -> list[str]:
    """Who rang, when a bell is rung by an order before time goes on."""
    bell = Bell()
    stage = stage_of({"echo": (Echo(), Written()), "bell": (bell, Written())})
    stage.kernel.perform("bell", iter([Rang("bell")]))
    return [entry.agent for entry in stage.until(0.5).journal]


def test_without_a_first_wait_a_wake_up_by_an_order_is_lost(monkeypatch: Patch) -> None:
    assert echoed() == ["bell", "echo"]
    no_first_wait(monkeypatch)
    assert echoed() == ["bell"]


def test_without_a_first_wait_an_order_of_the_first_beat_does_something_else(
    monkeypatch: Patch,
) -> None:
    def ordered() -> str:
        found = game(harbour(), bots="idle")
        fields: dict[str, float | int | str | bool] = {"until": "day"}
        for beat in range(40):
            found.restore(found.snapshot())
            if beat == 20:
                card = Order(id="1", seat="union", card="work_to_rule", fields=fields)
                assert found.submit(card).accepted
            found.advance()
        return found.journal.digest()

    before = ordered()
    no_first_wait(monkeypatch)
    assert ordered() != before
