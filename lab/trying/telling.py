"""A trial for people, in lines of 80 columns."""

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap

from engine.scenario.scenario import Scenario
from lab.trying.figures import Crash, Decided, Figures, Met, Reached

WIDTH = 80
ENOUGH = 10
"""From so many plays on, what all of them have in common is said."""
NEARLY_ALL = 0.9
"""From this share of plays with one ending on, the scenario is called one-sided."""
MORE = 0.05
"""So much more than the commonest ending's share injects must tell to tell anything."""

_NEVER = {
    "taken": "was never ordered", "open": "could never be played", "fired": "never came",
    "true": "was never true", "false": "was never false", "shown": "was never shown",
    "reached": "was never reached", "made": "was never made", "accepted": "was never accepted",
    "kept": "was never kept", "broken": "was never broken", "answered": "was never answered",
}  # fmt: skip


def text(figures: Figures, scenario: Scenario) -> str:
    """The whole report."""
    return "\n".join(_lines(figures, scenario))


def missed(each: Reached, plays: int) -> str:
    """What of a thing was not reached, as a sentence without its place."""
    sides = each.missing
    if sides[:2] == ("open", "taken"):
        sides = ("open",)
    told = f"{each.item.sort} `{each.item.path}` {' and '.join(_NEVER[side] for side in sides)}"
    seen = [f"{side} in {count}" for side, count in each.plays.items() if count]
    return f"{told} ({', '.join(seen)} of {plays})" if seen else told


def _lines(figures: Figures, scenario: Scenario) -> Iterator[str]:
    asked = figures.asked
    head = f"{scenario.title}: {figures.played} plays from seed {asked.seed}"
    yield from wrap(f"{head}, bots {', '.join(asked.bots)}.", WIDTH)
    yield ""
    yield from _broken(figures)
    if not figures.finished:
        return
    yield from _covered(figures)
    yield from _beaten(figures)
    yield from _endings(figures, scenario)
    yield from _length(figures)
    yield from _early(figures, scenario)
    yield from _balance(figures, scenario)


def _broken(figures: Figures) -> Iterator[str]:
    if not figures.crashes:
        yield "No play broke off."
        yield ""
        return
    yield f"{figures.played - figures.finished} of {figures.played} plays broke off:"
    for crash in figures.crashes:
        yield from _crash(crash)
    yield ""


def _crash(crash: Crash) -> Iterator[str]:
    times = f"{crash.plays} play{'s' * (crash.plays != 1)}"
    said = " ".join(crash.error.split())
    yield from _hanging(f"{times}: {said}, at {crash.at}, after {crash.hours:.0f} h")
    # One line, however long: it is there to be copied.
    yield f"    {crash.command}"


def _covered(figures: Figures) -> Iterator[str]:
    yield f"Reached: {100 * figures.coverage:.1f} % of what there is."
    whole: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for each in figures.reached:
        for side, count in each.plays.items():
            whole[f"{each.item.sort} {side}"] += 1
            found[f"{each.item.sort} {side}"] += bool(count)
    for name, count in whole.items():
        yield f"  {name:20} {found[name]:>5} of {count:>4}"
    yield ""
    if figures.missing:
        yield "Never reached, by file and line:"
        for each in figures.missing:
            yield from _hanging(f"{each.item.place}: {missed(each, figures.finished)}")
        yield ""
    if figures.left_out:
        names = ", ".join(f"`{id}`" for id in figures.left_out)
        yield from wrap(f"Left out, as only a facilitator brings them in: {names}.", WIDTH)
        yield ""


def _beaten(figures: Figures) -> Iterator[str]:
    if figures.beaten:
        yield "Never better than another option, in any move of any play:"
        for each in figures.beaten:
            yield from _hanging(f"{each.place}: {each.sentence}")
        yield ""


def _endings(figures: Figures, scenario: Scenario) -> Iterator[str]:
    yield "Endings:"
    for id, count in figures.endings.items():
        title = scenario.endings[id].title if id in scenario.endings else id
        yield from _hanging(f"{count:>5}  {100 * count / figures.finished:3.0f} %  {title}")
    yield from _lopsided(figures, scenario)
    yield ""


def _length(figures: Figures) -> Iterator[str]:
    shortest, middle, longest = figures.moves
    yield f"Length: {middle:g} moves, from {shortest:g} to {longest:g};"
    begin, hours, end = figures.hours
    yield f"  {hours:.0f} h of the game, from {begin:.0f} to {end:.0f};"
    if figures.minutes:
        yield f"  about {figures.minutes:.0f} minutes at the table."
    else:
        yield "  no format says how many minutes a move takes."
    yield ""


def _early(figures: Figures, scenario: Scenario) -> Iterator[str]:
    yield "How early it is decided:"
    for each in figures.decided:
        when = f"after {each.hour:.0f} h" if each.hour else "at the start"
        yield f"  {when:>14}: {100 * each.over:3.0f} % over{_told(each)}"
    yield "  (told: the ending is the commonest among other plays with the same injects)"
    yield ""


def _told(each: Decided) -> str:
    """What injects tell of the ending of plays that go on, and only if it is more than nothing.

    A share that the commonest ending has anyhow is not told by injects.
    """
    if each.told is None or each.common is None:
        return ""
    common = f"{100 * each.common:.0f} % end alike"
    if each.told - each.common < MORE:
        return f"; of the others {common}, injects tell no more"
    return f"; of the others {common}, injects tell {100 * each.told:.0f} %"


def _lopsided(figures: Figures, scenario: Scenario) -> Iterator[str]:
    """An ending that nearly every play has: whatever is decided, it ends so."""
    first = max(figures.endings, key=lambda id: figures.endings[id])
    count, plays = figures.endings[first], figures.finished
    if plays < ENOUGH or len(figures.endings) < 2 or count < NEARLY_ALL * plays:
        return
    title = scenario.endings[first].title if first in scenario.endings else first
    said = f"One ending in {count} of {plays} plays: “{title}”."
    bots = ", ".join(figures.asked.bots)
    more = "every one of these bots comes to it, so that decisions hardly matter"
    if len(figures.asked.bots) == 1:
        more = f"try other bots too, for these were all {bots}"
    yield from wrap(f"{said} Look at its `when` and those of the others: {more}.", WIDTH)


def _no_aims(figures: Figures) -> Iterator[str]:
    """Aims that every play met, or none did: they ask nothing of anybody."""
    if figures.finished < ENOUGH:
        return
    for share, said in ((1.0, "Met in every play"), (0.0, "Met in no play")):
        named = [
            f"{seat}.aims.{id}"
            for seat, aims in figures.aims.items()
            for id, met in aims.items()
            if met.share == share
        ]
        if named:
            yield from wrap(f"{said}, and so no aim: {', '.join(named)}.", WIDTH)


def _balance(figures: Figures, scenario: Scenario) -> Iterator[str]:
    if not figures.seats:
        return
    yield "Aims met, in brackets where the share may lie (8 in 10 sure):"
    for seat, met in figures.seats.items():
        yield from _hanging(f"{_share(met)}  {scenario.seats[seat].title}, on average")
        for id, aim in figures.aims[seat].items():
            yield from _hanging(f"{_share(aim)}    {seat}.aims.{id}")
    yield from _no_aims(figures)


def _share(met: Met) -> str:
    return f"{100 * met.share:3.0f} % ({100 * met.low:3.0f} to {100 * met.high:3.0f})"


def _hanging(line: str) -> list[str]:
    return wrap(
        line, WIDTH, initial_indent="  ", subsequent_indent="      ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
