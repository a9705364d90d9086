"""Effects: the closed list of what an order or an inject may do, turned into events."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from engine import facts
from engine.chance import Chance
from engine.deals import checking
from engine.deals.checking import checked, shown_at_once
from engine.deals.credit import credited
from engine.deals.events import ExhibitChecked
from engine.envs import SeatEnv, WorldEnv
from engine.events import EVERYONE, Event, Field, Term
from engine.kinds import Arguments, Happenings
from engine.meters import moved
from engine.moments import HOUR
from engine.rules.rounding import nine
from engine.scenario import effects as written
from engine.scenario.amounts import Amount, AreaSpec, FieldRef, Given, Text, Word
from engine.wordings import words_for
from engine.world import World

Emit = Callable[[str, Event], int]
Perform = Callable[[str, Happenings], None]
Put = Callable[[str, str, str, bool], None]
"""Puts an offer to a seat, for a cause; and whether it is accepted with that."""


@dataclass(frozen=True, slots=True)
class Source:
    """What makes the effects: an order or an inject, its cause in the journal, and its path.

    `fields` are the order's; `share` scales amounts of an order that is carried out in part.
    `there` are the places of the event that an inject comes with.
    """

    cause: str
    path: str
    seat: str = ""
    sender: str = ""
    fields: Mapping[str, float | str | None] | None = None
    share: float = 1.0
    there: tuple[str, ...] = ()


class Effects:
    """Carries out effects in order, each seeing the one before."""

    def __init__(
        self, world: World, chance: Chance, emit: Emit, perform: Perform, put: Put
    ) -> None:
        self._world, self._chance = world, chance
        self._emit, self._perform, self._put = emit, perform, put

    def apply(self, effects: tuple[written.Effect, ...], source: Source) -> None:
        """Do every effect whose `when` is true now."""
        for index, effect in enumerate(effects):
            env = WorldEnv(self._world, source.fields)
            if effect.when is None or effect.when.truth(env):
                self._one(effect, source, index)

    def _one(self, effect: written.Effect, source: Source, index: int) -> None:
        match effect:
            case written.Do():
                self._do(effect, source)
            case written.Shift():
                self._shift(effect, source, index)
            case written.Tell():
                self._tell(effect, source, index)
            case written.Schedule():
                self._schedule(effect, source, index)
            case written.Cancel():
                fired = facts.InjectJudged(effect.inject, True, True, cause=source.cause)
                self._emit("game", fired)
            case written.Offer():
                self._offer(effect, source)
            case written.Check():
                self._check(effect, source)
            case written.Show():
                self._show(effect, source)
            case written.UndoWhen():
                self._watch(source, index)
            case written.Credited():
                self._credit(effect, source)
            case written.End():
                if not self._world.ending:
                    ended = facts.Ended(effect.ending, (), cause=source.cause, to=(EVERYONE,))
                    self._emit("game", ended)

    def _do(self, effect: written.Do, source: Source) -> None:
        kind = self._world.scene.agents[effect.agent]
        verb = kind.verbs[effect.verb]
        arguments: dict[str, object] = {
            name: self._argument(effect.arguments[name], source)
            if name in effect.arguments
            else spec.default
            for name, spec in verb.arguments.items()
        }
        act: Arguments = arguments
        self._perform(
            effect.agent, verb.act(self._world, effect.agent, act, source.cause, self._chance)
        )

    def _argument(self, given: Given, source: Source) -> object:
        match given:
            case Amount():
                number = given.number(WorldEnv(self._world, source.fields))
                return 0.0 if number is None else number
            case AreaSpec():
                return self._area(given, source)
            case Word():
                return given.id
            case FieldRef():
                return (source.fields or {})[given.field]

    def _area(self, given: AreaSpec, source: Source) -> tuple[str, ...]:
        words = {name: str(value) for name, value in (source.fields or {}).items()}
        scene = self._world.scene
        if given.field == written.THERE and written.THERE not in words:
            inside = scene.area(source.there or "everywhere")
        else:
            inside = scene.area(given.chosen(words))
        return tuple(p for p in scene.places if (p in inside) != given.beside)

    def _amount(self, amount: Amount, source: Source) -> float:
        number = amount.number(WorldEnv(self._world, source.fields))
        return 0.0 if number is None else number

    def _seconds(self, amount: Amount | None, source: Source) -> int | None:
        return None if amount is None else round(self._amount(amount, source) * HOUR)

    def _shift(self, effect: written.Shift, source: Source, index: int) -> None:
        amount = self._amount(effect.amount, source)
        amount = 1 + (amount - 1) * source.share if effect.times else amount * source.share
        if effect.sort == "meter":
            self._move_meter(effect, amount, source, index)
        elif effect.sort == "stock":
            seat, stock = effect.target.split(".")
            held = self._world.stocks[seat][stock]
            by = nine(max(amount, -held))
            self._emit("game", facts.StockMoved(seat, stock, by, cause=source.cause, to=(seat,)))
        else:
            self._emit("game", self._bend(effect, amount, source, index))

    def _bend(
        self, effect: written.Shift, amount: float, source: Source, index: int
    ) -> facts.ShiftBegan:
        lasts = self._seconds(effect.lasts, source)
        places = () if effect.area is None else self._area(effect.area, source)
        if places == self._world.scene.places:
            places = ()
        return facts.ShiftBegan(
            id=f"{source.cause}/{index}/{self._world.number}",
            target=effect.target,
            times=effect.times,
            amount=nine(amount),
            until=None if lasts is None else self._world.now + lasts,
            half_life=self._seconds(effect.half_life, source) or 0,
            places=places,
            cause=source.cause,
        )

    def _move_meter(self, effect: written.Shift, amount: float, source: Source, index: int) -> None:
        now = self._world.meter(effect.target)
        by = now * (amount - 1) if effect.times else amount
        event = moved(self._world, effect.target, [Term(source.cause, by)])
        if event is None:
            return
        self._emit("game", event)
        lasts = self._seconds(effect.lasts, source)
        fades = self._seconds(effect.half_life, source)
        if lasts or fades:
            self._give_back(effect.target, event.by, lasts, fades, source, index)

    def _give_back(
        self,
        meter: str,
        by: float,
        lasts: int | None,
        fades: int | None,
        source: Source,
        index: int,
    ) -> None:
        # What was lent to a meter is given back by entries of its ledger, so that its terms sum.
        waiting = facts.Waiting(
            id=f"{source.cause}/{index}/{self._world.number}",
            sort="return",
            due=self._world.now + (self._world.scene.beat_seconds if fades else lasts or 0),
            what=meter,
            fields=(
                ("left", by),
                ("half_life", fades or 0),
                ("until", self._world.now + lasts if lasts else 0),
            ),
            cause=source.cause,
        )
        self._emit("game", waiting)

    def _tell(self, effect: written.Tell, source: Source, index: int) -> None:
        path = f"{source.path}.effects.{index}.text"
        words = words_for(self._world, self._chance, path, len(effect.also))
        if words is None:
            return
        env = SeatEnv(self._world, source.seat, source.fields) if source.seat else None
        said = effect.text if words == path else effect.also[int(words.rpartition(".")[2])]
        values = shown(said, env or WorldEnv(self._world, source.fields))
        sender = effect.from_ or source.sender
        report = facts.Reported(words, sender, values, cause=source.cause, to=effect.to)
        number = self._emit("game", report)
        if effect.false:
            self._emit("game", facts.Falsehood(number, cause=source.cause))

    def _watch(self, source: Source, index: int) -> None:
        # What is watched for stands in the scenario: the path leads back to it.
        fields = tuple(sorted((source.fields or {}).items()))
        waiting = facts.Waiting(
            id=f"{source.cause}/{index}/{self._world.number}",
            sort="watch",
            due=self._world.now + self._world.scene.beat_seconds,
            what=f"{source.path}.{index}",
            fields=fields,
            cause=source.cause,
        )
        self._emit("game", waiting)

    def _schedule(self, effect: written.Schedule, source: Source, index: int) -> None:
        after = self._seconds(effect.after, source) or 0
        waiting = facts.Waiting(
            id=f"{source.cause}/{index}/{self._world.number}",
            sort="inject",
            due=self._world.now + after,
            what=effect.inject,
            cause=source.cause,
        )
        self._emit("game", waiting)

    def _offer(self, effect: written.Offer, source: Source) -> None:
        seat = self._word(effect.to, source)
        if effect.sort == "card":
            self._emit("game", facts.CardOpened(seat, effect.what, cause=source.cause, to=(seat,)))
        else:
            self._put(effect.what, seat, source.cause, effect.bound)

    def _check(self, effect: written.Check, source: Source) -> None:
        exhibit = self._word(effect.exhibit, source)
        seat = source.seat if effect.to is None else self._word(effect.to, source)
        chance = 1.0 if effect.chance is None else self._amount(effect.chance, source)
        found = checked(self._world, self._chance, seat, exhibit, chance * source.share)
        told = ExhibitChecked(exhibit, seat, found, cause=source.cause, to=(seat,))
        self._emit("game", told)

    def _credit(self, effect: written.Credited, source: Source) -> None:
        seat, other = self._word(effect.seat, source), self._word(effect.other, source)
        by = self._amount(effect.amount, source) * source.share
        # Both are told; what came to light is named by its path, which counts nothing.
        for event in credited(self._world, seat, other, by, source.cause, source.path):
            self._emit("game", event)

    def _show(self, effect: written.Show, source: Source) -> None:
        world, seat, cause = self._world, source.seat, source.cause
        for each in effect.named:
            exhibit = self._word(each, source)
            for event in checking.shown(world, seat, effect.to, exhibit, cause):
                self._emit("game", event)
        if effect.number is not None:
            number = round(self._amount(effect.number, source))
            for event in shown_at_once(world, seat, effect.to, number, cause):
                self._emit("game", event)

    def _word(self, given: Word | FieldRef, source: Source) -> str:
        return given.id if isinstance(given, Word) else str((source.fields or {})[given.field])


def shown(text: Text, env: WorldEnv | SeatEnv) -> tuple[tuple[str, Field], ...]:
    """The values that a text shows, by name: what its readers are told by it."""
    found: Iterator[tuple[str, Field]] = (
        (piece.name, told(piece.sum.value(env))) for piece in text.shown()
    )
    return tuple(found)


def told(value: object) -> Field:
    """A value as an event carries it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return nine(value)
    return str(value)
