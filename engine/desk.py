"""What every part of a beat's opening has at hand: the scenario, the world, and how to emit."""

from engine.chance import Chance
from engine.effects import Effects
from engine.events import Event
from engine.kernel import Kernel
from engine.scenario.scenario import Scenario
from engine.world import World

GAME = "game"


class Desk:
    """One opening of one beat: nothing on it outlives the opening."""

    def __init__(self, scenario: Scenario, kernel: Kernel, chance: Chance) -> None:
        self._scenario, self._kernel, self._chance = scenario, kernel, chance
        self._world: World = kernel.world
        self._effects = Effects(
            self._world, chance, kernel.emit, kernel.perform, self.put_by_effect
        )

    @property
    def _now(self) -> int:
        return self._world.now

    def put_by_effect(self, offer: str, to: str, cause: str, bound: bool) -> None:
        """Put an offer to a seat: for those desks that deal."""

    def _emit(self, event: Event) -> int:
        return self._kernel.emit(GAME, event)
