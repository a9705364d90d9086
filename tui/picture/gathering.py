"""Reports gathered: orders of others in one row a move, and what came more than once in one row."""

from bisect import bisect_right
from collections.abc import Hashable
from dataclasses import replace

from tui.picture.data import News
from tui.picture.known import Known, once
from tui.picture.reports import Report, report_of, worth_reading
from tui.words import phrase

OF_OTHERS = "game.order_known"
HEADLINE = phrase("Orders of others")


@once
def gathered(known: Known) -> list[Report]:
    """Every report, newest first; what belongs together stands in one, at its newest."""
    bundles: dict[Hashable, list[News]] = {}
    for item in reversed(known.news):
        if worth_reading(item):
            bundles.setdefault(_bundle(known, item), []).append(item)
    return [_one(known, items) for items in bundles.values()]


def with_others(known: Known, item: News) -> Report:
    """A report of the room; an order of another seat stands for all that its move told of."""
    if item.event != OF_OTHERS:
        return report_of(known, item)
    return next(
        each for each in gathered(known) if each.number == item.number or item.number in each.older
    )


def _bundle(known: Known, item: News) -> Hashable:
    new = item.number >= known.new_from
    if item.event == OF_OTHERS:
        return OF_OTHERS, bisect_right(known.clock.moves, item.at), new
    return item.event, item.headline, item.text, item.place, item.sender, new


def _one(known: Known, items: list[News]) -> Report:
    newest = report_of(known, items[0])
    if len(items) == 1:
        return newest
    older = tuple(item.number for item in items[1:])
    if items[0].event != OF_OTHERS:
        return replace(newest, headline=_times(newest.headline, len(items)), older=older)
    heads = list(dict.fromkeys(item.headline for item in items))
    text = f"{'; '.join(heads)}."
    return replace(
        newest, headline=f"{HEADLINE}, {len(heads)}", text=text, sender="", older=older, bare=True
    )


def _times(headline: str, times: int) -> str:
    return phrase("{headline} ({times} times)", headline=headline, times=times) if headline else ""


def parts_of(known: Known, report: Report) -> list[Report]:
    """The reports that were gathered into one, newest first; itself where it stands alone."""
    numbers = {report.number, *report.older}
    return [report_of(known, item) for item in reversed(known.news) if item.number in numbers]
