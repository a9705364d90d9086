"""What can be wrong with a field of which every value could be read."""

from collections.abc import Iterable, Iterator, Mapping

from engine.agents.field.config import FieldConfig, Flow, Level, Mark
from engine.agents.field.limits import bounds
from engine.agents.field.outline import IN_ALL, IS, dimension, unit_of, values_of
from engine.dimensions import TIME, Dimension, describe
from engine.kinds import Fault
from engine.names import did_you_mean, listed
from engine.written import Value, Varying

TAKES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "grows": (("share",), ("up_to",)),
    "fades": (("share",), ()),
    "gains": (("amount",), ()),
    "loses": (("amount",), ()),
    "turns": (("into", "share"), ()),
    "gives": (("into", "share"), ()),
    "infects": (("into", "share"), ("whole",)),
    "catches": (("share",), ("into", "whole", "up_to")),
    "moves": (("share",), ()),
}
"""By what a flow does: the keys that it needs, and those that it may have beside."""

KEYS = ("into", "share", "amount", "up_to", "whole")
OWN = ("step", "within", "thins")
"""Numbers of every field, which a shift may bend too."""

TAKEN = ("delivered", "last_landing")
"""Readings by which other kinds ask for goods that were landed."""


def faults(config: FieldConfig, events: Iterable[str]) -> Iterator[Fault]:
    """Everything that is wrong; `events` are the names of events that every field has."""
    yield from _names(config, tuple(events))
    levels = [f for id, level in config.levels.items() for f in _level(level, ("levels", id))]
    yield from levels
    if levels:
        # What flows and marks measure is known once levels are.
        return
    for id, flow in config.flows.items():
        yield from _flow(config, flow, ("flows", id))
    for id, mark in config.marks.items():
        yield from _mark(config, mark, ("marks", id))


def _names(config: FieldConfig, events: tuple[str, ...]) -> Iterator[Fault]:
    known: dict[str, str] = {
        **dict.fromkeys(OWN, "number of every field"),
        **dict.fromkeys(events, "event of every field"),
        **dict.fromkeys(TAKEN, "word by which other agents ask for goods"),
        **{f"{id}{IN_ALL}": f"reading of the level `{id}`" for id in config.levels},
        **{f"{IS}{id}": f"reading of the mark `{id}`" for id in config.marks},
    }
    for section in ("levels", "flows", "marks"):
        for id in getattr(config, section):
            if id in known:
                sentence = f"`{id}` is already a {known[id]}; give it another name"
                yield Fault((section, id), sentence, "E-twice")
            known.setdefault(id, section.removesuffix("s"))


def _level(level: Level, path: tuple[str, ...]) -> Iterator[Fault]:
    unit = unit_of(level.start)
    wanted = dimension(unit)
    found = [
        *_measured(level.start, wanted, (*path, "start")),
        *_measured(level.least, wanted, (*path, "least")),
        *_measured(level.most, wanted, (*path, "most")),
    ]
    yield from found
    if found:
        return
    least, most = bounds(level)
    if least > most:
        sentence = "`least` is more than `most`"
        yield Fault((*path, "least"), sentence, "E-bound")
    elif any(not least <= _low(v) <= _high(v) <= most for v in values_of(level.start)):
        sentence = "`start` must lie between `least` and `most`"
        yield Fault((*path, "start"), sentence, "E-bound")


def _low(value: Value) -> float:
    return value.number if value.low is None else min(value.low, value.number)


def _high(value: Value) -> float:
    return value.number if value.high is None else max(value.high, value.number)


def _flow(config: FieldConfig, flow: Flow, path: tuple[str, ...]) -> Iterator[Fault]:
    yield from _keys(flow, path)
    yield from _known(config, flow.of, (*path, "of"))
    if flow.of not in config.levels:
        return
    wanted = dimension(unit_of(config.levels[flow.of].start))
    if flow.into:
        yield from _into(config, flow, wanted, path)
    yield from _measured(flow.amount, wanted.over(TIME), (*path, "amount"))
    yield from _measured(flow.up_to, wanted, (*path, "up_to"))
    for at, level in enumerate(flow.whole):
        yield from _known(config, level, (*path, "whole", str(at)))
    if flow.whole and flow.into and flow.into not in flow.whole:
        sentence = f"`whole` leaves out `{flow.into}`, whose part of it infects"
        yield Fault((*path, "whole"), sentence, "E-parameter")
    for key in ("needs", "stopped_by"):
        for level, threshold in getattr(flow, key).items():
            yield from _threshold(config, level, threshold, (*path, key, level))
    yield from _reach(config, flow, path)


def _keys(flow: Flow, path: tuple[str, ...]) -> Iterator[Fault]:
    needed, also = TAKES[flow.does]
    for key in KEYS:
        written = getattr(flow, key) not in (None, "", ())
        if key in needed and not written:
            yield Fault((*path, "does"), f"a flow that `{flow.does}` needs `{key}`", "E-missing")
        elif written and key not in (*needed, *also):
            takes = listed((f"`{each}`" for each in (*needed, *also)), "and")
            sentence = f"a flow that `{flow.does}` has no `{key}`; it takes {takes}"
            yield Fault((*path, key), sentence, "E-key")


def _into(
    config: FieldConfig, flow: Flow, wanted: Dimension, path: tuple[str, ...]
) -> Iterator[Fault]:
    place = (*path, "into")
    yield from _known(config, flow.into, place)
    if flow.into == flow.of:
        yield Fault(place, f"`{flow.of}` cannot turn into itself", "E-parameter")
    elif flow.into in config.levels:
        theirs = dimension(unit_of(config.levels[flow.into].start))
        if theirs != wanted:
            sentence = (
                f"`{flow.of}` is {describe(wanted)} and `{flow.into}` is {describe(theirs)}; "
                "one cannot turn into the other"
            )
            yield Fault(place, sentence, "E-unit")


def _reach(config: FieldConfig, flow: Flow, path: tuple[str, ...]) -> Iterator[Fault]:
    """A flow between places needs links, and growth from others' level somewhere to stop."""
    if flow.does in ("catches", "moves") and not config.links and config.within.number <= 0:
        sentence = f"a flow that `{flow.does}` goes from place to place: add `links`, or `within`"
        yield Fault((*path, "does"), sentence, "E-missing")
    endless = flow.does == "catches" and not flow.into and flow.up_to is None
    if endless and bounds(config.levels[flow.of])[1] == float("inf"):
        sentence = f"`catches` needs `into` or `up_to`, or `{flow.of}` needs `most`"
        yield Fault((*path, "does"), sentence, "E-missing")


def _mark(config: FieldConfig, mark: Mark, path: tuple[str, ...]) -> Iterator[Fault]:
    if (mark.above is None) == (mark.below is None):
        yield Fault((*path, "of"), "a mark has one of `above` and `below`", "E-missing")
    yield from _known(config, mark.of, (*path, "of"))
    if mark.of in config.levels:
        wanted = dimension(unit_of(config.levels[mark.of].start))
        yield from _measured(mark.above, wanted, (*path, "above"))
        yield from _measured(mark.below, wanted, (*path, "below"))


def _threshold(
    config: FieldConfig, level: str, threshold: Value, path: tuple[str, ...]
) -> Iterator[Fault]:
    yield from _known(config, level, path)
    if level in config.levels:
        yield from _measured(threshold, dimension(unit_of(config.levels[level].start)), path)


def _known(config: FieldConfig, level: str, path: tuple[str, ...]) -> Iterator[Fault]:
    if level not in config.levels:
        hint = did_you_mean(level, config.levels)
        tail = hint or f"; levels are {listed((f'`{each}`' for each in config.levels), 'and')}"
        yield Fault(path, f"no level `{level}`{tail}", "E-name")


def _measured(
    value: Value | Varying | None, wanted: Dimension, path: tuple[str, ...]
) -> Iterator[Fault]:
    for where, each in _written(value):
        found = dimension(each.unit)
        if found != wanted:
            sentence = f"expected {describe(wanted)}, got {describe(found)}"
            yield Fault((*path, *where), sentence, "E-unit")
            return


def _written(value: Value | Varying | None) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Every single value, with the place that it is of."""
    if not isinstance(value, Varying):
        yield from (((), each) for each in values_of(value))
        return
    for place, steps in (("everywhere", value.everywhere), *value.by.items()):
        for _, each in steps.steps:
            # Nothing is written for places that are all named one by one.
            if place != "everywhere" or not value.by or each.unit or each.number:
                yield (place,), each
