"""Cuts a condition or sum into words, each with the column where it begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.quantities import QuantityError, parse_unit, parse_value
from engine.rules.quick import quick
from engine.scenario.expressions.errors import ExpressionError

LONGEST = 500
MOST_WORDS = 100
DEEPEST = 20

STRUCTURE = frozenset(["and", "or", "not", "is", "to", "for"])
"""Words that hold a condition together, and can be nothing else outside `is`."""

_TIME = re.compile(r"day +\d+ +\d+:\d+|\d{4}-\d+-\d+(?: +\d+:\d+)?|D\+\d+(?: +\d+:\d+)?|\d+:\d\d")
_NUMBER = re.compile(r"(?:\d+(?:[.,]\d+)*|\.\d+)(?:[eE][-+]?\d+\b)?")
_UNIT = re.compile(r"( *)(%(?:/\w+)?|/[a-z]\w*|[^\W\d_]\w*(?:/[^\W\d_]\w*)?|[$€£])")
_PATH = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_PART = re.compile(r"[a-z][a-z0-9_]*")
_OPERATOR = re.compile(r"<=|>=|[<>+*/()-]")
_WRONG = {
    "==": "is",
    "!=": "is not",
    "<>": "is not",
    "=>": ">=",
    "=<": "<=",
    "=": "is",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "≥": ">=",
    "≤": "<=",
    "≠": "is not",
    "×": "*",
    "·": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
}
_WRONG_SIGN = re.compile("|".join(map(re.escape, sorted(_WRONG, key=len, reverse=True))))


@quick
@dataclass(frozen=True, slots=True)
class Token:
    """One word: `sort` is `number`, `time`, `name`, `word` (of structure), `sign` or `end`."""

    sort: str
    text: str
    column: int
    number: float = 0.0
    unit: str = ""


def tokens(text: str, counts: frozenset[str]) -> list[Token]:
    """All words of a text, with one of the sort `end` after them. Raises `ExpressionError`."""
    if len(text) > LONGEST:
        sentence = f"a condition has at most {LONGEST} characters, and this has {len(text)}"
        raise ExpressionError(sentence, 0, "E-long")
    found = list(_cut(text, counts))
    if not found:
        raise ExpressionError("nothing is written here; write `always` or `never`", 0)
    words = [token for token in found if token.sort != "sign" or token.text not in "()"]
    if len(words) > MOST_WORDS:
        sentence = f"a condition has at most {MOST_WORDS} words, and this has {len(words)}"
        raise ExpressionError(sentence, words[MOST_WORDS].column, "E-long")
    return [*found, Token("end", "", len(text.rstrip()))]


def _cut(text: str, counts: frozenset[str]) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif found := _TIME.match(text, at):
            yield Token("time", found[0], at)
            at = found.end()
        elif found := _NUMBER.match(text, at):
            token = _quantity(text, found, counts)
            yield token
            at += len(token.text)
        elif found := _PATH.match(text, at):
            yield _word(found[0], at)
            at = found.end()
        elif not _WRONG_SIGN.match(text, at) and (found := _OPERATOR.match(text, at)):
            yield Token("sign", found[0], at)
            at = found.end()
        else:
            raise _unexpected(text, at)


def _quantity(text: str, found: re.Match[str], counts: frozenset[str]) -> Token:
    at = found.start()
    unit = _UNIT.match(text, found.end())
    if unit and (unit[2] in STRUCTURE or not _is_rate(unit[2], counts)):
        unit = None
    if unit is None:
        return _valued(found[0], at, counts)
    if _PART.fullmatch(unit[2]) and text[unit.end() : unit.end() + 1] == ".":
        raise ExpressionError(f"did not expect `{unit[2]}`", unit.start(2))
    if unit[1]:
        try:
            parse_unit(unit[2], counts)
        except QuantityError as problem:
            raise ExpressionError(str(problem), unit.start(2), "E-unit") from problem
    return _valued(text[at : unit.end()], at, counts)


def _is_rate(unit: str, counts: frozenset[str]) -> bool:
    """False for the `/cap` of `8 /cap`, which divides."""
    if not unit.startswith("/"):
        return True
    try:
        parse_unit(unit, counts)
    except QuantityError:
        return False
    return True


def _valued(text: str, at: int, counts: frozenset[str]) -> Token:
    try:
        value = parse_value(text, counts)
    except QuantityError as problem:
        raise ExpressionError(str(problem), at, "E-value") from problem
    return Token("number", text, at, value.number, value.unit)


def _word(path: str, at: int) -> Token:
    if path in STRUCTURE:
        return Token("word", path, at)
    column = at
    for part in path.split("."):
        if not _PART.fullmatch(part):
            lower = part.lower()
            hint = f"; write `{lower}`" if _PART.fullmatch(lower) else ""
            raise ExpressionError(f"`{part}` is no name: names are small letters{hint}", column)
        column += len(part) + 1
    return Token("name", path, at)


def _unexpected(text: str, at: int) -> ExpressionError:
    sign = _WRONG_SIGN.match(text, at)
    if sign:
        return ExpressionError(f"did not expect `{sign[0]}`; write `{_WRONG[sign[0]]}`", at)
    mark = text[at]
    if mark in "\"'":
        return ExpressionError("did not expect a quotation mark; write words bare", at)
    if mark == ",":
        return ExpressionError("did not expect `,`; no comma stands in a condition", at)
    return ExpressionError(f"did not expect `{mark}`", at)
