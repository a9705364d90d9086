"""Shifts: how orders and injects bend a parameter for a time, never its base."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.kinds import Numbers
from engine.rules.exact import exp
from engine.scene import Scene

LN2 = 0.6931471805599453


@dataclass(frozen=True, slots=True)
class Shift:
    """One bending of `agent.parameter`: added to it (`by`) or multiplied with it (`times`).

    `places` empty means everywhere. `until` None means that it stays; `half_life` in seconds
    (0: none) makes it fade towards no change.
    """

    id: str
    target: str
    times: bool
    amount: float
    since: int
    until: int | None = None
    half_life: int = 0
    places: tuple[str, ...] = ()
    cause: str = ""

    def strength(self, now: int) -> float:
        """What is left of it: 1 at first, half of that after each half-life, 0 when over."""
        if now < self.since or (self.until is not None and now >= self.until):
            return 0.0
        if not self.half_life:
            return 1.0
        return float(exp(np.array([-LN2 * (now - self.since) / self.half_life]))[0])


def shifted(base: Numbers, active: Sequence[Shift], now: int, scene: Scene) -> Numbers:
    """Base values, shape (places,), with every active shift on them, in order of age.

    Factors come before sums, so that the order of two orders does not matter.
    """
    found = base.copy()
    for shift in active:
        if shift.times:
            factor = 1.0 + (shift.amount - 1.0) * shift.strength(now)
            found = np.where(_where(shift, scene), found * factor, found)
    for shift in active:
        if not shift.times:
            amount = shift.amount * shift.strength(now)
            found = np.where(_where(shift, scene), found + amount, found)
    return found


def _where(shift: Shift, scene: Scene) -> Numbers:
    if not shift.places:
        return np.ones(max(len(scene.places), 1), dtype=bool)
    return scene.mask(shift.places)
