"""The stories that can be told: codes, whose events they come from, and what their number is."""

from dataclasses import dataclass

CUTS = ("slow", "mobile", "all")
"""Depths to which a network is cut, shallowest first."""

SOURCES = ("duty_officer", "regional_head", "wire", "rumour", "embassy", "press")
"""Whose voice a report may have."""


@dataclass(frozen=True, slots=True)
class Story:
    """A code, the event that it tells of (`kind.event`), the reading its number comes from, and
    how that number grows: `here` is a reading of the place, `all` of the whole.

    A `rumoured` one is told falsely only while the reading `once` is not 0, if it has one.
    """

    code: str
    event: str
    number: str = ""
    scope: str = "here"
    rumoured: bool = False
    typical: float = 0.0
    once: str = ""


STORIES = (
    Story("protest", "unrest.protest_began", "crowd", rumoured=True, typical=800),
    Story("deaths", "unrest.killed", "killed", rumoured=True, typical=5),
    Story("site_attacked", "incidents.attacked"),
    Story("site_lost", "incidents.lost", rumoured=True),
    Story("arms_taken", "incidents.looted", rumoured=True, typical=40),
    Story("site_retaken", "incidents.retaken"),
    Story("post_left", "loyalty.departed", rumoured=True),
    Story("wavering", "loyalty.wavered", rumoured=True),
    Story("posture", "security.posture_ordered", scope="all"),
    Story("emergency", "government.emergency_declared", scope="all"),
    Story("address", "government.spoke", scope="all"),
    Story("post_changed", "government.appointed", "posts_changed", scope="all"),
    Story("cabinet_gone", "government.cabinet_resigned", scope="all"),
    Story("minister_gone", "government.minister_resigned", scope="all"),
    Story("aid_asked", "aid.asked", "men_asked", scope="all"),
    Story("member_answered", "alliance.answered", "answers", scope="all"),
    Story("alliance_decided", "alliance.decided", "men_agreed", scope="all"),
    Story("aircraft_landed", "airlift.unloaded", "flights", scope="all"),
    Story("troops_arrived", "contingents.arrived", "in_country", scope="all", rumoured=True,
          typical=500, once="agreed"),
    Story("site_handed_over", "contingents.took_over"),
    Story("network_cut", "media.network_cut"),
    Story("withdrawal_announced", "withdrawal.announced", scope="all"),
    Story("withdrawal_began", "withdrawal.began", scope="all"),
    Story("ship_landed", "queue.landed", "landed", scope="all"),
    Story("ran_dry", "stocks.ran_dry", rumoured=True),
)  # fmt: skip
"""Everything that may become a report. Those `rumoured` are also told when nothing happened."""

CODES = tuple(story.code for story in STORIES)
"""The codes of all stories."""

SHOWN = ("place", "number", "hour")
"""What the words of a report may show: where, how much, and when it was seen."""

POSTS, FORCE, OFFERS = "posts", "force", "offers"
EXPOSES = {
    "post_left": POSTS,
    "wavering": POSTS,
    "site_lost": POSTS,
    "deaths": FORCE,
    "posture": FORCE,
    "cabinet_gone": OFFERS,
    "minister_gone": OFFERS,
    "address": OFFERS,
    "post_changed": OFFERS,
}
"""What a publication makes common knowledge: that posts are empty, that force is used, an offer."""
