"""Records that are made quicker are the same records."""

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from inspect import signature

import pytest

from engine.events import Event
from engine.rules.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Landed(Event):
    """A boat came in."""

    boat: str
    men: int = 3


@dataclass(frozen=True, slots=True)
class Slow(Event):
    """The same, made as Python makes it."""

    boat: str
    men: int = 3


def test_it_takes_what_it_took_before():
    assert list(signature(Landed).parameters) == list(signature(Slow).parameters)
    landed = Landed("tern", to=("port",))
    assert (landed.boat, landed.men, landed.cause, landed.to) == ("tern", 3, "drift", ("port",))
    assert landed == Landed("tern", 3, to=("port",)) != replace(landed, men=4)
    assert pickle.loads(pickle.dumps(landed)) == landed
    assert hash(landed) == hash(Landed("tern", to=("port",)))


def test_nobody_can_change_it():
    with pytest.raises(FrozenInstanceError):
        Landed("tern").men = 4


@pytest.mark.parametrize("wrong", [(), ("tern", 3, "drift")])
def test_what_is_given_wrongly_is_refused(wrong):
    with pytest.raises(TypeError, match=r"Landed.__init__\(\)"):
        Landed(*wrong)


def test_what_does_more_when_it_is_made_is_left_alone():
    @dataclass(frozen=True, slots=True)
    class Listed:
        rows: list[int] = field(default_factory=list)

    @dataclass(slots=True)
    class Open:
        rows: int = 0

    for kind in (Listed, Open, int):
        before = kind.__init__
        assert quick(kind).__init__ is before
