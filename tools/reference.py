"""The reference of the kinds of agents, written from their own declarations into docs/kinds.

    python -m tools.reference [FOLDER]

The pages are made when the documentation is built and are not committed.
"""

import inspect
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

from engine.agents.registry import AnyKind, kinds
from engine.events import BASE, Event, name_of
from engine.kinds import Argument, Reading, Verb
from engine.quantities import show
from engine.written import Declared, Written, declared
from tui.commands.kinds import SHAPES as SHORT

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "kinds"

SHAPES = {
    **SHORT,
    "value": "a number",
    "varying": "a number, by place and over time",
    "flag": "`always` or `never`",
    "point": "latitude and longitude",
    "points": "ids, each with latitude and longitude",
    "place_table": "places or sites, each with a number",
    "agent_table": "agents, each with a number",
    "lists": "ids, each with a list of ids",
    "ids": "a list of words",
}
"""How each sort of parameter is written."""


def pages() -> tuple[str, ...]:
    """The paths of all pages, as the navigation names them."""
    return tuple(f"kinds/{name}.md" for name in ("index", *kinds()))


def write(folder: Path = FOLDER) -> None:
    """Write every page anew."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    (folder / "index.md").write_text(index(kinds()), encoding="utf-8")
    for name, kind in kinds().items():
        (folder / f"{name}.md").write_text(page(kind), encoding="utf-8")


def index(known: Mapping[str, AnyKind]) -> str:
    """The list of all kinds."""
    rows = [(f"[`{name}`]({name}.md)", kind.text) for name, kind in known.items()]
    return "\n".join(
        (
            "# Kinds of agents",
            "",
            "Each page is made from the declarations of a kind when the documentation is built.",
            "Check, forms, `explain` and these pages read the same declarations.",
            "",
            *_table(("kind", "what it is"), rows),
            "",
        )
    )


def page(kind: AnyKind) -> str:
    """One kind: parameters, readings, verbs, events, and what wakes it."""
    return "\n".join(
        (
            f"# {kind.name}",
            "",
            f"{_cell(kind.text)}.",
            "",
            "## Parameters",
            "",
            *(_parameters(kind.Config) or ("It has none.", "")),
            *_readings(kind.readings),
            *_verbs(kind.verbs),
            *_events(kind),
            *_listens(kind.listens),
        )
    )


def _parameters(config: type[Written]) -> list[str]:
    """A table of one configuration, followed by those of the records in it."""
    names = list(config.model_fields)
    if not names:
        return []
    found = {name: declared(config, name) for name in names}
    head = ("parameter", "written as", "default and range", "limits", "what it is", "basis")
    rows = [_parameter(config, name, what) for name, what in found.items()]
    lines = [*_table(head, rows), ""]
    for name, what in found.items():
        if what.of is not None:
            lines += [f"### {_yaml(name)}", "", *_text(what.of), *_parameters(what.of)]
    return lines


def _parameter(config: type[Written], name: str, what: Declared) -> tuple[str, ...]:
    return (
        f"`{_yaml(name)}`",
        _shape(what),
        _default(config, name, what),
        _limits(what),
        _cell(what.text),
        _cell(what.basis),
    )


def _yaml(name: str) -> str:
    return name.rstrip("_")


def _shape(what: Declared) -> str:
    said = SHAPES[what.sort]
    if what.choices:
        said = f"{said}: " + ", ".join(f"`{word}`" for word in what.choices)
    unit = "a unit of the author's" if what.unit == "*" else what.unit
    return f"{said}, in {unit}" if unit else said


def _default(config: type[Written], name: str, what: Declared) -> str:
    info = config.model_fields[name]
    if what.written is not None:
        return what.written
    if info.is_required():
        return "required"
    default = info.default
    if isinstance(default, bool):
        return "`always`" if default else "`never`"
    if isinstance(default, str) and default:
        return f"`{default}`"
    if isinstance(default, tuple) and default and all(isinstance(x, str) for x in default):
        return ", ".join(f"`{word}`" for word in default)
    return "as below" if what.sort == "record" and default is not None else ""


def _limits(what: Declared) -> str:
    if what.at_least is not None and what.at_most is not None:
        return f"{_number(what.at_least, what)} to {_number(what.at_most, what)}"
    if what.at_least is not None:
        return f"from {_number(what.at_least, what)}"
    return f"up to {_number(what.at_most, what)}" if what.at_most is not None else ""


def _number(bound: float, what: Declared) -> str:
    return show(bound, "%") if what.unit == "%" else f"{bound:g}"


def _readings(readings: Mapping[str, Reading]) -> list[str]:
    if not readings:
        return []
    rows = [
        (
            f"`{name}`",
            what.unit or _sort_of(what),
            "the agent" if what.of == "self" else f"each {what.of}",
            _regions(what),
            _cell(what.text),
        )
        for name, what in readings.items()
    ]
    head = ("reading", "unit", "of", "regions", "what it is")
    return ["## Readings", "", *_table(head, rows), ""]


def _sort_of(what: Reading) -> str:
    if what.words:
        return ", ".join(f"`{word}`" for word in what.words)
    return "a rung" if what.ladder else ""


def _regions(what: Reading) -> str:
    return what.regions if what.of != "self" else ""


def _verbs(verbs: Mapping[str, Verb]) -> list[str]:
    lines = ["## Verbs", ""] if verbs else []
    for name, verb in verbs.items():
        lines += [f"### {name}", "", f"{_cell(verb.text)}.", ""]
        rows = [_argument(key, argument) for key, argument in verb.arguments.items()]
        if rows:
            lines += [*_table(("argument", "takes", "needed", "what it is"), rows), ""]
    return lines


def _argument(name: str, argument: Argument) -> tuple[str, ...]:
    words = ", ".join(f"`{word}`" for word in argument.words)
    needed = argument.required and argument.default is None
    shown = "yes" if needed else "no" if argument.default is None else f"no: `{argument.default}`"
    return f"`{name}`", words or argument.sort or "a plain number", shown, _cell(argument.text)


def _events(kind: AnyKind) -> list[str]:
    if not kind.events:
        return []
    rows = [(f"`{name_of(event)}`", _fields(event), _said(event)) for event in kind.events]
    lead = f"An event is named with its agent in front, such as `{kind.name}.{_first(kind)}`."
    return ["## Events", "", lead, "", *_table(("event", "fields", "what it says"), rows), ""]


def _first(kind: AnyKind) -> str:
    return name_of(kind.events[0])


def _fields(event: type[Event]) -> str:
    return ", ".join(f"`{item.name}`" for item in fields(event) if item.name not in BASE)


def _said(thing: type) -> str:
    return _cell(inspect.cleandoc(thing.__doc__ or ""))


def _text(config: type[Written]) -> tuple[str, ...]:
    return (_said(config), "")


def _listens(names: Sequence[str]) -> list[str]:
    if not names:
        return []
    return ["## What wakes it", "", *(f"- `{name}`" for name in names), ""]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---"] * len(head))
    for row in rows:
        yield _row(row)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """A text that cannot break a table."""
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
