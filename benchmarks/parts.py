"""Where the time of a whole game goes, part by part, by timers around each."""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from statistics import median
from time import process_time
from typing import Any
from unittest.mock import patch

from benchmarks.games import best, started
from benchmarks.measure import Line, Report, seconds_of, span
from engine import kernel
from engine.clerk import Opening
from engine.game import Game
from engine.journal import Journal
from engine.outcomes import Outcomes
from engine.tellings import Tellings

RUNS = 3
LEFT = "kernel, SimPy and what is left"
PARTS: tuple[tuple[str, object, str], ...] = (
    ("bots and their views", Game, "ask_bots"),
    ("snapshots of beats", Game, "snapshot"),
    ("orders and effects", Opening, "run"),
    ("conditions that must hold", Opening, "_turn_conditions"),
    ("injects", Opening, "consider"),
    ("endings", Opening, "consider_endings"),
    ("tellings", Tellings, "tell"),
    ("outcomes", Outcomes, "beat"),
    ("journal", Journal, "append"),
    ("writing events into the world", kernel, "apply"),
)


class Meter:
    """Time by part; while a part calls another, only the other's time runs."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {LEFT: 0.0}
        self._open = [LEFT]
        self._since = process_time()

    def turn(self) -> None:
        """Book what has gone by since the last turn on the part that is running."""
        now = process_time()
        part = self._open[-1]
        self.spent[part] = self.spent.get(part, 0.0) + now - self._since
        self._since = now

    @contextmanager
    def running(self, part: str) -> Iterator[None]:
        """This part runs until the block ends."""
        self.turn()
        self._open.append(part)
        try:
            yield
        finally:
            self.turn()
            self._open.pop()

    def around(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, timed."""

        def timed(*given: Any, **named: Any) -> Any:
            with self.running(part):
                return work(*given, **named)

        return timed

    def along(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """A judgement, timed while it runs and not while it waits for its events to be written."""

        def timed(*given: Any) -> Generator[Any, Any, None]:
            happenings, answer = work(*given), None
            while True:
                with self.running(part):
                    try:
                        event = happenings.send(answer)
                    except StopIteration:
                        return
                answer = yield event

        return timed


def run() -> Report:
    """Shares of every part, over some whole games."""
    ready = best()
    total: dict[str, float] = {}
    for _ in range(RUNS):
        for part, seconds in _timed(started(ready)).items():
            total[part] = total.get(part, 0.0) + seconds
    whole = sum(total.values())
    plain = median(seconds_of(started(ready).play) for _ in range(RUNS))
    game = started(ready, keep=True)
    kept = seconds_of(game.play)
    rows = sorted(total.items(), key=lambda item: -item[1])
    return Report(
        f"Where a whole game of {ready.manifest.name} goes ({len(game.journal):,} events, "
        f"{game.opened} beats)",
        (
            Line("the whole game, without timers", span(plain)),
            Line("the same with a copy kept of every beat", span(kept)),
            *(Line(part, f"{100.0 * seconds / whole:.1f} %") for part, seconds in rows),
        ),
        ("What an agent, a telling or a condition reads is counted with whoever reads it.",),
    )


def _timed(game: Game) -> dict[str, float]:
    meter = Meter()
    with ExitStack() as patches:
        for part, owner, name in PARTS:
            timed = meter.around(part, getattr(owner, name))
            patches.enter_context(patch.object(owner, name, timed))
        for kind in {kind.name: kind for kind in game.scene.agents.values()}.values():
            part = f"kind {kind.name}"
            for name in ("next_due", "due", "apply"):
                timed = meter.around(part, getattr(kind, name))
                patches.enter_context(patch.object(kind, name, timed, create=True))
            judge = meter.along(part, kind.judge)
            patches.enter_context(patch.object(kind, "judge", judge))
        meter.turn()
        meter.spent = {LEFT: 0.0}
        game.play()
        meter.turn()
    return meter.spent
