"""Every number that a kind declares says its unit, where it comes from, and how far it may lie."""

from collections.abc import Iterator, Mapping

import pytest
from pydantic import BaseModel

from engine.agents.registry import kinds
from engine.quantities import parse_value
from engine.written import Declared, Value, Varying, Written, declared

NUMBERS = ("value", "varying", "place_table", "agent_table")

FIXED = {
    # Clocks of the models, tested by halving them.
    "field.step", "incidents.step", "unrest.step",
    # Rules and facts of an alliance and its parliaments: written, never drawn.
    "alliance.most_terms", "alliance.members.parliament.deputies",
    "alliance.members.parliament.quorum", "alliance.members.parliament.needs",
    "alliance.members.parliament.tries",
    # What is off, or not there, unless a scenario says so.
    "airlift.fog", "airlift.dark", "alliance.members.abstains", "alliance.members.sets_terms",
    "field.within", "field.thins", "queue.at_anchor", "stocks.start", "stocks.lorries",
    "waters.source", "evacuation.beds",
    # Fleets and seats of a type of aircraft.
    "airlift.aircraft.number", "airlift.aircraft.seats",
}  # fmt: skip
"""Numbers with a usual value and no range."""


def numbers(model: type[BaseModel], path: str) -> Iterator[tuple[str, Declared, object]]:
    """Every declared number of a configuration, those of its tables and records included."""
    for name, field in model.model_fields.items():
        what = declared(model, name)
        if what.of is not None:
            yield from numbers(what.of, f"{path}.{name}")
        elif what.sort in NUMBERS or (what.sort == "table" and _counts(field.default)):
            yield f"{path}.{name}", what, field.default


def _counts(default: object) -> bool:
    return isinstance(default, Mapping) and any(isinstance(x, Value) for x in default.values())


def values(default: object) -> list[Value]:
    match default:
        case Value():
            return [default]
        case Varying():
            return [default.everywhere.steps[0][1]]
        case Mapping():
            return list(default.values())
        case _:
            return []


ALL = [each for name, kind in kinds().items() for each in numbers(kind.Config, name)]


def test_numbers_of_tables_and_records_are_looked_at_too():
    paths = {path for path, _, _ in ALL}
    assert {"media.desks.after", "alliance.members.parliament.quorum", "abroad.members.voice",
            "airlift.aircraft.speed", "media.coupling", "security.weight"} <= paths  # fmt: skip
    assert len(ALL) > 200


def test_every_model_of_a_table_or_record_is_named_by_its_parameter():
    for name, kind in kinds().items():
        for field_name, field in kind.Config.model_fields.items():
            inner = [field.annotation, *getattr(field.annotation, "__args__", ())]
            if any(isinstance(each, type) and issubclass(each, Written) for each in inner):
                assert declared(kind.Config, field_name).of is not None, f"{name}.{field_name}"


@pytest.mark.parametrize(("path", "what", "default"), ALL, ids=[path for path, _, _ in ALL])
def test_a_number_states_its_meaning_unit_basis_and_range(path, what, default):
    assert what.text
    assert what.basis, "say where it comes from, if only that it is a design value"
    for value in values(default):
        assert (value.unit == "") == (what.unit == ""), "a plain number, or one with a unit"
        if path in FIXED:
            assert value.low is value.high is None
        else:
            assert value.low is not None
            assert value.high is not None
            assert value.low <= value.number <= value.high
            assert what.at_least is None or value.low >= what.at_least
            assert what.at_most is None or value.high <= what.at_most


def test_what_is_fixed_is_still_declared():
    assert {path for path, _, _ in ALL} >= FIXED


def test_units_are_ones_that_an_author_can_write():
    for path, what, _ in ALL:
        if what.unit == "*":
            continue  # Any: the kind judges it.
        assert parse_value(f"1 {what.unit}".strip(), counts=None).number > 0, path
