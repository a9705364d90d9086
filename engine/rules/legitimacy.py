"""How a government's legitimacy comes back with time (models.md 5, refit.md 7)."""

from engine.rules.exact import exp


def recovery(legitimacy: float, ordinary: float, hours: float, recovery_hours: float) -> float:
    """Change of legitimacy by return to its ordinary level in a time, exactly for any `hours`."""
    return (ordinary - legitimacy) * (1.0 - exp(-hours / recovery_hours))
