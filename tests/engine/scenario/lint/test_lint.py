"""What could be better: each lint finds its fault, and nothing where there is none."""

from pathlib import Path

import pytest

from engine.scenario.load import check, load, shipped
from tests.engine.scenario.copies import KINDS, copies

CARD = (
    "title: X, seat: union, takes: 1 h, cost: {solidarity: 1 %}, case_for: 'A: b c.',"
    " case_against: 'D: e f.', unknown: Who."
)
BARE = "title: X, case_for: 'A: b c.', case_against: 'D: e f.', unknown: Who."
FOG = "from: Pilot, to: all, text: Fog."


def said(folder: Path, text: str) -> list[str]:
    """The warnings of a scenario that extends harbour by this, as `path-line code sentence`."""
    copies(folder)
    (folder / "mine").mkdir()
    whole = text.replace("$CARD", CARD).replace("$FOG", FOG).replace("$BARE", BARE)
    (folder / "mine" / "a.yaml").write_text(f"extends: harbour\n{whole}\n")
    problems = check(folder / "mine", kinds=KINDS)
    assert [problem for problem in problems if not problem.warning] == []
    return [
        f"{problem.place.file}:{problem.place.line} {problem.code} {problem.sentence}"
        for problem in problems
        if problem.code not in ("W-long", "W-evidence", "W-headline")
    ]


FAULTS = [
    # Cards.
    ("cards: {ration: {when: never}}", "W-card `ration` can never be ordered: its `when`"),
    ("cards: {x: {$CARD, when: done(y)}, y: {$CARD, when: done(x)}}", "W-card `x`"),
    ("cards: {ration: {when: times(minister_visits) > 0 and done(never_mind)}, never_mind: "
     "{$CARD, when: never}}", "W-card `ration`"),
    ("cards: {ration: {when: now > day 8 06:00}}", "W-card `ration`"),
    ("cards: {ration: {when: patience < 30 % and patience > 70 %, seat: council}}",
     "W-card `ration`"),
    ("powers: {emergency: {when: never}}", "its authority `emergency` can never hold"),
    ("cards: {ration: {cost: {standing: 6}}}", "it costs more `standing` than `council` can"),
    ("cards: {night_shift: {cost: {overtime_pay: length * 100}}}", "more `overtime_pay`"),
    # Injects.
    ("injects: {fog: {when: never, $FOG}}", "W-inject `fog` can never come: its `when`"),
    ("injects: {fog: {at: day 2 06:00, when: patience > 130 % and patience < 120 %, $FOG}}",
     "W-inject `fog`"),
    ("injects: {fog: {when: patience < 20 % for 200 h, $FOG}}", "W-inject `fog`"),
    ("injects: {fog: {unless_ordered: {seat: council, card: ration, within: 200 h}, $FOG}}",
     "the scenario ends before `within` is over"),
    ("injects: {fog: {unless_ordered: {seat: council, card: ration, within: 2 h, since: rain},"
     " $FOG}, rain: {when: never, $FOG}}", "`rain`, since which it counts"),
    ("injects: {fog: {when: patience > 100 %, $FOG}}", "W-inject `fog`"),
    # Endings.
    ("endings: {fog: {title: Fog, when: patience >= 140 %, text: F.}}", "W-ending `fog`"),
    ("endings: {fog: {title: Fog, when: never, text: F.}}", "W-ending `fog` is never reached"),
    ("endings: {supplied: {when: always}, fog: {title: Fog, when: patience < 5 %, text: F.}}",
     "`fog` is never reached: `supplied` holds from the start"),
    ("endings: {fog: {title: Fog, when: fired(rain), text: F.}}\ninjects: {rain: {when: never,"
     " $FOG}}", "W-ending `fog`"),
    # Objectives.
    ("objectives: {share: {text: Share.}}", "W-objective no inject tests `share`"),
    ("objectives: {share: {text: Share.}}\ninjects: {rain: {when: never, objective: share,"
     " $FOG}}", "W-objective no inject tests `share`"),
    # Balance.
    ("cards: {open_gate: {cost: null}}", "W-free `open_gate` has no `cost` and lowers nothing"),
    ("cards: {open_gate: {cost: null, effects: [{shift: patience, by: -5 %}]}}",
     "W-oneway `open_gate` lowers everything"),
    ("cards: {open_gate: {cost: null, effects: [{shift: patience, times: 1.5}]}}", "W-free"),
    # Options.
    ("cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{shift:"
     " union.solidarity, by: -5 %, when: how is hard}]}}",
     "W-dominated `hard` is never better than `soft` in `how` of `x`, and worse in"
     " `union.solidarity`"),
    ("cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{shift: patience,"
     " by: -5 % (-9 to -1), when: how is hard}, {shift: patience, by: -2 % (-4 to -1), when: how"
     " is soft}]}}", "`hard` is never better than `soft` in `how` of `x`, and worse in `patience`"),
    ("cards: {x: {$BARE, seat: union, cost: {solidarity: times * 1 %}, fields: {times: 2 (1 to"
     " 3), how: {soft: Softly, hard: Hard}}, effects: [{shift: patience, by: -5 %}]}}",
     "`hard` does the same as `soft` in `how` of `x`"),
    ("cards: {x: {$CARD, effects: [{shift: patience, by: 2 %}]}, y: {$BARE, seat: union, takes:"
     " 1 h, cost: {solidarity: 3 %}, effects: [{shift: patience, by: 1 %}]}}",
     "`y` is never better than `x`, and worse in `patience` and `solidarity`"),
    ("cards: {x: {$CARD, effects: [{do: demands.calm, for: 2 h}]}, y: {$BARE, seat: union, cost:"
     " {solidarity: 1 %}, takes: 5 h, effects: [{do: demands.calm, for: 2 h}]}}",
     "`y` is never better than `x`, and worse in `time`"),
    # Texts.
    ("injects: {fog: {at: day 2 06:00, to: all, text: Fog.}}", "W-voice `fog` says something"),
    ("cards: {ration: {case_for: It helps.}}", "W-voice `case_for` of `ration` has no voice"),
    ("injects: {fog: {at: day 2 06:00, from: Pilot, to: all, text: 'Normal working, from the next"
     " tide!'}}", "W-repeated this text stands at `injects.work_resumed.text` too"),
    ("summary: 'Fuel leaves, the tank farm; by night.'", "only `why_slow` answers: `hoarded`"),
    ("injects: {fog: {at: day 2 06:00, from: P, to: [union, council], text: '{shore.stock} left'}}",
     "W-secret `{shore.stock}` shows `union` the world's own"),
    ("injects: {fog: {at: day 2 06:00, from: P, to: union, text: '{port.overtime_pay} left'}}",
     "W-secret `{port.overtime_pay}` shows `union`"),
    # Acceptances.
    ("accepted: {cards.ration: {W-free: It is a gift.}}", "W-accepted nothing is said"),
    ("accepted: {cards.rations: {W-free: It is a gift.}}", "W-accepted nothing is said"),
]  # fmt: skip

SOUND = [
    "cards: {x: {$CARD, when: done(y)}, y: {$CARD}}",
    # Each option is the better one in something, or what it is worth cannot be told.
    "cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{shift: patience,"
    " by: -5 %, when: how is hard}, {shift: union.solidarity, by: 2 %, when: how is hard}]}}",
    "cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{shift: patience,"
    " by: -5 % (-9 to 0), when: how is hard}, {shift: patience, by: -6 % (-7 to -1), when:"
    " how is soft}]}}",
    "cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{shift: patience,"
    " by: -5 %, when: how is hard and patience > 50 %}, {shift: patience, by: -2 %, when: how is"
    " soft}]}}",
    "cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{do: demands.calm,"
    " for: 2 h, when: how is hard}, {shift: patience, by: -5 %, when: how is hard}]}}",
    "cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{shift:"
    " tankers.service, at: north_quay, times: 0.5, for: 2 h, when: how is hard}, {shift: patience,"
    " by: -5 %, when: how is hard}]}}",
    "cards: {x: {$CARD, fields: {how: {soft: Softly, hard: Hard}}, effects: [{tell: port, text:"
    " It is done so., when: how is hard}, {tell: port, text: It is done., when: how is soft},"
    " {shift: patience, by: -5 %}]}}",
    "cards: {x: {$CARD, effects: [{shift: patience, by: -1 %}]}, y: {$BARE, seat: union, cost:"
    " {solidarity: 3 %}, when: done(x), effects: [{shift: patience, by: -2 %}]}}",
    "cards: {x: {$CARD, effects: [{shift: patience, by: -1 %}]}, y: {$BARE, seat: council, cost:"
    " {standing: 1}, effects: [{shift: patience, by: -2 %}]}}",
    "cards: {x: {$CARD, when: patience > 50 %, effects: [{shift: patience, by: -1 %}]}, y: {$CARD,"
    " effects: [{shift: patience, by: -2 %}]}}",
    # A variant opens it, or another card does.
    "cards: {ration: {when: never}}\nvariants: {x: {title: X, set: {cards.ration.when: always}}}",
    "cards: {ration: {when: never}, mediate: {fields: null, effects: [{offer:"
    " ration, to: union}, {shift: patience, by: -1 %}]}}\naccepted: {cards.mediate: {W-free:"
    " null}}",
    "cards: {ration: {cost: {standing: 5}}}",
    "cards: {ration: {cost: {standing: 9}}}\ninjects: {gift: {at: day 2 06:00, effects:"
    " [{shift: council.standing, by: 4}]}}",
    "cards: {night_shift: {cost: {overtime_pay: 100 h}}}",
    "injects: {fog: {$FOG}}",
    "injects: {fog: {when: never, $FOG}, rain: {at: day 2 06:00, effects: [{schedule: fog}]}}",
    "injects: {fog: {when: not fired(rain) and now > day 2 06:00, $FOG}, rain: {$FOG}}",
    "endings: {fog: {title: Fog, when: never, text: F.}}\ninjects: {rain: {at: day 2 06:00,"
    " effects: [{end: fog}]}}",
    "objectives: {share: {text: Share.}}\ninjects: {storm_warning: {objective: share}}",
    "injects: {storm_warning: {objective: Any words at all}}",
    "injects: {fog: {at: day 2 06:00, from: P, to: union, text: '{tankers.waiting} wait'}}",
    "cards: {open_gate: {cost: null}}\naccepted: {cards.open_gate: {W-free: It is a gift.}}",
    "injects: {fog: {at: day 2 06:00, to: all, text: Fog.}}\naccepted: {injects.fog: {W-voice: Fog"
    " has no voice.}}",
]


@pytest.mark.parametrize(("text", "words"), FAULTS)
def test_a_fault_is_found(tmp_path: Path, text: str, words: str):
    found = said(tmp_path, text)
    assert [line for line in found if words in line] != [], found


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_is_left_alone(tmp_path: Path, text: str):
    assert said(tmp_path, text) == []


def test_a_finding_stands_where_the_thing_is_written(tmp_path: Path):
    lines = said(
        tmp_path, "\ninjects:\n  fog:\n    when: never\n    from: P\n    to: all\n    text: F."
    )
    assert [line.split()[0] for line in lines] == ["mine/a.yaml:4"]
    (tmp_path / "mine" / "a.yaml").write_text(
        "extends: harbour\npowers: {emergency: {when: never}}"
    )
    (found,) = [p for p in check(tmp_path / "mine", kinds=KINDS) if p.code == "W-card"]
    assert found.place.file == "harbour/cards.yaml"


def test_what_only_plays_can_show_may_be_accepted_too(tmp_path: Path):
    assert said(tmp_path, "accepted: {cards.ration: {W-dominated: It is the law.}}") == []


def test_an_acceptance_goes_with_its_thing(tmp_path: Path):
    assert said(tmp_path, "cards: {raise_demand: null}\ndoctrine: {union: {trade: null}}") == []


def test_a_brief_that_tells_an_answer_is_found_in_its_file(tmp_path: Path):
    copies(tmp_path)
    (tmp_path / "harbour" / "briefs" / "port.md").write_text("Fuel leaves the tank farm by night.")
    (found,) = [p for p in check(tmp_path / "harbour", kinds=KINDS) if p.code == "W-secret"]
    assert found.place.file == "harbour/briefs/port.md"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("objectives: {share: {text: S.}}\ninjects: {storm_warning: {objective: shore_up}}",
         "no objective `shore_up`"),
        ("objectives: {share: {text: S.}}\ninjects: {storm_warning: {objective: shar}}",
         "did you mean `share`?"),
        ("objectives: {share: {}}", "`share` needs `text`"),
        ("accepted: {cards.ration: {E-key: no}}", "`E-key` is no warning"),
        ("accepted: [a]", "expected paths"),
    ],
)  # fmt: skip
def test_what_is_written_wrongly_is_a_mistake(tmp_path: Path, text: str, words: str):
    copies(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.yaml").write_text(f"extends: harbour\n{text}\n")
    found = [p.sentence for p in check(tmp_path / "mine", kinds=KINDS) if not p.warning]
    assert any(words in sentence for sentence in found), found


@pytest.mark.parametrize("name", [name for name, _, _ in shipped()])
def test_nothing_is_to_be_said_of_a_shipped_scenario(name: str):
    assert check(name) == ()


def test_what_is_accepted_in_a_shipped_scenario_has_a_reason():
    for name, _, _ in shipped():
        for path, codes in load(name).accepted.items():
            assert all(len(reason.split()) >= 4 for reason in codes.values()), path
