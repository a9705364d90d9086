"""What conditions ask of deals: credit, exhibits shown, where an offer stands, and replies."""

from engine.world import World


def of_deals(world: World, what: str, name: str, other: str, seat: str = "") -> float | str | None:
    """An answer to `credit`, `exhibits`, `deal` or `reply`; with a seat, as far as it is told.

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
        case _:
            bargain = world.deals.last(name, other, seat)
            return bargain.reply if bargain is not None and bargain.state == "answered" else "none"
