"""One process for each city: its people, its men, and what is remembered."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks import country as given
from benchmarks.country import Country
from benchmarks.naive.site import HOUR, STEP, Site, Waits

if TYPE_CHECKING:
    from benchmarks.naive.nation import Nation

HALF = 0.25
"""Half a step in hours."""


@dataclass(slots=True)
class Rates:
    """Moves of one person in an hour, and how hard forces and crowd are at each other."""

    recruit: float
    turn: float
    peaceful_home: float
    violent_home: float
    arrest: float
    search: float
    peaceful_death: float
    violent_death: float
    remembered: float
    clash: float


@dataclass(slots=True)
class Guess:
    """A city half a step on, as its rates at the start carry it."""

    peaceful: float = 0.0
    violent: float = 0.0
    backlash: float = 0.0


class City:
    """A city of so many people, a share of whom could ever take part."""

    def __init__(self, nation: Nation, index: int, of: Country) -> None:
        self.nation, self.index, self.population = nation, index, of.people[index]
        self.of = nation.settings
        self.posture, self.emergency, self.curfew, self.reach = 1.0, 0.0, 0.0, 1.0
        self.credit = 0.0
        self.env, self.spark = nation.env, of.sparks[index]
        self.pool = round(
            self.population * self.of.mobilisable * self.of.hardship**self.of.gradient
        )
        self.available, self.peaceful, self.violent = self.pool, 0, 0
        self.resting = self.held = self.killed = self.detained = self.injured = 0
        self.injured_forces = self.killed_forces = self.weapons = 0
        self.backlash = self.clash = self.fatigue = self.need = self.facing = self.street = 0.0
        self.demands, self.fill = 1.0, 1.0
        self.garrison, self.reserve = round(self.population * self.of.officers), 0
        self.inbound, self.base = 0, 0.0
        self.near: list[float] = []
        self.sites = [Site(self) for _ in range(given.SITES_EACH)]
        self.guess = Guess()

    @property
    def active(self) -> int:
        """People on the street."""
        return self.peaceful + self.violent

    @property
    def mob(self) -> float:
        """Share of those out who are violent."""
        return self.violent / max(self.active, 1)

    @property
    def armed(self) -> float:
        """Share of the violent who hold arms."""
        return min(1.0, self.weapons / self.violent) if self.violent else 0.0

    @property
    def lost(self) -> int:
        """Sites lost now."""
        return sum(site.lost for site in self.sites)

    def live(self) -> Waits:
        """Every city looks at the others before anybody moves, so that all see the same."""
        self.police(0.0)
        yield self.env.timeout(STEP)
        while True:
            self.police(0.5)
            self.look()
            yield self.env.timeout(1)
            self.move()
            self.harm()
            self.attack()
            yield self.env.timeout(STEP - 1)

    # Its men.

    def police(self, hours: float) -> None:
        """Posts first; the rest is for the street. Men tire on duty, and the command takes note."""
        wanted = self.of.relief * given.POSTS * (len(self.sites) - self.lost)
        guards = min(self.garrison, wanted)
        self.fill = guards / wanted if wanted else 1.0
        street = self.garrison - guards + self.reserve
        most = self.of.density * (self.active + 30.0)
        if hours:
            each = 1.0 - self.of.tired_loss * self.fatigue
            out = min(min(street * each, most) / each, street)
            present = max(self.garrison + self.reserve, 1.0)
            duty = min((out + guards / self.of.relief) / present, 1.0)
            rate = duty / self.of.tires_in + (1.0 - duty) / self.of.rests_in
            steady = duty / self.of.tires_in / rate
            self.fatigue = steady + (self.fatigue - steady) * math.exp(-rate * hours)
            need = self.peaceful + 3.0 * self.violent
            self.need = need + (self.need - need) * math.exp(-hours / self.of.notices)
        self.street = street * (1.0 - self.of.tired_loss * self.fatigue)
        self.facing = min(self.street, most)

    def receive(self, men: int, hours: float) -> Waits:
        """Men of the reserve are on their way; the journey tires them."""
        self.inbound += men
        yield self.env.timeout(round(hours * HOUR))
        self.inbound -= men
        self.reserve += men
        self.fatigue = min(
            self.fatigue + self.of.march_tires * men / (self.garrison + self.reserve), 1.0
        )

    # Its people.

    def rates(self, peaceful: float, violent: float, backlash: float, seen: float) -> Rates:
        """What holds for a state of the city and what its people see of all cities."""
        of, active = self.of, peaceful + violent
        mob = violent / max(active, 1.0)
        drive = min(max((self.posture - 0.4) / 0.6, 0.0), 2.0)
        severity = min(drive, 1.0)
        officers = min(self.street, of.density * (active + 30.0))
        free = self.street - officers
        faced = 1.0 + peaceful + of.violent_policing * violent
        risk = 1.0 - math.exp(-of.perception * self.posture * officers / faced)
        arrest = of.arrests * drive * officers / max(active + of.saturation * officers, 1e-9)
        search = of.searches * severity * self.emergency * free
        clash = severity * min(1.0, officers / (of.clash_share * active + 30.0))
        credit = self.credit * (1.0 - self.mob) - of.resents * backlash
        credit = min(max(self.nation.legitimacy + credit, 0.0), 1.0)
        contact = of.contact * self.willing(of.hardship * (1.0 - credit), risk) * seen
        contact *= 1.0 - of.put_off * mob
        begun = self.env.now - 0.5 * STEP
        recruit = self.rhythm(begun, officers) * (self.unasked(begun) + contact)
        death = of.deaths * self.lethality() * clash
        leaving = 1.0 + of.dispersal * risk
        silence = 1.0 + (of.blackout - 1.0) * (1.0 - self.reach)
        anger = 1.0 + of.angers * backlash
        felt = of.backlash_clash * self.harshness() * clash * (1.0 - risk)
        felt += of.backlash_arrest * arrest
        return Rates(
            recruit=recruit,
            turn=of.radicalises * silence * (of.organised + clash) * anger * (1.0 - risk),
            peaceful_home=leaving / of.stay_peaceful,
            violent_home=leaving / of.stay_violent,
            arrest=arrest,
            search=search / (self.resting + of.saturation * free + 1.0),
            peaceful_death=death,
            violent_death=of.violent_exposure * death,
            remembered=felt if active > of.backlash_crowd else 0.0,
            clash=clash,
        )

    def willing(self, grievance: float, risk: float) -> float:
        """Share of people whose grievance outweighs the risk they feel."""
        margin = max(grievance - self.of.threshold, 0.0)
        doubted = min(margin, risk)
        kept = margin - doubted + doubted * doubted / (2.0 * max(risk, 1e-9))
        share: float = kept / max(grievance, 1e-9)
        return share

    def rhythm(self, at: float, officers: float) -> float:
        """How lively the hour is, less what an enforced curfew takes."""
        of, hour = self.of, at / HOUR % 24.0
        lively: float = 1.0 + of.evening * math.cos(2.0 * math.pi * (hour - of.peak_hour) / 24.0)
        if self.curfew and (hour >= 18.0 or hour < 6.0):
            enforced = min(1.0, officers / (of.clash_share * self.active + 30.0))
            lively *= 1.0 - of.curfew * self.curfew * enforced
        return lively

    def lethality(self) -> float:
        """How deadly the posture is."""
        if self.posture >= 2.0:
            return 1.0
        dispersing: float = 1.0 / self.of.dispersal_deaths
        return dispersing if self.posture >= 1.0 else 0.0

    def harshness(self) -> float:
        """How the posture is remembered."""
        if self.posture >= 2.0:
            return 2.0
        return 1.0 if self.posture >= 1.0 else 0.0

    def unasked(self, at: float) -> float:
        """Rate of coming out that no crowd causes."""
        begins, ends = given.SPARK_HOURS
        lit = self.spark and begins * HOUR <= at < ends * HOUR
        unasked: float = self.of.spontaneous
        return unasked + (given.SPARK_PER_HOUR if lit else 0.0)

    def seen(self, activity: list[float]) -> float:
        """What people here see of the activity in all cities: their own, near ones, and news."""
        near = news = 0.0
        for other, shown in enumerate(activity):
            near += self.near[other] * shown
            news += self.nation.cities[other].base * shown
        outside = near + 0.5 * self.nation.openness * (news - near)
        seen: float = activity[self.index]
        seen += self.of.outside * (outside - seen)
        return seen

    def look(self) -> None:
        """Guess where the city will be half a step from now."""
        activity = [
            (city.peaceful + self.of.violent_weight * city.violent) / city.pool
            for city in self.nation.cities
        ]
        peaceful, violent = self.peaceful, self.violent
        rates = self.rates(peaceful, violent, self.backlash, self.seen(activity))
        leave = rates.peaceful_home + rates.turn + rates.arrest + rates.peaceful_death
        more = rates.recruit * self.available - leave * peaceful
        gone = (rates.violent_home + rates.arrest + rates.violent_death) * violent
        fade = rates.remembered - self.backlash / self.of.backlash_fades
        self.guess = Guess(
            max(peaceful + HALF * more, 0.0),
            max(violent + HALF * (rates.turn * peaceful - gone), 0.0),
            max(self.backlash + HALF * fade, 0.0),
        )

    def move(self) -> None:
        """Carry the step out by the rates of the guess: leave, join, leave."""
        activity = [
            (city.guess.peaceful + self.of.violent_weight * city.guess.violent) / city.pool
            for city in self.nation.cities
        ]
        guess = self.guess
        rates = self.rates(guess.peaceful, guess.violent, guess.backlash, self.seen(activity))
        dead = self.leave(rates)
        recruits = self.nation.drawn(self.available, 1.0 - math.exp(-2.0 * HALF * rates.recruit))
        self.available -= recruits
        self.peaceful += recruits
        dead += self.leave(rates)
        source = rates.remembered * self.of.backlash_fades
        self.backlash = source + (self.backlash - source) * math.exp(
            -2.0 * HALF / self.of.backlash_fades
        )
        self.clash = rates.clash
        if self.active > self.of.climb_crowd:
            self.demands += 2.0 * HALF / self.of.climbs
        self.demands = min(self.demands + dead / self.of.deaths_a_rung, 5.0)
        if dead:
            self.nation.moved(-self.of.death_cost * dead)

    def leave(self, rates: Rates) -> int:
        """Half a step of going home, turning, being taken and being killed; how many died."""
        home, turned, taken, dead = self.peaceful_leave(rates)
        drawn = self.nation.drawn
        total = rates.violent_home + rates.arrest + rates.violent_death
        gone = drawn(self.violent, 1.0 - math.exp(-HALF * total))
        arrested = drawn(gone, rates.arrest / total)
        late = rates.violent_home + rates.violent_death
        back = drawn(gone - arrested, rates.violent_home / late)
        rested = 1.0 / self.of.rest + rates.search
        roused = drawn(self.resting, 1.0 - math.exp(-HALF * rested))
        searched = drawn(roused, rates.search / rested)
        released = drawn(self.held, 1.0 - math.exp(-HALF / self.of.release))
        self.violent += turned - gone
        self.held += taken + arrested + searched - released
        self.resting += home + back + released - roused
        self.available += roused - searched
        self.detained += taken + arrested + searched
        killed = dead + gone - arrested - back
        self.killed += killed
        return killed

    def peaceful_leave(self, rates: Rates) -> tuple[int, int, int, int]:
        """Who of the peaceful went home, turned violent, was taken and was killed."""
        drawn = self.nation.drawn
        late = rates.turn + rates.peaceful_death
        total = late + rates.peaceful_home + rates.arrest
        gone = drawn(self.peaceful, 1.0 - math.exp(-HALF * total))
        taken = drawn(gone, rates.arrest / total)
        home = drawn(gone - taken, rates.peaceful_home / (rates.peaceful_home + late))
        rest = gone - taken - home
        dead = drawn(rest, rates.peaceful_death / late)
        self.peaceful -= gone
        return home, rest - dead, taken, dead

    # Its sites.

    def harm(self) -> None:
        """Who was hurt in the step, and what arms are left."""
        of, counted, violent = self.of, self.nation.counted, self.violent
        self.killed_forces += counted(of.killed_forces * 0.5 * min(violent, self.weapons))
        self.injured_forces += counted(of.injured_forces * 0.5 * self.clash * violent)
        exposed = self.peaceful + of.violent_injured * violent
        self.injured += counted(of.injured * 0.5 * self.clash * exposed)
        self.weapons -= self.nation.drawn(self.weapons, 1.0 - 0.5 ** (0.5 / of.weapons_fade))

    def attack(self) -> None:
        """Attacks that form by themselves in the next step."""
        for _ in range(self.nation.counted(self.of.attacks * 0.5 * self.violent)):
            self.env.process(self.raid(self.nation.dice.random() * STEP))

    def raid(self, seconds: float) -> Waits:
        """A group forms after a time, picks a site that is still held, and goes for it."""
        yield self.env.timeout(seconds)
        people = round(
            self.violent
            * (self.of.least + (self.of.most - self.of.least) * self.nation.dice.random())
        )
        held = [site for site in self.sites if not site.lost]
        if people and held:
            site = held[int(self.nation.dice.integers(len(held)))]
            yield from site.attacked(people)
