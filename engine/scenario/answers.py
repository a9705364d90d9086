"""Hidden answers, once they are drawn: the scenario in which they are true."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.errors import BadScenario, Place, Problem
from engine.names import did_you_mean
from engine.scenario.assemble import assembled
from engine.scenario.parameters import resolved
from engine.scenario.scenario import Scenario


def answered(scenario: Scenario, answers: Mapping[str, str]) -> Scenario:
    """The scenario with what these answers set, below what `--set` says.

    `answers` are by hidden question. Draws are kept, but for the numbers that an answer sets.
    Raises `BadScenario` if there is no such question or answer.
    """
    sheet = scenario.sheet
    assert sheet is not None, "a scenario that was read knows its sheet"
    problems = [
        Problem(Place(scenario.name), sentence, "E-answer")
        for question, answer in answers.items()
        for sentence in _amiss(scenario, question, answer)
    ]
    if problems:
        raise BadScenario(problems)
    found, judged = assembled(replace(sheet, answers=dict(answers)))
    if found is None:
        raise BadScenario(problem for problem in judged if not problem.warning)
    mine, above = set_by_answers(found), frozenset(found.sets)
    drawn = {
        path: number
        for path, number in scenario.drawn.items()
        if speaks_of(above, path) or not speaks_of(mine, path)
    }
    return resolved(found, lambda path, value: drawn.get(path, value.number))


def _amiss(scenario: Scenario, question: str, answer: str) -> Iterator[str]:
    if question not in scenario.hidden:
        yield f"no hidden question `{question}`{did_you_mean(question, scenario.hidden)}"
    elif answer not in (known := scenario.hidden[question].answers):
        yield f"no hidden answer `{question}.{answer}`{did_you_mean(answer, known)}"


def set_by_answers(scenario: Scenario) -> frozenset[str]:
    """The paths that the hidden answers in force set."""
    chosen = scenario.answers.items()
    paths = (scenario.hidden[question].answers[answer].set for question, answer in chosen)
    return frozenset(path for each in paths for path in each)


def speaks_of(paths: frozenset[str], path: str) -> bool:
    """Whether one of the paths is that of a number, or of a part in which the number lies."""
    steps = path.split(".")
    return any(".".join(steps[:count]) in paths for count in range(1, len(steps) + 1))
