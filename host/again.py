"""Futures of a finished game at a table: asked for, told as they come, and left off."""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict, Field

from engine.game import Game
from engine.orders import FieldGiven
from engine.results import Results
from engine.saves import Manifest
from lab.again import Played, Swap, decisions
from lab.again_crew import Again, Inline, Processes
from lab.luck import USUAL, Luck

MOST_FUTURES = 1000


class AskedSwap(BaseModel):
    """An order of the seat by its id, and what is ordered instead (no card: nothing)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    order: str = Field(max_length=80)
    card: str = Field(default="", max_length=80)
    fields: dict[str, FieldGiven] = Field(default_factory=dict, max_length=40)


class AskedAgain(BaseModel):
    """How many futures, which order is swapped if one is, and whether par is wanted too."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    futures: int = Field(default=USUAL, ge=1, le=MOST_FUTURES)
    swap: AskedSwap | None = None
    par: bool = False


def fetched(played: Played) -> Again:
    """Workers in processes of their own, or where none can be begun, work bit by bit right here."""
    try:
        return Processes(played)
    except (OSError, ValueError):
        return Inline(played)


class Replays:
    """The futures of one seat's decisions; workers are fetched when they are first needed."""

    def __init__(self, fetch: Callable[[Played], Again] = fetched) -> None:
        self._fetch = fetch
        self._crew: Again | None = None
        self._luck: Luck | None = None

    def ask(
        self, game: Game, manifest: Manifest, seat: str, results: Results, asked: AskedAgain
    ) -> None:
        """Begin, or go on with other wishes. Raises LookupError for an order that is not there."""
        played = Played(manifest, tuple(game.orders), seat)
        swap = None if asked.swap is None else _swap(played, game, asked.swap)
        if self._luck is None or self._luck.seat != seat:
            self.forget()
            self._luck = Luck(game.scenario, seat, results)
        if self._crew is None:
            self._crew = self._fetch(played)
        self._luck.hear(self._crew.heard())
        self._crew.tell(self._luck.wanted(asked.futures, swap, asked.par))

    def known(self) -> dict[str, object]:
        """What is known so far; empty before anything was asked."""
        if self._luck is None:
            return {}
        if self._crew is not None:
            self._luck.hear(self._crew.heard())
        return self._luck.summary()

    def leave(self) -> None:
        """Leave off; what is known stays."""
        if self._crew is not None and self._luck is not None:
            self._luck.hear(self._crew.heard())
            self._crew.tell(())
            self._luck.stopped = True

    def forget(self) -> None:
        """Know nothing more of what was asked: somebody else asks now."""
        self.close()
        self._luck = None

    def close(self) -> None:
        """Let the workers go."""
        if self._crew is not None:
            self._crew.close()
            self._crew = None


def _swap(played: Played, game: Game, asked: AskedSwap) -> Swap:
    mine = {line.order.id: line.order for line in decisions(played, game.scenario)}
    if asked.order not in mine:
        raise LookupError(f"no order `{asked.order}` of yours that can be swapped")
    if asked.card and asked.card != mine[asked.order].card:
        raise LookupError("a decision is swapped for nothing, or for another choice of its card")
    return Swap(asked.order, asked.card, tuple(sorted(asked.fields.items())))
