"""Claims about networks, reports, rumours and publications."""

from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import ClassVar

import numpy as np
import pytest

from engine.agents.media import KIND
from engine.agents.media import events as e
from engine.agents.media import kind as media_kind
from engine.agents.media.config import Desk, MediaConfig
from engine.agents.media.rules import Ear, about, heard, reliability, weight
from engine.agents.media.stories import STORIES
from engine.begin import begin
from engine.chance import Chance
from engine.events import Event
from engine.kinds import Kind, Reading, Verb
from engine.scene import Site
from engine.written import Value, Written
from tests.engine.stage import HOUR, replayed, stage_of


@dataclass(frozen=True, slots=True)
class Lost(Event):
    """A site was lost."""


def lose(world, me, given, cause, chance):
    yield Lost(cause=cause, place=given["site"])


class Trouble(Kind[Written, None]):
    """A crowd of one size, and sites that are lost when told so."""

    name = "incidents"
    text = "trouble"
    Config = Written
    events = (Lost,)
    readings: ClassVar = {
        "crowd": Reading("people", "place", "people out"),
        "violent": Reading("people", "place", "of them violent"),
        "killed": Reading("people", "place", "dead"),
    }
    verbs: ClassVar = {"lose": Verb("lose a site", lose)}
    numbers: ClassVar = {"crowd": 1000.0, "violent": 500.0, "killed": 10.0}

    def begin(self, world, me):
        return None

    def read(self, world, me, name):
        return np.full(len(world.scene.places), self.numbers[name])

    def apply(self, state, event):
        pass


SITES = (Site("hall", 0), Site("mast", 1), Site("depot", 2))
SURE = {"sees": Value(1.0), "error": Value(0.0), "rumours": Value(1.0), "after": Value(2.0)}


def desk(**changed):
    return Desk.model_validate(SURE | changed)


def media(seed=1, trouble=True, order=None, desks=None, sites=SITES, **changed):
    desks = {"press": desk(voice="press")} if desks is None else desks
    config = {"desks": desks, "rumour": Value(0.0), "studios": ("mast",)} | changed
    agents = {"trouble": (Trouble(), Written())} if trouble else {}
    agents["media"] = (KIND, MediaConfig.model_validate(config))
    seats = ("president", "press", "west")
    return stage_of(agents, seed=seed, sites=sites, seats=seats, order=order)


def cut(stage, depth="all", hours=24.0, at="everywhere"):
    return stage.do("media", "cut", at=at, depth=depth, **{"for": hours})


def at(stage, name):
    return np.asarray(stage.read("media", name)).tolist()


def told(stage, seat="press"):
    """Everything a seat was told, as it would see it: no numbers of the journal, no causes."""
    rows = [(e.at, e.name, e.event) for e in stage.journal if e.event.to in ((seat,), ("all",))]
    hidden = {"cause", "to"}
    return [
        repr((when, name, [(f.name, getattr(event, f.name)) for f in fields(event)
                           if f.name not in hidden]))
        for when, name, event in rows
    ]  # fmt: skip


# The network.


def test_with_everything_working_everybody_hears_at_once():
    stage = media()
    assert at(stage, "reach") == at(stage, "openness") == [1, 1, 1]
    assert KIND.slowness(stage.world, "media").tolist() == [1, 1, 1]


DEPTHS = [("slow", 0.5, 2), ("mobile", 0.1, 3), ("all", 0.05, 4)]


@pytest.mark.parametrize(("depth", "left", "slow"), DEPTHS)
def test_a_cut_closes_the_network_and_slows_reports_of_that_place(depth, left, slow):
    stage = cut(media(), depth, at="north")
    assert at(stage, "openness") == [left, 1, 1]
    assert at(stage, "reach")[0] == pytest.approx(0.85 * left + 0.15)
    assert at(stage, "slowed") == [slow, 1, 1]
    assert at(stage.until(25), "openness") == [1, 1, 1]


def test_a_window_opens_a_cut_network_for_its_hours_only():
    stage = cut(media(), hours=48.0).until(10)
    stage.do("media", "restore", **{"for": 3.0})
    assert at(stage, "openness") == [1, 1, 1]
    assert at(stage.until(14), "openness") == [0.05] * 3
    assert at(stage.until(49), "openness") == [1, 1, 1]
    stage.do("media", "restore")
    assert len(stage.events("network_restored")) == 6


def test_a_window_that_ends_with_its_cut_ends_once():
    stage = cut(media(), hours=10.0).until(7).do("media", "restore", **{"for": 3.0}).until(12)
    assert at(stage, "openness") == [1, 1, 1]
    assert stage.world.agents["media"].windows == {}


def test_dark_hours_are_those_with_less_than_half_of_the_network():
    stage = cut(cut(media(), "slow", 10.0, "south"), "all", 30.0, "north").until(40)
    assert at(stage, "dark") == [29, 0, 0]


def test_an_address_is_heard_by_more_and_a_lost_studio_silences_it():
    stage = cut(media())
    before = at(stage, "reach")[0]
    assert at(stage.do("media", "speak", **{"for": 2.0}), "reach")[0] == before + 0.4
    assert at(stage.until(3), "reach")[0] == before


# Reports.


def test_a_lost_site_is_reported_late_to_the_desk_and_to_nobody_else():
    stage = media().until(5.2).do("trouble", "lose", site="hall").until(60)
    (reported,) = stage.events("reported")
    event = reported.event
    assert (event.to, event.place, event.story) == (("press",), "hall", "site_lost")
    assert event.seen_at == int(5.2 * HOUR) < reported.at
    assert event.report == "press_1"
    assert event.source in ("press", "rumour")


def test_reports_are_late_by_the_mean_of_the_desk_and_later_in_a_blackout():
    def delays(dark):
        found = []
        for seed in range(30):
            stage = media(seed)
            stage = cut(stage, hours=200.0) if dark else stage
            stage.until(5).do("trouble", "lose", site="hall").until(60)
            found += [x.at - x.event.seen_at for x in stage.events("reported")
                      if x.event.story == "site_lost"]  # fmt: skip
        return sum(found) / len(found) / HOUR

    assert 2.0 < delays(False) < 3.2
    assert 6.5 < delays(True) < 10.5


def test_a_desk_that_sees_little_hears_less():
    desks = {"press": desk(), "west": desk(sees=Value(0.2))}
    heard_by = Counter()
    for seed in range(60):
        stage = media(seed, desks=desks).until(2).do("trouble", "lose", site="depot").until(30)
        heard_by.update(x.event.to[0] for x in stage.events("reported"))
    assert heard_by["press"] == 60
    assert 3 < heard_by["west"] < 25


def test_a_desk_hears_only_what_it_listens_for():
    stage = media(desks={"press": desk(hears=("deaths",))})
    stage.until(2).do("trouble", "lose", site="depot").until(30)
    assert stage.events("reported") == []
    assert len(stage.events("filed")) == 1


def test_the_same_story_of_a_place_is_not_told_again_too_soon_but_is_not_forgotten():
    stage = media().until(1.5)
    for hour in (2, 3, 4):
        stage.do("trouble", "lose", site="hall").until(hour)
    stage.until(40)
    filed = stage.events("filed")
    assert [x.at // HOUR for x in filed] == [2, 8]
    assert filed[1].event.at == 3 * HOUR


def test_a_gathered_story_comes_once_for_a_place_and_says_of_how_many_sites():
    sites = (Site("hall", 0), Site("mast", 0), Site("depot", 2))
    for gathers, expected in (
        ((), [("hall", 0), ("mast", 0), ("depot", 0)]),
        (("site_lost",), [("mast", 2), ("depot", 0)]),
    ):
        stage = media(sites=sites, gathers=gathers).until(1.3)
        for hour, site in ((1.4, "hall"), (1.5, "mast"), (2.5, "depot")):
            stage.do("trouble", "lose", site=site).until(hour)
        assert [(x.event.place, x.event.number) for x in stage.events("filed")][:3] == expected
        stage.until(3).do("trouble", "lose", site="hall").until(40)
        assert [x.event.place for x in stage.events("filed") if x.at > 4 * HOUR] == ["hall"]


def test_false_stories_come_at_their_rate_and_are_told_like_any_other():
    stage = media(rumour=Value(0.02), by_network=Value(0.85)).until(400)
    false = stage.events("falsified")
    assert 10 < len(false) < 45
    assert all(x.event.to == () for x in false)
    assert len(stage.events("reported")) >= len(false) - 3
    known = {x.event.known_as for x in false}
    assert {x.event.cause for x in stage.events("reported")} <= known


def test_where_nothing_happens_nothing_is_made_up():
    stage = media(trouble=False, rumour=Value(1.0)).until(100)
    assert stage.events("falsified") == []


def test_desks_trust_what_is_so_a_little_more():
    true = Counter(reliability((i + 0.5) / 100, True) for i in range(100))
    false = Counter(reliability((i + 0.5) / 100, False) for i in range(100))
    assert true == {3: 45, 2: 35, 1: 20}
    assert false == {3: 15, 2: 35, 1: 50}


def test_a_count_is_right_on_average_and_passed_on_in_two_digits():
    ear = Ear(chance=1.0, sees=0.7, error=0.3, hours=1.0, firsts=1.0)
    told_sizes = [heard(Chance(s).at("m", "p"), ear, 1000.0, True).size for s in range(800)]
    assert sum(told_sizes) / 800 == pytest.approx(1000, rel=0.05)
    assert [about(x) for x in (0.4, 7.2, 1234.0, 98765.0)] == [0, 7, 1200, 99000]


def test_a_steadied_chain_tells_smaller_numbers_to_the_seat_above_alone():
    voices = {"voice": "duty_officer", "second": "duty_officer"}
    desks = {"president": desk(**voices), "press": desk(**voices)}
    stage = media(desks=desks, rumour=Value(0.1))
    stage.do("media", "slant", how="steadied", seat="president")
    stage.until(150)
    by_claim = {}
    for entry in stage.events("falsified"):
        for seat, _, size, _, _ in entry.event.deliveries:
            by_claim.setdefault((entry.event.place, entry.at), {})[seat] = size
    steady = [about(0.75 * sizes["press"]) for sizes in by_claim.values()]
    assert sum(steady) > 0
    assert stage.events("slanted")[0].event.to == ()


def test_what_goes_up_comes_later_while_it_is_held_up_and_what_others_hear_does_not():
    voices = {"voice": "duty_officer", "second": "duty_officer", "after": Value(4.0)}
    desks = {"president": desk(**voices), "press": desk(after=Value(4.0))}

    def ages(upwards: float) -> dict[str, list[int]]:
        stage = media(desks=desks, rumour=Value(0.1), upwards=Value(upwards)).until(150)
        found: dict[str, list[int]] = {"president": [], "press": []}
        for entry in stage.events("falsified"):
            for seat, due, *_ in entry.event.deliveries:
                if due > entry.at:
                    found[seat].append(due - entry.event.at)
        return found

    usual, slow = ages(1.0), ages(2.0)
    assert usual["press"] == slow["press"]
    # Of what is on its way at all, the hours from what happened to the desk have doubled.
    assert max(slow["president"]) == pytest.approx(2 * max(usual["president"]), abs=2)


# Secrecy.


def test_what_seats_are_told_never_says_whether_it_is_so():
    for kind in (e.Reported, e.Verified, e.Published, e.Corrected, e.Counted, e.ReporterSent):
        names = {field.name for field in fields(kind)}
        assert not names & {"true", "false", "falsified", "claim", "deliveries", "right"}


def test_a_true_and_a_false_story_look_alike():
    stage = media(rumour=Value(0.05)).until(5)
    stage.do("trouble", "lose", site="hall").until(200)
    shapes = {tuple(f.name for f in fields(x.event)) for x in stage.events("reported")}
    assert len(shapes) == 1
    claims = stage.world.agents["media"].claims.values()
    assert {claim.true for claim in claims} == {True, False}


def test_a_report_to_others_changes_nothing_that_a_seat_is_told():
    alone = {"press": desk()}
    beside = {"president": desk(), "press": desk(), "west": desk()}
    one = media(3, desks=alone, rumour=Value(0.05)).until(150)
    two = media(3, desks=beside, rumour=Value(0.05)).until(150)
    assert told(one) == told(two)
    assert told(one)


def test_something_a_seat_does_not_hear_of_leaves_no_gap_in_what_it_is_told():
    desks = {"press": desk(hears=("deaths", "protest", "troops_arrived")), "west": desk()}
    quiet = media(3, desks=desks, rumour=Value(0.05)).until(150)
    loud = media(3, desks=desks, rumour=Value(0.05)).until(20)
    loud.do("trouble", "lose", site="hall").until(150)
    assert told(quiet) == told(loud)
    assert told(quiet, "west") != told(loud, "west")


def test_a_planted_leak_would_be_seen(monkeypatch):
    """Numbering reports by claim would tell a seat of stories that it never heard."""
    honest = media_kind._told

    def leaking(world, me, sending, chance):
        told = honest(world, me, sending, chance)
        return replace(told, report=f"{sending.seat}_{sending.claim}")

    monkeypatch.setattr(media_kind, "_told", leaking)
    desks = {"press": desk(hears=("deaths", "protest", "troops_arrived")), "west": desk()}
    quiet = media(3, desks=desks, rumour=Value(0.05)).until(150)
    loud = media(3, desks=desks, rumour=Value(0.05)).until(20)
    loud.do("trouble", "lose", site="hall").until(150)
    assert told(quiet) != told(loud)


# Publications, checks, reporters, counts.


def with_report(seed=1, **changed):
    return media(seed, **changed).until(2).do("trouble", "lose", site="hall").until(20)


def publish(stage, claim="press_1", **given):
    return stage.do("media", "publish", claim=claim, **given)


def test_a_publication_is_told_to_all_and_exposes_what_it_is_about():
    stage = publish(with_report(), standing="confirmed")
    (published,) = stage.events("published")
    assert (published.event.to, published.event.place) == (("all",), "hall")
    (exposed,) = stage.events("posts_exposed")
    assert exposed.event.weight == 1.0
    assert exposed.event.cause == f"event:{published.number}"
    assert stage.read("media", "public_posts") == 1.0
    assert stage.until(44).read("media", "public_posts") == pytest.approx(0.5)


def test_a_shielded_publication_names_no_place_and_weighs_less():
    stage = publish(with_report(), shield="shielded")
    event = stage.events("published")[0].event
    assert (event.place, event.seen_at) == ("", 0)
    assert stage.events("posts_exposed")[0].event.weight == pytest.approx(0.7 * 0.6)
    assert weight("alleged", True, 0.6, 0.5) == pytest.approx(0.12)


def test_in_a_blackout_a_publication_weighs_as_much_as_is_heard():
    stage = publish(cut(with_report()))
    assert stage.events("weighed")[0].event.weight == pytest.approx(0.7 * (0.85 * 0.05 + 0.15))


def test_a_report_that_the_seat_does_not_hold_cannot_be_published():
    assert publish(with_report(), claim="press_9").events("published") == []


def test_a_published_falsehood_is_noted_where_no_seat_sees_it():
    stage = media(rumour=Value(0.3)).until(40)
    publish(stage)
    (false,) = stage.events("falsehood_published")
    assert false.event.to == ()
    assert stage.read("media", "falsehoods_published") == 1


def test_a_correction_takes_the_weight_away():
    stage = publish(with_report()).do("media", "correct", claim="press_1")
    assert stage.events("corrected")[0].event.to == ("all",)
    assert stage.read("media", "public_posts") == 0.0


def test_checks_are_right_about_as_often_as_declared_and_say_only_what_they_found():
    right = 0
    for seed in range(60):
        stage = with_report(seed).do("media", "verify", claim="press_1", how="second").until(60)
        (verified,) = stage.events("verified")
        assert verified.event.to == ("press",)
        right += verified.event.stands
    assert 38 < right < 57


def test_two_checks_of_one_report_may_differ_and_are_counted():
    stage = with_report().do("media", "verify", claim="press_1")
    stage.do("media", "verify", claim="press_1", how="video").until(60)
    assert {x.event.checks for x in stage.events("verified")} <= {1, 2}
    assert len(stage.events("verified")) == 2


def test_a_reporter_arrives_after_the_way_and_may_be_lost_in_a_violent_crowd():
    stage = media(reporter_risk=Value(1.0)).do(
        "media", "send", at="south", seat="press", who="crew"
    )
    assert stage.events("reporter_sent")[0].event.reporter == "press_reporter_1"
    stage.until(60)
    assert stage.events("reporter_arrived")[0].at == 6 * HOUR
    assert len(stage.events("reporter_lost")) == 1


def test_a_line_round_the_blackout_makes_reports_as_fast_as_before():
    def lag(line):
        stage = cut(media(9), hours=300.0)
        if line:
            stage.do("media", "round_blackout", seat="press", **{"for": 300.0})
        stage.until(3).do("trouble", "lose", site="hall").until(200)
        (found,) = [x for x in stage.events("reported") if x.event.story == "site_lost"]
        return found.at - found.event.seen_at

    assert lag(True) < lag(False)


def test_an_independent_count_grows_and_never_beyond_the_dead():
    stage = media().do("media", "count", seat="press").until(24 * 8)
    numbers = [x.event.number for x in stage.events("counted")]
    assert numbers == sorted(numbers)
    assert 20 < numbers[-1] <= 30
    assert all(float(x).is_integer() for x in numbers)


def test_two_seats_that_count_are_each_told_their_own_figure():
    stage = media(desks={"press": desk(), "west": desk()}).do("media", "count", seat="press")
    stage.until(30).do("media", "count", seat="west").until(60)
    told_to = [(x.event.to, x.at // HOUR) for x in stage.events("counted")]
    assert told_to == [(("press",), 24), (("press",), 48), (("west",), 54)]
    assert "independent_count" not in KIND.readings


# Causes.


def test_a_report_names_the_story_that_it_tells_and_that_names_what_happened():
    stage = media().until(5.2).do("trouble", "lose", site="hall").until(60)
    (lost,), (filed,) = stage.events("lost"), stage.events("filed")
    (reported,) = stage.events("reported")
    assert filed.event.cause == f"event:{lost.number}"
    assert reported.event.cause == filed.event.known_as == f"event:{filed.number}"


def test_what_an_order_began_ends_with_that_order_as_its_cause():
    stage = media(reporter_risk=Value(0.0))
    cut(stage, hours=40.0)
    for verb, given in ENDING:
        stage.do("media", verb, **given)
    stage.until(60)
    for name in ("network_restored", "window_closed", "address_over", "line_closed",
                 "reporter_arrived", "counted"):  # fmt: skip
        found = stage.events(name)
        assert {x.event.cause for x in found} == {ORDERED}, name


def test_a_check_comes_back_to_the_order_that_asked_for_it():
    stage = with_report().do("media", "verify", claim="press_1").until(60)
    assert [x.event.cause for x in stage.events("verified")] == [ORDERED]


ORDERED = "order:test"
ENDING = (
    ("restore", {"for": 3.0}),
    ("speak", {"for": 3.0}),
    ("round_blackout", {"seat": "press", "for": 5.0}),
    ("send", {"seat": "press", "at": "south"}),
    ("count", {"seat": "press"}),
)


# What every kind owes.


def busy(order=None):
    stage = media(5, order=order, rumour=Value(0.2))
    cut(stage, hours=40.0).do("media", "count", seat="press")
    stage.do("media", "send", at="south", seat="press").do("media", "speak")
    stage.do("media", "round_blackout", seat="press", at="north").until(30)
    stage.do("trouble", "lose", site="hall").do("media", "restore", **{"for": 3.0}).until(50)
    publish(stage).do("media", "verify", claim="press_2").do("media", "correct", claim="press_1")
    return stage.until(120)


def test_the_journal_alone_rebuilds_the_media():
    stage = busy()
    fresh = replayed(stage, begin(stage.world.scene))
    assert fresh.agents["media"] == stage.world.agents["media"]


def test_the_order_of_beginning_does_not_matter():
    assert busy().journal.digest() == busy(("media", "trouble")).journal.digest()


def test_every_story_is_of_an_event_that_its_kind_declares():
    from engine.agents.registry import kinds
    from engine.events import name_of

    found = kinds()
    for story in STORIES:
        kind, _, event = story.event.partition(".")
        if kind in found:
            assert event in {name_of(each) for each in found[kind].events}, story
