"""The nation: what all cities share, and the command of the reserve."""

import math

import numpy as np
from simpy import Environment

from benchmarks import country as given
from benchmarks.country import HOUR, Country
from benchmarks.naive.city import City
from benchmarks.naive.settings import settings
from benchmarks.naive.site import STEP, Waits
from engine.rules.geography import distances_km


class Nation:
    """Everything that cities share: the clock, luck, legitimacy, distances and the reserve."""

    def __init__(self, of: Country, seed: int) -> None:
        self.env, self.dice = Environment(), np.random.default_rng(seed)
        self.settings = settings(of)
        self.legitimacy, self.openness = given.LEGITIMACY, 1.0
        self.peak = self.fallen = self.attacks = 0
        self.km = distances_km(np.array(of.latitude), np.array(of.longitude)).tolist()
        self.cities = [City(self, index, of) for index in range(of.count)]
        everybody = sum(of.people)
        reserve = given.reserve_of(of)
        for city in self.cities:
            city.base = city.population / everybody
            city.reserve = round(reserve * city.base)
            weights = [
                (1.0 + km / self.settings.reach) ** -self.settings.falls_off
                for km in self.km[city.index]
            ]
            weights[city.index] = 0.0
            city.near = [weight / sum(weights) for weight in weights]
            self.env.process(city.live())
            for site in city.sites:
                self.env.process(site.live())
        self.env.process(self.review())
        self.env.process(self.recover())
        self.env.process(self.record())

    def run(self, days: float) -> None:
        """Play so many days."""
        self.env.run(until=days * 24 * HOUR)

    def drawn(self, people: int, chance: float) -> int:
        """How many of some people do it, each with this chance."""
        return int(self.dice.binomial(people, chance))

    def counted(self, mean: float) -> int:
        """A number of events of this mean."""
        return int(self.dice.poisson(mean))

    def moved(self, by: float) -> None:
        """Legitimacy goes up or down."""
        self.legitimacy = min(max(self.legitimacy + by, 0.0), 1.0)

    def recover(self) -> Waits:
        """Legitimacy comes back slowly."""
        while True:
            yield self.env.timeout(6 * HOUR)
            self.moved(
                (given.LEGITIMACY - self.legitimacy)
                * (1.0 - math.exp(-6.0 / self.settings.recovers))
            )

    def record(self) -> Waits:
        """The most people who were ever out at once."""
        yield self.env.timeout(2)
        while True:
            self.peak = max(self.peak, sum(city.active for city in self.cities))
            yield self.env.timeout(STEP)

    def review(self) -> Waits:
        """The command sends men of the reserve to where it believes that they are short."""
        while True:
            yield self.env.timeout(self.settings.reviews * HOUR)
            total = sum(city.reserve + city.inbound for city in self.cities)
            follows = self.settings.follows
            asked = sum(city.need for city in self.cities)
            short, spare = {}, {}
            for city in self.cities:
                by_need = city.need / asked if asked > 0.0 else city.base
                wanted = total * ((1.0 - follows) * city.base + follows * by_need)
                short[city.index] = max(wanted - city.reserve - city.inbound, 0.0)
                spare[city.index] = int(
                    min(max(city.reserve + city.inbound - wanted, 0.0), city.reserve)
                )
            for index in sorted(short, key=lambda i: (-short[i], i)):
                self.fill(index, int(short[index]), spare)

    def fill(self, index: int, wanted: int, spare: dict[int, int]) -> None:
        """Men for one city, from the nearest that can spare them."""
        of = self.settings
        if wanted < of.smallest:
            return
        for origin in sorted(spare, key=lambda i: (self.km[index][i], i)):
            men = min(wanted, spare[origin])
            if origin == index or men < of.smallest:
                continue
            spare[origin] -= men
            wanted -= men
            self.cities[origin].reserve -= men
            hours = of.musters + self.km[origin][index] / of.speed
            self.env.process(self.cities[index].receive(men, hours))
