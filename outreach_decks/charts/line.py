"""A line over time from a zero at the foot, with its ends and its point marked."""

from __future__ import annotations

from outreach_decks.charts.marks import Mark
from outreach_decks.charts.plot import Plot, draw_foot_line, plot_on, write_names, write_values
from outreach_decks.charts.sheet import Sheet

_WIDTH = 4.0
_DOT, _POINT_DOT = 6.0, 9.0
_EDGE = 0.025


def draw_line(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the rows as a line; the stretch between two highlighted neighbours is in the accent."""
    plot = plot_on(sheet, marks, _positions(marks))
    axes = sheet.axes(plot.frame)
    axes.set(xlim=(0, sheet.width), ylim=(0, plot.greatest))
    values = [mark.value for mark in marks]
    base = "grey" if any(mark.highlighted for mark in marks) else "support"
    style = {"linewidth": _WIDTH, "solid_capstyle": "round", "solid_joinstyle": "round", "clip_on": False}
    axes.plot(plot.centres, values, color=sheet.colour(base), **style)
    for start, end in _point_stretches(marks):
        axes.plot(plot.centres[start : end + 1], values[start : end + 1], color=sheet.colour("accent"), **style)
    draw_foot_line(sheet, plot)
    _draw_dots(sheet, plot, marks)
    write_names(sheet, plot, marks)
    write_values(sheet, plot, marks)


def _positions(marks: tuple[Mark, ...]) -> tuple[float, ...]:
    """Place years at their distance in time, anything else at equal distances."""
    labels = [mark.label for mark in marks]
    years = [int(label) for label in labels] if all(label.isdecimal() for label in labels) else [*range(len(marks))]
    span = years[-1] - years[0] or 1
    return tuple(_EDGE + (1 - 2 * _EDGE) * (year - years[0]) / span for year in years)


def _point_stretches(marks: tuple[Mark, ...]) -> list[tuple[int, int]]:
    """Return the first and last index of each run of two or more highlighted rows."""
    stretches, start = [], None
    for index, mark in enumerate(marks):
        if mark.highlighted and start is None:
            start = index
        following = index + 1 < len(marks) and marks[index + 1].highlighted
        if start is not None and not following:
            stretches.append((start, index))
            start = None
    return [(first, last) for first, last in stretches if last > first]


def _draw_dots(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...]) -> None:
    for index, (mark, x) in enumerate(zip(marks, plot.centres, strict=True)):
        if mark.highlighted:
            sheet.disc(x, plot.y(mark.value), _POINT_DOT, "accent")
        elif index in {0, len(marks) - 1}:
            sheet.disc(x, plot.y(mark.value), _DOT, mark.colour)
