"""A game in a process of its own, spoken to over a pipe: one JSON object a line each way."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from pydantic import ValidationError

from engine.setup import Wanted
from host.protocol import Ask, Reply
from host.table import Table

Say = Callable[[str], None]


def serve(table: Table, lines: Iterable[str], say: Say) -> None:
    """Answer every line until the other side closes or asks to close."""
    for line in lines:
        try:
            ask = Ask.model_validate_json(line)
        except ValidationError as problem:
            say(Reply(id=-1, error=str(problem).splitlines()[0]).model_dump_json())
            continue
        say(table.answer(ask).model_dump_json())
        if ask.do == "close":
            return
    table.close()


def main(arguments: list[str]) -> int:
    """`new <wanted as JSON> <seat> <save>` or `resume <save>`; prints one line when it is ready."""
    if arguments[0] == "resume":
        table = Table.resumed(Path(arguments[1]))
    else:
        wanted = Wanted(**json.loads(arguments[1]))
        table = Table.new(wanted, arguments[2], Path(arguments[3]))

    def say(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    say(Reply(id=0, result={"seat": table.seat}).model_dump_json())
    serve(table, sys.stdin, say)
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
