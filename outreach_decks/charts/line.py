"""A line over time from a zero at the foot, its ends and its point marked and labelled where they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from outreach_decks.charts.figures import Figure, figures_of, stretches, write_figures
from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.plot import Plot, draw_foot_line, pitch_of, plot_on, times_of, write_names
from outreach_decks.charts.sheet import FIGURE_HEIGHT, Frame, Sheet

_WIDTH = 4.0
_DOT, _POINT_DOT = 6.0, 9.0
# Between a dot and the figure beside it, pt.
_BESIDE = 8.0
# The room left of the first point, pt.
_MARGIN = 22.0


def draw_line(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the rows as a line; what lies between highlighted neighbours is in the accent."""
    if len(marks) == 1:
        raise CrowdedError("a line needs two rows or more")
    width = sheet.width - _POINT_DOT - _BESIDE - sheet.width_of(*marks[-1].figure())
    centres = _centres(marks, width)
    figures = {**figures_of(sheet, marks, pitch_of(centres, width)), len(marks) - 1: Figure((marks[-1].figure(),))}
    plot = plot_on(sheet, marks, centres, width, _heads(sheet, marks, figures))
    _draw_course(sheet, plot, marks)
    draw_foot_line(sheet, plot)
    _draw_dots(sheet, plot, marks, figures)
    write_names(sheet, plot, marks)
    write_figures(sheet, figures, lambda index, figure: _room(sheet, plot, marks, index, figure))


def _centres(marks: tuple[Mark, ...], width: float) -> tuple[float, ...]:
    """Place the points by time, from the left margin to ``width``."""
    times = times_of(marks)
    return tuple(_MARGIN + (width - _MARGIN) * time / times[-1] for time in times)


def _heads(sheet: Sheet, marks: tuple[Mark, ...], figures: dict[int, Figure]) -> list[tuple[float, float]]:
    """Ask for room above the peak for the highest figure, wherever that stands."""
    highest = max(figure.frame(sheet, 0).height + figure.gap for figure in figures.values())
    return [(max(mark.value for mark in marks), _POINT_DOT + highest + 1)]


def _draw_course(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> None:
    axes = sheet.axes(plot.frame)
    axes.set(xlim=(0, plot.frame.width), ylim=(0, plot.greatest))
    base = "grey" if any(mark.highlighted for mark in marks) else "support"
    lit = [(first, last, "accent") for first, last in stretches(marks) if last > first]
    for first, last, colour in [(0, len(marks) - 1, base), *lit]:
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


def _draw_dots(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...], figures: dict[int, Figure]) -> None:
    """Mark the points that carry a figure, the most important on top."""
    for index in reversed(figures):
        mark = marks[index]
        sheet.disc(plot.centres[index], plot.y(mark.value), _radius(mark), mark.colour)


def _radius(mark: Mark) -> float:
    return _POINT_DOT if mark.highlighted else _DOT


def _room(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...], index: int, figure: Figure) -> Frame:
    """Return the room of a figure: right of the last point, else above or below the line, whichever is nearer."""
    y = plot.y(marks[index].value)
    if index == len(marks) - 1:
        baseline = max(y - figure.lines[0][0].size * FIGURE_HEIGHT / 2, plot.frame.y + figure.gap)
        return replace(figure.frame(sheet, sheet.width), y=baseline)
    frame = figure.frame(sheet, plot.centres[index])
    lowest, highest = _course_over(plot, marks, frame)
    above = highest + _radius(marks[index]) + figure.gap
    below = lowest - _radius(marks[index]) - figure.gap - frame.height
    free_below = below - figure.gap >= plot.frame.y
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
