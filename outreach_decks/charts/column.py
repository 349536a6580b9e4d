"""Columns from a common zero, for what changes over time."""

from __future__ import annotations

from outreach_decks.charts.marks import Mark
from outreach_decks.charts.plot import draw_foot_line, plot_on, write_names, write_values
from outreach_decks.charts.sheet import Sheet

_FILLED = 0.72
_WIDEST = 110.0


def draw_columns(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw one column a row."""
    count = len(marks)
    plot = plot_on(sheet, marks, tuple((index + 0.5) / count for index in range(count)))
    axes = sheet.axes(plot.frame)
    axes.set(xlim=(0, sheet.width), ylim=(0, plot.greatest))
    axes.bar(
        plot.centres,
        [mark.value for mark in marks],
        width=min(plot.pitch * _FILLED, _WIDEST),
        color=[sheet.colour(mark.colour) for mark in marks],
        clip_on=False,
    )
    draw_foot_line(sheet, plot)
    write_names(sheet, plot, marks)
    write_values(sheet, plot, marks)
