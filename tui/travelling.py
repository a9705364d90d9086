"""Looking back, bookmarks, notes and branches: what the timeline asks of the app."""

from pathlib import Path

from tui.ink import line
from tui.notes import Notes
from tui.picture.data import Branch
from tui.picture.then import as_then
from tui.picture.times import full
from tui.reasoning import Reasoning
from tui.screens.asking import ChoiceScreen, LineScreen
from tui.screens.past import PastScreen
from tui.screens.timeline import UNSET, TimelineScreen
from tui.screens.why import WhyScreen
from tui.session import Trouble
from tui.words import phrase


class Travelling(Reasoning):
    """Through what was, and to what might have been."""

    BINDINGS = [("t", "timeline", phrase("Timeline"))]
    ASKING = Reasoning.ASKING | {"timeline"}
    seat = ""
    """Who sits here, where several persons take turns."""
    _notes: tuple[tuple[Path | None, str], Notes] | None = None

    @property
    def notes(self) -> Notes:
        """The notes of the game that is open."""
        path = None if self.keeper is None else self.keeper.path
        whose = (path, self.seat)
        if self._notes is None or self._notes[0] != whose:
            self._notes = (whose, Notes(*whose))
        return self._notes[1]

    async def take_up(self, path: Path) -> None:
        """Leave this game and open another save; the app that has a lobby says how."""

    async def close_game(self) -> None:
        """Seal the game that is open, and put its screens away."""
        self.pace.hold()
        keeper, self.keeper, self.known, self.ended = self.keeper, None, None, False
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if keeper is not None:
            await keeper.session.close()

    def action_timeline(self) -> None:
        """The timeline; the same key again goes back."""
        again = isinstance(self.screen, TimelineScreen)
        self.action_to_room()
        if not again:
            self._open_timeline(UNSET)

    def _open_timeline(self, first: int) -> None:
        if self.known is not None:
            self.push_screen(TimelineScreen(self.known, self.notes.marks, first))

    def on_why_screen_goto(self, event: WhyScreen.Goto) -> None:
        """What was told, in the timeline."""
        self.action_to_room()
        self._open_timeline(event.number)

    async def on_timeline_screen_branches(self) -> None:
        """Which saves hang together."""
        if self.keeper is None:
            return
        try:
            rows = await self.keeper.session.branches()
        except Trouble as problem:
            self.trouble(problem)
            return
        if isinstance(self.screen, TimelineScreen):
            self.screen.show_branches([Branch.model_validate(row) for row in rows])

    def on_timeline_screen_wanted(self, event: TimelineScreen.Wanted) -> None:
        """A bookmark, a note, the room as it was, or a branch."""
        match event.what:
            case "bookmark":
                self.notes.toggle(event.at)
                self._show_marks()
            case "note":
                self._note(event.at)
            case "branch":
                self._branch(event.at)
            case _:
                if self.known is not None:
                    self.push_screen(PastScreen(as_then(self.known, event.at), self.ascii_only))

    def _show_marks(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, TimelineScreen):
                screen.show_marks(self.notes.marks)

    def _note(self, at: int) -> None:
        assert self.known is not None
        when = full(self.known.scene.start, at)
        before = next((mark.text for mark in self.notes.marks if mark.at == at), "")
        lines = [
            line((phrase("  It is kept beside the save; nothing in the game reads it."), "$dim"))
        ]

        def noted(text: str | None) -> None:
            if text is not None:
                self.notes.note(at, text)
                self._show_marks()

        self.push_screen(LineScreen(phrase("Note at {when}", when=when), lines, before), noted)

    def _branch(self, at: int) -> None:
        assert self.known is not None
        when = full(self.known.scene.start, at)
        lines = [
            (),
            line(
                (
                    phrase(
                        "  Begin again at {when}, before anything that was ordered then.", when=when
                    ),
                    "bold",
                )
            ),
            (),
            line(
                phrase("  This game stays as it is, in its own save; the branch has one beside it.")
            ),
            line(
                phrase("  With the same luck only your decisions differ; with other luck all may.")
            ),
        ]
        keys = (("enter", phrase("with the same luck")), ("l", phrase("with other luck")))

        async def chosen(answer: str | None) -> None:
            if answer:
                await self._begin_branch(at, other=answer != "enter")

        self.push_screen(ChoiceScreen(phrase("Branch"), lines, keys), chosen)

    async def _begin_branch(self, at: int, other: bool) -> None:
        assert self.keeper is not None
        try:
            luck = 1 + len(await self.keeper.session.branches()) if other else None
            path = Path(str((await self.keeper.session.branch(at, luck))["path"]))
        except Trouble as problem:
            self.trouble(problem)
            return
        self.notes.copy_to(path, at)
        await self.take_up(path)

    async def on_timeline_screen_take_up(self, event: TimelineScreen.TakeUp) -> None:
        """Another branch is played on."""
        await self.take_up(event.path)
