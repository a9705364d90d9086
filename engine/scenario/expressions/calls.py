"""Functions: aggregates over places, and what has happened, is known or is old."""

from typing import TYPE_CHECKING

from engine.names import did_you_mean, listed, nearest
from engine.scenario.expressions import leaves, run
from engine.scenario.expressions.calls_deals import DEALT, TAKES, dealt
from engine.scenario.expressions.errors import ExpressionError
from engine.scenario.expressions.part import Part
from engine.scenario.expressions.scope import Ref
from engine.scenario.expressions.tree import Call, Name
from engine.scenario.expressions.types import COUNT, HOURS, TRUTH, said

if TYPE_CHECKING:
    from engine.scenario.expressions.build import Builder

OF_NUMBERS = ("sum", "mean", "min", "max")
OF_CONDITIONS = ("count", "any", "all")
HAPPENED = {
    "done": "card", "fired": "inject", "kept": "offer", "broken": "offer", "shown": "exhibit",
    "held": "exhibit",
}  # fmt: skip
HAPPENS = ("card", "inject", "offer")
"""What is counted by its id; an event is counted by its agent and name."""
COUNTED = ("times", "since", "first")
TOLD = ("known", "age")
FUNCTIONS = (*OF_NUMBERS, *OF_CONDITIONS, *HAPPENED, *COUNTED, "hours", *TOLD, *DEALT)
PAIRED = ("hours", "credit", "exhibits", "deal")
"""Functions that may be given two things, as in hours(x to y)."""


def call(builder: "Builder", node: Call) -> Part:
    """A checked function. Raises `ExpressionError`."""
    if node.name not in FUNCTIONS:
        near = nearest(node.name, FUNCTIONS)
        known = listed(f"{name}()" for name in FUNCTIONS)
        hint = f"did you mean `{near}()`?" if near else f"write one of {known}"
        raise ExpressionError(f"no `{node.name}()`; {hint}", node.column, "E-name")
    if node.inner is None:
        raise ExpressionError(f"{node.name}() takes {_takes(node.name)}", node.column, "E-call")
    if node.other is not None and node.name not in PAIRED:
        raise ExpressionError(f"{node.name}() takes one thing", node.other.column, "E-call")
    if node.name in OF_NUMBERS or node.name in OF_CONDITIONS:
        return _aggregate(builder, node)
    if node.name in HAPPENED:
        return _happened(builder, node)
    if node.name in DEALT:
        return dealt(builder, node)
    if node.name in COUNTED:
        return _counted(builder, node)
    return _hours(builder, node) if node.name == "hours" else _told(builder, node)


def _takes(name: str) -> str:
    if name in OF_NUMBERS:
        return "one number for each place, such as places.people"
    if name in OF_CONDITIONS:
        return "a condition on each place"
    if name in HAPPENED or name in DEALT:
        return HAPPENED.get(name) or TAKES[name]
    return {"hours": "two things that happen, such as hours(x to y)"}.get(
        name, "a reading or a meter" if name in TOLD else "a card, an inject, an offer or an event"
    )


def _aggregate(builder: "Builder", node: Call) -> Part:
    assert node.inner is not None
    outer, row = builder.row, builder.open(node.name)
    wanted = "truth" if node.name in OF_CONDITIONS else "number"
    try:
        inner = builder.judged(node.inner) if wanted == "truth" else builder.build(node.inner)
    finally:
        builder.row = outer
    if inner.type.sort != wanted:
        hint = "; to count, write count()" if wanted == "number" else "; compare it with something"
        sentence = f"{node.name}() takes {_takes(node.name)}, not {said(inner.type)}{hint}"
        raise ExpressionError(sentence, node.inner.column, "E-each")
    if not row.columns:
        sentence = f"{node.name}() goes over places, regions or sites, and nothing here names one"
        raise ExpressionError(sentence, node.inner.column, "E-each")
    bare = isinstance(node.inner, Name)
    rows = row.columns[0] if bare else run.table(row.columns, row.scalars, inner.run)
    if node.name == "any":
        builder.found[node.column] = rows
    kind = {"count": COUNT, "any": TRUTH, "all": TRUTH}.get(node.name, inner.type)
    ref = Ref("sum", node.name, where=row.over, text=node.text)
    return builder.asked(kind, run.over(rows, run.GATHER[node.name]), ref)


def _happened(builder: "Builder", node: Call) -> Part:
    sort = HAPPENED[node.name]
    name = _id(builder, node, (sort,))
    counted = node.name if sort in ("offer", "exhibit") else sort
    ref = Ref(sort, name, text=f"{node.name}({name})")
    return builder.asked(TRUTH, leaves.happened(counted, name), ref)


def _counted(builder: "Builder", node: Call) -> Part:
    sort, name = _event(builder, node, node.inner)
    make = {"times": leaves.times, "since": leaves.since, "first": leaves.first}[node.name]
    kind = COUNT if node.name == "times" else HOURS
    ref = Ref(sort, name, text=f"{node.name}({name})")
    return builder.asked(kind, make(sort, name), ref)


def _hours(builder: "Builder", node: Call) -> Part:
    if node.other is None:
        raise ExpressionError(f"hours() takes {_takes('hours')}", node.column, "E-call")
    begin, end = _event(builder, node, node.inner), _event(builder, node, node.other)
    text = f"hours({begin[1]} to {end[1]})"
    return builder.asked(HOURS, leaves.hours(begin, end), Ref(begin[0], begin[1], text=text))


def _told(builder: "Builder", node: Call) -> Part:
    if builder.look.scope.reads == "world":
        sentence = f"{node.name}() is for what seats are told; here everything is known"
        raise ExpressionError(sentence, node.column, "E-call")
    if not isinstance(node.inner, Name):
        raise ExpressionError(f"{node.name}() takes {_takes(node.name)}", node.column, "E-call")
    if node.name == "known":
        return Part(TRUTH, run.known(builder.build(node.inner).run))
    leaf = builder.look.name(node.inner)
    if leaf.over or leaf.ref.sort not in ("meter", "own", "local"):
        raise ExpressionError(f"age() takes {_takes('age')}", node.inner.column, "E-call")
    where = leaf.ref.where
    ask = leaves.age(leaf.ref.agent, leaf.ref.name, where)
    return builder.asked(HOURS, ask, Ref(*_aged(leaf.ref), text=f"age({leaf.ref.text})"))


def _aged(ref: Ref) -> tuple[str, str, str, str]:
    return ref.sort, ref.name, ref.agent, ref.where


def _id(builder: "Builder", node: Call, sorts: tuple[str, ...]) -> str:
    """The id of one of these sorts that a function was given."""
    inner = node.inner
    takes = _takes(node.name)
    if not isinstance(inner, Name):
        column = node.column if inner is None else inner.column
        raise ExpressionError(f"{node.name}() takes {takes}", column, "E-call")
    names = builder.look.names
    found = names.sorts.get(inner.text)
    if found in sorts:
        return inner.text
    if found:
        sentence = f"`{inner.text}` is of the sort `{found}`; {node.name}() takes {takes}"
        raise ExpressionError(sentence, inner.column, "E-sort")
    raise _nowhere(builder, node, inner, [id for id, sort in names.sorts.items() if sort in sorts])


def _nowhere(builder: "Builder", node: Call, inner: Name, known: list[str]) -> ExpressionError:
    deleted = builder.look.names.deleted.get(inner.text)
    hint = f"; it was deleted at {deleted}" if deleted else did_you_mean(inner.text, known)
    sentence = f"{node.name}() takes {_takes(node.name)}; there is none called `{inner.text}`{hint}"
    return ExpressionError(sentence, inner.column, "E-name")


def _event(builder: "Builder", node: Call, inner: object) -> tuple[str, str]:
    """What a function of things that happen was given: its sort and name."""
    names = builder.look.names
    takes = _takes("times")
    if not isinstance(inner, Name):
        raise ExpressionError(f"{node.name}() takes {takes}", node.column, "E-call")
    found = names.sorts.get(inner.text)
    if found in HAPPENS:
        return found, inner.text
    if found:
        own = sorted(names.events.get(inner.text, ()))
        hint = f", such as `{inner.text}.{own[0]}`" if own else ""
        sentence = f"`{inner.text}` is of the sort `{found}`; {node.name}() takes {takes}{hint}"
        raise ExpressionError(sentence, inner.column, "E-sort")
    if len(inner.parts) == 1:
        known = [id for id, sort in names.sorts.items() if sort in HAPPENS]
        raise _nowhere(builder, node, inner, known)
    agent, event = inner.parts[0], inner.text.partition(".")[2]
    if agent not in names.events and names.sorts.get(agent) != "agent":
        agents = [id for id, sort in names.sorts.items() if sort == "agent"]
        raise builder.look.missing(agent, inner.column, agents, "agent")
    known = sorted(names.events.get(agent, ()))
    if event not in known:
        hint = did_you_mean(event, known) or (f"; it has {listed(known, 'and')}" if known else "")
        sentence = f"no event of `{agent}`, `{event}`{hint}"
        raise ExpressionError(sentence, inner.at(1), "E-name")
    builder.look.heard(event, inner, inner.text)
    return "event", inner.text
