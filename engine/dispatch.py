"""Orders at their beat: sent out, carried out in some measure, heard of by others, answered."""

from collections.abc import Callable

from engine import facts
from engine.deals.dealing import Dealing
from engine.deals.putting import ACTS
from engine.effects import Source
from engine.envs import SeatEnv
from engine.kinds import Execution, Ordered
from engine.ledger import Pending, begun_as
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.scenario.learning import learners
from engine.scenario.models import Card

UNTOLD = ("report", "exhibit")
"""Fields of which nobody learns who learns of an order."""

BringIn = Callable[[str, str, facts.Named], None]


class Dispatch(Dealing):
    """Carries out the orders of a beat, by seat rank and then in the order of the log."""

    def _due(self, sort: str) -> list[Pending]:
        return [p for p in self._world.pending.values() if p.sort == sort and p.due <= self._now]

    def carry_out(self, bring_in: BringIn) -> None:
        rank = {seat: index for index, seat in enumerate(self._scenario.seats)}
        for pending in sorted(self._due("order"), key=lambda p: rank.get(p.seat, -1)):
            if pending.what.startswith("inject:"):
                self._emit(facts.Settled(pending.id, cause=pending.cause))
                bring_in(pending.what.removeprefix("inject:"), pending.cause, ())
                continue
            if pending.what in ACTS:
                self.do_act(pending)
                continue
            self._begin(pending)
        for pending in self._due("effects"):
            self._take_effect(pending)

    def leave_undone(self) -> None:
        """When the game ends: no order goes unanswered, and none is left on its way."""
        for pending in list(self._world.pending.values()):
            if pending.sort not in ("order", "effects"):
                continue
            if pending.seat not in self._scenario.seats:
                self._emit(facts.Settled(pending.id, cause=pending.cause))
                continue
            failed = facts.Failed(
                pending.order, pending.seat, pending.what, "ended", self._now, cause=pending.cause
            )
            self._emit(failed)
            self._answer_later(pending, "ended", 0.0, self._now)
        self.close_deals()

    def _begin(self, order: Pending) -> None:
        card = self._scenario.cards[order.what]
        luck = self._luck(order)
        env = SeatEnv(self._world, order.seat, _given(order))
        hours = (card.takes.number(env) or 0.0) if card.takes is not None else 0.0
        done = self._execution(card, order, luck)
        due = self._now + round(hours * HOUR) + done.after
        fields = {**dict(order.fields), **dict(done.instead)}
        self._emit(
            facts.OrderBegun(
                order.order, order.seat, order.what, tuple(sorted(fields.items())), due,
                done.result, nine(done.share), cause=order.cause,
            )
        )  # fmt: skip
        self._emit(facts.OrderOut(order.order, order.what, cause=order.cause, to=(order.seat,)))
        self._let_know(card, order, luck)
        self.hold_against_words(order)
        if done.result in ("failed", "no_answer"):
            self._fail(order, done)
        elif due <= self._now:
            self._take_effect(self._world.pending[order.id])

    def _luck(self, order: Pending) -> str:
        """What names the luck of an order that is about to begin, whatever id it was given."""
        before = self._world.tallies.get(begun_as(order.seat, order.what))
        return f"{order.seat}/{order.what}/{0 if before is None else before.times}"

    def _execution(self, card: Card, order: Pending, luck: str) -> Execution:
        if not card.carried_by:
            return Execution()
        places = [
            str(value)
            for (name, value) in order.fields
            if card.fields[name].sort in ("place", "region", "site")
            or str(value) in self._world.scene.place_at
        ]
        kind = self._world.scene.agents[card.carried_by]
        place = places[0] if places else ""
        ordered = Ordered(luck, order.fields)
        return kind.carry(self._world, card.carried_by, ordered, place, self._chance)

    def _fail(self, order: Pending, done: Execution) -> None:
        told_at = None if done.told_after is None else self._now + done.told_after
        self._emit(
            facts.Failed(
                order.order, order.seat, order.what, done.result, told_at, cause=order.cause
            )
        )
        self._answer_later(order, done.result, 0.0, told_at)

    def _take_effect(self, order: Pending) -> None:
        card = self._scenario.cards[order.what]
        source = Source(
            order.cause, f"cards.{order.what}", order.seat, order.seat, _given(order), order.share
        )
        self._effects.apply(card.effects, source)
        result = order.note or "as_ordered"
        done = facts.CarriedOut(
            order.order, order.seat, order.what, result, order.share, self._now, cause=order.cause
        )
        self._emit(done)
        self._answer_later(order, result, order.share, self._now)

    def _answer_later(self, order: Pending, result: str, share: float, at: int | None) -> None:
        if at is None:
            return
        if at > self._now:
            self._emit(
                facts.Waiting(
                    f"{order.id}/answer", "report", at, order.seat, order.what, order.order,
                    share=nine(share), note=result, cause=order.cause,
                )
            )  # fmt: skip
            return
        told = facts.OrderReported(
            order.order, order.what, result, nine(share), cause=order.cause, to=(order.seat,)
        )
        self._emit(told)

    def _let_know(self, card: Card, order: Pending, luck: str) -> None:
        for who, known in learners(card, dict(order.fields)).items():
            seats = [s for s in self._scenario.seats if s != order.seat] if who == "all" else [who]
            for seat in seats:
                after = None if known.after is None else round(known.after.number * HOUR)
                if after == 0:
                    self._know(order, order.seat, seat, leaked=False)
                    continue
                sort = "knowledge" if after is not None else "leak"
                rate = 0.0 if known.leak is None else known.leak.number
                self._emit(
                    facts.Waiting(
                        f"{order.id}/{sort}/{seat}", sort, self._now + (after or HOUR), seat,
                        order.what, order.order, order.fields, nine(rate), note=f"{luck}/{seat}",
                        cause=order.cause,
                    )
                )  # fmt: skip

    def _know(self, order: Pending, by: str, seat: str, leaked: bool) -> None:
        asked = self._scenario.cards[order.what].fields
        # The id of a report counts what its holder was told: that is nobody else's business. An
        # exhibit is known to those to whom it is shown.
        fields = tuple(pair for pair in order.fields if asked[pair[0]].sort not in UNTOLD)
        known = facts.OrderKnown(by, order.what, fields, leaked, cause=order.cause, to=(seat,))
        self._emit(known)


def _given(order: Pending) -> dict[str, float | str | None]:
    return {
        name: value if isinstance(value, str) or value is None else float(value)
        for name, value in order.fields
        if not isinstance(value, tuple)
    }
