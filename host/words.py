"""An order of the staff in the words that people read."""

from collections.abc import Callable, Iterable, Mapping

from engine.catalogue import title_of
from engine.orders import FieldGiven
from engine.quantities import show
from engine.scenario.models import FieldSpec
from engine.scenario.scenario import Scenario

Plain = dict[str, object]


CostOf = Callable[[str, Mapping[str, FieldGiven]], Iterable[tuple[str, float]]]


def move_in_words(
    scenario: Scenario, move: Mapping[str, object] | None, cost_of: CostOf
) -> Plain | None:
    """A move as plain data, the order of the staff with its cost in words that people read."""
    if move is None:
        return None
    staff = move["staff"]
    if not isinstance(staff, dict):
        return dict(move)
    card, given = str(staff["card"]), staff["fields"]
    words = order_in_words(scenario, card, given)
    spent = [_spent(scenario, card, *cost) for cost in cost_of(card, given) if cost[1]]
    costs = ", ".join(spent)
    words = f"{words} for {costs}" if costs else words
    return {**move, "staff": {**staff, "words": words}}


def _spent(scenario: Scenario, card: str, stock: str, amount: float) -> str:
    """A cost such as `2 authority`, `1 crew` or `5 % of solidarity`."""
    written = scenario.seats[scenario.cards[card].seat].stocks[stock]
    unit, name = written.start.unit, (written.title or title_of(scenario, stock)).lower()
    if not unit:
        return f"{show(amount, unit)} {name}"
    return show(amount, unit) if unit == stock else f"{show(amount, unit)} of {name}"


def order_in_words(scenario: Scenario, card: str, fields: Mapping[str, object]) -> str:
    """An order such as `Relieve the tired (everywhere, 12 h)`."""
    specs = scenario.cards[card].fields
    said = [_worded(scenario, specs[name], value) for name, value in fields.items()]
    title = scenario.cards[card].title
    return f"{title} ({', '.join(said)})" if said else title


def _worded(scenario: Scenario, spec: FieldSpec, value: object) -> str:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return show(float(value), spec.unit)
    label = dict(spec.choices).get(str(value), "")
    return label if label and label != value else title_of(scenario, str(value))
