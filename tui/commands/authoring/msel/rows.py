"""A row of a master scenario events list, and how injects become rows."""

from dataclasses import dataclass, field
from datetime import timedelta

from engine.scenario.models import Inject
from engine.scenario.scenario import Scenario
from engine.scenario.scheduled import scheduled

DAY = 86400
FACILITATOR = "facilitator"
ENGINE = "engine"
PLANNED = "planned"
ON_CALL = "on call"
SCHEDULED = "scheduled"
"""When another inject or a card brings it in."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `time` is `D+1 15:00`, `when …`, `with …`, `unless …`, `scheduled` or `on call`.

    D+0 is the first day.

    `to` is `all` or ids of seats, parted by `; `. `line` is where it stood in a file, from 1.
    """

    id: str = ""
    number: str = ""
    time: str = ""
    from_: str = ""
    to: str = ""
    means: str = ""
    headline: str = ""
    content: str = ""
    expects: str = ""
    objective: str = ""
    controller: str = ""
    status: str = ""
    line: int = 0
    columns: dict[str, int] = field(default_factory=dict, compare=False)
    """Where each cell stood, by column of ours."""

    def plain(self) -> dict[str, str]:
        """By the names of columns."""
        return {column: getattr(self, part) for column, part in COLUMNS.items()}


COLUMNS = {
    "number": "number",
    "time": "time",
    "from": "from_",
    "to": "to",
    "means": "means",
    "headline": "headline",
    "content": "content",
    "expected action": "expects",
    "objective": "objective",
    "controller": "controller",
    "status": "status",
    "id": "id",
}
"""The columns in the order in which they are written, and what of a row stands in each."""


def rows_of(scenario: Scenario) -> list[Row]:
    """Every inject that says something: timed ones by their time, then the others in file order.

    Injects without a text are triggers of the engine, and no rows of a list.
    """
    told = [(id, inject) for id, inject in scenario.injects.items() if inject.text is not None]
    late = 10**9
    told.sort(key=lambda pair: late if pair[1].at is None else pair[1].at)
    by_others = scheduled(scenario)
    return [
        _row(scenario, number, id, inject, id in by_others)
        for number, (id, inject) in enumerate(told, 1)
    ]


def _row(scenario: Scenario, number: int, id: str, inject: Inject, by_others: bool) -> Row:
    assert inject.text is not None
    time = time_of(scenario, inject)
    return Row(
        id=id,
        number=str(number),
        time=SCHEDULED if time == ON_CALL and by_others else time,
        from_=inject.from_,
        to="; ".join(inject.to),
        means=inject.means,
        headline=inject.headline,
        content=inject.text.written,
        expects=inject.expects,
        objective=inject.objective,
        controller=FACILITATOR if inject.by_hand and not by_others else ENGINE,
        status=PLANNED,
    )


def time_of(scenario: Scenario, inject: Inject) -> str:
    """When an inject comes, as a list says it."""
    unless = inject.unless_ordered
    if unless is not None:
        since = f" of {unless.since}" if unless.since else ""
        within = f"{unless.within.number:.6g} h{since}"
        return f"unless {unless.seat} orders {unless.card} within {within}"
    condition = f"when {inject.when.text}" if inject.when is not None else ""
    if inject.event:
        return f"with {inject.event}{f' {condition}' if condition else ''}"
    if inject.at is None:
        return condition or ON_CALL
    moment = scenario.start + timedelta(seconds=inject.at)
    days = (moment.date() - scenario.start.date()).days
    return f"D+{days} {moment:%H:%M}{f' {condition}' if condition else ''}"
