"""What men of a contingent are worth on posts, and how they are shared out: pure functions."""

from collections.abc import Sequence


def posts_of(men: float, tooth: float, relief: float) -> float:
    """Posts that men of a contingent can keep manned: men times tooth over relief."""
    return men * tooth / relief


def men_for(posts: float, tooth: float, relief: float) -> int:
    """The fewest men that keep so many posts manned."""
    needed = posts * relief / max(tooth, 1e-9)
    return -int(-(needed - 1e-6) // 1) if posts > 0.0 else 0


def freed(own_posts: float, covered: float, relief: float) -> float:
    """Own men freed at a site: min(posts covered, posts needed) times the own relief factor."""
    return min(covered, own_posts) * relief


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
