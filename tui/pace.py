"""How fast time goes while it runs: seconds of a person's time for one beat of the game."""

from dataclasses import dataclass

from tui.words import phrase

SPEEDS = (4.0, 2.0, 1.0, 0.5, 0.25)


@dataclass(slots=True)
class Pace:
    """Held, running beat by beat, or skipping to the next move; and at which of the speeds.

    `busy` is true while the game computes. Each beginning has a number, so that what was begun
    earlier knows that it was held since.
    """

    speed: int = 2
    running: bool = False
    skipping: bool = False
    busy: bool = False
    begun: int = 0

    @property
    def seconds(self) -> float:
        """What a beat takes."""
        return SPEEDS[self.speed]

    @property
    def moving(self) -> bool:
        """Whether time goes by itself."""
        return self.running or self.skipping

    def begin(self, skipping: bool = False) -> int:
        """Let time go; the number of this beginning."""
        self.running, self.skipping = not skipping, skipping
        self.begun += 1
        return self.begun

    def hold(self) -> None:
        """Stop it where it is."""
        self.running = self.skipping = False

    def still(self, begun: int) -> bool:
        """Whether what began then runs on."""
        return self.running and self.begun == begun

    def change(self, step: int) -> None:
        """Faster or slower, as far as it goes."""
        self.speed = min(max(self.speed + step, 0), len(SPEEDS) - 1)

    def words(self, beat: int) -> str:
        """`paused`, `time passes`, or `1 h in 2 s`."""
        if self.running:
            return phrase("{beat:g} h in {seconds:g} s", beat=beat / 3600, seconds=self.seconds)
        return phrase("time passes") if self.busy or self.skipping else phrase("paused")
