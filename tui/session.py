"""What a screen knows of a game: a session, local or at the end of a pipe; it cannot tell which."""

import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.words import phrase

# What plays is in another process as a rule, and the lobby stands before anything is asked.
if TYPE_CHECKING:
    from engine.orders import Answer, Order
    from engine.setup import Wanted
    from host.protocol import Ask, Reply
    from host.table import Table

Plain = dict[str, object]

UNREADABLE = -1
"""The id of a reply to a question that could not be read."""


class Trouble(Exception):
    """The game at the other end said that it cannot answer, or is gone."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class Session(Protocol):
    """A game as one seat has it. All plain data: a screen never holds the game itself."""

    async def scene(self) -> Plain:
        """What never changes: places, cards as forms, the brief, the outline of the map."""
        ...

    async def view(self) -> Plain:
        """What the seat knows now: stocks, figures with their age, cards, its orders."""
        ...

    async def events(self, since: int) -> list[Plain]:
        """What the seat was told from number `since` on, with headline, text and sender."""
        ...

    async def clock(self) -> Plain:
        """Second, local time, the next move, and whether the game is over."""
        ...

    async def results(self) -> Plain:
        """Harm, ending, aims and aftermath, once the game is over. Raises Trouble before."""
        ...

    async def again(self, wanted: Plain) -> Plain:
        """Have the seat's decisions played again under other luck. Raises Trouble before the end.

        `wanted` as host.again.AskedAgain; what is known so far comes back.
        """
        ...

    async def played_again(self) -> Plain:
        """What is known of those futures by now; empty if nothing was asked."""
        ...

    async def leave_again(self) -> Plain:
        """Leave them off; what is known stays."""
        ...

    async def submit(self, order: "Order") -> "Answer":
        """Put an order in; the answer is durable before it comes back."""
        ...

    async def advance(self, beats: int = 1, until_move: bool = False) -> Plain:
        """Let the game go on; where a host keeps the time, this only waits for it."""
        ...

    async def estimate(self, wanted: Plain) -> Plain:
        """Ask the staff; what they know so far. `wanted` as host.estimates.AskedEstimate."""
        ...

    async def estimated(self) -> Plain:
        """What the staff knows by now; empty if nothing was asked."""
        ...

    async def leave_estimate(self) -> Plain:
        """Call the staff off; what they know stays."""
        ...

    async def why(self, key: str, where: int, since: int) -> Plain:
        """What moved a figure since a second, as far as the seat may know; empty if nothing."""
        ...

    async def branch(self, at: int, luck: int | None = None) -> Plain:
        """Save a branch from second `at` on; where it is kept. Raises Trouble where none can be."""
        ...

    async def sit(self, seat: str) -> Plain:
        """From now on speak for another seat that a person here plays. Raises Trouble."""
        ...

    async def branches(self) -> list[Plain]:
        """The saves that hang together with this one, parents first."""
        ...

    async def close(self) -> None:
        """Seal the save and leave."""
        ...


class Asking:
    """A session over anything that answers questions."""

    def __init__(self) -> None:
        self._asked = 0

    async def ask(self, ask: "Ask") -> "Reply":
        """Put one question."""
        raise LookupError(phrase("nobody is there to ask"))

    async def _rows(self, ask: "Ask") -> list[Plain]:
        result = (await self._reply(ask)).result
        return result if isinstance(result, list) else []

    async def _one(self, ask: "Ask") -> Plain:
        result = (await self._reply(ask)).result
        return result if isinstance(result, dict) else {}

    async def _reply(self, ask: "Ask") -> "Reply":
        reply = await self.ask(ask)
        if reply.error:
            raise Trouble(reply.error)
        return reply

    def _question(self, do: str, **about: object) -> "Ask":
        from host.protocol import Ask

        self._asked += 1
        return Ask.model_validate({"id": self._asked, "do": do, **about})

    async def scene(self) -> Plain:
        """See Session."""
        return await self._one(self._question("scene"))

    async def view(self) -> Plain:
        """See Session."""
        return await self._one(self._question("view"))

    async def events(self, since: int) -> list[Plain]:
        """See Session."""
        return await self._rows(self._question("events", since=since))

    async def clock(self) -> Plain:
        """See Session."""
        return await self._one(self._question("clock"))

    async def results(self) -> Plain:
        """See Session."""
        return await self._one(self._question("results"))

    async def again(self, wanted: Plain) -> Plain:
        """See Session."""
        return await self._one(self._question("again", again=wanted))

    async def played_again(self) -> Plain:
        """See Session."""
        return await self._one(self._question("played_again"))

    async def leave_again(self) -> Plain:
        """See Session."""
        return await self._one(self._question("leave_again"))

    async def submit(self, order: "Order") -> "Answer":
        """See Session."""
        from engine.orders import answer_from

        return answer_from(await self._one(self._question("submit", order=order)))

    async def advance(self, beats: int = 1, until_move: bool = False) -> Plain:
        """See Session."""
        ask = self._question("advance", beats=beats, until_move=until_move)
        return await self._one(ask)

    async def estimate(self, wanted: Plain) -> Plain:
        """See Session."""
        return await self._one(self._question("estimate", estimate=wanted))

    async def estimated(self) -> Plain:
        """See Session."""
        return await self._one(self._question("estimated"))

    async def leave_estimate(self) -> Plain:
        """See Session."""
        return await self._one(self._question("leave_estimate"))

    async def why(self, key: str, where: int, since: int) -> Plain:
        """See Session."""
        ask = self._question("why", key=key, where=where, since=since)
        return await self._one(ask)

    async def branch(self, at: int, luck: int | None = None) -> Plain:
        """See Session."""
        return await self._one(self._question("branch", since=at, luck=luck))

    async def sit(self, seat: str) -> Plain:
        """See Session."""
        return await self._one(self._question("sit", seat=seat))

    async def branches(self) -> list[Plain]:
        """See Session."""
        return await self._rows(self._question("branches"))

    async def close(self) -> None:
        """See Session."""
        await self._reply(self._question("close"))


class LocalSession(Asking):
    """A game in this process: for plain play and for tests."""

    def __init__(self, table: "Table") -> None:
        super().__init__()
        self.table = table

    async def ask(self, ask: "Ask") -> "Reply":
        """Answered at once."""
        return self.table.answer(ask)


class PipeSession(Asking):
    """A game in another process, so that the screen never waits for it to compute."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        super().__init__()
        self._process = process
        self._turn = asyncio.Lock()

    @classmethod
    async def new(
        cls, wanted: "Wanted", seat: str, path: Path, tick: Callable[[int], None] | None = None
    ) -> "PipeSession":
        """A new game. Raises Trouble with what the other process said if it could not begin.

        `tick` hears to which second what lies before the first move has been played.
        """
        return await cls._open("new", json.dumps(asdict(wanted)), seat, str(path), tick=tick)

    @classmethod
    async def resume(cls, path: Path) -> "PipeSession":
        """A saved game. Raises Trouble if it cannot be taken up."""
        return await cls._open("resume", str(path))

    @classmethod
    async def _open(
        cls, *arguments: str, tick: Callable[[int], None] | None = None
    ) -> "PipeSession":
        pipe, program = asyncio.subprocess.PIPE, (sys.executable, "-m", "host.pipe", *arguments)
        process = await asyncio.create_subprocess_exec(
            *program, stdin=pipe, stdout=pipe, stderr=pipe, limit=2**26
        )
        session = cls(process)
        ready = await session._read()
        while isinstance(ready.result, dict) and "before" in ready.result:
            if tick is not None:
                tick(int(str(ready.result["before"])))
            ready = await session._read()
        if ready.error:
            await process.wait()
            raise Trouble(ready.error)
        return session

    async def ask(self, ask: "Ask") -> "Reply":
        """One question at a time over the pipe."""
        assert self._process.stdin is not None
        async with self._turn:
            self._process.stdin.write(ask.model_dump_json().encode() + b"\n")
            await self._process.stdin.drain()
            # Whoever asked before may have been cancelled while waiting: a reply that nobody
            # took still stands in the pipe, and is not the answer to this question.
            while (reply := await self._read()).id not in (ask.id, UNREADABLE):
                pass
            return reply

    async def _read(self) -> "Reply":
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        if not line:
            assert self._process.stderr is not None
            said = (await self._process.stderr.read()).decode(errors="replace").strip()
            raise Trouble(said.splitlines()[-1] if said else phrase("the game has gone"))
        from host.protocol import Reply

        return Reply.model_validate_json(line)

    async def close(self) -> None:
        """Seal the save, and wait until the other process has left."""
        if self._process.returncode is None:
            await super().close()
            await self._process.wait()
