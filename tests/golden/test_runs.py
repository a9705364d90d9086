"""Whole runs to the byte: a changed line here is a changed game, wanted or not.

`make golden` writes the files anew; read the difference before committing it.
"""

from collections import Counter
from collections.abc import Callable

import pytest

from engine.setup import Wanted, prepare, start

RUNS = {
    "harbour-random-1": (Wanted("harbour", seed=1, bots="random"), None),
    "harbour-doctrine-2": (Wanted("harbour", seed=2, bots="doctrine"), None),
    "harbour-drawn-3": (Wanted("harbour", seed=3, bots="doctrine", drawn=True), None),
    "flagship-history-1": (Wanted("kazakhstan-2022", seed=1, bots="history"), 8),
    "flagship-doctrine-2": (Wanted("kazakhstan-2022", seed=2, bots="doctrine"), 6),
    "flagship-drawn-3": (Wanted("kazakhstan-2022", seed=3, bots="history", drawn=True), 5),
}


def told(wanted: Wanted, days: int | None) -> str:
    """The digest of a run, and how often each event happened, so that a change can be read."""
    game = start(prepare(wanted), keep=False)
    game.play(until=None if days is None else days * 86_400)
    counts = Counter(entry.name for entry in game.journal)
    lines = [f"{name} {count}" for name, count in sorted(counts.items())]
    return "\n".join([f"digest {game.journal.digest()}", f"ending {game.world.ending}", *lines, ""])


@pytest.mark.parametrize("name", RUNS)
def test_a_run_is_what_it_was(name: str, golden: Callable[[str, str], None]) -> None:
    wanted, days = RUNS[name]
    golden(f"{name}.txt", told(wanted, days))
