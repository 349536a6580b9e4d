"""One bar of 100 per cent, cut into named parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

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
    """A part of the bar, and where its words start and how wide they are, pt.

    ``above`` is its share in per cent, ``below`` the lines of its name and its figure.
    """

    bar: Frame
    colour: str
    x: float
    width: float
    above: Words
    below: tuple[tuple[Words, ...], ...]


def draw_share(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the parts from left to right: per cent above, name and figure below."""
    for part in _largest_parts(sheet, marks):
        sheet.rectangle(part.bar, part.colour)
        sheet.write(part.x, part.bar.top + _ABOVE, part.above)
        for row, line in enumerate(part.below):
            pitch = line[0].size * LINE_PITCH
            sheet.write(part.x, part.bar.y - _BELOW - line[0].ascent - row * pitch, *line)


def _largest_parts(sheet: Sheet, marks: tuple[Mark, ...]) -> list[_Part]:
    """Lay the parts out with the largest names that fit."""
    size = _LARGEST_NAME
    while size >= NAME_SIZE:
        parts = _parts(sheet, marks, size)
        apart = all(one.x + one.width + _SIDE_GAP <= other.x for one, other in pairwise(parts))
        if apart and parts[0].bar.height >= _LEAST_BAR:
            return parts
        size -= 1
    raise CrowdedError("a part is too narrow for its words; small parts may be put together in one row")


def _parts(sheet: Sheet, marks: tuple[Mark, ...], size: float) -> list[_Part]:
    room = sheet.width - _CUT * (len(marks) - 1)
    whole = sum(mark.value for mark in marks)
    widths = [room * mark.value / whole for mark in marks]
    below = [_lines_below(sheet, mark, size, width) for mark, width in zip(marks, widths, strict=True)]
    bar = _bar(sheet, max(len(lines) for lines in below) * size * LINE_PITCH)
    starts = accumulate((width + _CUT for width in widths), initial=0.0)
    return [
        _part(sheet, mark, Frame(x, bar.y, width, bar.height), lines)
        for mark, x, width, lines in zip(marks, starts, widths, below, strict=False)
    ]


def _lines_below(sheet: Sheet, mark: Mark, size: float, width: float) -> tuple[tuple[Words, ...], ...]:
    name = replace(mark.name(size), colour="ink")
    figure = tuple(replace(words, colour="ink", bold=False) for words in mark.figure(size, size))
    return (*((words,) for words in sheet.wrap(name, width)), figure)


def _bar(sheet: Sheet, below: float) -> Frame:
    """Return the whole bar, with ``below`` pt of words under it."""
    above = _ABOVE + _POINT_SIZE * FIGURE_HEIGHT + 1
    height = min(sheet.height - above - below - _BELOW, _TALLEST_BAR)
    return Frame(0, sheet.height - above - height, sheet.width, height)


def _part(sheet: Sheet, mark: Mark, bar: Frame, below: tuple[tuple[Words, ...], ...]) -> _Part:
    """Start the words where the part starts, but let none stand out of the sheet."""
    above = Words(mark.share, _POINT_SIZE if mark.highlighted else _SHARE_SIZE, "muted", bold=mark.highlighted)
    if mark.highlighted:
        above = replace(above, colour="accent")
    width = max(sheet.width_of(*line) for line in ((above,), *below))
    return _Part(bar, mark.colour, max(0.0, min(bar.x, sheet.width - width)), width, above, below)
