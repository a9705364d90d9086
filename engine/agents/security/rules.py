"""What becomes of an order that men are given: pure functions.

How men are split, tire and travel is in `engine.rules.relief`, `fatigue` and `reserve`.
"""

from dataclasses import dataclass

TOLERATE, CONTAIN, DISPERSE = 0.4, 0.7, 1.0
"""Weights of the postures below armed, the u of the equations."""


@dataclass(frozen=True, slots=True)
class Obedience:
    """Chances that bear on an order: by a wholly disloyal unit, or by what is asked of it."""

    fails: float
    partly: float
    late: float
    refuses: float
    exceeds: float = 0.0


def execution(
    loyal: float, fatigue: float, lethal: float, slow: float, roll: float, of: Obedience,
    harder: bool = False,
) -> str:  # fmt: skip
    """What becomes of an order, for a roll from 0 to 1.

    With q disloyal: no answer .3 f q^2; failed .7 f q^2 + refusal times `lethal` (how far it asks
    men to shoot at peaceful people); in part p q + .2 phi; late (l + .3 phi) times `slow`, how
    much slower than usual networks are; beyond the order x phi, where one could go `harder` than it
    says. Design values.
    """
    doubt = 1.0 - loyal
    lost = of.fails * doubt * doubt
    steps = (
        ("no_answer", 0.3 * lost),
        ("failed", 0.7 * lost + of.refuses * lethal),
        ("in_part", of.partly * doubt + 0.2 * fatigue),
        ("late", (of.late + 0.3 * fatigue) * slow),
        ("beyond", of.exceeds * fatigue * harder),
    )
    reached = 0.0
    for result, chance in steps:
        reached += chance
        if roll < reached:
            return result
    return "as_ordered"
