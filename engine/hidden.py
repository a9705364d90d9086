"""Hidden causes: which answer of each question a run has, before it begins."""

from collections.abc import Mapping

from engine.chance import Chance
from engine.scenario.models import Hidden
from engine.scenario.scenario import Scenario

Asked = str | Mapping[str, str] | None
"""How the answers are chosen: `none`, `drawn`, or answers by question; None follows parameters.

Beside answers, the key `otherwise` says `none` or `drawn` of the questions that are not named.
"""

NONE, DRAWN, OTHERWISE = "none", "drawn", "otherwise"


def answers_for(
    scenario: Scenario, asked: Asked, chance: Chance, drawn: bool = False
) -> dict[str, str]:
    """The answer of each question that has one, in file order.

    `drawn` says whether parameters are drawn, which questions follow unless told otherwise.
    Raises LookupError for a word that is neither `none` nor `drawn`. Answers are not judged here:
    see engine.scenario.answers.
    """
    given = dict(asked) if isinstance(asked, Mapping) else {}
    rest = asked if isinstance(asked, str) else given.pop(OTHERWISE, DRAWN if drawn else NONE)
    if rest not in (NONE, DRAWN):
        raise LookupError(f"hidden causes are `none` or `drawn`, not `{rest}`")
    found: dict[str, str] = {}
    for id, question in scenario.hidden.items():
        if id in given:
            found[id] = given.pop(id)
        elif rest == DRAWN:
            found[id] = one_of(id, question, chance)
    # What is no question of this scenario is refused where the answers are set.
    return found | given


def one_of(id: str, question: Hidden, chance: Chance) -> str:
    """The answer that one question has by chance, at its odds."""
    left = float(chance.at("hidden", "answer", entity=id).random())
    for answer, written in question.answers.items():
        left -= written.odds.number
        if left < 0:
            return answer
    # Odds sum to one only as nearly as they are written.
    return max(question.answers, key=lambda answer: question.answers[answer].odds.number)
