"""Freed men: own guards leave posts that contingents took over, and come back when they must."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, cast

import numpy as np

from engine.agents.freed.config import FreedConfig
from engine.agents.freed.events import Freed, ReliefBegan, SiteCounted, TiedAgain
from engine.agents.freed.state import FreedState, Relief
from engine.chance import Chance
from engine.events import DRIFT, Event
from engine.kinds import Answer, Happenings, Kind, Numbers, Reading, Record, Standing
from engine.moments import HOUR
from engine.rules import relief as rules
from engine.rules.rounding import nine
from engine.world import World

_TOLD_AGAIN, _FEW = 1.25, 10.0
"""By how much more must be free at a site before it is told again, and fewer men than are told."""

_LEAST = 1e-6
"""Posts; less than this is the rounding of events, not a change of guard."""


class FreedKind(Kind[FreedConfig, FreedState]):
    """Own men whom others free from fixed posts."""

    name = "freed"
    text = "Own guards whom contingents relieve: min(posts covered, own posts) times men a post."
    Config = FreedConfig
    events = (ReliefBegan, Freed, SiteCounted, TiedAgain)
    readings: ClassVar[Mapping[str, Reading]] = {
        "freed": Reading("people", "place", "own men free from posts that contingents hold"),
        "freed_site": Reading("people", "site", "own men free from the posts of this site"),
        "relieved_posts": Reading("posts", "site", "posts that own men left to contingents"),
        "freed_total": Reading("people", "self", "own men freed now, everywhere"),
        "freed_most": Reading("people", "self", "the most own men who were free at one time"),
        "freeing": Reading("people", "self", "own men who hand over now"),
    }
    listens = (
        "contingents.took_over", "contingents.handed_back", "contingents.assisted",
        "incidents.lost", "incidents.retaken", "loyalty.departed", "loyalty.guard_returned",
        "security.site_left", "security.site_held",
    )  # fmt: skip

    def begin(self, world: World, me: str) -> FreedState:
        return FreedState()

    def next_due(self, world: World, me: str) -> int | None:
        return min((one.due for one in _state(world, me).under_way.values()), default=None)

    def due(self, world: World, me: str, now: int) -> Sequence[Record]:
        ready = [one for one in _state(world, me).under_way.values() if one.due <= now]
        found: list[Record] = sorted(ready, key=lambda one: (one.due, one.id))
        return [*found, Standing(now)]

    def judge(self, world: World, me: str, record: Record, chance: Chance) -> Happenings:
        if not isinstance(record, Relief):
            yield from self._looks(world, me)
        elif record.number in _state(world, me).under_way:
            total = nine(_state(world, me).total + record.men)
            yield Freed(record.number, record.men, total, cause=record.cause, place=record.site)
            yield from self._counted(world, me, record)

    def _counted(self, world: World, me: str, record: Relief) -> Happenings:
        state, to = _state(world, me), _told(world, me)
        men = state.men.get(record.site, 0.0)
        more = any(one.site == record.site for one in state.under_way.values())
        if to and not more and men >= max(_TOLD_AGAIN * state.counted.get(record.site, 0.0), _FEW):
            total = float(round(state.total))
            yield SiteCounted(
                float(round(men)), total, to=to, cause=record.cause, place=record.site
            )

    def _looks(self, world: World, me: str) -> Happenings:
        state, sites = _state(world, me), world.scene.sites
        covered = world.sites_of("posts_covered")
        if not (state.posts or state.under_way or covered.any()):
            return
        own = _own_posts(world)
        cause = world.word_of("last_change") or DRIFT
        for index, site in enumerate(sites):
            wanted = rules.posts_relieved(float(covered[index]), float(own[index]))
            more = wanted - state.claimed(site.id)
            if more > _LEAST:
                yield self._begun(world, me, site.id, more, cause)
            elif more < -_LEAST:
                yield self._tied(world, me, site.id, -more, cause)

    def _begun(self, world: World, me: str, site: str, posts: float, cause: str) -> ReliefBegan:
        due = world.now + max(round(world.value(me, "takes") * HOUR), 1)
        each = world.number_of("relief", 3.0) * world.value(me, "uses")
        men = rules.freed(posts, posts, each)
        number = _state(world, me).begun
        return ReliefBegan(number, nine(posts), nine(men), due, cause=cause, place=site)

    def _tied(self, world: World, me: str, site: str, posts: float, cause: str) -> TiedAgain:
        """What was only under way is called off first; the rest were free, and are not now."""
        state = _state(world, me)
        held = state.posts.get(site, 0.0)
        back = min(max(posts - (state.claimed(site) - held), 0.0), held)
        share = back / held if held - back > _LEAST else 1.0
        men = state.men.get(site, 0.0) * share
        total = nine(max(state.total - men, 0.0))
        # Men who only were on their way out of a post were free to nobody.
        to = _told(world, me) if men >= _FEW else ()
        return TiedAgain(nine(posts), nine(men), total, to=to, cause=cause, place=site)

    def apply(self, state: FreedState, event: Event) -> None:
        match event:
            case ReliefBegan():
                state.begun = event.relief + 1
                state.under_way[event.relief] = Relief(
                    event.relief, event.place, event.posts, event.men, event.due, event.cause
                )
            case Freed():
                relief = state.under_way.pop(event.relief)
                state.posts[event.place] = state.posts.get(event.place, 0.0) + relief.posts
                state.men[event.place] = state.men.get(event.place, 0.0) + relief.men
                state.most = max(state.most, state.total)
            case SiteCounted():
                state.counted[event.place] = event.men
            case TiedAgain():
                _tie(state, event)
                state.counted[event.place] = state.men.get(event.place, 0.0)
            case _:
                raise LookupError(f"freed has no event {type(event).__name__}")

    def read(self, world: World, me: str, name: str) -> Answer | Numbers:
        state, scene = _state(world, me), world.scene
        by_site = np.zeros(len(scene.sites))
        for site, figure in (state.posts if name == "relieved_posts" else state.men).items():
            by_site[scene.site_at[site]] = figure
        match name:
            case "freed":
                found = np.zeros(len(scene.places))
                np.add.at(found, scene.site_place, by_site)
                return found
            case "freed_site" | "relieved_posts":
                return by_site
            case "freed_total":
                return state.total
            case "freed_most":
                return state.most
            case "freeing":
                return sum(one.men for one in state.under_way.values())
            case _:
                raise LookupError(f"freed has no reading {name}")


def _state(world: World, me: str) -> FreedState:
    return cast(FreedState, world.agents[me])


def _told(world: World, me: str) -> tuple[str, ...]:
    return cast(FreedConfig, world.config(me)).told


def _own_posts(world: World) -> Numbers:
    """Posts that own men hold, by site: as the security forces say, or all that a site has."""
    if any("own_posts" in kind.readings for kind in world.scene.agents.values()):
        return world.sites_of("own_posts")
    return np.array([site.posts for site in world.scene.sites], dtype=float)


def _tie(state: FreedState, event: TiedAgain) -> None:
    left = event.posts
    for number, relief in sorted(state.under_way.items(), reverse=True):
        if relief.site == event.place and left >= relief.posts - _LEAST:
            del state.under_way[number]
            left -= relief.posts
    posts = state.posts.pop(event.place, 0.0) - max(left, 0.0)
    men = state.men.pop(event.place, 0.0) - event.men
    if posts > _LEAST:
        state.posts[event.place], state.men[event.place] = posts, men
