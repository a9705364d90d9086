"""What conditions ask of deals: credit, exhibits shown, where an offer stands, and replies."""

from engine.world import World


def of_deals(world: World, what: str, name: str, other: str, seat: str = "") -> float | str | None:
    """An answer about deals or exhibits; with a seat, as far as it is told.

    `credit` of a seat with another, which is the reader where only one is named; `exhibits` shown
    by one seat to another: by the reader, or in the world by anybody, where only one is named.
    """
    match what:
        case "credit":
            return world.credit(name, other or seat)
        case "exhibits":
            return float(world.deals.shown(name if other else seat, other or name))
        case "deal":
            bargain = world.deals.last(name, other, seat)
            return "unmade" if bargain is None else bargain.state
        case "checked":
            return _checked(world, name, seat)
        case _:
            bargain = world.deals.last(name, other, seat)
            return bargain.reply if bargain is not None and bargain.state == "answered" else "none"


def _checked(world: World, exhibit: str, seat: str) -> str:
    """What a seat found out of an exhibit, by a check or when it was exposed; the world knows."""
    found = world.deals.found.get(exhibit)
    if found is None:
        return "unknown"
    known: bool | None = found.genuine
    if seat:
        known = world.deals.checked.get(seat, {}).get(exhibit)
        parties = {each for who, whom, _ in found.shown for each in (who, whom)}
        known = False if found.exposed and seat in parties else known
    return "unknown" if known is None else "genuine" if known else "false"
