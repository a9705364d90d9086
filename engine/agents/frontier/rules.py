"""How often shots are exchanged across a line, and what each exchange leaves behind."""

from math import sqrt

from engine.rules.exact import exp, power

TOUCH = {"withdrawn": 0.1, "watching": 1.0, "ready": 2.0, "pushing": 5.0}
"""How a stance multiplies the incidents of a line; both sides' stances count."""


def rate(quiet: float, own: str, across: str, heat: float, left: float) -> float:
    """Incidents an hour at a place: what the stances bring, and what earlier ones still do.

    `left` is the share that a truce leaves, 1 without one. The stances of both sides multiply
    (their geometric mean), since it takes somebody to shoot and somebody to be there.
    """
    stances = sqrt(TOUCH[own] * TOUCH[across])
    return (quiet * stances + heat) * left


def cooled(heat: float, cools: float, hours: float) -> float:
    """What is left of the heat of earlier incidents: it decays with the time `cools` (h)."""
    return heat * exp(-hours / cools)


def kindled(incidents: float, provokes: float, cools: float) -> float:
    """Heat (/h) that incidents add: decaying with `cools`, it brings `provokes` each in all.

    The exponential kernel of a self-exciting process: its integral is the branching ratio, so
    below 1 the line comes to rest (A. G. Hawkes, Biometrika 58, 83-90, 1971).
    """
    return incidents * provokes / cools


def endangered(danger: float, incidents: float, reach: float, cools: float) -> float:
    """Share of a place in danger: each incident adds `reach` of the rest; it fades as heat does."""
    left = danger * exp(-1.0 / cools)
    return 1 - (1 - left) * power(1 - reach, incidents)
