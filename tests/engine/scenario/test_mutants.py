"""Random damage to harbour: whatever it is, the answer is a list of sentences."""

import random
import re
from pathlib import Path

import pytest

from engine.errors import BadScenario
from engine.scenario.load import check
from tests.engine.scenario.copies import KINDS, copies

WORDS = (
    "null|~|[]|{}|true|0|-1|everywhere|not|all|''|port|tankers|patience|1e400|-|?|*a|\t|12 h|60 %"
    "|day 2 18:00|{a: b}|[a, b]|1 h (2 to 3)|&a b|!t x|{patience}"
).split("|")
TOKEN = re.compile(r"[A-Za-z_0-9.%/]+")


def mutant(dice: random.Random, text: str) -> str:
    """One line or word deleted, doubled, moved in or out, or replaced."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    match dice.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[dice.randrange(len(lines))])
        case 2:
            lines[at] = " " * dice.randrange(5) + lines[at]
        case 3:
            lines[at] = lines[at][2:]
        case 4:
            head, colon, _ = lines[at].partition(": ")
            lines[at] = head + colon + dice.choice(WORDS)
        case 5:
            words = list(TOKEN.finditer(text)) or list(re.finditer(".*", text))
            old, new = dice.choice(words), dice.choice(words)
            return text[: old.start()] + new.group() + text[old.end() :]
        case _:
            start = dice.randrange(len(text))
            return text[:start] + text[start + dice.randrange(1, 60) :]
    return "\n".join(lines)


@pytest.mark.parametrize("block", range(6))
def test_a_damaged_scenario_is_answered_in_sentences(tmp_path: Path, block: int):
    folder = copies(tmp_path)
    files = sorted(path for path in (folder / "harbour").rglob("*") if path.is_file())
    for number in range(block * 50, block * 50 + 50):
        dice = random.Random(number)
        path = dice.choice(files)
        whole = path.read_text(encoding="utf-8")
        path.write_text(mutant(dice, whole), encoding="utf-8")
        try:
            found = check(folder / "harbour", kinds=KINDS)
        except BadScenario as error:
            found = error.problems
        assert all(problem.sentence and problem.place.file for problem in found), number
        assert len([p for p in found if not p.warning]) < 60, (number, path.name)
        path.write_text(whole, encoding="utf-8")
