"""The field model of unrest: its state, its settings and what others decide around it.

Every place holds a pool of people who are available, peaceful or violent on the street, resting,
detained or killed (models.md 2.1, S P V W J K). The rates of all moves are in
`engine.rules.hazards`, and how a step carries them out in `engine.rules.stepping`.
"""

from dataclasses import dataclass

import numpy as np

from engine.rules import crowd
from engine.rules.fields import Counts, Field, FloatArray
from engine.rules.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Crowds:
    """People of each place by what they do, and its memory of backlash.

    Whole people (int64) in a run, real numbers in the mean-field model; shape (..., places).
    """

    available: Counts
    peaceful: Counts
    violent: Counts
    resting: Counts
    detained: Counts
    killed: Counts
    backlash: FloatArray

    @staticmethod
    def calm(pool: Counts) -> "Crowds":
        """Everybody available: where a scenario begins."""
        nobody = np.zeros_like(pool)
        memory = np.zeros(pool.shape)
        return Crowds(pool.copy(), nobody, nobody, nobody, nobody, nobody, memory)

    @property
    def active(self) -> Counts:
        """People on the street, A = P + V."""
        return self.peaceful + self.violent

    @property
    def total(self) -> Counts:
        """Everybody, killed included: constant for ever."""
        out = self.peaceful + self.violent + self.resting
        return self.available + out + self.detained + self.killed


@quick
@dataclass(frozen=True, slots=True)
class Places:
    """What does not change: `pool` people who can take part, `hardship`, and who sees whom.

    `near` is the (n, n) matrix of `geography.nearness`, `media_weight` the row of
    `geography.audience`.
    """

    pool: FloatArray
    hardship: FloatArray
    near: FloatArray
    media_weight: FloatArray


@dataclass(frozen=True, slots=True)
class Contagion:
    """The settings of the model, as central values of refit.md 4; names of models.md in brackets.

    Numbers for everywhere or arrays by place; the last seven are numbers only.
    """

    contact_per_hour: Field = 0.81
    """Recruitment by contact, per hour [beta]."""
    outside_share: Field = 0.048
    """Share of influence from outside the place [mu]."""
    violent_influence: Field = 2.5
    """Weight of a violent person in contagion [q]."""
    threshold: Field = 0.1
    """Grievance less risk beyond which people act [T]."""
    perception: Field = 2.3
    """How fast visible police raise the expected chance of arrest [k]."""
    violent_policing: Field = 1.5
    """Weight of a violent person in what police face [psi]."""
    officers_per_protester: Field = 0.41
    """Officers that the command tries to field for each person on the street [rhod]."""
    peaceful_stay_hours: Field = 17.0
    """Mean stay on the street of a peaceful person, h [1/wP]."""
    violent_stay_hours: Field = 9.6
    """Mean stay on the street of a violent person, h [1/wV]."""
    rest_hours: Field = 85.0
    """Mean rest before a person is available again, h [1/xi]."""
    dispersal_gain: Field = 0.82
    """How much expected arrest shortens the stay [zeta]."""
    radicalisation_per_hour: Field = 0.018
    """Rate from peaceful to violent in a full clash, per hour [nu0]."""
    backlash_violence: Field = 2.0
    """Gain of backlash memory on radicalisation [chi]."""
    backlash_grievance: Field = 0.092
    """Legitimacy lost for each unit of backlash memory [chg]."""
    blackout_violence: Field = 1.3
    """Factor on radicalisation where networks reach nobody [nb]."""
    clash_crowd_share: Field = 0.1
    """Officers for each person at which a clash is full [cc]."""
    arrests_per_officer_hour: Field = 0.01
    """Arrests an officer makes in an hour with targets enough [amax]."""
    arrest_saturation: Field = 0.5
    """Crowd for each officer at which arrests are halved [theta]."""
    searches_per_officer_hour: Field = 0.005
    """Arrests at home a free officer makes in an hour under an emergency [srch]."""
    release_hours: Field = 120.0
    """Mean time in detention, h [1/chi_J]."""
    backlash_per_clash: Field = 0.1
    """Backlash memory from an hour of full clash under dispersal [b1]."""
    backlash_per_arrest: Field = 0.6
    """Backlash memory from each arrest per person [b2]."""
    backlash_crowd: Field = 100.0
    """Smallest crowd whose treatment is remembered, people [A0]."""
    backlash_fade_hours: Field = 24.0
    """Mean time in which backlash is forgotten, h [tauB]."""
    deaths_per_hour: Field = 4.8e-4
    """Deaths per peaceful person-hour of full clash with armed forces [arm]."""
    violent_exposure: Field = 13.0
    """How many times as fast violent people are killed [wv]."""
    dispersal_deaths_divisor: Field = 60.0
    """How many times rarer deaths are when forces only disperse [adr]."""
    tolerate: float = 0.4
    """The posture that stands aside [u_tol]."""
    disperse_from: float = 1.0
    """The posture from which forces disperse."""
    armed_from: float = 2.0
    """The posture from which forces shoot."""
    flank: float = 0.0
    """Share of recruits that a wholly violent crowd puts off [vf]."""
    expansion_violence: float = 0.0
    """Gain of a crowd's growth (of ln A, per hour) on radicalisation [eta]."""


@dataclass(frozen=True, slots=True)
class Stance:
    """What a posture means for each kind of move; build it with `of` when posture changes."""

    level: FloatArray
    severity: FloatArray
    arrest_drive: FloatArray
    search_drive: FloatArray
    lethality: FloatArray
    harshness: FloatArray

    @staticmethod
    def of(posture: FloatArray, emergency: Field, rates: Contagion) -> "Stance":
        """Ramps of a posture by place; `emergency` is 1 where searches at home are lawful."""
        severity = crowd.severity(posture, rates.tolerate)
        return Stance(
            level=posture,
            severity=severity,
            arrest_drive=crowd.arrest_drive(posture, rates.tolerate),
            search_drive=severity * emergency,
            lethality=crowd.lethality(
                posture, rates.dispersal_deaths_divisor, rates.disperse_from, rates.armed_from
            ),
            harshness=crowd.harshness(posture, rates.disperse_from, rates.armed_from),
        )


@quick
@dataclass(frozen=True, slots=True)
class Conditions:
    """What others decide, held for one step: give values of its middle, or of its start.

    `officers` are effective officers available for the street (tired men count less); `rhythm` is
    `crowd.rhythm` at the middle of the step; `openness` is kappa, times k_b under a blackout.
    """

    stance: Stance
    officers: FloatArray
    legitimacy: Field
    concession: Field = 0.0
    organised: Field = 0.0
    reach: Field = 1.0
    openness: Field = 1.0
    spontaneous_per_hour: Field = 5e-7
    rhythm: Field = 1.0
