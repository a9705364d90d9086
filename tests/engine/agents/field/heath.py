"""A field on the shipped small scenario: a fire in three places, and a fever."""

from pathlib import Path

from engine.errors import BadScenario
from engine.game import Game
from tests.engine.small import changed, told_to_play

FIRE = """
agents:
  fire:
    kind: field
    levels:
      heath:   {title: Heath that stands, start: {everywhere: 100 %, north_quay: 90 %}}
      burning: {title: Heath on fire, start: {everywhere: 0 %, north_quay: 10 %}}
      ash:     {title: Ash, start: 0 %}
    flows:
      takes:  {does: infects, of: heath, into: burning, share: 20 %/h (10 to 30)}
      leaps:  {does: catches, of: heath, into: burning, share: 10 %/h (5 to 15)}
      burns:  {does: turns, of: burning, into: ash, share: 8 %/h}
    marks:
      caught: {of: burning, above: 5 %, text: the heath is on fire}
      gone:   {of: heath, below: 10 %}
    links: {north_quay: [old_town]}
"""
"""Fire at one end of a link; the other places have nothing to catch it from."""

FEVER = """
agents:
  fever:
    kind: field
    levels:
      well: {title: Well, start: {everywhere: 1000 people, old_town: 990 people}}
      ill:  {title: Ill, start: {everywhere: 0 people, old_town: 10 people}}
      over: {title: Over it, start: 0 people}
    flows:
      spreads: {does: infects, of: well, into: ill, share: 40 %/d}
      heals:   {does: turns, of: ill, into: over, share: 10 %/d}
      travels: {does: moves, of: ill, share: 1 %/d}
    within: 500 km
    thins: 30 km
"""


def played(folder: Path, text: str, hours: int) -> Game:
    """The changed scenario after some hours in which nobody orders anything."""
    return told_to_play(folder, text, hours)


def level(game: Game, agent: str, name: str, place: str) -> float:
    """A level at a place now."""
    found = game.scene.agents[agent].read(game.world, agent, name)
    return float(found[game.scene.place_at[place]])  # type: ignore[index]  # one number a place


def in_all(game: Game, agent: str, name: str) -> float:
    """A level in all places together."""
    found = game.scene.agents[agent].read(game.world, agent, f"{name}_in_all")
    assert isinstance(found, float)
    return found


def faults(folder: Path, text: str) -> list[str]:
    """What `check` says of the changed scenario: sentences with their codes."""
    try:
        changed(folder, text)
    except BadScenario as bad:
        return [f"{problem.sentence} [{problem.code}]" for problem in bad.problems]
    return []
