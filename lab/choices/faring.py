"""How scripted plans fare beside one another, overall and under each hidden answer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.scenario.scenario import Scenario
from lab.choices.asking import BASE
from lab.choices.playing import Result


@dataclass(frozen=True, slots=True)
class Fare:
    """One plan: in which share of worlds it was best for its seat, overall and by hidden answer."""

    seat: str
    title: str
    worlds: int
    best: float
    under: Mapping[str, Mapping[str, float | None]]
    endings: Mapping[str, int]
    aims: float
    harm: Mapping[str, float]
    """Means over its worlds."""


def better(seat: str, row: Result) -> tuple[float, ...]:
    """What is best for a seat, smallest first: most aims met, then fewest killed, hurt and held."""
    harm = row["harm"]
    return -row["aims"][seat], harm["killed"], harm["hurt"], harm["held"]


def fares(scenario: Scenario, rows: Sequence[Result]) -> dict[str, Fare]:
    """Each plan that was played, in the worlds in which all plans of its seat were."""
    arms: dict[str, list[Result]] = {
        row["arm"]: [] for row in rows if row["arm"].startswith("plan:")
    }
    worlds: dict[int, dict[str, Result]] = defaultdict(dict)
    for row in rows:
        worlds[row["seed"]][row["arm"]] = row
        if row["arm"] in arms:
            arms[row["arm"]].append(row)
    shares = _best(scenario, worlds, set(arms))
    questions = answers(scenario, rows)
    found = {}
    for id, plan in scenario.plans.items():
        own = arms.get(f"plan:{id}", [])
        if not own:
            continue
        share = {seed: parts[id] for seed, parts in shares.items() if id in parts}
        found[id] = Fare(
            seat=plan.seat,
            title=plan.title,
            worlds=len(share),
            best=mean(list(share.values())),
            under={
                question: {
                    answer: _under(share, own, question, answer) for answer in questions[question]
                }
                for question in questions
            },
            endings=endings(scenario, own),
            aims=mean([row["aims"][plan.seat] for row in own]),
            harm={name: mean([row["harm"][name] for row in own]) for name in own[0]["harm"]},
        )
    return found


def _under(
    share: Mapping[int, float], rows: Sequence[Result], question: str, answer: str
) -> float | None:
    such = [
        share[row["seed"]]
        for row in rows
        if row["answers"].get(question) == answer and row["seed"] in share
    ]
    return mean(such) if such else None


def _best(
    scenario: Scenario, worlds: Mapping[int, Mapping[str, Result]], arms: set[str]
) -> dict[int, dict[str, float]]:
    """By world and plan: its part in being best for its seat; ties are shared.

    Only worlds in which every plan of the seat was played count. A plan without another of its
    seat is held against doctrine.
    """
    by_seat: dict[str, list[str]] = defaultdict(list)
    for id, plan in scenario.plans.items():
        if f"plan:{id}" in arms:
            by_seat[plan.seat].append(id)
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for seed, played in worlds.items():
        for seat, plans in by_seat.items():
            rivals = {id: played[f"plan:{id}"] for id in plans if f"plan:{id}" in played}
            if len(rivals) < len(plans):
                continue
            if len(plans) == 1 and BASE in played:
                rivals[BASE] = played[BASE]
            top = min(better(seat, row) for row in rivals.values())
            first = [id for id, row in rivals.items() if better(seat, row) == top]
            found[seed].update({id: (id in first) / len(first) for id in rivals})
    return found


def answers(scenario: Scenario, rows: Sequence[Result]) -> dict[str, dict[str, int]]:
    """By hidden question that was drawn: how many plays had each answer."""
    return {
        question: {
            answer: sum(row["answers"].get(question) == answer for row in rows)
            for answer in hidden.answers
        }
        for question, hidden in scenario.hidden.items()
        if any(question in row["answers"] for row in rows)
    }


def mean(values: Sequence[float]) -> float:
    """Their mean; 0 of none."""
    return sum(values) / len(values) if values else 0.0


def added(names: Iterable[str], counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Counts added up, with these names first even where nothing was counted."""
    total: Counter[str] = Counter(dict.fromkeys(names, 0))
    for count in counts:
        total.update(count)
    return dict(total)


def endings(scenario: Scenario, rows: Sequence[Result]) -> dict[str, int]:
    """How many plays ended in each way."""
    return added(scenario.endings, ({row["ending"]: 1} for row in rows))
