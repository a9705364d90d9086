"""The rules of the architecture, read from the code; each is also tried on a breach."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tools import code_rules, text_rules
from tools.code_rules import RULES, Module, Rule
from tools.word_rules import unmarked

ROOT = Path(__file__).parent.parent
PACKAGES = ("engine", "tui", "host", "lab", "scenarios")
LONG = "def f():\n" + "    x = 1\n" * 40
LATER = "TO" + "DO"


@cache
def files() -> dict[str, str]:
    """Every text file of the repository, by its path; what git ignores is left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    texts = {}
    for path in sorted(set(filter(None, listed.stdout.split("\0")))):
        try:
            texts[path] = (ROOT / path).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
    return texts


def modules() -> list[Module]:
    """The code that is shipped."""
    return [
        Module(path, text)
        for path, text in files().items()
        if path.endswith(".py") and path.split("/")[0] in PACKAGES
    ]


def names() -> set[str]:
    """Names that belong to the scenarios there are."""
    scenarios = sorted(path for path in (ROOT / "scenarios").iterdir() if path.is_dir())
    return {name for scenario in scenarios for name in text_rules.names_of(scenario)}


@pytest.mark.parametrize("rule", [*RULES, unmarked], ids=lambda rule: rule.__name__)
def test_the_code_keeps_the_rule(rule: Rule):
    assert [breach for module in modules() for breach in rule(module)] == []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (code_rules.short_modules, "tui/app.py", "x = 1\n" * 301),
        (code_rules.short_functions, "lab/many.py", LONG),
        (code_rules.one_importer_of_simpy, "engine/door.py", "import simpy"),
        (code_rules.one_importer_of_simpy, "tui/app.py", "from simpy.events import Timeout"),
        (code_rules.one_source_of_chance, "engine/door.py", "import random"),
        (code_rules.one_source_of_chance, "engine/door.py", "from numpy import random"),
        (code_rules.one_source_of_chance, "engine/door.py", "rng = np.random.default_rng()"),
        (code_rules.one_source_of_chance, "engine/door.py", "key = uuid.uuid4()"),
        (code_rules.no_wall_clock, "engine/clock.py", "from time import monotonic"),
        (code_rules.no_wall_clock, "engine/clock.py", "at = datetime.datetime.now()"),
        (code_rules.no_wall_clock, "engine/clock.py", "day = date.today()"),
        (code_rules.few_open_files, "engine/door.py", "import sqlite3"),
        (code_rules.few_open_files, "engine/scenario/merge.py", "open(name)"),
        (code_rules.few_open_files, "engine/scenario/merge.py", "path.read_text()"),
        (code_rules.few_open_files, "engine/scenario/merge.py", "path.open('w')"),
        (code_rules.rules_stand_alone, "engine/rules/crowd.py", "from engine import world"),
        (code_rules.rules_stand_alone, "engine/rules/crowd.py", "import pydantic"),
        (code_rules.kinds_stand_apart, "engine/agents/aid/kind.py", "import engine.agents.airlift"),
        (
            code_rules.kinds_stand_apart,
            "engine/agents/aid/kind.py",
            "from engine.agents import media",
        ),
        (code_rules.same_bits_everywhere, "engine/rules/crowd.py", "y = w @ v"),
        (code_rules.same_bits_everywhere, "engine/rules/crowd.py", "y = np.exp(v)"),
        (code_rules.no_order_by_hash, "engine/door.py", "for seat in set(seats): pass"),
        (code_rules.no_order_by_hash, "engine/door.py", "x = [s for s in {1, 2}]"),
    ],
)
def test_a_planted_breach_of_the_code_is_found(rule: Rule, path: str, text: str):
    assert [breach.rsplit(":", 1)[0] for breach in rule(Module(path, text))] != []


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (code_rules.short_modules, "tui/app.py", "x = 1\n" * 300),
        (
            code_rules.short_functions,
            "lab/many.py",
            f'{LONG[:9]}    """A.\n\n    B."""\n' + LONG[19:],
        ),
        (code_rules.one_importer_of_simpy, "engine/kernel.py", "import simpy"),
        (code_rules.one_source_of_chance, "engine/chance.py", "from numpy.random import Philox"),
        (code_rules.no_wall_clock, "engine/clock.py", "from datetime import datetime, time"),
        (code_rules.no_wall_clock, "engine/door.py", "at = world.now"),
        (code_rules.few_open_files, "engine/scenario/source_yaml.py", "path.read_text()"),
        (code_rules.few_open_files, "engine/saves.py", "import sqlite3"),
        (code_rules.few_open_files, "engine/door.py", "gate.open()"),
        (code_rules.rules_stand_alone, "engine/rules/crowd.py", "from engine.rules import exact"),
        (code_rules.kinds_stand_apart, "engine/agents/aid/kind.py", "import engine.agents.aid"),
        (code_rules.same_bits_everywhere, "engine/rules/exact.py", "y = np.exp(v)"),
        (code_rules.no_order_by_hash, "engine/door.py", "for seat in sorted(set(seats)): pass"),
    ],
)
def test_what_is_allowed_is_not_called_a_breach(rule: Rule, path: str, text: str):
    assert rule(Module(path, text)) == []


def test_no_file_names_a_machine_or_a_registry():
    checks = (text_rules.machine_paths, text_rules.registry_hosts)
    assert [
        breach for p, text in files().items() for check in checks for breach in check(p, text)
    ] == []


def test_a_planted_machine_path_or_registry_is_found():
    assert text_rules.machine_paths("a.md", "see " + "/ro" + "ot/notes") != []
    assert text_rules.registry_hosts("a.md", "from pypi" + ".org") != []
    assert text_rules.machine_paths("a.md", "https://example.org/home/page") == []


def test_nothing_is_unfinished():
    assert [
        breach for p, text in files().items() for breach in text_rules.unfinished(p, text)
    ] == []


@pytest.mark.parametrize(
    "text", [f"# {LATER}: later", "raise NotImplemented" + "Error", "pytest.sk" + "ip('no')"]
)
def test_a_planted_unfinished_line_is_found(text: str):
    assert text_rules.unfinished("a.py", text) != []


def test_the_code_names_nothing_of_a_scenario():
    found = names()
    breaches = [b for p, text in files().items() for b in text_rules.scenario_names(p, text, found)]
    assert breaches == []


@pytest.mark.parametrize("path", sorted((ROOT / "scenarios").glob("*/scenario.yaml")))
def test_every_shipped_scenario_is_looked_for_by_its_folder_and_its_title(path: Path):
    title = re.findall(r"^title: (.+)$", path.read_text(), re.MULTILINE)[0]
    for said in (path.parent.name, title, title.upper(), path.parent.name.replace("-", "_")):
        assert text_rules.scenario_names("tui/cli.py", f"as in {said}.", names()) != []


def test_a_planted_name_of_a_scenario_is_found(tmp_path: Path):
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "places.yaml").write_text(
        "title: The long wait\nreal_events: true\nplaces: {vorona: {title: Vorona Town}}\n"
        "seats: {lead: {title: Alliance lead (Tresk)}}\n"
    )
    found = text_rules.names_of(folder)
    assert found == {"ferry", "The long wait", "vorona", "Vorona", "Vorona Town", "Tresk"}
    for text in (
        "# as in vorona", "VORONA_TOWN = 1", "from_tresk = 2", "the Kazakhs",
        "whitecell run ferry", "in the long wait",
    ):  # fmt: skip
        assert text_rules.scenario_names("engine/door.py", text, found) != [], text
    for text in ("a town", "tresks", "president", "the alliance", "ferries"):
        assert text_rules.scenario_names("engine/door.py", text, found) == [], text
    assert text_rules.scenario_names("tests/test_x.py", "vorona", found) == []


def test_an_invented_place_is_a_name_only_as_a_whole(tmp_path: Path):
    folder = tmp_path / "crossing"
    folder.mkdir()
    (folder / "places.yaml").write_text("places: {old_town: {title: Old Bridge}}\n")
    assert text_rules.names_of(folder) == {"crossing", "Old Bridge"}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_that_it_is_typed(package: str):
    assert (ROOT / package / "__init__.py").exists()
    assert (ROOT / package / "py.typed").exists()
