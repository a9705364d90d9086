"""The rates at which people move between the states of the field model of unrest.

Equations of models.md 2.2 as changed by refit.md 1; the terms themselves are in
`engine.rules.crowd`.
"""

from typing import NamedTuple

import numpy as np

from engine.rules import crowd
from engine.rules.contagion import Conditions, Contagion, Crowds, Places
from engine.rules.fields import Field, FloatArray
from engine.rules.geography import influence

# An array of no dimensions costs numpy half of what a Python number costs it.
_ONE, _FEW = np.array(1.0), np.array(30.0)


class Hazards(NamedTuple):
    """Rates per person and hour of every move, and the facts of the street behind them."""

    recruit: FloatArray
    """From available to peaceful."""
    turn: FloatArray
    """From peaceful to violent."""
    peaceful_home: FloatArray
    violent_home: FloatArray
    """From the street to rest."""
    arrest: FloatArray
    """From the street to detention, peaceful and violent alike."""
    search: FloatArray
    """From rest to detention."""
    peaceful_death: FloatArray
    violent_death: FloatArray
    recover: Field
    """From rest to available."""
    release: Field
    """From detention to rest."""
    backlash_growth: FloatArray
    """Growth of backlash memory per hour, before it fades."""
    officers: FloatArray
    """Officers facing the crowd, people."""
    free_officers: FloatArray
    """Officers on the street who face no crowd, people."""
    deterrence: FloatArray
    willing: FloatArray
    clash: FloatArray


class _Street(NamedTuple):
    active: FloatArray
    officers: FloatArray
    free: FloatArray
    risk: FloatArray
    fight: FloatArray
    arrest: FloatArray


def hazards(crowds: Crowds, places: Places, conditions: Conditions, rates: Contagion) -> Hazards:
    """All rates, for a state of whole or real people of shape (..., places)."""
    street = _street(crowds, conditions, rates)
    officers, free, risk, fight = street.officers, street.free, street.risk, street.fight
    stance = conditions.stance
    willing, recruit = _recruitment(crowds, places, conditions, rates, risk)
    leaving = _ONE + rates.dispersal_gain * risk
    peaceful_home = leaving * (_ONE / rates.peaceful_stay_hours)
    surge: Field = 0.0
    if rates.expansion_violence:
        crowd_out = peaceful_home + street.arrest
        surge = _surge(crowds, recruit, crowd_out) * rates.expansion_violence
    death = (rates.deaths_per_hour * stance.lethality) * fight
    return Hazards(
        recruit=recruit,
        turn=_turning(crowds, conditions, rates, street, surge),
        peaceful_home=peaceful_home,
        violent_home=leaving * (_ONE / rates.violent_stay_hours),
        arrest=street.arrest,
        search=_searches(crowds, conditions, rates, free),
        peaceful_death=death,
        violent_death=rates.violent_exposure * death,
        recover=_ONE / rates.rest_hours,
        release=_ONE / rates.release_hours,
        backlash_growth=_backlash(conditions, rates, street),
        officers=officers,
        free_officers=free,
        deterrence=risk,
        willing=willing,
        clash=fight,
    )


def _street(crowds: Crowds, conditions: Conditions, rates: Contagion) -> _Street:
    stance, available = conditions.stance, conditions.officers
    active: FloatArray = np.add(crowds.peaceful, crowds.violent)
    officers = np.minimum(available, rates.officers_per_protester * (active + _FEW))
    risk = crowd.deterrence(
        stance.level,
        officers,
        crowds.peaceful,
        crowds.violent,
        rates.perception,
        rates.violent_policing,
    )
    arrest = crowd.arrests(
        stance.arrest_drive,
        officers,
        active,
        rates.arrests_per_officer_hour,
        rates.arrest_saturation,
    )
    fight = crowd.clash(stance.severity, officers, active, rates.clash_crowd_share)
    return _Street(active, officers, available - officers, risk, fight, arrest)


def _recruitment(
    crowds: Crowds, places: Places, conditions: Conditions, rates: Contagion, risk: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The willing share f, and lambda = a (eps + beta f v(Lambda))."""
    credit = conditions.concession - rates.backlash_grievance * crowds.backlash
    unhappy = crowd.grievance(places.hardship, conditions.legitimacy, credit)
    willing = crowd.willing(unhappy, risk, rates.threshold)
    activity = (crowds.peaceful + rates.violent_influence * crowds.violent) / places.pool
    seen = influence(
        activity, places.near, places.media_weight, rates.outside_share, conditions.openness
    )
    contact = (rates.contact_per_hour * willing) * seen
    if rates.flank:
        active = np.maximum(crowds.peaceful + crowds.violent, _ONE)
        contact = contact * (_ONE - rates.flank * (crowds.violent / active))
    recruit: FloatArray = conditions.rhythm * (conditions.spontaneous_per_hour + contact)
    return willing, recruit


def _turning(
    crowds: Crowds, conditions: Conditions, rates: Contagion, street: _Street, surge: Field
) -> FloatArray:
    return crowd.radicalisation(
        street.fight,
        conditions.organised,
        crowds.backlash,
        street.risk,
        rates.radicalisation_per_hour,
        rates.backlash_violence,
        crowd.silence(conditions.reach, rates.blackout_violence),
        surge,
    )


def _surge(crowds: Crowds, recruit: FloatArray, out: FloatArray) -> FloatArray:
    """Growth of ln A per hour, 0 where the crowd shrinks."""
    active = np.maximum(crowds.peaceful + crowds.violent, _ONE)
    growth: FloatArray = np.maximum(recruit * crowds.available / active - out, 0.0)
    return growth


def _searches(
    crowds: Crowds, conditions: Conditions, rates: Contagion, free: FloatArray
) -> FloatArray:
    return crowd.search_arrests(
        conditions.stance.search_drive,
        free,
        crowds.resting,
        rates.searches_per_officer_hour,
        rates.arrest_saturation,
    )


def _backlash(conditions: Conditions, rates: Contagion, street: _Street) -> FloatArray:
    return crowd.backlash_source(
        conditions.stance.harshness,
        street.fight,
        street.risk,
        street.arrest,
        street.active,
        rates.backlash_per_clash,
        rates.backlash_per_arrest,
        rates.backlash_crowd,
    )
