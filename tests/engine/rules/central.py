"""Twenty-one invented places under the central settings, with the recorded kind of policing.

A small world for whole-model tests: an origin in the west, a big city in the south, postures that
harden by day; officers, concessions and legitimacy follow their own rules too crudely for more.
"""

from dataclasses import dataclass

import numpy as np

from engine.rules import crowd
from engine.rules.contagion import Conditions, Contagion, Crowds, Places, Stance
from engine.rules.fields import Draw, FloatArray
from engine.rules.geography import audience, distances_km, nearness
from engine.rules.stepping import Step, step
from tests.oracles.draws import expected

RATES = Contagion()
LEGITIMACY = 0.5
TRIGGER_PER_HOUR = 0.005


@dataclass(frozen=True)
class Land:
    """Places with their populations and parts: 0 origin, 1 west, 2 south, 3 north."""

    places: Places
    population: FloatArray
    part: FloatArray


def land(count: int = 21, seed: int = 5) -> Land:
    dice = np.random.default_rng(seed)
    population = np.rint(150_000 * np.exp(0.7 * dice.standard_normal(count)))
    population[count // 2] = 2_000_000
    east = np.linspace(51.0, 80.0, count)
    north = 43.0 + 9.0 * dice.random(count)
    part = np.where(east < 57.0, 1.0, np.where(north < 46.5, 2.0, 3.0))
    part[0], part[count // 2] = 0.0, 2.0
    hardship = np.choose(part.astype(int), [1.26, 1.13, 1.0, 0.82])
    hardship = hardship + 0.02 * dice.standard_normal(count)
    places = Places(
        pool=crowd.pool(population, 0.01, hardship, 2.8),
        hardship=hardship,
        near=nearness(distances_km(north, east), 150.0, 2.0),
        media_weight=audience(population),
    )
    return Land(places, population, part)


def conditions(where: Land, hour: float, rates: Contagion = RATES) -> Conditions:
    """What holds at `hour` (middle of a step) from the first midnight."""
    part = where.part
    posture = np.where(part <= 1.0, 0.4, 0.7)
    if hour >= 70.0:
        posture = np.where(part == 2.0, 1.0, posture)
    if hour >= 96.5:
        posture = np.where(part == 2.0, 3.0, np.where(part == 3.0, 1.0, posture))
    if hour >= 133.0:
        posture = np.where(part >= 2.0, 3.0, posture)
    emergency = 1.0 if hour >= 96.0 else 0.0
    spark = np.where(part == 0.0, TRIGGER_PER_HOUR if 8.0 <= hour < 14.0 else 0.0, 0.0)
    reserve = 5200.0 * where.population / where.population.sum()
    return Conditions(
        stance=Stance.of(posture, emergency, rates),
        officers=0.55 * 180e-5 * where.population + reserve,
        legitimacy=LEGITIMACY,
        openness=0.15 if hour >= 96.0 else 1.0,
        reach=0.3 if hour >= 96.0 else 1.0,
        spontaneous_per_hour=5e-7 + spark,
        rhythm=crowd.rhythm(hour % 24.0, 0.7, 21.0),
    )


def run(hours: float, days: float, draw: Draw = expected, where: Land | None = None) -> list[Step]:
    """Steps of `hours` for some days from calm; whole people if a draw of them is given."""
    where = where or land()
    pool = where.places.pool
    crowds = Crowds.calm(pool if draw is expected else pool.astype(np.int64))
    steps = []
    for index in range(round(days * 24.0 / hours)):
        now = conditions(where, (index + 0.5) * hours)
        steps.append(step(crowds, where.places, now, RATES, hours, draw))
        crowds = steps[-1].crowds
    return steps
