"""What force, lost seats and time do to a government's legitimacy (models.md 5, refit.md 7)."""

from engine.rules.exact import exp

RECOVERY_HOURS = 60.0 * 24.0
"""Time constant of return to the ordinary level, h [tau_L]."""


def legitimacy_losses(
    deaths: int,
    lost_sites: int,
    armed_hours: float,
    per_death: float = 0.001,
    per_site: float = 0.004,
    per_armed_hour: float = 7e-5,
) -> dict[str, float]:
    """Losses of national legitimacy in a time, by cause, each 0 or negative.

    `armed_hours` are hours under orders to shoot at a crowd above 2,000. Keys: deaths, sites,
    armed.
    """
    return {
        "deaths": -per_death * deaths,
        "sites": -per_site * lost_sites,
        "armed": -per_armed_hour * armed_hours,
    }


def recovery(
    legitimacy: float, ordinary: float, hours: float, recovery_hours: float = RECOVERY_HOURS
) -> float:
    """Change of legitimacy by return to its ordinary level in a time, exactly for any `hours`."""
    return (ordinary - legitimacy) * (1.0 - exp(-hours / recovery_hours))


def bounded(legitimacy: float) -> float:
    """Legitimacy kept within 0 and 1."""
    return min(1.0, max(0.0, legitimacy))
