"""The ending line by line: the same pages as on the screen, each waiting for Enter."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from tui.ink import Line, plains
from tui.picture.afterwards import afterwards_lines, causes_lines
from tui.picture.data_of_luck import Debrief, LuckFound
from tui.picture.ending import ending_lines, harm_lines, rests_lines, when
from tui.picture.luck import whole_luck_lines
from tui.picture.turning import record_lines, turning_lines
from tui.picture.written import page_path, written_pages
from tui.session import Plain, Session, Trouble
from tui.words import phrase

WIDTH = 78
FUTURES = 40
LOOK = 0.5
"""Seconds between two looks at what has come."""

HELP = phrase("""  Enter          the next page
  rests          what each line of the harm rests on
  luck [NUMBER]  your decisions again with other dice, so many times (40)
  swaps          your decisions, and what could have been ordered instead
  swap N [K]     again without decision N, or with its choice K instead
  record         your decisions beside the record
  causes         what nobody knew, and the clues that reached you
  save           write the pages down as Markdown
  quit           leave the pages""")


async def tell_ending(session: Session, seat: str, save: Path | None = None) -> None:
    """The harm first and alone, then the other pages. Raises Trouble before the end."""
    found = Debrief.model_validate(await session.results())
    await Reading(session, found, seat, save).run()


class Reading:
    """Pages in their order; where nobody is there to press Enter, they follow on each other."""

    def __init__(self, session: Session, found: Debrief, seat: str, save: Path | None) -> None:
        self._session, self._found, self._seat, self._save = session, found, seat, save
        self._waiting = True
        self._luck: LuckFound | None = None
        self._swap = ""
        self._futures = FUTURES

    async def run(self) -> None:
        """One page after the other, until the last one or the player has enough."""
        found = self._found
        pages: tuple[tuple[str, Callable[[], list[Line]]], ...] = (
            (phrase("Harm"), lambda: harm_lines(found, WIDTH)),
            (phrase("Ending"), lambda: ending_lines(found, self._seat, WIDTH)),
            (phrase("Three turning points"), lambda: turning_lines(found, WIDTH)),
            (phrase("Afterwards"), lambda: afterwards_lines(found, WIDTH)),
            (phrase("What nobody knew"), lambda: causes_lines(found, self._seat, WIDTH)),
        )
        for number, (title, lines) in enumerate(pages):
            self._show(title, lines())
            words = phrase("Enter when you are ready") if not number else phrase("Enter, or help")
            if not await self._wait(words, alone=not number):
                return

    def _show(self, title: str, lines: Sequence[Line]) -> None:
        click.echo(f"\n{title}")
        for text in plains(lines):
            click.echo(text.rstrip())

    async def _wait(self, words: str, alone: bool) -> bool:
        """Until Enter is pressed or the input is at its end; false if the pages are left."""
        while self._waiting:
            try:
                said = str(
                    click.prompt(f"\n{words}", default="", show_default=False, prompt_suffix="> ")
                ).split()
            except click.Abort:
                self._waiting = False
                click.echo("")
                return True
            match said:
                case [] | ["next" | "n"]:
                    return True
                case ["quit" | "q"]:
                    return False
                case ["rests"]:
                    self._show(phrase("What each line rests on"), rests_lines(self._found, WIDTH))
                case _ if alone:
                    click.echo(
                        phrase("The harm is read first. `rests` says what each line rests on.")
                    )
                case _:
                    await self._do(said)
        return True

    async def _do(self, said: list[str]) -> None:
        match said:
            case ["luck", *rest] if all(word.isdecimal() for word in rest) and len(rest) < 2:
                self._futures = min(int(rest[0][:5]), 1000) if rest else self._futures
                self._swap = ""
                await self._play(None)
            case ["swaps"]:
                self._swaps()
            case ["swap", number, *rest] if number.isdecimal() and len(rest) < 2:
                await self._swapped(int(number[:4]), rest[0] if rest else "1")
            case ["record"]:
                self._show(
                    phrase("Your decisions beside the record"), record_lines(self._found, WIDTH)
                )
            case ["causes"]:
                lines = causes_lines(self._found, self._seat, WIDTH)
                self._show(phrase("What nobody knew"), lines)
            case ["save"]:
                self._write()
            case _:
                click.echo(HELP)

    def _swaps(self) -> None:
        for number, decision in enumerate(self._found.decisions, start=1):
            click.echo(f"  {number:2} {when(decision.at)}  {decision.words}")
            for other, instead in enumerate(decision.instead, start=1):
                click.echo(f"       {other} {instead.words}")
        if not self._found.decisions:
            click.echo(phrase("You gave no order that could be swapped."))

    async def _swapped(self, number: int, choice: str) -> None:
        decisions = self._found.decisions
        if not 1 <= number <= len(decisions) or not choice.isdecimal():
            click.echo(
                phrase(
                    "You have {decisions} decisions; type `swaps` to see them.",
                    decisions=len(decisions),
                )
            )
            return
        decision = decisions[number - 1]
        if not 1 <= int(choice[:4]) <= len(decision.instead):
            click.echo(
                phrase(
                    "It has {instead} other choices; type `swaps` to see them.",
                    instead=len(decision.instead),
                )
            )
            return
        instead = decision.instead[int(choice[:4]) - 1]
        self._swap = f"{decision.words} → {instead.words}"
        await self._play({"order": decision.order, "card": instead.card, "fields": instead.fields})

    async def _play(self, swap: Plain | None) -> None:
        """Wait for the futures; Ctrl-C stops them, and what has come is told."""
        wanted: Plain = {"futures": self._futures} | ({} if swap is None else {"swap": swap})
        click.echo(
            phrase(
                "Playing {futures} futures. Ctrl-C stops, and tells what has come.",
                futures=self._futures,
            )
        )
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        loop.add_signal_handler(signal.SIGINT, stop.set)
        try:
            plain = await self._session.again(wanted)
            told = 0
            while not plain["finished"] and not stop.is_set():
                await asyncio.sleep(LOOK)
                plain = await self._session.played_again()
                done = int(str(plain["same"]))
                if done >= told + 10:
                    told = done
                    click.echo(phrase("  {done} of {futures}", done=done, futures=self._futures))
            found = LuckFound.model_validate(await self._session.leave_again())
        except Trouble as problem:
            click.echo(f"{problem}")
            return
        finally:
            loop.remove_signal_handler(signal.SIGINT)
        self._luck = found
        self._show(phrase("Was that me, or luck?"), whole_luck_lines(found, self._swap, WIDTH))

    def _write(self) -> None:
        path = page_path(self._save, self._seat)
        text = written_pages(self._found, self._luck, self._swap, self._seat)
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as problem:
            click.echo(phrase("Not written: {strerror}.", strerror=problem.strerror or problem))
        else:
            click.echo(phrase("Written to {path}", path=path))
