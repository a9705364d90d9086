"""Was it words or men? A change split by what its parts are about."""

from collections.abc import Mapping

from tui.picture.data import LedgerPart, News, WhyLedger
from tui.picture.known import Known
from tui.words import phrase

WORDS, MEN, REST = phrase("words"), phrase("men"), phrase("the rest")
KINDS: Mapping[str, str] = {"contingents": MEN, "airlift": MEN, "freed": MEN, "aid": WORDS,
                            "alliance": WORDS, "abroad": WORDS, "withdrawal": WORDS}  # fmt: skip
EVENTS: Mapping[str, str] = {
    "loyalty.backing_given": WORDS, "loyalty.backing_heard": WORDS, "government.spoke": WORDS,
    "government.declared": WORDS, "media.addressed": WORDS, "loyalty.backing_honoured": MEN,
    "game.offer_put": WORDS, "game.offer_answered": WORDS, "game.term_kept": WORDS,
}  # fmt: skip
STORIES: Mapping[str, str] = {
    "alliance_decided": WORDS, "member_answered": WORDS, "aid_asked": WORDS, "address": WORDS,
    "withdrawal_announced": WORDS, "troops_arrived": MEN, "aircraft_landed": MEN,
    "site_handed_over": MEN, "withdrawal_began": MEN,
}  # fmt: skip
ABROAD = ("aid", "alliance", "contingents", "airlift")
"""Kinds without which nobody could ask whether it was words or men."""


def split(known: Known, ledger: WhyLedger) -> dict[str, float]:
    """What words did, what men did and the rest; empty where no word is among the parts.

    Men are named even where they did nothing: that is the point of it.
    """
    if not any(told.kind in ABROAD for told in known.scene.told.values()):
        return {}
    by_number = {item.number: item for item in known.news}
    found = {WORDS: 0.0, MEN: 0.0, REST: 0.0}
    named = False
    for part in ledger.parts:
        sort = _sort(part, by_number)
        named = named or sort == WORDS
        found[sort] += part.amount
    return found if named else {}


def _sort(part: LedgerPart, news: Mapping[int, News]) -> str:
    item = news.get(part.number) if part.sort == "told" else None
    if item is None:
        return REST
    story = str(item.fields.get("story", ""))
    if story:
        return STORIES.get(story, REST)
    return EVENTS.get(item.event, KINDS.get(item.event.partition(".")[0], REST))
