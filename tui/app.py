"""The terminal: the lobby, and a game opened from it in a process of its own."""

import locale
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tui.ahead import Ahead
from tui.commands.common import seed_of
from tui.commands.playing import Chosen, new_save_path, saves_folder, wanted_of
from tui.keeper import Keeper
from tui.passing import Passing
from tui.screens import lobby_parts
from tui.screens.lobby import LobbyScreen
from tui.screens.opening import OpeningScreen, played_so_far
from tui.session import PipeSession, Session, Trouble
from tui.themes import PALETTES

ERROR_NAME = re.compile(r"^[\w.]+\.[A-Z]\w+: ")
"""What another process puts before the sentence of an error."""

WIDE_SYMBOLS = ("zh", "ja", "ko")
"""Languages in whose fonts the symbols may take two cells."""


def app_of(chosen: Chosen) -> "WhitecellApp":
    """The screens, ready to be run."""
    language = (locale.getlocale()[0] or "").lower()
    plain = "utf" not in locale.getpreferredencoding().lower()
    if plain or language.startswith(WIDE_SYMBOLS):
        chosen = replace(chosen, ascii_only=True)
    return WhitecellApp(chosen)


class WhitecellApp(Passing):
    """Screens come and go; the game stays in another process, so that no key waits for it."""

    TITLE = "Whitecell"
    CSS_PATH = "whitecell.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (80, "-narrow"), (110, "-normal"), (170, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (24, "-low"), (32, "-high")]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The tokens, so that the style sheet can be read before a theme is set."""
        return PALETTES["ink"]

    def __init__(self, chosen: Chosen, session: Session | None = None) -> None:
        super().__init__(chosen, session)
        self.ahead = Ahead()

    async def quit_game(self) -> None:
        """Leave nothing behind that nobody has begun."""
        await self.ahead.drop()
        await super().quit_game()

    async def on_mount(self) -> None:
        """Open what was asked for, or the lobby."""
        self.put_on_palette()
        chosen = self.chosen
        if self.keeper is not None:
            await self.enter(new=True)
        elif chosen.resume is not None:
            await self.take_up(chosen.resume)
        elif chosen.scenario is not None and chosen.seat is not None:
            await self.push_screen(OpeningScreen())
            asked = (chosen.scenario, chosen.seat, seed_of(chosen.seed), chosen.others)
            self.run_worker(self._begin(*asked), group="opening")
        else:
            self._to_lobby()
        self.begin_tidying()

    def _to_lobby(self, said: str = "") -> None:
        from tui.shelf import begin_here, played_before, saved_games, scenarios

        chosen = self.chosen
        lobby = LobbyScreen(
            lambda: scenarios(chosen.scenario),
            lambda: saved_games(saves_folder()),
            chosen,
            seed_of(chosen.seed),
            begin_here,
            played_before(saves_folder()),
        )
        self.push_screen(lobby)
        if said:
            self.call_after_refresh(lobby.say, said)

    async def on_lobby_screen_begin(self, event: lobby_parts.Begin) -> None:
        """A new game from the lobby, where its content note was read."""
        self.warned = True
        self.chosen = replace(self.chosen, format=event.format)
        await self._begin(event.scenario, event.people[0], event.seed, event.people[1:])

    async def on_lobby_screen_ahead(self, event: lobby_parts.Ahead) -> None:
        """Its content note is being read: open it meanwhile."""
        chosen = replace(self.chosen, format=event.format)
        key = (chosen, event.scenario, *event.people, event.seed)
        path, make = self._made(chosen, event.scenario, event.people, event.seed)
        await self.ahead.open(key, path, make)

    async def on_lobby_screen_left(self) -> None:
        """Nobody begins it."""
        await self.ahead.drop()

    async def on_lobby_screen_take_up(self, event: lobby_parts.TakeUp) -> None:
        """A saved game from the lobby."""
        await self.take_up(event.path)

    def _made(
        self, chosen: Chosen, scenario: str, people: Sequence[str], seed: int
    ) -> tuple[Path, Callable[[], Awaitable[PipeSession]]]:
        """Where a game is kept, and how it is opened; what is being done is said meanwhile."""
        wanted = wanted_of(replace(chosen, seed=seed), scenario, *people)
        path = chosen.save or new_save_path(scenario, people[0], seed)
        return path, lambda: PipeSession.new(wanted, people[0], path, self._say_how_far)

    def _say_how_far(self, second: int) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, LobbyScreen | OpeningScreen):
                screen.say(played_so_far(second))

    async def _begin(self, scenario: str, seat: str, seed: int, others: Sequence[str] = ()) -> None:
        try:
            opened = await self.ahead.take((self.chosen, scenario, seat, *others, seed))
            if opened is None:
                path, make = self._made(self.chosen, scenario, (seat, *others), seed)
                opened = await make(), path
            self.keeper = Keeper(*opened)
        except Trouble as problem:
            self._not_opened(str(problem))
            return
        await self.enter(new=True)

    async def take_up(self, path: Path) -> None:
        """Open a save, and seal the game that was open before, if one was."""
        try:
            if self.keeper is not None:
                await self.close_game()
            self.keeper = Keeper(await PipeSession.resume(path), path)
        except Trouble as problem:
            self._not_opened(str(problem))
            return
        await self.enter(new=False)

    def _not_opened(self, sentence: str) -> None:
        self.keeper = None
        sentence = ERROR_NAME.sub("", sentence)
        if isinstance(self.screen, OpeningScreen):
            self.pop_screen()
        if isinstance(self.screen, LobbyScreen):
            self.screen.say(sentence)
        else:
            self._to_lobby(sentence)
