"""How lorries share out what a place has, and what an hour's use leaves."""

from collections.abc import Mapping, Sequence


def level(own: tuple[float, float], others: Sequence[tuple[float, float]]) -> list[float]:
    """What a place must give each of the others for all to have the same cover, never taking back.

    Each pair is (stock, use an hour). Cover is stock over use. Places that use nothing get
    nothing, and so does a place that already has more cover than all would have. A depot that
    uses nothing itself gives while it has anything.
    """
    thirsty = sorted(
        (i for i, (_, use) in enumerate(others) if use > 0),
        key=lambda i: (others[i][0] / others[i][1], i),
    )
    stock, use = own
    cover = 0.0
    joined = 0
    for i in thirsty:
        # Joined to the pool while its cover lies below what the pool would have with it.
        if use > 0 and others[i][0] / others[i][1] >= stock / use:
            break
        stock, use, joined = stock + others[i][0], use + others[i][1], joined + 1
        cover = stock / use
    given = [0.0] * len(others)
    for i in thirsty[:joined]:
        given[i] = max(cover * others[i][1] - others[i][0], 0.0)
    return given


def rounds(
    stock: Sequence[float],
    use: Sequence[float],
    capacity: Sequence[float],
    routes: Sequence[tuple[int, tuple[int, ...]]],
) -> list[float]:
    """What an hour's lorries bring each place, less what they take away; it sums to nothing.

    `routes` are (from, destinations) by index, made in that order: a later depot passes on what
    an earlier one brought, and counts for the use of those whom it serves. `capacity` is what the
    lorries of a place carry in the hour; when that is too little for all, each destination gets
    the same part of what it needs.
    """
    brought = [0.0] * len(stock)
    serves = {place: served(place, dict(routes)) for place in range(len(stock))}
    for start, ends in routes:
        have = max(stock[start] + brought[start], 0.0)
        groups = [[each for each in serves[end] if each != start] for end in ends]
        needs = level(
            (have, use[start]),
            [(sum(stock[e] + brought[e] for e in g), sum(use[e] for e in g)) for g in groups],
        )
        wanted = sum(needs)
        if wanted <= 0:
            continue
        part = min(1.0, capacity[start] / wanted, have / wanted)
        for end, need in zip(ends, needs, strict=True):
            brought[end] += need * part
            brought[start] -= need * part
    return brought


def served(place: int, routes: Mapping[int, tuple[int, ...]]) -> list[int]:
    """A place and all that lorries reach from it, directly or by way of others."""
    found = [place]
    for each in found:
        found += [end for end in routes.get(each, ()) if end not in found]
    return found


def after_use(stock: float, wanted: float) -> tuple[float, float]:
    """(what is left, what was wanted and not there) once a place has used what it can."""
    used = min(max(stock, 0.0), wanted)
    return stock - used, wanted - used
