"""Lines typed while `whitecell watch` waits: how far to play, and whose eyes to look with."""

import select
import sys
from collections.abc import Callable, Mapping

import click

from engine.errors import BadScenario
from engine.moments import parse_moment
from engine.names import did_you_mean, listed
from engine.quantities import QuantityError
from engine.report import Report
from tui.commands.authoring.watch import Watch
from tui.commands.authoring.watch_words import eyes, latest, stand

HELP = """\
  next              play on to the next move
  to day 2 18:00    play to that time, from the start if it lies behind
  end               play to the end
  see SEAT          what a seat knows and could order
  last              the newest lines of the timeline
  seed 12           another game
  quit              stop watching
A save plays the game again with the same seed, to the same time."""


class Steps:
    """Takes lines, one at a time, while nothing is saved."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._acts: Mapping[str, Callable[[str], None]] = {
            "next": self._next, "to": self._to, "end": self._end, "see": self._see,
            "last": self._last, "seed": self._seed, "help": lambda _: click.echo(HELP),
        }  # fmt: skip

    def taken(self, seconds: float) -> bool:
        """Wait so long for a line and do what it says; False if it says to stop."""
        ready, _, _ = select.select([sys.stdin], [], [], seconds)
        if not ready:
            return True
        line = sys.stdin.readline()
        return bool(line) and self.done(line)

    def done(self, line: str) -> bool:
        """Do what a line says; False if it says to stop."""
        word, _, rest = line.strip().partition(" ")
        if word in ("quit", "q"):
            return False
        names = [name for name in self._acts if word and name.startswith(word)]
        if not word or not names:
            hint = did_you_mean(word, self._acts) or "; `help` lists what it takes"
            click.echo(f"  no `{word}`{hint}" if word else "  `help` lists what it takes")
            return True
        if self._watch.report is None and names[0] != "help":
            click.echo("  there is no game to look at yet")
            return True
        self._acts[names[0]](rest.strip())
        return True

    def _next(self, _: str) -> None:
        game = self._watch.game
        after = None if game is None else game.schedule.after(game.now)
        if after is None:
            click.echo("  no move comes any more; `to` and `end` go on")
            return
        self._play(after)

    def _to(self, time: str) -> None:
        game = self._watch.game
        assert game is not None
        try:
            second = parse_moment(time, game.scenario.start, game.scenario.zone)
        except QuantityError:
            click.echo(f"  `{time}` is no time; write `to day 2 18:00`")
            return
        self._play(max(second, 0))

    def _end(self, _: str) -> None:
        self._play(None)

    def _seed(self, number: str) -> None:
        if not number.isdigit() or len(number) > 18:
            click.echo("  write a whole number, such as `seed 12`")
            return
        self._watch.renewed(int(number))
        self._play(self._watch.until)

    def _see(self, seat: str) -> None:
        game = self._watch.game
        assert game is not None
        seats = game.scenario.seats
        if seat not in seats:
            hint = did_you_mean(seat, seats) or f"; there are {listed(seats, 'and')}"
            click.echo(f"  no seat `{seat}`{hint}")
            return
        for line in eyes(game, seat):
            click.echo(line)

    def _last(self, _: str) -> None:
        report = self._watch.report
        assert report is not None
        for line in latest(report):
            click.echo(line)

    def _play(self, until: int | None) -> None:
        self._watch.until = until
        report = self._played()
        if report is not None:
            self._watch.report = report
            click.echo(stand(self._watch, report))

    def _played(self) -> Report | None:
        try:
            return self._watch.report_now()
        except BadScenario:
            click.echo("  there are mistakes; save it without, and it is played again")
        except Exception as error:
            # What a scenario does to the engine must not end the watch.
            click.echo(f"  the game broke off: {type(error).__name__}: {error}")
        return None
