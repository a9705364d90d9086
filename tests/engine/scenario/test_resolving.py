"""Numbers by path, settings, variants, hidden answers, and the text that a save holds."""

from pathlib import Path

import pytest

from engine.errors import BadScenario
from engine.scenario.answers import answered
from engine.scenario.canonical import canonical, from_canonical, hash_of
from engine.scenario.disclosures import disclosures
from engine.scenario.load import check, load, shipped
from engine.scenario.parameters import parameters, resolved
from engine.written import Value
from tests.engine.scenario.copies import KINDS, change, copies, mistakes, read


def low(path: str, value: Value) -> float:
    return value.number if value.low is None else value.low


def test_each_number_is_found_under_the_path_where_it_was_written():
    found = parameters(load("harbour", kinds=KINDS))
    assert found["agents.tankers.arrivals"] == Value(5 / 24, 3 / 24, 7 / 24, "ships/d")
    assert found["agents.fuel.use.old_town.day 3 00:00"].number == pytest.approx(75 / 24)
    assert found["cards.ration.effects.1.by"].number == -0.05
    assert found["cards.hire_crews.effects.2.fading"].number == 24
    assert found["seats.union.told.patience.error"].number == 0.1
    assert "agents.tankers.repair" in found, "defaults of kinds count too"
    assert not [path for path in found if ".fields." in path], "a form's limits are no doubt"


def test_a_drawn_number_replaces_the_written_one_and_nothing_else():
    written = load("harbour", kinds=KINDS)
    drawn = resolved(written, low)
    before, after = parameters(written), parameters(drawn)
    assert list(before) == list(after)
    changed = {path for path in before if before[path] != after[path]}
    assert changed == set(drawn.drawn)
    assert "agents.tankers.service" in changed
    assert all(before[path].low is not None for path in changed)


def test_a_central_choice_gives_the_very_same_parts():
    written = load("harbour", kinds=KINDS)
    assert resolved(written, lambda _, value: value.number).agents is written.agents


def test_a_save_gives_the_scenario_back_with_its_draws_answers_and_settings(tmp_path: Path):
    folder = copies(tmp_path)
    written = read(folder, variant="calm-sea", sets={"agents.fuel.lorries": "80 t/d (70 to 90)"})
    drawn = answered(resolved(written, low), {"why_slow": "hoarded"})
    again = from_canonical(canonical(drawn), KINDS)
    assert canonical(again) == canonical(drawn)
    assert parameters(again) == parameters(drawn)
    assert (again.variant, again.answers) == ("calm-sea", {"why_slow": "hoarded"})
    assert list(again.cards) == list(drawn.cards)
    assert again.briefs == drawn.briefs or list(again.briefs["en"]) == list(drawn.briefs["en"])
    assert "storm_warning" not in again.injects


def test_the_hash_does_not_know_where_a_scenario_was_read(tmp_path: Path):
    here, there = tmp_path / "here", tmp_path / "far" / "there"
    assert hash_of(read(copies(here))) == hash_of(read(copies(there)))


def test_the_hash_knows_every_number_and_the_order_of_agents(tmp_path: Path):
    folder = copies(tmp_path)
    before = hash_of(read(folder))
    change(folder / "harbour", "agents.yaml", "breakdown: 4 %", "breakdown: 5 %")
    assert hash_of(read(folder)) != before
    change(folder / "harbour", "agents.yaml", "breakdown: 5 %", "breakdown: 4 %")
    assert hash_of(read(folder)) == before
    words = (folder / "harbour" / "agents.yaml").read_text()
    change(folder / "harbour", "agents.yaml", "    kind: queue", "    kind: queue\n    after: fuel")
    moved = read(folder)
    assert list(moved.agents) == ["fuel", "tankers", "demands"]
    assert hash_of(moved) != before, words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"tree": 3}',
        '{"tree": {}, "texts": 1}',
        '{"tree": ' + '{"a":' * 200 + '"b"' + "}" * 201,
        '{"tree": {}, "texts": {}, "drawn": {"a": NaN}}',
    ],
)
def test_what_is_no_save_is_refused_in_words(text: str):
    with pytest.raises(BadScenario, match="save: "):
        from_canonical(text, KINDS)


def test_a_hidden_answer_sets_what_it_says_below_the_settings(tmp_path: Path):
    folder = copies(tmp_path)
    written = read(folder)
    tired = answered(written, {"why_slow": "tired"})
    assert parameters(tired)["agents.tankers.service"] == Value(12, None, None, "h")
    forced = read(folder, sets=["agents.tankers.service=7 h"])
    assert parameters(answered(forced, {"why_slow": "tired"}))["agents.tankers.service"].number == 7


def test_an_answer_stands_above_a_draw_and_keeps_all_others(tmp_path: Path):
    folder = copies(tmp_path)
    drawn = resolved(read(folder), low)
    tired = parameters(answered(drawn, {"why_slow": "tired"}))
    assert tired["agents.tankers.service"].number == 12
    assert tired["agents.tankers.arrivals"] == parameters(drawn)["agents.tankers.arrivals"]
    forced = read(folder, sets=["agents.tankers.service=7 h (5 to 8)"])
    both = answered(resolved(forced, low), {"why_slow": "tired"})
    assert parameters(both)["agents.tankers.service"].number == 5


def test_an_answer_that_there_is_not_is_refused():
    written = load("harbour", kinds=KINDS)
    with pytest.raises(BadScenario, match=r"no hidden answer `why_slow\.bored`"):
        answered(written, {"why_slow": "bored"})


def test_a_setting_reaches_into_lists_and_refuses_a_step_that_is_not_there(tmp_path: Path):
    folder = copies(tmp_path)
    found = read(folder, sets=["cards.ration.effects.1.by=-9 %"])
    assert parameters(found)["cards.ration.effects.1.by"].number == -0.09
    assert mistakes(folder, sets=["cards.ration.effects.7.by=-9 %"]) == [
        "--set cards.ration.effects.7.by: `cards.ration.effects.7.by`: there is no `7` in"
        " `cards.ration.effects`; its items are numbered 0 to 2"
    ]
    assert mistakes(folder, sets=["agents.fuel.lorries=80 t"]) == [
        "--set agents.fuel.lorries:1:1: expected a mass over time such as 3 t/d, got `80 t`"
    ]
    assert mistakes(folder, sets=["nonsense"]) == [
        "--set: `nonsense`: write a path, `=` and a value, such as `agents.fuel.lorries=80 t/d`"
    ]


def test_a_variant_that_there_is_not_is_named(tmp_path: Path):
    assert mistakes(copies(tmp_path), variant="calm-see") == [
        "harbour: no variant `calm-see`; did you mean `calm-sea`?"
    ]


def test_check_tries_every_variant(tmp_path: Path):
    folder = copies(tmp_path)
    change(folder / "harbour", "scenario.yaml", "arrivals: 6 ships/d", "arrivals: 6 t/d")
    assert mistakes(folder) == []
    found = [str(p) for p in check(folder / "harbour", kinds=KINDS) if not p.warning]
    assert found == [
        "harbour/scenario.yaml:57:65: expected a number of things over time such as 3 ships/d,"
        " got `6 t/d` [E-value]"
    ]


def test_a_number_without_evidence_is_a_warning_and_with_real_events_a_mistake(tmp_path: Path):
    folder = copies(tmp_path)
    change(folder / "harbour", "evidence.yaml", "  agents.fuel.use:          {basis: design}\n", "")
    found = check(folder / "harbour", kinds=KINDS)
    doubted = [p for p in found if p.code == "W-evidence"]
    assert doubted
    assert all(p.warning for p in doubted)
    assert not any("arrivals" in p.sentence for p in doubted)
    change(
        folder / "harbour", "scenario.yaml", "zone: +01:00\n", "zone: +01:00\nreal_events: true\n"
    )
    found = check(folder / "harbour", kinds=KINDS)
    assert [p for p in found if p.code == "W-evidence" and not p.warning]


def test_evidence_of_nothing_is_a_warning(tmp_path: Path):
    folder = copies(tmp_path)
    change(folder / "harbour", "evidence.yaml", "agents.fuel.lorries:", "agents.fuel.lories:")
    found = [str(p) for p in check(folder / "harbour", kinds=KINDS) if p.code == "W-orphan"]
    assert found == [
        "harbour/evidence.yaml:7:3: `agents.fuel.lories` is no value of this scenario;"
        " did you mean `agents.fuel.lorries`? [W-orphan]"
    ]


def test_every_name_shown_in_a_text_is_a_disclosure():
    found = {(d.path, d.name) for d in disclosures(load("harbour", kinds=KINDS))}
    assert ("cards.publish_stock.effects.0.text", "old_town.days_left") in found
    assert ("briefs.port.en", "tankers.waiting") in found


def test_the_shipped_scenarios_are_listed_with_title_and_summary():
    found = {name: title for name, title, _ in shipped()}
    assert found["harbour"] == "Harbour"
    assert found["harbour-two"] == "Harbour, a smaller fleet"
