"""Named guards that leave on a word of their chiefs, and come back."""

from engine.agents.loyalty.events import GuardReturned, WordGiven
from engine.agents.loyalty.minds import state_of
from engine.causes import behind, latest
from engine.chance import Chance
from engine.events import DRIFT
from engine.kinds import Happenings
from engine.moments import HOUR
from engine.world import World


def words_given(world: World, me: str, chance: Chance, number: int) -> Happenings:
    """Chiefs pass the word at places pressed hard enough, unless a new chief is obeyed by now."""
    state, scene = state_of(world, me), world.scene
    if 0 <= state.chief_obeyed <= world.now:
        return
    lost = world.sites_of("lost")
    for id, guard in sorted(state.guards.items()):
        site = scene.site_at[id]
        pressed = state.overwhelmed[int(scene.site_place[site])]
        if guard.phase != "waiting" or lost[site] > 0.5 or pressed < world.value(me, "departs_at"):
            continue
        dice = chance.at(me, "word", guard.words, id)
        obeyed = float(dice.random()) < world.value(me, "departs")
        wait = float(dice.exponential(1.0)) * world.value(me, "departs_after")
        due = world.now + max(round(wait * HOUR), 1)
        yield WordGiven(obeyed, due, cause=f"event:{number}", place=id)


def returning(world: World, me: str) -> Happenings:
    """Guards come back to sites that were retaken, or once a new chief is obeyed."""
    state, scene = state_of(world, me), world.scene
    if not state.abandoned:
        return
    lost = world.sites_of("lost")
    obeyed = 0 <= state.chief_obeyed <= world.now
    for site in state.abandoned:
        if lost[scene.site_at[site]] < 0.5 and (obeyed or site in state.taken):
            back = behind(world, "lost", f"retaken@{site}", of="site")
            if back == DRIFT or site not in state.taken:
                back = latest(world, f"{me}.chief_replaced")
            yield GuardReturned(cause=back, place=site)
