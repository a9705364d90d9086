"""Files are laid out in one way, and say what they said; comments stay."""

import random
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scenario import layout
from engine.scenario.layout import laid_out
from engine.scenario.merge import plain
from engine.scenario.source import Unreadable, parse
from tests.engine.scenario.copies import SHIPPED
from tests.engine.scenario.test_mutants import mutant

CASES = {
    "spaces": ("a:   1   # why\nb:  {c: 2,d :  [1,2 ]}\n", "a: 1   # why\nb: {c: 2, d: [1, 2]}\n"),
    "levels": ("a:\n    b:\n          c: 1\n    d: 2\n", "a:\n  b:\n    c: 1\n  d: 2\n"),
    "lists": ("a:\n- b: 1\n  c: 2\n-   d\n", "a:\n  - b: 1\n    c: 2\n  - d\n"),
    "lists in lists": ("a:\n- - 1\n  -  2\n-\n   - 3\n", "a:\n  - - 1\n    - 2\n  -\n    - 3\n"),
    "empty lines": ("\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
    "ends of lines": ("a: 1  \nb: 2\t\n", "a: 1\nb: 2\n"),
    "carriage returns": ("a: 1\r\n# x\r\nb: 2\r\n", "a: 1\n# x\nb: 2\n"),
    "no end": ("a: 1", "a: 1\n"),
    "aligned": ("a:   {b: 1}\nccc: {d: 2}\n", "a:   {b: 1}\nccc: {d: 2}\n"),
    "aligned deeper": (
        "x:\n    a:   {b: 1}\n    ccc: {d: 2}\n",
        "x:\n  a:   {b: 1}\n  ccc: {d: 2}\n",
    ),
    "comments": (
        "# top\na:\n      # of b\n      b: 1\n      # of c\n\n      c: 2 # side\n# end\n",
        "# top\na:\n  # of b\n  b: 1\n  # of c\n\n  c: 2  # side\n# end\n",
    ),
    "comment at the end of a block": (
        "a:\n    b: 1\n    # the end of a\nc: 2\n",
        "a:\n  b: 1\n  # the end of a\nc: 2\n",
    ),
    "block texts": (
        "a:\n    b: |\n        one  \n\n\n          two\n    c: >-\n        three\n# x\nd: 1\n",
        "a:\n  b: |\n      one  \n\n\n        two\n  c: >-\n      three\n# x\nd: 1\n",
    ),
    "long texts": (
        'a:\n    b: "one\n      two"   # why\n    c: three\n      four\nd: 1\n',
        'a:\n  b: "one\n    two"   # why\n  c: three\n    four\nd: 1\n',
    ),
    "long flows": (
        "a:\n    b: [1,\n        2 ,  # two\n        # three\n        3]\nc: {d: 1,\n  e: 2 }\n",
        "a:\n  b: [1,\n      2,  # two\n      # three\n      3]\nc: {d: 1,\n  e: 2}\n",
    ),
    "quotes": ("a: 'x  y'\nb: \"z: w\"\n'c' : 1\n", "a: 'x  y'\nb: \"z: w\"\n'c': 1\n"),
    "a value below its key": ("a:\n      one\nb: 2\n", "a:\n      one\nb: 2\n"),
    "braces": ("a: {}\nb: [ ]\nc: { }\n", "a: {}\nb: []\nc: {}\n"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_thing_has_one_layout(case: str):
    before, after = CASES[case]
    assert laid_out(before.encode(), "a.yaml") == after
    assert laid_out(after.encode(), "a.yaml") == after


def test_an_empty_file_and_one_of_comments_stay():
    assert laid_out(b"", "a.yaml") == ""
    assert laid_out(b"\n\n", "a.yaml") == ""
    assert laid_out(b"# nothing yet  ", "a.yaml") == "# nothing yet\n"


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_scenarios_are_laid_out_so(path):
    assert laid_out(path.read_bytes(), path.name) == path.read_text(encoding="utf-8")


KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40
)
VALUES = TEXTS | st.sampled_from(
    ["12 h (6 to 24)", "a: b", "- x", "# no", "'q'", "one\ntwo", "x  y"]
)
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        VALUES,
        lambda inner: st.dictionaries(KEYS, inner, max_size=4) | st.lists(inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


def untidy(tree: object, seed: int) -> tuple[str, list[str]]:
    """A tree as somebody in a hurry would write it, and the comments in it."""
    dice = random.Random(seed)
    text = yaml.safe_dump(
        tree,
        indent=dice.choice([2, 3, 4, 7]),
        width=dice.choice([20, 60, 200]),
        default_flow_style=dice.choice([None, False]),
        allow_unicode=True,
        sort_keys=False,
    )
    lines: list[str] = []
    comments: list[str] = []
    block = False
    for line in text.split("\n"):
        # Inside texts of several lines nothing can be put without changing them.
        whole = re.match(r" *(- )*[a-z][a-z0-9_]*: ?([^\"'|>{\[].*)?$", line) and not block
        if whole and dice.random() < 0.3:
            comments.append(f"# note {seed}.{len(comments)}")
            before = line[: len(line) - len(line.lstrip())]
            lines.append(f"{before}{comments[-1]}" if dice.random() < 0.7 else comments[-1])
        lines.append(line)
        block = not whole
    return "\n".join(lines) + "\n" * dice.randrange(3), comments


@given(TREES, st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_whatever_is_written_says_the_same_afterwards(tree: dict[str, object], seed: int):
    text, comments = untidy(tree, seed)
    try:
        before, problems = parse(text.encode(), "a.yaml")
    except Unreadable:
        return
    if problems or before is None:
        return
    after = laid_out(text.encode(), "a.yaml")
    again, _ = parse(after.encode(), "a.yaml")
    assert again is not None
    assert plain(again) == plain(before)
    assert [comment for comment in comments if comment not in after] == []
    assert laid_out(after.encode(), "a.yaml") == after


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_are_refused_or_laid_out(seed: int):
    dice = random.Random(seed)
    path = dice.choice(sorted((SHIPPED / "harbour").glob("*.yaml")))
    text = mutant(dice, path.read_text(encoding="utf-8"))
    try:
        after = laid_out(text.encode(), "a.yaml")
    except Unreadable as error:
        after, said = "", error.problem
    if not after:
        assert said.sentence
        assert said.code != "E-layout", text
        return
    assert laid_out(after.encode(), "a.yaml") == after
    assert after.count("#") == text.count("#")


@pytest.mark.parametrize("mark", ["\x85", "\u2028"])
def test_a_file_with_ends_of_lines_that_no_editor_shows_stays(mark: str):
    with pytest.raises(Unreadable, match="without changing what it says"):
        laid_out(f"a: 1{mark}b: 2\n".encode(), "a.yaml")


def test_a_result_that_says_something_else_is_never_given(monkeypatch):
    monkeypatch.setattr(layout, "_joined", lambda lines: "a: 2\n")
    with pytest.raises(Unreadable, match="without changing what it says"):
        laid_out(b"a: 1\n", "a.yaml")
