"""What stands on a window that is too small for the screen."""

from rich.text import Text
from textual.widgets import Static

WIDTH, HEIGHT = 80, 24


class TooSmall(Static):
    """One centred sentence; everything behind it is kept."""

    def on_resize(self) -> None:
        """Name the size that there is."""
        width, height = self.screen.size
        self.update(
            Text(
                f"Whitecell needs {WIDTH} by {HEIGHT}; this window is {width} by {height}. "
                "Enlarge it, or start with --plain.",
                justify="center",
            )
        )
