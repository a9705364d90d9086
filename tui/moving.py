"""Moves in an app: aims are asked for once, a slip when a move is closed; both can be left."""

from typing import ClassVar

from tui.estimating import Estimating
from tui.screens.room import RoomScreen
from tui.screens.slips import AimsScreen, SlipScreen
from tui.session import Trouble


class Moving(Estimating):
    """What `f` and `g` do, and when they are asked for without a key."""

    BINDINGS = [("f", "slip", "Forecast slip"), ("g", "aims", "Aims")]
    IN_MOVES: ClassVar[frozenset[str]] = frozenset({"slip", "aims"})
    _aims_asked = False
    _slip_asked = -1

    def ask_in_turn(self) -> None:
        """In the room, while time stands: the aims, once."""
        if not isinstance(self.screen, RoomScreen) or self.pace.moving or self.pace.busy:
            return
        if self._may_choose() and not self._aims_asked:
            self.action_aims()

    def asked_before_closing(self) -> bool:
        """Whether the slip of this move is asked for first: once a move, if none was handed in.

        Nobody can say how likely a thing is before having looked at the room. However the slip is
        left, the move closes then.
        """
        move = None if self.known is None else self.known.view.move
        if move is None or move.slip or not self._may_forecast() or self.pace.busy:
            return False
        if self._slip_asked == self._opened():
            return False
        self._slip_asked = self._opened()
        assert self.known is not None
        self.push_screen(SlipScreen(self.known), self._hand_in_and_close)
        return True

    async def _hand_in_and_close(self, slip: dict[str, str] | None) -> None:
        await self._hand_in(slip)
        await self.run_action("app.close_move")

    def _may_choose(self) -> bool:
        known = self.known
        if known is None or known.clock.over or known.view.move is None:
            return False
        return known.view.aims.open and len(known.scene.aims) > 1

    def _may_forecast(self) -> bool:
        move = None if self.known is None else self.known.view.move
        return move is not None and move.slip_open and bool(move.asked)

    def _opened(self) -> int:
        move = None if self.known is None else self.known.view.move
        return -1 if move is None else move.opened

    def action_aims(self) -> None:
        """Which two aims, while they may be chosen."""
        if self.known is None:
            return
        if not self._may_choose():
            chosen = [self.known.scene.aims.get(id, id) for id in self.known.view.aims.chosen]
            self.say(f"Your aims: {'; '.join(chosen)}." if chosen else "No aims to choose now.")
            self.show_pace()
            return
        self._aims_asked = True
        self.push_screen(AimsScreen(self.known), self._take_aims)

    def action_slip(self) -> None:
        """The slip of this move, while it may be filled in."""
        if self.known is None:
            return
        if not self._may_forecast():
            self.say("A slip is filled in while a move opens, before time goes on.")
            self.show_pace()
            return
        self._slip_asked = self._opened()
        self.push_screen(SlipScreen(self.known), self._hand_in)

    async def _take_aims(self, ticked: tuple[str, ...] | None) -> None:
        if ticked:
            await self._give("aims", dict(zip(("first", "second"), ticked, strict=True)))

    async def _hand_in(self, slip: dict[str, str] | None) -> None:
        if slip:
            await self._give("forecast", slip)

    async def _give(self, act: str, fields: dict[str, str]) -> None:
        if self.keeper is None or self.known is None:
            return
        try:
            refusal = await self.keeper.submit(self.known, act, fields)
        except Trouble as problem:
            self.trouble(problem)
            return
        taken = "Your aims are taken." if act == "aims" else "Your slip is in."
        self.say(f"Not taken: {refusal}." if refusal else taken)
        await self.look()
