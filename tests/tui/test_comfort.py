"""What a player may have otherwise: keys, palettes, fewer changes; and what is in reach."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.strip import Strip

from tests.tui.stage import HandSession, pressed, shown, text_of
from tui.app import WhitecellApp
from tui.estimating import SELDOM
from tui.keys import KeyMap, letter, named
from tui.plain_help import HELP
from tui.screens.help import names_in
from tui.settings import BadSettings, Settings, last_chosen, settings
from tui.themes import PALETTES

Made = Callable[..., WhitecellApp]
SIZE = (120, 40)
BOARDS = ("", "i", "o", "m", "a", "w", "t", "e", "b", "1")


async def test_a_key_does_what_the_player_has_put_on_it(app_of: Made):
    session = HandSession()
    app = app_of(session, settings=Settings(keys={"n": "c", "i": ";"}))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        assert "c close the move" in text_of(pilot)
        await pressed(pilot, "n")
        assert session.now == HandSession().now
        await pressed(pilot, "c")
        assert session.now == 96 * 3600
        await pressed(pilot, "semicolon")
        assert "In full" in text_of(pilot)
        await pressed(pilot, "question_mark")
        found = text_of(pilot)
        assert "c  close the move" in found
        assert ";  reports" in found


async def test_letters_are_letters_where_text_is_typed(app_of: Made):
    app = app_of(settings=Settings(keys={"n": "a", "t": "l"}))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "l", "N", *"latent", "enter")
        await shown(pilot, "Note  latent")


async def test_two_keys_can_be_exchanged(app_of: Made):
    app = app_of(settings=Settings(keys={"i": "m", "m": "i"}))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "i")
        assert "Places, worst first" in text_of(pilot)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("theme = 'pink'", "theme: Input should be"),
        ("colour = 1", "colour: Extra inputs"),
        ("theme = ", "Invalid value"),
        ("[keys]\nenter = 'x'", "`enter` stays where it is"),
        ("[keys]\nn = 'x'\nm = 'x'", "`x` is given to both `n` and `m`"),
        ("[keys]\nn = 3", "keys.n: Input should be a valid string"),
    ],
)
def test_settings_that_cannot_stand_are_said_in_a_sentence(
    tmp_path: Path, text: str, sentence: str
):
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings, match=sentence) as found:
        settings(file)
    assert str(found.value).startswith(str(file))


def test_without_a_file_everything_is_as_usual(tmp_path: Path):
    assert settings(tmp_path / "none.toml") == Settings()


def test_settings_are_read(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text("theme = 'paper'\nascii = true\n[keys]\nn = 'c'\n", encoding="utf-8")
    found = settings(file)
    assert (found.theme, found.ascii, found.key_map.shown("n")) == ("paper", True, "c")


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        (".", "full_stop"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("N", "N"),
        ("{", "left_curly_bracket"),
    ],
)
def test_signs_are_known_by_the_terminals_names(sign: str, name: str):
    assert named(sign) == name
    assert letter(name) == sign


def test_a_key_that_was_given_away_means_nothing():
    keys = KeyMap({"n": "c"})
    assert [keys.meant(key) for key in "cnx"] == ["n", "", "x"]


async def test_the_palette_that_was_chosen_is_there_the_next_time(app_of: Made):
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        app.paint("contrast")
        await pressed(pilot)
    assert last_chosen() == {"theme": "contrast"}
    again = app_of()
    async with again.run_test(size=SIZE) as pilot:
        await pressed(pilot)
        assert again.theme == "contrast"
    settled = app_of(settings=Settings(theme="paper"))
    async with settled.run_test(size=SIZE) as pilot:
        await pressed(pilot)
        assert settled.theme == "paper"


async def test_with_reduced_motion_the_staff_is_looked_at_seldom(app_of: Made):
    session = HandSession()
    app = app_of(session, settings=Settings(reduced_motion=True))
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", "e", "enter")
        await pilot.pause(SELDOM / 3)
        assert session.looks == 0
        assert app.animation_level == "none"


@pytest.mark.parametrize("key", BOARDS)
async def test_help_names_every_key_of_a_screen(app_of: Made, key: str):
    app = app_of()
    async with app.run_test(size=(120, 60)) as pilot:
        await pressed(pilot, "enter", "enter", *key.split())
        bound = {
            active.binding.key: active.binding.description
            for active in app.screen.active_bindings.values()
            if active.enabled and active.binding.description
        }
        await pressed(pilot, "question_mark")
        page = text_of(pilot)
    rows = [row.strip() for row in page.splitlines() if "  " in row.strip()]
    named_there = {name for row in rows for name in names_in(row.split("  ")[0])}
    missing = {
        key: text for key, text in bound.items()
        if key not in named_there and text.lower() not in page and not key.startswith("ctrl+")
    }  # fmt: skip
    assert missing == {}


PLAIN = {
    "close_move": "next", "toggle_run": "wait", "step": "wait", "speed": "wait",
    "card": "NUMBER", "fill_in": "NUMBER", "send": "NUMBER", "take_back": "withdraw",
    "board('cards')": "cards", "board('reports')": "timeline", "board('map')": "map",
    "board('forces')": "forces", "board('airlift')": "airlift", "board('brief')": "brief",
    "board('deals')": "deals",
    "timeline": "timeline", "why": "why", "estimate": "estimate", "begin": "estimate",
    "whole": "brief",
    "slip": "forecast", "hold": "hold", "aims": "aims", "hand_in": "forecast", "take": "aims",
    "hour": "at", "own": "timeline", "mark": "notes", "branch": "branch",
    "bookmark": "bookmark", "note": "note", "span": "why", "reading": "estimate",
    "swap": "estimate", "stop": "estimate", "leave": "quit", "quit": "quit", "pick": "NUMBER",
}  # fmt: skip
"""What plain play calls each action of the screens."""

MOVES = {
    "move", "scroll_by", "pane", "seat", "go", "maximise", "keys", "to_room", "after_ending",
    "pop_screen", "nothing", "dismiss", "command_palette", "minimize", "copy_text",
    "focus_next", "focus_previous", "help_quit", "shift", "now", "zoom", "pan",
    "whole", "back", "find",
}  # fmt: skip
"""What only moves about on a screen, or says which keys there are."""


@pytest.mark.parametrize("key", BOARDS)
async def test_every_action_of_the_screens_is_a_word_of_plain_play(app_of: Made, key: str):
    words = {row.split()[0] for row in HELP.splitlines() if row.startswith("  ") and row.split()}
    words |= {"notes"}
    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter", *key.split())
        actions = {active.binding.action for active in app.screen.active_bindings.values()}
    missing = []
    for action in actions:
        name = action.removeprefix("app.").removeprefix("screen.")
        bare = name.partition("(")[0]
        if bare not in MOVES and (PLAIN.get(name) or PLAIN.get(bare)) not in words:
            missing.append(action)
    assert missing == []


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = "ink dim faint focus ask calm clash viol own ally kept".split()


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_of_text_can_be_read_on_its_ground(name: str):
    tokens = PALETTES[name]
    low = {each: contrast(tokens[each], tokens["ground"]) for each in TEXT}
    assert {each: ratio for each, ratio in low.items() if ratio < 4.5} == {}


def test_the_palette_of_high_contrast_has_the_highest():
    tokens = PALETTES["contrast"]
    assert all(contrast(tokens[each], tokens["ground"]) >= 7 for each in TEXT)


def seen_by(colour: str, eye: str) -> tuple[float, float, float]:
    """A colour as somebody sees it who lacks one sort of cone (Machado 2009, complete)."""
    matrix = {
        "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
        "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    }[eye]
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    r, g, b = (sum(m * v for m, v in zip(row, linear, strict=True)) for row in matrix)
    return r, g, b


@pytest.mark.parametrize("eye", ["deuteranopia", "protanopia"])
@pytest.mark.parametrize("name", ["ink", "paper"])
@pytest.mark.parametrize(
    "pair", [("crowd", "viol"), ("own", "ally"), ("focus", "ask"), ("own", "clash")]
)
def test_colours_that_stand_side_by_side_differ_for_every_eye(
    name: str, eye: str, pair: tuple[str, str]
):
    one, other = (seen_by(PALETTES[name][each], eye) for each in pair)
    assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.09


async def test_what_was_painted_on_a_closed_board_is_let_go(app_of: Made):
    def painted() -> int:
        gc.collect()
        return sum(type(each) is Strip for each in gc.get_objects())

    app = app_of()
    async with app.run_test(size=SIZE) as pilot:
        await pressed(pilot, "enter", "enter")
        held = []
        for _ in range(3):
            for key in ("m", "m", "i", "i", "a", "a"):
                await pressed(pilot, key)
            held.append(painted())
    assert held[-1] <= 1.1 * held[0]
