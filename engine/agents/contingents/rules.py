"""How men of a contingent are shared out among sites: pure functions."""

from collections.abc import Sequence

from engine.rules.relief import men_for


def shared_out(
    men: int, wanted: Sequence[tuple[str, float]], tooth: float, relief: float
) -> list[tuple[str, int]]:
    """Men for sites in the order given, each up to the posts it still wants; the rest wait."""
    found = []
    left = men
    for site, posts in wanted:
        sent = min(left, men_for(posts, tooth, relief))
        if sent > 0:
            found.append((site, sent))
            left -= sent
    return found


def parted(vehicles: int, men: int, of: int) -> int:
    """Vehicles that go with part of a column: in proportion, whole, none lost."""
    return vehicles if men >= of else vehicles * men // max(of, 1)
