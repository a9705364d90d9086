"""What an author may write of a field: levels by place, flows between them, links and marks."""

from collections.abc import Mapping

from engine.written import Value, Varying, Written, declare, parameter

AUTHORS = "what the scenario says of its own; no value is usual"
SHAPES = ("grows", "fades", "gains", "loses", "turns", "gives", "infects", "catches", "moves")
"""What a flow may do."""


class Level(Written):
    """Something that each place has more or less of. Its id is a reading of places, and with
    `_in_all` behind it one of the agent: the sum, or of a share the mean over people.
    """

    title: str = declare("text", "its name")
    start: Varying = declare(
        "varying", "what a place has when the scenario starts; its unit is that of the level",
        unit="*", basis=AUTHORS,
    )  # fmt: skip
    least: Value | None = declare(
        "value", "it never falls below this, by default 0", None, unit="*", basis=AUTHORS,
        optional=True,
    )  # fmt: skip
    most: Value | None = declare(
        "value", "it never rises above this, by default 100 % of a share and no limit of others",
        None, unit="*", basis=AUTHORS, optional=True,
    )  # fmt: skip


class Flow(Written):
    """How a level changes by itself. Its id names it in a shift, which bends its `share` or
    `amount`.

    `grows`: by `share` of itself, less and less towards `up_to`. `fades`: by `share` of itself.
    `gains` and `loses`: by `amount`. `turns`: `share` of it becomes `into`. `gives`: the same, and
    it loses nothing by it, as fire gives smoke. `infects`: `share` of
    it, times the part of the whole that `into` is, becomes `into`. `catches`: the same with the
    parts of linked places added up; without `into`, it grows by `share` of the linked places'
    levels, less and less towards `up_to`. `moves`: `share` of it goes along each link.
    """

    does: str = declare("words", "what it does", choices=SHAPES)
    of: str = declare("text", "the level that it changes")
    title: str = declare("text", "what it is called in timelines, such as: fire on the ground", "")
    into: str = declare(
        "text", "what it turns into, or gives; of `infects` and `catches`, also what infects",
        "", optional=True,
    )  # fmt: skip
    share: Varying | None = declare(
        "varying", "how fast: a share of what there is", None, unit="%/h", at_least=0,
        basis=AUTHORS, optional=True,
    )  # fmt: skip
    amount: Varying | None = declare(
        "varying", "how much, in the level's unit over time", None, unit="*", at_least=0,
        basis=AUTHORS, optional=True,
    )  # fmt: skip
    up_to: Value | None = declare(
        "value", "where growth stops, by default the level's `most`", None, unit="*",
        basis=AUTHORS, optional=True,
    )  # fmt: skip
    whole: tuple[str, ...] = declare(
        "ids", "levels that make up the whole, by default all that can turn into one another", (),
        optional=True,
    )  # fmt: skip
    needs: Mapping[str, Value] = declare(
        "table", "levels that must stand at this or above, at the same place", {}, unit="*",
        basis=AUTHORS,
    )  # fmt: skip
    stopped_by: Mapping[str, Value] = declare(
        "table", "levels that must stand below this, at the same place", {}, unit="*",
        basis=AUTHORS,
    )  # fmt: skip
    varies: Value | None = declare(
        "value", "how much its pace differs from hour to hour and place to place: spread over mean",
        None, unit="%", at_least=0, at_most=3, basis=AUTHORS, optional=True,
    )  # fmt: skip


class Mark(Written):
    """A threshold of a level. Its id counts as an event at each place that crosses it, as in
    `times(fire.caught)`; with `is_` before it, it is a reading of places: 1 while it is crossed.
    """

    of: str = declare("text", "the level")
    above: Value | None = declare(
        "value", "crossed from this on upwards", None, unit="*", basis=AUTHORS, optional=True
    )
    below: Value | None = declare(
        "value", "crossed under this", None, unit="*", basis=AUTHORS, optional=True
    )
    text: str = declare("text", "what it means, for timelines, such as: the ridge burns", "")


class FieldConfig(Written):
    """Levels by place with declared flows: for whatever grows, fades, turns and spreads."""

    levels: Mapping[str, Level] = declare("table", "what each place has more or less of", of=Level)
    flows: Mapping[str, Flow] = declare("table", "how levels change by themselves", {}, of=Flow)
    marks: Mapping[str, Mark] = declare("table", "thresholds that are events", {}, of=Mark)
    links: Mapping[str, tuple[str, ...]] = declare(
        "lists", "places or regions that border on each other; said once, it holds both ways", {}
    )
    within: Value = parameter(
        "0 km", "km", "places so near to each other are linked too", at_least=0,
        basis="none, unless the scenario says so",
    )  # fmt: skip
    thins: Value = parameter(
        "0 km", "km", "a link counts half for each so many km; with 0 all links count the same",
        at_least=0, basis="none, unless the scenario says so",
    )  # fmt: skip
    step: Value = parameter(
        "15 min", "min", "the step of the model within each hour", at_least=1 / 60, at_most=1,
        basis="design value: its error is far below what anybody knows of the rates",
    )  # fmt: skip
