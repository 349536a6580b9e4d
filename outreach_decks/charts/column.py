"""Columns from a common zero, for what changes over time."""

from __future__ import annotations

from dataclasses import replace

from outreach_decks.charts.marks import Mark
from outreach_decks.charts.plot import (
    Plot,
    draw_foot_line,
    figure_frame,
    gap_above,
    plot_on,
    write_names,
    write_values,
)
from outreach_decks.charts.sheet import Frame, Sheet

# The part of its pitch that a column fills, and the widest it gets, pt.
_FILLED, _WIDEST = 0.72, 110.0


def draw_columns(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw one column a row."""
    count = len(marks)
    plot = plot_on(sheet, marks, ((index + 0.5) / count for index in range(count)), sheet.width)
    axes = sheet.axes(plot.frame)
    axes.set(xlim=(0, plot.frame.width), ylim=(0, plot.greatest))
    colours = [sheet.colour(mark.colour) for mark in marks]
    width = min(plot.pitch * _FILLED, _WIDEST)
    axes.bar(plot.centres, [mark.value for mark in marks], width=width, color=colours, clip_on=False)
    draw_foot_line(sheet, plot)
    write_names(sheet, plot, marks)
    write_values(sheet, plot, marks, lambda index: _above(sheet, plot, marks, index))


def _above(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...], index: int) -> Frame:
    """Return the room of a figure above its column and above every other column that it stands over."""
    frame = figure_frame(sheet, marks[index], plot.centres[index])
    half = plot.pitch / 2
    under = [
        mark.value
        for mark, centre in zip(marks, plot.centres, strict=True)
        if frame.x - half < centre < frame.right + half
    ]
    return replace(frame, y=plot.y(max(under)) + gap_above(marks[index]))
