"""From a request to the last flight home, through every kind that has a part in it."""

from engine.agents.aid import KIND as AID
from engine.agents.aid.config import Aid
from engine.agents.alliance import KIND as ALLIANCE
from engine.agents.alliance.config import Accepts, Alliance, Member, Parliament
from engine.agents.withdrawal import KIND as WITHDRAWAL
from engine.agents.withdrawal.config import Withdrawal
from engine.begin import begin
from engine.scene import Force
from tests.engine.agents.airlift.bridge import bridge, craft, lift_of
from tests.engine.stage import HOUR, number, replayed

FORCES = (
    Force("brigade", of="oak", men=600, vehicles=60, origin="base", by="heavy", guards=("strip",)),
    Force("company", of="elm", men=100, origin="base", by="heavy", guards=("hall",)),
    Force("platoon", of="ash", men=40, origin="base", by="heavy"),
)


def pact():
    sits = Parliament(sits=60 * HOUR, comes=number(1.0), spread=number(0.0))
    return Alliance(
        members={
            "oak": Member(consent=number(1.0), patron=True),
            "elm": Member(consent=number(1.0), parliament=sits),
            "ash": Member(consent=number(0.0), abstains=number(1.0)),
        },
        accepts=Accepts(outside=number(1.0)),
    )


def mission(seed=1, lift=None):
    plain = lift_of(4, craft(10), lag=number(6), slots=True, crews=number(6))
    return bridge(
        lift or plain, FORCES, seed=seed, aid=(AID, Aid()), alliance=(ALLIANCE, pact()),
        withdrawal=(WITHDRAWAL, Withdrawal()),
    )  # fmt: skip


def test_only_released_members_fly_and_the_late_one_after_its_vote():
    stage = mission().do("aid", "ask", frame="outside", men=2000.0, length=720.0).until(300)
    decided = stage.events("alliance.decided")[0]
    first = stage.events("airlift.took_off")[0]
    assert first.at == decided.at + 6 * HOUR
    assert stage.read("airlift", "landed_men").tolist() == [600.0, 100.0, 0.0]
    late = [e.at for e in stage.events("airlift.loading") if e.event.sortie.startswith("company")]
    assert min(late) >= 60 * HOUR
    mandate = stage.events("withdrawal.mandate_began")[0].event
    assert mandate.ends == decided.at + 720 * HOUR


def test_nobody_flies_before_the_alliance_has_agreed():
    stage = mission().do("airlift", "task", men=900.0).until(50)
    assert stage.events("airlift.tasked") == []
    stage.do("aid", "ask", frame="outside", men=2000.0).until(300)
    assert stage.read("airlift", "delivered") < 900.0
    assert stage.events("airlift.tasked")


def test_a_cap_on_men_binds_the_airlift():
    stage = mission().do("aid", "ask", frame="outside", men=370.0).until(300)
    assert stage.read("airlift", "landed_men").tolist() == [300.0, 50.0, 0.0]


def test_once_they_leave_nobody_more_is_brought():
    stage = mission().do("aid", "ask", frame="outside", men=2000.0).until(20)
    stage.do("withdrawal", "announce", begins=0.0, days=24.0).until(200)
    assert stage.events("airlift.cancelled")
    brought = stage.read("airlift", "landed_men")[0]
    assert 0 < brought < 600
    assert stage.read("airlift", "landed_men")[1] == 0.0
    # Nobody is counted in the country here: only those still in the air keep it from being over.
    last = stage.events("airlift.unloaded")[-1].at
    assert last > stage.events("withdrawal.began")[0].at
    assert stage.events("withdrawal.completed")[0].at >= last


def test_every_event_of_the_mission_has_a_cause_and_can_be_replayed():
    stage = mission().do("aid", "ask", frame="outside", men=2000.0).until(200)
    stage.do("withdrawal", "announce", begins=1.0, days=48.0).until(220)
    stage.do("contingents", "go", force="brigade", men=600, vehicles=60).until(400)
    assert [e for e in stage.journal if e.event.cause == "drift" and e.agent != "contingents"] == []
    assert replayed(stage, begin(stage.world.scene)).agents == stage.world.agents
    assert stage.read("airlift", "flown_men")[0] == 600.0
