"""What stands on a terminal after some bytes: enough of one to read what this program paints."""

import re
from codecs import getincrementaldecoder

CONTROL = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[PX^_][^\x1b]*\x1b\\"
    r"|\x1b[()*+][0-9A-B]"
    r"|\x1b[ -/]*[0-Z\\^-~]"
)
UNFINISHED = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_][^\x1b]*\x1b?|[ -/]*|[()*+])?$"
)
"""The beginning of a control sequence whose end has not come yet."""


class Glass:
    """Characters in rows and columns. Colours are passed over, every character is one cell wide."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells = [[" "] * columns for _ in range(rows)]
        self._row = self._column = 0
        self._rest = ""
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self.painted = 0
        """Characters painted so far, spaces included."""

    @property
    def text(self) -> str:
        """Everything that stands there, row by row."""
        return "\n".join("".join(row).rstrip() for row in self._cells)

    def feed(self, data: bytes) -> None:
        """Take what a program wrote; a sequence that is cut off waits for its rest."""
        text = self._rest + self._decode(data)
        at = 0
        while at < len(text):
            if text[at] == "\x1b":
                found = CONTROL.match(text, at)
                if found is None:
                    if UNFINISHED.match(text, at):
                        break
                    at += 1
                    continue
                if found["csi"]:
                    self._obey(found["csi"])
                at = found.end()
            else:
                self._put(text[at])
                at += 1
        self._rest = text[at:]

    def _put(self, sign: str) -> None:
        if sign == "\r":
            self._column = 0
        elif sign == "\n":
            if self._row == self.rows - 1:
                self._cells = [*self._cells[1:], [" "] * self.columns]
            self._row = min(self._row + 1, self.rows - 1)
        elif sign == "\b":
            self._column = max(self._column - 1, 0)
        elif sign >= " ":
            if self._row < self.rows and self._column < self.columns:
                self._cells[self._row][self._column] = sign
            self.painted += 1
            self._column += 1

    def _obey(self, sequence: str) -> None:
        """Moves and rubbings out; all else changes no character."""
        final, digits = sequence[-1], sequence[:-1]
        if digits == "?1049":
            # The other screen, or back from it: either way what stood there is out of sight.
            self._rub(0, self.rows)
        if digits and not digits.replace(";", "").isdigit():
            return
        numbers = [int(part or 0) for part in digits.split(";")] if digits else [0]
        first = max(numbers[0], 1)
        if final in "Hf":
            self._row = min(first, self.rows) - 1
            self._column = max(numbers[1] if len(numbers) > 1 else 1, 1) - 1
        elif final in "AB":
            step = first if final == "B" else -first
            self._row = min(max(self._row + step, 0), self.rows - 1)
        elif final in "CD":
            step = first if final == "C" else -first
            self._column = min(max(self._column + step, 0), self.columns - 1)
        elif final == "J":
            self._rub(0, self.rows if numbers[0] in (2, 3) else 0)
        elif final == "K":
            start = 0 if numbers[0] == 2 else self._column
            self._cells[self._row][start:] = [" "] * (self.columns - start)

    def _rub(self, first: int, last: int) -> None:
        for row in range(first, last):
            self._cells[row] = [" "] * self.columns
