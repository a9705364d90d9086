"""What the lobby says of a scenario, its formats, and the games that are kept."""

from tui.ink import Line, cut, ends, line, wrap
from tui.picture.known import in_words
from tui.shelf import Moves, Offered, Saved
from tui.words import phrase


def note_of(found: Offered) -> str:
    """What is to be read before it is played; if it has no such note, what sort of story it is."""
    invented = phrase("Invented events; nobody in them is real.")
    return found.content_note or (phrase("Real events.") if found.real_events else invented)


def about(found: Offered, width: int) -> list[Line]:
    """What a scenario is: its synopsis, what sort it is, and that a note stands before it."""
    sort = phrase("real events") if found.real_events else phrase("invented")
    rows = [line((f" {row}", "")) for row in wrap(found.summary, width)]
    if found.problem:
        problem = phrase("Cannot be played: {problem}", problem=found.problem)
        return [*rows, (), *(line((f" {row}", "$ask")) for row in wrap(problem, width))]
    return [*rows, (), line((f" {sort}", "$faint"))]


NARROW = 45
"""Below so many cells a format takes two lines: a title that is cut off chooses nothing."""


def format_lines(moves: Moves, width: int) -> tuple[Line, ...]:
    """A format in one line: its title, how long it takes, and its moves if there is room."""
    count = phrase("{count} moves", count=moves.count)
    long = phrase("{minutes} min", minutes=moves.minutes) if moves.minutes else count
    if moves.minutes and width >= NARROW:
        long = phrase("{minutes} min · {count} moves", minutes=moves.minutes, count=moves.count)
    return (ends(line(moves.title), line((long, "$dim")), width),)


def title_line(title: str, first: bool, width: int) -> Line:
    """A scenario in the list; one to begin with says so."""
    mark = line((phrase("begin here"), "bold $ask")) if first else ()
    return ends(line((title, "bold")), mark, width) if first else line((title, "bold"))


def seat_line(title: str, person: bool, width: int) -> Line:
    """A seat; one that a person here plays too says so."""
    return ends(line(title), line((phrase("a person here"), "bold $own")) if person else (), width)


def save_line(saved: Saved, width: int) -> Line:
    """A kept game: whose it is, how it ended, and when it was last played."""
    name = line((in_words(saved.name), ""), (f"  {in_words(saved.seat) or phrase('Bots')}", "$dim"))
    if saved.ending:
        name = (*name, (f", {saved.ending}", "$dim"))
    when = f"{saved.kept.day} {saved.kept:%b %H:%M}"
    return cut(ends(name, line((when, "$faint")), width), width)
