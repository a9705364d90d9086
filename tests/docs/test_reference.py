"""The reference of the kinds says all that the kinds declare."""

from pathlib import Path

import pytest

from engine.agents.registry import kinds
from engine.events import name_of
from engine.written import Written, declared
from tools import reference


def keys(config: type[Written]) -> set[str]:
    """Every key an author may write in a configuration, records in it included."""
    found = set()
    for name in config.model_fields:
        inner = declared(config, name).of
        found |= {name.rstrip("_")} | (keys(inner) if inner is not None else set())
    return found


@pytest.mark.parametrize("name", list(kinds()))
def test_a_page_names_every_parameter_reading_verb_argument_and_event(name: str):
    kind, page = kinds()[name], reference.page(kinds()[name])
    declares = keys(kind.Config) | set(kind.readings) | {name_of(each) for each in kind.events}
    arguments = {key for verb in kind.verbs.values() for key in verb.arguments}
    assert [word for word in sorted(declares | arguments) if f"| `{word}` |" not in page] == []
    assert [verb for verb in kind.verbs if f"### {verb}\n" not in page] == []


@pytest.mark.parametrize("name", list(kinds()))
def test_every_row_of_a_table_has_as_many_cells_as_its_head(name: str):
    rows: list[int] = []
    for line in reference.page(kinds()[name]).splitlines():
        if not line.startswith("|"):
            rows = []
            continue
        rows.append(line.replace("\\|", "").count("|"))
        assert rows[-1] == rows[0], line


def test_every_page_that_is_promised_is_written_and_old_ones_go(tmp_path: Path):
    (tmp_path / "gone.md").write_text("an old page")
    reference.write(tmp_path)
    assert sorted(f"kinds/{page.name}" for page in tmp_path.iterdir()) == sorted(reference.pages())
