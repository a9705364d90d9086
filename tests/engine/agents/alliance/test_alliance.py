"""How an alliance is called, answers, decides and lets its men go."""

from statistics import mean

import pytest

from engine.agents.aid import KIND as AID
from engine.agents.aid.config import Aid
from engine.agents.alliance import KIND as ALLIANCE
from engine.agents.alliance.config import Accepts, Alliance, Member, Parliament
from engine.begin import begin
from engine.scene import Force
from engine.written import Value
from tests.engine.stage import HOUR, number, replayed, stage_of
from tests.oracles.consent import mean_parallel_hours, unanimity_chance

CERTAIN = Accepts(internal=number(1.0), outside=number(1.0), facilities=number(1.0))
FIVE = ("oak", "elm", "ash", "fir", "yew")


def member(consent=1.0, clock=1.5, **more):
    return Member(consent=number(consent), clock=number(clock), **more)


def pact(members=None, **more):
    """An alliance without delays of its own, whose members' chances are as written."""
    given: dict[str, object] = {
        "members": members or {name: member() for name in FIVE},
        "accepts": CERTAIN,
        "ties": number(0.0),
        "pull": number(0.0),
        "spread": "exponential",
        "convenes": number(0.0),
        "drafting": number(0.0),
        "term_delay": number(0.0),
    }
    return Alliance(**(given | more))


def table(config, seed=1, **more):
    agents = {"aid": (AID, Aid()), "alliance": (ALLIANCE, config)}
    return stage_of(agents, seed=seed, **more)


def asked(config, seed=1, hours=2000.0, **how):
    given = {"frame": "outside", "evidence": 1.0} | how
    return table(config, seed).do("aid", "ask", **given).until(hours)


def decision(stage):
    return stage.events("alliance.decided")[-1].event


def hours_to_decide(config, seed):
    return asked(config, seed).events("alliance.decided")[0].at / HOUR


def test_five_asked_at_once_take_as_long_as_the_slowest():
    times = [hours_to_decide(pact(), seed) for seed in range(700)]
    assert mean_parallel_hours(5, 1.5) == pytest.approx(3.425)
    assert mean(times) == pytest.approx(3.425, rel=0.05)


def test_five_asked_in_turn_take_as_long_as_all_together():
    times = [hours_to_decide(pact(calls="in_turn"), seed) for seed in range(700)]
    assert mean(times) == pytest.approx(7.5, rel=0.05)


def test_steady_clocks_keep_the_mean_and_spread_less():
    one = {"oak": member()}
    steady = [hours_to_decide(pact(one, spread="gamma"), seed) for seed in range(700)]
    loose = [hours_to_decide(pact(one), seed) for seed in range(700)]
    assert mean(steady) == pytest.approx(1.5, rel=0.08)
    assert sum(t > 4.5 for t in steady) < sum(t > 4.5 for t in loose)


def share_agreed(config, seeds=700, **how):
    return mean(decision(asked(config, seed, **how)).agreed for seed in range(seeds))


def test_five_members_at_ninety_in_a_hundred_agree_as_often_as_the_product():
    config = pact({name: member(0.9) for name in FIVE})
    assert share_agreed(config) == pytest.approx(0.5905, abs=0.05)


def test_ties_make_members_agree_together_more_often():
    config = pact({name: member(0.9) for name in FIVE}, ties=number(0.6))
    expected = unanimity_chance([0.9] * 5, 0.6)
    assert expected > 0.68
    assert share_agreed(config) == pytest.approx(expected, abs=0.05)


def test_a_case_that_nobody_accepts_is_declined_for_its_ground():
    config = pact(accepts=Accepts(internal=number(0.0)))
    stage = asked(config, frame="internal")
    assert not decision(stage).agreed
    assert stage.events("alliance.declined")[0].event.reason == "ground"
    assert stage.read("aid", "asked") == 0.0


PRECEDENTS = {
    "an internal matter": (
        {"precedent": number(0.0), "patron": 0.3, "internal": 0.05}, {"frame": "internal"}, 0.06,
    ),
    "fighting outside the members' soil": (
        {"precedent": number(0.0), "patron": 0.1, "internal": 0.05}, {"frame": "outside"}, 0.12,
    ),
    "two members in dispute": (
        {"precedent": number(0.1), "patron": 0.5, "second": 0.02}, {"frame": "outside"}, 0.05,
    ),
    "as asked in the gravest hour": ({}, {"frame": "outside", "evidence": 2.0}, 1.0),
}  # fmt: skip


@pytest.mark.parametrize("case", PRECEDENTS)
def test_settings_reproduce_the_times_when_help_did_not_come(case):
    settings, how, most = PRECEDENTS[case]
    members = {
        "oak": member(settings.get("patron", 0.9), patron=True),
        "elm": member(settings.get("second", 0.95)),
        "ash": member(0.95),
        "fir": member(0.85),
    }
    config = Alliance(
        members=members,
        precedent=settings.get("precedent", number(0.2)),
        accepts=Accepts(internal=number(settings.get("internal", 0.2))),
    )
    share = share_agreed(config, 150, **how)
    assert share <= most
    assert share >= (0.55 if not settings else 0.0)


def test_evidence_and_lost_hope_move_the_chances():
    config = Alliance(members={name: member(0.8) for name in FIVE[:3]})
    none, much = (share_agreed(config, 400, evidence=float(n)) for n in (0, 3))
    worse = share_agreed(config, 400, evidence=3.0, tasks="assist")
    assert none < much
    assert worse < much - 0.2


def test_a_seat_speaks_instead_of_its_clock():
    stage = table(pact({"oak": member(1.0, 5.0), "elm": member(0.0, 5.0)}))
    stage.do("aid", "ask", frame="outside").until(0.01)
    stage.do("alliance", "answer", member="elm", answer="yes_if", term="end_date").until(2000)
    answers = {e.event.member: e.event for e in stage.events("alliance.answered")}
    assert (answers["elm"].by, answers["oak"].by) == ("seat", "clock")
    agreed = decision(stage)
    assert agreed.agreed
    assert agreed.conditions == (("elm", "end_date"),)
    assert agreed.length_hours == 240.0


def test_later_is_heard_as_a_no_when_its_time_is_over():
    stage = table(pact({"oak": member(1.0, 0.1), "elm": member(1.0, 9999.0)}))
    stage.do("aid", "ask", frame="outside").until(1)
    stage.do("alliance", "answer", member="elm", answer="later").until(30)
    decided = stage.events("alliance.decided")[0]
    assert decided.at == 13 * HOUR
    assert not decided.event.agreed


def test_silence_counts_as_the_chair_says_at_the_deadline():
    for word, outcome in (("abstain", True), ("no", False), ("yes", True)):
        stage = table(pact({"oak": member(1.0, 0.1), "elm": member(1.0, 9999.0)}))
        stage.do("aid", "ask", frame="outside").until(0.5)
        stage.do("alliance", "call", mode="parallel", deadline=3.0, silence=word).until(9)
        decided = stage.events("alliance.decided")[0]
        assert (decided.at, decided.event.agreed) == (round(3.5 * HOUR), outcome)


def test_a_cap_and_a_guard_clause_bind_and_a_fourth_term_is_passed_over():
    terms = ("cap", "guard_only", "word", "cap")
    members = {
        name: member(1.0, 1.0, sets_terms=number(1.0), term=term)
        for name, term in zip(FIVE[:4], terms, strict=True)
    }
    stage = asked(pact(members), men=2000.0, tasks="defend")
    agreed = decision(stage)
    assert len(agreed.conditions) == 3
    assert len(agreed.bypassed) == 1
    assert agreed.men == 1000
    assert agreed.guard_only
    withheld = [e.event.member for e in stage.events("alliance.withheld")]
    assert tuple(withheld) == agreed.bypassed


def test_under_the_patron_rule_only_the_patron_and_a_veto_count():
    willing = {"oak": member(1.0, patron=True), "elm": member(0.0, veto=number(0.0))}
    assert decision(asked(pact(willing, rule="patron"))).agreed
    forbidding = willing | {"elm": member(0.0, veto=number(1.0))}
    stage = asked(pact(forbidding, rule="patron"))
    assert stage.events("alliance.declined")[0].event.reason == "veto"
    unwilling = {"oak": member(0.0, patron=True), "elm": member(1.0)}
    assert decision(asked(pact(unwilling, rule="patron"))).reason == "patron"


def test_a_majority_outvotes_one_no():
    members = {name: member(1.0) for name in FIVE[:4]} | {"yew": member(0.0)}
    assert decision(asked(pact(members, rule="majority"))).agreed
    assert not decision(asked(pact(members))).agreed


def test_who_stands_aside_stops_nothing_and_sends_nobody():
    members = {"oak": member(1.0), "elm": member(0.0, abstains=number(1.0))}
    stage = asked(pact(members))
    assert decision(stage).agreed
    assert [e.event.member for e in stage.events("alliance.released")] == ["oak"]
    assert stage.events("alliance.withheld")[0].event.reason == "abstain"


def house(**more):
    given = {"deputies": 120, "quorum": 61, "comes": 0.3, "favours": 0.9, "spread": 0.0} | more
    return Parliament(**{k: number(v) if isinstance(v, float | int) and k != "sits" else v
                         for k, v in given.items()})  # fmt: skip


def test_a_member_agrees_at_once_and_its_men_wait_for_parliament():
    sits = 15 * HOUR
    members = {"oak": member(1.0, patron=True), "elm": member(1.0, parliament=house(sits=sits))}
    stage = asked(pact(members), hours=100)
    assert stage.events("alliance.decided")[0].at < 15 * HOUR
    sat = [(e.at / HOUR, e.event.present, e.event.passed) for e in stage.events("alliance.sat")]
    assert sat == [(15.0, 36, False), (27.0, 61, True)]
    released = {e.event.member: e.at / HOUR for e in stage.events("alliance.released")}
    assert released["oak"] < 15.0
    assert released["elm"] == 27.0


def test_the_clocks_tell_who_has_answered_and_when_a_parliament_sits_again_after_how_many_came():
    members = {
        "oak": member(1.0, patron=True),
        "elm": member(1.0, parliament=house(sits=15 * HOUR)),
    }
    stage = table(pact(members))
    assert stage.read("alliance", "clocks") == "oak,idle,,,,0,0;elm,idle,,,,0,0"
    stage.do("aid", "ask", frame="outside").until(20)
    again = stage.events("alliance.sat")[0].event.again
    assert again == 27 * HOUR
    assert stage.read("alliance", "clocks") == f"oak,done,yes,,,0,0;elm,done,yes,,{again},36,61"


def test_the_clocks_never_tell_when_a_clock_runs_out():
    stage = table(pact({"oak": member(1.0, clock=40.0)})).do("aid", "ask", frame="outside").until(5)
    due = stage.events("alliance.member_asked")[0].event.due
    assert str(due) not in stage.read("alliance", "clocks")
    assert stage.read("alliance", "clocks") == "oak,thinking,,,,0,0"


def test_a_vote_needs_its_number_and_not_only_its_quorum():
    short = house(comes=0.55, favours=0.83, needs=61, tries=1)
    members = {"oak": member(1.0, patron=True), "elm": member(1.0, parliament=short)}
    stage = asked(pact(members), hours=100)
    sat = stage.events("alliance.sat")[0].event
    assert (sat.present, sat.votes, sat.passed) == (66, 55, False)
    assert stage.events("alliance.withheld")[0].event.reason == "parliament"


def test_lobbying_brings_a_first_sitting_to_its_quorum():
    members = {"oak": member(1.0), "elm": member(1.0, parliament=house(comes=0.45))}
    stage = table(pact(members))
    stage.do("aid", "ask", frame="outside").do("alliance", "lobby", member="elm").until(100)
    assert [e.event.passed for e in stage.events("alliance.sat")] == [True]


def test_where_parliament_binds_the_answer_the_decision_waits_for_it():
    bound = house(sits=20 * HOUR, comes=0.9, binds="answer")
    members = {"oak": member(1.0), "elm": member(1.0, parliament=bound)}
    assert asked(pact(members)).events("alliance.decided")[0].at == 20 * HOUR
    stage = table(pact(members)).do("aid", "ask", frame="outside").until(10)
    stage.do("alliance", "parliament", member="elm", after=2.0).until(100)
    assert stage.events("alliance.decided")[0].at == 12 * HOUR


def test_grounds_delay_an_answer_and_warm_it_where_they_are_shown():
    def first(seed, ask):
        stage = table(pact({"oak": member(0.5)}), seed).do("aid", "ask", frame="outside",
                                                           evidence=2.0).until(0.001)  # fmt: skip
        if ask:
            stage.do("alliance", "ask_grounds", member="oak", what="both")
        found = stage.until(2000).events("alliance.decided")[0]
        return found.at / HOUR, found.event.agreed

    plain = [first(seed, False) for seed in range(300)]
    shown = [first(seed, True) for seed in range(300)]
    # A clock that ran out before the question was put keeps its answer.
    later = [b - a for (a, _), (b, _) in zip(plain, shown, strict=True) if b != a]
    assert {round(x, 2) for x in later} == {3.0}
    assert sum(yes for _, yes in shown) > sum(yes for _, yes in plain) + 15


def test_drills_shorten_the_clocks():
    slow, fast = (
        mean(hours_to_decide(pact(drills=number(n)), seed) for seed in range(200))
        for n in (0.0, 4.0)
    )
    assert fast == pytest.approx(0.7 * slow, rel=0.01)


def test_the_outcome_becomes_the_precedent():
    stage = asked(pact(precedent=number(0.2)))
    assert decision(stage).precedent == pytest.approx(0.44)
    assert stage.read("alliance", "precedent") == pytest.approx(0.44)
    stage.do("alliance", "remember", how="public")
    assert stage.read("alliance", "precedent") == pytest.approx(0.34)


def test_a_request_taken_back_ends_the_round_and_another_opens_one():
    stage = table(pact()).do("aid", "ask", frame="outside").until(0.01)
    stage.do("aid", "withdraw").until(50)
    assert stage.events("alliance.called_off")
    assert stage.events("alliance.decided") == []
    stage.do("aid", "ask", frame="outside").until(100)
    assert decision(stage).request == 2


def test_forces_follow_their_members():
    forces = [Force("first", of="oak"), Force("second", of="elm"), Force("guests", of="")]
    members = {
        "oak": member(1.0, 0.1, patron=True),
        "elm": member(1.0, 0.1, parliament=house(sits=50 * HOUR, comes=1.0)),
    }
    stage = table(pact(members), forces=forces).do("aid", "ask", frame="outside").until(20)
    assert stage.read("alliance", "sent").tolist() == [1.0, 0.0, 1.0]
    assert stage.read("alliance", "partner").tolist() == [0.0, 1.0, 0.0]
    assert stage.until(60).read("alliance", "sent").tolist() == [1.0, 1.0, 1.0]


def busy(seed=4, **more):
    members = {
        "oak": member(0.9, patron=True, sets_terms=number(0.5)),
        "elm": member(0.9, parliament=house()),
        "ash": member(0.9, abstains=number(0.05)),
    }
    stage = table(Alliance(members=members), seed, **more).until(3)
    stage.do("alliance", "drill").do("aid", "ask", frame="outside", evidence=2.0).until(4)
    stage.do("alliance", "lean", member="ash", by=1.0)
    stage.do("alliance", "answer", member="oak", answer="yes_if", term="cap").until(8)
    return stage.do("aid", "ask", frame="facilities", evidence=1.0).until(80)


def test_the_journal_rebuilds_the_same_world():
    for seed in range(8):
        stage = busy(seed)
        fresh = replayed(stage, begin(stage.world.scene))
        assert fresh.agents == stage.world.agents


def test_the_order_in_which_agents_begin_does_not_matter():
    assert list(busy().journal) == list(busy(order=["alliance", "aid"]).journal)


def test_a_changed_member_leaves_what_came_before_as_it_was():
    members = {name: member(0.9) for name in FIVE}
    other = members | {"yew": replace_consent(members["yew"])}
    first, second = asked(pact(members)), asked(pact(other))
    called = [[e.event for e in stage.events("alliance.member_asked")] for stage in (first, second)]
    assert called[0] == called[1]


def replace_consent(given):
    return given.model_copy(update={"consent": Value(0.0)})


def test_every_event_names_a_cause():
    stage = busy()
    for entry in stage.journal:
        assert entry.event.cause != "drift", entry
