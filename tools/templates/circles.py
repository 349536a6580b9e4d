"""School: overlapping circles and dots, like people who talk with each other."""

from __future__ import annotations

from templates.drawing import Box, Path, ellipse, preset, rectangle, ring, shape
from templates.grid import SLIDE_H, SLIDE_W


def _dots(x: float, y: float, columns: int, rows: int, fill: str, step: float = 0.34) -> tuple[str, ...]:
    return tuple(
        ellipse("Dot", x + column * step, y + row * step, 0.055, fill)
        for row in range(rows)
        for column in range(columns)
    )


def _dome(x: float, floor: float, radius: float, fill: str) -> str:
    path = Path(2 * radius, radius).move(0, radius).arc(radius, 180, 180).close()
    return shape("Dome", Box(x - radius, floor - radius, 2 * radius, radius), path.geometry(), fill)


class Circles:
    """Circles that overlap."""

    middle = 0.5

    def niche(self, name: str, box: Box, fill: str) -> str:
        """A round niche, as wide as the box allows."""
        side = min(box.w, box.h)
        square = Box(box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side)
        return shape(name, square, preset("ellipse"), fill)

    def mark(self, box: Box, fill: str) -> tuple[str, ...]:
        """Two small circles."""
        radius = box.h * 0.32
        middle = box.y + box.h / 2
        return (
            ellipse("Mark", box.x + radius, middle, radius, fill),
            ellipse("Mark", box.x + radius * 2.3, middle, radius, f"{fill}/45"),
        )

    def cover(self) -> tuple[str, ...]:
        """Three large circles and a field of dots."""
        return (
            ellipse("Circle", 10.55, 3.3, 2.35, "panel"),
            ellipse("Circle", 11.75, 5.55, 1.75, "support/70"),
            ellipse("Circle", 9.1, 5.5, 0.95, "glow"),
            ring("Circle", 9.95, 5.95, 0.95, "paper/70", 2.25),
            *_dots(11.1, 1.15, 5, 4, "paper/45"),
        )

    def statement(self) -> tuple[str, ...]:
        """Two circles in the corner."""
        return (
            ellipse("Circle", 11.75, 5.3, 1.55, "panel"),
            ellipse("Circle", 10.25, 6.25, 0.75, "panel/60"),
            ellipse("Circle", 12.55, 3.95, 0.32, "glow"),
        )

    def quote(self) -> tuple[str, ...]:
        """Circles at the right edge."""
        return (
            ellipse("Circle", 12.1, 5.2, 1.2, "panel"),
            ellipse("Circle", 12.75, 3.75, 0.55, "panel/60"),
            ellipse("Circle", 11.35, 6.15, 0.24, "glow"),
        )

    def closing(self) -> tuple[str, ...]:
        """A company of circles along the floor."""
        return (
            _dome(1.8, 6.75, 1.65, "panel"),
            _dome(4.75, 6.75, 1.05, "panel/60"),
            _dome(7.4, 6.75, 1.8, "panel"),
            _dome(11.2, 6.75, 1.7, "support/70"),
            ellipse("Circle", 9.6, 5.35, 0.62, "glow"),
            ring("Circle", 10.25, 5.0, 0.62, "paper/70", 2.25),
            rectangle("Floor", Box(0, 6.75, SLIDE_W, SLIDE_H - 6.75), "panel"),
        )

    def trace(self) -> tuple[str, ...]:
        """Quiet circles on paper."""
        return (
            ellipse("Circle", 12.0, 5.35, 1.15, "tint"),
            ellipse("Circle", 11.05, 4.1, 0.5, "tint/60"),
        )

    def relief(self, box: Box, fill: str) -> tuple[str, ...]:
        """Half circles on the floor of the panel."""
        large, small = min(0.5, box.w * 0.15), min(0.32, box.w * 0.1)
        return (
            _dome(box.right - large - 0.25, box.bottom, large, fill),
            _dome(box.right - 2 * large - small, box.bottom, small, fill),
        )
