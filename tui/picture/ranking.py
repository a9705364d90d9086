"""Which reports stand in the room: ranked for this seat, from nothing but what it was told.

What is asked of the seat comes first, then what is grave, what touches its own orders and words,
what is disputed, and what is fresh. The published weights are all there is to it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tui.picture.data import News
from tui.picture.gathering import OF_OTHERS, with_others
from tui.picture.known import Known, once
from tui.picture.places import towns
from tui.picture.reports import Report, opened_by, worth_reading
from tui.picture.times import DAY, HOUR
from tui.picture.waiting import put_before

MOST = 5
LOOKED_AT = 80
"""The newest things told among which is chosen."""

ASKED, QUESTION, OWN, DISPUTED, NEW, TRUSTED, TROUBLE, STALE, REPEATED, SAME = (
    6.0, 2.0, 2.0, 1.5, 3.0, 0.3, 0.5, 0.25, 1.0, 3.0
)  # fmt: skip
"""Weights: an offer to answer, a question, own business, each mark of reliability, each level of
trouble in its place; off for each hour of age, for each like it and for one about the same."""

AGAIN = 3.0
"""Off for an offer that was put before, and has lapsed or was refused."""

USUAL = 1.0
GRAVITY: Mapping[str, float] = {
    "deaths": 4.0, "site_lost": 4.0, "post_left": 4.0, "arms_taken": 4.0, "alliance_decided": 4.0,
    "site_attacked": 3.0, "site_retaken": 3.0, "wavering": 3.0, "network_cut": 3.0,
    "cabinet_gone": 3.0, "ran_dry": 3.0, "member_answered": 2.5, "aid_asked": 2.5,
    "minister_gone": 2.5,
    "troops_arrived": 2.5, "withdrawal_announced": 2.5, "emergency": 2.0, "post_changed": 2.0,
    "aircraft_landed": 2.0, "site_handed_over": 2.0, "withdrawal_began": 2.0, "posture": 2.0,
    "game.word_broken": 5.0, "game.deal_leaked": 3.5, "game.exhibit_exposed": 3.5,
    "game.deadline_passed": 3.0, "game.offer_answered": 3.0, "game.term_kept": 1.5,
    "game.deal_ended": 0.5, "game.reported": 2.5, "game.order_known": -1.0, "game.offer_put": 0.0,
    "media.line_opened": -2.0, "media.line_closed": -1.0, "game.credit_moved": 0.5,
}  # fmt: skip
"""How grave a thing is: by the code of its story, or by its event."""

AMISS: Mapping[str, float] = {
    "failed": 5.0, "no_answer": 5.0, "beyond": 4.0, "in_part": 3.0, "late": 2.5, "as_ordered": -3.0
}  # fmt: skip
"""How grave it is that this became of an order of one's own."""

FOUND = ("game.exhibit_checked",)
"""What an order of one's own found out, which nobody else says."""

CLOSE = 6 * HOUR
TWICE = 2.0
"""Two reports of one thing in one place dispute each other if one counts so many times more."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    item: News
    weight: float


@once
def ranked(known: Known) -> list[Report]:
    """The reports of the room, the weightiest first; never two about the same where others wait."""
    disputes = disputed(known.news)
    ground = _ground(known)
    left = [_Weighed(item, _weight(known, ground, item, disputes)) for item in _candidates(known)]
    # A word to this seat, or its own, that was broken is never left out, however old the hour.
    # Nor is what opened this move, which stands first, or what a check of one's own found.
    late = list(_newest(known))
    first = [item for item in late if opened_by(item)][:1]
    chosen = first + [item for item in late if _is_breach(known, item)][: MOST - 2]
    chosen += [item for item in late if item.event in FOUND][: MOST - 1 - len(chosen)]
    left = [each for each in left if each.item not in chosen]
    while left and len(chosen) < MOST:
        likeness = _likeness(chosen)
        best = max(left, key=lambda each: (each.weight - likeness(each.item), each.item.at))
        left.remove(best)
        chosen.append(best.item)
        if best.item.event == OF_OTHERS:
            left = [each for each in left if each.item.event != OF_OTHERS]
    return [
        replace(with_others(known, item), disputed=disputes.get(item.number, -1)) for item in chosen
    ]


def _newest(known: Known) -> Iterator[News]:
    """What was told in this move, newest first."""
    for item in reversed(known.news):
        if item.number < known.new_from:
            return
        yield item


def _is_breach(known: Known, item: News) -> bool:
    """Whether a word was broken that this seat had given, or was to rely on."""
    if item.event != "game.word_broken" or not worth_reading(item):
        return False
    deal = next((each for each in known.view.deals if each.deal == item.fields.get("deal")), None)
    if deal is None:
        return item.fields.get("seat") == known.scene.seat
    return known.scene.seat in (deal.from_, *deal.to)


def _candidates(known: Known) -> Sequence[News]:
    """What is new, and of what is older the last day; on an empty day the last things told."""
    heard = list(islice((n for n in reversed(known.news) if worth_reading(n)), LOOKED_AT))
    late = [n for n in heard if n.number >= known.new_from or known.now - n.at <= DAY]
    return late if len(late) >= MOST else heard[:MOST]


def disputed(news: Sequence[News]) -> dict[int, int]:
    """By number of a report, the number of another that says otherwise, or of the failed check."""
    found: dict[int, int] = {}
    by_id: dict[str, News] = {}
    for item in news:
        if "report" in item.fields:
            by_id.setdefault(str(item.fields["report"]), item)
    for item in news:
        if item.fields.get("stands") is False:
            fallen = by_id.get(str(item.fields.get("report")))
            if fallen is not None and fallen.number != item.number:
                found[fallen.number] = item.number
    alike: dict[tuple[str, str], list[News]] = {}
    for later in news:
        if later.place and _count(later) > 0:
            before = alike.setdefault((later.place, _story(later)), [])
            for earlier in before:
                if _differ(earlier, later):
                    found[earlier.number], found[later.number] = later.number, earlier.number
            before.append(later)
    return found


def _differ(one: News, other: News) -> bool:
    if abs(seen(one) - seen(other)) > CLOSE:
        return False
    low, high = sorted((_count(one), _count(other)))
    return high >= TWICE * low


def _count(item: News) -> float:
    number = item.fields.get("number")
    return float(number) if isinstance(number, int | float) and item.fields.get("story") else 0.0


def seen(item: News) -> int:
    """The second that a report is of; that of its coming where it names none."""
    at = item.fields.get("seen_at")
    return int(at) if isinstance(at, int | float) else item.at


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is the same for all reports: the trouble of places, where sites stand, own orders."""

    levels: Mapping[str, int]
    place_of: Mapping[str, str]
    region_of: Mapping[str, str]
    named: frozenset[str]


def _ground(known: Known) -> _Ground:
    lately = (o for o in known.view.orders if known.now - o.due <= DAY and o.state != "withdrawn")
    return _Ground(
        {town.id: town.level for town in towns(known)},
        {site.id: site.place for site in known.scene.sites},
        {place.id: place.region for place in known.scene.places},
        frozenset(str(value) for order in lately for value in order.fields.values()),
    )


def _weight(known: Known, ground: _Ground, item: News, disputes: Mapping[int, int]) -> float:
    weight = _gravity(item) + _asks(known, item)
    place = ground.place_of.get(item.place, item.place)
    weight += TROUBLE * ground.levels.get(place, 0)
    weight += OWN if _is_own(known, ground, item, place) else 0.0
    weight += DISPUTED if item.number in disputes else 0.0
    weight += NEW if item.number >= known.new_from else 0.0
    reliability = item.fields.get("reliability")
    weight += TRUSTED * reliability if isinstance(reliability, int | float) else 0.0
    return weight - STALE * (known.now - seen(item)) / HOUR


def _gravity(item: News) -> float:
    if item.event == "game.order_reported":
        return AMISS.get(str(item.fields.get("result")), USUAL)
    return GRAVITY.get(str(item.fields.get("story")), GRAVITY.get(item.event, USUAL))


def _asks(known: Known, item: News) -> float:
    """An offer that waits for this seat, or a question put to it."""
    if item.event == "game.offer_put":
        by = item.fields.get("answer_by")
        mine = item.fields.get("seat") == known.scene.seat
        waits = isinstance(by, int | float) and (not by or by > known.now)
        again = AGAIN if put_before(known, item) else 0.0
        return ASKED - again if waits and not mine else 0.0
    return QUESTION if item.text.rstrip('”" ').endswith("?") else 0.0


def _is_own(known: Known, ground: _Ground, item: News, place: str) -> bool:
    """Whether it is about an order or a word of this seat, or a place that it gave orders for."""
    if item.event.startswith("game.order_reported") or item.fields.get("seat") == known.scene.seat:
        return True
    about = {place, ground.region_of.get(place, ""), item.place} - {""}
    return bool(ground.named & about)


def _likeness(chosen: Sequence[News]) -> Callable[[News], float]:
    """What an item loses beside those that are chosen already."""
    topics = {_topic(other) for other in chosen}
    sorts = Counter((other.event, _story(other)) for other in chosen)

    def lost(item: News) -> float:
        return SAME * (_topic(item) in topics) + REPEATED * sorts[item.event, _story(item)]

    return lost


def _topic(item: News) -> tuple[str, str, str]:
    return item.event, _story(item), item.place or item.headline


def _story(item: News) -> str:
    return str(item.fields.get("story", ""))
