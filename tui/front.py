"""The first paint: the top line on its ground, before anything heavy has been read in."""

import os
import shutil
import sys
from types import TracebackType
from typing import TextIO

from tui.themes import PALETTES
from tui.words import phrase

SAID = phrase("a crisis, several seats, one clock")
ENTER, LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[?25h\x1b[?1049l"


class Front:
    """Stands until the screens do; if there is a mistake to be read, it gives the terminal back.

    The screens paint over it and leave the terminal as it was themselves.
    """

    def __init__(self, theme: str, out: TextIO | None = None) -> None:
        self._tokens = PALETTES[theme]
        self._out = out or sys.stdout

    def __enter__(self) -> None:
        size = shutil.get_terminal_size()
        title = " Whitecell"
        gap = " " * max(size.columns - len(title) - len(SAID) - 1, 1)
        ground, bold, dim = self._colours("ground"), "\x1b[1m", self._colours("panel", "dim")
        top = f"{self._colours('panel', 'ink')}{bold}{title}\x1b[22m{dim}{gap}{SAID} "
        self._write(f"{ENTER}{ground}\x1b[2J\x1b[H{top}\x1b[0m")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if problem is not None:
            self._write(LEAVE)

    def _write(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()

    def _colours(self, ground: str, ink: str = "") -> str:
        """The codes of a ground and of what is written on it; none where no colours are wanted."""
        if os.environ.get("NO_COLOR"):
            return ""
        found = f"\x1b[48;2;{_parts(self._tokens[ground])}m"
        return f"{found}\x1b[38;2;{_parts(self._tokens[ink])}m" if ink else found


def _parts(colour: str) -> str:
    return ";".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
