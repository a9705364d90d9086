"""What makes the terminal one's own: moved keys, a palette that is kept, fewer changes."""

from collections.abc import Iterable

from textual import events
from textual._styles_cache import StylesCache
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widgets import Input

from tui.commands.playing import Chosen
from tui.keys import letter
from tui.settings import palette, remember
from tui.themes import PALETTES, theme
from tui.words import phrase


class Comfort(App[None]):
    """An app that does as its player prefers."""

    def __init__(self, chosen: Chosen) -> None:
        super().__init__()
        self.chosen = chosen
        self.settings = chosen.settings
        self.key_map = chosen.settings.key_map
        self.ascii_only = chosen.ascii_only or chosen.settings.ascii
        # Nothing moves here unless the world moved: no slides, no fades.
        self.animation_level = "none"

    @property
    def reduced(self) -> bool:
        """Whether the screen should change less often."""
        return self.settings.reduced_motion

    def put_on_palette(self) -> None:
        """Offer the three palettes alone, and begin with the one that is preferred."""
        for name in PALETTES:
            self.register_theme(theme(name))
        self.theme = palette(self.settings)
        for name in [each for each in self.available_themes if each not in PALETTES]:
            self.unregister_theme(name)

    def pop_screen(self) -> AwaitComplete:
        """Close the screen, and let go of what was painted on it.

        A cache of the toolkit for two colours is keyed by the painter that asked, and would keep
        every line ever painted by a thousand widgets that are gone.
        """
        gone = super().pop_screen()
        StylesCache.get_inner_outer.cache_clear()
        return gone

    def paint(self, name: str) -> None:
        """Another palette, now and the next time."""
        self.theme = name
        remember("theme", name)

    async def on_event(self, event: events.Event) -> None:
        """A key means what the player has put there, except where text is typed."""
        if isinstance(event, events.Key) and not event.is_forwarded and not self._typing():
            meant = self.key_map.meant(event.key)
            if not meant:
                return
            if meant != event.key:
                event = events.Key(meant, letter(meant))
        await super().on_event(event)

    def _typing(self) -> bool:
        focused = self.focused
        return isinstance(focused, Input) or bool(getattr(focused, "types_letters", False))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key by its name, and the three palettes."""
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if active.enabled and binding.description and binding.description not in seen:
                if binding.key.startswith(("ctrl+", "super+")):
                    continue
                seen.add(binding.description)
                key = self.key_map.shown(self.get_key_display(binding))
                yield SystemCommand(
                    binding.description,
                    f"key {key}",
                    lambda action=binding.action, node=active.node: self.run_action(action, node),
                )
        for name in PALETTES:
            yield SystemCommand(
                phrase("Palette {name}", name=name),
                phrase("colours"),
                lambda name=name: self.paint(name),
            )
