"""The ending in an app: results asked for once, futures watched as they come, pages written."""

from textual import work
from textual.timer import Timer

from tui.dealing import Dealing
from tui.estimating import LOOKS, SELDOM
from tui.picture.data_of_luck import Debrief, LuckFound
from tui.picture.written import page_path, written_pages
from tui.screens.ending import EndingScreen
from tui.session import Plain, Trouble

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
        self.call_after_refresh(self.ask_in_turn)

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
                screen.say(f"Not written: {problem.strerror or problem}.")
            else:
                screen.say(f"Written to {path.name}")
