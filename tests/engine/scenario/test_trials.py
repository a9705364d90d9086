"""Settings that wait are tried: what is said of them is what is said once they are chosen."""

from pathlib import Path

import pytest

from engine.errors import BadScenario, Problem
from engine.scenario import trials
from engine.scenario.assemble import assembled
from engine.scenario.load import check, load
from tests.engine.scenario.copies import KINDS, copies

WRONG = {
    "agents.tankers.service": "9 t",
    "agents.fuel.use.old_town": "{day 1 00:00: 3 t/d}",
    "agents.demands.kind": "queue",
    "cards.ration.when": "patience > 3 h",
    "cards.ration.cost": "{standng: 1}",
    "cards.ration.takes": "6 t",
    "cards.ration.seat": "onion",
    "cards.ration.fields.share": "70 %",
    "injects.storm_warning.at": "day 40 06:00",
    "injects.bakery_closes.when": "nobody > 2",
    "injects.bakery_closes.to": "onion",
    "history.asks.at": "day 40 06:00",
    "history.asks.fields": "{where: sea}",
    "history.asks.order": "rations",
    "injects.pumps_close": "null",
    "meters.patience": "null",
}
HISTORY = "history: {asks: {at: day 2 06:00, order: ration, fields: {where: shore}}}\n"


def mistakes(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.sentence, problem.code) for problem in problems if not problem.warning]


@pytest.mark.parametrize("path", WRONG)
def test_a_wrong_setting_is_found_before_it_is_chosen(tmp_path: Path, path: str):
    folder = copies(tmp_path) / "harbour"
    (folder / "more.yaml").write_text(
        f"{HISTORY}variants: {{wrong: {{title: Wrong, set: {{{path}: {WRONG[path]}}}}}}}\n"
    )
    with pytest.raises(BadScenario) as chosen:
        load(folder, variant="wrong", kinds=KINDS)
    said = mistakes(chosen.value.problems)
    assert said
    assert set(said) <= set(mistakes(check(folder, kinds=KINDS)))


def test_what_a_setting_leaves_alone_is_not_read_again(tmp_path: Path, monkeypatch):
    folder = copies(tmp_path) / "harbour"
    (folder / "more.yaml").write_text(
        HISTORY + "variants: {x: {title: X, set: {cards.ration.when: never,"
        " history.asks.at: day 3 06:00, injects.storm_warning.when: never,"
        " agents.tankers.service: 8 h}}, y: {title: Y, set: {cards.ration.seat: port}}}\n"
    )
    whole: list[object] = []

    def counted(sheet: object) -> object:
        whole.append(sheet)
        return assembled(sheet)  # type: ignore[arg-type]

    monkeypatch.setattr(trials, "assembled", counted)
    check(folder, kinds=KINDS)
    # `y`, and `calm-sea`, which deletes an inject.
    assert len(whole) == 2
