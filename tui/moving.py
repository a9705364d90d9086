"""Moves in an app: aims are asked for once; a move is closed after it is said what follows."""

from typing import ClassVar

from tui.commands.playing import Chosen
from tui.estimating import Estimating
from tui.picture.moves import may_choose
from tui.screens.closing import CloseScreen
from tui.screens.pages import BriefScreen
from tui.screens.slips import AimsScreen, Drafts, SlipScreen
from tui.session import Session, Trouble
from tui.words import phrase

_TAKEN = {"aims": phrase("Your aims are taken."), "forecast": phrase("Your slip is in.")}
_HELD = {
    "yes": phrase("Your staff orders nothing in this move. x takes that back."),
    "no": phrase("Your staff orders again where you decide nothing."),
}


class Moving(Estimating):
    """What `f` and `g` do, and when they are asked for without a key."""

    BINDINGS = [
        ("f", "slip", phrase("Forecast slip")),
        ("g", "aims", phrase("Aims")),
        ("x", "hold", phrase("Order nothing in this move")),
    ]
    IN_MOVES: ClassVar[frozenset[str]] = frozenset({"slip", "aims", "hold"})
    _aims_asked = False
    _sure = False
    """Whether whoever plays has just said that the move is to be closed."""

    def __init__(self, chosen: Chosen, session: Session | None = None) -> None:
        super().__init__(chosen, session)
        self._drafts = Drafts()

    def ask_in_turn(self) -> None:
        """In the room, while time stands: nothing yet; what is asked is asked when a move closes.

        Aims stand beside the brief, and nobody who has not looked at the room can say how likely a
        thing is.
        """

    def asked_before_closing(self) -> bool:
        """Whether something stands first: aims, once, then what closing this move means.

        The slip stands there too, where one is open. Nobody can say how likely a thing is before
        having looked at the room. Only whoever says so there closes the move.
        """
        sure, self._sure = self._sure, False
        known = self.known
        if known is not None and self._may_choose() and not self._aims_asked and not sure:
            self._aims_asked = True
            self.push_screen(AimsScreen(known), self._take_aims_and_close)
            return True
        if sure or known is None or known.clock.over or known.view.move is None:
            return False
        if self.pace.busy or self.pace.skipping:
            return True
        self.pace.hold()
        self.show_pace()
        if not isinstance(self.screen, CloseScreen):
            self.push_screen(CloseScreen(known, self._drafts, self.then()), self._close_after_all)
        return True

    def then(self) -> str:
        """Whose turn it is once this move is closed; empty where nobody else plays."""
        return ""

    async def _close_after_all(self, slip: dict[str, str] | None) -> None:
        if slip is None:
            return
        if slip and not await self._hand_in(slip):
            return
        self._sure = True
        await self.run_action("app.close_move")

    async def _take_aims_and_close(self, ticked: tuple[str, ...] | None) -> None:
        await self._take_aims(ticked)
        await self.run_action("app.close_move")

    async def on_brief_screen_taken(self, event: BriefScreen.Taken) -> None:
        """Two aims, ticked beside the brief; that they are taken goes without saying."""
        if await self._give("aims", dict(zip(("first", "second"), event.aims, strict=True))):
            self.say("")
            self.show_pace()

    def _may_choose(self) -> bool:
        return self.known is not None and may_choose(self.known)

    def _may_forecast(self) -> bool:
        move = None if self.known is None else self.known.view.move
        return move is not None and move.slip_open and bool(move.asked)

    def action_aims(self) -> None:
        """Which two aims, while they may be chosen."""
        if self.known is None:
            return
        if not self._may_choose():
            chosen = [self.known.scene.aims.get(id, id) for id in self.known.view.aims.chosen]
            self.say(
                phrase("Your aims: {chosen}.", chosen="; ".join(chosen))
                if chosen
                else phrase("No aims to choose now.")
            )
            self.show_pace()
            return
        self._aims_asked = True
        self.push_screen(AimsScreen(self.known), self._take_aims)

    def action_slip(self) -> None:
        """The slip of this move, while it may be filled in."""
        if self.known is None:
            return
        if not self._may_forecast():
            self.say(phrase("A slip is filled in while a move opens, before time goes on."))
            self.show_pace()
            return
        self.push_screen(SlipScreen(self.known, self._drafts), self._hand_in_alone)

    async def action_hold(self) -> None:
        """Nothing goes out in this move, not even what the staff would order; again: it may."""
        move = None if self.known is None else self.known.view.move
        if move is None or self.known is None or self.known.clock.over:
            return
        await self._give("hold", {"nothing": "no" if move.held else "yes"})

    async def _take_aims(self, ticked: tuple[str, ...] | None) -> None:
        if ticked:
            await self._give("aims", dict(zip(("first", "second"), ticked, strict=True)))

    async def _hand_in_alone(self, slip: dict[str, str] | None) -> None:
        await self._hand_in(slip)

    async def _hand_in(self, slip: dict[str, str] | None) -> bool:
        return bool(slip) and await self._give("forecast", slip or {})

    async def _give(self, act: str, fields: dict[str, str]) -> bool:
        """Give it; whether it was taken."""
        if self.keeper is None or self.known is None:
            return False
        try:
            refusal = await self.keeper.submit(self.known, act, fields)
        except Trouble as problem:
            self.trouble(problem)
            return False
        taken = _TAKEN.get(act) or _HELD[fields["nothing"]]
        self.say(phrase("Not taken: {refusal}.", refusal=refusal) if refusal else taken)
        await self.look()
        return not refusal
