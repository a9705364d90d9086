"""What a long trial says while it goes on: what breaks off at once, now and then how it goes."""

from collections import Counter
from collections.abc import Callable
from time import monotonic

from engine.scenario.scenario import Scenario
from lab.trying.asking import Asked
from lab.trying.figures import figures_of
from lab.trying.playing import Row
from tui.words import phrase

FIRST, TIMES = 15.0, 2.0
"""Seconds until the first such line, and how many times as long until each later one."""

MOST = 3
"""Endings in one line, the commonest first."""


class SoFar:
    """Hears of each play. `say` is given whole lines, `clock` seconds."""

    def __init__(
        self,
        asked: Asked,
        scenario: Scenario,
        say: Callable[[str], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.rows: list[Row] = []
        self._asked, self._scenario = asked, scenario
        self._say, self._clock = say, clock
        self._began = clock()
        self._next = FIRST
        self._broken: set[tuple[str, str]] = set()

    def heard(self, row: Row) -> None:
        """One more play is over."""
        self.rows.append(row)
        if "error" in row and (row["error"], row["at"]) not in self._broken:
            self._broken.add((row["error"], row["at"]))
            self._say(
                phrase(
                    "Broke off: {split}, at {at}",
                    split=" ".join(row["error"].split()),
                    at=row["at"],
                )
            )
            self._say(f"    {row['command']}")
        passed = self._clock() - self._began
        if passed >= self._next and len(self.rows) < self._asked.plays:
            self._next = passed * TIMES
            self._say(self._line(passed))

    def _line(self, passed: float) -> str:
        """How far it is, what is reached and how games end, and how long it will take yet."""
        rows, plays = self.rows, self._asked.plays
        found = figures_of(self._asked, self._scenario, rows)
        counts = Counter({id: count for id, count in found.endings.items() if count})
        ends = ", ".join(
            f"{id} {100 * count / found.finished:.0f} %" for id, count in counts.most_common(MOST)
        )
        left = passed * (plays - len(rows)) / len(rows)
        reached = phrase("{coverage:.1f} % reached", coverage=100 * found.coverage) + (
            f"; {ends}" if ends else ""
        )
        return phrase(
            "After {rows} of {plays} plays: {reached}. {in_words} left.",
            rows=len(rows),
            plays=plays,
            reached=reached,
            in_words=_in_words(left),
        )


def _in_words(seconds: float) -> str:
    if seconds < 90:
        return phrase("About {seconds} s", seconds=max(round(seconds / 5) * 5, 5))
    return phrase("About {seconds} min", seconds=round(seconds / 60))
