"""A game that is opened while its content note is read, and put away if nobody begins it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.session import PipeSession, Trouble

Key = tuple[object, ...]
"""Everything that makes it this game and no other."""


@dataclass(frozen=True, slots=True)
class _Opened:
    key: Key
    path: Path
    game: asyncio.Task[PipeSession]


class Ahead:
    """At most one game that nobody has begun yet."""

    def __init__(self) -> None:
        self._opened: _Opened | None = None

    async def open(self, key: Key, path: Path, make: Callable[[], Awaitable[PipeSession]]) -> None:
        """Begin to open a game; another one that was being opened is put away."""
        if self._opened is not None and self._opened.key == key:
            return
        await self.drop()

        async def made() -> PipeSession:
            return await make()

        self._opened = _Opened(key, path, asyncio.create_task(made()))

    async def take(self, key: Key) -> tuple[PipeSession, Path] | None:
        """The game, if it is the one that was opened. Raises Trouble if it cannot be opened."""
        found, self._opened = self._opened, None
        if found is None or found.key != key:
            self._opened = found
            await self.drop()
            return None
        return await found.game, found.path

    async def drop(self) -> None:
        """Put it away, and its save with it: nothing was ordered in it."""
        found, self._opened = self._opened, None
        if found is None:
            return
        with suppress(Trouble):
            await (await found.game).close()
        for end in ("", "-wal", "-shm"):
            found.path.with_name(found.path.name + end).unlink(missing_ok=True)
