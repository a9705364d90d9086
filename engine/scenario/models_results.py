"""What a game is read by when it is over: rows of harm, and the sentences of its aftermath.

As in engine.scenario.models, things are frozen, checked and compiled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.scenario.amounts import Text
from engine.scenario.expressions import Compiled


@dataclass(frozen=True, slots=True)
class HarmRow:
    """A count of people harmed, from the start on, and the seats that could have prevented it.

    What `of` rises by in a beat is booked to every seat whose condition in `by` holds then, while
    `when` holds. `under` are events such as orders to forces: what no chain of causes leads back
    to an order is put down to the last of these at that place. `official` and `independent` are the
    seats whose counts, as they were told, stand beside it.
    """

    title: str
    of: Compiled
    by: Mapping[str, Compiled]
    unit: str = ""
    when: Compiled | None = None
    under: tuple[str, ...] = ()
    official: str = ""
    independent: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of the aftermath; `when` None is the one that holds otherwise."""

    text: Text
    when: Compiled | None = None


@dataclass(frozen=True, slots=True)
class Afterward:
    """A sentence of the aftermath, chosen at the end, beside the decision that did most.

    It is about a sum `of` readings, or about the `harm` row of that id; exactly one is set.
    """

    title: str
    says: tuple[Saying, ...] = field(default_factory=tuple)
    of: Compiled | None = None
    harm: str = ""
    under: tuple[str, ...] = ()

    @property
    def meter(self) -> str:
        """The meter that it is about, if it is about one alone; else empty."""
        if self.of is None or [ref.sort for ref in self.of.uses] != ["meter"]:
            return ""
        return self.of.uses[0].name if self.of.text.strip() == self.of.uses[0].name else ""
