"""The bottom line: the keys of this screen, as many as fit, and always help."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ink import Line, ends, line, width_of
from tui.widgets.pane import content_of

HELP = line(("?", "bold $focus"), (" help ", "$dim"))


class KeyBar(Widget):
    """Keys in order of importance; the last ones are dropped where there is no room."""

    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def __init__(self, keys: tuple[tuple[str, str], ...] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(KeyBar.keys, keys)

    def render(self) -> Content:
        """The line at this width."""
        width = self.size.width
        runs: Line = ()
        room = width - width_of(HELP) - 1
        moved = getattr(self.app, "key_map", None)
        for key, label in self.keys:
            shown = key if moved is None else moved.shown(key)
            piece = line("  " if runs else " ", (shown, "bold $focus"), (f" {label}", "$dim"))
            if width_of(runs) + width_of(piece) > room:
                break
            runs += piece
        return content_of([ends(runs, HELP, width)], width, 1)
