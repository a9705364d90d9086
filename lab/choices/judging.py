"""The figures held against thresholds, each with what fails."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lab.choices.faring import Fare
from lab.choices.figures import ALONE, BEST, IDLE, OFTEN, SELDOM, Figures

MANY = 3
"""With fewer plans for a seat one of them is best too often whatever they are."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One threshold: what is wanted, whether it holds, and what was found."""

    wanted: str
    holds: bool
    found: str


def verdicts(figures: Figures, averts: str = "") -> list[Verdict]:
    """Every threshold that what was played can be held against.

    `averts` is the ending that no early order alone should reach too often.
    """
    found = [*_of_plans(figures), _of_cards(figures), _of_seats(figures)]
    if figures.starts:
        found.append(_of_starts(figures, averts))
    found.append(_each("each result of execution occurs", figures.results))
    found.append(_each("each ending occurs", figures.endings))
    return found


def by_seat(figures: Figures) -> dict[str, dict[str, Fare]]:
    """Plans by the seat that they are for."""
    found: dict[str, dict[str, Fare]] = {}
    for id, fare in figures.plans.items():
        found.setdefault(fare.seat, {})[id] = fare
    return found


def _of_plans(figures: Figures) -> Iterator[Verdict]:
    for seat, plans in by_seat(figures).items():
        if len(plans) < MANY:
            continue
        top = max(plans, key=lambda id: plans[id].best)
        share = plans[top].best
        wanted = f"no plan is best for {seat} in more than {BEST:.0%} of worlds"
        yield Verdict(wanted, share <= BEST, f"`{top}` in {share:.0%}")
        failing = [
            f"{question} {answer}"
            for question, answers in figures.answers.items()
            for answer, worlds in answers.items()
            if worlds and not favoured(plans, question, answer)
        ]
        if figures.answers:
            wanted = f"under each hidden answer a plan of {seat} that fails elsewhere is best"
            yield Verdict(wanted, not failing, _listed(failing) or "under each")


def favoured(plans: Mapping[str, Fare], question: str, answer: str) -> list[str]:
    """The plans that are best most often under an answer, and fail under another of its question.

    To fail is to be best no more often than a plan picked blindly.
    """
    here = {id: fare.under[question][answer] or 0.0 for id, fare in plans.items()}
    top = max(here.values(), default=0.0)
    return [
        id
        for id, share in here.items()
        if share == top
        and share > 1 / len(plans)
        and any(
            other is not None and other <= 1 / len(plans)
            for name, other in plans[id].under[question].items()
            if name != answer
        )
    ]


def _of_cards(figures: Figures) -> Verdict:
    off = [
        f"`{id}` {card.share:.0%}"
        for id, card in figures.cards.items()
        if card.share is not None and not SELDOM <= card.share <= OFTEN
    ]
    off += [f"`{id}` never open" for id, card in figures.cards.items() if card.share is None]
    wanted = f"each card is taken in {SELDOM:.0%} to {OFTEN:.0%} of the moves in which it is open"
    return Verdict(wanted, not off, _listed(off) or "each")


def _of_seats(figures: Figures) -> Verdict:
    off = [f"{id} {seat.idle:.0%}" for id, seat in figures.seats.items() if seat.idle >= IDLE]
    return Verdict(f"no seat idles in {IDLE:.0%} of moves", not off, _listed(off) or "none does")


def _of_starts(figures: Figures, averts: str) -> Verdict:
    wanted = f"no early order alone reaches `{averts}` in more than a third of worlds"
    if not averts:
        wanted = "no early order alone changes the ending in more than a third of worlds"
    off = []
    for start in figures.starts:
        reached = start.endings.get(averts, 0) if averts else start.otherwise
        if reached > ALONE * start.worlds:
            off.append(f"`{start.card}` {reached} of {start.worlds}")
    return Verdict(wanted, not off, _listed(off) or "none does")


def _each(wanted: str, counts: Mapping[str, int]) -> Verdict:
    never = [f"`{name}`" for name, count in counts.items() if not count]
    return Verdict(wanted, not never, f"never {_listed(never)}" if never else "each")


def _listed(items: list[str]) -> str:
    return ", ".join(items)
