"""The withdrawal's part of the world."""

from dataclasses import dataclass

from engine.agents.withdrawal import events as e
from engine.events import Event

NEVER = 2**62

STAYING, AGREEING, ANNOUNCED, LEAVING, OVER = (
    "staying", "agreeing", "announced", "leaving", "over",
)  # fmt: skip


@dataclass(slots=True)
class WithdrawalState:
    """The date in force, the sites still to be ordered back, and what was made known."""

    phase: str = STAYING
    mandate_ends: int = -1
    due: int = NEVER
    begins: int = -1
    ends: int = -1
    agreed: bool = False
    first: str = ""
    left: tuple[str, ...] = ()
    ordered: tuple[str, ...] = ()
    every: int = 0
    overstayed: bool = False
    entry: int = -1

    @property
    def deadline(self) -> int:
        """The second by which the last man should have left; -1 if there is none."""
        known = self.phase in (ANNOUNCED, LEAVING, OVER)
        return self.ends if known else self.mandate_ends


def apply(state: WithdrawalState, event: Event) -> None:
    """Write one event into the withdrawal's part of the world."""
    match event:
        case e.MandateBegan():
            state.mandate_ends = event.ends
            if state.phase == OVER:
                state.phase, state.ordered, state.left = STAYING, (), ()
                state.overstayed = False
        case e.Agreeing():
            state.due, state.begins, state.ends = event.due, event.begins, event.ends
            state.first, state.agreed, state.phase = event.first, True, AGREEING
            state.entry = event.entry
        case e.Announced():
            state.due, state.begins, state.ends = event.begins, event.begins, event.ends
            state.first, state.agreed, state.phase = event.first, event.agreed, ANNOUNCED
            state.overstayed, state.entry = False, event.entry
        case e.Began():
            state.phase, state.left, state.every = LEAVING, event.sites, event.every
            state.due = event.at if event.sites else NEVER
        case e.OrderedBack():
            state.left = state.left[1:]
            state.ordered = (*state.ordered, event.site)
            state.due = state.due + state.every if state.left else NEVER
        case e.Overstayed():
            state.overstayed = True
        case e.Completed():
            state.phase, state.due = OVER, NEVER
        case _:
            raise TypeError(event)
