"""An app in the middle of a game: it holds the session, lets time go, and shows what is known."""

import asyncio
from dataclasses import replace

from textual import work

from tui.comfort import Comfort
from tui.commands.playing import Chosen
from tui.keeper import Keeper
from tui.pace import Pace
from tui.picture.known import Known
from tui.screens.board import Board
from tui.screens.ending import EndingScreen
from tui.screens.pages import NoteScreen, note_lines
from tui.session import Session, Trouble
from tui.words import phrase

SLICE = 24
"""Beats at a time while a move is closed, so that the screen follows and the player can hold it."""


class Timed(Comfort):
    """Time goes only when the player lets it; while it goes, every key still answers."""

    def __init__(self, chosen: Chosen, session: Session | None = None) -> None:
        super().__init__(chosen)
        self.pace = Pace()
        self.keeper: Keeper | None = None if session is None else Keeper(session)
        self.known: Known | None = None
        self.ended = False
        self.warned = False
        self.farewell = ""
        self._newly_said = False

    async def look(self) -> None:
        """Ask what is known now, and show it."""
        if self.keeper is None or self.known is None:
            return
        words = self.pace.words(self.known.scene.beat)
        try:
            self.known = await self.keeper.look(words)
        except Trouble as problem:
            self.trouble(problem)
            return
        self._show(self.known)
        self.after_look()

    def _show(self, known: Known) -> None:
        seen = True
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Board):
                screen.take(known, seen)
            # Behind a small screen the one below it is still to be seen.
            seen = seen and screen.is_modal

    def show_pace(self) -> None:
        """Show how time goes, and what is said; while neither changes, nothing is painted."""
        if self.known is not None:
            words = self.pace.words(self.known.scene.beat)
            if words == self.known.pace and not self._newly_said:
                return
            self._newly_said = False
            self.known = replace(self.known, pace=words)
            self._show(self.known)

    def trouble(self, problem: Trouble) -> None:
        """The game cannot answer: say so, and that nothing that was answered is lost."""
        self.pace.busy = False
        self.pace.hold()
        text = phrase(
            "The game does not answer: {problem}.\nEvery order that was accepted is in the save.",
            problem=problem,
        )
        self.push_screen(NoteScreen(phrase("Trouble"), note_lines(text)))

    async def _advance(self, beats: int, until_move: bool) -> bool:
        """Let time go, and show it; whether it may go further."""
        if self.keeper is None or self.known is None or self.pace.busy or self.known.clock.over:
            return False
        self.pace.busy = True
        self.say("")
        self.show_pace()
        try:
            further = await self.keeper.advance(beats, until_move)
        except Trouble as problem:
            self.trouble(problem)
            return False
        self.pace.busy = False
        await self.look()
        return further

    @work(group="time")
    async def action_close_move(self) -> None:
        """Time runs to the next move at once."""
        if self.known is not None and self.known.clock.over:
            self.push_screen(EndingScreen(self.known))
        elif self.keeper is not None and not self.pace.busy:
            self.pace.begin(skipping=True)
            self.keeper.turn()
            while await self._advance(SLICE, until_move=True) and self.pace.skipping:
                pass
            self.pace.hold()
            self.show_pace()
            self.after_look()

    @work(group="time")
    async def action_step(self) -> None:
        """One beat on."""
        if self.keeper is not None and not self.pace.busy and not self.pace.moving:
            self.keeper.turn()
            await self._advance(1, until_move=False)

    def action_speed(self, step: int) -> None:
        """Faster or slower."""
        self.pace.change(step)
        self.show_pace()

    def action_toggle_run(self) -> None:
        """Let time run by itself, beat by beat, until the next move opens; or hold it."""
        if self.known is None or self.known.clock.over:
            return
        if self.pace.moving:
            self.pace.hold()
        elif self.keeper is not None:
            self.keeper.turn()
            self._run(self.pace.begin())
        self.show_pace()

    @work(group="time")
    async def _run(self, begun: int) -> None:
        await asyncio.sleep(self.pace.seconds)
        while self.pace.still(begun):
            await self._advance(1, until_move=False)
            known = self.known
            if known is None or known.clock.over or known.now in known.clock.moves:
                self.pace.hold()
            else:
                await asyncio.sleep(self.pace.seconds)
        self.show_pace()
        self.after_look()

    def after_look(self) -> None:
        """What follows from a new state; subclasses say it."""

    def say(self, sentence: str) -> None:
        """A sentence where a screen has a line for it, until time goes on."""
        for screen in self.screen_stack:
            if isinstance(screen, Board) and screen.answer != sentence:
                screen.answer = sentence
                self._newly_said = True
