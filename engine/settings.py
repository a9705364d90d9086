"""How a game is played: its luck, who plays by rule, and the format in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from engine.chance import Chance
from engine.orders import Order
from engine.views import View


class Bot(Protocol):
    """A seat played by rule. It keeps nothing: the same view gives the same orders."""

    name: str

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """What the seat orders before this beat opens."""
        ...


@dataclass
class Settings:
    """How a game is played: seed, replicate, bots by seat, and whether beats are kept.

    `format` is the one in force, or empty; `before` plays every seat until its first move. `people`
    are the seats whose staff orders when nobody decides.
    """

    seed: int
    replicate: int = 0
    bots: Mapping[str, Bot] = field(default_factory=dict)
    keep: bool = True
    agent_order: Sequence[str] | None = None
    format: str = ""
    before: Mapping[str, Bot] = field(default_factory=dict)
    people: tuple[str, ...] = ()
