"""Deals in whole games: judged alike however the game is run, secret to others, and summing up."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.apply import apply
from engine.begin import begin
from engine.deals import door
from engine.deals.events import CreditMoved, DealEnded, OfferPut
from engine.deals.state import between
from engine.game import Game, replay
from engine.orders import Answer, FieldGiven, Order
from tests.properties.games import game, harbour, played

SEEDS = st.integers(0, 2**32)
BOTS = st.sampled_from(["random", "doctrine"])
few = settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])


def test_games_do_have_deals_of_every_kind() -> None:
    found = played(seed=3)
    assert len(found.world.deals.bargains) > 5
    assert found.world.deals.credit


@few
@given(seed=SEEDS, bots=BOTS)
def test_credit_is_the_sum_of_its_causes(seed: int, bots: str) -> None:
    found = played(seed=seed, bots=bots)
    sums: dict[str, float] = defaultdict(lambda: found.scene.credit)
    for entry in found.journal:
        event = entry.event
        if isinstance(event, CreditMoved):
            assert event.by == pytest.approx(sum(term.amount for term in event.terms))
            assert all(term.cause for term in event.terms)
            assert set(event.to) == {event.seat, event.other}
            sums[between(event.seat, event.other)] += event.by
    assert found.world.deals.credit == pytest.approx(dict(sums))
    assert all(-1e-9 <= credit <= 1 + 1e-9 for credit in found.world.deals.credit.values())


@few
@given(seed=SEEDS, bots=BOTS)
def test_every_offer_that_is_put_ends_once(seed: int, bots: str) -> None:
    found = played(seed=seed, bots=bots)
    put = [e.event.deal for e in found.journal if isinstance(e.event, OfferPut)]
    ended = [e.event.deal for e in found.journal if isinstance(e.event, DealEnded)]
    assert sorted(put) == sorted(ended)
    assert all(bargain.over for bargain in found.world.deals.bargains.values())


@few
@given(seed=SEEDS, bots=BOTS, at=st.integers(1, 90))
def test_deals_are_judged_alike_on_replay_on_resume_and_in_a_fork(
    seed: int, bots: str, at: int
) -> None:
    first = played(seed=seed, bots=bots)
    again = game(seed=seed, bots=bots)
    again.settings.bots = {}
    assert replay(again, first.orders, first.opened) == []
    forked = first.branch(min(at * 3600, max(first.snapshots)))
    forked.play()
    resumed = game(seed=seed, bots=bots)
    while not resumed.over:
        resumed.advance()
        resumed.restore(resumed.snapshot())
    for other in (again, forked, resumed):
        assert other.world.deals == first.world.deals
        assert other.journal.digest() == first.journal.digest()


@few
@given(seed=SEEDS)
def test_deals_are_a_fold_of_the_journal(seed: int) -> None:
    found = played(seed=seed)
    fresh = begin(found.scene)
    for entry in found.journal:
        apply(fresh, entry)
    assert fresh.deals == found.world.deals


# Secrecy: two worlds in which the port and the council deal, or do not, behind the union's back.

Acts = tuple[tuple[int, str, str, Mapping[str, FieldGiven]], ...]
QUIET = ("cards.hire_crews.when=always", "offers.show_me.leak=0 %")
HIDDEN: dict[str, Acts] = {
    "an offer over the hot line": (
        (2, "council", "offer", {"offer": "how_long", "to": "port", "hot": "yes"}),
        (3, "port", "answer", {"deal": "how_long-port-1", "reply": "week"}),
    ),
    "an ask that is broken": (
        (2, "council", "offer", {"offer": "show_me"}),
        (3, "port", "answer", {"deal": "show_me-port-1", "reply": "accept"}),
    ),
    "evidence that turns out to be false": (
        (30, "port", "offer", {"offer": "show_papers", "to": "council", "shows": "manifest"}),
    ),
    "a word of nights when it is full": (
        (2, "port", "offer", {"offer": "long_nights", "to": "council"}),
    ),
}  # fmt: skip
EARLY = "exhibits.manifest.when=now >= day 1 08:00"
LEAKS = "offers.how_long.leak=0 %"
TRIES: list[tuple[str, dict[str, FieldGiven]]] = [
    ("offer", {"offer": "how_long", "to": "port"}),
    ("offer", {"offer": "pay_or_stop"}),
    ("answer", {"deal": "how_long-port-1", "reply": "week"}),
    ("answer", {"deal": "show_me-port-1", "reply": "accept"}),
    ("answer", {"deal": "show_papers-council-1", "reply": "accept"}),
    ("offer", {"offer": "show_papers", "to": "council", "shows": "manifest"}),
]


def two_worlds(acts: Acts) -> tuple[Game, Game]:
    scenario = harbour(*QUIET, LEAKS, "exhibits.manifest.true=0 %", EARLY)
    ours, theirs = game(scenario, bots="idle"), game(scenario, bots="idle")
    for at, seat, card, fields in acts:
        order = Order(id=f"{seat}-{at}", seat=seat, card=card, fields=dict(fields), beat=at)
        theirs.play(until=(at if card == "answer" else at - 1) * 3600)
        assert theirs.submit(order).accepted, order
    ours.play(until=theirs.now)
    return ours, theirs


def seen_by(found: Game, seat: str = "union", steps: int = 60) -> list[object]:
    """All that a seat is shown and answered, hour by hour."""
    shown: list[object] = []
    for step in range(steps):
        for card, fields in TRIES if step % 9 == 4 else ():
            order = Order(id=f"{step}-{card}-{len(shown)}", seat=seat, card=card, fields=fields)
            shown.append(found.submit(order))
        found.advance()
        shown.append(found.view(seat).plain())
    shown.append([seen.row() for seen in found.seen(seat)])
    return shown


@pytest.mark.parametrize("what", HIDDEN)
def test_nobody_can_tell_what_others_agree_behind_its_back(what: str) -> None:
    ours, theirs = two_worlds(HIDDEN[what])
    assert seen_by(ours) == seen_by(theirs)
    assert ours.journal.digest() != theirs.journal.digest()


def test_a_planted_leak_in_an_answer_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: refuse a deal that is there otherwise than one that is not."""
    judged = door._answered

    def leaking(scenario, world, order, due):
        chosen, refusal = judged(scenario, world, order, due)
        there = str(order.fields["deal"]) in world.deals.bargains
        return (chosen, ("deal_closed", ())) if refusal and there else (chosen, refusal)

    ours, theirs = two_worlds(HIDDEN["an ask that is broken"])
    monkeypatch.setattr(door, "_answered", leaking)
    assert seen_by(ours) != seen_by(theirs)


def test_a_planted_leak_in_a_view_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a view that shows every deal."""
    from engine.deals.state import Book

    ours, theirs = two_worlds(HIDDEN["an offer over the hot line"])
    monkeypatch.setattr(Book, "known_to", lambda self, seat: iter(self.bargains.values()))
    assert seen_by(ours) != seen_by(theirs)


def test_a_word_that_a_seat_has_not_heard_of_changes_none_of_its_answers() -> None:
    """And the control: a door that knows it all the same is found out."""

    def refused(found: Game) -> Answer:
        return found.submit(Order(id="hire", seat="port", card="hire_crews"))

    promise = Order(id="p", seat="council", card="offer", fields={"offer": "quiet_nights"})
    scenario = harbour(*QUIET)
    ours, theirs = game(scenario, bots="idle"), game(scenario, bots="idle")
    assert theirs.submit(promise).accepted
    ours.advance(2), theirs.advance(2)
    assert ours.view("port").plain() == theirs.view("port").plain()
    assert refused(ours) == refused(theirs)
    (bargain,) = theirs.world.deals.bargains.values()
    heard = replace(bargain, knows=(*bargain.knows, "port"))
    told = replace(heard, clauses=tuple(replace(c, told=True) for c in heard.clauses))
    knowing = theirs.branch(2 * 3600)
    knowing.world.deals.bargains[bargain.id] = told
    assert refused(knowing).code == "breaks_word"
