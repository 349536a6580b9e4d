"""Boxes and lengths. Lengths are EMU (914,400 to the inch, 12,700 to the point; ECMA-376 Part 1, 20.1.2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EMU_PER_INCH = 914_400
EMU_PER_PT = 12_700

# Inches, and the share by which a page may differ.
_USUAL_HEIGHT: Final = 7.5
_LEAST_WIDTH: Final = 12.0
_NEARLY: Final = 0.02


def inches(value: float) -> int:
    """Convert inches to whole EMU."""
    return round(value * EMU_PER_INCH)


def points(value: float) -> int:
    """Convert points to whole EMU."""
    return round(value * EMU_PER_PT)


def page_scale(width: int, height: int) -> float:
    """How large a page (EMU) is against one on which our sizes are right: 7.5 inches high, and 12 wide at least.

    Pages are thrown onto the same screens, whatever their size in a file: what counts is the share of it that a letter
    has. Ours are 13.3 inches wide; on one of 10, laid out as if it were 12, all talks have room, and lists have 20 pt.
    """
    scale = min(height / inches(_USUAL_HEIGHT), width / inches(_LEAST_WIDTH))
    return 1.0 if abs(scale - 1) < _NEARLY else scale


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
