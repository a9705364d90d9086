"""A request: made, answered, taken back, or left to lapse."""

from dataclasses import dataclass

from engine.agents.aid import KIND as AID
from engine.agents.aid.config import Aid
from engine.begin import begin
from engine.events import Event
from engine.kinds import Kind, Reading, Verb
from engine.written import Written
from tests.engine.stage import HOUR, replayed, stage_of


class NoConfig(Written):
    """Nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Event):
    agreed: bool


@dataclass(slots=True)
class Answer:
    request: int = 0
    agreed: bool = False


def _decide(world, me, given, cause, chance):
    yield Decided(cause=cause, agreed=bool(given["agreed"]))


class Judges(Kind[NoConfig, Answer]):
    """Those who answer, when the test says so."""

    name = "alliance"
    text = ""
    Config = NoConfig
    events = (Decided,)
    readings = {
        name: Reading("", "self", "")
        for name in ("decided", "agreed", "request_decided", "decision")
    }
    verbs = {"decide": Verb("", _decide)}

    def begin(self, world, me):
        return Answer()

    def apply(self, state, event):
        state.request, state.agreed = state.request + 1, event.agreed

    def read(self, world, me, name):
        state = world.agents[me]
        match name:
            case "agreed":
                return float(state.agreed)
            case "request_decided":
                return float(state.request)
            case "decision":
                return "event:1" if state.request else ""
            case _:
                return float(state.request > 0)


def stage(**more):
    agents = {"aid": (AID, Aid()), "alliance": (Judges(), NoConfig())}
    return stage_of(agents, **more)


def names(of):
    return [entry.name for entry in of.journal]


def test_a_request_says_what_it_asks_and_waits():
    asked = stage().until(5).do("aid", "ask", frame="outside", evidence=2.0, men=1500.0).until(9)
    assert asked.read("aid", "asked") == 1.0
    assert asked.read("aid", "frame") == "outside"
    assert asked.read("aid", "men_asked") == 1500.0
    assert asked.read("aid", "evidence") == 2.0
    assert asked.read("aid", "length_asked") == 720.0
    assert asked.read("aid", "waiting") == 4.0
    assert asked.read("aid", "last_request") == "event:0"


def test_a_request_without_an_answer_is_heard_as_a_refusal_after_a_day_and_stays_open():
    left = stage().do("aid", "ask", frame="internal").until(100)
    assert [(e.name, e.at / HOUR) for e in left.journal] == [("aid.asked", 0), ("aid.lapsed", 24)]
    assert left.events("aid.lapsed")[0].event.cause == "event:0"
    assert left.read("aid", "asked") == 1.0
    assert left.read("aid", "lapsed") == 1.0


def test_an_answer_closes_the_request_and_says_how_long_it_took():
    agreed = stage().do("aid", "ask", frame="outside").until(6).do("alliance", "decide", agreed=1)
    answered = agreed.until(50).events("aid.answered")[0].event
    assert (answered.agreed, answered.waited_hours, answered.cause) == (True, 6.0, "event:1")
    assert agreed.read("aid", "asked") == 1.0
    assert agreed.read("aid", "request_open") == 0.0
    refused = stage().do("aid", "ask", frame="outside").until(6).do("alliance", "decide", agreed=0)
    assert refused.until(50).read("aid", "asked") == 0.0
    assert "aid.lapsed" not in names(refused)


def test_a_late_answer_still_counts():
    late = stage().do("aid", "ask", frame="outside").until(30).do("alliance", "decide", agreed=1)
    assert names(late.until(40)) == ["aid.asked", "aid.lapsed", "alliance.decided", "aid.answered"]


def test_a_new_request_takes_the_old_one_back():
    twice = stage().do("aid", "ask", frame="internal").until(3).do("aid", "ask", frame="outside")
    assert names(twice) == ["aid.asked", "aid.withdrawn", "aid.asked"]
    assert twice.read("aid", "requests") == 2.0


def test_a_request_taken_back_neither_stands_nor_lapses():
    back = stage().do("aid", "ask", frame="outside").until(3).do("aid", "withdraw").until(90)
    assert names(back) == ["aid.asked", "aid.withdrawn"]
    assert back.read("aid", "asked") == 0.0
    assert names(back.do("aid", "withdraw")) == ["aid.asked", "aid.withdrawn"]


def test_the_journal_rebuilds_the_same_world():
    played = stage().do("aid", "ask", frame="internal").until(30).do("aid", "ask", frame="outside")
    played.until(33).do("alliance", "decide", agreed=1).until(60)
    assert replayed(played, begin(played.world.scene)).agents == played.world.agents
