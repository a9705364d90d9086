"""The evidence file: exhibits are found, and those that are false are found out."""

from engine.causes import latest
from engine.deals import events
from engine.deals.credit import moved
from engine.deals.putting import Setting
from engine.deals.state import Found
from engine.envs import WorldEnv
from engine.events import EVERYONE
from engine.kinds import Happenings
from engine.moments import HOUR
from engine.scenario.models import Exhibit, Term
from engine.scenario.models_deals import ANY
from engine.world import World


def look(setting: Setting) -> Happenings:
    """Once a beat: what comes to hand, and what is found out."""
    world = setting.world
    for id, exhibit in setting.scenario.exhibits.items():
        found = world.deals.found.get(id)
        if found is None:
            if exhibit.when.truth(WorldEnv(world)):
                yield from _found(setting, id, exhibit)
        elif found.first_shown >= 0 and world.now >= _out(found, exhibit):
            yield from _exposed(setting, id, found)


def _out(found: Found, exhibit: Exhibit) -> int:
    """When a false one that was shown is found out."""
    return found.first_shown + round(exhibit.found_out.number * HOUR)


def _found(setting: Setting, id: str, exhibit: Exhibit) -> Happenings:
    everybody = tuple(setting.scenario.seats)
    holders = everybody if exhibit.to == (EVERYONE,) else exhibit.to
    genuine = _genuine(setting, id, exhibit)
    number = yield events.ExhibitJudged(id, genuine, holders, cause=f"exhibit:{id}")
    yield events.ExhibitFound(id, cause=f"event:{number}", to=holders)


def _genuine(setting: Setting, id: str, exhibit: Exhibit) -> bool:
    if exhibit.true is not None:
        return bool(exhibit.true.truth(WorldEnv(setting.world)))
    odds = 1.0 if exhibit.odds is None else exhibit.odds.number
    return float(setting.chance.at("deals", "genuine", 0, id).random()) < odds


def found_out(setting: Setting) -> Happenings:
    """When the game ends, whatever false thing was used is found out."""
    for id, found in list(setting.world.deals.found.items()):
        if found.first_shown >= 0:
            yield from _exposed(setting, id, found)


def _exposed(setting: Setting, id: str, found: Found) -> Happenings:
    if found.genuine or found.exposed:
        return
    users = tuple(dict.fromkeys(who for who, _, _ in found.shown))
    told = tuple(dict.fromkeys((*users, *(whom for _, whom, _ in found.shown))))
    cause = latest(setting.world, f"shown:{id}")
    number = yield events.ExhibitExposed(id, users, cause=cause, to=told)
    for user in users:
        others = tuple(whom for who, whom, _ in found.shown if who == user)
        scenario, world, why = setting.scenario, setting.world, f"event:{number}"
        yield from moved(scenario, world, user, others, "false", why, f"exhibit:{id}")


def shown_since(world: World, term: Term, by: str, to: str, since: int) -> bool:
    """Whether a term that something is shown has been kept since a second."""
    return any(
        (who, whom) == (by, to) and at >= since
        for id, found in world.deals.found.items()
        if term.exhibit in (ANY, id)
        for who, whom, at in found.shown
    )
