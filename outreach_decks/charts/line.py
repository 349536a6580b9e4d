"""A line over time from a zero at the foot, its ends and its point marked and labelled where they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.plot import (
    Plot,
    draw_foot_line,
    figure_frame,
    plot_on,
    stretches,
    telling,
    write_names,
    write_values,
)
from outreach_decks.charts.sheet import DESCENT, FIGURE_HEIGHT, Frame, Sheet

_WIDTH = 4.0
_DOT, _POINT_DOT = 6.0, 9.0
# Between a dot and the figure beside it, and between the line and one above or below it, pt.
_BESIDE, _OVER = 8.0, 6.0
# The room left of the first point, pt.
_MARGIN = 20.0


def draw_line(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the rows as a line; what lies between highlighted neighbours is in the accent."""
    if len(marks) == 1:
        raise CrowdedError("a line needs two rows or more")
    plot = _plot(sheet, marks)
    _draw_course(sheet, plot, marks)
    draw_foot_line(sheet, plot)
    _draw_dots(sheet, plot, marks)
    write_names(sheet, plot, marks)
    write_values(sheet, plot, marks, lambda index: _room(sheet, plot, marks, index))


def _plot(sheet: Sheet, marks: tuple[Mark, ...]) -> Plot:
    """Leave room right of the last point for its figure."""
    beside = _POINT_DOT + _BESIDE + sheet.width_of(*marks[-1].figure())
    width = sheet.width - beside
    start, end = _MARGIN / width, 1.0
    positions = (start + (end - start) * place for place in _places(marks))
    return plot_on(sheet, marks, positions, width)


def _places(marks: tuple[Mark, ...]) -> list[float]:
    """Place years at their distance in time, anything else at equal distances, from 0 to 1."""
    labels = [mark.label for mark in marks]
    times = [int(label) for label in labels] if all(label.isdecimal() for label in labels) else []
    if times != sorted(set(times)) or not times:
        times = list(range(len(marks)))
    return [(time - times[0]) / (times[-1] - times[0]) for time in times]


def _draw_course(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> None:
    axes = sheet.axes(plot.frame)
    axes.set(xlim=(0, plot.frame.width), ylim=(0, plot.greatest))
    base = "grey" if any(mark.highlighted for mark in marks) else "support"
    whole = [(0, len(marks) - 1, base)]
    for first, last, colour in whole + [(first, last, "accent") for first, last in stretches(marks) if last > first]:
        part = slice(first, last + 1)
        axes.plot(
            plot.centres[part],
            [mark.value for mark in marks[part]],
            color=sheet.colour(colour),
            linewidth=_WIDTH,
            solid_capstyle="round",
            solid_joinstyle="round",
            clip_on=False,
        )


def _draw_dots(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> None:
    for index in reversed(telling(marks)):
        mark = marks[index]
        sheet.disc(plot.centres[index], plot.y(mark.value), _POINT_DOT if mark.highlighted else _DOT, mark.colour)


def _room(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...], index: int) -> Frame:
    """Return the room of a figure: right of the last point, else above or below the line, whichever is nearer."""
    mark = marks[index]
    y = plot.y(mark.value)
    if index == len(marks) - 1:
        frame = figure_frame(sheet, mark, sheet.width)
        return replace(frame, y=y - mark.figure()[0].size * FIGURE_HEIGHT / 2)
    frame = figure_frame(sheet, mark, plot.centres[index])
    lowest, highest = _course_over(plot, marks, frame)
    gap = (_POINT_DOT if mark.highlighted else _DOT) + _OVER
    above, below = highest + gap, lowest - gap - frame.height
    free_below = below - mark.figure()[0].size * DESCENT >= plot.frame.y
    return replace(frame, y=below if free_below and y - lowest < highest - y else above)


def _course_over(plot: Plot, marks: tuple[Mark, ...], frame: Frame) -> tuple[float, float]:
    """Return the lowest and the highest y of the line between the sides of a frame."""
    inner = range(bisect_left(plot.centres, frame.x), bisect_right(plot.centres, frame.right))
    heights = [plot.y(marks[index].value) for index in inner]
    heights += [_height_at(plot, marks, x) for x in (frame.x, frame.right)]
    return min(heights), max(heights)


def _height_at(plot: Plot, marks: tuple[Mark, ...], x: float) -> float:
    """Return the y of the line at ``x``; outside of it, that of its end."""
    if not plot.centres[0] < x < plot.centres[-1]:
        return plot.y(marks[0 if x <= plot.centres[0] else -1].value)
    after = bisect_left(plot.centres, x)
    left, right = plot.centres[after - 1], plot.centres[after]
    low, high = plot.y(marks[after - 1].value), plot.y(marks[after].value)
    return low + (high - low) * (x - left) / (right - left)
