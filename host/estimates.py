"""Staff estimates at a table: a question in, and what is known of it so far out."""

from collections.abc import Callable
from itertools import islice

from pydantic import BaseModel, ConfigDict, Field

from engine.arguing import arguing
from engine.orders import FieldGiven
from engine.saves import Manifest
from engine.scenario.scenario import Scenario
from engine.views import View
from lab.choices.forms import filled
from lab.crew import Crew, Processes, Stop, Warm, Work
from lab.estimate import Estimate
from lab.grounds import Option, Question, grounds_of

MOST_FUTURES = 2000
MOST_OPTIONS = 3
MOST_LIKELY = 3
"""Cards whose futures are played before anybody asks."""


class Asked(BaseModel):
    """What a screen asks of the staff; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedOption(Asked):
    """A card as filled in (none: nothing more is ordered), and the answers that are assumed."""

    card: str = Field(default="", max_length=80)
    fields: dict[str, FieldGiven] = Field(default_factory=dict, max_length=40)
    assume: dict[str, str] = Field(default_factory=dict, max_length=20)


class AskedEstimate(Asked):
    """Options side by side, hours ahead, and how many futures of each."""

    options: list[AskedOption] = Field(min_length=1, max_length=MOST_OPTIONS)
    hours: float = Field(default=72.0, gt=0, le=10_000)
    futures: int = Field(default=100, ge=4, le=MOST_FUTURES)


class Staff:
    """The staff of one seat: begins work, says how far it has come, and leaves off.

    Workers are fetched when they are first needed. A new question ends the one before.
    """

    def __init__(self, fetch: Callable[[], Crew] = Processes) -> None:
        self._fetch = fetch
        self._crew: Crew | None = None
        self._number = 0
        self._estimate: Estimate | None = None

    def warm(self, manifest: Manifest, view: View, scenario: Scenario) -> None:
        """Prepare for a question to come, unless one is being answered."""
        if self._estimate is None or self._estimate.finished:
            workers = self._workers()
            # What nobody listens to would fill the line, and then the workers would wait.
            workers.heard()
            workers.tell(Warm(grounds_of(manifest, view), likely(scenario, view)))

    def ask(self, manifest: Manifest, view: View, asked: AskedEstimate, scenario: Scenario) -> None:
        """Begin an estimate. Raises LookupError for a card or an answer that there is not."""
        open_cards = {card.card for card in view.cards}
        for option in asked.options:
            if option.card and option.card not in open_cards:
                raise LookupError(f"no card `{option.card}` of yours")
            for cause, answer in option.assume.items():
                hidden = scenario.hidden.get(cause)
                if hidden is None or answer not in hidden.answers:
                    raise LookupError(f"no answer `{cause}.{answer}` to assume")
        grounds = grounds_of(manifest, view)
        options = tuple(_option(option) for option in asked.options)
        seconds = max(round(asked.hours * 3600), scenario.beat)
        question = Question(grounds, options, seconds, asked.futures)
        self._number += 1
        self._estimate = Estimate(question)
        self._workers().tell(Work(self._number, question))

    def known(self) -> dict[str, object]:
        """What is known so far; empty before anything was asked."""
        if self._estimate is None:
            return {}
        said = self._workers().heard()
        self._estimate.hear(news for number, news in said if number == self._number)
        return self._estimate.summary()

    def leave(self) -> None:
        """Leave off; what is known stays."""
        if self._crew is not None and self._estimate is not None:
            self._number += 1
            self._crew.tell(Stop())
            self._estimate.stop()

    def forget(self) -> None:
        """Leave off, and know nothing more of what was asked: somebody else asks now."""
        self.leave()
        self._estimate = None

    def close(self) -> None:
        """Let the workers go."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None

    def _workers(self) -> Crew:
        if self._crew is None:
            self._crew = self._fetch()
        return self._crew


def likely(scenario: Scenario, view: View) -> tuple[Option, ...]:
    """The cards that are likely to be asked about, as the staff would fill them in.

    First what it would argue about, then the others; none that cannot be played now.
    """
    open_cards = [card.card for card in view.cards if card.open]
    argued = [one.card for one in arguing(scenario, view)]
    ranked = [*argued, *(card for card in open_cards if card not in argued)]
    forms = ((card, filled(scenario, card)) for card in ranked if card in open_cards)
    found = (Option(card, tuple(form.items())) for card, form in forms if form is not None)
    return tuple(islice(found, MOST_LIKELY))


def _option(asked: AskedOption) -> Option:
    return Option(asked.card, tuple(asked.fields.items()), tuple(sorted(asked.assume.items())))


def readings_of(scenario: Scenario) -> list[dict[str, object]]:
    """The questions that nobody can answer, each with its answers: what an estimate may assume."""
    return [
        {
            "id": id,
            "question": hidden.question,
            "answers": {answer: each.text for answer, each in hidden.answers.items()},
        }
        for id, hidden in scenario.hidden.items()
    ]
