"""How forces tire on duty and rest off it (models.md 4.2)."""

from engine.rules.exact import exp
from engine.rules.fields import Field

ON_HOURS = 36.0
"""Time constant of tiring, h."""
OFF_HOURS = 10.0
"""Time constant of resting, h."""


def steady_fatigue(duty: Field, on_hours: float = ON_HOURS, off_hours: float = OFF_HOURS) -> Field:
    """Fatigue that a lasting share of time on duty leads to."""
    tiring, resting = duty / on_hours, (1.0 - duty) / off_hours
    return tiring / (tiring + resting)


def fatigue_after(
    fatigue: Field,
    duty: Field,
    hours: float,
    on_hours: float = ON_HOURS,
    off_hours: float = OFF_HOURS,
) -> Field:
    """Fatigue after a time with a constant share on duty: the exact solution, for any `hours`.

    d phi/dt = duty (1 - phi)/on - (1 - duty) phi/off.
    """
    rate = duty / on_hours + (1.0 - duty) / off_hours
    settled = steady_fatigue(duty, on_hours, off_hours)
    return settled + (fatigue - settled) * exp(rate * -hours)


def effectiveness(fatigue: Field, cost: Field = 0.4) -> Field:
    """What tired men still do, as a share: 1 - e_phi phi."""
    return 1.0 - cost * fatigue
