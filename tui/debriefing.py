"""The ending in an app: results asked for once, futures watched as they come, pages written."""

from textual import work
from textual.timer import Timer

from tui.dealing import Dealing
from tui.estimating import LOOKS, SELDOM
from tui.picture.data import News
from tui.picture.data_of_luck import Debrief, LuckFound
from tui.picture.deaths import deaths_lines, told_of_deaths
from tui.picture.written import page_path, written_pages
from tui.screens.ending import WIDEST, EndingScreen
from tui.screens.pages import NoteScreen
from tui.screens.room import RoomScreen
from tui.session import Plain, Trouble
from tui.words import phrase

FUTURES, MOST = 40, 1000
"""Futures that are asked for at first and with each `+`, and the most there can be."""


class Debriefing(Dealing):
    """What the pages of an ending ask of the game."""

    _futures = FUTURES
    _again: Timer | None = None

    def after_look(self) -> None:
        """Once, when the game is over: its ending, and time stands still for it."""
        if self.known is not None and self.known.clock.over and not self.ended:
            self.ended = True
            self.pace.hold()
            self.push_screen(EndingScreen(self.known))
        elif self.pace.running and self._deaths():
            # A report of deaths is read before time goes on.
            self.pace.hold()
        self.call_after_refresh(self.ask_in_turn)

    def _deaths(self) -> list[News]:
        """Reports of deaths that were not read on a page of their own yet."""
        if self.known is None or self.keeper is None or self.known.clock.over:
            return []
        since = max(self.known.new_from, self.keeper.deaths_read)
        return told_of_deaths(self.known, since)

    def ask_in_turn(self) -> None:
        """In the room, while time stands: deaths first, on a page that waits; then what is asked.

        What was read so is not shown so again.
        """
        standing = isinstance(self.screen, RoomScreen) and not (self.pace.moving or self.pace.busy)
        told = self._deaths() if standing else []
        if self.known is None or self.keeper is None or not told:
            super().ask_in_turn()
            return
        self.keeper.deaths_read = told[-1].number + 1
        width = min(max(self.size.width - 6, 40), WIDEST)
        lines = deaths_lines(self.known, told, width)

        def read(_: bool | None) -> None:
            self.call_after_refresh(self.ask_in_turn)

        self.push_screen(
            NoteScreen(phrase("Deaths, as reported"), lines, phrase("when you are ready")), read
        )

    @work(group="results")
    async def on_ending_screen_wanted(self, event: EndingScreen.Wanted) -> None:
        """Ask for the results, or show those that were asked for before."""
        keeper = self.keeper
        if keeper is None:
            return
        if keeper.results is None:
            try:
                keeper.results = Debrief.model_validate(await keeper.session.results())
            except Trouble as problem:
                self.trouble(problem)
                return
        for screen in self._endings():
            if keeper is self.keeper:
                screen.show_results(keeper.results)

    def _endings(self) -> list[EndingScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, EndingScreen)]

    async def on_ending_screen_futures(self, event: EndingScreen.Futures) -> None:
        """Have the decisions played again, and look every quarter of a second what has come."""
        keeper = self.keeper
        if keeper is None or keeper.results is None:
            return
        if event.more:
            self._futures = min(self._futures + FUTURES, MOST)
        wanted: Plain = {"futures": self._futures, "par": True}
        if event.swap is not None:
            decision = keeper.results.decisions[event.swap[0]]
            instead = decision.instead[event.swap[1]]
            given = {"order": decision.order, "card": instead.card, "fields": instead.fields}
            wanted["swap"] = given
        try:
            self._show_luck(await keeper.session.again(wanted))
        except Trouble as problem:
            self._show_luck({"trouble": str(problem), "finished": True})
            return
        if self._again is None:
            self._again = self.set_interval(SELDOM if self.reduced else LOOKS, self._look_again)

    async def on_ending_screen_stopped(self, event: EndingScreen.Stopped) -> None:
        """Leave off; what has come stays."""
        await self._leave_again()

    async def _look_again(self) -> None:
        if self.keeper is None or not self._endings():
            await self._leave_again()
            return
        try:
            self._show_luck(await self.keeper.session.played_again())
        except Trouble as problem:
            self._stop_looking()
            self.trouble(problem)

    async def _leave_again(self) -> None:
        self._stop_looking()
        if self.keeper is not None:
            try:
                self._show_luck(await self.keeper.session.leave_again())
            except Trouble as problem:
                self.trouble(problem)

    def _show_luck(self, plain: Plain) -> None:
        if not plain:
            return
        found = LuckFound.model_validate(plain)
        if found.finished:
            self._stop_looking()
        for screen in self._endings():
            screen.show_luck(found)

    def _stop_looking(self) -> None:
        if self._again is not None:
            self._again.stop()
            self._again = None

    def on_ending_screen_saved(self, event: EndingScreen.Saved) -> None:
        """Write the pages beside the save, or here where there is none."""
        for screen in self._endings()[:1]:
            if screen.found is None:
                return
            seat = screen.known.scene.seat
            path = page_path(None if self.keeper is None else self.keeper.path, seat)
            pages = written_pages(screen.found, screen.luck, screen.swapped, seat)
            try:
                path.write_text(pages, encoding="utf-8")
            except OSError as problem:
                screen.say(phrase("Not written: {strerror}.", strerror=problem.strerror or problem))
            else:
                screen.say(phrase("Written to {name}", name=path.name))
