"""Tries the engine's properties on a kind of agent, for those who write one as a plug-in.

In a test of your own: `assert trouble_with("tide.py", "my-scenario") == []`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from engine.agents.registry import kinds, plug_in, plugged_in
from engine.apply import apply
from engine.begin import begin
from engine.bots.casting import cast
from engine.events import EVERYONE, Event
from engine.game import Game, Settings
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.scenario.load import load
from engine.scenario.parameters import resolved
from engine.scenario.scenario import Scenario
from engine.world import World, frozen

PROBE = "plug_in_probe"
"""The id of the agent that is put into a scenario which has none of the kind."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A scenario with agents of one kind, played for some hours from a seed."""

    kind: str
    scenario: Scenario
    seed: int
    hours: float

    @property
    def agents(self) -> list[str]:
        """The agents of the kind."""
        return [id for id, agent in self.scenario.agents.items() if agent.kind == self.kind]

    def game(self) -> Game:
        """A fresh game, random bots in every seat."""
        bots = cast(self.scenario, "random", {})
        return Game(self.scenario, Settings(self.seed, bots=bots, keep=False))

    def played(self) -> Game:
        """A game played for those hours, or to its end."""
        game = self.game()
        game.play(until=round(self.hours * HOUR))
        return game


def trouble_with(
    plug_in_name: str,
    scenario: str,
    config: str = "",
    seeds: tuple[int, ...] = (1, 2),
    hours: float = 72,
) -> list[str]:
    """What a plug-in's kinds do that the engine does not allow, as sentences; none if all is well.

    `plug_in_name` is a file or an entry point, as for `--plugin`. A scenario without agents of the
    kind gets one, with `config` as an author would write it: `every: 5 h, start: 1`. Raises
    BadPlugIn, and BadScenario for a scenario or a configuration that cannot be read.
    """
    before = plugged_in()
    plug_in([name for name in before if name != plug_in_name])
    known = list(kinds())
    plug_in((*plugged_in(), plug_in_name))
    try:
        new = [name for name in kinds() if name not in known]
        return [
            f"{name}, seed {seed}: {sentence}"
            for name in new
            for seed in seeds
            for sentence in _troubles(name, scenario, config, seed, hours)
        ]
    finally:
        plug_in(before)


def _troubles(name: str, written: str, config: str, seed: int, hours: float) -> Iterator[str]:
    scenario = load(written)
    if all(agent.kind != name for agent in scenario.agents.values()):
        inside = f"kind: {name}, {config}" if config else f"kind: {name}"
        scenario = load(written, sets={f"agents.{PROBE}": "{" + inside + "}"})
    central = resolved(scenario, lambda path, value: value.number)
    trial = Trial(name, central, seed, hours)
    for try_ in TRIES:
        try:
            yield from try_(trial)
        except Exception as problem:
            # A fault in the plug-in is a finding like any other, and the rest is still tried.
            yield f"{try_.__name__} broke off with {type(problem).__name__}: {problem}"


def same_again(trial: Trial) -> Iterator[str]:
    """The same seed gives the same journal, byte for byte."""
    if trial.played().journal.digest() != trial.played().journal.digest():
        yield "two games with one seed differ: draw by address, and keep nothing outside the state"


def restartable(trial: Trial) -> Iterator[str]:
    """A game that is begun again on a copy of its world at every beat is the same game."""
    straight, forked = trial.played(), trial.game()
    while not forked.over and forked.now < trial.hours * HOUR:
        forked.advance()
        forked.restore(forked.snapshot())
    if forked.journal.digest() != straight.journal.digest():
        yield "a game begun again at every beat differs: something that lasts is not in the state"


def folded(trial: Trial) -> Iterator[str]:
    """The world is what the journal makes of its beginning: only `apply` writes."""
    game = trial.played()
    fresh: World = begin(game.scene)
    for entry in game.journal:
        apply(fresh, entry)
    for me in trial.agents:
        ours, theirs = game.world.agents[me], fresh.agents[me]
        fresh.agents[me] = ours
        if ours != theirs and repr(ours) != repr(theirs):
            yield f"`{me}` is not what its events make of it: only `apply` may write the state"
    fresh.now = game.world.now
    if frozen(fresh) != frozen(game.world) and fresh != game.world:
        yield "the world is not what the journal makes of it: something wrote outside `apply`"


def holds_nothing(trial: Trial) -> Iterator[str]:
    """The object of a kind is the same before and after a game."""
    kind = kinds()[trial.kind]
    before = repr(vars(kind))
    trial.played()
    if repr(vars(kind)) != before:
        yield "the object of the kind changed while it was played: put what lasts into the state"


def plain_events(trial: Trial) -> Iterator[str]:
    """Events are declared, rounded, and addressed to seats that there are."""
    seats = {*trial.scenario.seats, EVERYONE}
    known = kinds()[trial.kind].events
    found: dict[str, None] = {}
    for entry in trial.played().journal:
        if entry.agent not in trial.agents:
            continue
        event = entry.event
        if not isinstance(event, known):
            found[f"`{type(event).__name__}` is not in `events` of the kind"] = None
        for seat in event.to:
            if seat not in seats:
                found[f"`{type(event).__name__}` is addressed to `{seat}`, which is no seat"] = None
        for name in _unrounded(event):
            sentence = f"`{type(event).__name__}.{name}` is not rounded: use nine(...)"
            found[sentence] = None
    yield from found


def _unrounded(event: Event) -> Iterator[str]:
    for each in fields(event):
        value = getattr(event, each.name)
        if isinstance(value, float) and nine(value) != value:
            yield each.name


def fog(trial: Trial) -> Iterator[str]:
    """What a seat sees hangs on what it was told, and not on how the agent stands."""
    game = trial.game()
    empty: Mapping[str, object] = begin(game.scene).agents
    while not game.over and game.now < trial.hours * HOUR:
        game.advance(6)
        shown = {seat: repr(game.view(seat).plain()) for seat in trial.scenario.seats}
        for me in trial.agents:
            kept = game.world.agents[me]
            game.world.agents[me] = empty[me]
            game.world.cache.clear()
            for seat, told in shown.items():
                if repr(game.view(seat).plain()) != told:
                    yield f"`{seat}` sees how `{me}` stands without being told"
                    return
            game.world.agents[me] = kept
            game.world.cache.clear()


TRIES: tuple[Callable[[Trial], Iterator[str]], ...] = (
    holds_nothing, same_again, restartable, folded, plain_events, fog,
)  # fmt: skip
"""Every property, in the order in which a breach is easiest to understand."""
