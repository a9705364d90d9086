"""What was agreed on a square holds until one side breaks it, and no longer."""

import pytest

from engine import facts
from engine.game import Game
from engine.orders import FieldGiven, Order
from engine.setup import Wanted, prepare, start

HOUR = 3600
TALK: dict[str, FieldGiven] = {"where": "aktau", "agreed_on": "distance", "length": 48}
EASES = ("unrest.radicalises", "security.density", "loyalty.overwhelm")


OBEYED = {
    f"agents.security.{chance}": "0 %" for chance in ("fails", "partly", "late", "refuses")
} | {"agents.unrest.organised": "0 %"}  # fmt: skip
"""Men do what they are told, when they are told; nobody came for something else."""


def talking() -> Game:
    """Nobody plays; on the night of 4 January a talk is agreed in Aktau, and holds."""
    game = start(prepare(Wanted("kazakhstan-2022", bots="idle", sets=OBEYED)), keep=False)
    game.play(until=60 * HOUR)
    order(game, "movement", "marshals", {"where": "mangystau", "share": 0.1, "length": 96})
    game.advance(6)
    order(game, "interior", "talk_square", TALK)
    game.advance(2)
    return game


def order(game: Game, seat: str, card: str, fields: dict[str, FieldGiven]) -> None:
    """An order that the door takes."""
    id = f"o{len(game.orders)}"
    answer = game.submit(Order(id=id, seat=seat, card=card, fields=fields))
    assert answer.accepted, answer


def eased(game: Game) -> list[str]:
    """What the agreement still makes easier in that town."""
    return [
        shift.target
        for shift in game.world.shifts.values()
        if shift.places == ("aktau",) and shift.target in EASES
    ]


def brought(game: Game, inject: str) -> int:
    """How often it came."""
    return sum(
        isinstance(entry.event, facts.InjectFired) and entry.event.inject == inject
        for entry in game.journal
    )


BREACHES: dict[str, tuple[str, dict[str, FieldGiven]]] = {
    "shields up": ("posture", {"where": "aktau", "level": "disperse", "length": 12}),
    "weapons": ("posture", {"where": "aktau", "level": "armed", "length": 12}),
    "an arrest": ("arrests", {"where": "mangystau", "how": "on_the_spot", "length": 12}),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_by_the_forces_ends_a_talk_at_once(breach: str) -> None:
    game = talking()
    assert sorted(eased(game)) == sorted(EASES)
    card, fields = BREACHES[breach]
    order(game, "interior", card, fields)
    game.advance(3)
    assert eased(game) == []
    assert brought(game, "talk_broken_here") == 1


@pytest.mark.parametrize("elsewhere", [("posture", "atyrau"), ("arrests", "almaty_city")])
def test_what_is_done_elsewhere_does_not_end_it(elsewhere: tuple[str, str]) -> None:
    card, where = elsewhere
    game = talking()
    how = {"level": "disperse"} if card == "posture" else {"how": "on_the_spot"}
    order(game, "interior", card, {"where": where, "length": 12, **how})
    game.advance(3)
    assert sorted(eased(game)) == sorted(EASES)


def test_violence_from_the_crowd_ends_it_too() -> None:
    game = talking()
    crowd = game.scene.places.index("aktau")
    state = game.world.agents["unrest"]
    state.people[:2, crowd] = (400, 100)  # type: ignore[attr-defined]
    game.advance(2)
    assert eased(game) == []
    assert (brought(game, "talk_broken_there"), brought(game, "talk_broken_here")) == (1, 0)
