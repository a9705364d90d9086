"""A program on a pseudo-terminal of its own: keys in, painted characters out, with their times."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType

from tools.glass import Glass

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "space": " ",
    "ctrl+d": "\x04",
}  # fmt: skip
"""What a terminal sends for keys that have no letter."""

Seen = Callable[[str], bool]


class NotSeen(AssertionError):
    """What was waited for has not come; the message shows what stands there instead."""


def _own() -> dict[str, str]:
    """This process's variables, but for those that would be believed before the terminal itself."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


class Terminal:
    """Runs a command. Use it in a `with` statement: at its end the program is no more."""

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 120,
        rows: int = 40,
        *,
        env: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.glass = Glass(columns, rows)
        self.written = bytearray()
        """Every byte that the program wrote."""
        self._end, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = perf_counter()
        self.process = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, cwd=folder,
            env={**_own(), "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
            start_new_session=True,
        )  # fmt: skip
        os.close(child)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self._end)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return self.glass.text

    def type(self, text: str) -> float:
        """Send characters; the time at which they were sent."""
        sent = perf_counter()
        os.write(self._end, text.encode())
        return sent

    def press(self, key: str) -> float:
        """Press one key, by its name or as a letter; the time of it."""
        return self.type(KEYS.get(key, key))

    def read(self, seconds: float) -> bool:
        """Take what the program writes within so many seconds; false if that was nothing."""
        ready, _, _ = select.select([self._end], [], [], max(seconds, 0.0))
        if not ready:
            return False
        try:
            data = os.read(self._end, 65536)
        except OSError:
            # The other end is closed once the program has left.
            return False
        self.written += data
        self.glass.feed(data)
        return bool(data)

    def wait(self, seen: Seen, seconds: float = 20.0, what: str = "") -> float:
        """Read until something stands there; the time at which it did. Raises NotSeen."""
        until = perf_counter() + seconds
        while not seen(self.text):
            left = until - perf_counter()
            if left <= 0 or (not self.read(left) and self.process.poll() is not None):
                raise NotSeen(f"waited {seconds:g} s for {what or 'it'}:\n{self.text}")
        return perf_counter()

    def see(self, words: str, seconds: float = 20.0) -> float:
        """Wait until these words stand there; the time at which they did. Raises NotSeen."""
        return self.wait(lambda text: words in text, seconds, f"`{words}`")

    def settle(self, quiet: float = 0.15, most: float = 5.0) -> None:
        """Read until nothing has been painted for a while, or as long as `most`."""
        until = perf_counter() + most
        while perf_counter() < until and self.read(quiet):
            pass

    def left(self, seconds: float = 20.0) -> int:
        """Read until the program has left; its status."""
        until = perf_counter() + seconds
        while self.process.poll() is None and perf_counter() < until:
            self.read(0.1)
        while self.read(0.0):
            pass
        return self.process.wait(max(until - perf_counter(), 0.1))
