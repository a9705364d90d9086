"""Two small forms over everything: which aims a seat takes, and what it thinks of the next move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.app import ComposeResult

from tui.ink import line
from tui.picture import moves
from tui.picture.known import Known
from tui.picture.times import hour
from tui.screens.modal import Modal
from tui.widgets.key_bar import KeyBar
from tui.widgets.pane import Lines
from tui.widgets.slip import Asked, SlipRows, Ticks
from tui.widgets.too_small import TooSmall
from tui.words import phrase, sense


@dataclass(slots=True)
class Drafts:
    """What was typed on a slip that is not handed in yet; it is for one move of one seat."""

    of: tuple[str, int] = ("", -1)
    typed: dict[str, str] = field(default_factory=dict)

    def keep(self, known: Known, rows: Sequence[Asked]) -> None:
        """Keep what stands there."""
        self.of, self.typed = _move_of(known), {row.id: row.typed for row in rows}

    def about(self, known: Known) -> Mapping[str, str]:
        """What was typed in this move."""
        return self.typed if self.of == _move_of(known) else {}


def _move_of(known: Known) -> tuple[str, int]:
    return known.scene.seat, -1 if known.view.move is None else known.view.move.opened


def asked_rows(known: Known, drafts: Drafts) -> tuple[Asked, ...]:
    """The questions of this move, with what was handed in or typed already."""
    move, typed = known.view.move, drafts.about(known)
    asked = () if move is None else move.asked
    slip: Mapping[str, float] = {} if move is None else move.slip
    return tuple(
        Asked(id, known.scene.forecasts.get(id, id), typed.get(id) or _percent(slip.get(id)))
        for id in asked
    )


class SlipScreen(Modal[dict[str, str]]):
    """How likely are these? Dismissed with what was answered, nothing where it was left."""

    KEYS = (
        ("Enter", phrase("hand it in")),
        ("0-9", phrase("percent")),
        ("←→", phrase("by tens")),
        ("Esc", phrase("back, not handed in")),
        ("↑↓", phrase("question")),
    )
    BINDINGS = [("enter", "hand_in", phrase("Hand it in")), ("escape", "leave", phrase("Back"))]

    def __init__(self, known: Known, drafts: Drafts) -> None:
        super().__init__()
        self._known, self._drafts = known, drafts

    def compose(self) -> ComposeResult:
        """What is asked, the questions, the keys."""
        yield Lines(phrase("Forecast slip"), moves.where(self._known), id="slip-says")
        yield SlipRows(phrase("How likely is each?"), phrase("empty: left out"), id="slip")
        yield KeyBar(self.KEYS)
        yield TooSmall()

    def on_mount(self) -> None:
        """The questions of this move, with what was answered already."""
        known = self._known
        says, rows = self.query_one("#slip-says", Lines), self.query_one(SlipRows)
        says.can_focus = False
        at = known.clock.next_move if known.clock.next_move is not None else known.scene.end
        until = hour(known.scene.start, at, known.now)
        says.lines = (
            line(
                (
                    phrase(
                        " The same questions for every seat, about the next move ({until}).",
                        until=until,
                    ),
                    "",
                )
            ),
            line(
                (
                    phrase(
                        " You hear how well you foresaw when all is over, and nobody else does."
                    ),
                    "$dim",
                )
            ),
        )
        rows.rows = asked_rows(known, self._drafts)
        rows.focus()

    def action_hand_in(self) -> None:
        """Take what is filled in."""
        self.dismiss(self.query_one(SlipRows).given)

    def action_leave(self) -> None:
        """Nothing is handed in; what was typed is kept for this move."""
        self._drafts.keep(self._known, self.query_one(SlipRows).rows)
        self.dismiss({})


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f}"


class AimsScreen(Modal[tuple[str, ...]]):
    """Which two aims? Dismissed with two, or with none where it is put off."""

    KEYS = (
        ("Space", phrase("tick")),
        ("↑↓", phrase("aim")),
        ("Enter", phrase("take two")),
        ("Esc", sense("not now", "later")),
    )
    BINDINGS = [
        ("enter", "take", phrase("Take these two")),
        ("escape", "leave", sense("not now", "Later")),
    ]

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def compose(self) -> ComposeResult:
        """What is asked, the aims, the keys."""
        yield Lines(phrase("Your aims"), id="slip-says")
        yield Ticks(phrase("Tick two"), id="slip")
        yield KeyBar(self.KEYS)
        yield TooSmall()

    def on_mount(self) -> None:
        """The seat's aims."""
        says, ticks = self.query_one("#slip-says", Lines), self.query_one(Ticks)
        says.can_focus = False
        says.lines = (
            line((phrase(" At the end your results are read against the two that you tick."), "")),
            line((phrase(" g asks again in the first move; nobody else is told."), "$dim")),
        )
        ticks.texts = tuple(self._known.scene.aims.items())
        ticks.focus()

    def action_take(self) -> None:
        """Take them, once there are two."""
        ticked = self.query_one(Ticks).ticked
        if len(ticked) == 2:
            self.dismiss(ticked)
        else:
            self.query_one(Ticks).note = phrase("{ticked} more to tick", ticked=2 - len(ticked))

    def action_leave(self) -> None:
        """Not now."""
        self.dismiss(())
