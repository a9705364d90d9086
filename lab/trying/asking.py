"""What is asked of a trial, and the plays that it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from shlex import quote

from engine.chance import Chance
from engine.hidden import OTHERWISE
from engine.hidden import Asked as Hidden
from engine.scenario.scenario import Scenario
from engine.setup import Wanted

MIX = ("doctrine", "random", "idle")
"""Who plays unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A scenario, how often and with which bots it is played, and its settings."""

    scenario: str
    plays: int = 200
    seed: int = 1
    bots: tuple[str, ...] = MIX
    format: str | None = None
    hidden: Hidden = None
    drawn: bool = True
    variant: str | None = None
    sets: Mapping[str, str] = field(default_factory=dict)
    plug_ins: tuple[str, ...] = ()
    """As they were named, for the commands that are printed."""


@dataclass(frozen=True, slots=True)
class Job:
    """One play: its seed, and the bot in each seat."""

    asked: Asked
    seed: int
    bot_of: tuple[tuple[str, str], ...]

    def wanted(self) -> Wanted:
        """The game that is played."""
        asked = self.asked
        return Wanted(
            scenario=asked.scenario,
            seed=self.seed,
            variant=asked.variant,
            sets=asked.sets,
            drawn=asked.drawn,
            hidden=asked.hidden,
            bots="idle",
            bot_of=dict(self.bot_of),
            format=asked.format,
        )

    def command(self) -> str:
        """The one command that plays this again."""
        asked = self.asked
        names = {name for _, name in self.bot_of}
        words = ["whitecell", "run", asked.scenario, "--seed", str(self.seed)]
        if len(names) == 1:
            words += ["--bots", *names]
        else:
            words += [w for seat, name in self.bot_of for w in ("--bot", f"{seat}={name}")]
        words += ["--parameters", "drawn"] if asked.drawn else []
        words += ["--variant", asked.variant] if asked.variant else []
        words += ["--format", asked.format] if asked.format else []
        words += [w for path, value in asked.sets.items() for w in ("--set", f"{path}={value}")]
        words += [w for hidden in _said(asked.hidden) for w in ("--hidden", hidden)]
        words += [w for name in asked.plug_ins for w in ("--plugin", name)]
        return " ".join(map(quote, words))


def _said(hidden: Hidden) -> Sequence[str]:
    if hidden is None or isinstance(hidden, str):
        return () if hidden is None else (hidden,)
    return [name if q == OTHERWISE else f"{q}={name}" for q, name in hidden.items()]


def jobs_of(asked: Asked, scenario: Scenario) -> list[Job]:
    """Every play. The bots of a play follow from its seed and the names alone.

    In half of the plays every seat has the same bot; in the others each seat's is drawn.
    """
    return [
        Job(asked, seed, tuple(_bots(scenario, asked.bots, seed).items()))
        for seed in range(asked.seed, asked.seed + asked.plays)
    ]


def _bots(scenario: Scenario, names: Sequence[str], seed: int) -> dict[str, str]:
    chance = Chance(seed)
    alike = bool(chance.at("trying", "alike").integers(2))
    found = {}
    for seat in scenario.seats:
        fit = [name for name in names if _fits(scenario, name, seat)] or ["idle"]
        entity = "" if alike else seat
        found[seat] = fit[int(chance.at("trying", "bot", entity=entity).random() * len(fit))]
    return found


def _fits(scenario: Scenario, name: str, seat: str) -> bool:
    kind, _, word = name.partition(":")
    return kind != "plan" or (word in scenario.plans and scenario.plans[word].seat == seat)
