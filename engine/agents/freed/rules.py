"""How many own men a contingent frees: pure functions (models.md 4.1)."""


def posts_relieved(covered: float, own_posts: float) -> float:
    """Posts whose own guards can go: those that others hold, never more than own men held."""
    return min(covered, own_posts)


def freed(covered: float, own_posts: float, relief: float) -> float:
    """Own men freed: min(posts covered, own posts) times the own relief factor."""
    return posts_relieved(covered, own_posts) * relief
