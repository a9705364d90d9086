"""Figures line by line: one value, or one for each place or site."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tui.picture.data import Told, Value
from tui.picture.figures import LADDER, TITLES, worded
from tui.picture.known import in_words
from tui.words import phrase

ALIKE = 3
"""From so many places or sites with the same words on, they are told in one phrase."""


KNOWN = ("of", "unit", "text", "error")
"""What of a reading its value in words depends on."""
OF = {"place": "places", "site": "sites", "force": "forces", "region": "regions"}
"""What has an entry for each of several things, and where the scene lists those."""


def values_of(
    scene: Mapping[str, object],
    about: Mapping[str, object],
    values: Sequence[Value],
    words: Mapping[str, str] | None = None,
) -> str:
    """What a reading says, in words; of places and the like only what is not nothing.

    Of many that say the same, only the odd ones are named, and the rest said once: nobody reads
    a hundred times that a post is full. `words` are titles by id.
    """
    told = Told.model_validate({k: v for k, v in about.items() if k in KNOWN} | {"name": ""})
    texts = _rungs(scene, str(about.get("key", "")))

    def one(value: Value) -> str:
        if isinstance(value, str) and texts:
            return texts.get(value) or phrase("nothing")
        return worded(value, told, words or {})

    if about["of"] not in OF:
        return one(values[0]) if values else phrase("not known")
    said = [one(value) if value else "" for value in values]
    return _together(_names(scene, str(about["of"])), said)


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
        return ", ".join(parts) or phrase("nothing")
    if times == len(said):
        return phrase("{commonest} everywhere", commonest=commonest)
    return ", ".join(
        [*parts, phrase("{commonest} at {times} others", commonest=commonest, times=times)]
    )


def _names(scene: Mapping[str, object], of: str) -> list[str]:
    """Titles; a site with its place, as many places have a site of the same title."""
    rows, places = scene[OF[of]], scene["places"]
    if isinstance(rows, Mapping):
        return [str(title) for title in rows.values()]
    assert isinstance(rows, list)
    assert isinstance(places, list)
    if of == "place":
        return [str(row["title"]) for row in rows]
    towns = {row["id"]: row["title"] for row in places}
    return [f"{row['title']} ({towns.get(row['place'], row['place'])})" for row in rows]
