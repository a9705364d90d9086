"""Figures line by line: one value, or one for each place or site."""

from collections import Counter
from collections.abc import Mapping, Sequence

from engine.quantities import show
from tui.picture.figures import LADDER, TITLES
from tui.picture.known import in_words

ALIKE = 3
"""From so many places or sites with the same words on, they are told in one phrase."""


def values_of(
    scene: Mapping[str, object], about: Mapping[str, object], values: Sequence[object]
) -> str:
    """What a reading says, in words; of places and sites only what is not nothing.

    Of many that say the same, only the odd ones are named, and the rest said once: nobody reads
    a hundred times that a post is full.
    """

    texts = _rungs(scene, str(about.get("key", "")))

    def one(value: object) -> str:
        if value is None:
            return "not known"
        if isinstance(value, str) and texts:
            return texts.get(value) or "nothing"
        if is_flag(str(about.get("text") or "")):
            return "yes" if value else "no"
        return show(value, str(about["unit"])) if isinstance(value, float) else str(value)

    if about["of"] not in ("place", "site"):
        return one(values[0])
    said = [one(value) if value else "" for value in values]
    return _together(_names(scene, str(about["of"])), said)


def is_flag(text: str) -> bool:
    """Whether a reading with this text can only be 1 or 0."""
    return text.startswith("1 ")


def plain_title(scene: Mapping[str, object], key: str, about: Mapping[str, object]) -> str:
    """What a reading is called, as on the screens."""
    meters = scene.get("meters")
    assert isinstance(meters, dict)
    own = meters.get(key.partition(".")[2]) if about.get("of") == "meter" else about.get("title")
    name = str(about["name"])
    return str(own or TITLES.get(name.rpartition(".")[2]) or in_words(name))


def _rungs(scene: Mapping[str, object], key: str) -> Mapping[str, str]:
    """The rungs with their texts, lowest first, if a reading is one of them."""
    agent, _, reading = key.partition(".")
    ladders = scene.get("rungs")
    found = ladders.get(agent) if isinstance(ladders, dict) else None
    return found if isinstance(found, dict) and reading in LADDER else {}


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
