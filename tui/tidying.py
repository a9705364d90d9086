"""When Python looks for garbage: while nobody waits for a key, and hardly ever otherwise."""

import gc
from time import monotonic

from textual import events

from tui.timed import Timed

YOUNG, MIDDLE, OLD = 2_000, 10, 10_000
"""New objects between two looks at the youngest, looks until older ones are looked at too; the
oldest are as good as never looked at unasked."""

LOOKS, QUIET, LONGEST, AT_LAST = 0.5, 1.5, 60.0, 300.0
"""Seconds between two thoughts of it, without a key before it, and for which a clock may run on;
after the last of them it is done between two keys, so that closed screens do not pile up."""


def put_aside() -> None:
    """Look through everything once, and then never at what is left, until it is done again.

    A look through all that the screens are made of takes as long as a key may take to be painted.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def due(now: float, key_at: float, tidied_at: float, running: bool) -> bool:
    """Whether to look now: once after keys came, and now and then while a clock runs."""
    if now - key_at < QUIET:
        return now - tidied_at > AT_LAST
    # With a clock that runs there is something new at every beat, and no need to hurry.
    return now - tidied_at > LONGEST if running else tidied_at < key_at


class Tidying(Timed):
    """Collects garbage when the player reads, not when the player types."""

    alone = False
    """Whether this process has nothing else to do than to show this app."""

    _key_at = 0.0
    _tidied_at = 0.0

    def begin_tidying(self) -> None:
        """From now on no full look at garbage is taken while keys come."""
        # What is loaded by now stays for good.
        gc.freeze()
        if not self.alone:
            return
        gc.set_threshold(YOUNG, MIDDLE, OLD)
        self._key_at = self._tidied_at = monotonic()
        self.set_interval(LOOKS, self._tidy)

    async def on_event(self, event: events.Event) -> None:
        """Remember when the last key came."""
        if isinstance(event, events.Key | events.MouseEvent):
            self._key_at = monotonic()
        await super().on_event(event)

    def _tidy(self) -> None:
        now = monotonic()
        if due(now, self._key_at, self._tidied_at, self.pace.moving or self.pace.busy):
            put_aside()
            self._tidied_at = now
