"""The map and the forces line by line: sentences in place of shapes and columns."""

from collections.abc import Iterator, Sequence

import click

from tui.picture.airlift import airlift_sentences
from tui.picture.boards import blocks
from tui.picture.consultation import sentences
from tui.picture.known import Known
from tui.picture.movements import movement_words, movements
from tui.picture.places import QUIET, Town, by_trouble, has_unrest, note_of, told_of, towns
from tui.plain_opening import hanging, told_since
from tui.plain_staff import NotFound, named
from tui.session import Session
from tui.words import phrase, plural

HELP = phrase("""\
  map [PLACE]    places that are not quiet, the worst first; or all you were told of one
  forces         your men, allies and an airlift, as far as you were told
  airlift        each flight and each stand, as far as you were told
""")
WORDS = ("map", "forces", "airlift")


async def ground(session: Session, words: Sequence[str]) -> None:
    """`map`, `map PLACE`, `forces` or `airlift`; what is not understood is said in a sentence."""
    known = await told_since(session, None)
    try:
        found = _one(known, " ".join(words[1:])) if words[1:] else _all(known, words[0])
        for sentence in found:
            for line in hanging("  ", sentence):
                click.echo(line)
    except NotFound as problem:
        click.echo(str(problem))


def _all(known: Known, word: str) -> Iterator[str]:
    if word == "airlift":
        return airlift_sentences(known)
    return map_sentences(known) if word == "map" else force_sentences(known)


def map_sentences(known: Known) -> Iterator[str]:
    """One sentence a place in trouble, then how many are quiet, and how old the news is."""
    found = by_trouble(towns(known))
    if not has_unrest(known.scene):
        for town in found:
            yield f"{town.title}: {town.note or phrase('nothing told')}, {_since(town)}."
        return
    loud = [town for town in found if town.level > QUIET or town.lost or not town.known]
    for town in loud:
        lost = (
            plural(", {number} site lost", ", {number} sites lost", town.lost) if town.lost else ""
        )
        size = phrase(" of {note} or more", note=town.note.rstrip("+")) if town.note else ""
        yield f"{town.title}: {town.word}{size}{lost}, {_since(town)}."
    quiet = len(found) - len(loud)
    if quiet:
        yield phrase(
            "{which} {quiet} places are quiet.",
            which=phrase("All") if not loud else phrase("The other"),
            quiet=quiet,
        )
    for each in movements(known):
        yield phrase(
            "To {known}: {movement_words}.",
            known=known.title(each.target),
            movement_words=movement_words(known, each),
        )
    yield f"{note_of(known, found).capitalize()}."


def _since(town: Town) -> str:
    if not town.known:
        return phrase("never told")
    return (
        phrase("seen {age} ago", age=town.age)
        if town.fresh
        else phrase("last seen {age} ago", age=town.age)
    )


def force_sentences(known: Known) -> Iterator[str]:
    """What is told of each agent; what does not matter yet says what would bring it."""
    yield from sentences(known)
    for block in blocks(known):
        if block.brings:
            yield f"{block.title}: {block.brings}"
            continue
        yield f"{block.title}:"
        for row in block.rows:
            where = f", {row.where}" if row.where else ""
            yield f"  {row.title}{where}: {row.value} ({row.age})."


def _one(known: Known, text: str) -> Iterator[str]:
    places = {place.id: place.title for place in known.scene.places}
    wanted = named(text, places, phrase("place"))
    at = list(places).index(wanted)
    yield phrase(
        "{places}, {people:,.0f} people.",
        places=places[wanted],
        people=known.scene.places[at].people,
    )
    for title, value, old in told_of(known, at):
        yield f"{title}: {value}{f' ({old})' if old else ''}."
    for each in movements(known):
        if each.target == wanted:
            yield f"{movement_words(known, each)}."
    sites = [site.title for site in known.scene.sites if site.place == wanted]
    if sites:
        yield phrase("Sites there: {sites}.", sites=", ".join(sites))
