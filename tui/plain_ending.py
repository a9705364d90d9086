"""The ending line by line: the same pages as on the screen, each waiting for Enter."""

from collections.abc import Sequence

import click

from tui.ink import Line, plains
from tui.picture.afterwards import afterwards_lines, causes_lines
from tui.picture.data_of_endings import Results
from tui.picture.ending import ending_lines, harm_lines
from tui.session import Session

WIDTH = 78


class Reading:
    """Pages in their order; where nobody is there to press Enter, they follow on each other."""

    def __init__(self) -> None:
        self._waiting = True

    def show(self, title: str, lines: Sequence[Line]) -> None:
        """One page."""
        click.echo(f"\n{title}")
        for text in plains(lines):
            click.echo(text.rstrip())

    def wait(self, words: str) -> None:
        """Until Enter is pressed, or the input is at its end."""
        if not self._waiting:
            return
        try:
            click.prompt(f"\n{words}", default="", show_default=False, prompt_suffix="> ")
        except click.Abort:
            self._waiting = False
            click.echo("")


async def tell_ending(session: Session, seat: str) -> None:
    """The harm first and alone, then the ending and the aims. Raises Trouble before the end."""
    found = Results.model_validate(await session.results())
    reading = Reading()
    reading.show("Harm", harm_lines(found, WIDTH))
    reading.wait("Enter when you are ready")
    reading.show("Ending", ending_lines(found, seat, WIDTH))
    reading.wait("Enter for what came afterwards")
    reading.show("Afterwards", afterwards_lines(found, WIDTH))
    reading.show("What nobody knew", causes_lines(found, seat, WIDTH))
