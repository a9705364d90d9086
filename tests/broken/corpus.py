"""A good scenario broken in one place, again and again, and what is said of it.

A line of `corpus.jsonl` is `[file, old, new, words]`: in `file` the text `old`, which stands there
once, becomes `new`, and a mistake must be said where `new` has its `§` and hold `words`. With an
empty `old` the file is `new` alone. Where the mistake shows elsewhere, a fifth part `file: text`
says before which text of which file; `file:` is for one that is of the whole file.
"""

import json
from dataclasses import dataclass
from pathlib import Path

LINES = Path(__file__).with_name("corpus.jsonl").read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class Case:
    """One way to break the scenario, and what is to be said."""

    file: str
    old: str
    new: str
    words: str
    elsewhere: str = ""

    def __str__(self) -> str:
        return f"{self.file} {self.new.replace('§', '').strip()[:40]}".replace("\n", " ")


CASES = [Case(*json.loads(line)) for line in LINES]
