"""One drawn figure for each person, where the people are few enough to be seen one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil

from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.sheet import Frame, Sheet, Words

# A person is so many times as high as wide; the gaps beside and above are parts of the width and of the height.
_ASPECT, _BESIDE, _OVER = 2.4, 0.3, 0.12
# The least and the greatest height of a person, and the steps by which it is fitted, pt.
_SMALLEST, _TALLEST, _FITTED = 24.0, 130.0, 0.5
_MOST_ROWS = 10
# Between two groups, in widths of a person with its gap.
_GROUP_GAP = 0.9
_NAME_SIZE, _VALUE_SIZE, _POINT_SIZE = 24.0, 32.0, 44.0
# Between the labels and the heads below them, pt.
_LABEL_GAP = 16.0
# A person on a rectangle of width 1 and height 1, from its lower left corner: the radius of the head in widths,
# and x, y, width, height of trunk with arms, and of legs; corners are round by so many widths.
_HEAD = 0.29
_TRUNK, _TRUNK_CORNER = (0.0, 0.36, 1.0, 0.36), 0.3
_LEGS, _LEG_CORNER = ((0.2, 0.0, 0.27, 0.6), (0.53, 0.0, 0.27, 0.6)), 0.1


@dataclass(frozen=True, slots=True)
class _Crowd:
    """People in columns of ``rows``, each ``height`` pt high; groups stand side by side from ``starts`` on."""

    rows: int
    height: float
    starts: tuple[float, ...]

    def person(self, group: int, index: int, top: float) -> Frame:
        """Return where a person stands: groups fill column by column from ``top`` down."""
        column, row = divmod(index, self.rows)
        x = self.starts[group] + column * _step(self.height)
        return Frame(x, top - self.height - row * self.height * (1 + _OVER), self.height / _ASPECT, self.height)


def draw_pictogram(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the rows side by side as groups of people, each with its figure and its name above."""
    if any(not mark.value.is_integer() for mark in marks):
        raise CrowdedError("a pictogram shows whole people, but a figure has decimals")
    labels = [_label(mark) for mark in marks]
    figures = sheet.height - max(words.ascent for figure, _ in labels for words in figure)
    names = figures - max(name.pitch for _, name in labels)
    top = names - _LABEL_GAP
    crowd = _tallest_crowd(sheet, top, marks, [_label_width(sheet, label) for label in labels])
    for group, (mark, (figure, name)) in enumerate(zip(marks, labels, strict=True)):
        sheet.write(crowd.starts[group], figures, *figure)
        sheet.write(crowd.starts[group], names, name)
        for index in range(int(mark.value)):
            _draw_person(sheet, crowd.person(group, index, top), mark.colour)


def _label(mark: Mark) -> tuple[tuple[Words, ...], Words]:
    """Return the line of the figure with its unit, and the line of the name below it."""
    return mark.figure(_VALUE_SIZE, _POINT_SIZE), replace(mark.name(_NAME_SIZE), colour="ink")


def _label_width(sheet: Sheet, label: tuple[tuple[Words, ...], Words]) -> float:
    figure, name = label
    return max(sheet.width_of(*figure), sheet.width_of(name))


def _tallest_crowd(sheet: Sheet, room: float, marks: tuple[Mark, ...], labels: list[float]) -> _Crowd:
    """Return the crowd of the tallest people that ``room`` pt below the labels can hold."""
    crowds = (_crowd_of(rows, room, marks, labels, sheet.width) for rows in range(1, _MOST_ROWS + 1))
    tallest = max(crowds, key=lambda crowd: crowd.height)
    if tallest.height < _SMALLEST:
        raise CrowdedError("there are too many people to draw one by one")
    return tallest


def _crowd_of(rows: int, room: float, marks: tuple[Mark, ...], labels: list[float], width: float) -> _Crowd:
    """Return the tallest crowd of so many rows that is ``width`` pt wide at most."""
    columns = [ceil(mark.value / rows) for mark in marks]
    tall = min(_TALLEST, room / (rows * (1 + _OVER) - _OVER))
    while tall >= _SMALLEST and sum(_widths(columns, labels, tall)) > width + _step(tall) * _GROUP_GAP:
        tall -= _FITTED
    return _Crowd(rows, tall, tuple(accumulate(_widths(columns, labels, tall)[:-1], initial=0.0)))


def _widths(columns: list[int], labels: list[float], tall: float) -> list[float]:
    """Return what each group takes with the gap behind it, pt; its label may be wider than its people."""
    step = _step(tall)
    people = [count * step - tall / _ASPECT * _BESIDE for count in columns]
    return [max(pair) + _GROUP_GAP * step for pair in zip(people, labels, strict=True)]


def _step(tall: float) -> float:
    """Return the distance from one column to the next, pt."""
    return tall / _ASPECT * (1 + _BESIDE)


def _draw_person(sheet: Sheet, frame: Frame, colour: str) -> None:
    """Draw a head, a trunk with round shoulders and two legs."""
    radius = frame.width * _HEAD
    sheet.disc(frame.x + frame.width / 2, frame.top - radius, radius, colour)
    sheet.rounded(_part_of(frame, _TRUNK), frame.width * _TRUNK_CORNER, colour)
    for leg in _LEGS:
        sheet.rounded(_part_of(frame, leg), frame.width * _LEG_CORNER, colour)


def _part_of(frame: Frame, part: tuple[float, float, float, float]) -> Frame:
    x, y, width, height = part
    return Frame(frame.x + x * frame.width, frame.y + y * frame.height, width * frame.width, height * frame.height)
