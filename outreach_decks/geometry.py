"""Boxes and lengths. Lengths are EMU (914,400 to the inch, 12,700 to the point; ECMA-376 Part 1, 20.1.2.1)."""

from __future__ import annotations

from dataclasses import dataclass

EMU_PER_INCH = 914_400
EMU_PER_PT = 12_700


def inches(value: float) -> int:
    """Convert inches to whole EMU."""
    return round(value * EMU_PER_INCH)


def points(value: float) -> int:
    """Convert points to whole EMU."""
    return round(value * EMU_PER_PT)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide, in EMU from the slide's top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The x of the right edge, EMU."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The y of the lower edge, EMU."""
        return self.y + self.height

    def inset(self, dx: int, dy: int) -> Box:
        """Shrink by ``dx`` on the left and right and ``dy`` above and below (EMU)."""
        return Box(self.x + dx, self.y + dy, self.width - 2 * dx, self.height - 2 * dy)

    def columns(self, count: int, gap: int) -> tuple[Box, ...]:
        """Cut into equal columns with ``gap`` EMU between them."""
        width = (self.width - gap * (count - 1)) // count
        return tuple(Box(self.x + i * (width + gap), self.y, width, self.height) for i in range(count))

    def rows(self, count: int, gap: int) -> tuple[Box, ...]:
        """Cut into equal rows with ``gap`` EMU between them."""
        height = (self.height - gap * (count - 1)) // count
        return tuple(Box(self.x, self.y + i * (height + gap), self.width, height) for i in range(count))
