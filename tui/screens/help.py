"""Keys of the screen that asked, the keys that hold everywhere, and what the shapes mean."""

from collections.abc import Callable, Sequence

from tui.ink import Line, line
from tui.keys import named

EVERYWHERE = (
    ("n", "close the move: time runs to the next one"),
    ("Space, p", "run or pause"),
    ("+ −", "faster, slower"),
    (".", "one beat on"),
    ("1 2 3", "fill in one of the three cards"),
    ("o", "all cards"),
    ("f", "forecast slip, while a move opens"),
    ("g", "your aims, in the first move"),
    ("x", "order nothing in this move, nor let the staff; again: it may"),
    ("u", "take back the last order that has not gone out"),
    ("i", "reports"),
    ("m", "map"),
    ("d", "deals: offers, words given and taken, credit, evidence"),
    ("a", "forces and airlift; there l for flights and stands"),
    ("w", "why: what moved the figure under the cursor"),
    ("e", "staff estimate: hundreds of futures, from what you know"),
    ("t", "timeline: look back, bookmark, note, branch"),
    ("/", "find a word in a list; Esc shows all again"),
    ("Tab", "next pane"),
    ("z", "one pane as large as the screen, and back"),
    ("Ctrl+p", "everything by name"),
    ("Esc", "back to the room"),
    ("q", "leave; the game is saved at every step"),
)

SHAPES = (
    ("· ● ◆ ▲", "quiet, crowd, clashes, violence, seen lately"),
    ("○ ◇ △", "the same, last seen longer ago than reports take"),
    ("×2", "two sites lost there"),
    ("✓ ◐ … ? ×", "order done, in part or late, waits, no answer, not done"),
    ("▸", "new in this move; an offer: yours to answer"),
    ("◷ ✓ ×", "a word runs, was kept, was broken"),
    ("+ − ?", "for, against, not known"),
    ("[2] (1)", "rung asked, rung granted"),
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
        *_block("Here", [(shown(key), what) for key, what in here]),
        *_block("Everywhere in a game", [(shown(key), what) for key, what in EVERYWHERE]),
        *_block("Signs", SHAPES),
    ]


def _block(title: str, rows: Sequence[tuple[str, str]]) -> list[Line]:
    return [
        line((f"  {title}", "bold")),
        *(line((f"  {key:>10}  ", "bold $focus"), what) for key, what in rows),
        (),
    ]
