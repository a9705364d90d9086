"""Claims about decrees, posts, words and promises."""

from typing import ClassVar

import numpy as np
import pytest

from engine.agents.government import KIND
from engine.agents.government.config import GovernmentConfig
from engine.agents.government.kind import ignored
from engine.begin import begin
from engine.events import Event, MeterMoved
from engine.kinds import Kind, Numbers, Ordered, Reading
from engine.world import World
from engine.written import Written
from tests.engine.stage import HOUR, replayed, stage_of


class Street(Kind[Written, None]):
    """A crowd and men on the street that never change."""

    name = "street"
    text = "people out, and men"
    Config = Written
    readings: ClassVar = {
        "crowd": Reading("people", "place", "people out"),
        "street": Reading("people", "place", "men"),
    }
    crowd: ClassVar[tuple[float, ...]] = (1000.0, 3000.0, 100.0)
    men: ClassVar[tuple[float, ...]] = (0.0, 150.0, 0.0)

    def begin(self, world: World, me: str) -> None:
        return None

    def read(self, world: World, me: str, name: str) -> Numbers:
        return np.array(self.crowd if name == "crowd" else self.men)

    def apply(self, state: None, event: Event) -> None:
        raise AssertionError


def government(street=False, order=None):
    agents = {"street": (Street(), Written())} if street else {}
    agents["government"] = (KIND, GovernmentConfig())
    return stage_of(agents, meters={"legitimacy": 0.5}, order=order)


def emergency(stage, hours=0.0, **given):
    return stage.do("government", "emergency", **{"for": hours}, **given)


def at(stage, name):
    return np.asarray(stage.read("government", name)).tolist()


def test_an_emergency_holds_where_it_was_declared_until_it_is_lifted():
    stage = emergency(government().until(5), at=("north", "south"), curfew="no", roads="closed")
    assert at(stage, "emergency") == [1, 1, 0]
    assert at(stage, "curfew") == [0, 0, 0]
    assert at(stage, "roads_closed") == [1, 1, 0]
    stage.until(100).do("government", "lift", at="south")
    assert at(stage, "emergency") == [1, 0, 0]


def test_an_emergency_with_an_end_ends():
    stage = emergency(government(), hours=12.0, at="north").until(13)
    assert at(stage, "emergency") == [0, 0, 0]
    assert stage.events("emergency_lifted")[0].at == 12 * HOUR


def test_a_later_decree_replaces_an_earlier_one():
    stage = emergency(emergency(government(), hours=12.0, at="north"), at="north", curfew="no")
    assert at(stage.until(40), "emergency") == [1, 0, 0]


def test_a_curfew_that_nobody_enforces_costs_legitimacy_every_night():
    stage = emergency(government(street=True), at="everywhere").until(72)
    nights = stage.events("night_passed")
    assert [night.at for night in nights] == [23 * HOUR, 47 * HOUR, 71 * HOUR]
    # 1,000 people and nobody; 3,000 and half of the men needed; 100 are too few to be seen.
    assert nights[0].event.ignored == pytest.approx(2500 / 4100, rel=1e-6)
    moves = [e.event for e in stage.journal if isinstance(e.event, MeterMoved)]
    assert len(moves) == 3
    assert moves[0].by == pytest.approx(-0.01 * 2500 / 4100)
    numbers = {f"event:{e.number}" for e in stage.events("curfew_ignored")}
    assert all(term.cause in numbers for term in moves[0].terms)
    assert stage.world.meter("legitimacy") == pytest.approx(0.5 - 0.03 * 2500 / 4100)


def test_without_people_a_curfew_costs_nothing():
    stage = emergency(government(), at="everywhere").until(72)
    assert len(stage.events("night_passed")) == 3
    assert stage.world.meter("legitimacy") == 0.5


def test_without_a_curfew_nobody_looks_at_night():
    assert emergency(government(True), at="north", curfew="no").until(72).events("passed") == []


def test_enough_men_enforce_a_curfew():
    assert ignored(np.array([1000.0]), np.array([100.0]), 500.0, 0.1).tolist() == [0.0]


def test_posts_change_hands_and_are_counted():
    stage = government()
    stage.do("government", "appoint", post="guard", who="outsider", how="detained")
    stage.do("government", "appoint", post="council")
    assert stage.read("government", "posts_changed") == 2
    assert stage.events("appointed")[1].event.who == "insider"


def test_ministries_are_slower_for_a_time_after_the_cabinet_goes():
    stage = government().until(3).do("government", "resign", successor="outsider")
    order = KIND.carry(stage.world, "government", Ordered("o"), "", stage.kernel.chance)
    assert (order.result, order.after) == ("late", 2 * HOUR)
    assert stage.read("government", "cabinet") == "outsider"
    stage.until(10)
    assert KIND.carry(stage.world, "government", Ordered("o"), "", stage.kernel.chance).after == 0


def test_a_minister_alone_leaves_the_cabinet_in_place():
    stage = government().do("government", "resign", whole="minister")
    assert stage.read("government", "cabinet") == "old"


def test_the_chair_of_the_council_is_taken_once():
    stage = government().do("government", "council").do("government", "council", how="televised")
    assert len(stage.events("council_taken")) == 1
    assert stage.read("government", "holds_council") == 1


def test_a_promised_answer_is_kept_broken_or_lapses():
    stage = government()
    for place in ("north", "south", "harbour"):
        stage.do("government", "table", at=place, passage="safe", **{"for": 24.0})
    assert at(stage, "safe_passage") == [1, 1, 1]
    stage.until(5).do("government", "close", at="north", how="answered")
    stage.until(6).do("government", "close", at="south", how="broken").until(30)
    assert [e.event.how for e in stage.events("table_closed")] == ["kept", "broken", "lapsed"]
    assert stage.read("government", "promises_kept") == 1
    assert stage.read("government", "promises_broken") == 2
    assert at(stage, "table") == [0, 0, 0]


def test_what_was_declared_is_read_until_it_is_called_something_else():
    stage = government().do("government", "declare", what="attack", frame="outside", evidence=2.0)
    stage.until(9).do("government", "declare", what="restored").do("government", "speak")
    assert stage.read("government", "declared") == "restored"
    assert stage.read("government", "shown") == 2
    assert stage.read("government", "tone") == "acknowledge"


def test_the_journal_alone_rebuilds_the_government():
    stage = emergency(government(street=True), hours=60.0, at=("north", "south"))
    stage.do("government", "table", at="north", **{"for": 24.0}).until(30)
    stage.do("government", "resign").do("government", "appoint", post="guard").until(100)
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents == stage.world.agents
    assert fresh.meters == stage.world.meters


def test_the_order_of_beginning_does_not_matter():
    one, other = (
        emergency(government(street=True, order=order), hours=50.0, at="everywhere").until(100)
        for order in (("street", "government"), ("government", "street"))
    )
    assert one.journal.digest() == other.journal.digest()
