"""Files that nobody means well by: an answer in bounded time and memory, and no code is run."""

import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.broken.test_broken import GOOD

ROOT = Path(__file__).parents[2]
SECONDS = 30.0
"""On a machine that does other things: each takes a second or two on one that does not."""
KILOBYTES = 300_000

BOMB = b"a: &a [x, x]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c, *%c]\n" % (n, n, n - 1, n - 1, n - 1, n - 1)
    for n in range(ord("b"), ord("z"))
)
MARK = "touched"

CASES: dict[str, tuple[str, bytes, str]] = {
    "alias bomb": ("x.yaml", BOMB, "E-anchor"),
    "an alias of itself": ("x.yaml", b"sources: &a {b: *a}\n", "E-anchor"),
    "brackets": ("x.yaml", b"counts: " + b"[" * 200_000, "E-depth"),
    "closed brackets": ("x.yaml", b"counts: " + b"[" * 200_000 + b"]" * 200_000, "E-depth"),
    "brackets in a brief": ("briefs/growers.md", b"{" * 200_001, "E-brace"),
    "brackets in a map": ("map.geojson", b"[" * 200_000, "E-json"),
    "brackets in a condition": (
        "x.yaml", b"injects: {x: {when: " + b"(" * 20_000 + b", to: all, text: x}}", "E-long",
    ),
    "keys": ("x.yaml", b"sources: {" + b",".join(b"A%d: 1" % n for n in range(90_000)) + b"}",
             "E-size"),
    "items": ("x.yaml", b"counts: [" + b"a," * 490_000 + b"]", "E-size"),
    "things": ("x.yaml", b"cards:\n" + b"".join(b"  c%d: {seat: x%d}\n" % (n, n)
                                                for n in range(2_500)), "E-size"),
    "megabytes": ("x.yaml", b"# " + b"x" * 5_000_000, "E-size"),
    "megabytes beside": ("record.csv", b"x" * 30_000_000, "E-size"),
    "one long line": ("x.yaml", b"title: " + b"x" * 900_000, "E-twice"),
    "one long word": ("x.yaml", b"injects: {x: {when: " + b"a" * 900_000 + b"}}", "E-long"),
    "documents": ("x.yaml", b"---\na: 1\n" * 50_000, "E-documents"),
    "python": ("x.yaml", f"a: !!python/object/apply:os.mkdir [{MARK}]\n".encode(), "E-tag"),
    "a tag of its own": ("x.yaml", b"a: !run {x: y}\n", "E-tag"),
    "a directive": ("x.yaml", b"%TAG ! tag:x,2000:\n---\na: !y 1\n", "E-tag"),
    "control characters": ("x.yaml", b"title: \x1b[2J\n", "E-bytes"),
    "nothing but nul": ("x.yaml", b"\x00" * 500_000, "E-bytes"),
    "utf-16": ("x.yaml", "title: x\n".encode("utf-16"), "E-bytes"),
    "utf-32": ("x.yaml", "title: x\n".encode("utf-32"), "E-bytes"),
    "utf-7": ("x.yaml", b"+AHQ-itle: x\n", "E-section"),
    "latin-1": ("x.yaml", "title: é\n".encode("latin-1"), "E-bytes"),
    "surrogates": ("x.yaml", b"title: \xed\xa0\x80\n", "E-bytes"),
    "not a character": ("x.yaml", "title: \ufffe\n".encode(), "E-"),
    "another end of line": ("x.yaml", "sources:\u2028  A: x\x85b: c\n".encode(), "E-"),
    "right to left": ("x.yaml", "\u202eseltit: x\n".encode(), "E-section"),
    "numbers": ("x.yaml", b"injects: {x: {at: day 2 06:00, effects: [{shift: trust, by: "
                + b"9" * 400_000 + b" %}]}}", "E-"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_file_is_answered_in_bounded_time_and_memory(tmp_path: Path, case: str):
    file, data, code = CASES[case]
    folder = tmp_path / "good"
    shutil.copytree(GOOD, folder)
    (folder / file).write_bytes(data)
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "check", "./good", "--context"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)),
    )
    assert process.stderr is not None
    said = process.stderr.read().decode("utf-8", errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 1, said[:2000]
    assert f"[{code}" in said
    assert "Traceback" not in said
    assert "\x1b" not in said
    assert len(said) < 100_000
    assert time.monotonic() - began < SECONDS
    assert used.ru_maxrss < KILOBYTES
    assert not (tmp_path / MARK).exists()
