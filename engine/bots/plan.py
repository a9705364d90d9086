"""A bot that plays a script of its seat, and leaves the rest to another bot."""

from collections.abc import Sequence

from engine.bots.common import scripted
from engine.bots.doctrine import Doctrine, Flowchart
from engine.chance import Chance
from engine.orders import Order
from engine.scenario.models import Box, Plan, Row
from engine.scenario.scenario import Scenario
from engine.views import View


class Scripted:
    """Gives the orders of one of the scenario's `plans`.

    A row with `at` is ordered at its hour, once, whether it is a move or not; a row with `when` is
    a box, tried at moves before those of doctrine. Both count as orders of the move.
    """

    def __init__(self, scenario: Scenario, plan: str) -> None:
        """Raises LookupError for a plan that the scenario has not."""
        written = plan_of(scenario, plan)
        self.name = f"plan:{plan}"
        self.seat = written.seat
        self._beat = scenario.beat
        rows = dict(written.orders) or (_past(scenario, written.seat) if written.past else {})
        timed = [(row.at, name, row) for name, row in rows.items() if row.at is not None]
        self._timed = sorted(timed, key=lambda each: each[0])
        boxes = {
            name: Box(when=row.when, order=row.order, fields=row.fields)
            for name, row in rows.items()
            if row.at is None
        }
        self._script = Flowchart(self.name, scenario, {written.seat: boxes})
        self._rest: Doctrine | None = None
        if written.then != "idle":
            temper = written.then.partition(":")[2]
            self._rest = Doctrine(scenario, temper, written.without)

    def orders(self, view: View, chance: Chance) -> Sequence[Order]:
        """The rows whose hour has come, at a move those that hold, and what is left to others."""
        found = [
            scripted(self.name, view, row.order, dict(row.fields), name)
            for at, name, row in self._timed
            if view.now - self._beat < at <= view.now
        ]
        found += self._script.beside(view, found)
        if self._rest is not None:
            found += [*self._rest.beside(view, found), *self._rest.dealings(view)]
            found += self._rest.foreseen(view)
        return found


def plan_of(scenario: Scenario, plan: str) -> Plan:
    """A plan by its id. Raises LookupError."""
    if plan not in scenario.plans:
        known = ", ".join(scenario.plans) or "none"
        raise LookupError(f"no plan `{plan}`; there are {known}")
    return scenario.plans[plan]


def _past(scenario: Scenario, seat: str) -> dict[str, Row]:
    """What the seat did, as rows of a plan."""
    return {
        id: Row(past.order, at=past.at, fields=past.fields)
        for id, past in scenario.history.items()
        if scenario.cards[past.order].seat == seat
    }
