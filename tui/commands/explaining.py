"""`whitecell explain`: what is in play, and what is known of each number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import click
from pydantic import BaseModel

from engine.agents.registry import kinds
from engine.moments import clock
from engine.quantities import show
from engine.scenario.load import load
from engine.scenario.models_play import Evidence
from engine.scenario.scenario import Scenario
from engine.written import Declared, Steps, Value, Varying, Written, declared
from tui.commands.common import pairs, say_json

Row = dict[str, object]
UNSAID = "design value of the scenario, no source"
"""The basis of a number that a scenario sets itself and says nothing of."""


def explain_it(
    name: str, variant: str | None, sets: tuple[str, ...], as_json: bool, verbs: bool = False
) -> None:
    """Print every agent with its numbers and sources, or with `verbs` what it can be told."""
    scenario = load(name, variant=variant, sets=pairs(sets, "--set"))
    if verbs:
        _say_verbs(scenario, as_json)
        return
    rows = [explained(scenario, agent) for agent in scenario.agents]
    if as_json:
        say_json(rows)
        return
    for line in format_lines(scenario):
        click.echo(line)
    click.echo(f"{scenario.title}: {len(rows)} agents, in the order in which they act\n")
    for row in rows:
        click.echo(f"{row['agent']} ({row['kind']}): {row['text']}")
        parameters = row["parameters"]
        assert isinstance(parameters, list)
        for item in parameters:
            click.echo(f"  {item['path']:48} {item['value']:>16}  {item['range']}")
            for moment, number in item.get("later", ()):
                click.echo(f"      from {moment}: {number}")
            click.echo(f"      {item['text']}{_known(item)}")
        click.echo("")


def _say_verbs(scenario: Scenario, as_json: bool) -> None:
    """What each agent can be told, with its arguments, and what of it can be shifted and read."""
    from tui.commands.kinds import held, verbs_of

    agents = {id: kinds()[a.kind].fitted(a.config) for id, a in scenario.agents.items()}
    if as_json:
        say_json([held(id, kind) for id, kind in agents.items()])
        return
    for line in verbs_of(agents):
        click.echo(line)


def format_lines(scenario: Scenario) -> Iterator[str]:
    """The formats of a scenario: minutes, moves, orders a move, and when people take over."""
    for name, format in scenario.formats.items():
        moves = [at for times in format.chapters.values() for at in times]
        orders = ", ".join(
            str(most) if seat == "otherwise" else f"{scenario.seats[seat].title} {most}"
            for seat, most in format.orders.items()
        )
        begins = f"{clock(min(moves, default=0), scenario.start, scenario.zone):%d %b %H:%M}"
        yield f"format {name}: {format.title or name}, {format.minutes} min, {len(moves)} moves"
        yield f"  from {begins}; orders a move: {orders}; chapters: {', '.join(format.chapters)}"
    if scenario.formats:
        yield ""


def _known(item: Mapping[str, object]) -> str:
    said = [str(item["source"]), f"confidence {item['confidence']}", str(item["basis"])]
    return f" [{'; '.join(part for part in said if part)}]"


def explained(scenario: Scenario, agent: str) -> Row:
    """One agent: its kind, what it is, and its parameters."""
    written = scenario.agents[agent]
    kind = kinds()[written.kind]
    return {
        "agent": agent,
        "kind": written.kind,
        "text": kind.text,
        "parameters": list(parameters_of(scenario, f"agents.{agent}", written.config)),
    }


def parameters_of(scenario: Scenario, path: str, config: Written) -> Iterator[Row]:
    """Every number of a configuration, tables and records included, by its path."""
    for name, field in type(config).model_fields.items():
        what = declared(type(config), name)
        yield from _rows(
            scenario, f"{path}.{name}", getattr(config, name), Known(what, field.default)
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What a kind says of a number: its declaration, and the value that is usual, if one is."""

    what: Declared
    usual: object

    def at(self, key: str) -> "Known":
        """The same of one entry of a table."""
        usual = self.usual.get(key) if isinstance(self.usual, Mapping) else None
        return Known(self.what, usual)

    def basis(self, value: Value) -> str:
        """Where a number comes from of which the scenario says nothing."""
        usual = self.usual.everywhere.steps[0][1] if isinstance(self.usual, Varying) else self.usual
        same = isinstance(usual, Value) and usual.number == value.number
        return self.what.basis if same and self.what.basis else UNSAID


def _rows(scenario: Scenario, path: str, value: object, kind: Known) -> Iterator[Row]:
    if isinstance(value, Value):
        yield _row(scenario, path, value, kind)
    elif isinstance(value, Varying):
        for where, steps in {"everywhere": value.everywhere, **value.by}.items():
            own = path if where == "everywhere" and not value.by else f"{path}.{where}"
            yield _row(scenario, own, steps.steps[0][1], kind) | _later(scenario, steps)
    elif isinstance(value, BaseModel):
        assert isinstance(value, Written)
        yield from parameters_of(scenario, path, value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _rows(scenario, f"{path}.{key}", item, kind.at(key))


def _later(scenario: Scenario, steps: Steps) -> Row:
    """The values that a number has later on, by the time from which it has each."""
    if len(steps.steps) == 1:
        return {}
    return {
        "later": [
            [
                f"{clock(second, scenario.start, scenario.zone):%d %b %H:%M}",
                show(value.number, value.unit),
            ]
            for second, value in steps.steps[1:]
        ]
    }


def _evidence(scenario: Scenario, path: str) -> Evidence | None:
    """What the scenario says of a number, or else of the nearest thing that it is a part of."""
    while path:
        if path in scenario.evidence:
            return scenario.evidence[path]
        path = path.rpartition(".")[0]
    return None


def _row(scenario: Scenario, path: str, value: Value, kind: Known) -> Row:
    known = _evidence(scenario, path) or Evidence()
    unit = value.unit or kind.what.unit.removeprefix("*")
    limits = "fixed"
    if value.low is not None and value.high is not None:
        limits = f"({show(value.low, unit)} to {show(value.high, unit)})"
    return {
        "path": path,
        "value": show(value.number, unit),
        "unit": unit or "plain number",
        "range": limits,
        "low": value.low,
        "high": value.high,
        "text": kind.what.text,
        "source": ", ".join(known.source),
        "confidence": known.confidence or "low",
        "basis": known.basis or ("record" if known.source else kind.basis(value)),
        "note": known.note,
    }
