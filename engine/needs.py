"""What a seat needs from others now, as far as it can know."""

from engine.envs import SeatEnv
from engine.scenario.models import Need
from engine.scenario.scenario import Scenario

MOST = 4
"""A seat is shown no more at a time: those that stand first in its list."""


def pressing(scenario: Scenario, env: SeatEnv, seat: str) -> list[tuple[str, Need]]:
    """The needs that matter now and are not met, by id: what is not known matters to nobody."""
    found = ((id, need) for id, need in scenario.seats[seat].needs.items() if _presses(need, env))
    return [each for each, _ in zip(found, range(MOST), strict=False)]


def _presses(need: Need, env: SeatEnv) -> bool:
    matters = need.when is None or bool(need.when.truth(env))
    return matters and not (need.met is not None and need.met.truth(env))
