"""Where a latitude and longitude fall on a canvas of dots."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, floor, radians

Point = tuple[float, float]
"""Longitude and latitude."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An equirectangular map, true to shape at its middle latitude and centred, never stretched."""

    west: float
    north: float
    scale: float
    squeeze: float
    left: float
    top: float

    @classmethod
    def around(cls, points: Iterable[Point], width: int, height: int, margin: int = 0) -> "Frame":
        """The frame that holds all points in width by height cells; `margin` columns stay free."""
        found = list(points) or [(0.0, 0.0)]
        west, east = min(x for x, _ in found), max(x for x, _ in found)
        south, north = min(y for _, y in found), max(y for _, y in found)
        squeeze = max(cos(radians((south + north) / 2)), 0.1)
        across, down = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
        dots_across = max(2 * (width - 2 * margin) - 2, 2)
        dots_down = max(4 * height - 4, 2)
        scale = min(dots_across / across, dots_down / down)
        left = (2 * width - across * scale) / 2
        top = (4 * height - down * scale) / 2
        return cls(west, north, scale, squeeze, left, top)

    def closer(self, zoom: float, at: Point, width: int, height: int) -> "Frame":
        """The same map, so many times as large, with a point in the middle of the canvas."""
        scale = self.scale * zoom
        left = width - (at[0] - self.west) * self.squeeze * scale
        top = 2 * height - (self.north - at[1]) * scale
        return Frame(self.west, self.north, scale, self.squeeze, left, top)

    def point(self, x: float, y: float) -> Point:
        """The longitude and latitude at a dot."""
        return (
            self.west + (x - self.left) / (self.squeeze * self.scale),
            self.north - (y - self.top) / self.scale,
        )

    def dot(self, longitude: float, latitude: float) -> tuple[int, int]:
        """The dot of a point."""
        x = self.left + (longitude - self.west) * self.squeeze * self.scale
        y = self.top + (self.north - latitude) * self.scale
        return floor(x), floor(y)

    def cell(self, longitude: float, latitude: float) -> tuple[int, int]:
        """The cell of a point."""
        x, y = self.dot(longitude, latitude)
        return x // 2, y // 4
