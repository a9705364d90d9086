"""What opens and closes airfields: fog by the hour, and capture."""

from engine.agents.airlift.events import AirfieldTurned, HourLooked
from engine.agents.airlift.fields import config_of, place_at, state_of
from engine.causes import behind
from engine.chance import Chance
from engine.kinds import Happenings, Seconds
from engine.moments import HOUR
from engine.rules.exact import exp
from engine.world import World


def watches(world: World, me: str) -> bool:
    """True while somebody flies and the hour matters: fog can come, or stands are not lit."""
    if not state_of(world, me).sorties:
        return False
    places = [place_at(world.scene, field) for field in config_of(world, me).stands]
    fog, dark = world.values(me, "fog"), world.values(me, "dark")
    fogged = bool(state_of(world, me).fogged)
    return fogged or any(fog[place] > 0.0 or dark[place] < 1.0 for place in places)


def next_look(world: World, me: str) -> Seconds:
    """The next full hour that has not been looked at."""
    return max(state_of(world, me).looked + 1, world.now // HOUR) * HOUR


def look(world: World, me: str, chance: Chance) -> Happenings:
    """Draw the weather of this hour at every airfield, in the order in which they are written."""
    state, hour = state_of(world, me), world.now // HOUR
    if not watches(world, me) or hour <= state.looked:
        return
    stays = exp(-1.0 / max(world.value(me, "fog_lasts"), 1e-3))
    for field in config_of(world, me).stands:
        roll = float(chance.at(me, "weather", hour, field).random())
        rate = float(world.values(me, "fog")[place_at(world.scene, field)])
        shut = field in state.fogged
        turns = roll >= stays if shut else roll < 1.0 - exp(-rate)
        if turns:
            yield AirfieldTurned(place=field, airfield=field, open=shut, by="weather")
    yield HourLooked(hour=hour)


def captures(world: World, me: str) -> Happenings:
    """Notice airfields that were lost or retaken."""
    lost = world.sites_of("lost")
    for field in config_of(world, me).stands:
        at = world.scene.site_at.get(field)
        gone = at is not None and bool(lost[at])
        if gone != (field in state_of(world, me).captured):
            cause = behind(world, "lost", f"lost@{field}", f"retaken@{field}", of="site")
            yield AirfieldTurned(
                cause=cause, place=field, airfield=field, open=not gone, by="capture"
            )
