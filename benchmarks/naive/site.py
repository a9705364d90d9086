"""One process for each site, and one for each attack."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from simpy import Event

from benchmarks import country as given

if TYPE_CHECKING:
    from benchmarks.naive.city import City

STEP = 1800
HOUR = 3600
Waits = Generator[Event, object, None]


def wins(attack: float, defence: float, decisive: float) -> float:
    """Chance that the attack wins."""
    return 1.0 / (1.0 + (defence / attack) ** decisive) if attack > 0.0 else 0.0


class Site:
    """A site that is held, fought over, lost and retaken."""

    def __init__(self, city: City) -> None:
        self.city, self.lost, self.arms = city, False, round(given.ARMS)
        self.pressed = self.holds_out = 0.0

    def live(self) -> Waits:
        """While it is lost, forces press it until they have it back."""
        env = self.city.env
        while True:
            yield env.timeout(STEP)
            rate = self.rate() if self.lost else 0.0
            if rate > 0.0 and self.pressed + 0.5 * rate >= self.holds_out:
                before = (self.holds_out - self.pressed) / rate * HOUR
                yield env.timeout(before)
                self.retaken()
                yield env.timeout(STEP - before if before < STEP else 0)
            elif rate > 0.0:
                self.pressed += 0.5 * rate

    def rate(self) -> float:
        """Rate at which forces retake it, per hour."""
        city = self.city
        holders = city.violent * (1.0 + city.of.arms_help * city.armed) / max(city.lost, 1) + 3.0
        if city.posture < 1.0:
            return 0.0
        strength = 0.5 * city.facing * city.of.guards * self.fire()
        rate: float = wins(strength, holders, city.of.decisive) / city.of.retake
        return rate

    def fire(self) -> float:
        """What orders to shoot add to strength."""
        return self.city.of.live if self.city.posture >= 2.0 else 1.0

    def retaken(self) -> None:
        """It is held again, and some arms are found."""
        self.lost, self.pressed = False, 0.0
        self.city.weapons -= int(self.city.weapons * self.city.of.found)

    def attacked(self, people: int) -> Waits:
        """It is fought over for a time, and falls or holds; others follow the example."""
        city, nation = self.city, self.city.nation
        env, dice = city.env, nation.dice
        nation.attacks += 1
        for _ in range(nation.counted(city.of.follow_on)):
            env.process(city.raid(dice.exponential(city.of.follow_within) * HOUR))
        yield env.timeout(dice.exponential(city.of.fight) * HOUR)
        if self.lost:
            return
        men = given.POSTS * city.fill + city.of.support * city.facing
        defence = men * city.of.guards * self.fire() * (1.0 - city.of.tired * city.fatigue)
        force = people * (1.0 + city.of.arms_help * city.armed)
        if dice.random() < wins(force, defence, city.of.decisive):
            self.lost, self.pressed, self.holds_out = True, 0.0, dice.exponential(1.0)
            nation.fallen += 1
            taken = round(self.arms * city.of.looted)
            self.arms -= taken
            city.weapons += taken
            nation.moved(-city.of.site_cost)
