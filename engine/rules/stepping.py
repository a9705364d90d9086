"""One step of the field model of unrest: midpoint rates, and moves split about recruitment.

The scheme of models.md 2.4: rates at the start carry the mean state half a step on, rates there
drive the whole step; people leave for half a step, recruits join for a whole one, people leave for
the other half. It is of second order, and never takes more people than there are.
"""

from typing import NamedTuple

import numpy as np

from engine.rules.contagion import Conditions, Contagion, Crowds, Places
from engine.rules.exact import exp
from engine.rules.fields import Counts, Draw, FloatArray
from engine.rules.hazards import Hazards, hazards

# An array of no dimensions costs numpy half of what a Python number costs it.
_TINY, _NONE, _ONE, _TWO = np.array(1e-300), np.array(0.0), np.array(1.0), np.array(2.0)

_P, _V, _W, _J, _S, _K = range(6)

FIRST_HALF = ("exits/first", "arrests/first", "home/first", "deaths/first")
LAST_HALF = ("exits/last", "arrests/last", "home/last", "deaths/last")
"""The names that a draw is asked for in one step, always all of them, `recruits` between the two.

Exits come for peaceful, violent, resting and detained people in rows (..., 4, places), arrests for
the first three of them, home for the first two, deaths and recruits for one (..., places).
"""


class Flows(NamedTuple):
    """How many people moved during a step, by place."""

    recruited: Counts
    turned: Counts
    peaceful_home: Counts
    violent_home: Counts
    peaceful_arrested: Counts
    violent_arrested: Counts
    searched: Counts
    recovered: Counts
    released: Counts
    peaceful_killed: Counts
    violent_killed: Counts

    @property
    def arrested(self) -> Counts:
        """Everybody newly detained, on the street or at home."""
        return self.peaceful_arrested + self.violent_arrested + self.searched

    @property
    def killed(self) -> Counts:
        """Deaths among the crowd, peaceful and violent."""
        return self.peaceful_killed + self.violent_killed


class Step(NamedTuple):
    """What a step did: the state after it, its moves, and the rates that drove it."""

    crowds: Crowds
    flows: Flows
    hazards: Hazards


def step(
    crowds: Crowds,
    places: Places,
    conditions: Conditions,
    rates: Contagion,
    hours: float,
    draw: Draw,
) -> Step:
    """Carry every place `hours` on; use steps of at most 0.5 h.

    With `expected` for `draw` and a state of real numbers this is the mean-field model.
    """
    people = _stacked(crowds)
    real = people.astype(np.float64)
    start = hazards(_crowds(real, crowds.backlash), places, conditions, rates)
    half_way = _half_way(real, crowds.backlash, start, rates, 0.5 * hours)
    middle = hazards(half_way, places, conditions, rates)
    moved = _move(people, middle, hours, draw)
    fade = exp(-hours / rates.backlash_fade_hours)
    source = middle.backlash_growth * rates.backlash_fade_hours
    backlash: FloatArray = source + (crowds.backlash - source) * fade
    return Step(_crowds(people, backlash), moved, middle)


def _stacked(crowds: Crowds) -> Counts:
    shape = crowds.peaceful.shape
    people = np.empty((*shape[:-1], 6, shape[-1]), dtype=crowds.peaceful.dtype)
    people[..., _P, :] = crowds.peaceful
    people[..., _V, :] = crowds.violent
    people[..., _W, :] = crowds.resting
    people[..., _J, :] = crowds.detained
    people[..., _S, :] = crowds.available
    people[..., _K, :] = crowds.killed
    return people


def _crowds(people: Counts, backlash: FloatArray) -> Crowds:
    return Crowds(
        available=people[..., _S, :],
        peaceful=people[..., _P, :],
        violent=people[..., _V, :],
        resting=people[..., _W, :],
        detained=people[..., _J, :],
        killed=people[..., _K, :],
        backlash=backlash,
    )


def _half_way(
    people: FloatArray, backlash: FloatArray, at: Hazards, rates: Contagion, hours: float
) -> Crowds:
    """The mean state half a step on, to first order; who cannot matter to rates is left as was."""
    p, v, w = people[..., _P, :], people[..., _V, :], people[..., _W, :]
    turning = at.turn * p
    p_home, v_home = at.peaceful_home * p, at.violent_home * v
    change = np.empty((*people.shape[:-2], 3, people.shape[-1]))
    change[..., _P, :] = at.recruit * people[..., _S, :] - p_home - turning
    change[..., _P, :] -= (at.arrest + at.peaceful_death) * p
    change[..., _V, :] = turning - v_home - (at.arrest + at.violent_death) * v
    change[..., _W, :] = p_home + v_home + at.release * people[..., _J, :]
    change[..., _W, :] -= (at.search + at.recover) * w
    change *= hours
    there = people.copy()
    there[..., :3, :] = np.maximum(people[..., :3, :] + change, _NONE)
    fade = at.backlash_growth - backlash * (_ONE / rates.backlash_fade_hours)
    return _crowds(there, np.maximum(backlash + hours * fade, _NONE))


class _Chances(NamedTuple):
    """Chances in half a step: to leave, then given that, to be arrested, to go home, to die.

    Those of recruits are for the whole step.
    """

    exits: FloatArray
    arrests: FloatArray
    home: FloatArray
    deaths: FloatArray
    recruits: FloatArray


def _chances(at: Hazards, hours: float, shape: tuple[int, ...]) -> _Chances:
    lead, places = shape[:-1], shape[-1]
    # What is left to decide, row by row, after arrests and then after going home.
    late = np.empty((*lead, 2, places))
    np.add(at.turn, at.peaceful_death, out=late[..., 0, :])
    late[..., 1, :] = at.violent_death
    home = np.empty_like(late)
    home[..., 0, :] = at.peaceful_home
    home[..., 1, :] = at.violent_home
    total = np.empty((*lead, 5, places))
    np.add(late, home, out=total[..., :2, :])
    home /= np.maximum(total[..., :2, :], _TINY)
    arrests = np.empty((*lead, 3, places))
    arrests[..., :2, :] = at.arrest[..., None, :]
    arrests[..., _W, :] = at.search
    total[..., _W, :] = at.recover
    total[..., :3, :] += arrests
    total[..., _J, :] = at.release
    total[..., _S, :] = _TWO * at.recruit
    arrests /= np.maximum(total[..., :3, :], _TINY)
    deaths = at.peaceful_death / np.maximum(late[..., 0, :], _TINY)
    total *= -hours
    leave = _ONE - exp(total)
    return _Chances(leave[..., :4, :], arrests, home, deaths, leave[..., _S, :])


def _move(people: Counts, at: Hazards, hours: float, draw: Draw) -> Flows:
    """Carry the moves of a step out in `people`, and say what they were."""
    chances = _chances(at, 0.5 * hours, at.recruit.shape)
    first = _leave(people, chances, FIRST_HALF, draw)
    recruits = draw("recruits", people[..., _S, :], chances.recruits)
    people[..., _S, :] -= recruits
    people[..., _P, :] += recruits
    last = _leave(people, chances, LAST_HALF, draw)
    leaving, taken, home, rest = (a + b for a, b in zip(first, last, strict=True))
    return Flows(
        recruited=recruits,
        turned=leaving[..., _P, :] - taken[..., _P, :] - home[..., _P, :] - rest[..., _P, :],
        peaceful_home=home[..., _P, :],
        violent_home=home[..., _V, :],
        peaceful_arrested=taken[..., _P, :],
        violent_arrested=taken[..., _V, :],
        searched=taken[..., _W, :],
        recovered=leaving[..., _W, :] - taken[..., _W, :],
        released=leaving[..., _J, :],
        peaceful_killed=rest[..., _P, :],
        violent_killed=rest[..., _V, :],
    )


def _leave(
    people: Counts, chances: _Chances, flows: tuple[str, str, str, str], draw: Draw
) -> tuple[Counts, Counts, Counts, Counts]:
    """Half a step of leaving, carried out in `people`; who left, was taken, went home, died."""
    exits, arrests, homes, deaths = flows
    leaving = draw(exits, people[..., :4, :], chances.exits)
    taken = draw(arrests, leaving[..., :3, :], chances.arrests)
    other = leaving[..., :3, :] - taken
    home = draw(homes, other[..., :2, :], chances.home)
    dead = other[..., :2, :] - home
    remaining = dead[..., _P, :].copy()
    dead[..., _P, :] = draw(deaths, remaining, chances.deaths)
    people[..., :4, :] -= leaving
    people[..., _V, :] += remaining - dead[..., _P, :]
    people[..., _J, :] += taken[..., _P, :] + taken[..., _V, :] + taken[..., _W, :]
    people[..., _W, :] += home[..., _P, :] + home[..., _V, :] + leaving[..., _J, :]
    people[..., _S, :] += other[..., _W, :]
    people[..., _K, :] += dead[..., _P, :] + dead[..., _V, :]
    return leaving, taken, home, dead
