"""What orders may tell the contingents to do."""

from collections.abc import Mapping

from engine.agents.contingents import moves, posts
from engine.agents.contingents import state as st
from engine.agents.contingents.config import RULES
from engine.agents.contingents.events import (
    Recalled,
    RulesSet,
    SiteDeclined,
    SiteOffered,
    SiteTaken,
    SiteWanted,
    TaskGiven,
)
from engine.chance import Chance
from engine.kinds import Argument, Arguments, Happenings, Verb
from engine.moments import HOUR
from engine.world import World


def _rules(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    level = str(given["level"])
    if level != posts.state_of(world, me).rules:
        yield RulesSet(level, world.now + HOUR, cause=cause)


def _offer(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    yield SiteOffered(True, cause=cause, place=str(given["at"]))


def _keep(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    yield SiteOffered(False, cause=cause, place=str(given["at"]))


def _take(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    """Only what is offered can be accepted."""
    site = str(given["at"])
    if site in posts.state_of(world, me).waiting:
        yield SiteTaken(str(given["force"]), cause=cause, place=site)


def _decline(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    site, force = str(given["at"]), str(given["force"])
    if site not in posts.state_of(world, me).declined.get(force, ()):
        yield SiteDeclined(force, cause=cause, place=site)


def _assign(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    yield TaskGiven(str(given["force"]), cause=cause, place=str(given["at"]))


def _hand_back(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    site = str(given["at"])
    state = posts.state_of(world, me)
    if site in state.returned:
        return
    number = yield SiteWanted(cause=cause, place=site)
    for column in state.here():
        if column.phase == st.ON_POST and column.site == site:
            yield moves.handed_back(world, me, column, f"event:{number}")


def _home(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    force = str(given["force"])
    state = posts.state_of(world, me)
    if force in state.recalled:
        return
    number = yield Recalled(force, cause=cause)
    for column in state.here():
        if column.phase == st.ON_POST and column.force == force:
            yield moves.handed_back(world, me, column, f"event:{number}")


def _lapsed(world: World, me: str, given: Arguments, cause: str, chance: Chance) -> Happenings:
    lapsed = posts.of_forces(world, "mandate_over")
    for force, over in zip(world.scene.forces, () if lapsed is None else lapsed, strict=False):
        if over:
            yield from _home(world, me, {"force": force}, cause, chance)


_SITE = Argument("site", "which site")

VERBS: Mapping[str, Verb] = {
    "rules": Verb("say how far the men may go", _rules,
                  {"level": Argument("words", "from standing guard to helping", RULES)}),
    "offer": Verb("offer a site to the contingents", _offer, {"at": _SITE}),
    "keep": Verb("keep a site for the host's own men", _keep, {"at": _SITE}),
    "assign": Verb("send a force's next men to a site before any other", _assign,
                   {"force": Argument("force", "which force"), "at": _SITE}),
    "take": Verb("accept a site that was offered, for a force whose next men go there first",
                 _take, {"force": Argument("force", "which force"), "at": _SITE}),
    "decline": Verb("say that a force will not guard a site", _decline,
                    {"force": Argument("force", "which force"), "at": _SITE}),
    "hand_back": Verb("give a site back to the host", _hand_back, {"at": _SITE}),
    "send_home": Verb("send a force home before the others", _home,
                      {"force": Argument("force", "which force")}),
    "lapsed_home": Verb("send home the forces whose mandate has lapsed", _lapsed, {}),
}  # fmt: skip
