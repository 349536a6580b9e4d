"""Columns from a common zero, for what changes over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from outreach_decks.charts.figures import Figure, figures_of, write_figures
from outreach_decks.charts.marks import Mark
from outreach_decks.charts.plot import Plot, draw_foot_line, pitch_of, plot_on, times_of, write_names
from outreach_decks.charts.sheet import Frame, Sheet

# The part of its pitch that a column fills, the widest it gets, and the widest pitch, pt.
_FILLED, _WIDEST, _WIDEST_PITCH = 0.72, 120.0, 220.0


def draw_columns(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw one column a row; a year without a figure leaves its place empty."""
    centres = _centres(sheet, marks)
    width = min(pitch_of(centres, _WIDEST) * _FILLED, _WIDEST)
    figures = figures_of(sheet, marks, pitch_of(centres, sheet.width))
    plot = plot_on(sheet, marks, centres, sheet.width, _heads(sheet, marks, centres, width, figures))
    axes = sheet.axes(plot.frame)
    axes.set(xlim=(0, plot.frame.width), ylim=(0, plot.greatest))
    colours = [sheet.colour(mark.colour) for mark in marks]
    axes.bar(centres, [mark.value for mark in marks], width=width, color=colours, clip_on=False)
    draw_foot_line(sheet, plot)
    write_names(sheet, plot, marks)
    write_figures(sheet, figures, lambda index, figure: _above(sheet, plot, marks, width, index, figure))


def _centres(sheet: Sheet, marks: tuple[Mark, ...]) -> tuple[float, ...]:
    """Place the columns by time; few of them stand together in the middle."""
    times = times_of(marks)
    count = times[-1] + 1
    pitch = min(sheet.width / count, _WIDEST_PITCH)
    left = (sheet.width - pitch * count) / 2
    return tuple(left + pitch * (time + 0.5) for time in times)


def _heads(
    sheet: Sheet, marks: tuple[Mark, ...], centres: tuple[float, ...], width: float, figures: Mapping[int, Figure]
) -> Iterator[tuple[float, float]]:
    """Yield for each figure the value it stands on and the room that it needs above."""
    for index, figure in figures.items():
        frame = figure.frame(sheet, centres[index])
        yield _highest_under(frame, marks, centres, width), figure.gap + frame.height + 1


def _highest_under(frame: Frame, marks: tuple[Mark, ...], centres: tuple[float, ...], width: float) -> float:
    """Return the greatest value of the columns below a frame."""
    reach = width / 2 + 1
    under = zip(marks, centres, strict=True)
    return max(mark.value for mark, centre in under if frame.x - reach < centre < frame.right + reach)


def _above(sheet: Sheet, plot: Plot, marks: tuple[Mark, ...], width: float, index: int, figure: Figure) -> Frame:
    """Return the room of a figure above its column and above every other column that it stands over."""
    frame = figure.frame(sheet, plot.centres[index])
    return replace(frame, y=plot.y(_highest_under(frame, marks, plot.centres, width)) + figure.gap)
