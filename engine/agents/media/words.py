"""Which words a report reaches a seat in: none twice, in an order drawn for each seat."""

from collections.abc import Mapping

from engine.agents.media.config import Wording
from engine.agents.media.desk import place_of
from engine.agents.media.network import config_of, state_of
from engine.agents.media.state import Claim, Sending
from engine.agents.media.stories import STORIES
from engine.chance import Chance
from engine.names import names_in
from engine.world import FOREVER, World

USUAL = {story.code: story.typical for story in STORIES}
"""What parts small from large."""


def wording(world: World, me: str, sending: Sending, claim: Claim, chance: Chance) -> str:
    """The id of the words for a report, empty where none are left that fit.

    Whether the story is so plays no part, nor what other seats were told.
    """
    told = state_of(world, me).worded.get(sending.seat, ())
    place = place_of(world, claim.place)
    where = world.scene.places[place] if place >= 0 else ""
    about = _about(world, me).get(claim.story, {})
    # All are drawn, so that words that do not fit today keep their turn.
    entity = f"{claim.story}:{sending.seat}"
    turns = chance.at(me, "wording", entity=entity).random(len(about)).tolist()
    fitting = [
        (turn, id)
        for turn, (id, words) in zip(turns, about.items(), strict=True)
        if id not in told and _fits(world, words, sending, where)
    ]
    return min(fitting)[1] if fitting else ""


def _about(world: World, me: str) -> Mapping[str, Mapping[str, Wording]]:
    """Wordings by story; nothing that happens changes them, so they are sorted once."""
    kept = world.cache.get((me, "//wordings"))
    if kept is None:
        found: dict[str, dict[str, Wording]] = {}
        for id, words in config_of(world, me).wordings.items():
            found.setdefault(words.of, {})[id] = words
        kept = world.cache[me, "//wordings"] = (0, FOREVER, found)
    by_story: Mapping[str, Mapping[str, Wording]] = kept[2]
    return by_story


def _fits(world: World, words: Wording, sending: Sending, where: str) -> bool:
    if sending.source not in words.voices or (words.at and where not in world.scene.area(words.at)):
        return False
    if not sending.size and "number" in names_in(words.text):
        return False
    return words.size == "any" or (words.size == "large") == (sending.size >= USUAL[words.of])
