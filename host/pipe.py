"""A game in a process of its own, spoken to over a pipe: one JSON object a line each way."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from engine.errors import BadScenario
from engine.memory import collect_seldom
from engine.saves import BadSave
from engine.setup import Wanted
from host.protocol import MOST_BYTES, Ask, Reply, read
from host.table import Table

Say = Callable[[Reply], None]


def serve(table: Table, lines: Iterable[bytes], say: Say) -> None:
    """Answer every line until the other side closes or asks to close."""
    for line in lines:
        ask = read(line)
        if isinstance(ask, Reply):
            say(ask)
            continue
        say(table.answer(ask))
        if ask.do == "close":
            return
    table.answer(Ask(id=0, do="close"))


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one that is too long, enough to see that it is."""
    while line := stream.readline(MOST_BYTES + 2):
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(MOST_BYTES)):
            pass
        yield line


def table_from(arguments: list[str], tick: Callable[[int], None] = lambda second: None) -> Table:
    """`new <wanted as JSON> <seat> <save>` or `resume <save>`.

    `tick` hears how far what lies before the first move is played.

    Raises BadScenario, BadSave or LookupError when there can be no such game, and ValueError or
    TypeError when this is not how it is asked for.
    """
    match arguments:
        case ["resume", path]:
            return Table.resumed(Path(path))
        case ["new", wanted, seat, path]:
            return Table.new(Wanted(**json.loads(wanted)), seat, Path(path), tick)
        case _:
            raise ValueError("expected `new WANTED SEAT SAVE` or `resume SAVE`")


def main(arguments: list[str]) -> int:
    """Begin, say that it is ready or why it cannot be, and answer until the other side leaves."""

    def say(reply: Reply) -> None:
        sys.stdout.write(reply.model_dump_json() + "\n")
        sys.stdout.flush()

    # Pauses of the collector would be felt in every board that asks something of the game.
    collect_seldom()
    try:
        table = table_from(arguments, lambda second: say(Reply(id=0, result={"before": second})))
    except (BadScenario, BadSave, ValueError, TypeError) as problem:
        say(Reply(id=0, error=str(problem)))
        return 1
    except LookupError as problem:
        say(Reply(id=0, error=str(problem.args[0] if problem.args else problem)))
        return 1
    say(Reply(id=0, result={"seat": table.seat}))
    table.keep_warm()
    serve(table, lines_of(sys.stdin.buffer), say)
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except (KeyboardInterrupt, BrokenPipeError):
        raise SystemExit(130) from None
