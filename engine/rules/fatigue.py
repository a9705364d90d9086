"""How forces tire on duty and rest off it (models.md 4.2)."""

from engine.rules.exact import exp
from engine.rules.fields import Field, FloatArray


def tired(
    fatigue: FloatArray, duty: FloatArray, hours: float, tires_in: float, rests_in: float
) -> FloatArray:
    """Fatigue after `hours` with a share `duty` of the time on: exact for a constant duty.

    dphi/dt = d (1 - phi)/tau_on - (1 - d) phi/tau_off, at rest where it is
    (d/tau_on)/(d/tau_on + (1 - d)/tau_off).
    """
    gain = duty / tires_in
    rate = gain + (1.0 - duty) / rests_in
    steady = gain / rate
    after: FloatArray = steady + (fatigue - steady) * exp(rate * -hours)
    return after


def effectiveness(fatigue: Field, cost: Field = 0.4) -> Field:
    """What tired men still do, as a share: 1 - e_phi phi."""
    return 1.0 - cost * fatigue
