"""Community: hills behind hills, roofs on them and a sun above."""

from __future__ import annotations

from templates.drawing import Box, Path, ellipse, shape
from templates.grid import SLIDE_H, SLIDE_W


def _hill(box: Box, start: float, crest: float, end: float, fill: str) -> str:
    """One wave across ``box``: heights from its floor (0) to its top (1) at the left, the crest and the right."""
    width, height = box.w, box.h
    left, top, right = (height * (1 - value) for value in (start, crest, end))
    path = Path(width, height).move(0, height).line((0, left))
    path.curve((width * 0.22, left), (width * 0.3, top), (width * 0.52, top))
    path.curve((width * 0.74, top), (width * 0.8, right), (width, right))
    return shape("Hill", box, path.line((width, height)).close().geometry(), fill)


def _house(name: str, box: Box, fill: str) -> str:
    eaves = box.h * 0.4
    path = Path(box.w, box.h).move(0, box.h).line((0, eaves), (box.w / 2, 0), (box.w, eaves), (box.w, box.h))
    return shape(name, box, path.close().geometry(), fill)


def _village(x: float, floor: float, scale: float, fill: str, rise: float = 0.0) -> tuple[str, ...]:
    """Three houses; ``rise`` is the slope they stand on, and the hill in front hides their feet."""
    sizes = ((0.0, 0.62, 0.62), (0.74, 0.5, 0.86), (1.36, 0.7, 0.56))
    return tuple(
        _house("House", Box(x + left * scale, floor - (tall + rise * left) * scale, wide * scale, tall * scale), fill)
        for left, wide, tall in sizes
    )


class Hills:
    """A place with people in it."""

    # Under the roof, not in it.
    middle = 0.58

    def niche(self, name: str, box: Box, fill: str) -> str:
        """A house front."""
        return _house(name, box, fill)

    def mark(self, box: Box, fill: str) -> tuple[str, ...]:
        """A small roof."""
        return (_house("Mark", Box(box.x, box.y, box.w, box.h * 0.94), fill),)

    def cover(self) -> tuple[str, ...]:
        """Hills across the slide and the sun behind them."""
        far = Box(5.6, 3.4, SLIDE_W - 5.6, SLIDE_H - 3.4)
        return (
            ellipse("Sun", 9.95, 3.45, 1.4, "glow"),
            # Twice: the lighter hill is half transparent, and the sun must not shine through it.
            _hill(far, 0.0, 0.8, 0.66, "ground"),
            _hill(far, 0.0, 0.8, 0.66, "panel/50"),
            *_village(10.9, 5.85, 1.15, "tint", 0.28),
            _hill(Box(0, 4.6, SLIDE_W, SLIDE_H - 4.6), 0.12, 0.2, 0.8, "panel"),
        )

    def statement(self) -> tuple[str, ...]:
        """Two hills in the corner."""
        return (
            _hill(Box(6.4, 4.6, SLIDE_W - 6.4, SLIDE_H - 4.6), 0.0, 0.8, 0.7, "panel/45"),
            _hill(Box(8.2, 5.4, SLIDE_W - 8.2, SLIDE_H - 5.4), 0.0, 0.5, 0.98, "panel"),
        )

    def quote(self) -> tuple[str, ...]:
        """One hill and a sun at the edge."""
        return (
            ellipse("Sun", 12.2, 4.75, 0.42, "glow"),
            _hill(Box(8.9, 5.0, SLIDE_W - 8.9, SLIDE_H - 5.0), 0.0, 0.9, 0.7, "panel"),
        )

    def closing(self) -> tuple[str, ...]:
        """Sunrise over the hills."""
        return (
            ellipse("Sun", 9.4, 5.1, 1.0, "glow"),
            _hill(Box(0, 4.6, SLIDE_W, SLIDE_H - 4.6), 0.95, 0.35, 0.75, "panel/60"),
            *_village(10.75, 5.75, 1.05, "tint"),
            _hill(Box(0, 5.3, SLIDE_W, SLIDE_H - 5.3), 0.3, 0.75, 0.9, "panel"),
        )

    def trace(self) -> tuple[str, ...]:
        """Quiet hills on paper."""
        return (
            _hill(Box(9.4, 4.7, SLIDE_W - 9.4, SLIDE_H - 4.7), 0.0, 0.7, 0.98, "tint/60"),
            _hill(Box(10.4, 5.5, SLIDE_W - 10.4, SLIDE_H - 5.5), 0.0, 0.98, 0.7, "tint"),
        )

    def relief(self, box: Box, fill: str) -> tuple[str, ...]:
        """A hill on the floor of the panel."""
        return (_hill(Box(box.x, box.bottom - 0.55, box.w, 0.55), 0.2, 0.55, 0.98, fill),)
