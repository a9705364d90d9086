"""Acts that were done between the putting of an offer and its acceptance: they count as kept."""

from collections.abc import Iterator

from engine.deals.state import Bargain, Clause
from engine.deals.terms import counts, term_of
from engine.envs import WorldEnv
from engine.scenario.scenario import Scenario
from engine.world import World


def done_before(scenario: Scenario, world: World, bargain: Bargain) -> Iterator[tuple[Clause, str]]:
    """Terms of a trade that were done while it waited for its answer, and the cause of each.

    One that waited for a condition is only done after that has come about, and what a threat says
    is done after its hour.
    """
    for clause in bargain.clauses:
        term = term_of(scenario, bargain.offer, clause.side, clause.number)
        if clause.state != "running" or not (term.will and term.card):
            continue
        if clause.side == "or_else":
            continue
        since = bargain.put if term.when is None else clause.since
        card = scenario.cards[term.card]
        for at, fields, cause in reversed(world.deals.begun.get(f"{clause.seat}/{term.card}", ())):
            if at >= since and counts(WorldEnv(world), card, term, dict(fields)):
                yield clause, cause
                break
