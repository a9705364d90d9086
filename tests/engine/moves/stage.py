"""The harbour in formats of a few lines, for tests of moves."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from engine.bots.casting import cast
from engine.game import Game, Settings
from engine.scenario.scenario import Scenario
from tests.engine.small import changed

FORMATS = """
    formats:
      two:
        title: Two a move
        minutes: 20
        orders: {otherwise: 2, union: 1}
        chapters:
          First:  [day 1 06:00, day 1 18:00]
          Second: [day 2 18:00]
      late:
        minutes: 5
        orders: 1
        opens: {at: day 2 06:00, played_by: doctrine}
        ends: day 3 06:00
        extra:
          most: 1
          when: (now >= day 2 08:00 and now < day 2 10:00) or now >= day 2 20:00
          text: A queue stands in the bay.
        chapters: {Late: [day 2 06:00, day 2 18:00]}
      lesson:
        minutes: 5
        orders: 1
        extra: {most: 0, when: now >= day 1 09:00 and now < day 1 10:00, text: It struck nine.}
        chapters: {All: [day 1 06:00, day 1 18:00, day 2 06:00]}
    """


def harbour_in_formats(folder: Path, more: str = "") -> Scenario:
    """The harbour with these formats beside its own."""
    return changed(folder, dedent(FORMATS) + "\n" + dedent(more))


def in_format(
    scenario: Scenario,
    format: str,
    bots: str = "idle",
    seed: int = 1,
    one_by_one: Mapping[str, str] | None = None,
) -> Game:
    """A game of it under a format, at its first second."""
    played_by = scenario.formats[format].played_by if format else "idle"
    seated = cast(scenario, bots, one_by_one or {})
    before = cast(scenario, played_by, {})
    return Game(scenario, Settings(seed, bots=seated, format=format, before=before))
