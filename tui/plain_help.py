"""What can be typed when playing line by line."""

from collections.abc import Mapping

from tui import plain_more, plain_moves, plain_opening
from tui.words import phrase

WORDS = phrase("""\
Words you can type:
  cards [WORD]   your cards, and whether they can be played; or those with a word
  NUMBER         fill in and give the order of that card
  look           what you know: figures, each with its age
  orders         what became of your orders
  withdraw N     take order N back, before its time has come
  deals          offers and words given, and your credit with the others
  offers         what you may put before others
  offer N        put offer N
  answer N       answer deal N
  brief          your brief again, and the room
""")
TIME = phrase("""\
  next           let time go to the next move
  wait HOURS     let so many hours go by
  quit           leave; the game is saved
""")
HELP = f"{WORDS}{plain_opening.HELP}{plain_moves.HELP}{plain_more.HELP}{TIME}"
"""Every word that is understood, with what it does."""

MEN = frozenset({"airlift", "contingents", "security"})
"""Kinds of agents whose readings the word `forces` tells."""


def help_for(scene: Mapping[str, object]) -> str:
    """The words that this seat has a use for: without men or flights there are none to be told."""
    told = scene["told"]
    assert isinstance(told, Mapping)
    kinds = {str(about["kind"]) for about in told.values()}
    idle = {"airlift"} if "airlift" not in kinds else set()
    if not scene["forces"] and not kinds & MEN:
        idle.add("forces")
    return "\n".join(
        row for row in HELP.split("\n") if row.split()[:1] not in [[w] for w in sorted(idle)]
    )
