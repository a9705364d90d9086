"""What an order or an inject bends ends before its time: its `undo_when` has come true."""

from engine import facts
from engine.envs import WorldEnv
from engine.ledger import Fired, Pending
from engine.reasons import reasons
from engine.scenario.effects import UndoWhen
from engine.triggers import Triggers


class Undoing(Triggers):
    """Watches, beat by beat, over what still bends something."""

    def watch(self, pending: Pending) -> None:
        """End what is bent if the condition holds now; watch no longer once nothing is bent."""
        bent = [
            shift
            for shift in self._world.shifts.values()
            if shift.cause == pending.cause and (shift.until is None or shift.until > self._now)
        ]
        effect = self._watched(pending.what)
        fields = {name: _plain(value) for name, value in pending.fields}
        broken = bool(bent) and bool(effect.broken.truth(WorldEnv(self._world, fields)))
        if bent and not broken:
            return
        self._emit(facts.Settled(pending.id, cause=pending.cause))
        for shift in bent:
            number = self._emit(facts.ShiftEnded(shift.id, cause=pending.cause))
        if broken and effect.inject and not self._closed(effect.inject):
            touched = {place for shift in bent for place in shift.places}
            there = tuple(place for place in self._world.scene.places if place in touched)
            because = reasons(effect.broken, self._world, fields)
            self.bring_in(effect.inject, f"event:{number}", because, there)

    def _closed(self, inject: str) -> bool:
        return self._world.fired.get(inject, Fired()).cancelled

    def _watched(self, path: str) -> UndoWhen:
        section, id, index = path.split(".")
        things = self._scenario.cards if section == "cards" else self._scenario.injects
        effect = things[id].effects[int(index)]
        assert isinstance(effect, UndoWhen)
        return effect


def _plain(value: object) -> float | str | None:
    assert value is None or isinstance(value, str | int | float)
    return value if value is None or isinstance(value, str) else float(value)
