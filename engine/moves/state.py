"""What the world keeps of the moves of a format."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Turn:
    """Where a game stands in its format; as it is here before the first move, or without a format.

    `at` is the second at which the present move opened, `number` counts planned moves from 1, and
    `extras` holds the seconds of the moves that events opened. `untold` names
    what would have opened a move and waits to be told when the next one opens. `held` are the
    seats that order nothing more in this move, `staff` the box that the staff of a seat has named.
    """

    at: int = -1
    number: int = 0
    extras: tuple[int, ...] = ()
    untold: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    staff: dict[str, str] = field(default_factory=dict)
    counted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By seat the ids of the orders that count against this move's."""
    slips: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    """By seat what it thinks of the next move: questions with probabilities."""
    scores: dict[str, tuple[int, float]] = field(default_factory=dict)
    """By seat how many questions were scored, and the sum of their Brier scores."""
    aims: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By seat the aims that it chose."""
