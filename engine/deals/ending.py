"""What the end of a game makes of deals that are not over: none is left hanging."""

from engine.deals import events
from engine.deals.credit import moved
from engine.deals.evidence import found_out
from engine.deals.putting import Setting, ended
from engine.deals.state import Bargain
from engine.deals.terms import promiser, term_of
from engine.kinds import Happenings


def close(setting: Setting) -> Happenings:
    """Unanswered offers lapse; a word not to do something was kept; the rest is void."""
    for bargain in list(setting.world.deals.open()):
        if bargain.state == "open":
            how = "unanswered" if bargain.sort == "question" else "lapsed"
            yield ended(bargain, how, bargain.cause)
        else:
            yield from _close(setting, bargain)
    yield from found_out(setting)


def _close(setting: Setting, bargain: Bargain) -> Happenings:
    scenario, world = setting.scenario, setting.world
    for clause in bargain.clauses:
        term = term_of(scenario, bargain.offer, clause.side, clause.number)
        if clause.state != "running" or term.will or clause.side == "or_else":
            continue
        number = yield events.TermKept(
            bargain.id, bargain.offer, clause.side, clause.number, clause.seat,
            cause=bargain.cause, to=bargain.knows,
        )  # fmt: skip
        giver = promiser(bargain, clause.side)
        after = world.deals.bargains[bargain.id]
        mine = [each for each in after.clauses if promiser(after, each.side) == giver]
        if all(each.state == "kept" for each in mine):
            others = bargain.others(giver)
            over = f"deal:{bargain.id}"
            yield from moved(scenario, world, giver, others, "kept", f"event:{number}", over)
    after = world.deals.bargains[bargain.id]
    how = "kept" if all(each.state == "kept" for each in after.clauses) else "void"
    yield ended(after, how, bargain.cause)
