"""What can be typed when playing line by line."""

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
