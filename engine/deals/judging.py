"""What becomes of deals: judged from the orders, and once a beat from the clock."""

from engine.deals import events
from engine.deals.credit import moved
from engine.deals.deeds import done_before
from engine.deals.evidence import look, shown_since
from engine.deals.putting import Setting, ended, hour_passed
from engine.deals.state import Bargain, Clause
from engine.deals.terms import bound, counts, keeper, promiser, running, seconds, term_of
from engine.envs import WorldEnv
from engine.kinds import Happenings
from engine.ledger import Pending


def ordered(setting: Setting, order: Pending) -> Happenings:
    """What an order that begins does to the deals that speak of its card.

    Doing what was asked, while the asking is still unanswered, is taken for a yes.
    """
    scenario, world = setting.scenario, setting.world
    card, fields = scenario.cards[order.what], dict(order.fields)
    for bargain in list(world.deals.open()):
        if bargain.state == "open" and bargain.sort in ("ask", "threat"):
            yield from _by_deed(setting, bargain, order)
    for bargain, clause, term in list(
        running(scenario, world.deals.open(), order.seat, order.what)
    ):
        now = world.deals.bargains[bargain.id]
        if now.over or not counts(WorldEnv(world), card, term, fields):
            continue
        if term.will:
            yield from _kept(setting, now, clause, order.cause)
        elif world.now < clause.until:
            yield from _broken(setting, now, clause, "ordered", order.cause)


def _by_deed(setting: Setting, bargain: Bargain, order: Pending) -> Happenings:
    scenario, world = setting.scenario, setting.world
    deal = scenario.offers[bargain.offer]
    asked = deal.asks[0]
    if len(deal.asks) > 1 or not asked.will or asked.card != order.what or asked.when is not None:
        return
    if keeper(deal, asked, "asks", bargain.to[0]) != order.seat:
        return
    if counts(WorldEnv(world), scenario.cards[order.what], asked, dict(order.fields)):
        yield from _taken(setting, bargain, order.cause)


def _taken(setting: Setting, bargain: Bargain, cause: str) -> Happenings:
    """Doing what was asked is taken for a yes."""
    hearer, to = bargain.to[0], bargain.knows
    yield events.OfferAnswered(
        bargain.id, bargain.offer, hearer, "accept", by_deed=True, cause=cause, to=to
    )
    deal = setting.scenario.offers[bargain.offer]
    terms = bound(deal, ("asks",), hearer, setting.world.now)
    yield events.DealBound(bargain.id, bargain.offer, terms, cause=cause, to=to)


def judge(setting: Setting) -> Happenings:
    """Once a beat: what is heard, what begins, what is due, and what is over."""
    world = setting.world
    yield from look(setting)
    for bargain in list(world.deals.bargains.values()):
        yield from _hear(setting, bargain)
    for id in [bargain.id for bargain in world.deals.open()]:
        yield from _shown(setting, world.deals.bargains[id])
        yield from _begin(setting, world.deals.bargains[id])
        yield from _done(setting, id)
        yield from _fall_due(setting, id)
        bargain = world.deals.bargains[id]
        if bargain.state == "open" and bargain.answer_by <= world.now:
            yield from _unanswered(setting, bargain)


def _hear(setting: Setting, bargain: Bargain) -> Happenings:
    for clause in bargain.clauses:
        if not clause.told and clause.heard <= setting.world.now:
            yield events.TermHeard(
                bargain.id, bargain.offer, clause.side, clause.number, clause.seat, bargain.state,
                cause=bargain.cause, to=(clause.seat,),
            )  # fmt: skip


def _shown(setting: Setting, bargain: Bargain) -> Happenings:
    """Terms that something will be shown are kept by showing it, asked for or promised."""
    scenario, world = setting.scenario, setting.world
    if bargain.state == "open" and bargain.sort == "ask":
        deal = scenario.offers[bargain.offer]
        asked, seat = deal.asks[0], bargain.to[0]
        single = len(deal.asks) == 1 and asked.exhibit and asked.when is None
        if single and shown_since(world, asked, seat, bargain.from_, bargain.put):
            yield from _taken(setting, bargain, bargain.cause)
    for clause in world.deals.bargains[bargain.id].clauses:
        now = world.deals.bargains[bargain.id]
        term = term_of(scenario, bargain.offer, clause.side, clause.number)
        if now.over or clause.state != "running" or not term.exhibit:
            continue
        others = bargain.others(promiser(bargain, clause.side))
        if all(shown_since(world, term, clause.seat, other, bargain.put) for other in others):
            yield from _kept(setting, now, clause, bargain.cause)


def _begin(setting: Setting, bargain: Bargain) -> Happenings:
    world = setting.world
    for clause in bargain.clauses:
        term = term_of(setting.scenario, bargain.offer, clause.side, clause.number)
        if clause.state != "waiting" or term.when is None:
            continue
        if term.when.truth(WorldEnv(world)):
            yield events.TermBegan(
                bargain.id, bargain.offer, clause.side, clause.number,
                world.now + seconds(term), cause=bargain.cause, to=bargain.knows,
            )  # fmt: skip


def _done(setting: Setting, id: str) -> Happenings:
    """Terms that were done before the deal was accepted."""
    for clause, cause in list(
        done_before(setting.scenario, setting.world, setting.world.deals.bargains[id])
    ):
        bargain = setting.world.deals.bargains[id]
        if not bargain.over:
            yield from _kept(setting, bargain, clause, cause)


def _fall_due(setting: Setting, id: str) -> Happenings:
    world = setting.world
    for clause in world.deals.bargains[id].clauses:
        bargain = world.deals.bargains[id]
        if bargain.over or clause.state != "running" or world.now < clause.until:
            continue
        term = term_of(setting.scenario, bargain.offer, clause.side, clause.number)
        if not term.will:
            yield from _kept(setting, bargain, clause, bargain.cause)
        elif clause.side == "or_else":
            yield from _let_lapse(setting, bargain)
        else:
            yield from _broken(setting, bargain, clause, "not_done", bargain.cause)


def _unanswered(setting: Setting, bargain: Bargain) -> Happenings:
    if bargain.sort == "threat":
        yield from hour_passed(setting, bargain, bargain.cause)
        return
    how = "unanswered" if bargain.sort == "question" else "lapsed"
    yield ended(bargain, how, bargain.cause)


def _let_lapse(setting: Setting, bargain: Bargain) -> Happenings:
    number = yield ended(bargain, "lapsed", bargain.cause)
    why = f"event:{number}"
    scenario, world, over = setting.scenario, setting.world, f"deal:{bargain.id}"
    yield from moved(scenario, world, bargain.from_, bargain.to, "lapsed", why, over)


def _kept(setting: Setting, bargain: Bargain, clause: Clause, cause: str) -> Happenings:
    """Credit to a side whose last term this was; the deal ends with the last of all."""
    kept = events.TermKept(
        bargain.id, bargain.offer, clause.side, clause.number, clause.seat, cause=cause,
        to=bargain.knows,
    )  # fmt: skip
    number = yield kept
    scenario, world = setting.scenario, setting.world
    giver = promiser(bargain, clause.side)
    after = world.deals.bargains[bargain.id]
    if all(each.state == "kept" for each in after.clauses if promiser(after, each.side) == giver):
        others = bargain.others(giver)
        over = f"deal:{bargain.id}"
        yield from moved(scenario, world, giver, others, "kept", f"event:{number}", over)
    if all(each.state == "kept" for each in after.clauses):
        yield ended(after, "kept", cause)


def _broken(setting: Setting, bargain: Bargain, clause: Clause, how: str, cause: str) -> Happenings:
    """A word is broken: the deal is over, and whoever gave the word pays with credit.

    One who broke another's word, having heard of it, pays as well, with both.
    """
    scenario, world = setting.scenario, setting.world
    broken = events.WordBroken(
        bargain.id, bargain.offer, clause.side, clause.number, clause.seat, how, clause.heard,
        clause.told, cause=cause, to=bargain.knows,
    )  # fmt: skip
    number = yield broken
    yield ended(bargain, "broken", cause)
    giver = promiser(bargain, clause.side)
    why, over = f"event:{number}", f"deal:{bargain.id}"
    others = bargain.others(giver)
    yield from moved(scenario, world, giver, others, "broken", why, over)
    if clause.seat != giver and clause.told:
        yield from moved(scenario, world, clause.seat, (giver, *others), "broken", why, over)
