"""The ending in an app: its results are asked for once, when somebody is to read them."""

from textual import work

from tui.dealing import Dealing
from tui.picture.data_of_endings import Results
from tui.screens.ending import EndingScreen
from tui.session import Trouble


class Debriefing(Dealing):
    """What the pages of an ending ask of the game."""

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
                keeper.results = Results.model_validate(await keeper.session.results())
            except Trouble as problem:
                self.trouble(problem)
                return
        for screen in self.screen_stack:
            if isinstance(screen, EndingScreen) and keeper is self.keeper:
                screen.show_results(keeper.results)
