"""Keys of the screen that asked, the keys that hold everywhere, and what the shapes mean."""

from collections.abc import Sequence

from tui.ink import Line, line

EVERYWHERE = (
    ("n", "close the move: time runs to the next one"),
    ("Space, p", "run or pause"),
    ("+ −", "faster, slower"),
    (".", "one beat on"),
    ("1 2 3", "fill in one of the three cards"),
    ("o", "all cards"),
    ("f", "forecast slip, while a move opens"),
    ("g", "your aims, in the first move"),
    ("u", "take back the last order that has not gone out"),
    ("i", "reports"),
    ("m", "map"),
    ("a", "forces and airlift"),
    ("w", "why: what moved the figure under the cursor"),
    ("e", "staff estimate: hundreds of futures, from what you know"),
    ("t", "timeline: look back, bookmark, note, branch"),
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
    ("▸", "new in this move"),
    ("+ − ?", "for, against, not known"),
    ("[2] (1)", "rung asked, rung granted"),
)


def help_lines(here: Sequence[tuple[str, str]]) -> list[Line]:
    """The page of keys."""
    return [
        *_block("Here", here),
        *_block("Everywhere in a game", EVERYWHERE),
        *_block("Signs", SHAPES),
    ]


def _block(title: str, rows: Sequence[tuple[str, str]]) -> list[Line]:
    return [
        line((f"  {title}", "bold")),
        *(line((f"  {key:>10}  ", "bold $focus"), what) for key, what in rows),
        (),
    ]
