"""What the streets meet at a step: settings in force, forces, news, offers and the hour."""

from functools import lru_cache
from typing import Any

import numpy as np

from engine.agents.unrest.config import UnrestConfig
from engine.agents.unrest.state import CREDIT, UnrestState
from engine.kinds import Numbers
from engine.rules import crowd
from engine.rules.concession import credit, faded
from engine.rules.contagion import Conditions, Contagion, Places, Stance
from engine.rules.geography import audience, distances_km, nearness
from engine.scene import Scene
from engine.world import World, base_values
from engine.written import Varying

_NOBODY = np.array(0.0)
CONTAIN = 0.7
NO_LEGITIMACY = 0.5


def rates(world: World, me: str) -> Contagion:
    """The settings of the model in force now, by place where they differ."""
    own = world.all_values(me, _OWN)
    others = tuple(
        np.asarray(world.field_of(name, default), dtype=np.float64)
        for name, default in _OF_FORCES.items()
    )
    # The same tuple comes until something changes, so that its id tells them.
    key = (id(own), *(row.tobytes() for row in others))
    kept = _KEPT.get(key)
    if kept is None:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[key] = (own, _contagion(own, others))
    return kept[1]


def _contagion(own: tuple[Numbers, ...], others: tuple[Numbers, ...]) -> Contagion:
    density, arrests, searches, emergency = others
    found = dict(zip((*_SETTINGS.values(), "kept_home"), own, strict=True))
    # Under an emergency those who have gone home think longer about coming out again.
    found["rest_hours"] = found["rest_hours"] * (1 + (found.pop("kept_home") - 1) * emergency)
    faced = found["officers_per_protester"]
    found["officers_per_protester"] = np.where(density >= 0.0, density, faced)
    fields = {name: _one_if_alike(row) for name, row in found.items()}
    # These two cannot differ by place in the equations.
    fields |= {name: float(found[name][0]) for name in ("flank", "expansion_violence")}
    return Contagion(
        **fields,
        arrests_per_officer_hour=_one_if_alike(arrests),
        searches_per_officer_hour=_one_if_alike(searches),
    )


def _one_if_alike(row: Numbers) -> Any:
    """One number for a row that is everywhere alike, which the equations handle faster."""
    # An array of no dimensions: a Python number takes numpy twice as long.
    return np.array(row[0]) if (row == row[0]).all() else row


_SETTINGS: dict[str, str] = {
    "contact": "contact_per_hour",
    "outside": "outside_share",
    "violent_weight": "violent_influence",
    "threshold": "threshold",
    "perception": "perception",
    "violent_policing": "violent_policing",
    "faces": "officers_per_protester",
    "stay_peaceful": "peaceful_stay_hours",
    "stay_violent": "violent_stay_hours",
    "rest": "rest_hours",
    "dispersal": "dispersal_gain",
    "radicalises": "radicalisation_per_hour",
    "angers": "backlash_violence",
    "resents": "backlash_grievance",
    "blackout": "blackout_violence",
    "clash_share": "clash_crowd_share",
    "saturation": "arrest_saturation",
    "release": "release_hours",
    "backlash_clash": "backlash_per_clash",
    "backlash_arrest": "backlash_per_arrest",
    "backlash_crowd": "backlash_crowd",
    "backlash_fades": "backlash_fade_hours",
    "deaths": "deaths_per_hour",
    "violent_exposure": "violent_exposure",
    "dispersal_deaths": "dispersal_deaths_divisor",
    "put_off": "flank",
    "expansion": "expansion_violence",
}
"""Parameters, and what the equations call them."""

_OWN = (*_SETTINGS, "kept_home")

_OF_FORCES = {"density": -1.0, "arrest_rate": 0.01, "search_rate": 0.005, "emergency": 0.0}
"""Readings of the state, and what holds where nobody gives them; -1 stands for none."""

_KEPT: dict[tuple[object, ...], tuple[tuple[Numbers, ...], Contagion]] = {}
_MOST_KEPT = 64


def places(world: World, me: str, state: UnrestState) -> Places:
    """Who could come, how hard they live, and who sees whom."""
    scene = world.scene
    near, weight = _sight(
        scene.latitude.tobytes(),
        scene.longitude.tobytes(),
        scene.people.tobytes(),
        world.value(me, "reach"),
        world.value(me, "falls_off"),
    )
    pool = np.maximum(state.pool, 1).astype(np.float64)
    return Places(pool, world.values(me, "hardship"), near, weight)


@lru_cache(maxsize=16)
def _sight(
    latitude: bytes, longitude: bytes, people: bytes, reach: float, falls_off: float
) -> tuple[Numbers, Numbers]:
    """Nearness and audience, kept because they change only with the map and the settings."""
    km = distances_km(np.frombuffer(latitude), np.frombuffer(longitude))
    near = nearness(km, reach, falls_off)
    weight = audience(np.maximum(np.frombuffer(people), 1.0))
    near.setflags(write=False)
    weight.setflags(write=False)
    return near, weight


def pool(world: World, me: str) -> Numbers:
    """People of each place who could ever take part, whole."""
    could = crowd.pool(
        world.scene.people,
        world.value(me, "mobilisable"),
        world.values(me, "hardship"),
        world.value(me, "gradient"),
    )
    found: Numbers = np.minimum(could, world.scene.people).astype(np.int64)
    return found


def conditions(
    world: World, me: str, state: UnrestState, seconds: int, rates: Contagion
) -> Conditions:
    """What others decide, for the step of so many seconds that ends now."""
    officers = _officers(world)
    posture = np.asarray(world.field_of("posture", CONTAIN), dtype=np.float64)
    emergency = np.asarray(world.field_of("emergency"), dtype=np.float64)
    divisor = np.full(len(posture), rates.dispersal_deaths_divisor)
    return Conditions(
        stance=_stance(posture.tobytes(), emergency.tobytes(), divisor.tobytes()),
        officers=officers,
        legitimacy=np.array(legitimacy(world, me)),
        concession=credit(credit_now(world, me, state), state.violent_share),
        organised=world.values(me, "organised"),
        reach=world.field_of("reach", 1.0),
        openness=world.field_of("openness", 1.0),
        spontaneous_per_hour=_unasked(world, me, state, seconds),
        rhythm=_rhythm(world, me, state, seconds, officers),
    )


@lru_cache(maxsize=64)
def _stance(posture: bytes, emergency: bytes, divisor: bytes) -> Stance:
    """What the postures in force mean, kept because they change only when somebody orders it."""
    deaths = Contagion(dispersal_deaths_divisor=np.frombuffer(divisor))
    return Stance.of(np.frombuffer(posture), np.frombuffer(emergency), deaths)


def legitimacy(world: World, me: str) -> float:
    """The meter of legitimacy, or one half where the scenario has none."""
    config = world.config(me)
    assert isinstance(config, UnrestConfig)
    return world.meter(config.legitimacy, NO_LEGITIMACY)


def credit_now(world: World, me: str, state: UnrestState) -> Numbers:
    """Credit from concessions as it has faded until now, by place."""
    lent: Numbers = state.felt[CREDIT]
    if not lent.any():
        return lent
    hours = (world.now - state.credit_at) / 3600.0
    return faded(lent, hours, world.values(me, "credit_fades"))


def _officers(world: World) -> Numbers:
    """Effective men on the street, those who face a crowd and those who do not."""
    found = world.field_of("facing", -1.0)
    if np.maximum.reduce(found) < 0.0:
        found = world.field_of("street")
    else:
        found = found + world.field_of("spare_street")
    men: Numbers = np.maximum(found, _NOBODY)
    return men


def _unasked(world: World, me: str, state: UnrestState, seconds: int) -> Numbers:
    """Rate of coming out that no crowd causes: chance, sparks, calls and rallies."""
    rate = world.values(me, "spontaneous") + _over(world, me, "spark", seconds)
    rate = rate + _over(world, me, "call", seconds)
    begun = world.now - seconds
    for rally in state.rallies:
        lasted = min(rally.until, world.now) - max(rally.since, begun)
        if lasted > 0:
            called = np.zeros(len(rate))
            called[list(rally.places)] = rally.size * world.value(me, "rally") * lasted / seconds
            rate = rate + called
    found: Numbers = rate
    return found


def _over(world: World, me: str, name: str, seconds: int) -> Numbers:
    """A parameter that changes over time, as it was in the middle of the step."""
    now = world.values(me, name)
    base = getattr(world.config(me), name)
    assert isinstance(base, Varying)
    middle = world.now - seconds // 2
    if not any(middle < change <= world.now for change in base.changes()):
        return now
    before, _ = base_values(world.scene, base, middle)
    after, _ = base_values(world.scene, base, world.now)
    found: Numbers = np.where(before == after, now, before)
    return found


def _rhythm(world: World, me: str, state: UnrestState, seconds: int, officers: Numbers) -> Numbers:
    """How lively the hour is at each place, less what an enforced curfew takes from evenings."""
    hour = world.scene.local_hours(world.now - seconds // 2)
    lively = _lively(hour.tobytes(), world.value(me, "evening"), world.value(me, "peak_hour"))
    shut = world.field_of("curfew")
    if shut.any():
        share = world.values(me, "clash_share")
        enforced = np.minimum(1.0, officers / (share * state.active + 30.0))
        late = (hour >= EVENING) | (hour < MORNING)
        lively = lively * (1.0 - world.value(me, "curfew") * shut * enforced * late)
    return lively


@lru_cache(maxsize=512)
def _lively(hour: bytes, amplitude: float, peak_hour: float) -> Numbers:
    """The rhythm of the day, kept because every day is alike."""
    found: Numbers = np.asarray(crowd.rhythm(np.frombuffer(hour), amplitude, peak_hour))
    found.setflags(write=False)
    return found


EVENING, MORNING = 18.0, 6.0
"""Hours between which a curfew matters for who comes out."""


def seconds_of_step(scene: Scene, me: str) -> int:
    """The length of a step in whole seconds."""
    config = scene.configs[me]
    assert isinstance(config, UnrestConfig)
    return max(1, round(config.step.number * 3600))
