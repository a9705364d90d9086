"""What others may read of the contingents."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from engine.agents.contingents import posts
from engine.agents.contingents import state as st
from engine.agents.contingents.state import Column, ContingentsState
from engine.kinds import Answer, Numbers, Reading
from engine.world import World

READINGS: Mapping[str, Reading] = {
    "in_country": Reading("people", "self", "men of contingents in the country"),
    "vehicles_in_country": Reading("vehicles", "self", "their vehicles in the country"),
    "guarding": Reading("people", "self", "men of contingents at the sites that they guard"),
    "standing_by": Reading("people", "self", "men of contingents without a site"),
    "ready": Reading("people", "self", "men who wait for the way home"),
    "arrived_men": Reading("people", "self", "men who came into the country so far"),
    "gone_home": Reading("people", "self", "men who left the country so far"),
    "killed_contingent": Reading("people", "self", "men of contingents killed so far"),
    "flags": Reading("countries", "self", "countries whose men are in the country"),
    "sites_guarded": Reading("sites", "self", "sites at which contingents hold posts"),
    "posts_held": Reading("posts", "self", "posts that contingents hold"),
    "rules": Reading("", "self", "how far the men may go",
                     words=("guard_only", "self_defence", "assist")),
    "last_arrival": Reading("", "self", "the journal's line of the last arrival"),
    "last_leaving": Reading("", "self", "the journal's line of the last leaving"),
    "last_change": Reading("", "self", "the journal's line of the last change of guard"),
    "on_offer_count": Reading("sites", "self", "sites offered that nobody has accepted yet"),
    "posts_covered": Reading("posts", "site", "posts that contingents hold"),
    "offered_site": Reading("", "site", "1 where contingents may guard"),
    "on_offer": Reading("", "site", "1 where a site was offered and nobody has accepted it yet"),
    "assisting": Reading("people", "place", "men of contingents who help on the street"),
    "ready_men": Reading("people", "force", "men who wait for the way home"),
    "ready_vehicles": Reading("vehicles", "force", "vehicles that wait for the way home"),
    "ready_at": Reading("", "force", "the place where they wait, by its number; -1: nowhere"),
    "present_men": Reading("people", "force", "men of the force in the country"),
}  # fmt: skip

Of = Callable[[World, str, ContingentsState], Answer | Numbers]


def read(world: World, me: str, name: str) -> Answer | Numbers:
    """A reading now."""
    return _READ[name](world, me, posts.state_of(world, me))


def _men(*phases: str) -> Of:
    def count(world: World, me: str, state: ContingentsState) -> float:
        return float(sum([one.men for one in state.columns.values() if one.phase in phases]))

    return count


def _flags(world: World, me: str, state: ContingentsState) -> float:
    forces = world.scene.forces
    owners = sorted({forces[one.force].of for one in state.here() if one.men})
    return float(len(owners))


def _line(number: int) -> str:
    return f"event:{number}" if number >= 0 else ""


def _assisting(world: World, me: str, state: ContingentsState) -> Numbers:
    men = np.zeros(len(world.scene.places))
    if state.rules == "assist":
        share = world.value(me, "assists")
        for one in state.columns.values():
            if one.phase == st.ON_POST:
                men[state.site_place[one.site]] += one.men * share
    return men


def _open(world: World, me: str, state: ContingentsState) -> Numbers:
    config = posts.config_of(world, me)
    named = {site for force in world.scene.forces.values() for site in force.guards}
    named |= {*config.eligible, *state.offered}
    may = (
        (not config.eligible or site.id in named) and site.id not in state.kept
        for site in world.scene.sites
    )
    return np.array([float(one) for one in may])


def _waiting(state: ContingentsState, forces: Iterable[str]) -> list[list[Column]]:
    """For each force its columns that wait at the first place at which any of it waits."""
    found: dict[str, list[Column]] = {force: [] for force in forces}
    for one in state.here():
        if one.phase == st.READY:
            columns = found[one.force]
            if not columns or one.base == columns[0].base:
                columns.append(one)
    return list(found.values())


def _of_force(figure: Callable[[list[Column]], float]) -> Of:
    def read_forces(world: World, me: str, state: ContingentsState) -> Numbers:
        if not any(one.phase == st.READY for one in state.columns.values()):
            return np.full(len(world.scene.forces), figure([]))
        return np.array([figure(columns) for columns in _waiting(state, world.scene.forces)])

    return read_forces


def _present(world: World, me: str, state: ContingentsState) -> Numbers:
    here = state.here()
    men = dict.fromkeys(world.scene.forces, 0)
    for one in here:
        men[one.force] += one.men
    return np.array(list(men.values()), dtype=np.float64)


_READ: Mapping[str, Of] = {
    "in_country": _men(*st.HERE),
    "vehicles_in_country": lambda w, me, s: float(sum(one.vehicles for one in s.here())),
    "guarding": _men(st.ON_POST),
    "standing_by": _men(st.WAITING),
    "ready": _men(st.READY),
    "arrived_men": lambda w, me, s: float(sum(s.landed_men.values())),
    "gone_home": lambda w, me, s: float(sum(s.gone_men.values())),
    "killed_contingent": lambda w, me, s: float(sum(s.killed.values())),
    "flags": _flags,
    "sites_guarded": lambda w, me, s: float((posts.covered(w, me) > 0.0).sum()),
    "posts_held": lambda w, me, s: float(posts.covered(w, me).sum()),
    "rules": lambda w, me, s: s.rules,
    "last_arrival": lambda w, me, s: _line(s.last_arrival),
    "last_leaving": lambda w, me, s: _line(s.last_leaving),
    "last_change": lambda w, me, s: _line(s.last_change),
    "posts_covered": lambda w, me, s: posts.covered(w, me),
    "offered_site": _open,
    "on_offer_count": lambda w, me, s: float(len(s.waiting)),
    "on_offer": lambda w, me, s: np.array([float(site.id in s.waiting) for site in w.scene.sites]),
    "assisting": _assisting,
    "ready_men": _of_force(lambda found: float(sum(one.men for one in found))),
    "ready_vehicles": _of_force(lambda found: float(sum(one.vehicles for one in found))),
    "ready_at": _of_force(lambda found: float(found[0].base) if found else -1.0),
    "present_men": _present,
}
