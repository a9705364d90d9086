"""The lines of a map as plain data."""

import json
from collections.abc import Iterable, Mapping

Plain = dict[str, object]


def outline_of(geojson: str) -> list[Plain]:
    """The lines of a map: each with its sort (`country`, `region`, `water`) and its points."""
    if not geojson:
        return []
    return [
        {"sort": _sort(feature), "points": line}
        for feature in json.loads(geojson)["features"]
        for line in _lines(feature["geometry"])
    ]


def _sort(feature: Mapping[str, Mapping[str, str]]) -> str:
    kind = feature["properties"].get("kind", "")
    if kind in ("lake", "sea", "water"):
        return "water"
    return (
        "country"
        if kind == "country"
        else "region"
        if kind in ("oblast", "region", "city-region")
        else "border"
    )


def _lines(geometry: Mapping[str, object]) -> Iterable[list[list[float]]]:
    coordinates = geometry["coordinates"]
    assert isinstance(coordinates, list)
    match geometry["type"]:
        case "LineString":
            return [coordinates]
        case "MultiLineString" | "Polygon":
            return coordinates
        case "MultiPolygon":
            return [ring for polygon in coordinates for ring in polygon]
        case _:
            return []
