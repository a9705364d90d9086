"""Injects and endings: judged once a beat, in file order, each firing with its reasons."""

from engine import facts
from engine.desk import Desk
from engine.effects import Source, shown
from engine.envs import WorldEnv
from engine.events import EVERYONE
from engine.ledger import Fired, begun_as
from engine.moments import HOUR
from engine.reasons import reasons
from engine.scenario.models import WHERE, Inject
from engine.scene import Scene
from engine.wordings import words_for

_NEVER = Fired()


class Triggers(Desk):
    """Brings injects in when their time or condition comes, and ends the game."""

    def consider(self, id: str, inject: Inject) -> None:
        state = self._world.fired.get(id, _NEVER)
        if inject.unless_ordered is not None:
            self._consider_inaction(id, inject)
            return
        if inject.at is not None:
            self._consider_time(id, inject)
            return
        if inject.event:
            self._consider_events(id, inject)
            return
        assert inject.when is not None
        true = bool(inject.when.truth(WorldEnv(self._world)))
        if true and not state.was_true:
            if self._misses(id, inject):
                return
            self.bring_in(id, f"inject:{id}", reasons(inject.when, self._world))
        elif true != state.was_true:
            self._emit(facts.InjectJudged(id, true, cause=f"inject:{id}"))

    def _consider_time(self, id: str, inject: Inject) -> None:
        assert inject.at is not None
        beat = self._world.scene.beat_seconds
        if not self._now - beat < inject.at <= self._now:
            return
        if inject.when is None or inject.when.truth(WorldEnv(self._world)):
            if self._misses(id, inject):
                return
            self.bring_in(id, f"inject:{id}", (("at", inject.at),))

    def _consider_events(self, id: str, inject: Inject) -> None:
        """What it comes with has happened since it was last looked at: once for each time."""
        for number, places in self._world.happened.get(inject.event, ()):
            state = self._world.fired.get(id, _NEVER)
            if number <= state.seen or state.cancelled or (state.times and not inject.repeat):
                continue
            if inject.when is not None and not inject.when.truth(WorldEnv(self._world)):
                self._emit(facts.InjectJudged(id, False, cause=f"event:{number}"))
            elif not self._misses(id, inject):
                why = reasons(inject.when, self._world) if inject.when is not None else ()
                self.bring_in(id, f"event:{number}", (("event", inject.event), *why), places)

    def _consider_inaction(self, id: str, inject: Inject) -> None:
        asked = inject.unless_ordered
        assert asked is not None
        begins = 0
        if asked.since:
            since = self._world.tallies.get(f"inject:{asked.since}")
            if since is None:
                return
            begins = since.last
        limit = begins + round(asked.within.number * HOUR)
        if self._now < limit:
            return
        ordered = self._world.tallies.get(begun_as(asked.seat, asked.card))
        if ordered is not None and begins <= ordered.last and ordered.first <= limit:
            self._emit(facts.InjectJudged(id, False, True, cause=f"inject:{id}"))
            return
        if self._misses(id, inject):
            return
        self.bring_in(id, f"inject:{id}", ((asked.card, "not ordered"),))

    def _misses(self, id: str, inject: Inject) -> bool:
        """Whether this is a game in which it does not come by itself; then it is called off.

        One draw for a game, whenever and however often it is due.
        """
        if inject.odds is None:
            return False
        if self._chance.at("injects", "odds", entity=id).random() < inject.odds.number:
            return False
        self._emit(facts.InjectJudged(id, True, True, cause=f"inject:{id}"))
        return True

    def bring_in(
        self, id: str, cause: str, because: facts.Named, there: tuple[str, ...] = ()
    ) -> None:
        """Let an inject come: what it says is told, and its effects are done (`there`)."""
        inject = self._scenario.injects[id]
        fields = self._where(inject)
        number = self._emit(facts.InjectFired(id, because, cause=cause))
        path = f"injects.{id}.text"
        words = words_for(self._world, self._chance, path, len(inject.also))
        if inject.text is not None and words is not None:
            text = inject.text if words == path else inject.also[int(words.rpartition(".")[2])]
            values = shown(text, WorldEnv(self._world, fields))
            to = (EVERYONE,) if inject.to == ("all",) else inject.to
            said = facts.Reported(
                words, inject.from_, values, inject.means, cause=f"event:{number}", to=to,
                place=_named(self._world.scene, there),
            )  # fmt: skip
            number = self._emit(said)
        # What comes with an event is put down to the report of it, and so to the event itself.
        source = f"event:{number}" if inject.event else f"inject:{id}"
        self._effects.apply(
            inject.effects,
            Source(source, f"injects.{id}", sender=inject.from_, fields=fields, there=there),
        )

    def _where(self, inject: Inject) -> dict[str, float | str | None] | None:
        """Where it comes, for its words and effects: the first place at which its `when` holds.

        One that is brought in while that holds nowhere comes at the first there is.
        """
        if inject.when is None or not inject.found_at:
            return None
        scene = self._world.scene
        ids = {"place": scene.places, "region": scene.regions}.get(
            inject.found_at, tuple(scene.site_at)
        )
        return {WHERE: ids[inject.when.found(WorldEnv(self._world)) or 0]}

    def consider_endings(self) -> None:
        over = self._now >= self._world.scene.end_second
        for id, ending in self._scenario.endings.items():
            if self._world.ending:
                return
            if ending.when is not None and ending.when.truth(WorldEnv(self._world)):
                because = reasons(ending.when, self._world)
                self._emit(facts.Ended(id, because, cause=f"ending:{id}", to=(EVERYONE,)))
        last = [id for id, ending in self._scenario.endings.items() if ending.when is None]
        if over and not self._world.ending and last:
            because = (("now", self._now),)
            cause = f"ending:{last[0]}"
            self._emit(facts.Ended(last[0], because, cause=cause, to=(EVERYONE,)))


def _named(scene: Scene, places: tuple[str, ...]) -> str:
    """The place, or the region, that these places are; empty where they are no one thing."""
    if len(places) == 1:
        return places[0]
    return next((id for id in scene.regions if places and scene.area(id) == places), "")
