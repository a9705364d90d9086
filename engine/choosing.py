"""What the fields of a form offer a seat now: some fields narrow that to what it knows of."""

from collections.abc import Mapping

from engine.deals.checking import holds, unseen_by
from engine.envs import SeatEnv
from engine.scenario.models import NEXT, NOTHING, Card, FieldSpec
from engine.scenario.scenario import Scenario
from engine.world import World


def offered(scenario: Scenario, world: World, seat: str, spec: FieldSpec) -> tuple[str, ...]:
    """What may be chosen in a field that is narrowed, by what the seat knows.

    Of exhibits those that it has at hand and that not all who would see them were shown by it.
    """
    if spec.sort == "exhibit":
        held = (id for id in scenario.exhibits if holds(world, seat, id))
        found = tuple(id for id in held if not spec.to or unseen_by(world, seat, id, spec.to))
        return (NOTHING, *found) if spec.may_be_none else found
    wanted = not spec.where.startswith("not ")
    told = scenario.seats[seat].told[spec.where.removeprefix("not ")]
    env = SeatEnv(world, seat)
    return tuple(
        id
        for id in _all(scenario, spec.sort)
        if (env.local(told.agent, told.reading, id) not in (None, 0.0)) == wanted
    )


def nothing_to_name(scenario: Scenario, world: World, seat: str, card: Card) -> str:
    """The first field of a card that must name what the seat has been told none of; or empty."""
    for name, spec in card.fields.items():
        if spec.sort == "report":
            if not world.reports.get(seat):
                return name
        elif (spec.sort == "exhibit" or spec.where) and not offered(scenario, world, seat, spec):
            return name
    return ""


def _all(scenario: Scenario, sort: str) -> tuple[str, ...]:
    if sort == "site":
        return tuple(site for town in scenario.places.values() for site in town.sites)
    return tuple(scenario.places if sort == "place" else scenario.regions)


def exhibit_in(
    scenario: Scenario, world: World, seat: str, spec: FieldSpec, given: object
) -> str | None:
    """What a form says in the field of an exhibit; None if it cannot say that."""
    if given is None:
        return NOTHING if spec.may_be_none else None
    open_ = offered(scenario, world, seat, spec)
    return str(given) if given in open_ or (given == NEXT and open_) else None


def attached(
    scenario: Scenario,
    world: World,
    seat: str,
    specs: Mapping[str, FieldSpec],
    chosen: Mapping[str, float | str | None],
) -> tuple[dict[str, float | str | None], str]:
    """A form in which each exhibit stands once, `next` put into its id; and the first field that
    cannot stand: it names what another names already, or no other is left.
    """
    papers = [name for name, spec in specs.items() if spec.sort == "exhibit"]
    named = [chosen[name] for name in papers if chosen[name] not in (NEXT, NOTHING)]
    found = dict(chosen)
    for name in papers:
        if chosen[name] == NEXT:
            open_ = offered(scenario, world, seat, specs[name])
            # Nothing is for when no other is left.
            left = [id for id in open_ if id != NOTHING and id not in named]
            left += [id for id in open_ if id == NOTHING]
            if not left:
                return found, name
            found[name] = left[0]
            named.append(left[0])
        elif chosen[name] != NOTHING and named.count(chosen[name]) > 1:
            return found, name
    return found, ""
