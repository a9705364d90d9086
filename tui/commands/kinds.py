"""`whitecell explain-kind` and `explain --verbs`: what a kind of agent takes, tells and can do."""

import inspect
import textwrap
from collections.abc import Iterator, Mapping

import click

from engine.agents.registry import AnyKind, kinds
from engine.dimensions import describe, example
from engine.events import name_of
from engine.kinds import Argument, Reading
from engine.names import did_you_mean
from engine.quantities import QuantityError, parse_unit, show
from engine.scenario.targets import bent
from engine.written import Declared, Written, declared
from tui.commands.common import say_json

WIDE = 96
SHAPES = {
    "posture": "a word by place",
    "words": "a word",
    "meter": "a meter",
    "agent": "an agent",
    "seat": "a seat",
    "rungs": "ids with texts, lowest first",
    "site_list": "a list of sites",
    "seat_list": "a list of seats",
    "area_list": "a list of places and regions",
    "text": "a text",
    "table": "ids, each with the keys below",
    "record": "the keys below",
    "moment": "a time",
    "flag": "true or false",
    "point": "[latitude, longitude]",
    "points": "ids, each with [latitude, longitude]",
    "lists": "ids, each with a list of ids",
    "ids": "a list of words",
    # What only verbs take.
    "area": "a place, a region, everywhere, or a list of them",
    "place": "a place",
    "region": "a region",
    "site": "a site",
    "force": "a force",
    "report": "a report, from a field",
    "agent_member": "a member of the agent",
}
BY_PLACE = {
    "varying": ", which may differ by place and over time",
    "place_table": ", by place",
    "agent_table": ", by agent",
}


def explain_kind(name: str | None, as_json: bool) -> None:
    """Print one kind, or the list of them; bad usage if there is no such kind."""
    known = kinds()
    if name is not None and name not in known:
        hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
        raise click.UsageError(f"no kind `{name}`{hint}")
    if as_json:
        said = {id: kind.text for id, kind in known.items()}
        say_json(said if name is None else held(name, known[name]))
        return
    if name is None:
        for id, kind in known.items():
            click.echo(f"{id:14} {kind.text}")
        click.echo("\nAll of one: whitecell explain-kind KIND")
        return
    kind = known[name]
    click.echo(f"{name}: {kind.text}\n\nKeys of an agent of this kind:")
    for line in keys(kind.Config, "  "):
        click.echo(line)
    for line in can(name, kind):
        click.echo(line)


def keys(config: type[Written], gap: str) -> Iterator[str]:
    """Every key of a configuration: how it is written, what it is without, and what it means."""
    for name, info in config.model_fields.items():
        what = declared(config, name)
        usual = f"without it {what.written}" if what.written is not None else ""
        said = [_written(what), usual or ("needed" if info.is_required() else ""), _limits(what)]
        yield from _entry(gap, name.rstrip("_"), "; ".join(part for part in said if part))
        yield from _wrapped(gap + "    ", what.text)
        if what.of is not None:
            yield from keys(what.of, gap + "    ")


def can(agent: str, kind: AnyKind) -> Iterator[str]:
    """What orders and injects may tell an agent, what may be shifted and read, and its events."""
    yield ""
    yield "Verbs, after `do:`" if kind.verbs else "It has no verbs."
    for name, verb in kind.verbs.items():
        yield from _entry("  ", f"{agent}.{name}", verb.text)
        for key, argument in verb.arguments.items():
            yield from _entry("      ", key, f"{_asked(argument)}: {argument.text}")
    bends = bent(kind)
    if bends:
        yield "Numbers that `shift:` may bend"
        for name, unit in bends.items():
            yield from _entry("  ", f"{agent}.{name}", f"in {unit}" if unit else "a plain number")
    if kind.readings:
        yield "Readings, for `when:`, `of:`, texts and `told:`"
        for name, reading in kind.readings.items():
            yield from _entry("  ", _read(agent, name, reading), reading.text)
    names = ", ".join(f"{agent}.{name}" for name in kind.named_events())
    if names:
        yield from _wrapped("", f"Events, for `times()`, `since()` and `first()`: {names}")


def held(agent: str, kind: AnyKind) -> dict[str, object]:
    """The same for programs."""
    return {
        "agent": agent,
        "kind": kind.name,
        "verbs": {
            name: {
                "text": verb.text,
                "arguments": {
                    key: {"takes": _takes(each), "needed": _needed(each), "text": each.text}
                    for key, each in verb.arguments.items()
                },
            }
            for name, verb in kind.verbs.items()
        },
        "shifts": bent(kind),
        "readings": {name: each.text for name, each in kind.readings.items()},
        "events": list(kind.named_events()),
        "says": {name_of(event): inspect.cleandoc(event.__doc__ or "") for event in kind.events},
    }


def _asked(argument: Argument) -> str:
    if _needed(argument):
        return _takes(argument)
    usual = argument.default
    if usual is None or usual == "":
        return f"{_takes(argument)}; may be left out"
    unit = f" {argument.sort}" if isinstance(usual, float | int) and argument.sort else ""
    shown = f"{usual:g}" if isinstance(usual, float | int) else str(usual)
    return f"{_takes(argument)}; without it {shown}{unit}"


def _needed(argument: Argument) -> bool:
    return argument.required and argument.default is None


def _takes(argument: Argument) -> str:
    """What stands behind an argument: words, a thing, or a number with its unit."""
    if argument.words or argument.sort == "words":
        return " or ".join(argument.words) or "a word of the scenario's own"
    if argument.sort == "rungs":
        return "a rung"
    if argument.unit_of:
        units = ", ".join(f"{word} in {unit}" for word, unit in argument.units.items() if unit)
        return f"a number in the unit of `{argument.unit_of}`" + (f" ({units})" if units else "")
    return SHAPES.get(argument.sort) or _number(argument.sort)


def _number(unit: str) -> str:
    """A number of a unit, with an example."""
    try:
        measured = parse_unit(unit, None).dimension
    except QuantityError:
        return f"a number in {unit}"
    return f"{describe(measured)}, such as {example(measured)}"


def _written(what: Declared) -> str:
    if what.sort in ("value", *BY_PLACE):
        number = "a number in a unit of yours" if what.unit == "*" else _number(what.unit)
        return number + BY_PLACE.get(what.sort, "")
    shape = SHAPES[what.sort]
    return f"{shape}: {', '.join(what.choices)}" if what.choices else shape


def _limits(what: Declared) -> str:
    unit = "" if what.unit == "*" else what.unit
    least, most = (show(bound or 0.0, unit) for bound in (what.at_least, what.at_most))
    if what.at_least is not None and what.at_most is not None:
        return f"{least} to {most}"
    if what.at_least is not None:
        return f"from {least}"
    return f"up to {most}" if what.at_most is not None else ""


def _read(agent: str, name: str, reading: Reading) -> str:
    owner = {"self": agent, "site": "SITE"}.get(reading.of, "PLACE")
    unit = f" ({reading.unit})" if reading.unit else ""
    return f"{owner}.{name}{unit}"


def _entry(gap: str, name: str, said: str) -> Iterator[str]:
    head = f"{gap}{name:22} " if len(name) <= 22 else f"{gap}{name}  "
    yield from textwrap.wrap(
        " ".join(said.split()), WIDE, initial_indent=head, subsequent_indent=gap + " " * 8
    ) or [head.rstrip()]


def _wrapped(gap: str, said: str) -> Iterator[str]:
    yield from textwrap.wrap(
        " ".join(said.split()), WIDE, initial_indent=gap, subsequent_indent=gap + "  "
    )


def verbs_of(agents: Mapping[str, AnyKind]) -> Iterator[str]:
    """What each agent of a scenario can be told, in file order."""
    for agent, kind in agents.items():
        yield f"{agent} ({kind.name}): {kind.text}"
        yield from (line for line in can(agent, kind) if line)
        yield ""
