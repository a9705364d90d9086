"""What is so in every state of a game: a form, and nothing of the world."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from engine.scenario.expressions import Env

T = TypeVar("T")
Form = Mapping[str, float | str]
"""What stands in the closed fields of a form: choices, and numbers in canonical units."""


class Unanswered(Exception):
    """Something was asked that no state of the game answers alike."""


def asked(question: Callable[[Env], T], env: Env) -> T | None:
    """The answer; None where it hangs on what is not known."""
    try:
        return question(env)
    except Unanswered:
        return None


class Blank:
    """Knows a form and nothing else: what it answers is so in every state."""

    def __init__(self, form: Form) -> None:
        self._form = form

    @property
    def now(self) -> int:
        raise Unanswered

    def field(self, name: str) -> float | str | None:
        return self._form.get(name)

    def meter(self, id: str) -> None:
        return None

    def own(self, agent: str, name: str) -> None:
        return None

    def local(self, agent: str, name: str, where: str) -> None:
        return None

    def stock(self, seat: str, name: str) -> None:
        return None

    def dealt(self, what: str, name: str, other: str) -> None:
        return None

    def each(self, agent: str, name: str, over: str) -> Sequence[float]:
        raise Unanswered

    def times(self, sort: str, name: str) -> int:
        raise Unanswered

    def first(self, sort: str, name: str) -> int:
        raise Unanswered

    def last(self, sort: str, name: str) -> int:
        raise Unanswered

    def age(self, agent: str, name: str, where: str) -> int:
        raise Unanswered

    def held(self, key: str) -> int:
        raise Unanswered


def anywhere(form: Form) -> tuple[Env, Env]:
    """What is known in every state of the game."""
    blank = Blank(form)
    return blank, blank
