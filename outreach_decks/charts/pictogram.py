"""One drawn figure for each person, where the people are few enough to be seen one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.sheet import DESCENT, Frame, Sheet, Words

# A person is so many times as high as wide; the gaps beside and above are parts of the width and of the height.
_ASPECT, _BESIDE, _OVER = 2.1, 0.26, 0.14
# The least and the greatest height of a person, pt.
_SMALLEST, _TALLEST = 24.0, 120.0
_MOST_ROWS = 10
# Between two groups, in widths of a person with its gap.
_GROUP_GAP = 0.9
_NAME_SIZE, _POINT_SIZE = 26.0, 44.0
_NAME_GAP, _LABEL_GAP = 10.0, 12.0


@dataclass(frozen=True, slots=True)
class _Crowd:
    """People in columns of ``rows``, each ``height`` pt high; groups stand side by side from ``starts`` on."""

    rows: int
    height: float
    starts: tuple[float, ...]
    width: float

    @property
    def step(self) -> float:
        """From one column to the next, pt."""
        return self.height / _ASPECT * (1 + _BESIDE)

    def person(self, group: int, index: int, top: float) -> Frame:
        """Return where a person stands: groups fill column by column from ``top`` down."""
        column, row = divmod(index, self.rows)
        y = top - self.height - row * self.height * (1 + _OVER)
        return Frame(self.starts[group] + column * self.step, y, self.height / _ASPECT, self.height)


def draw_pictogram(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the rows side by side as groups of people, each with its figure and name above."""
    if any(not mark.value.is_integer() for mark in marks):
        raise CrowdedError("a pictogram shows whole people, but a figure has decimals")
    labels = [_label(mark) for mark in marks]
    ascent = max(words.ascent for label in labels for words in label)
    top = sheet.height - ascent - _LABEL_GAP - _NAME_SIZE * DESCENT
    crowd = _crowd(sheet, top, marks, [sheet.width_of(*label) for label in labels])
    for group, (mark, label) in enumerate(zip(marks, labels, strict=True)):
        sheet.write(crowd.starts[group], sheet.height - ascent, *label)
        for index in range(int(mark.value)):
            _draw_person(sheet, crowd.person(group, index, top), mark.colour)


def _label(mark: Mark) -> tuple[Words, ...]:
    """Return figure, unit and name as one line."""
    colour = "accent" if mark.highlighted else "ink"
    figure = mark.figure(_NAME_SIZE, _POINT_SIZE)
    return (*figure, Words(" " + mark.label, _NAME_SIZE, colour, bold=mark.highlighted))


def _crowd(sheet: Sheet, height: float, marks: tuple[Mark, ...], labels: list[float]) -> _Crowd:
    """Return the crowd in which people are tallest."""
    crowds = (_crowd_of(rows, height, marks, labels, sheet.width) for rows in range(1, _MOST_ROWS + 1))
    tallest = max(crowds, key=lambda crowd: crowd.height)
    if tallest.height < _SMALLEST:
        raise CrowdedError("there are too many people to draw one by one")
    return tallest


def _crowd_of(rows: int, height: float, marks: tuple[Mark, ...], labels: list[float], width: float) -> _Crowd:
    """Return the tallest crowd of so many rows that is ``width`` pt wide at most; a label may widen its group."""
    columns = [ceil(mark.value / rows) for mark in marks]
    tall = min(_TALLEST, height / (rows * (1 + _OVER) - _OVER))
    while True:
        step = tall / _ASPECT * (1 + _BESIDE)
        widths = [max(count * step, label) + _GROUP_GAP * step for count, label in zip(columns, labels, strict=True)]
        total = sum(widths) - _GROUP_GAP * step
        if total - step * _BESIDE / (1 + _BESIDE) <= width or tall < _SMALLEST:
            return _Crowd(rows, tall, tuple(accumulate(widths[:-1], initial=0.0)), total)
        tall -= 0.5


def _draw_person(sheet: Sheet, frame: Frame, colour: str) -> None:
    """Draw a head and a body with round shoulders."""
    radius = frame.width * 0.34
    sheet.disc(frame.x + frame.width / 2, frame.top - radius, radius, colour)
    body = Frame(frame.x, frame.y, frame.width, frame.height - 2 * radius - frame.width * 0.1)
    sheet.rounded(body, frame.width * 0.4, colour)
