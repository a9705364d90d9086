"""Seeds that can be said aloud: `amber-river-41` for a number below a million, and back."""

from datetime import date
from hashlib import blake2b

from tui.words import phrase

FIRST = (
    "amber ample azure bold brave brisk broad calm candid clear clever cold copper coral crisp "
    "curved daring deep dense distant dusty eager early eastern even exact faint fair famous "
    "fertile fierce final fine firm flat fluent frank free fresh gentle giant glad golden grand "
    "gray green hardy hazy high hollow honest humble icy indigo inner ivory jolly keen kind large "
    "late level light linen little lively local lofty loud loyal lucid lunar maple marble mellow "
    "mild mint modest narrow neat noble northern novel oaken olive opal orange outer pale patient "
    "plain polar proud quick quiet rapid ready rural solid tidal"
).split()
SECOND = (
    "acorn anchor apple arch arrow aspen attic autumn badge barley basin beacon bell birch "
    "boat bread breeze bridge brook cabin candle canyon castle cedar cellar chapel chart cherry "
    "clock cloud clover comet corner cotton cradle creek cricket crown dawn delta desert dolphin "
    "door drum eagle ember falcon feather fern field finch flame flute forest fountain garden "
    "glacier grove haven hazel heron hill honey island jacket kettle kite ladder lagoon lantern "
    "lark leaf lemon lily meadow mill mirror moon morning needle orchard otter paddle palm pepper "
    "pine planet pond prairie quarry rabbit raven river saddle shore silver spruce stone summit "
    "willow"
).split()
"""Two lists of a hundred common words each, short and unlike one another."""

MOST = len(FIRST) * len(SECOND) * 100
"""The seeds from 0 up to here, this one not among them, have words."""


def spoken(seed: int) -> str:
    """A seed in words; one that has none stays a number."""
    if not 0 <= seed < MOST:
        return str(seed)
    rest, number = divmod(seed, 100)
    first, second = divmod(rest, len(SECOND))
    return f"{FIRST[first]}-{SECOND[second]}-{number:02d}"


def heard(text: str) -> int:
    """The seed that a number or its words name. Raises ValueError in a sentence."""
    said = "-".join(text.strip().lower().replace("-", " ").split())
    if said.isdecimal():
        return int(said[:18])
    parts = said.split("-")
    if len(parts) != 3 or not parts[2].isdecimal() or int(parts[2][:3]) > 99:
        raise ValueError(
            phrase(
                "`{text}` is no seed: a number, or words such as {spoken}",
                text=text,
                spoken=spoken(7),
            )
        )
    for word, words in zip(parts, (FIRST, SECOND), strict=False):
        if word not in words:
            raise ValueError(phrase("`{word}` is not among the words of seeds", word=word))
    return (FIRST.index(parts[0]) * len(SECOND) + SECOND.index(parts[1])) * 100 + int(parts[2])


def of_the_day(scenario: str, day: date) -> int:
    """The seed of a day for a scenario: the same for everybody, and another tomorrow."""
    digest = blake2b(f"{scenario}/{day.isoformat()}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") % MOST
