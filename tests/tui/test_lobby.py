"""The lobby: what can be chosen, by keys alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from syrupy.assertion import SnapshotAssertion

from tests.tui.stage import chosen, pressed, settled, shown, text_of
from tui import app
from tui.app import WhitecellApp
from tui.cli import main
from tui.commands.playing import saves_folder
from tui.seed_words import spoken
from tui.shelf import begin_here, scenarios

SIZE = (120, 40)


class Lobby(WhitecellApp):
    """Keeps what was chosen instead of opening the game."""

    CSS_PATH = str(Path(app.__file__).with_name("whitecell.tcss"))
    begun: list[tuple[tuple[str, ...], int, str | None]]

    async def _begin(self, scenario: str, seat: str, seed: int, others: Sequence[str] = ()) -> None:
        self.begun.append(((seat, *others), seed, self.chosen.format))


def opened(**given: object) -> tuple[Lobby, list[tuple[tuple[str, ...], int, str | None]]]:
    """The lobby, and the list of what was chosen in it."""
    found = Lobby(chosen(**{"scenario": "harbour", **given}))
    found.begun = []
    return found, found.begun


async def test_a_scenario_says_what_it_is_how_long_it_takes_and_who_can_be_played():
    lobby, _ = opened()
    async with lobby.run_test(size=SIZE) as pilot:
        await settled(pilot)
        found = await shown(pilot, "Island council")
        assert "An island has five days of fuel." in found
        assert " invented " in found
        assert "min · " in found


async def test_seat_format_and_seed_are_chosen_by_keys_from_anywhere():
    lobby, begun = opened()
    async with lobby.run_test(size=SIZE) as pilot:
        await shown(pilot, "Island council")
        await pressed(pilot, "right", "f", "s", *"amber acorn 07", "enter")
        await settled(pilot)
    assert begun == [(("union",), 7, "short")]


async def test_several_seats_can_be_played_by_persons_here():
    lobby, begun = opened()
    async with lobby.run_test(size=SIZE) as pilot:
        await shown(pilot, "Island council")
        await pressed(pilot, "h", "right", "right")
        assert "a person here" in text_of(pilot)
        await pressed(pilot, "enter")
    assert begun[0][0] == ("port", "council")


async def test_todays_seed_is_the_same_for_everybody_and_not_for_real_events():
    lobby, _ = opened()
    async with lobby.run_test(size=SIZE) as pilot:
        await shown(pilot, "Island council")
        before = spoken(7)
        assert before in text_of(pilot)
        await pressed(pilot, "d")
        assert before not in text_of(pilot)
    real, _ = opened(scenario="kazakhstan-2022")
    async with real.run_test(size=SIZE) as pilot:
        await shown(pilot, "real events")
        await pressed(pilot, "d")
        await shown(pilot, "Real events have no seed of the day")


async def test_what_is_no_seed_begins_no_game():
    lobby, begun = opened()
    async with lobby.run_test(size=SIZE) as pilot:
        await shown(pilot, "Island council")
        await pressed(pilot, "s", *"amber", "enter")
        await shown(pilot, "no seed: a number, or three words")
    assert begun == []


@pytest.fixture
def shelf(own_folders: Path) -> Path:
    """A folder with a game that ended and one that goes on."""
    folder = saves_folder()
    folder.mkdir(parents=True)
    ended = ["run", "harbour", "--seed", "3", "--save", str(folder / "a.wcsave")]
    begun = ["play", "--plain", "harbour", "--seat", "port", "--save", str(folder / "b.wcsave")]
    assert CliRunner().invoke(main, ended).exit_code == 0
    assert CliRunner().invoke(main, begun, input="next\nquit\n").exit_code == 0
    return folder


async def test_games_that_ended_stand_apart_with_their_ending_and_no_rank(shelf: Path):
    lobby, _ = opened()
    async with lobby.run_test(size=SIZE) as pilot:
        found = await shown(pilot, "Five days, and still a queue")
        ongoing, past = found.index("Go on with"), found.index("Past games")
        assert ongoing < found.index("Harbour  Port", ongoing) < past
        assert past < found.index("Harbour  Bots", past)


async def test_a_game_is_opened_while_its_note_is_read_and_put_away_if_nobody_begins_it():
    found = WhitecellApp(chosen(scenario="kazakhstan-2022", seed=7))
    async with found.run_test(size=SIZE) as pilot:
        await shown(pilot, "real events")
        await pressed(pilot, "enter")
        assert "Before you play" in text_of(pilot)
        for _ in range(1200):
            if list(saves_folder().glob("*.wcsave")):
                break
            await pilot.pause(0.05)
        (save,) = saves_folder().glob("*.wcsave")
        await pressed(pilot, "escape")
        for _ in range(1200):
            if not save.exists():
                break
            await pilot.pause(0.05)
        assert list(saves_folder().iterdir()) == []
        assert found.known is None


async def test_a_content_note_that_was_read_in_the_lobby_is_not_shown_again():
    found, begun = opened(scenario="kazakhstan-2022")
    async with found.run_test(size=SIZE) as pilot:
        await shown(pilot, "real events")
        await pressed(pilot, "c", "enter", "enter")
        assert "Before you play" not in text_of(pilot)
        await settled(pilot)
    assert len(begun) == 1


async def test_what_is_begun_here_is_marked_by_what_the_scenario_says_of_itself():
    found, _ = opened(scenario=None)
    async with found.run_test(size=(80, 24)) as pilot:
        rows = (await shown(pilot, "begin here")).splitlines()
    (marked,) = [row for row in rows if "begin here" in row]
    (name,) = begin_here()
    title = next(title for id, title, _ in scenarios() if id == name)
    assert marked.startswith(f"▌ {title} ")


async def test_the_lobby_looks_so(picture: SnapshotAssertion):
    for size in ((80, 24), (120, 40), (200, 60)):
        lobby, _ = opened()
        async with lobby.run_test(size=size) as pilot:
            await shown(pilot, "Port authority")
            await settled(pilot)
            assert lobby.export_screenshot() == picture
