"""Copies of plain data that share whatever never changes: a copy costs what can change, no more.

Records that are frozen all the way down, texts, numbers and tuples of them are shared; dicts,
lists, arrays and records that change are made anew. What is held twice stays one thing in the copy.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import numpy as np

Memo = dict[int, Any]
Way = Callable[[Any, Memo], Any]

_PLAIN = (int, float, str, bool, bytes, NoneType, np.generic)


def copied(value: Any, memo: Memo) -> Any:
    """A copy of a value; `memo` holds what was copied already, and is empty at first."""
    kind: type = type(value)
    if _lasting(kind):
        return value
    known = memo.get(id(value))
    return _way_of(kind)(value, memo) if known is None else known


@cache
def _lasting(hint: Any) -> bool:
    """True for what is declared such that nothing in it ever changes."""
    if isinstance(hint, NewType):
        return _lasting(hint.__supertype__)
    origin = get_origin(hint)
    if origin is Literal:
        return True
    if origin in (tuple, Union, UnionType):
        return all(part is Ellipsis or _lasting(part) for part in get_args(hint))
    if not isinstance(hint, type) or origin is not None:
        return False
    if issubclass(hint, tuple) and hasattr(hint, "_fields"):
        return all(_lasting(part) for part in get_type_hints(hint).values())
    if is_dataclass(hint):
        return hint.__dataclass_params__.frozen and all(  # type: ignore[attr-defined]
            _lasting(part) for part in _hints(hint).values()
        )
    return issubclass(hint, _PLAIN)


def _hints(kind: type) -> dict[str, Any]:
    """The types of a record's fields; unknown ones where they cannot be looked up."""
    try:
        found = get_type_hints(kind)
    except NameError:
        found = {}
    return {item.name: found.get(item.name, object) for item in fields(kind)}


@cache
def _way_of(kind: type) -> Way:
    """How to copy an object of a class, whatever is declared of it."""
    if kind is dict:
        return _each_of_dict
    if kind is list:
        return _each_of_list
    if kind is tuple:
        return _each_of_tuple
    if kind is np.ndarray:
        return _array
    if is_dataclass(kind):
        return _record(kind)
    return deepcopy


@cache
def _way(hint: Any) -> Way:
    """How to copy what is declared so: without looking at each item that cannot change."""
    if _lasting(hint):
        return _same
    origin, parts = get_origin(hint), get_args(hint)
    if origin is dict and _lasting(parts[1]):
        return _whole_dict
    if origin is list and _lasting(parts[0]):
        return _whole_list
    return copied


def _same(value: Any, memo: Memo) -> Any:
    return value


def _whole_dict(value: Any, memo: Memo) -> Any:
    if type(value) is not dict or id(value) in memo:
        return copied(value, memo)
    found = memo[id(value)] = dict(value)
    return found


def _whole_list(value: Any, memo: Memo) -> Any:
    if type(value) is not list or id(value) in memo:
        return copied(value, memo)
    found = memo[id(value)] = list(value)
    return found


def _each_of_dict(value: dict[Any, Any], memo: Memo) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    memo[id(value)] = found
    found.update((key, copied(item, memo)) for key, item in value.items())
    return found


def _each_of_list(value: list[Any], memo: Memo) -> list[Any]:
    found: list[Any] = []
    memo[id(value)] = found
    found.extend(copied(item, memo) for item in value)
    return found


def _each_of_tuple(value: tuple[Any, ...], memo: Memo) -> tuple[Any, ...]:
    found = tuple([copied(item, memo) for item in value])
    return value if all(new is old for new, old in zip(found, value, strict=True)) else found


def _array(value: Any, memo: Memo) -> Any:
    # Order "K": sums over an array must round as they did over the one it was copied from.
    found = value.copy(order="K") if value.dtype != object else deepcopy(value, memo)
    memo[id(value)] = found
    return found


@cache
def ways_of(kind: type) -> tuple[tuple[str, Way], ...]:
    """How to copy each field of a record."""
    return tuple((name, _way(hint)) for name, hint in _hints(kind).items())


def _record(kind: type) -> Way:
    ways = ways_of(kind)

    def copy(value: Any, memo: Memo) -> Any:
        found: object = object.__new__(kind)
        memo[id(value)] = found
        for name, way in ways:
            object.__setattr__(found, name, way(getattr(value, name), memo))
        return found

    return copy
