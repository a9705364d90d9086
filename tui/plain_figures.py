"""Figures line by line: one value, or one for each place or site."""

from collections.abc import Mapping, Sequence

from engine.quantities import show


def values_of(
    scene: Mapping[str, object], about: Mapping[str, object], values: Sequence[object]
) -> str:
    """What a reading says, in words; of places and sites only what is not nothing."""

    def one(value: object) -> str:
        if value is None:
            return "not known"
        return show(value, str(about["unit"])) if isinstance(value, float) else str(value)

    if about["of"] not in ("place", "site"):
        return one(values[0])
    rows = scene[f"{about['of']}s"]
    assert isinstance(rows, list)
    pairs = zip((str(row["title"]) for row in rows), values, strict=True)
    return ", ".join(f"{name} {one(value)}" for name, value in pairs if value) or "nothing"
