"""Freed men's part of the world: posts relieved by site, and reliefs under way."""

from dataclasses import dataclass, field

from engine.kinds import Seconds


@dataclass(frozen=True, slots=True)
class Relief:
    """Own guards of some posts of a site who are free once the handing-over is done."""

    number: int
    site: str
    posts: float
    men: float
    due: Seconds
    cause: str

    @property
    def id(self) -> str:
        return f"{self.number:06d}"


@dataclass(slots=True)
class FreedState:
    """Posts and men by site that are free, and reliefs under way by number."""

    posts: dict[str, float] = field(default_factory=dict)
    men: dict[str, float] = field(default_factory=dict)
    under_way: dict[int, Relief] = field(default_factory=dict)
    begun: int = 0
    most: float = 0.0
    counted: dict[str, float] = field(default_factory=dict)
    """Men of each site of whom it was told last that they are free."""

    @property
    def total(self) -> float:
        """Men who are free now, everywhere."""
        return sum(self.men.values())

    def claimed(self, site: str) -> float:
        """Posts of a site whose own guards are free or about to be."""
        coming = (one.posts for one in self.under_way.values() if one.site == site)
        return self.posts.get(site, 0.0) + sum(coming)
