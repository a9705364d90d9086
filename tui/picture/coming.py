"""How far an estimate has come: worlds, then futures, and how many rows are settled."""

from dataclasses import dataclass

from tui.ink import Line, Run, line
from tui.picture.data import Estimated
from tui.words import phrase

THIN, HEAVY = "─", "━"
MINUTE = 60


@dataclass
class Remaining:
    """How long an estimate will take yet. It is reckoned where it is read: what a table says must
    not hang on how fast a machine is."""

    _began: tuple[float, float] | None = None

    def seconds(self, now: float, found: Estimated) -> float | None:
        """Until the end, at the pace so far; None before any pace is to be seen.

        What was there when the first numbers came does not count for the pace.
        """
        if found.finished or not found.through:
            return None
        if self._began is None:
            self._began = now, found.through
        since, done = now - self._began[0], found.through - self._began[1]
        return since * (1.0 - found.through) / done if done > 0.0 else None


def progress(found: Estimated | None, width: int, seconds: float | None = None) -> Line:
    """How far it has come, and how long it will take yet where that is known."""
    if found is None:
        return line((phrase(" Enter asks the staff."), "$dim"))
    if found.trouble:
        return line((phrase(" The staff cannot go on: {trouble}", trouble=found.trouble), "$ask"))
    if not found.used and not found.finished:
        done = round(20 * found.imagined / max(found.worlds, 1))
        tail = phrase(
            " {imagined} of {worlds}, from what you know",
            imagined=found.imagined,
            worlds=found.worlds,
        )
        return _progress(phrase(" Imagining worlds "), done, (tail, "$dim"))
    done = round(20 * found.done / max(found.of, 1))
    left = phrase(" · left there") if found.finished and found.done < found.of else soon(seconds)
    tail = phrase(
        " of {of} each{left}{settled} · ranges hold 8 in 10",
        of=found.of,
        left=left,
        settled=settled(found),
    )
    return _progress(phrase(" Futures "), done, (f" {found.done}", "bold"), (tail, "$dim"))


def _progress(head: str, done: int, *rest: Run) -> Line:
    """A bar of twenty cells, so many of them done, after what it is of."""
    return line((head, ""), (HEAVY * done, "$focus"), (THIN * (20 - done), "$rule"), *rest)


def settled(found: Estimated) -> str:
    """How many rows will hardly change any more."""
    count = sum(row.settled for row in found.rows)
    if not count:
        return ""
    return (
        phrase(" · settled")
        if count == len(found.rows)
        else phrase(" · {count} rows of {rows} settled", count=count, rows=len(found.rows))
    )


def soon(seconds: float | None) -> str:
    """How long it will take yet, about."""
    if seconds is None:
        return ""
    if seconds < MINUTE:
        return phrase(" · {seconds:.0f} s more", seconds=max(round(seconds, -1), 10))
    return phrase(" · {seconds:.0f} min more", seconds=seconds / MINUTE)
