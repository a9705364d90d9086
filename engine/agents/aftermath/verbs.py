"""How a government may account for what was done."""

from engine.agents.aftermath.assess import state_of, stock_of, weigh
from engine.agents.aftermath.events import Accounted
from engine.agents.aftermath.rules import EASES
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.rules.rounding import nine
from engine.world import World


def _account(world: World, me: str, about: str, how: str, cause: str) -> Happenings:
    """An account takes away a share of the legacy; a second one only what it adds to the first."""
    _, before = state_of(world, me).accounts.get(about, ("", 0.0))
    eases = max(EASES[about][how], before)
    number = yield Accounted(cause=cause, about=about, how=how, eases=eases)
    part = stock_of(world, me, "repression") * (eases - before) / (1.0 - before)
    if part > 0:
        yield from weigh(world, me, "repression", {about: -nine(part)}, f"event:{number}")


def account(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Publish figures of the dead and held."""
    yield from _account(world, me, "figures", str(given["figures"]), cause)


def inquire(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Have somebody inquire."""
    yield from _account(world, me, "inquiry", str(given["by"]), cause)


def detainees(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Decide what becomes of those who are held."""
    yield from _account(world, me, "detainees", str(given["what"]), cause)


VERBS = {
    "account": Verb("Publish figures of the dead and the held", account, {
        "figures": Argument("words", "which", tuple(EASES["figures"])),
    }),
    "inquire": Verb("Have somebody inquire into what was done", inquire, {
        "by": Argument("words", "who", tuple(EASES["inquiry"])),
    }),
    "detainees": Verb("Decide what becomes of those who are held", detainees, {
        "what": Argument("words", "what", tuple(EASES["detainees"])),
    }),
}  # fmt: skip
