"""A table: one game, one person's seat, and a save. It answers what a screen asks; no sockets."""

from collections.abc import Callable
from pathlib import Path

from engine.envs import WorldEnv
from engine.game import Game
from engine.kernel import Restless
from engine.orders import Answer, Order
from engine.results import Results, results_of
from engine.saves import BadSave, Manifest, Save
from engine.setup import Wanted, prepare, resume, start, to_first_move
from host.again import AskedAgain, Replays
from host.branches import branch_from, rows_of
from host.debrief import debrief
from host.estimates import AskedEstimate, Staff
from host.moves import scene_of_moves
from host.protocol import Ask, Reply
from host.showing import scene_for, seen_rows, view_of
from host.whys import why_of

Result = dict[str, object] | list[dict[str, object]] | None


class Table:
    """Answers one seat's questions. Everything it says is a fold of what that seat was told."""

    def __init__(
        self, game: Game, save: Save | None, seat: str, manifest: Manifest | None = None
    ) -> None:
        """`manifest` is needed for estimates alone; that of the save, unless another is given."""
        self.game, self.save, self.seat = game, save, seat
        self.manifest = manifest if save is None else save.manifest
        self.staff = Staff()
        self.replays = Replays()
        self._read: Results | None = None
        self.warmed = False

    @classmethod
    def new(
        cls,
        wanted: Wanted,
        seat: str,
        path: Path | None,
        tick: Callable[[int], None] = lambda second: None,
    ) -> "Table":
        """A new game with a person in this seat, at the first move of its format.

        `tick` hears how far what lies before is played. Raises BadScenario, LookupError, BadSave.
        """
        ready = prepare(wanted)
        if seat not in ready.scenario.seats:
            raise LookupError(f"no seat `{seat}`; there are {', '.join(ready.scenario.seats)}")
        save = None if path is None else Save.create(path, ready.manifest)
        game = start(ready, None if save is None else save.log)
        to_first_move(game, tick)
        if save is not None:
            save.keep(game.journal, game.opened)
        return cls(game, save, seat, ready.manifest)

    @classmethod
    def resumed(cls, path: Path) -> "Table":
        """A saved game, taken up where it stood. Raises BadSave."""
        game, save = resume(path)
        seat = next(iter(save.manifest.seats or game.scenario.seats))
        if seat not in game.scenario.seats:
            raise BadSave(str(path), f"its scenario has no seat `{seat}`", "E-save-damaged")
        return cls(game, save, seat)

    def answer(self, ask: Ask) -> Reply:
        """The reply to a question; a question out of place gets a sentence, never an exception."""
        try:
            return Reply(id=ask.id, result=self._result(ask))
        except LookupError as problem:
            return Reply(id=ask.id, error=str(problem.args[0] if problem.args else problem))
        except (BadSave, Restless) as problem:
            return Reply(id=ask.id, error=str(problem))

    def _result(self, ask: Ask) -> Result:
        match ask.do:
            case "scene":
                return scene_for(self.game, self.seat) | scene_of_moves(self.game, self.seat)
            case "view":
                return view_of(self.game, self.seat)
            case "events":
                return seen_rows(self.game, self.seat, ask.since)
            case "clock":
                return self.clock()
            case "results":
                return self.results()
            case "again":
                return self.again(ask.again)
            case "played_again":
                return self.replays.known()
            case "leave_again":
                self.replays.leave()
                return self.replays.known()
            case "submit":
                return self.submit(ask.order)
            case "advance":
                return self.advance(ask.beats, ask.until_move)
            case "estimate":
                return self.estimate(ask.estimate)
            case "estimated":
                return self.staff.known()
            case "leave_estimate":
                return self.leave_estimate()
            case "why":
                return why_of(self.game, self.seat, ask.key, ask.since, ask.where)
            case "branch":
                return self.branch(ask.since, ask.luck)
            case "branches":
                return [] if self.save is None else rows_of(self.game, self.save.path)
            case "sit":
                return self.sit(ask.seat)
            case "close":
                self.close()
                return None

    def clock(self) -> dict[str, object]:
        """The second, the local time, and when the next move opens."""
        game = self.game
        return {
            "now": game.now,
            "local": game.scene.moment(game.now).isoformat(),
            "next_move": game.next_move,
            "moves": list(game.moves),
            "over": game.over,
            "ending": game.world.ending,
            "aims": self._aims() if game.over else {},
        }

    def _aims(self) -> dict[str, object]:
        """Which aims of the seat were met: only told when the game is over."""
        env = WorldEnv(self.game.world)
        aims = self.game.scenario.seats[self.seat].aims
        return {id: bool(aim.when.truth(env)) for id, aim in aims.items()}

    def results(self) -> dict[str, object]:
        """What the game is read by: told to nobody before it is over. Raises LookupError."""
        return debrief(self.game, self._results(), self.seat)

    def _results(self) -> Results:
        if not self.game.over:
            raise LookupError("results are read when the game is over")
        if self._read is None:
            self._read = results_of(self.game)
        return self._read

    def again(self, asked: AskedAgain | None) -> dict[str, object]:
        """Have this seat's decisions played again, once the game is over; what is known so far."""
        results = self._results()
        if asked is None or self.manifest is None:
            raise LookupError("there is nothing to play again")
        # Estimates are over, and their worlds take room.
        self.staff.forget()
        self.staff.close()
        self.replays.ask(self.game, self.manifest, self.seat, results, asked)
        return self.replays.known()

    def submit(self, order: Order | None) -> dict[str, object]:
        """Put this seat's order in; for another seat's it is refused."""
        if order is None:
            raise LookupError("submit needs an order")
        if order.seat != self.seat:
            return Answer(order.id, False, "not_yours", about=(("seat", order.seat),)).plain()
        return self.game.submit(order).plain()

    def advance(self, beats: int, until_move: bool) -> dict[str, object]:
        """Let the game go on, and keep what happened; in a format every move that opens stops it.

        To go on to the next move closes this one: whoever has decided nothing leaves it to the
        staff.
        """
        stops = until_move or bool(self.game.schedule.name)
        done = self.game.advance(beats, until_move=stops, close=until_move)
        if self.save is not None:
            self.save.keep(self.game.journal, self.game.opened)
        if self.warmed:
            self.keep_warm()
        return {"beats": done.beats, "reason": done.reason} | self.clock()

    def keep_warm(self) -> None:
        """Prepare for estimates now, and from now on whenever time has gone on."""
        self.warmed = True
        if self.manifest is not None and not self.game.over:
            self.staff.warm(self.manifest, self.game.view(self.seat), self.game.scenario)

    def estimate(self, asked: AskedEstimate | None) -> dict[str, object]:
        """Put a question to the staff; what they know of it so far."""
        if asked is None or self.manifest is None:
            raise LookupError("there is nothing to estimate")
        if self.game.over:
            raise LookupError("the game is over")
        view = self.game.view(self.seat)
        self.staff.ask(self.manifest, view, asked, self.game.scenario)
        return self.staff.known()

    def branch(self, at: int, luck: int | None) -> dict[str, object]:
        """Save a branch of this game beside it; this one goes on as it is."""
        if self.save is None:
            raise LookupError("this game is not kept, so that it has no branches")
        found = branch_from(self.game, self.save.manifest, self.save.path, at, luck)
        return {"path": str(found)}

    def sit(self, seat: str) -> dict[str, object]:
        """Answer for another seat that a person at this table plays, and for no other."""
        if seat not in self.game.settings.people:
            raise LookupError(f"nobody at this table plays `{seat}`")
        self.staff.forget()
        self.replays.forget()
        self.seat = seat
        return {"seat": seat}

    def leave_estimate(self) -> dict[str, object]:
        """Call the staff off; what they know stays, and they prepare for another question."""
        self.staff.leave()
        found = self.staff.known()
        if self.warmed:
            self.keep_warm()
        return found

    def close(self) -> None:
        """Let the staff go, and seal the save, if there is one."""
        self.staff.close()
        self.replays.close()
        if self.save is not None:
            self.save.seal(self.game.journal, self.game.opened)
            self.save.close()
            self.save = None
