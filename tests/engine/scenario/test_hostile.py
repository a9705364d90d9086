"""Folders that nobody means well by: every mistake with its place, soon, and no traceback."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.agents.registry import kinds
from engine.errors import BadScenario, Problem
from engine.scenario.load import check, load
from tests.engine.scenario.copies import SHIPPED, change, copies

LONGEST = 5.0
"""Seconds, on a machine that does other things: each takes a tenth or less of that."""


def found(folder: Path, name: str = "harbour") -> list[str]:
    """What is said of it by both who load it and who check it; it must not be playable."""
    began = time.monotonic()
    problems = check(folder / name, kinds=kinds())
    assert time.monotonic() - began < LONGEST
    with pytest.raises(BadScenario) as refused:
        load(folder / name, kinds=kinds())
    mistakes: list[Problem] = [problem for problem in problems if not problem.warning]
    assert mistakes
    assert len(refused.value.problems) <= len(mistakes)
    for problem in mistakes:
        assert problem.place.file
        assert "Error" not in problem.sentence or "maximum" in problem.sentence
    return [str(problem) for problem in mistakes]


def bytes_of(file: str, data: bytes) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        (folder / "harbour" / file).write_bytes(data)

    return write


def replaced(file: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        path = folder / "harbour" / file
        path.unlink(missing_ok=True)
        make(path)

    return write


SECTION = "variants: {x: {title: X}}\n"
HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (bytes_of("cards.yaml", b""), "cards.yaml:1:1: this file is empty"),
    "binary": (bytes_of("cards.yaml", bytes(range(256)) * 20), "cards.yaml:2:118: not UTF-8"),
    "two megabytes": (bytes_of("cards.yaml", b"# " + b"x" * 2_000_000), "E-size"),
    "brackets": (bytes_of("cards.yaml", b"cards: " + b"[" * 200_000), "E-depth"),
    "braces": (bytes_of("cards.yaml", b"cards: " + b"{a: " * 200_000), "E-depth"),
    "dashes": (bytes_of("cards.yaml", b"cards:\n" + b"- " * 200_000), "E-depth"),
    "indents": (
        bytes_of("cards.yaml", "".join(" " * n + "a:\n" for n in range(900)).encode()),
        "E-depth",
    ),
    "quotes": (bytes_of("more.yaml", b'a: "' + b"x" * 900_000), "more.yaml:1:"),
    "same key twice": (bytes_of("more.yaml", b"a: 1\na: 2\n"), "more.yaml:2:1"),
    "same path twice": (
        bytes_of("more.yaml", b"meters: {patience: {title: P}}"),
        "`meters.patience.title` is written twice",
    ),
    "anchors": (bytes_of("more.yaml", b"variants: &a {}\nsystems: *a\n"), "more.yaml:1:11"),
    "billion laughs": (
        bytes_of("more.yaml", b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"),
        "anchors and aliases are not used",
    ),
    "tags": (bytes_of("more.yaml", b"variants: !!python/object:os.system {}\n"), "more.yaml:1:11"),
    "two documents": (bytes_of("more.yaml", b"---\na: 1\n---\nb: 1\n"), "more.yaml:"),
    "tabs": (bytes_of("more.yaml", b"variants:\n\tx: {title: X}\n"), "a tab cannot indent"),
    "latin-1": (bytes_of("more.yaml", b"title: caf\xe9\n"), "not UTF-8"),
    "utf-16": (bytes_of("more.yaml", SECTION.encode("utf-16")), "not UTF-8"),
    "nul": (bytes_of("more.yaml", b"title: \x00\n"), "a control character"),
    "a list": (bytes_of("more.yaml", b"- a\n"), "a file begins with a section"),
    "a word": (bytes_of("more.yaml", b"hello\n"), "a file begins with a section"),
    "wrong ending": (bytes_of("more.yml", b"a: 1"), "call it `.yaml`"),
    "folder called a file": (replaced("cards.yaml", Path.mkdir), "cards.yaml:1:1: this is no file"),
    "dangling link": (
        replaced("cards.yaml", lambda path: path.symlink_to("nowhere")),
        "cards.yaml:1:1: this is no file",
    ),
    "fifo": (replaced("more.yaml", lambda path: os.mkfifo(path)), "more.yaml:1:1: this is no file"),
    "device": (
        replaced("more.yaml", lambda path: path.symlink_to("/dev/zero")),
        "more.yaml:1:1: this is no file",
    ),
    "brief a folder": (replaced("briefs/port.md", Path.mkdir), "briefs/port.md:1:1: this is no"),
    "brief binary": (bytes_of("briefs/port.md", b"\xff\xff"), "not UTF-8"),
    "record a folder": (replaced("record.csv", Path.mkdir), "record.csv:1:1: this is no file"),
    "record of quotes": (bytes_of("record.csv", b'"\n' * 3000), "record.csv:1:1"),
    "map no JSON": (bytes_of("map.geojson", b"{" * 100_000), "map.geojson:1:1: no JSON"),
    "map of brackets": (bytes_of("map.geojson", b"[" * 200_000), "map.geojson:1:1: no JSON"),
    "map of nothing": (
        bytes_of("map.geojson", b'{"features": [{"geometry": null, "properties": null}]}'),
        "feature 0",
    ),
    "map without end": (
        bytes_of(
            "map.geojson",
            b'{"features": [{"properties": {}, "geometry": '
            b'{"type": "LineString", "coordinates": [[1e999, 2], [NaN, 2]]}}]}',
        ),
        "feature 0",
    ),
    "posterior without number": (bytes_of("posterior.json", b'[{"a": NaN}]'), "expected a list"),
    "posterior too large": (
        bytes_of("posterior.json", b'[{"a": 1' + b"0" * 4000 + b"}]"),
        "expected a list",
    ),
    "posterior of brackets": (bytes_of("posterior.json", b"[" * 200_000), "no JSON"),
    "texts a list": (bytes_of("texts/qq.yaml", b"[1]"), "texts/qq.yaml:1:1"),
    "extends itself": (bytes_of("more.yaml", b"extends: harbour\n"), "cannot extend itself"),
    "extends a path": (bytes_of("more.yaml", b"extends: ../../etc\n"), "never a path"),
    "extends nothing": (bytes_of("more.yaml", b"extends: [nowhere, {a: b}]\n"), "no scenario"),
    "a section of another shape": (
        bytes_of("more.yaml", b"offers_: 5\nsystems: 5\nforces: [a]\n"),
        "more.yaml:",
    ),
    "over before it starts": (
        lambda f: change(f, "harbour/scenario.yaml", "end: day 6 06:00", "end: day 1 06:00"),
        "a scenario ends after it starts",
    ),
    "an agent of another shape": (
        lambda f: change(f, "harbour/agents.yaml", "  demands:\n", "  spare: 5\n  demands:\n"),
        "expected the parameters of `spare`",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_folder_that_cannot_be_played_says_where(tmp_path: Path, case: str):
    spoil, part = HOSTILE[case]
    folder = copies(tmp_path)
    spoil(folder)
    assert any(part in line for line in found(folder)), found(folder)


def test_a_file_that_the_system_will_not_read_is_named(tmp_path: Path):
    folder = copies(tmp_path)
    # Anybody may open it, and nobody can read from its beginning.
    (folder / "harbour" / "more.yaml").symlink_to("/proc/self/mem")
    (line,) = [line for line in found(folder) if "more.yaml" in line]
    assert "more.yaml:1:1: cannot be read: " in line


@pytest.mark.parametrize("word", ["game", "facilitator", "withdraw", "bring_in", "all", "now"])
@pytest.mark.parametrize("section", ["seats", "agents", "cards", "places"])
def test_a_word_of_the_engine_is_no_id(tmp_path: Path, section: str, word: str):
    folder = copies(tmp_path)
    (folder / "mine").mkdir()
    (folder / "mine" / "a.yaml").write_text(
        f"extends: harbour\n{section}: {{{word}: {{title: X}}}}"
    )
    assert any("cannot be an id" in line for line in found(folder, "mine"))


def test_scenarios_that_extend_each_other_are_refused(tmp_path: Path):
    for name, other in (("one", "two"), ("two", "three"), ("three", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(f"extends: {other}\ntitle: X\n")
    (line,) = found(tmp_path, "one")
    assert "one → two → three → one" in line


def test_layers_that_double_at_every_step_are_cut_short(tmp_path: Path):
    copies(tmp_path)
    for step in range(40):
        below = f"[s{step + 1}, s{step + 1}b]" if step < 39 else "harbour"
        for name in (f"s{step}", f"s{step}b"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "a.yaml").write_text(f"extends: {below}\n")
    assert any("at most 50 folders" in line for line in found(tmp_path, "s0"))


def test_a_thousand_mistakes_are_said_at_once_each_at_its_place(tmp_path: Path):
    folder = copies(tmp_path)
    rows = (f"  p{n}: {{title: X, when: nobody_{n} > 3 t}}\n" for n in range(1000))
    (folder / "harbour" / "more.yaml").write_text("powers:\n" + "".join(rows))
    lines = found(folder)
    places = [line for line in lines if "more.yaml:" in line and "nobody_" in line]
    assert len(places) == 1000
    assert places[0].startswith("harbour/more.yaml:2:")
    assert places[-1].startswith("harbour/more.yaml:1001:")


def test_one_mistake_made_a_thousand_times_is_said_once_with_a_count(tmp_path: Path):
    folder = copies(tmp_path)
    rows = "".join(f"  r{n}: {{title: X, titel: Y}}\n" for n in range(1000))
    (folder / "more").mkdir()
    (folder / "more" / "a.yaml").write_text(f"extends: harbour\nregions:\n{rows}")
    (line,) = found(folder, "more")
    assert line.startswith("more/a.yaml:3:")
    assert "and so in 999 other places" in line


def test_the_copies_that_are_spoiled_could_be_played_before(tmp_path: Path):
    assert SHIPPED.is_dir()
    assert load(copies(tmp_path) / "harbour", kinds=kinds()).title == "Harbour"
