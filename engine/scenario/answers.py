"""Hidden answers, once they are drawn: the scenario in which they are true."""

from collections.abc import Mapping
from dataclasses import replace

from engine.errors import BadScenario, Place, Problem
from engine.scenario.assemble import assembled
from engine.scenario.parameters import resolved
from engine.scenario.scenario import Scenario


def answered(scenario: Scenario, answers: Mapping[str, str]) -> Scenario:
    """The scenario with what these answers set, below what `--set` says; draws are kept.

    `answers` are by hidden question. Raises `BadScenario` if there is no such answer.
    """
    sheet = scenario.sheet
    assert sheet is not None, "a scenario that was read knows its sheet"
    for question, answer in answers.items():
        if question not in scenario.hidden or answer not in scenario.hidden[question].answers:
            sentence = f"no hidden answer `{question}.{answer}`"
            raise BadScenario([Problem(Place(scenario.name), sentence, "E-answer")])
    found, problems = assembled(replace(sheet, answers=dict(answers)))
    if found is None:
        raise BadScenario(problem for problem in problems if not problem.warning)
    drawn = scenario.drawn
    return resolved(found, lambda path, value: drawn.get(path, value.number))
