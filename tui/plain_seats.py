"""Several persons line by line: `next` passes the keyboard on, and the last one lets time go."""

from pathlib import Path

import click

from tui.plain_ending import tell_ending
from tui.session import Session
from tui.words import phrase

LINES = 60
"""Empty lines that push what one person read out of sight of the next."""


class Turns:
    """Whose turn it is, among the persons at one keyboard."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._people: tuple[str, ...] = ()
        self._at = 0
        self._read = 0
        """How many have read the ending."""

    async def begin(self) -> None:
        """Ask who plays; with several persons, see that the first one sits there."""
        scene = await self._session.scene()
        people = scene.get("people")
        self._people = tuple(map(str, people)) if isinstance(people, list) else ()
        if self.several:
            await self._seat(0)

    @property
    def several(self) -> bool:
        """Whether more than one person plays."""
        return len(self._people) > 1

    @property
    def last(self) -> bool:
        """Whether nobody comes after this person."""
        return self._at + 1 >= len(self._people)

    @property
    def count(self) -> int:
        """How many persons play; one where nobody was asked."""
        return max(len(self._people), 1)

    async def to_the_next(self) -> bool:
        """To the next person, for the pages of the ending; false after the last of them.

        Whoever sits here when the game is over reads first, then the others in their turn.
        """
        self._read += 1
        if self._read >= self.count:
            return False
        try:
            await self._seat((self._at + 1) % self.count)
        except click.Abort:
            return False
        return True

    async def pass_on(self) -> None:
        """To the next person, after the last to the first."""
        await self._seat(0 if self.last else self._at + 1)

    async def _seat(self, at: int) -> None:
        self._at = at
        seat = self._people[at]
        await self._session.sit(seat)
        scene = await self._session.scene()
        titles = scene["seats"]
        assert isinstance(titles, dict)
        click.echo("\n" * LINES)
        click.prompt(
            phrase(
                "It is the turn of {titles}. Alone with the screen? Press Enter",
                titles=titles[seat],
            ),
            default="",
            show_default=False,
            prompt_suffix=" ",
        )


async def read_endings(turns: Turns, session: Session, save: Path | None) -> None:
    """Everybody here reads the pages of their own seat, one after the other."""
    reading = True
    while reading:
        await tell_ending(session, str((await session.scene())["seat"]), save)
        reading = turns.several and await turns.to_the_next()
