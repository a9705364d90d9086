"""Ids, and the name that somebody probably meant."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from string import Formatter

ID = re.compile(r"[a-z][a-z0-9_]*\Z")
SHELL_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")

RESERVED = frozenset(
    "everywhere all always never otherwise now hour day places regions start"
    " and or not is to for"
    # Words of the journal and of orders.
    " game facilitator drift withdraw bring_in offer answer forecast aims".split()
)
"""Words of the language and of the engine, which no id of the shared namespace may be."""


def is_id(text: str) -> bool:
    """Whether a text can be an id: small letters, digits and `_`, beginning with a letter."""
    return ID.match(text) is not None


def as_id(text: str) -> str:
    """The id that a text could be written as: `High-Farms` is `high_farms`; may be empty."""
    loose = re.sub(r"[^a-z0-9]+", "_", text.strip().lower()).strip("_")
    return loose.lstrip("0123456789_")


MANY = 1_000
"""More names than these are only guessed at by their ends."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that `word` is probably a slip of, or None; ties go to the first in order."""
    best, found = 0.0, None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.lower())
    known = sorted(set(candidates))
    if len(known) > MANY:
        # Most slips leave an end of the word as it is; looking at all of so many takes too long.
        ends = (word[:2].lower(), word[-2:].lower())
        known = [item for item in known if (item[:2].lower(), item[-2:].lower()) == ends]
    for candidate in known:
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() <= best or matcher.quick_ratio() <= best:
            continue
        score = matcher.ratio()
        if score > best:
            best, found = score, candidate
    return found if best >= 0.7 else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """`; did you mean `x`?` for the nearest candidate, or nothing."""
    found = nearest(word, candidates)
    return f"; did you mean `{found}`?" if found else ""


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as prose: `a, b or c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def names_in(text: str) -> tuple[str, ...]:
    """The names between the braces of a text. Raises ValueError where a brace stands alone."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name is not None)
