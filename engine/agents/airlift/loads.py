"""Who goes, in how many flights: sizes, shares and loads."""

from engine.agents.airlift.config import Aircraft
from engine.agents.airlift.fields import by_force, config_of, state_of
from engine.rules.airlift import sorties_needed
from engine.scene import Force, number
from engine.world import World


def flown(world: World, me: str) -> dict[str, Force]:
    """Forces that come by aircraft of this airlift; others find their own way."""
    types = config_of(world, me).aircraft
    return {id: force for id, force in world.scene.forces.items() if force.by in types}


def targets(world: World, me: str) -> dict[str, tuple[int, int]]:
    """Men and vehicles that each force is to bring, by the size that was set, if one was.

    A size is shared among all forces in the mix in which they are written, or with the partners'
    share that was set; forces that find their own way count in it.
    """
    state, forces = state_of(world, me), world.scene.forces
    written = sum(force.men for force in forces.values())
    wheels = sum(force.vehicles for force in forces.values())
    men = float(state.size[0] or written)
    cap = world.number_of("men_agreed")
    if 0.0 < cap < men:
        men = cap
    scale = men / written if written else 0.0
    vehicles = float(state.size[1]) if state.size[1] else wheels * scale
    weights = _weights(world, state.partners)
    carried = sum(weights[id] * force.vehicles for id, force in forces.items())
    per_vehicle = vehicles / carried if carried else 0.0
    return {
        id: (round(force.men * scale * weights[id]),
             round(force.vehicles * per_vehicle * weights[id]))
        for id, force in forces.items()
    }  # fmt: skip


def _weights(world: World, share: float) -> dict[str, float]:
    """By how much each force is scaled so that partners bring the share that was set."""
    forces = world.scene.forces
    partner = by_force(world, "partner")
    if share < 0.0 or partner is None:
        return dict.fromkeys(forces, 1.0)
    men = sum(force.men for force in forces.values())
    theirs = sum(
        force.men for force, flag in zip(forces.values(), partner, strict=True) if flag
    )  # fmt: skip
    if theirs <= 0.0 or theirs >= men:
        return dict.fromkeys(forces, 1.0)
    up, down = share * men / theirs, (1.0 - share) * men / (men - theirs)
    return {id: up if flag else down for id, flag in zip(forces, partner, strict=True)}


def loads(kind: Aircraft, men: int, vehicles: int) -> list[tuple[int, int]]:
    """Flights that carry these: vehicles with some men first, then the men left, by seats.

    Loads are as even as whole men and vehicles allow.
    """
    hold, beside = round(number(kind.vehicles)), round(number(kind.men))
    seats = max(round(number(kind.seats)), beside)
    heavy = sorties_needed(vehicles, hold) if vehicles and hold else 0
    with_vehicles = min(men, heavy * beside)
    light = sorties_needed(men - with_vehicles, seats)
    first = zip(evenly(with_vehicles, heavy), evenly(vehicles if heavy else 0, heavy), strict=True)
    return [*first, *((aboard, 0) for aboard in evenly(men - with_vehicles, light))]


def evenly(total: int, parts: int) -> list[int]:
    """A whole number in so many whole parts that differ by one at most."""
    return [total // parts + (place < total % parts) for place in range(parts)] if parts else []
