"""Figures line by line: one value, or one for each place or site."""

from collections import Counter
from collections.abc import Mapping, Sequence

from engine.quantities import show

ALIKE = 3
"""From so many places or sites with the same words on, they are told in one phrase."""


def values_of(
    scene: Mapping[str, object], about: Mapping[str, object], values: Sequence[object]
) -> str:
    """What a reading says, in words; of places and sites only what is not nothing.

    Of many that say the same, only the odd ones are named, and the rest said once: nobody reads
    a hundred times that a post is full.
    """

    def one(value: object) -> str:
        if value is None:
            return "not known"
        return show(value, str(about["unit"])) if isinstance(value, float) else str(value)

    if about["of"] not in ("place", "site"):
        return one(values[0])
    said = [one(value) if value else "" for value in values]
    return _together(_names(scene, str(about["of"])), said)


def _together(names: Sequence[str], said: Sequence[str]) -> str:
    commonest, times = Counter(said).most_common(1)[0]
    alike = times >= ALIKE and commonest != ""
    parts = [
        f"{name} {words}"
        for name, words in zip(names, said, strict=True)
        if words and not (alike and words == commonest)
    ]
    if not alike:
        return ", ".join(parts) or "nothing"
    if times == len(said):
        return f"{commonest} everywhere"
    return ", ".join([*parts, f"{commonest} at {times} others"])


def _names(scene: Mapping[str, object], of: str) -> list[str]:
    """Titles; a site with its place, as many places have a site of the same title."""
    rows, places = scene[f"{of}s"], scene["places"]
    assert isinstance(rows, list)
    assert isinstance(places, list)
    if of == "place":
        return [str(row["title"]) for row in rows]
    towns = {row["id"]: row["title"] for row in places}
    return [f"{row['title']} ({towns.get(row['place'], row['place'])})" for row in rows]
