"""The map of a scenario: the shape of `map.geojson`, judged before anybody draws it."""

import json

from engine.errors import Place, Problem

DEPTHS = {"LineString": 2, "MultiLineString": 3, "Polygon": 3, "MultiPolygon": 4}
"""How deep the numbers of each shape lie: a line is points, a polygon is lines."""

WANTED = "expected a GeoJSON collection of features, each a line or an area with its properties"


def doubts(words: str, shown: str) -> tuple[Problem, ...]:
    """What is wrong with a map, as problems at its file; nothing if it can be drawn."""
    if not words:
        return ()
    place = Place(shown, 1, 1)
    try:
        held = json.loads(words)
    except (ValueError, RecursionError) as error:
        return (Problem(place, f"no JSON: {error}", "E-json"),)
    features = held.get("features") if isinstance(held, dict) else None
    if not isinstance(features, list):
        return (Problem(place, WANTED, "E-map"),)
    wrong = [number for number, feature in enumerate(features) if not _drawable(feature)]
    if not wrong:
        return ()
    sentence = f"{WANTED}; feature {wrong[0]} (counted from 0) is none"
    return (Problem(place, sentence, "E-map"),)


def _drawable(feature: object) -> bool:
    if not isinstance(feature, dict):
        return False
    shape, properties = feature.get("geometry"), feature.get("properties")
    if not isinstance(shape, dict) or not isinstance(properties, dict):
        return False
    depth = DEPTHS.get(str(shape.get("type")))
    return depth is None or _points(shape.get("coordinates"), depth)


def _points(held: object, depth: int) -> bool:
    if not isinstance(held, list):
        return False
    if depth > 1:
        return all(_points(item, depth - 1) for item in held)
    # A comparison, because no float can be made of a whole number of 400 digits.
    return len(held) >= 2 and all(isinstance(n, float | int) and abs(n) < 1e9 for n in held)
