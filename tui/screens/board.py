"""What every screen of a game shares: the clock line, the key line, and the way to show a state."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tui.picture import moves
from tui.picture.known import Known
from tui.picture.times import full, hour
from tui.widgets.clock_bar import ClockBar
from tui.widgets.key_bar import KeyBar
from tui.widgets.too_small import HEIGHT, WIDTH, TooSmall
from tui.words import phrase, sense

Keys = tuple[tuple[str, str], ...]


class Board(Screen[None]):
    """A screen of a running game. `show` is called with what is known whenever it changes."""

    KEYS: ClassVar[Keys] = (("Esc", phrase("room")),)
    LOCAL: ClassVar[Keys] = ()
    """Keys to be named on the help page in place of KEYS."""
    BINDINGS = [("escape", "app.to_room", phrase("Back"))]
    FOCUS_FIRST: ClassVar[str] = ""
    FILLING: ClassVar[bool] = False
    """Whether something is filled in here, so that keys of the game do nothing."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the keyboard. The pane that gets it and the one that had it paint themselves."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known
        self.answer = ""
        """What was said last; a screen that has a line for it shows it."""
        self._stale = False
        """Whether what is known changed while another screen covered this one."""

    def compose(self) -> ComposeResult:
        """The clock line, the screen's own widgets, and the keys."""
        self._fit(self.app.size)
        yield ClockBar()
        yield from self.inside()
        yield KeyBar(self.KEYS)
        yield TooSmall()

    def inside(self) -> Iterable[Widget]:
        """The widgets between the clock line and the key line."""
        return ()

    def on_mount(self) -> None:
        """Show what is known from the first frame on."""
        if self.FOCUS_FIRST:
            self.query_one(self.FOCUS_FIRST).focus()
        self.call_after_refresh(self.show, self.known)

    def on_resize(self) -> None:
        """Lines depend on the width; a pane that fills a window too small gives it up."""
        if self.maximized is not None and (self.size.width < WIDTH or self.size.height < HEIGHT):
            self.minimize()
        self.call_after_refresh(lambda: self.show(self.known))

    def take(self, known: Known, seen: bool) -> None:
        """This is known now: show it, or as soon as this screen is seen again."""
        self.known = known
        if self.is_mounted and seen:
            self.show(known)
        else:
            self._stale = True

    def on_screen_resume(self) -> None:
        """Seen again: with what became known meanwhile, before it is painted."""
        if self._stale and self.is_mounted:
            self.show(self.known)

    def _fit(self, size: Size) -> None:
        """Take on the classes of this size at once, so that nothing is laid out without them."""
        for points, cells in (
            (self.app.HORIZONTAL_BREAKPOINTS, size.width),
            (self.app.VERTICAL_BREAKPOINTS, size.height),
        ):
            fits = max((at for at, _ in points or () if at <= cells), default=None)
            for at, name in points or ():
                self.set_class(at == fits, name)

    def show(self, known: Known) -> None:
        """Show this state; subclasses fill their own widgets too."""
        self.known = known
        self._stale = False
        bar = self.query_one(ClockBar)
        clock, scene = known.clock, known.scene
        bar.seat = scene.seats.get(scene.seat, scene.seat)
        bar.scenario = scene.title
        bar.hour = full(scene.start, clock.now)
        bar.move = phrase("after the game") if clock.over else moves.where(known)
        bar.left, bar.left_briefly = moves.left(known), moves.left_briefly(known)
        bar.chapter = "" if clock.over else moves.chapter(known)
        opens = clock.next_move
        bar.opens = "" if opens is None or clock.over else hour(scene.start, opens, clock.now)
        bar.pace = sense("a game", "over") if clock.over else known.pace
