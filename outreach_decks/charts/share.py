"""One bar of 100 per cent, cut into named parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.sheet import FIGURE_HEIGHT, Frame, Sheet, Words

# Between the parts; between the bar and the words above and below it, pt.
_CUT, _ABOVE, _BELOW = 4.0, 16.0, 14.0
_SHARE_SIZE, _POINT_SIZE = 48.0, 80.0
_LARGEST_NAME, _SMALLEST_NAME = 28, 20
_LEAST_BAR, _TALLEST_BAR = 48.0, 150.0
# So many pt of size are given up for words that start where their part does.
_SHIFT_COST = 4
# The least room between the words of two parts, pt.
_SIDE_GAP = 12.0


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the bar: its share in per cent stands above it, its name and its figure below.

    ``words`` is the room of its words from left to right.
    """

    bar: Frame
    colour: str
    words: Frame
    above: Words
    below: tuple[tuple[Words, ...], ...]

    @property
    def name_size(self) -> float:
        """The size of the words below, pt."""
        return self.below[0][0].size

    @property
    def pitch(self) -> float:
        """From the baseline of one of the lines below to the next, pt."""
        return max(line[0].pitch for line in self.below)

    @property
    def shifted(self) -> bool:
        """Tell whether the words could not start where the part does."""
        return self.words.x < self.bar.x

    def write(self, sheet: Sheet, y: float, *line: Words) -> None:
        """Letter a line flush with the left edge of the part, or if shifted with the right edge of the sheet."""
        room = self.words.width - sheet.width_of(*line) if self.shifted else 0.0
        bearing = 0.0 if self.shifted else sheet.bearing_of(line[0])
        sheet.write(self.words.x + room - bearing, y, *line)


def draw_share(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the parts from left to right: per cent above, name and figure below."""
    for part in _best_parts(sheet, marks):
        sheet.rectangle(part.bar, part.colour)
        part.write(sheet, part.bar.top + _ABOVE, part.above)
        for row, line in enumerate(part.below):
            part.write(sheet, part.bar.y - _BELOW - line[0].ascent - row * part.pitch, *line)


def _best_parts(sheet: Sheet, marks: tuple[Mark, ...]) -> list[_Part]:
    """Lay the parts out with the largest names that fit; words that start with their parts may be a little smaller."""
    sizes = range(_LARGEST_NAME, _SMALLEST_NAME - 1, -1)
    fitting = [parts for size in sizes if _fits(parts := _parts(sheet, marks, size))]
    if not fitting:
        raise CrowdedError("a part is too narrow for its words; small parts may be put together in one row")
    return max(fitting, key=lambda parts: parts[0].name_size - _SHIFT_COST * sum(part.shifted for part in parts))


def _fits(parts: list[_Part]) -> bool:
    apart = all(one.words.right + _SIDE_GAP <= other.words.x for one, other in pairwise(parts))
    return apart and parts[0].bar.height >= _LEAST_BAR


def _parts(sheet: Sheet, marks: tuple[Mark, ...], size: float) -> list[_Part]:
    room = sheet.width - _CUT * (len(marks) - 1)
    whole = sum(mark.value for mark in marks)
    widths = [room * mark.value / whole for mark in marks]
    below = [_lines_below(sheet, mark, size, width) for mark, width in zip(marks, widths, strict=True)]
    bar = _bar(sheet, max(len(lines) * max(line[0].pitch for line in lines) for lines in below))
    starts = accumulate((width + _CUT for width in widths), initial=0.0)
    return [
        _part(sheet, mark, Frame(x, bar.y, width, bar.height), lines)
        for mark, x, width, lines in zip(marks, starts, widths, below, strict=False)
    ]


def _lines_below(sheet: Sheet, mark: Mark, size: float, width: float) -> tuple[tuple[Words, ...], ...]:
    """Return the lines of the name, and that of the figure where it says more than the per cent above."""
    name = replace(mark.name(size), colour="ink")
    lines = tuple((words,) for words in sheet.wrap(name, width))
    if mark.amount == mark.share:
        return lines
    return (*lines, tuple(replace(words, colour="ink", bold=False) for words in mark.figure(size, size)))


def _bar(sheet: Sheet, below: float) -> Frame:
    """Return the whole bar, with ``below`` pt of words under it."""
    above = _ABOVE + _POINT_SIZE * FIGURE_HEIGHT + 1
    height = min(sheet.height - above - below - _BELOW, _TALLEST_BAR)
    return Frame(0, sheet.height - above - height, sheet.width, height)


def _part(sheet: Sheet, mark: Mark, bar: Frame, below: tuple[tuple[Words, ...], ...]) -> _Part:
    above = _share_words(sheet, mark, bar.width)
    width = max(sheet.width_of(*line) for line in ((above,), *below))
    return _Part(bar, mark.colour, Frame(sheet.inside(bar.x, width), 0, width, 0), above, below)


def _share_words(sheet: Sheet, mark: Mark, width: float) -> Words:
    """Return the per cent as lettered: the point larger than the rest, as far as its part has room."""
    if not mark.highlighted:
        return Words(mark.share, _SHARE_SIZE, "muted")
    words = Words(mark.share, _POINT_SIZE, "accent", bold=True)
    fitting = _POINT_SIZE * width / sheet.width_of(words)
    return replace(words, size=max(_SHARE_SIZE, min(_POINT_SIZE, fitting)))
