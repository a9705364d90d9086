"""Several persons at one keyboard, one seat after the other, with a curtain between them."""

from textual import work

from tui.keeper import Keeper
from tui.playing import Playing
from tui.screens.curtain import CurtainScreen
from tui.session import Trouble
from tui.timed import SLICE
from tui.words import phrase

ALONE = frozenset({"toggle_run", "step", "speed"})
"""What lets time go by itself: with several persons it goes when the last has closed the move."""


class Passing(Playing):
    """Closing a move hands the keyboard to the next person; the last one lets time go."""

    BINDINGS = [("h", "hand_over", phrase("Hand the keyboard over"))]
    people: tuple[str, ...] = ()
    _titles: dict[str, str]
    _keepers: dict[str, Keeper]
    _begun = False
    _handing = False

    @property
    def several(self) -> bool:
        """Whether more than one person sits here."""
        return len(self.people) > 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With several persons nobody lets time go alone; alone nobody hands over."""
        if action == "hand_over":
            return self.several and self.known is not None
        if self.several and action in ALONE:
            return False
        return super().check_action(action, parameters)

    async def enter(self, new: bool) -> None:
        """Into the room, or behind the curtain where several persons play."""
        assert self.keeper is not None
        scene = await self.keeper.session.scene()
        people, seats = scene.get("people"), scene.get("seats")
        self.people = tuple(map(str, people)) if isinstance(people, list) else ()
        self._titles = {str(k): str(v) for k, v in seats.items()} if isinstance(seats, dict) else {}
        if not self.several:
            await super().enter(new)
            return
        self._keepers, self._begun = {}, new
        self._curtain(self.people[0])

    def _curtain(self, seat: str) -> None:
        """Put everything of one seat away, and wait for the next person."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.known = None

        async def seated(_: bool | None) -> None:
            await self._sit(seat)

        self.push_screen(CurtainScreen(self._titles.get(seat, seat)), seated)

    async def _sit(self, seat: str) -> None:
        assert self.keeper is not None
        session, path = self.keeper.session, self.keeper.path
        try:
            await session.sit(seat)
        except Trouble as problem:
            self.trouble(problem)
            return
        first = seat not in self._keepers
        self.keeper = self._keepers.setdefault(seat, Keeper(session, path))
        self.seat, self.ended = seat, False
        await super().enter(self._begun and first)

    def _next_person(self) -> str | None:
        """Whose turn comes after this; None after the last."""
        at = self.people.index(self.seat) if self.seat in self.people else 0
        return self.people[at + 1] if at + 1 < len(self.people) else None

    def then(self) -> str:
        """The next person's seat, or that time runs."""
        if not self.several:
            return ""
        other = self._next_person()
        return (
            phrase(" Then {titles} decides.", titles=self._titles.get(other, other))
            if other
            else phrase(" Then time runs.")
        )

    def action_hand_over(self) -> None:
        """To the next person, or after the last to the first; no time goes by."""
        self._curtain(self._next_person() or self.people[0])

    def action_close_move(self) -> None:  # type: ignore[override]  # the worker is nobody's concern
        """Alone: time goes on. With several persons: the next one's turn, or time goes on."""
        if self.asked_before_closing():
            return
        if not self.several or self.known is None:
            super().action_close_move()
        elif self.known.clock.over:
            self.action_hand_over()
        elif (other := self._next_person()) is not None:
            self._curtain(other)
        else:
            self._close_round()

    @work(group="time")
    async def _close_round(self) -> None:
        """Everybody has decided: time runs to the next move, then it is the first one's turn."""
        if self.pace.busy:
            return
        for keeper in self._keepers.values():
            keeper.turn()
        self.pace.begin(skipping=True)
        self._handing = True
        while await self._advance(SLICE, until_move=True) and self.pace.skipping:
            pass
        self._handing = False
        self.pace.hold()
        self._curtain(self.people[0])

    def after_look(self) -> None:
        """Nothing is asked of anybody while the keyboard changes hands."""
        if not self._handing:
            super().after_look()
