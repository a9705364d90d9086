"""What an order or an inject does: a closed list, told apart by the first word."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.scenario.amounts import Amount, AreaSpec, FieldRef, Given, Text, Word
from engine.scenario.expressions import Compiled

THERE = "there"
"""The area, in effects of an inject that comes with an event, where that event was."""


@dataclass(frozen=True, slots=True)
class Do:
    """Instruct an agent: `verb` of its kind, with arguments; those left out take their default."""

    agent: str
    verb: str
    arguments: Mapping[str, Given] = field(default_factory=dict)
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """Bend a meter, an agent's parameter or a seat's stock.

    `sort` is `meter`, `parameter` or `stock`; `target` is `patience`, `fuel.use` or
    `port.overtime_pay`. `times` says that the amount is a factor. `lasts` and `half_life` are in
    hours; without both it stays. A stock takes `by` alone, at once, and does not go below 0.
    """

    sort: str
    target: str
    amount: Amount
    times: bool = False
    area: AreaSpec | None = None
    lasts: Amount | None = None
    half_life: Amount | None = None
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Tell:
    """A report to seats (`all` for everybody); `false` marks it as one that its writer made up.

    `from_` says who says so, by default whose card or inject it is. `also` holds other words for
    the text: each is told at most once a game, and then nothing is told.
    """

    to: tuple[str, ...]
    text: Text
    headline: str = ""
    false: bool = False
    when: Compiled | None = None
    from_: str = ""
    also: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """Bring an inject in, `after` so many hours (None: at once)."""

    inject: str
    after: Amount | None = None
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Cancel:
    """Do not bring an inject in at all."""

    inject: str
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Put a deal before another seat, or open a card to it; `sort` is `offer` or `card`.

    With `bound` the deal is accepted as it is put: what was agreed elsewhere is a word now.
    """

    sort: str
    what: str
    to: Word | FieldRef
    when: Compiled | None = None
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """Find out for the card's seat whether an exhibit is genuine, with a chance (None: surely).

    In an inject `to` says for whom.
    """

    exhibit: Word | FieldRef
    to: Word | FieldRef | None = None
    chance: Amount | None = None
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """Show exhibits that the card's seat has at hand and has not shown them yet to these seats.

    Those named, or at most so many, those first that were found first: what it does not hold is
    not shown.
    """

    to: tuple[str, ...]
    number: Amount | None = None
    named: tuple[Word | FieldRef, ...] = ()
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class End:
    """End the game with this ending."""

    ending: str
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class UndoWhen:
    """What the same order or inject still bends ends at the first beat at which this holds.

    It is watched as long as anything of it is still bent. Then `inject`, if named, comes in, and
    its effects call `there` where that was.
    """

    broken: Compiled
    inject: str = ""
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Credited:
    """The credit of a seat with another moves: by what came to light beside any deal."""

    seat: Word | FieldRef
    other: Word | FieldRef
    amount: Amount
    when: Compiled | None = None


Effect = Do | Shift | Tell | Schedule | Cancel | Offer | Check | Show | End | UndoWhen | Credited
"""Everything an effect can be; `when` None means always."""
