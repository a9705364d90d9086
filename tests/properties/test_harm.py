"""More harm raises no component of any seat, with all else equal."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.scenario.expressions import Answer, Compiled, Ref
from engine.scenario.harmless import Turning, counts
from engine.scenario.load import check, load, shipped
from engine.scenario.scenario import Scenario

NAMES = [name for name, _, _ in shipped()]
FLAGSHIP = "kazakhstan-2022"
LEVELS = (0.0, 0.3, 0.45, 1.0, 3.0, 19.0, 30.0, 49.0, 400.0, 2999.0, 20000.0)
"""Numbers on either side of what aims ask for."""


@cache
def scenario(name: str) -> Scenario:
    return load(name)


@dataclass
class Supposed:
    """A world in which every reading is what it is supposed to be; all else is as at the start."""

    places: int
    supposed: dict[str, Answer | list[float]] = field(default_factory=dict)
    now: int = 0

    def meter(self, id: str) -> float | None:
        return self._number(id)

    def own(self, agent: str, name: str) -> Answer:
        found = self.supposed.get(f"{agent}.{name}", 0.0)
        return sum(found) if isinstance(found, list) else found

    def local(self, agent: str, name: str, where: str) -> Answer:
        return self.own(agent, name)

    def each(self, agent: str, name: str, over: str) -> list[Answer]:
        found = self.supposed.get(f"{agent}.{name}", 0.0)
        return list(found) if isinstance(found, list) else [found] * self.places

    def stock(self, seat: str, name: str) -> float | None:
        return self._number(f"{seat}.{name}")

    def field(self, name: str) -> Answer:
        return None

    def dealt(self, what: str, name: str, other: str) -> Answer:
        return None

    def times(self, sort: str, name: str) -> int:
        return int(self._number(name))

    def first(self, sort: str, name: str) -> int | None:
        return 0 if self.times(sort, name) else None

    def last(self, sort: str, name: str) -> int | None:
        return self.first(sort, name)

    def age(self, agent: str, name: str, where: str) -> int | None:
        return 0

    def held(self, key: str) -> int | None:
        return 10**6 if self._number(key) else None

    def _number(self, key: str) -> float:
        found = self.supposed.get(key, 0.0)
        assert isinstance(found, float)
        return found


def words_of(found: Scenario, ref: Ref) -> tuple[str, ...]:
    """The words that a reading may be; none for a number."""
    reading = found.names.readings[ref.agent][ref.name]
    return found.names.rungs[ref.agent] if reading.ladder else reading.words


def harm_of(found: Scenario) -> frozenset[tuple[str, str]]:
    """All readings and events that some row of the ledger counts."""
    return frozenset(each for row in found.harm.values() for each in counts(row.of))


@st.composite
def worlds(draw: st.DrawFn, found: Scenario, aim: Compiled) -> tuple[Supposed, Supposed]:
    """A world in which an aim is asked, and the same world with more harm."""
    ours, worse = Supposed(len(found.places)), Supposed(len(found.places))
    harm = harm_of(found)
    for ref in aim.uses:
        key = ref.name if not ref.agent else f"{ref.agent}.{ref.name}"
        key = f"{ref.where}.{ref.name}" if ref.sort == "stock" else key
        more = 0.0
        if ref.agent and (words := words_of(found, ref)):
            ours.supposed[key] = worse.supposed[key] = draw(st.sampled_from(words))
            continue
        if (ref.agent, ref.name) in harm or (ref.sort == "event" and ("", ref.name) in harm):
            more = draw(st.sampled_from(LEVELS))
        number = draw(st.sampled_from(LEVELS))
        if ref.sort == "each":
            some = [number, *draw(st.lists(st.sampled_from(LEVELS), min_size=2, max_size=2))]
            before = [*some, *[0.0] * ours.places][: ours.places]
            ours.supposed[key], after = before, list(before)
            after[draw(st.integers(0, min(3, ours.places) - 1))] += more
            worse.supposed[key] = after
        else:
            ours.supposed[key], worse.supposed[key] = number, number + more
    return ours, worse


def helped(found: Scenario, aim: Compiled, pair: tuple[Supposed, Supposed]) -> bool:
    """Whether an aim that was not met is met once there is more harm."""
    ours, worse = pair
    return not aim.truth(ours) and bool(aim.truth(worse))


AIMS = [
    (name, seat, aim)
    for name in NAMES
    for seat, written in scenario(name).seats.items()
    for aim in written.aims
]


@settings(max_examples=20, deadline=None)
@pytest.mark.parametrize(("name", "seat", "aim"), AIMS)
@given(data=st.data())
def test_more_harm_meets_no_aim(name: str, seat: str, aim: str, data: st.DataObject) -> None:
    found = scenario(name)
    when = found.seats[seat].aims[aim].when
    assert not helped(found, when, data.draw(worlds(found, when)))


def test_the_flagship_counts_the_killed_the_hurt_and_the_held() -> None:
    names = {name for _, name in harm_of(scenario(FLAGSHIP))}
    assert names >= {"killed", "killed_security", "injured", "injured_security", "detained"}


BAD = (
    "sum(places.killed) > 50 people",
    "unrest.crowd_total < 3000 people and not (sum(places.detained) < 500 people)",
    "count(places.killed >= 1 people) >= 2",
    "any(places.injured > 3 people) or apparatus > 90 %",
    "0 people - sum(places.killed_security) < -10 people",
    "sum(places.killed) / 2 >= sum(places.killed_security) and legitimacy > 1 %",
)
GOOD = (
    "sum(places.killed) < 50 people",
    "not any(places.injured > 3 people)",
    "sum(places.killed) is 0 people",
    "10 people - sum(places.killed_security) > 0 people",
    "unrest.crowd_total < 3000 people",
)


@cache
def planted(when: str) -> Scenario:
    """The flagship with another aim of one seat, loaded without its check of sources."""
    return load(FLAGSHIP, sets={"seats.interior.aims.restraint.when": when})


@pytest.mark.parametrize("when", BAD)
def test_a_planted_aim_that_harm_meets_is_found(when: str) -> None:
    found = planted(when)
    aim = found.seats["interior"].aims["restraint"].when
    caught: list[bool] = []

    @settings(max_examples=300, deadline=None, database=None)
    @given(pair=worlds(found, aim))
    @example(pair=(Supposed(1), Supposed(1)))
    def tried(pair: tuple[Supposed, Supposed]) -> None:
        if helped(found, aim, pair):
            caught.append(True)

    tried()
    assert caught


@pytest.mark.parametrize("when", [*BAD, *GOOD])
def test_the_check_says_so_before_anybody_plays(when: str) -> None:
    sets = {"seats.interior.aims.restraint.when": when}
    said = [problem for problem in check(FLAGSHIP, sets=sets) if problem.code == "W-harm"]
    assert bool(said) is (when in BAD)
    # These are real people: it is a mistake there, and a warning elsewhere.
    assert not [problem for problem in said if problem.warning]


@pytest.mark.parametrize("name", NAMES)
def test_the_check_and_the_trial_agree_on_the_shipped_aims(name: str) -> None:
    found = scenario(name)
    for seat in found.seats.values():
        for aim in seat.aims.values():
            things = frozenset(found.counts)
            assert 1 not in Turning(aim.when, harm_of(found), things).ways()


def test_where_nothing_is_counted_as_harm_no_aim_is_doubted(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    text = "extends: harbour\nharm: null\nafterwards: {pumps: null}\n"
    (folder / "scenario.yaml").write_text(text)
    assert [problem for problem in check(folder) if problem.code == "W-harm"] == []
