"""Distances between places, and how much the crowd of one is felt in another."""

import math
from functools import lru_cache

import numpy as np

from engine.rules.exact import power
from engine.rules.fields import Field, FloatArray
from engine.rules.rounding import nine

_HALF = np.array(0.5)
EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG), km."""


def great_circle_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Shortest way over a round Earth between two points in degrees, by the haversine formula.

    Rounded to 9 digits, since the sines behind it may differ in the last place by machine.
    """
    north, other_north = math.radians(latitude), math.radians(other_latitude)
    half_north = 0.5 * (other_north - north)
    half_east = 0.5 * math.radians(other_longitude - longitude)
    chord = math.sin(half_north) ** 2
    chord += math.cos(north) * math.cos(other_north) * math.sin(half_east) ** 2
    return nine(2.0 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord))))


def distances_km(latitudes: FloatArray, longitudes: FloatArray) -> FloatArray:
    """Great circles between all pairs of n points in degrees, shape (n, n)."""
    return _between(tuple(latitudes.tolist()), tuple(longitudes.tolist())).copy()


@lru_cache(maxsize=8)
def _between(latitudes: tuple[float, ...], longitudes: tuple[float, ...]) -> FloatArray:
    """The distances of a map, worked out once for all who ask; the way back is as long."""
    points = list(zip(latitudes, longitudes, strict=True))
    km = np.zeros((len(points), len(points)))
    for row, here in enumerate(points):
        for column, there in enumerate(points[:row]):
            km[row, column] = km[column, row] = great_circle_km(*here, *there)
    return km


def nearness(km: FloatArray, scale_km: float, exponent: float) -> FloatArray:
    """Weights of other places by distance, (1 + d/d0)^-delta with rows that sum to 1.

    The diagonal is 0, except for a place without any other, which is its own neighbour
    (models.md 2.2, the matrix K).
    """
    if km.shape[-1] == 1:
        return np.ones_like(km)
    weights = power(1.0 + km / scale_km, -exponent) * (1.0 - np.eye(km.shape[-1]))
    near: FloatArray = weights / weights.sum(-1, keepdims=True)
    return near


def audience(population: FloatArray) -> FloatArray:
    """Each place's share of all people, the weight that media give to what happens there."""
    share: FloatArray = population / population.sum(-1, keepdims=True)
    return share


def influence(
    seen: FloatArray,
    near: FloatArray,
    media_weight: FloatArray,
    outside_share: Field,
    openness: Field,
) -> FloatArray:
    """What people of each place see of a quantity `seen` in all places: W times `seen`.

    W = (1-mu) I + mu ((kappa/2) 1 M' + (1-kappa/2) K) of models.md 2.2, never formed, with mu the
    `outside_share` and kappa the `openness` of media (0 silent to 1), each for everywhere or by
    place that looks.
    """
    told = _HALF * openness
    neighbours = np.add.reduce(near * seen[..., None, :], -1)
    media = np.add.reduce(media_weight * seen, -1, keepdims=True)
    outside = neighbours + told * (media - neighbours)
    felt: FloatArray = seen + outside_share * (outside - seen)
    return felt
