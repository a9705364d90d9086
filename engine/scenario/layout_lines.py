"""A line of a file on its way into its layout: its words, its comment, and the gaps between."""

from collections import Counter
from dataclasses import dataclass, field

import yaml

BLANK = " \t"
"""What is a space in YAML; others are text."""

Word = tuple[int, int, type]
"""Where a token begins and ends on its line, and what it is."""

CLOSE_BEFORE = (
    yaml.ValueToken,
    yaml.FlowEntryToken,
    yaml.FlowMappingEndToken,
    yaml.FlowSequenceEndToken,
)
CLOSE_AFTER = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)


@dataclass(slots=True)
class Line:
    """One line: `indent` is None while nothing was found on it, -1 inside a long text."""

    old_text: str
    indent: int | None = None
    old: int = 0
    words: list[Word] = field(default_factory=list)
    comment: str = ""
    raw: bool = False
    """Inside a block text, where every character counts."""
    moved: int = 0
    """How far a line inside a long text moves with its beginning."""
    head: int = 0
    """Where a long text ends on this line."""
    body: str = ""
    value_at: int = 0
    """Where the value of a key begins in `body`; 0 where none stands on this line."""
    gap: int = 0
    """How many spaces stood before that value."""
    comment_at: int = 0
    comment_gap: int = 0
    comment_in_column: bool = False
    """Whether other comments stand in the same column."""

    def text(self) -> str:
        """The line as it will be."""
        if self.indent is None:
            return ""
        if self.raw:
            return _shifted(self.old_text, self.moved)
        if self.indent == -1:
            whole = _shifted(self.old_text[: self.head] if self.head else self.old_text, self.moved)
            body = whole.rstrip(BLANK) + self.body
        else:
            body = " " * self.indent + self.body
        if not self.comment:
            return body.rstrip(BLANK)
        if not body.strip(BLANK):
            return f"{' ' * self.indent}{self.comment}"
        gap = self.comment_at - len(body) if self.comment_in_column else self.comment_gap
        return f"{body}{' ' * max(2, gap)}{self.comment}"


def _shifted(text: str, by: int) -> str:
    if by >= 0 or not text.strip(BLANK):
        return " " * max(by, 0) * bool(text.strip(BLANK)) + text
    front = len(text) - len(text.lstrip(" "))
    return text[min(-by, front) :]


def spaced(line: Line) -> None:
    """Put the words of a line together with the gaps that belong between them."""
    if line.raw or not line.words:
        _after(line, line.head if line.head else len(line.old_text))
        return
    body: list[str] = []
    last: Word | None = None
    for word in line.words:
        start, end, kind = word
        if last is not None:
            body.append(" " * _gap(last, word))
            if last[2] is yaml.ValueToken and not line.value_at:
                line.value_at, line.gap = sum(map(len, body)), start - last[1]
        elif line.head:
            body.append("" if issubclass(kind, CLOSE_BEFORE) else " ")
        body.append(line.old_text[start:end])
        last = word
    line.body = "".join(body)
    assert last is not None
    _after(line, last[1])


def _gap(left: Word, right: Word) -> int:
    if issubclass(right[2], CLOSE_BEFORE) or issubclass(left[2], CLOSE_AFTER):
        return 0
    return 1 if left[1] <= right[0] else 0


def _after(line: Line, end: int) -> None:
    """The comment behind the words."""
    rest = line.old_text[end:]
    if line.indent is not None and not line.raw and rest.lstrip(BLANK).startswith("#"):
        line.comment = rest.strip(BLANK)
        line.comment_gap = len(rest) - len(rest.lstrip(BLANK))
        line.comment_at = end + line.comment_gap


def aligned(lines: list[Line]) -> None:
    """What stands in one column stays in one: values in lines of one depth, and comments."""
    comments = Counter(line.comment_at for line in lines if line.comment_at)
    for line in lines:
        line.comment_in_column = comments[line.comment_at] > 1
    together = Counter(_column(line) for line in lines if line.value_at > 0)
    for line in lines:
        if line.value_at > 0 and line.gap > 1 and together[_column(line)] > 1:
            more = " " * (line.gap - 1)
            line.body = line.body[: line.value_at] + more + line.body[line.value_at :]


def _column(line: Line) -> tuple[int | None, int, int]:
    """The column in which the value of a line stood, among lines as deep as it."""
    return line.indent, line.old, line.old + line.value_at + line.gap
