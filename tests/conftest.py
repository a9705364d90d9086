"""What every test shares: how hard hypothesis tries, and golden files."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from engine.memory import collect_seldom

# Tests play whole games, which keep what they make.
collect_seldom()

# A shell that starts this in the background has Ctrl-C ignored, and every child would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Two cores are shared, so a deadline would measure the neighbours.
settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deep", max_examples=1000, deadline=None)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default")
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write golden files anew instead of comparing with them",
    )


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    """True when golden files are to be written anew."""
    return bool(request.config.getoption("--golden-update"))


@pytest.fixture
def golden(request: pytest.FixtureRequest, golden_update: bool) -> Callable[[str, str], None]:
    """`golden(name, text)`: the text is the content of that file in the test's `files` folder."""
    folder = request.path.parent / "files"

    def same(name: str, text: str) -> None:
        path: Path = folder / name
        if golden_update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{name} is missing: run `make golden` and read what it writes"
        assert text == path.read_text(encoding="utf-8")

    return same
