"""Clues of hidden causes while a game is played, and the answers once it is over."""

from engine import facts
from engine.chance import Chance
from engine.desk import Desk
from engine.effects import shown
from engine.envs import WorldEnv
from engine.events import EVERYONE
from engine.ledger import Fired, clue_as
from engine.scenario.models import Clue


class Clues(Desk):
    """Shows each clue, once its time or condition has come, with its chance under the answer.

    A run without answers shows none. Whether a clue is shown is one addressed draw, made when the
    clue comes; whoever is told of it is told what any report tells, and nothing else.
    """

    def consider_clues(self) -> None:
        """Judge every clue that comes at this beat, in file order."""
        for question, answer in self._answers():
            for id, clue in self._scenario.hidden[question].clues.items():
                state = self._world.fired.get(clue_as(question, id), Fired())
                if not state.times and self._comes(clue):
                    self._judge(question, id, clue, answer)

    def reveal(self) -> None:
        """Tell everybody what this run had drawn. Done once, when the game has ended."""
        for question, answer in self._answers():
            self._emit(facts.HiddenRevealed(question, answer, to=(EVERYONE,)))

    def _answers(self) -> list[tuple[str, str]]:
        drawn = self._scenario.answers
        return [(question, drawn[question]) for question in self._scenario.hidden
                if question in drawn]  # fmt: skip

    def _comes(self, clue: Clue) -> bool:
        if clue.at is not None and not self._now - self._beat < clue.at <= self._now:
            return False
        return clue.when is None or bool(clue.when.truth(WorldEnv(self._world)))

    @property
    def _beat(self) -> int:
        return self._world.scene.beat_seconds

    def _judge(self, question: str, id: str, clue: Clue, answer: str) -> None:
        comes = is_shown(self._chance, question, id, clue, answer)
        cause = self._emit(facts.ClueJudged(question, id, comes))
        if comes:
            to = (EVERYONE,) if clue.to == ("all",) else clue.to
            values = shown(clue.text, WorldEnv(self._world))
            path = f"hidden.{question}.clues.{id}.text"
            self._emit(facts.Reported(path, values=values, cause=f"event:{cause}", to=to))


def is_shown(chance: Chance, question: str, id: str, clue: Clue, answer: str) -> bool:
    """Whether a clue is shown in a run with this luck: one draw, whatever the answer."""
    roll = float(chance.at("hidden", "clue", entity=clue_as(question, id)).random())
    return roll < clue.likely[answer].number
