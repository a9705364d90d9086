"""Setting a game up: a scenario loaded and resolved, its manifest, its bots, and its save."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from engine.agents.registry import kinds
from engine.bots.casting import cast
from engine.chance import Chance
from engine.game import Game, Log, Logged, Settings, replay
from engine.hidden import Asked, answers_for
from engine.moves.schedule import named
from engine.saves import BadSave, Manifest, Save, engine_version, numpy_version
from engine.scenario.answers import answered, set_by_answers, speaks_of
from engine.scenario.canonical import canonical, from_canonical
from engine.scenario.load import load
from engine.scenario.parameters import parameters, resolved
from engine.scenario.scenario import Scenario
from engine.written import Value


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to play: a scenario with its settings, a seed, and who sits where."""

    scenario: str
    seed: int = 1
    replicate: int = 0
    variant: str | None = None
    sets: Mapping[str, str] = field(default_factory=dict)
    drawn: bool = False
    hidden: Asked = None
    """How hidden questions are answered: `none`, `drawn`, or by question; by default as `drawn`."""
    bots: str = "doctrine"
    bot_of: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    """Seat to the name of the person in it."""
    format: str | None = None
    """The format in force: a name, `*` for the scenario's first if it has any, None for none."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A resolved scenario, and the manifest of the game that is to be played on it."""

    scenario: Scenario
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Settled:
    """A scenario with its hidden answers and its numbers settled, and who sits where.

    `bots` are the names of those that play, by seat; `people` are the seats of persons.
    """

    wanted: Wanted
    scenario: Scenario
    bots: Mapping[str, str]
    people: tuple[str, ...]
    play_format: str


Answering = Callable[[Scenario, Mapping[str, str]], Scenario]
"""Sets hidden answers as `engine.scenario.answers.answered` does; whoever plays many keeps some."""

Reading = Callable[..., Scenario]
"""Reads a scenario as `engine.scenario.load.load` does; whoever prepares many games keeps some."""


def settle(wanted: Wanted, read: Reading = load, answer: Answering = answered) -> Settled:
    """Load and resolve a game. Raises BadScenario with every problem found.

    Raises LookupError for a seat or a format that the scenario has not, for a bot that there is
    not, and for hidden causes that are neither `none` nor `drawn`.
    """
    written = read(wanted.scenario, variant=wanted.variant, sets=wanted.sets, kinds=kinds())
    for seat in (*wanted.people, *wanted.bot_of):
        if seat not in written.seats:
            raise LookupError(f"no seat `{seat}`; there are {', '.join(written.seats)}")
    play_format = named(written, wanted.format)
    chance = Chance(wanted.seed, wanted.replicate)
    answers = answers_for(written, wanted.hidden, chance, wanted.drawn)
    # Answers first, so that numbers are drawn from the ranges that the answers leave in force.
    true = answer(written, answers) if answers else written
    scenario = resolved(true, Draw(true, chance) if wanted.drawn else _central)
    people = tuple(wanted.people)
    bots = cast(scenario, wanted.bots, wanted.bot_of, people)
    names = {seat: bot.name for seat, bot in bots.items()}
    return Settled(wanted, scenario, names, people, play_format)


def prepare(wanted: Wanted, read: Reading = load) -> Ready:
    """Load, resolve and describe a game. Raises as `settle` does."""
    found = settle(wanted, read)
    scenario, text = found.scenario, canonical(found.scenario)
    manifest = Manifest(
        engine=engine_version(),
        numpy=numpy_version(),
        name=scenario.name,
        scenario=text,
        hash=sha256(text.encode()).hexdigest(),
        variant=wanted.variant,
        sets=dict(wanted.sets),
        seed=wanted.seed,
        replicate=wanted.replicate,
        parameters={path: value.number for path, value in parameters(scenario).items()},
        drawn=wanted.drawn,
        hidden=dict(scenario.answers),
        bots=dict(found.bots),
        seats=dict(wanted.people),
        play_format=found.play_format,
    )
    return Ready(scenario, manifest)


def start(ready: Ready, log: Log | None = None, keep: bool = True) -> Game:
    """A new game, at its first second."""
    return Game(ready.scenario, settings_of(ready, keep), log)


def to_first_move(game: Game, tick: Callable[[int], None] = lambda second: None) -> None:
    """Let the bot before play up to the first move of the format; `tick` hears how far it is."""
    while game.now < game.schedule.first and not game.over:
        game.advance(min(24, (game.schedule.first - game.now) // game.scene.beat_seconds))
        tick(game.now)


def settings_of(ready: Ready, keep: bool = True) -> Settings:
    """Seed, replicate, bots and format as the manifest names them. Raises LookupError."""
    manifest = ready.manifest
    replicate = manifest.earlier[0][1] if manifest.earlier else manifest.replicate
    wanted = Wanted(manifest.name, seed=manifest.seed, replicate=replicate)
    people, format = tuple(manifest.seats), manifest.play_format
    return _settings(Settled(wanted, ready.scenario, manifest.bots, people, format), keep)


def _settings(found: Settled, keep: bool) -> Settings:
    scenario, wanted = found.scenario, found.wanted
    bots = cast(scenario, "idle", found.bots, found.people)
    format = scenario.formats.get(named(scenario, found.play_format))
    before = {} if format is None else cast(scenario, format.played_by, {})
    return Settings(
        wanted.seed, wanted.replicate, bots, keep,
        format=found.play_format, before=before, people=found.people,
    )  # fmt: skip


def begin(found: Settled) -> Game:
    """A new game that nobody will save: it needs no manifest, and keeps no beats."""
    return Game(found.scenario, _settings(found, keep=False))


def scenario_of(manifest: Manifest) -> Scenario:
    """The resolved scenario that a save holds. Raises BadScenario if this engine cannot read it."""
    return from_canonical(manifest.scenario, kinds())


def resume(path: Path) -> tuple[Game, Save]:
    """Take up a save: every logged order is played again, then the game goes on from there.

    Raises BadSave if the file cannot be used, or was written by another version of the engine.
    """
    save = Save.open(path)
    check_version(save)
    game = replayed(save, keep=True)
    game.on_order(save.log)
    return game, save


def check_version(save: Save) -> None:
    """Raises BadSave unless this engine and numpy wrote the save."""
    mine = (engine_version(), numpy_version())
    theirs = (save.manifest.engine, save.manifest.numpy)
    if mine != theirs:
        sentence = (
            f"was played by engine {theirs[0]} with numpy {theirs[1]}; this is {mine[0]} with "
            f"{mine[1]}: it can be exported, but not played on or verified"
        )
        raise BadSave(str(save.path), sentence, "E-save-version")


def replayed(save: Save, keep: bool = False) -> Game:
    """The game of a save, played again from its order log without its bots, to where it stood."""
    manifest = save.manifest
    if sha256(manifest.scenario.encode()).hexdigest() != manifest.hash:
        raise BadSave(str(save.path), "the scenario in it was altered", "E-save-damaged")
    ready = Ready(scenario_of(manifest), manifest)
    log = save.orders()
    try:
        game = start(ready, keep=keep)
    except LookupError as problem:
        sentence = f"its manifest is damaged: {problem.args[0]}"
        raise BadSave(str(save.path), sentence, "E-save-damaged") from None
    beats = max([save.progress().beats, *(logged.beat for logged in log)])
    differing = _played_through(game, manifest, log, beats)
    if differing:
        first = differing[0].order
        sentence = f"order `{first.id}` of seat {first.seat} now gets another answer"
        raise BadSave(str(save.path), sentence, "E-save-differs")
    return game


def _played_through(
    game: Game, manifest: Manifest, log: Sequence[Logged], beats: int
) -> list[Logged]:
    """Play a log again, turning the luck where a branch turned it; what is answered otherwise."""
    differing: list[Logged] = []
    later = [replicate for _, replicate in manifest.earlier[1:]] + [manifest.replicate]
    for (until, _), replicate in zip(manifest.earlier, later, strict=False):
        before = [line for line in log if game.opened <= line.beat < until]
        differing += replay(game, before, until)
        game.turn_luck(replicate)
    last = manifest.earlier[-1][0] if manifest.earlier else 0
    return differing + replay(game, [line for line in log if line.beat >= last], beats)


def branched(
    game: Game, manifest: Manifest, at: int, replicate: int | None = None
) -> tuple[Game, Manifest]:
    """A branch of a game at second `at`, before that beat's orders, and the manifest to save it by.

    `manifest` is the game's own. With no `replicate` the branch has the same luck. Raises KeyError
    if that beat was not kept.
    """
    other = game.branch(at, replicate)
    update: dict[str, object] = {
        "parent": manifest.digest(),
        "parent_beat": other.opened,
        "replicate": other.settings.replicate,
        "earlier": tuple(_earlier(manifest, other.opened, other.settings.replicate)),
    }
    return other, manifest.model_copy(update=update)


def _earlier(manifest: Manifest, beat: int, replicate: int) -> Iterator[tuple[int, int]]:
    """The replicates played before a branch at a beat, each with the beat it was played to."""
    before = [turn for turn in manifest.earlier if turn[0] < beat]
    yield from before
    left = manifest.earlier[len(before) :]
    last = left[0][1] if left else manifest.replicate
    if last != replicate:
        yield beat, last


def saved_branch(path: Path, game: Game, manifest: Manifest) -> Save:
    """A new save of a branch: the orders that it shares with its parent, and from now on its own.

    Raises BadSave if something is there already, or cannot be written there.
    """
    save = Save.create(path, manifest)
    for logged in game.orders:
        save.log(logged)
    save.keep(game.journal, game.opened)
    game.on_order(save.log)
    return save


def _central(path: str, value: Value) -> float:
    return value.number


class Draw:
    """Draws each parameter from its range, by its path; a row of the posterior is taken whole.

    What a hidden answer or `--set` says stands above the row.
    """

    def __init__(self, scenario: Scenario, chance: Chance) -> None:
        self._chance, self._evidence = chance, scenario.evidence
        rows = scenario.posterior
        row = int(chance.at("parameters", "posterior").integers(len(rows))) if rows else 0
        said = set_by_answers(scenario) | frozenset(scenario.sets)
        fitted = rows[row].items() if rows else ()
        self._row = {path: number for path, number in fitted if not speaks_of(said, path)}

    def __call__(self, path: str, value: Value) -> float:
        """The number drawn for a path: triangular, peak at the centre, or as evidence says."""
        if path in self._row:
            return self._row[path]
        if value.low is None or value.high is None or value.low == value.high:
            return value.number
        dice = self._chance.at("parameters", "draw", entity=path)
        known = self._evidence.get(path)
        match known.dist if known is not None else "":
            case "fixed":
                return value.number
            case "uniform":
                return float(dice.uniform(value.low, value.high))
            case "normal":
                # The range is taken for four standard deviations, and is never left.
                found = dice.normal(value.number, (value.high - value.low) / 4)
                return float(min(max(found, value.low), value.high))
            case _:
                return float(dice.triangular(value.low, value.number, value.high))
