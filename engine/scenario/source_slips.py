"""What is wrong in a file that is no YAML, said where it was done and not where it shows."""

import re

import yaml

from engine.errors import Place, Problem

OPENS = re.compile(r"""(?:^|[:,\[{-])[ ]*$""")
"""What stands before a quote that begins a text."""

KEY = re.compile(r"[ ]*(- )?[^\s#'\"\[{][^:#]*:(\s|$)")


def slip(text: str, error: yaml.MarkedYAMLError, file: str) -> Problem:
    """The mistake in words for people, at its place."""
    mark = error.problem_mark or error.context_mark
    said = str(error.problem or "this is no YAML")
    if mark is None:
        return Problem(Place(file, 1, 1), said, "E-yaml")
    place = Place(file, mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    opened = _open_quote(lines, mark.line, mark.column)
    if opened is not None:
        sentence = "a quote is opened here and not closed in its line; close it"
        return Problem(Place(file, opened[0] + 1, opened[1] + 1), sentence, "E-yaml")
    left = _one_left(lines, mark.line) if "mapping values" in said else None
    if left is not None:
        sentence = "this line begins left of those below it, which belong to the same thing"
        return Problem(Place(file, left + 1, _begins(lines[left]) + 1), sentence, "E-yaml")
    return Problem(place, _sentence(error, said, lines, mark.line), "E-yaml")


def _sentence(error: yaml.MarkedYAMLError, said: str, lines: list[str], at: int) -> str:
    line = lines[at] if at < len(lines) else ""
    if "mapping values are not allowed" in said:
        if _deeper(lines, at):
            return f"{said}; this line stands further right than the value above it allows"
        return f"{said}; a text with `: ` in it needs quotes"
    if "expected '-' indicator" in said:
        return "a list goes on here; begin this line with `- `, or move it to where its key stands"
    if "did not find expected key" in said and "block" in str(error.context):
        if line.lstrip().startswith("- "):
            return "a list begins here beside keys; put `- ` before what belongs to its first item"
        return "this line begins in another column than those it belongs to; align it with them"
    if "flow" in str(error.context) and error.context_mark is not None:
        opened = error.context_mark
        bracket = "{" if "mapping" in str(error.context) else "["
        where = f"line {opened.line + 1}, column {opened.column + 1}"
        return f"expected a comma here, or the end of what `{bracket}` begins in {where}"
    return f"{error.context}: {said}" if error.context else said


def _deeper(lines: list[str], at: int) -> bool:
    """Whether a line holds one key, and stands further right than the line of a value above it."""
    line = lines[at]
    if KEY.match(line) is None or ": " in line.partition(":")[2]:
        return False
    above = next((each for each in reversed(lines[:at]) if each.strip()), "")
    return _begins(line) > _begins(above) and not above.rstrip().endswith(":")


def _one_left(lines: list[str], at: int) -> int | None:
    """The first key of a block that stands one space left of the others; None if it does not."""
    above = next((n for n in range(at - 1, -1, -1) if lines[n].strip()), -1)
    before = next((n for n in range(above - 1, -1, -1) if lines[n].strip()), -1)
    if before < 0 or not _deeper(lines, at) or not lines[before].rstrip().endswith(":"):
        return None
    apart = _begins(lines[at]) - _begins(lines[above])
    return above if apart == 1 and _begins(lines[before]) < _begins(lines[above]) else None


def _begins(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _open_quote(lines: list[str], at: int, column: int) -> tuple[int, int] | None:
    """Where a quote was opened that runs over the end of its line up to a place; None if none."""
    quote, opened = "", (0, 0)
    for number, line in enumerate(lines[: at + 1]):
        index, end = 0, len(line) if number < at else min(column, len(line))
        while index < end:
            letter = line[index]
            if quote:
                if quote == '"' and letter == "\\":
                    index += 1
                elif letter == quote:
                    if number == at and opened[0] < number:
                        return opened
                    quote = ""
            elif letter == "#" and (index == 0 or line[index - 1] == " "):
                break
            elif letter in "\"'" and OPENS.search(line[:index]):
                quote, opened = letter, (number, index)
            index += 1
    return opened if quote and opened[0] < at else None
