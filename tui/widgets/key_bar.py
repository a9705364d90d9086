"""The bottom line: the keys of this screen, as many as fit, and always help."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.ink import Line, ends, line, width_of
from tui.keys import named
from tui.widgets.pane import content_of
from tui.words import phrase

NAMED = {"Enter": "enter", "Esc": "escape", "Tab": "tab", "Space": "space"}
HELP = line(("?", "bold $focus"), (phrase(" help "), "$dim"))


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
        for _, piece in self._pieces():
            runs += piece
        return content_of([ends(runs, HELP, width)], width, 1)

    def _pieces(self) -> list[tuple[str, Line]]:
        """As many keys as there is room for, each as it is drawn."""
        room = self.size.width - width_of(HELP) - 1
        moved = getattr(self.app, "key_map", None)
        found: list[tuple[str, Line]] = []
        taken = 0
        for key, label in self.keys:
            shown = key if moved is None else moved.shown(key)
            piece = line("  " if found else " ", (shown, "bold $focus"), (f" {label}", "$dim"))
            taken += width_of(piece)
            if taken > room:
                break
            found.append((shown, piece))
        return found

    def on_click(self, event: events.Click) -> None:
        """Press the key there, where it is one key alone."""
        event.stop()
        if event.x >= self.size.width - width_of(HELP):
            self.app.simulate_key("question_mark")
            return
        at = 0
        for shown, piece in self._pieces():
            at += width_of(piece)
            if event.x < at:
                key = NAMED.get(shown, shown)
                if len(shown) == 1 or shown in NAMED:
                    self.app.simulate_key(named(key))
                return
