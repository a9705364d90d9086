"""How many leave a place in an hour, how many find a bed, and how many are in danger."""


def leaving(staying: float, called: float, seats: float, danger: float, flees: float) -> float:
    """How many leave in an hour.

    `called` are those of the `staying` who would follow a call; `seats` limits them. Of the rest
    the share `danger` is in danger, and of these `flees` (/h, at most all) leave by themselves.
    """
    driven = min(max(called, 0.0), max(seats, 0.0), staying)
    return min(staying, driven + (staying - driven) * danger * min(flees, 1.0))


def bedded(leave: float, with_kin: float, free: float) -> tuple[float, float]:
    """(how many can leave, how many of them take a bed) when so many beds are free.

    The share `with_kin` needs none; of the others only those leave who find one.
    """
    beds = min(leave * (1 - with_kin), max(free, 0.0))
    return leave * with_kin + beds, beds


def in_danger(people: float, away: float, danger: float, lost: float) -> float:
    """People who are at a place in danger now."""
    return max(people - away - lost, 0.0) * danger
