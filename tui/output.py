"""What is done to every line on its way out: plain characters, or no colours at all."""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

ASCII = str.maketrans(
    {
        "·": ".", "●": "o", "◆": "x", "▲": "!", "○": "o", "◇": "x", "△": "!", "×": "x",
        "■": "#", "▪": "-", "▸": ">", "▫": "z", "◧": "%", "□": "_", "▣": "G", "▌": ">",
        "•": "*", "✓": "v", "◐": "%", "…": ".", "◷": "@", "─": "-", "━": "=", "│": "|",
        "┃": "|", "├": "|", "┤": "|", "−": "-", "–": "-", "‘": "'", "’": "'", "“": '"', "”": '"',
        "▁": "_", "▂": ".", "▃": "-", "▄": "=", "▅": "#", "→": ">", "←": "<", "↑": "^", "↓": "v",
        "◂": "<", "▶": ">", "▼": "v", "▆": "#", "┄": ".", "★": "*", "╰": "`", "╌": "-", "⠀": " ",
        "≠": "/",
    }
)  # fmt: skip
"""One character for each symbol; a symbol that needs three is drawn so by who draws it."""


@lru_cache(4096)
def in_ascii(text: str) -> str:
    """A text in ASCII and of the same width: symbols by the table, letters without accents."""
    return "".join(_one(letter) for letter in text.translate(ASCII))


def _one(letter: str) -> str:
    if letter.isascii():
        return letter
    if 0x2800 <= ord(letter) <= 0x28FF:
        return "."
    if 0x2500 <= ord(letter) <= 0x259F:
        return "+"
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() else "?" * cell_len(letter)


class AsciiOnly(LineFilter):
    """For terminals and fonts that have no more than ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """See LineFilter."""
        return [
            segment if segment.control else Segment(in_ascii(segment.text), segment.style)
            for segment in segments
        ]


class NoColours(LineFilter):
    """For `NO_COLOR`: bold and reverse stay, every colour is the terminal's own."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """See LineFilter."""
        return [
            Segment(
                segment.text,
                None if segment.style is None else segment.style.without_color,
                segment.control,
            )
            for segment in segments
        ]
