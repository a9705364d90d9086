"""Why a figure moved, line by line: `why NAME hours N`."""

from collections.abc import Sequence

import click

from tui.picture.consultation import is_clocks
from tui.picture.data import WhyLedger
from tui.picture.figures import title_of
from tui.picture.flights import is_board
from tui.picture.why import sentences
from tui.plain_opening import told_since
from tui.plain_staff import NotFound, named, said
from tui.session import Session, Trouble
from tui.words import phrase

HELP = phrase("""  why NAME [hours N]
                 what moved a figure, as far as you know: the last day, or so many hours
""")
USUAL = "24"
MOST = 100_000


async def why(session: Session, words: Sequence[str]) -> None:
    """Print the ledger of a figure; what is not understood is said in a sentence."""
    known = await told_since(session, None)
    at = words.index("hours") if "hours" in words else len(words)
    hours = " ".join(words[at + 1 :]) or USUAL
    single = [
        key
        for key, told in known.scene.told.items()
        if told.of in ("self", "meter") and not is_clocks(key) and not is_board(key)
    ]
    titles = {key: title_of(known.scene, key) for key in single}
    try:
        key = named(" ".join(words[:at]), titles, phrase("figure"))
        if not hours.isdecimal() or not 0 < int(hours[:7]) <= MOST:
            raise NotFound(phrase("`hours {hours}`: say a number of hours.", hours=hours))
        since = max(known.now - int(hours) * 3600, 0)
        plain = await session.why(key, 0, since)
    except (NotFound, Trouble) as problem:
        click.echo(str(problem))
        return
    if not plain:
        click.echo(
            phrase(
                "{titles}: you were told of it once at most; nothing has moved yet.",
                titles=titles[key],
            )
        )
        return
    said(sentences(known, key, WhyLedger.model_validate(plain)))
