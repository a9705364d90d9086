"""What was put down for a later beat: answers, what others learn, leaks, injects, loans."""

from engine import facts
from engine.dispatch import Dispatch
from engine.events import Term, ordered_by
from engine.ledger import Fired, Pending
from engine.meters import moved
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.undoing import Undoing


class Waiting(Dispatch, Undoing):
    """Settles what is due, in the order in which it was put down."""

    def settle(self) -> None:
        for pending in list(self._world.pending.values()):
            if pending.due > self._now or pending.sort in ("order", "effects"):
                continue
            match pending.sort:
                case "report":
                    self._emit(facts.Settled(pending.id, cause=pending.cause))
                    self._answer_later(
                        pending_order(pending), pending.note, pending.share, self._now
                    )
                case "knowledge":
                    self._emit(facts.Settled(pending.id, cause=pending.cause))
                    self._know(pending, ordered_by(pending.cause), pending.seat, leaked=False)
                case "leak":
                    self._leak(pending)
                case "inject":
                    self._emit(facts.Settled(pending.id, cause=pending.cause))
                    if not self._world.fired.get(pending.what, Fired()).cancelled:
                        self.bring_in(pending.what, pending.cause, ())
                case "watch":
                    self.watch(pending)
                case _:
                    self._give_back(pending)

    def _leak(self, pending: Pending) -> None:
        hours = self._world.scene.beat_seconds / HOUR
        ordinal = self._now // self._world.scene.beat_seconds
        roll = float(self._chance.at("door", "leak", ordinal, pending.note).random())
        if roll < 1 - (1 - min(pending.share, 1.0)) ** hours:
            self._emit(facts.Settled(pending.id, cause=pending.cause))
            self._know(pending, ordered_by(pending.cause), pending.seat, leaked=True)

    def _give_back(self, pending: Pending) -> None:
        fields = dict(pending.fields)
        left, half_life, until = (float(str(fields[k])) for k in ("left", "half_life", "until"))
        beat = self._world.scene.beat_seconds
        over = not half_life or (until and self._now >= until)
        back = left if over else left * (1 - 0.5 ** (beat / half_life))
        event = moved(self._world, pending.what, [Term(pending.cause, -back)])
        self._emit(facts.Settled(pending.id, cause=pending.cause))
        if event is not None:
            self._emit(event)
        rest = left - back
        if abs(rest) > 1e-5:
            again = (("left", nine(rest)), ("half_life", int(half_life)), ("until", int(until)))
            self._emit(
                facts.Waiting(
                    pending.id, "return", self._now + beat, what=pending.what, fields=again,
                    cause=pending.cause,
                )
            )  # fmt: skip


def pending_order(pending: Pending) -> Pending:
    """The order that a waiting answer is about."""
    return Pending(
        pending.order, "effects", pending.due, pending.seat, pending.what, pending.order,
        cause=pending.cause,
    )  # fmt: skip
