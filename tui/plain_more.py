"""What plain play understands beyond cards and time: why, looking back, and the staff."""

from collections.abc import Sequence

from tui import plain_ground, plain_past, plain_staff, plain_why
from tui.notes import Notes
from tui.session import Session

HELP = plain_ground.HELP + plain_why.HELP + plain_past.HELP + plain_staff.HELP
WORDS = ("why", "estimate", *plain_ground.WORDS, *plain_past.WORDS)


async def more(session: Session, notes: Notes, words: Sequence[str]) -> None:
    """Do what the first of these words says; it is one of WORDS."""
    match words:
        case ["why", *rest]:
            await plain_why.why(session, rest)
        case ["map" | "forces" | "airlift", *_]:
            await plain_ground.ground(session, words)
        case ["estimate", *rest]:
            await plain_staff.estimate(session, rest)
        case _:
            await plain_past.past(session, notes, words)
