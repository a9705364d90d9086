"""What is asked of a report on choices, and the plays that it takes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from engine.chance import Chance
from engine.hidden import Asked as Hidden
from engine.orders import FieldGiven
from engine.scenario.scenario import Scenario
from engine.setup import Wanted
from lab.choices.forms import filled

ANY = "any"
"""Bots of doctrine, each with a temperament that is drawn for its seat in each world."""

BASE = "base"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to know. Everything here changes results, and is kept beside them.

    `runs` and `plans` only say how many plays there are: results of fewer can be added to.
    `before` and `until` are in seconds: orders before the one are early, and are tried up to the
    other (0: to the end). `swaps` is how many decisions of each world are made otherwise.
    """

    scenario: str
    runs: int = 10
    seed: int = 1
    format: str | None = None
    bots: str = ANY
    hidden: Hidden = None
    drawn: bool = True
    plans: bool = False
    openings: bool = False
    before: int = 0
    until: int = 0
    swaps: int = 0
    variant: str | None = None
    sets: Mapping[str, str] = field(default_factory=dict)

    def fixed(self) -> dict[str, object]:
        """What must be the same for results to stand in one file."""
        more = ("runs", "seed", "plans", "openings", "before", "until")
        return {key: value for key, value in asdict(self).items() if key not in more}


@dataclass(frozen=True, slots=True)
class Job:
    """One play: a world (its seed), and what is done otherwise in it.

    `arm` is `base`, `plan:<id>`, or `open:<seat>:<card>` with the fields of the form.
    """

    asked: Asked
    seed: int
    arm: str = BASE
    bot_of: tuple[tuple[str, str], ...] = ()
    form: tuple[tuple[str, FieldGiven], ...] = ()

    @property
    def key(self) -> str:
        """Names the play among all of one report."""
        early = f"@{self.asked.before}-{self.asked.until}" if self.arm.startswith("open:") else ""
        return f"{self.seed}/{self.arm}{early}"

    def wanted(self) -> Wanted:
        """The game that is played."""
        asked = self.asked
        return Wanted(
            scenario=asked.scenario,
            seed=self.seed,
            variant=asked.variant,
            sets=asked.sets,
            drawn=asked.drawn,
            format=asked.format,
            hidden=asked.hidden,
            bots="doctrine" if asked.bots == ANY else asked.bots,
            bot_of=dict(self.bot_of),
        )


def jobs_of(asked: Asked, scenario: Scenario) -> list[Job]:
    """Every play, world by world, so that a report that is stopped has whole worlds.

    In all arms of a world the same bots sit in the same seats, but for the seat of a plan.
    """
    found: list[Job] = []
    for seed in range(asked.seed, asked.seed + asked.runs):
        bots = _tempers(scenario, seed) if asked.bots == ANY else {}
        found.append(Job(asked, seed, BASE, tuple(bots.items())))
        for id, plan in scenario.plans.items() if asked.plans else ():
            cast = {**bots, plan.seat: f"plan:{id}"}
            found.append(Job(asked, seed, f"plan:{id}", tuple(cast.items())))
        for id, card in scenario.cards.items() if asked.openings else ():
            form = filled(scenario, id)
            if form is not None:
                arm = f"open:{card.seat}:{id}"
                found.append(Job(asked, seed, arm, tuple(bots.items()), tuple(form.items())))
    return found


def _tempers(scenario: Scenario, seed: int) -> dict[str, str]:
    names = ["doctrine", *(f"doctrine:{word}" for word in scenario.temperaments)]
    chance = Chance(seed)
    return {
        seat: names[int(chance.at("choices", "temper", entity=seat).integers(len(names)))]
        for seat in scenario.seats
    }
