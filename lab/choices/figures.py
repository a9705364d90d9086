"""What many plays say of the choices: counted, and held against thresholds."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from engine.moments import HOUR, clock
from engine.scenario.scenario import Scenario
from lab.choices.asking import BASE, Asked
from lab.choices.faring import Fare, added, answers, endings, fares, mean
from lab.choices.playing import Result
from lab.choices.watching import RESULTS

OFTEN, SELDOM = 0.8, 0.03
"""A card taken in more, or in less, of the moves in which it is open is hardly a choice."""

IDLE = 0.1
BEST = 0.4
ALONE = 1 / 3


@dataclass(frozen=True, slots=True)
class Card:
    """One card over all plays: moves in which it was open, and in which it was ordered."""

    seat: str
    title: str
    open: int
    taken: int
    choices: Mapping[str, Mapping[str, float]]
    """By field: the share of each choice among its orders."""
    swaps: int
    changed: int

    @property
    def share(self) -> float | None:
        """Taken in this share of the moves in which it was open; None if it never was."""
        return self.taken / self.open if self.open else None


@dataclass(frozen=True, slots=True)
class Rest:
    """One seat over all plays: in which shares of moves it had, or did, nothing."""

    moves: int
    nothing: float
    empty: float
    idle: float


@dataclass(frozen=True, slots=True)
class Hardest:
    """Plays whose hardest posture was first ordered on one day."""

    hour: float
    """The median hour of that day."""
    endings: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Start:
    """One early order tried alone: worlds in which it was given, and how they ended."""

    seat: str
    card: str
    worlds: int
    endings: Mapping[str, int]
    otherwise: int
    """Worlds that ended otherwise than without it."""


@dataclass(frozen=True)
class Figures:
    """Everything that is reported."""

    asked: Asked
    plays: int
    worlds: int
    answers: Mapping[str, Mapping[str, int]]
    """By hidden question: worlds with each answer."""
    cards: Mapping[str, Card]
    seats: Mapping[str, Rest]
    plans: Mapping[str, Fare]
    starts: Sequence[Start]
    endings: Mapping[str, int]
    based: Mapping[str, int]
    """Endings of plays in which nothing was done otherwise."""
    results: Mapping[str, int]
    hardest: Mapping[tuple[str, int], Hardest]
    """By the hardest posture ordered and the day of the first such order; day 0 for none."""
    swaps: Mapping[str, tuple[int, int]]
    """By how an order was made otherwise: how many, and how many ended otherwise."""
    moves: float
    minutes: float
    refused: Mapping[str, int] = field(default_factory=dict)


def figures_of(asked: Asked, scenario: Scenario, rows: Sequence[Result]) -> Figures:
    """Count all that was played; tried openings count for nothing but themselves."""
    played = [row for row in rows if not row["arm"].startswith("open:")]
    based = [row for row in played if row["arm"] == BASE]
    format = scenario.formats.get(asked.format or next(iter(scenario.formats), ""))
    moves = mean([row["moves"] for row in played])
    whole = sum(len(chapter) for chapter in format.chapters.values()) if format else 0
    return Figures(
        asked=asked,
        plays=len(played),
        worlds=len(based),
        answers=answers(scenario, based),
        cards=_cards(scenario, played),
        seats=_seats(scenario, played),
        plans=fares(scenario, played),
        starts=_starts(rows, asked.until),
        endings=endings(scenario, played),
        based=endings(scenario, based),
        results=added(RESULTS, (row["results"] for row in played)),
        hardest=_hardest(scenario, played),
        swaps=_swaps(based),
        moves=moves,
        minutes=format.minutes * moves / whole if format and whole else 0.0,
        refused=dict(sorted(added((), (row["refused"] for row in played)).items())),
    )


def _cards(scenario: Scenario, rows: Sequence[Result]) -> dict[str, Card]:
    opened = added(scenario.cards, (row["open"] for row in rows))
    taken = added(scenario.cards, (row["taken"] for row in rows))
    chosen: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        for card, name, choice, count in row["chosen"]:
            chosen[card][name][choice] += count
    swaps = [swap for row in rows for swap in row["swaps"]]
    return {
        id: Card(
            seat=card.seat,
            title=card.title,
            open=opened[id],
            taken=taken[id],
            choices={name: _shares(chosen[id][name]) for name in card.fields if chosen[id][name]},
            swaps=sum(swap["card"] == id for swap in swaps),
            changed=sum(swap["card"] == id and swap["changed"] for swap in swaps),
        )
        for id, card in scenario.cards.items()
    }


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = counts.total()
    return {choice: count / total for choice, count in counts.most_common()}


def _seats(scenario: Scenario, rows: Sequence[Result]) -> dict[str, Rest]:
    found = {}
    for seat in scenario.seats:
        sums = [sum(row["idle"][seat][index] for row in rows) for index in range(4)]
        moves = sums[0]
        shares = [value / moves if moves else 0.0 for value in sums[1:]]
        found[seat] = Rest(moves, *shares)
    return found


def _starts(rows: Sequence[Result], until: int) -> list[Start]:
    """Beside the same worlds without the order, as far as both were played."""
    far = until / HOUR if until else math.inf
    based = [row for row in rows if row["arm"] == BASE]
    without = {row["seed"]: row["ending"] if row["hours"] <= far else "" for row in based}
    tried: dict[str, list[Result]] = defaultdict(list)
    for row in rows:
        if row["arm"].startswith("open:") and row["given"]:
            tried[row["arm"]].append(row)
    found = []
    for arm, own in tried.items():
        _, seat, card = arm.split(":")
        changed = sum(row["ending"] != without.get(row["seed"]) for row in own)
        endings = Counter(row["ending"] for row in own)
        found.append(Start(seat, card, len(own), dict(endings.most_common()), changed))
    return found


def _hardest(scenario: Scenario, rows: Sequence[Result]) -> dict[tuple[str, int], Hardest]:
    found: dict[tuple[str, int], list[tuple[float, str]]] = defaultdict(list)
    for row in rows:
        level, at = row["hardest"]
        when = clock(round(at * HOUR), scenario.start, scenario.zone)
        day = (when.date() - scenario.start.date()).days + 1 if level else 0
        found[level or "none", day].append((when.hour + when.minute / 60, row["ending"]))
    return {
        key: Hardest(
            median(hour for hour, _ in plays),
            dict(Counter(ending for _, ending in plays).most_common()),
        )
        for key, plays in sorted(found.items())
    }


def _swaps(rows: Sequence[Result]) -> dict[str, tuple[int, int]]:
    found = {}
    for how in ("default", "other", "not"):
        own = [swap for row in rows for swap in row["swaps"] if swap["how"] == how]
        found[how] = (len(own), sum(swap["changed"] for swap in own))
    return found
