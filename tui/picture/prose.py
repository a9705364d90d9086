"""Markdown as far as briefs use it: headings, paragraphs, lists, and words in bold."""

import re

from tui.ink import Line, Run, cut, hanging, line, wrap

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def prose(text: str, width: int, title: bool = True) -> list[Line]:
    """A text in lines of at most `width` cells; its first heading is left out unless `title`."""
    lines: list[Line] = []
    paragraph: list[str] = []
    for row in [*text.splitlines(), ""]:
        bare = row.strip()
        if bare and not _stands_alone(bare) and not bare.startswith("**"):
            paragraph.append(bare)
            continue
        if paragraph:
            lines += _paragraph(" ".join(paragraph), width)
            paragraph = []
        if bare.startswith("**"):
            paragraph = [bare]
        elif bare:
            lines += _alone(bare, width, title or bool(lines))
        elif lines and lines[-1]:
            lines.append(())
    while lines and not lines[-1]:
        lines.pop()
    return lines


_SENTENCE = re.compile(r"[.!?][”\"']?(?=\s)")


def in_short(text: str) -> str:
    """A brief in three sentences: its first one, and the first and last of its first bold block.

    A text in which no line begins in bold keeps its first sentence alone.
    """
    blocks, bold = _blocks(text)
    end = _SENTENCE.search(f"{blocks[0]} ") if blocks else None
    first = [blocks[0][: end.end()]] if end else blocks[:1]
    return "\n\n".join([*first, *bold[:1], *bold[1:][-1:]])


def _blocks(text: str) -> tuple[list[str], list[str]]:
    """The plain paragraphs of a text, and the lines of its first block that begins in bold."""
    plain: list[str] = []
    bold: list[str] = []
    current, whole = "", False
    for row in [*text.splitlines(), ""]:
        bare = row.strip()
        if current and (not bare or _stands_alone(bare) or bare.startswith("**")):
            strong = current.startswith("**")
            if not strong or not whole:
                (bold if strong else plain).append(current)
            whole = whole or (strong and not bare)
            current = ""
        if bare and not _stands_alone(bare):
            current = f"{current} {bare}".strip()
    return plain, bold


def _stands_alone(row: str) -> bool:
    return row.startswith(("#", "- ", "* ", "> "))


def _alone(row: str, width: int, wanted: bool) -> list[Line]:
    if row.startswith("#"):
        heading = row.lstrip("#").strip()
        return [cut(line((heading, "bold $focus")), width)] if wanted else []
    return hanging(line((" · ", "$faint")), _BOLD.sub(r"\1", row[2:]), width)


def _paragraph(text: str, width: int) -> list[Line]:
    if not _BOLD.search(text):
        return [line((row, "")) for row in wrap(text, width)]
    return _marked(text, width)


def _marked(text: str, width: int) -> list[Line]:
    """Wrap with the marks taken out, then put their weight back on the same letters."""
    plain, spans = "", []
    for number, part in enumerate(_BOLD.split(text)):
        if number % 2:
            spans.append((len(plain), len(plain) + len(part)))
        plain += part
    plain_rows = wrap(plain, width)
    lines, position = [], 0
    for row in plain_rows:
        position = plain.index(row.split(" ")[0], position) if row else position
        lines.append(_weighted(row, position, spans))
        position += len(row)
    return lines


def _weighted(row: str, start: int, spans: list[tuple[int, int]]) -> Line:
    runs: list[Run] = []
    for offset, letter in enumerate(row):
        style = "bold" if any(a <= start + offset < b for a, b in spans) else ""
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + letter, style)
        else:
            runs.append((letter, style))
    return tuple(runs)
