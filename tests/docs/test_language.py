"""The reference of the scenario language names everything that the program reads and says."""

import re
from pathlib import Path

from engine.names import RESERVED
from engine.quantities import TABLE
from engine.scenario import shapes, shapes_cards, shapes_deals
from engine.scenario.expressions.calls import FUNCTIONS
from engine.scenario.index import SECTIONS
from engine.scenario.read_effects import FIRST
from engine.scenario.read_known import COLUMNS
from engine.scenario.schema import schema
from engine.written import Declared
from tui.commands.authoring.codes import codes

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
CODE = re.compile(r'"([EW]-[a-z]+(?:-[a-z]+)*)"')


def said() -> set[str]:
    """Every code that stands in the engine and in the commands."""
    files = [path for part in ("engine", "tui") for path in (ROOT / part).rglob("*.py")]
    texts = [path.read_text(encoding="utf-8") for path in files]
    return {code for text in texts for code in CODE.findall(text)}


def shapes_of() -> list[dict[str, Declared]]:
    """Every thing of the language, by its keys."""
    return [
        shape
        for module in (shapes, shapes_cards, shapes_deals)
        for name, shape in vars(module).items()
        if name.isupper() and name != "SECTIONS" and isinstance(shape, dict)
    ]


def keys() -> set[str]:
    """Every key of every thing of the language."""
    return {key for shape in shapes_of() for key in shape}


def missing(words: set[str]) -> list[str]:
    """Words that the page does not show as code."""
    return sorted(word for word in words if f"`{word}" not in PAGE)


def test_every_code_of_a_message_is_listed_and_no_other():
    assert set(re.findall(r"^\| `([EW]-[a-z-]+)` \|", PAGE, re.MULTILINE)) == said()


def test_every_code_is_explained_in_the_words_of_the_table():
    rows = dict(re.findall(r"^\| `([EW]-[a-z-]+)` \| (.*) \|$", PAGE, re.MULTILINE))
    explained = {code.code: code.when for code in codes().values()}
    assert rows == explained, "write `when`, `why`, `wrong` and `right` of it in tui/codes.yaml"


def test_every_section_and_key_is_named():
    headings = " ".join(line for line in PAGE.splitlines() if line.startswith("#"))
    assert [word for word in missing(set(SECTIONS)) if word not in headings] == []
    assert missing(keys()) == []


def test_every_key_stands_in_a_table_with_its_words():
    """A row of the page is what the editor and the check know of a key."""
    rows = set(re.findall(r"^\| `(\w+)` \|(?: needed)? +\| (.*) \|$", PAGE, re.MULTILINE))
    missing = [
        f"{key}: {what.text}"
        for shape in shapes_of()
        for key, what in shape.items()
        if not any(key == name and said.startswith(what.text) for name, said in rows)
    ]
    assert missing == []


def test_every_section_is_explained_to_editors():
    found = schema(None)["properties"]
    assert isinstance(found, dict)
    silent = [section for section, said in found.items() if not said.get("description")]
    assert silent == [], "say what it is in engine/scenario/schema_words.py"


def test_every_unit_and_reserved_word_is_named():
    assert missing(set(TABLE) | RESERVED) == []


def test_every_function_and_effect_is_named():
    assert [name for name in FUNCTIONS if f"`{name}(" not in PAGE] == []
    assert [word for word in FIRST if f"| `{word}: " not in PAGE] == []


def test_the_columns_of_the_record_are_told():
    assert ",".join(COLUMNS) in PAGE
