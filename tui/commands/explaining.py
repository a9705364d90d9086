"""`whitecell explain`: what is in play, and what is known of each number."""

from collections.abc import Iterator, Mapping

import click
from pydantic import BaseModel

from engine.agents.registry import kinds
from engine.quantities import show
from engine.scenario.load import load
from engine.scenario.scenario import Scenario
from engine.written import Declared, Value, Varying, Written, declared
from tui.commands.common import pairs, say_json

Row = dict[str, object]


def explain_it(name: str, variant: str | None, sets: tuple[str, ...], as_json: bool) -> None:
    """Print every agent with its parameters, units, ranges and sources."""
    scenario = load(name, variant=variant, sets=pairs(sets, "--set"))
    rows = [explained(scenario, agent) for agent in scenario.agents]
    if as_json:
        say_json(rows)
        return
    click.echo(f"{scenario.title}: {len(rows)} agents, in the order in which they act\n")
    for row in rows:
        click.echo(f"{row['agent']} ({row['kind']}): {row['text']}")
        parameters = row["parameters"]
        assert isinstance(parameters, list)
        for item in parameters:
            click.echo(f"  {item['path']:48} {item['value']:>16}  {item['range']}")
            click.echo(f"      {item['text']}{_known(item)}")
        click.echo("")


def _known(item: Mapping[str, object]) -> str:
    known = "; ".join(str(item[key]) for key in ("source", "confidence", "basis") if item[key])
    return f" [{known}]" if known else ""


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
    for name in type(config).model_fields:
        value = getattr(config, name)
        what = declared(type(config), name)
        yield from _rows(scenario, f"{path}.{name}", value, what)


def _rows(scenario: Scenario, path: str, value: object, what: Declared) -> Iterator[Row]:
    if isinstance(value, Value):
        yield _row(scenario, path, value, what)
    elif isinstance(value, Varying):
        for where, steps in {"everywhere": value.everywhere, **value.by}.items():
            first = steps.steps[0][1]
            own = path if where == "everywhere" and not value.by else f"{path}.{where}"
            yield _row(scenario, own, first, what, path)
    elif isinstance(value, BaseModel):
        assert isinstance(value, Written)
        yield from parameters_of(scenario, path, value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _rows(scenario, f"{path}.{key}", item, what)


def _row(scenario: Scenario, path: str, value: Value, what: Declared, above: str = "") -> Row:
    known = scenario.evidence.get(path) or scenario.evidence.get(above)
    unit = value.unit or what.unit
    limits = ""
    if value.low is not None and value.high is not None:
        limits = f"({show(value.low, unit)} to {show(value.high, unit)})"
    return {
        "path": path,
        "value": show(value.number, unit),
        "unit": unit,
        "range": limits,
        "low": value.low,
        "high": value.high,
        "text": what.text,
        "source": ", ".join(known.source) if known else "",
        "confidence": known.confidence if known else "",
        "basis": known.basis if known and known.basis else what.basis,
    }
