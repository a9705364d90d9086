"""How fast time goes while it runs: seconds of a person's time for one beat of the game."""

from dataclasses import dataclass

SPEEDS = (4.0, 2.0, 1.0, 0.5, 0.25)


@dataclass(slots=True)
class Pace:
    """Running or paused, and at which of the speeds."""

    speed: int = 2
    running: bool = False
    busy: bool = False

    @property
    def seconds(self) -> float:
        """What a beat takes."""
        return SPEEDS[self.speed]

    def change(self, step: int) -> None:
        """Faster or slower, as far as it goes."""
        self.speed = min(max(self.speed + step, 0), len(SPEEDS) - 1)

    def words(self, beat: int) -> str:
        """`paused`, `time passes`, or `1 h in 2 s`."""
        if self.running:
            hours = beat / 3600
            return f"{hours:g} h in {self.seconds:g} s"
        return "time passes" if self.busy else "paused"
