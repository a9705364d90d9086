"""Two small forms over everything: which aims a seat takes, and what it thinks of the next move."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.ink import line
from tui.picture import moves
from tui.picture.known import Known
from tui.picture.times import hour
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.slip import Asked, SlipRows, Ticks
from tui.widgets.too_small import TooSmall


class SlipScreen(ModalScreen[dict[str, str]]):
    """How likely are these? Dismissed with what was answered, nothing where it was left."""

    KEYS = (
        ("Enter", "hand it in"),
        ("0-9", "percent"),
        ("←→", "by tens"),
        ("Esc", "leave it out"),
        ("↑↓", "question"),
    )
    BINDINGS = [("enter", "hand_in", "Hand it in"), ("escape", "leave", "Leave it out")]

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def compose(self) -> ComposeResult:
        """What is asked, the questions, the keys."""
        yield Lines("Forecast slip", moves.where(self._known), id="slip-says")
        yield SlipRows("How likely is each?", "empty: left out", id="slip")
        yield KeyBar(self.KEYS)
        yield TooSmall()

    def on_mount(self) -> None:
        """The questions of this move, with what was answered already."""
        known, move = self._known, self._known.view.move
        says, rows = self.query_one("#slip-says", Lines), self.query_one(SlipRows)
        says.can_focus = False
        at = known.clock.next_move if known.clock.next_move is not None else known.scene.end
        until = hour(known.scene.start, at, known.now)
        says.lines = (
            line((f" The same questions for every seat, about the next move ({until}).", "")),
            line(
                (" You hear how well you foresaw when all is over, and nobody else does.", "$dim")
            ),
        )
        asked = () if move is None else move.asked
        slip: Mapping[str, float] = {} if move is None else move.slip
        rows.rows = tuple(
            Asked(id, known.scene.forecasts.get(id, id), _percent(slip.get(id))) for id in asked
        )
        rows.focus()

    def action_hand_in(self) -> None:
        """Take what is filled in."""
        self.dismiss(self.query_one(SlipRows).given)

    def action_leave(self) -> None:
        """Nothing is handed in."""
        self.dismiss({})


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f}"


class AimsScreen(ModalScreen[tuple[str, ...]]):
    """Which two aims? Dismissed with two, or with none where it is put off."""

    KEYS = (("Space", "tick"), ("↑↓", "aim"), ("Enter", "take two"), ("Esc", "later"))
    BINDINGS = [("enter", "take", "Take these two"), ("escape", "leave", "Later")]

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def compose(self) -> ComposeResult:
        """What is asked, the aims, the keys."""
        yield Lines("Your aims", id="slip-says")
        yield Ticks("Tick two", id="slip")
        yield KeyBar(self.KEYS)
        yield TooSmall()

    def on_mount(self) -> None:
        """The seat's aims."""
        says, ticks = self.query_one("#slip-says", Lines), self.query_one(Ticks)
        says.can_focus = False
        says.lines = (
            line((" At the end your results are read against the two that you tick.", "")),
            line((" g asks again in the first move; nobody else is told.", "$dim")),
        )
        ticks.texts = tuple(self._known.scene.aims.items())
        ticks.focus()

    def action_take(self) -> None:
        """Take them, once there are two."""
        ticked = self.query_one(Ticks).ticked
        if len(ticked) == 2:
            self.dismiss(ticked)
        else:
            self.query_one(Ticks).note = f"{2 - len(ticked)} more to tick"

    def action_leave(self) -> None:
        """Not now."""
        self.dismiss(())
