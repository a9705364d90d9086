"""Keys of the screen that asked, the keys that hold everywhere, and what the shapes mean."""

from collections.abc import Callable, Sequence

from tui.ink import Line, line
from tui.keys import named
from tui.words import phrase

EVERYWHERE = (
    ("n", phrase("close the move: time runs to the next one")),
    ("Space, p", phrase("run or pause")),
    ("+ −", phrase("faster, slower")),
    (".", phrase("one beat on")),
    ("1 2 3", phrase("fill in one of the three cards")),
    ("o", phrase("all cards")),
    ("f", phrase("forecast slip, while a move opens")),
    ("g", phrase("your aims, in the first move")),
    ("x", phrase("order nothing in this move, nor let the staff; again: it may")),
    ("u", phrase("take back the last order that has not gone out")),
    ("i", phrase("reports")),
    ("m", phrase("map")),
    ("d", phrase("deals: offers, words given and taken, credit, evidence")),
    ("a", phrase("forces and airlift; there l for flights and stands")),
    ("w", phrase("why: what moved the figure under the cursor")),
    ("e", phrase("staff estimate: hundreds of futures, from what you know")),
    ("t", phrase("timeline: look back, bookmark, note, branch")),
    ("/", phrase("find a word in a list; Esc shows all again")),
    ("Tab", phrase("next pane")),
    ("z", phrase("one pane as large as the screen, and back")),
    ("Ctrl+p", phrase("everything by name")),
    ("Esc", phrase("back to the room")),
    ("q", phrase("leave; the game is saved at every step")),
)

SHAPES = (
    ("· ● ◆ ▲", phrase("quiet, crowd, clashes, violence, seen lately")),
    ("○ ◇ △", phrase("the same, last seen longer ago than reports take")),
    ("×2", phrase("two sites lost there")),
    ("✓ ◐ … ? ×", phrase("order done, in part or late, waits, no answer, not done")),
    ("▸", phrase("new in this move; an offer: yours to answer")),
    ("◷ ✓ ×", phrase("a word runs, was kept, was broken")),
    ("+ − ?", phrase("for, against, not known")),
    ("[2] (1)", phrase("rung asked, rung granted")),
)


EXPANDED = {
    "↑↓": ("up", "down"),
    "←→": ("left", "right"),
    "⇧←→": ("shift+left", "shift+right"),
    "⇧↑↓": ("shift+up", "shift+down"),
    "1-3": ("1", "2", "3"),
    "0-9": tuple("0123456789"),
    "Esc": ("escape",),
    "PgDn": ("pagedown",),
    "PgUp": ("pageup",),
}
"""Keys that a key line names in short."""


def names_in(text: str) -> set[str]:
    """The names of the keys that a key line mentions."""
    found: set[str] = set()
    for each in text.replace(",", "").split(" "):
        found |= set(EXPANDED.get(each, (named(each),)))
    return found


def as_it_is(text: str) -> str:
    """No key has been moved."""
    return text


def help_lines(
    here: Sequence[tuple[str, str]], shown: Callable[[str], str] = as_it_is
) -> list[Line]:
    """The page of keys; `shown` says where a player has put a key."""
    return [
        *_block(phrase("Here"), [(shown(key), what) for key, what in here]),
        *_block(phrase("Everywhere in a game"), [(shown(key), what) for key, what in EVERYWHERE]),
        *_block(phrase("Signs"), SHAPES),
    ]


def _block(title: str, rows: Sequence[tuple[str, str]]) -> list[Line]:
    return [
        line((f"  {title}", "bold")),
        *(line((f"  {key:>10}  ", "bold $focus"), what) for key, what in rows),
        (),
    ]
