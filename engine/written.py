"""The shapes an author's values take once they are read: numbers with ranges, places and times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Written(BaseModel):
    """Something an author may write: unknown keys are refused, and nothing changes it later."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


@dataclass(frozen=True, slots=True)
class Value:
    """A number in the canonical unit of its dimension, with the range it may be drawn from.

    Canonical: h, /h, km, km/h, t, l, people, things as counted, shares as 0 to 1.
    """

    number: float
    low: float | None = None
    high: float | None = None
    unit: str = ""

    def at(self, number: float) -> "Value":
        """The same value with another number drawn from its range."""
        return replace(self, number=number)


@dataclass(frozen=True, slots=True)
class Steps:
    """A value over time: each entry holds from its second until the next one's."""

    steps: tuple[tuple[int, Value], ...]

    def now(self, second: int) -> float:
        """The number in force at a second; before the first entry, the first entry's."""
        number = self.steps[0][1].number
        for since, value in self.steps:
            if since > second:
                break
            number = value.number
        return number


@dataclass(frozen=True, slots=True)
class Varying:
    """A value by place and over time: a place beats its region, a region beats everywhere."""

    everywhere: Steps
    by: Mapping[str, Steps] = field(default_factory=dict)

    def changes(self) -> tuple[int, ...]:
        """The seconds at which some place's value changes, in order."""
        found = {since for steps in self._all() for since, _ in steps.steps if since > 0}
        return tuple(sorted(found))

    def _all(self) -> Iterator[Steps]:
        yield self.everywhere
        yield from self.by.values()


@dataclass(frozen=True, slots=True)
class Declared:
    """What a kind says of one of its parameters; check, schema, forms and reference read this.

    `unit` is canonical text such as `h`, `/h`, `people`, `%`, `km`, `ships/d`, empty for a plain
    number, or `*` where the author chooses one and the kind judges it (`Kind.faults`). `sort` is
    the shape: `value` (one number), `varying` (by place and over time), `words` (one of
    `choices`), `posture` (a word by place: `choices`), `meter`, `agent`, `seat`, `rungs` (ids with
    texts, lowest first), `site_list`, `seat_list`, `area_list` (places, regions), `text`, `table`
    (ids with records), `record` (one record), `moment` (a time), `flag` (always or never), `point`
    ([lat, lon]), `place_table` (place or site ids with values), `lists` (ids with lists of ids),
    `ids`. `ids` says of what sorts the ids of `lists`, or the keys of a `table`, have to be.
    """

    sort: str
    unit: str = ""
    text: str = ""
    at_least: float | None = None
    at_most: float | None = None
    choices: tuple[str, ...] = ()
    basis: str = ""
    written: str | None = None
    optional: bool = False
    of: type[Written] | None = None
    ids: tuple[str, ...] = ()


def declared(model: type[BaseModel], name: str) -> Declared:
    """The declaration behind a field of a kind's configuration."""
    for item in model.model_fields[name].metadata:
        if isinstance(item, Declared):
            return item
    raise KeyError(f"{model.__name__}.{name} declares nothing")


def _field(what: Declared, default: object) -> Any:
    info: Any = Field(... if default is ... else default, description=what.text)
    info.metadata.append(what)
    return info


def parameter(
    default: str | None,
    unit: str,
    text: str,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    basis: str = "",
) -> Any:
    """One number of a model, written as an author would write it: `15 h (6 to 18)`.

    `default` None makes it required. `basis` says where the default comes from, in a phrase.
    """
    what = Declared("value", unit, text, at_least, at_most, basis=basis, written=default)
    return _field(what, ... if default is None else value_of(default))


def by_place(
    default: str | None,
    unit: str,
    text: str,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    basis: str = "",
) -> Any:
    """One number that may differ by place and change over time."""
    what = Declared("varying", unit, text, at_least, at_most, basis=basis, written=default)
    if default is None:
        return _field(what, ...)
    return _field(what, Varying(Steps(((0, value_of(default)),))))


def declare(sort: str, text: str, default: object = ..., **more: Any) -> Any:
    """Any other sort of parameter; see `Declared` for the sorts and what they need."""
    return _field(Declared(sort, text=text, **more), default)


def value_of(written: str) -> Value:
    """The value that a text such as `9 h (6 to 14)` stands for, counted things of any name allowed.

    Raises `engine.quantities.QuantityError` with a sentence for people.
    """
    from engine.quantities import parse_value

    return parse_value(written, counts=None)
