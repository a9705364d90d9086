"""What stands on a window that is too small for the screen."""

from rich.text import Text
from textual.widgets import Static

from tui.words import phrase

WIDTH, HEIGHT = 80, 24


class TooSmall(Static):
    """One centred sentence; everything behind it is kept."""

    def on_resize(self) -> None:
        """Name the size that there is."""
        width, height = self.screen.size
        self.update(
            Text(
                phrase(
                    "Whitecell needs {width} by {height}; this window is {wide} by "
                    "{high}. Enlarge it, or start with --plain.",
                    width=WIDTH,
                    height=HEIGHT,
                    wide=width,
                    high=height,
                ),
                justify="center",
            )
        )
