"""Which of the ways to fill in a form a word is about, and who learns of an order filled in so."""

from collections.abc import Mapping

from engine.events import Field
from engine.scenario.models import Card, Chosen, Known


def filled(with_: Mapping[str, Chosen], fields: Mapping[str, Field]) -> bool:
    """Whether a form is filled in so: a word is the same, a number is at least what is said."""
    for name, wanted in with_.items():
        given = fields.get(name)
        if isinstance(wanted, str):
            if given != wanted:
                return False
        elif not isinstance(given, int | float) or given < wanted - 1e-9:
            return False
    return True


def learners(card: Card, fields: Mapping[str, Field]) -> Mapping[str, Known]:
    """Who learns of an order of this card, by seat or `all`; nobody if no row fits its form."""
    return next((row.who for row in card.known_to if filled(row.with_, fields)), {})
