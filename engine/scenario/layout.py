"""One way to lay a file out: two spaces a level, one after a colon, and every comment kept.

A file is put in order line by line from the places of its words, so that what is written stays as
it is written: quotes, flow and block, the order of keys, where lines are broken.
"""

from dataclasses import dataclass, field

import yaml

from engine.errors import Place, Problem
from engine.scenario.layout_lines import BLANK, Line, aligned, spaced
from engine.scenario.merge import plain
from engine.scenario.source import Unreadable, parse

STEP = 2
CANNOT = "this file cannot be laid out without changing what it says; it stays as it is"
OTHER_BREAKS = "\x85\u2028\u2029"
"""Ends of lines to YAML, and to no editor."""

FLOW_OPENS = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
FLOW_CLOSES = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


def laid_out(data: bytes, file: str) -> str:
    """The text of a file in its layout; it reads the same, and the second time nothing changes.

    Raises `Unreadable` with a problem where the file is no YAML of ours.
    """
    tree, problems = parse(data, file)
    if problems:
        raise Unreadable(problems[0])
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    cannot = Problem(Place(file, 1, 1), CANNOT, "E-layout")
    if any(mark in text for mark in OTHER_BREAKS):
        raise Unreadable(cannot)
    lines = _Layout(text).lines()
    aligned(lines)
    after = _joined(lines)
    again, _ = parse(after.encode(), file) if after.strip(BLANK) else (None, [])
    same = (tree is None) == (again is None)
    if not same or (tree is not None and again is not None and plain(tree) != plain(again)):
        raise Unreadable(cannot)
    return after


def _joined(lines: list[Line]) -> str:
    """The lines as text, with at most one empty line together and none at the ends."""
    kept: list[str] = []
    for line in lines:
        text = line.text()
        if not text and not line.raw and (not kept or not kept[-1]):
            continue
        kept.append(text)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join([*kept, ""]) if kept else ""


@dataclass(slots=True)
class _Block:
    """A block mapping or sequence: the column in which it stands and that in which it belongs."""

    old: int
    new: int
    sequence: bool
    # A sequence that stands no deeper than its key has no beginning and no end of its own.
    bare: bool = False


@dataclass(slots=True)
class _Layout:
    text: str
    found: list[Line] = field(default_factory=list)
    blocks: list[_Block] = field(default_factory=list)
    seen: dict[int, int] = field(default_factory=dict)
    """Columns that were block columns, and what became of them."""

    def lines(self) -> list[Line]:
        """Every line, with what stands on it and how far it is indented."""
        self.found = [Line(text) for text in self.text.split("\n")]
        flow = 0
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for token in yaml.scan(self.text, Loader=loader):
            if isinstance(token, FLOW_CLOSES):
                flow -= 1
            self._structure(token, flow)
            self._place(token, flow)
            if isinstance(token, FLOW_OPENS):
                flow += 1
        self._loose()
        for line in self.found:
            spaced(line)
        return self.found

    def _structure(self, token: yaml.Token, flow: int) -> None:
        """Blocks that begin and end."""
        column = token.start_mark.column
        if isinstance(token, yaml.BlockMappingStartToken | yaml.BlockSequenceStartToken):
            sequence = isinstance(token, yaml.BlockSequenceStartToken)
            self._open(_Block(column, self._inner(), sequence))
        elif isinstance(token, yaml.BlockEndToken):
            self._close_bare()
            self.blocks.pop()
        elif flow:
            return
        elif isinstance(token, yaml.KeyToken):
            self._close_bare()
        elif isinstance(token, yaml.BlockEntryToken) and not self.blocks[-1].sequence:
            self._open(_Block(column, self._inner(), True, bare=True))

    def _open(self, block: _Block) -> None:
        self.blocks.append(block)
        self.seen[block.old] = block.new

    def _inner(self) -> int:
        return self.blocks[-1].new + STEP if self.blocks else 0

    def _close_bare(self) -> None:
        if self.blocks and self.blocks[-1].bare:
            self.blocks.pop()

    def _place(self, token: yaml.Token, flow: int) -> None:
        """Note a token on its line; the first one says how far the line is indented."""
        start, end = token.start_mark, token.end_mark
        if (start.line, start.column) == (end.line, end.column) and not isinstance(
            token, yaml.KeyToken
        ):
            return
        line = self.found[start.line]
        if line.indent is None:
            line.old, line.indent = start.column, self._indent(token, start.column, flow)
        if (start.line, start.column) == (end.line, end.column):
            return
        if start.line == end.line:
            line.words.append((start.column, end.column, type(token)))
            return
        self._long(token, line)

    def _indent(self, token: yaml.Token, column: int, flow: int) -> int:
        block = self.blocks[-1] if self.blocks else None
        if block is None:
            return 0
        if not flow and isinstance(token, yaml.KeyToken | yaml.BlockEntryToken):
            return block.new
        # A value on a line of its own, or a flow that goes on: as much deeper as it was.
        return max(block.new + column - block.old, block.new + STEP)

    def _long(self, token: yaml.Token, line: Line) -> None:
        """A text of several lines: those after its first move as that one does."""
        start, end = token.start_mark, token.end_mark
        style = getattr(token, "style", None)
        line.words.append((start.column, len(line.old_text.rstrip(BLANK)), type(token)))
        block = self.blocks[-1] if self.blocks else None
        by = (block.new - block.old) if block is not None else 0
        last = end.line if end.column else end.line - 1
        for number in range(start.line + 1, min(last, len(self.found) - 1) + 1):
            after = self.found[number]
            after.raw = style in ("|", ">")
            after.moved = by
            after.indent = -1
        if style not in ("|", ">") and end.column:
            tail = self.found[end.line]
            tail.head = end.column

    def _loose(self) -> None:
        """Comments on lines of their own stand where the next line stands, or as deep as before."""
        below: Line | None = None
        for line in reversed(self.found):
            if line.indent is not None:
                below = line if line.indent >= 0 else below
                continue
            stripped = line.old_text.lstrip(BLANK)
            if not stripped.startswith("#"):
                continue
            column = len(line.old_text) - len(stripped)
            if below is not None and below.indent is not None and below.old == column:
                line.indent = below.indent
            else:
                line.indent = self.seen.get(column, column)
            line.comment = stripped.rstrip(BLANK)
