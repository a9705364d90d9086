"""The pictures of the README: they are there, they name no host, and are the same every time."""

import re
from pathlib import Path

import pytest

from tests.tui.stage import HandSession, chosen, pressed
from tools.pictures import NAMES, cleaned, picture
from tui.app import WhitecellApp

ROOT = Path(__file__).parents[2]
KEPT = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
NAMESPACES = {"http://www.w3.org/2000/svg"}


def shown() -> list[str]:
    """What the README shows or links."""
    return re.findall(r"docs/pictures/[\w-]+\.svg", (ROOT / "README.md").read_text("utf-8"))


def test_what_the_readme_shows_is_there_and_everything_kept_is_shown():
    assert set(shown()) == {f"docs/pictures/{path.name}" for path in KEPT}
    assert {path.stem for path in KEPT} <= set(NAMES)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_a_picture_that_is_kept_names_no_host_and_no_folder(path: Path):
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\"'\s)<]+", text)) <= NAMESPACES
    assert "@font-face" not in text
    assert re.findall(r"/(?:tmp|root|home|work)/", text) == []
    assert len(text) < 120_000


async def test_a_picture_made_twice_is_the_same():
    made = []
    for _ in range(2):
        app = WhitecellApp(chosen(), HandSession())
        async with app.run_test(size=(80, 24)) as pilot:
            await pressed(pilot, "enter", "enter")
            made.append(picture(app))
    assert made[0] == made[1]


def test_fonts_of_a_host_and_ids_of_the_moment_are_taken_out():
    raw = '<style>@font-face {\n src: url("https://host.example/a.woff2");\n}\n.terminal-42-r1 {}'
    assert cleaned(raw) == "<style>.w-r1 {}\n"
