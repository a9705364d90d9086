"""Deals at the opening of a beat: acts are done, orders are held against words, clocks run out."""

from engine import facts
from engine.deals import ending, judging, putting
from engine.deals.putting import Putting, Setting
from engine.desk import Desk
from engine.ledger import Pending


class Dealing(Desk):
    """What a beat's opening does about deals."""

    next_move: int | None = None
    """When the next move opens after now."""

    def _deals(self) -> Setting:
        return Setting(self._scenario, self._world, self._chance, self.next_move)

    def put_by_effect(self, offer: str, to: str, cause: str, bound: bool) -> None:
        """An effect puts an offer to a seat, which may be bound by it at once."""
        what = Putting(offer, to, bound=bound)
        self._kernel.perform("game", putting.put(self._deals(), what, cause))

    def do_act(self, order: Pending) -> None:
        """An `offer` or an `answer` takes effect: it is done, or it came too late."""
        code = putting.stale(self._world, order)
        if not code:
            self._kernel.perform("game", putting.act(self._deals(), order))
        result, share = (code or "as_ordered"), (0.0 if code else 1.0)
        if code:
            failed = facts.Failed(
                order.order, order.seat, order.what, code, self._now, cause=order.cause
            )
            self._emit(failed)
        else:
            done = facts.CarriedOut(
                order.order, order.seat, order.what, result, share, self._now, cause=order.cause
            )
            self._emit(done)
        told = facts.OrderReported(
            order.order, order.what, result, share, cause=order.cause, to=(order.seat,)
        )
        self._emit(told)

    def hold_against_words(self, order: Pending) -> None:
        """An order has begun: words that speak of its card are kept or broken by it."""
        self._kernel.perform("game", judging.ordered(self._deals(), order))

    def judge_deals(self) -> None:
        """What is heard, due or over by now."""
        self._kernel.perform("game", judging.judge(self._deals()))

    def close_deals(self) -> None:
        """When the game ends, no deal is left open."""
        self._kernel.perform("game", ending.close(self._deals()))
