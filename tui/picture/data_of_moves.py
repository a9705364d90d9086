"""The moves of a format, as a session answers them."""

from tui.picture.shown import Shown


class StaffOrder(Shown):
    """What the staff will order where nobody decides."""

    card: str
    words: str = ""


class Move(Shown):
    """The move of a format that the seat is in: see engine.moves.standing."""

    format: str
    title: str
    chapter: str
    number: int
    of: int
    extra: int = 0
    opened: int
    orders: int
    left: int
    asked: list[str] = []
    slip: dict[str, float] = {}
    slip_open: bool = False
    held: bool = False
    staff: StaffOrder | None = None


class Aims(Shown):
    """The aims that the seat has chosen, and whether it may still choose."""

    chosen: list[str] = []
    open: bool = False
