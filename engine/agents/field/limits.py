"""Between which limits a level lies, and where its growth stops."""

from math import inf

from engine.agents.field.config import FieldConfig, Flow, Level
from engine.agents.field.outline import is_share, unit_of


def bounds(level: Level) -> tuple[float, float]:
    """The least and the most of a level, in canonical units."""
    usual = 1.0 if is_share(unit_of(level.start)) else inf
    least = 0.0 if level.least is None else level.least.number
    return least, usual if level.most is None else level.most.number


def full(config: FieldConfig, flow: Flow) -> float:
    """Where the growth of a flow stops; infinite where it never does."""
    if flow.up_to is not None:
        return flow.up_to.number
    # What turns into something else is bounded by what there is of it.
    return inf if flow.into else bounds(config.levels[flow.of])[1]
