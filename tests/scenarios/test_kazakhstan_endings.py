"""Each ending of the flagship is reached by a real run, inside the published ranges."""

import pytest

from engine import facts
from engine.agents.aid.events import Asked as AidAsked
from engine.agents.government.events import TableClosed
from engine.game import Game
from engine.journal import Entry
from engine.scenario.load import load
from engine.setup import Wanted, prepare, start
from tests.scenarios.flagship import NAME, latest, run

pytestmark = pytest.mark.xdist_group("flagship_endings")

OVERWHELM = "agents.loyalty.overwhelm"

REACHED: dict[str, tuple[str, str | None, dict[str, str]]] = {
    "government_falls": ("idle", None, {OVERWHELM: "3"}),
    "replaced_from_within": (
        "history", "no-aid", {OVERWHELM: "2.6", "meters.legitimacy.start": "46 %"}
    ),
    "averted": ("history", "without-spread", {}),
    "occupation_resented": ("history", "without-withdrawal", {}),
    "dependent_order": ("history", None, {"agents.aftermath.invitation": "30 %"}),
    "order_with_alliance": ("history", None, {}),
    "order_alone": ("history", "no-aid", {}),
    "long_conflict": ("idle", None, {}),
}  # fmt: skip
"""By ending: who plays, the variant, and what else is set (within its range)."""


@pytest.mark.parametrize("ending", REACHED)
def test_it_can_end_so(ending: str) -> None:
    bots, variant, sets = REACHED[ending]
    assert run(1, variant, bots, sets=tuple(sets.items())).ending == ending


BARGAIN = {
    "president": "plan:one_sheet", "movement": "plan:one_list", "interior": "plan:men_who_talk",
}  # fmt: skip
"""Three that give what the others ask for; everybody else plays by doctrine."""


def test_no_ending_is_left_out() -> None:
    assert set(load(NAME).endings) == {*REACHED, "settlement"}


def bargained(seed: int) -> Game:
    """A whole game of those three and the others."""
    wanted = Wanted(NAME, seed=seed, bots="doctrine", bot_of=BARGAIN)
    game = start(prepare(wanted), keep=False)
    game.play()
    return game


def test_those_who_bargain_avert_it() -> None:
    games = [bargained(seed) for seed in (1, 2, 3)]
    averted = [game for game in games if game.world.ending == "averted"]
    # Luck has its part in it: not in every game, and in most.
    assert len(averted) >= 2
    game = averted[0]
    events = [entry.event for entry in game.journal]
    closed = [event.how for event in events if isinstance(event, TableClosed)]
    answered = [
        dict(event.fields)["reply"]
        for event in events
        if isinstance(event, facts.OrderBegun) and event.card == "answer_offer"
    ]
    # An answer within its hour, an offer that was taken, and nobody called in.
    assert "kept" in closed
    assert "take" in answered
    assert not any(isinstance(event, AidAsked) for event in events)


def test_a_crisis_that_came_is_settled_where_a_sheet_is_signed() -> None:
    game = start(prepare(Wanted(NAME, seed=5, bots="doctrine")), keep=False)
    game.play()
    assert game.world.ending == "settlement"
    signed = [entry for entry in game.journal if fired(entry, "sheet_signed")]
    assert signed
    assert signed[0].at < game.now
    assert any(fired(entry, "first_hall_lost") for entry in game.journal)


def fired(entry: Entry, inject: str) -> bool:
    """Whether a line of a journal is that of an inject."""
    return isinstance(entry.event, facts.InjectFired) and entry.event.inject == inject


@pytest.mark.parametrize("seat", ["president", "movement"])
def test_nothing_is_settled_by_one_side_alone(seat: str) -> None:
    others = tuple(item for item in BARGAIN.items() if item[0] != seat)
    assert run(2, bots="idle", bot_of=others).ending not in {"averted", "settlement"}


def test_order_restored_alone_needs_calm_streets() -> None:
    alone, on = run(1, "no-aid"), run(1, bots="idle")
    calm, full = (latest(one, "participants") or 0 for one in (alone, on))
    assert [latest(one, "csto_flights") for one in (alone, on)] == [0, 0]
    assert calm < 300
    assert full > 3_000
