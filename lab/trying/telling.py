"""A trial for people, in lines of 80 columns."""

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap

from engine.scenario.scenario import Scenario
from lab.trying.figures import Crash, Figures, Met, Reached

WIDTH = 80

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
        told = "" if each.told is None else f", injects tell {100 * each.told:.0f} % of the others"
        yield f"  {when:>14}: {100 * each.over:3.0f} % over{told}"
    yield "  (told: the ending is the commonest among other plays with the same injects)"
    yield ""


def _balance(figures: Figures, scenario: Scenario) -> Iterator[str]:
    if not figures.seats:
        return
    yield "Aims met, in brackets where the share may lie (8 in 10 sure):"
    for seat, met in figures.seats.items():
        yield from _hanging(f"{_share(met)}  {scenario.seats[seat].title}, on average")
        for id, aim in figures.aims[seat].items():
            yield from _hanging(f"{_share(aim)}    {seat}.aims.{id}")


def _share(met: Met) -> str:
    return f"{100 * met.share:3.0f} % ({100 * met.low:3.0f} to {100 * met.high:3.0f})"


def _hanging(line: str) -> list[str]:
    return wrap(
        line, WIDTH, initial_indent="  ", subsequent_indent="      ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
