"""What is called impossible never happens, and what always holds never fails."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scenario.expressions import WORLD, Answer, compile_condition
from engine.scenario.lint.possible import Possible
from engine.scenario.load import load
from tests.engine.scenario.copies import KINDS

HARBOUR = load("harbour", kinds=KINDS)
DEAD = frozenset({"ration", "storm_warning"})
LIVE = frozenset({*HARBOUR.cards, *HARBOUR.injects} - DEAD)
MOST = {"council.standing": 5.0}

NUMBERS = {
    "patience": st.integers(-20, 130).map(lambda share: f"{share} %"),
    "council.standing": st.integers(-2, 8).map(str),
    "now": st.integers(1, 8).map(lambda day: f"day {day} 12:00"),
    "hour": st.integers(-1, 25).map(str),
    "day": st.integers(0, 9).map(str),
    "times(ration)": st.integers(-1, 3).map(str),
    "times(divert)": st.integers(-1, 3).map(str),
    "since(ration)": st.integers(-1, 30).map(lambda hours: f"{hours} h"),
    "council.standing * 2 - 1": st.integers(-3, 12).map(str),
    "-patience": st.integers(-130, 20).map(lambda share: f"{share} %"),
}
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "is", "is not"])
COMPARED = st.sampled_from(sorted(NUMBERS)).flatmap(
    lambda name: st.tuples(st.just(name), SIGNS, NUMBERS[name]).map(" ".join)
)
SAID = st.sampled_from(
    [
        "always",
        "never",
        "done(ration)",
        "done(divert)",
        "fired(storm_warning)",
        "kept(no_outsiders)",
    ]
)
CONDITIONS = st.recursive(
    COMPARED | SAID,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
            lambda parts: f"({parts[0]}) {parts[1]} ({parts[2]})"
        ),
        inner.map(lambda one: f"not ({one})"),
    ),
    max_leaves=5,
)


@dataclass(frozen=True)
class World:
    """A moment of some run in which the dead cards and injects never came."""

    now: int
    share: float
    held: float
    happened: dict[str, int] = field(default_factory=dict)

    def meter(self, id: str) -> float:
        return self.share

    def own(self, agent: str, name: str) -> Answer:
        return None

    def local(self, agent: str, name: str, where: str) -> Answer:
        return None

    def each(self, agent: str, name: str, over: str) -> Sequence[Answer]:
        return ()

    def stock(self, seat: str, name: str) -> float:
        return self.held

    def field(self, name: str) -> Answer:
        return None

    def times(self, sort: str, name: str) -> int:
        return self.happened.get(name, 0)

    def first(self, sort: str, name: str) -> int | None:
        return 0 if self.times(sort, name) else None

    def last(self, sort: str, name: str) -> int | None:
        return 0 if self.times(sort, name) else None

    def age(self, agent: str, name: str, where: str) -> int | None:
        return None

    def held_for(self, key: str) -> int | None:
        return None


WORLDS = st.builds(
    World,
    st.integers(0, HARBOUR.end),
    st.floats(0, 1),
    st.integers(0, 5).map(float),
    st.fixed_dictionaries({"divert": st.integers(0, 4), "no_outsiders": st.integers(0, 1)}),
)


@given(CONDITIONS, st.lists(WORLDS, min_size=1, max_size=8))
@settings(max_examples=30, deadline=None)
def test_nothing_that_is_called_impossible_happens(text: str, worlds: list[World]):
    known = Possible(HARBOUR, LIVE, MOST)
    compiled = compile_condition(text, HARBOUR.names, WORLD)
    truths = [compiled.truth(world) for world in worlds]  # type: ignore[arg-type]
    if not known.holds(text):
        assert True not in truths
    if not known.fails(text):
        assert set(truths) == {True}


def test_both_answers_occur():
    known = Possible(HARBOUR, LIVE, MOST)
    assert not known.holds("done(ration) or patience > 250 %")
    assert not known.fails("patience >= 0 % and not done(ration)")
    assert known.holds("patience > 50 %")
    assert known.fails("patience > 50 %")
    assert not known.holds("council.standing > 3 and council.standing < 2")
