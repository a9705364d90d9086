"""What a run says that another run of the same game did not."""

from collections import Counter
from collections.abc import Iterator

from engine.report import Report

MOST = 12
"""As many lines of each sort are shown; the rest are counted."""


def changes(before: Report, after: Report) -> Iterator[str]:
    """How the later report differs: its ending, its outcomes, and what happened."""
    if before.digest == after.digest:
        yield "the same, event for event"
        return
    if before.ending != after.ending:
        yield f"ending: {before.ending or 'none'} → {after.ending or 'none'}"
    old = {row.metric: (row.value, row.unit) for row in before.last_rows()}
    new = {row.metric: (row.value, row.unit) for row in after.last_rows()}
    for metric in dict.fromkeys([*old, *new]):
        if old.get(metric) != new.get(metric):
            yield f"{metric}: {_shown(old.get(metric))} → {_shown(new.get(metric))}"
    yield from _lines("-", before, after)
    yield from _lines("+", after, before)


def _shown(value: tuple[float | None, str] | None) -> str:
    if value is None or value[0] is None:
        return "none"
    return f"{value[0]:.6g} {value[1]}".rstrip()


def _lines(sign: str, mine: Report, other: Report) -> Iterator[str]:
    """Lines of a timeline that the other has not, or not as often."""
    there = Counter((item.at, item.text) for item in other.timeline)
    found = []
    for item in mine.timeline:
        if there[item.at, item.text]:
            there[item.at, item.text] -= 1
        else:
            found.append(f"{sign} {item.at[5:16].replace('T', ' ')}  {item.text}")
    yield from found[:MOST]
    if len(found) > MOST:
        yield f"{sign} and {len(found) - MOST} more"
