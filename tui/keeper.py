"""A session, and everything that was heard from it so far: what the app holds for its screens."""

from collections.abc import Sequence
from pathlib import Path

from tui.picture.data import Clock, News, Scene, View
from tui.picture.data_of_luck import Debrief
from tui.picture.fitting import fitted
from tui.picture.known import History, Known
from tui.picture.orders import refused
from tui.session import Session
from tui.words import phrase


class Keeper:
    """Asks the session, and hands out what is known as one value."""

    def __init__(self, session: Session, path: Path | None = None) -> None:
        self.session, self.path = session, path
        self.deaths_read = 0
        """How many things were told when reports of deaths were last read on their page."""
        self.results: Debrief | None = None
        """What the game is read by, once it was asked for."""
        self._scene: Scene | None = None
        self._history = History()
        self._news: list[News] = []
        self._new_from = 0
        self._given = 0
        self._opened = False
        self.code = ""
        self.about: dict[str, object] = {}

    async def look(self, pace: str = phrase("paused")) -> Known:
        """Everything that is known now. Raises Trouble if the game does not answer."""
        if self._scene is None:
            self._scene = Scene.model_validate(await self.session.scene())
        fresh = [News.model_validate(row) for row in await self.session.events(len(self._news))]
        self._news += fresh
        self._history.hear(fresh)
        view = View.model_validate(await self.session.view())
        clock = Clock.model_validate(await self.session.clock())
        if not self._opened:
            self._opened = True
            self._new_from = new_since(clock, self._news)
        return Known(
            fitted(self._scene, view),
            view,
            clock,
            tuple(self._news),
            self._history,
            self._new_from,
            pace,
        )

    def turn(self) -> None:
        """Time goes on: from here on, what is told is new."""
        self._new_from = len(self._news)

    async def advance(self, beats: int, until_move: bool) -> bool:
        """Let time go; false if it stopped before so many beats. Raises Trouble."""
        done = await self.session.advance(beats, until_move)
        return done.get("reason") == "beats"

    async def submit(
        self, known: Known, card: str, fields: dict[str, str], *, breaking: bool = False
    ) -> str:
        """Give an order; empty if it was accepted, else why it was not.

        `breaking` says that a word is broken knowingly. What the door said stays in `code` and
        `about`.
        """
        # What the game's own side is made of is heavy, and the lobby stands without it.
        from engine.orders import Order

        self._given += 1
        order = Order(
            id=f"p{known.now}-{len(self._news)}-{self._given}",
            seat=known.scene.seat,
            by="player",
            card=card,
            fields=dict(fields),
            breaking=breaking,
        )
        answer = await self.session.submit(order)
        self.code, self.about = answer.code, dict(answer.about)
        if answer.accepted:
            return ""
        return refused(known, answer.code, dict(answer.about)) or answer.code


def new_since(clock: Clock, news: Sequence[News]) -> int:
    """In a game taken up again, what came since the last move but this counts as new."""
    before = [at for at in clock.moves if at < clock.now]
    since = before[-1] if before else 0
    return next((item.number for item in news if item.at > since), len(news))
