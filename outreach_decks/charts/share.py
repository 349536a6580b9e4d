"""One bar of 100 per cent, cut into named parts."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.sheet import FIGURE_HEIGHT, LINE_PITCH, NAME_SIZE, Frame, Sheet, Words

# Between the parts; between the bar and the words above and below it, pt.
_CUT, _ABOVE, _BELOW = 4.0, 16.0, 14.0
_SHARE_SIZE, _POINT_SIZE = 48.0, 80.0
_LARGEST_NAME = 28.0
_LEAST_BAR, _TALLEST_BAR = 48.0, 150.0
# The least room between the words of two parts, pt.
_SIDE_GAP = 12.0


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the bar: where it lies across the sheet, pt, and the lines below it."""

    mark: Mark
    x: float
    width: float
    lines: tuple[tuple[Words, ...], ...]


def draw_share(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the parts from left to right: per cent above, name and figure below."""
    parts = _parts(sheet, marks)
    size = parts[0].lines[0][0].size
    below = _BELOW + size * LINE_PITCH * max(len(part.lines) for part in parts)
    above = _ABOVE + _POINT_SIZE * FIGURE_HEIGHT
    height = min(sheet.height - below - above, _TALLEST_BAR)
    if height < _LEAST_BAR:
        raise CrowdedError("its words leave no room for the bar")
    foot = sheet.height - above - height
    for part in parts:
        sheet.rectangle(Frame(part.x, foot, part.width, height), part.mark.colour)
        _write(sheet, part, foot, foot + height)


def _parts(sheet: Sheet, marks: tuple[Mark, ...]) -> list[_Part]:
    """Lay the parts out with the largest names that fit below them."""
    size = _LARGEST_NAME
    while size >= NAME_SIZE:
        parts = _parts_at(sheet, marks, size)
        if not any(_touch(sheet, one, other) for one, other in zip(parts, parts[1:], strict=False)):
            return parts
        size -= 1
    raise CrowdedError("a part is too narrow for its words; put small parts together in one row")
