"""How many people hear what this seat says: an address into a cut network reaches few."""

from tui.picture.known import Known
from tui.words import phrase

READING = "heard_by"


def heard_by(known: Known, second: int | None = None) -> float | None:
    """The share of people who hear news, as told of a second, by default as last told.

    None where the seat was not told, or is never told.
    """
    key = _key(known)
    if key is None:
        return None
    points = known.history.of(key)
    at = known.now if second is None else second
    found = next((point for point in reversed(points) if point.since <= at), None)
    if found is None:
        found = points[0] if points else None
    values = known.view.figures[key].values if second is None and key in known.view.figures else ()
    value = values[0] if values else found.values[0] if found and found.values else None
    return float(value) if isinstance(value, float | int) else None


def heard_words(known: Known, second: int | None = None) -> str:
    """`heard by about 12 %`, or nothing where the seat was not told."""
    share = heard_by(known, second)
    return "" if share is None else phrase("heard by about {share:.0f} %", share=share * 100)


def hearers_in_words(known: Known) -> str:
    """`about 12 %`, or nothing where the seat was not told."""
    share = heard_by(known, None)
    return "" if share is None else phrase("about {share:.0f} %", share=share * 100)


def _key(known: Known) -> str | None:
    for key, told in known.scene.told.items():
        if key.partition(".")[2] == READING and told.of == "self":
            return key
    return None
