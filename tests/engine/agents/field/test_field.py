"""Claims about a field: it flows, spreads along its links, can be pushed and held, and is told."""

import re
from math import exp
from pathlib import Path

import pytest

from engine.agents.field.events import Crossed, Uncrossed
from engine.catalogue import sentence
from engine.facts import InjectFired
from engine.setup import Wanted, prepare, start
from lab.plugin_kit import TRIES, Trial
from tests.engine.agents.field.heath import FEVER, FIRE, in_all, level, played
from tests.engine.small import changed, entries, game_of, hours_of, ordered


def card(effects: str) -> str:
    """A card of the small scenario's first seat with these effects."""
    return f"""
cards:
  work:
    title: Send them out
    seat: port
    takes: 0 h
    effects: {effects}
    case_for: "Warden: now or never."
    case_against: "Clerk: later, perhaps."
    unknown: Whether it helps.
"""


def after_work(folder: Path, text: str, effects: str, hours: int):
    """The game some hours after that card was ordered in the first beat."""
    game = game_of(changed(folder, text + card(effects)))
    assert ordered(game, "port", "work").accepted
    game.play(hours * 3600)
    return game


def test_a_fire_takes_its_place_and_leaps_along_its_link_and_no_further(tmp_path: Path):
    game = played(tmp_path, FIRE, 72)
    assert level(game, "fire", "ash", "north_quay") > 0.8
    assert level(game, "fire", "ash", "old_town") > 0.5
    assert level(game, "fire", "ash", "millside") == 0
    total = sum(level(game, "fire", name, "old_town") for name in ("heath", "burning", "ash"))
    assert total == pytest.approx(1.0, abs=1e-7)


def test_marks_are_events_of_their_own_name_and_readings(tmp_path: Path):
    game = played(tmp_path, FIRE, 240)
    caught = entries(game, Crossed, mark="caught")
    # At the start it burns at the quay already: that is no event.
    assert [entry.event.place for entry in caught] == ["old_town"]
    assert game.world.tallies["fire.caught"].times == 1
    assert game.world.tallies["fire.caught@old_town"].times == 1
    out = {entry.event.place: at for entry, at in zip(
        entries(game, Uncrossed, mark="caught"), hours_of(entries(game, Uncrossed)), strict=False
    )}  # fmt: skip
    assert set(out) == {"north_quay", "old_town"}
    assert level(game, "fire", "is_caught", "old_town") == 0
    assert level(game, "fire", "is_gone", "old_town") == 1


def test_conditions_ask_levels_sums_and_marks(tmp_path: Path):
    inject = """
injects:
  alarm: {when: any(places.burning > 5 %) and times(fire.caught) >= 1, to: all,
          headline: Fire in the town, text: "It burns: {fire.burning_in_all}."}
"""
    game = played(tmp_path, FIRE + inject, 72)
    first = entries(game, Crossed, mark="caught")[0].at
    assert 0 <= entries(game, InjectFired, inject="alarm")[0].at - first <= 3600


def test_people_fall_ill_travel_and_get_well_and_nobody_is_lost(tmp_path: Path):
    game = played(tmp_path, FEVER, 24 * 10)
    everybody = sum(in_all(game, "fever", name) for name in ("well", "ill", "over"))
    assert everybody == pytest.approx(1000 * len(game.scene.places), rel=1e-7)
    assert all(level(game, "fever", "ill", place) > 0 for place in game.scene.places)
    # Nearer places catch it sooner.
    assert level(game, "fever", "ill", "north_quay") < level(game, "fever", "ill", "old_town")


def test_a_push_changes_a_level_at_once_within_its_limits(tmp_path: Path):
    effects = """
      - {do: fire.push, level: burning, at: old_town, by: -50 %}
      - {do: fire.push, level: burning, at: north_quay, by: 4 %, into: ash}"""
    game = after_work(tmp_path, FIRE, effects, 0)
    game.advance()
    assert [e.event.amount for e in game.journal if e.name == "fire.pushed"] == [0, 0.04]


def test_a_push_over_hours_goes_on_at_a_steady_pace_and_ends(tmp_path: Path):
    still = FIRE.replace("20 %/h (10 to 30)", "0 %/h").replace("10 %/h (5 to 15)", "0 %/h")
    still = still.replace("share: 8 %/h", "share: 0 %/h")
    effects = "[{do: fire.push, level: heath, at: millside, by: 30 %, over: 330 min, into: ash}]"
    found = [
        level(after_work(tmp_path / str(hour), still, effects, hour), "fire", "ash", "millside")
        for hour in (2, 4, 8, 12)
    ]
    assert found[1] - found[0] == pytest.approx(0.30 / 5.5 * 2)
    assert found[2:] == [pytest.approx(0.30)] * 2
    game = after_work(tmp_path / "over", still, effects, 12)
    assert [e.event.level for e in game.journal if e.name == "fire.push_ended"] == ["heath"]


def test_what_is_held_flows_slower_there_and_for_so_long(tmp_path: Path):
    effects = "[{do: fire.hold, flow: leaps, at: old_town, by: 100 %, for: 24 h}]"
    game = after_work(tmp_path, FIRE, effects, 24)
    assert level(game, "fire", "burning", "old_town") < 0.01
    game.play(60 * 3600)
    assert level(game, "fire", "burning", "old_town") > 0.05
    assert [e.event.flow for e in game.journal if e.name == "fire.let_go"] == ["leaps"]


def test_a_shift_bends_a_flow_by_its_name_and_by_place(tmp_path: Path):
    alone = FIRE.replace("10 %/h (5 to 15)", "0 %/h")
    plain = played(tmp_path / "plain", alone, 30)
    effects = "[{shift: fire.burns, at: north_quay, times: 0}]"
    bent = after_work(tmp_path / "bent", alone, effects, 30)
    assert level(bent, "fire", "ash", "north_quay") == 0
    assert level(plain, "fire", "ash", "north_quay") > 0.5
    raised = "[{shift: fire.leaps, at: old_town, by: 10 %/h, for: 12 h}]"
    bent = after_work(tmp_path / "raised", alone, raised, 10)
    assert level(bent, "fire", "burning", "old_town") > 0.1
    assert level(bent, "fire", "burning", "millside") == 0


def test_decay_in_a_game_follows_the_exponential(tmp_path: Path):
    cooling = """
agents:
  heat:
    kind: field
    levels: {warmth: {title: Warmth, start: 50 %}}
    flows: {cools: {does: fades, of: warmth, share: 5 %/h}}
"""
    game = played(tmp_path, cooling, 40)
    hours = 39  # The step that is due at the end itself is still to come.
    assert level(game, "heat", "warmth", "old_town") == pytest.approx(
        0.5 * exp(-0.05 * hours), rel=1e-4
    )


def test_a_smaller_step_gives_nearly_the_same_hours(tmp_path: Path):
    coarse = played(tmp_path / "a", FIRE, 60)
    finer = played(tmp_path / "b", FIRE + "    step: 5 min\n", 60)
    for name in ("heath", "burning", "ash"):
        assert level(finer, "fire", name, "old_town") == pytest.approx(
            level(coarse, "fire", name, "old_town"), abs=1e-4
        )


def test_paces_that_vary_are_the_same_for_every_step_and_differ_by_seed(tmp_path: Path):
    windy = FIRE.replace("share: 20 %/h (10 to 30)}", "share: 20 %/h, varies: 60 %}")
    one = changed(tmp_path / "one", windy)

    def ash(scenario, seed: int) -> float:
        game = game_of(scenario, seed=seed)
        game.play(24 * 3600)
        return level(game, "fire", "ash", "north_quay")

    finer = changed(tmp_path / "finer", windy + "    step: 5 min\n")
    assert ash(finer, 1) == pytest.approx(ash(one, 1), abs=1e-3)
    assert abs(ash(one, 1) - ash(one, 2)) > 1e-3


def test_a_seat_is_told_levels_late_and_nothing_of_what_it_is_not_told(tmp_path: Path):
    told = "\nseats:\n  port: {told: {burning: {after: 3 h, error: 10 %}, is_caught: 2 h}}\n"
    game = played(tmp_path, FIRE + told, 30)
    seen = game.view("port").plain()
    assert "fire.burning" in repr(seen)
    assert "fire.burning" not in repr(game.view("council").plain())


@pytest.mark.parametrize("property_", TRIES, ids=lambda each: each.__name__)
@pytest.mark.parametrize("text", [FIRE, FEVER], ids=["fire", "fever"])
def test_it_keeps_what_every_kind_keeps_to(tmp_path: Path, property_, text):
    effects = """
      - {do: fire.hold, flow: leaps, at: old_town, by: 40 %, for: 7 h}
      - {do: fire.push, level: burning, at: everywhere, by: 2 %, over: 5 h}"""
    windy = text.replace("8 %/h}", "8 %/h, varies: 40 %}")
    more = card(effects) if text is FIRE else ""
    trial = Trial("field", changed(tmp_path, windy + more), seed=3, hours=48)
    assert list(property_(trial)) == []


def test_a_save_is_taken_up_where_it_stood(tmp_path: Path):
    changed(tmp_path, FIRE)
    ready = prepare(Wanted(str(tmp_path / "mine"), seed=4, bots="random"))
    straight, again = start(ready), start(ready)
    for game in (straight, again):
        game.play(until=30 * 3600)
    assert straight.journal.digest() == again.journal.digest()
    branch = straight.branch(12 * 3600)
    branch.play(until=30 * 3600)
    assert branch.world.agents["fire"] == straight.world.agents["fire"]


def test_an_idle_field_leaves_everything_else_as_it_was(tmp_path: Path):
    idle = """
agents:
  calm: {kind: field, levels: {calm_level: {title: Nothing, start: 0 t}}}
"""

    def others(text: str, name: str) -> list[str]:
        game = game_of(changed(tmp_path / name, text), bots="random", seed=5)
        game.play(100 * 3600)
        # Only the numbers of entries differ, by those of the field itself.
        return [
            re.sub(r"(event:|landing=|/\d+/)\d+", r"\1", repr(entry._replace(number=0)))
            for entry in game.journal
            if entry.agent != "calm"
        ]

    with_it, without = others(idle, "with"), others("", "without")
    assert len(without) > 100
    assert with_it == without


def test_people_read_levels_flows_and_marks_as_their_author_calls_them(tmp_path: Path):
    named = FIRE.replace("leaps:  {does", "leaps:  {title: flying sparks, does")
    effects = """
      - {do: fire.hold, flow: leaps, at: old_town, by: 40 %, for: 7 h}
      - {do: fire.push, level: burning, at: old_town, by: 2 %, over: 5 h}"""
    game = after_work(tmp_path, named, effects, 72)
    said = [sentence(game.scenario, entry) for entry in game.journal if entry.agent == "fire"]
    for wanted in (
        "Old Town: flying sparks is held back",
        "Old Town: work on Heath on fire begins",
        "Old Town: the heath is on fire",
    ):
        assert wanted in said
    readings = game.scene.agents["fire"].readings
    assert readings["burning"].text == "Heath on fire"
    assert readings["is_caught"].text == "1 while the heath is on fire"
    assert readings["is_gone"].text == "1 while a place is beyond the mark `gone`"


def test_a_link_to_a_region_is_one_to_each_of_its_places(tmp_path: Path):
    game = played(tmp_path, FIRE.replace("[old_town]", "[uplands]"), 72)
    region = game.scene.region_at["uplands"]
    burnt = {
        place: level(game, "fire", "ash", place) > 0
        for at, place in enumerate(game.scene.places)
        if game.scene.region_of[at] == region
    }
    assert burnt
    assert all(burnt.values())
    assert level(game, "fire", "ash", "old_town") == 0
