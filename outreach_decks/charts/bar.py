"""Bars from a common zero at the left, for rows with names."""

from __future__ import annotations

from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.sheet import FIGURE_HEIGHT, LEAST_SIZE, VALUE_SIZE, Frame, Sheet, Words

# The part of its pitch that a bar fills, and the thickest it gets, pt.
_FILLED, _THICKEST = 0.62, 60.0
_NAME_GAP, _VALUE_GAP = 16.0, 12.0
# The part of the sheet that names may take; bars keep at least a quarter.
_NAMES, _LEAST_BARS = 0.38, 0.25
# Figures may be this part of their row's pitch, names somewhat less.
_POINT_OF_PITCH, _NAME_OF_PITCH = 0.75, 0.5
_LARGEST_NAME, _LARGEST_POINT = 26.0, 40.0


def draw_bars(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw one bar a row, from top to bottom: name, bar, figure."""
    pitch = sheet.height / len(marks)
    names = [_name_lines(sheet, mark, pitch) for mark in marks]
    frame = _frame(sheet, marks, names, pitch)
    centres = [sheet.height - pitch * (index + 0.5) for index in range(len(marks))]
    greatest = max(mark.value for mark in marks)
    axes = sheet.axes(frame)
    axes.set(xlim=(0, greatest), ylim=(0, sheet.height))
    colours = [sheet.colour(mark.colour) for mark in marks]
    thickness = min(pitch * _FILLED, _THICKEST)
    axes.barh(centres, [mark.value for mark in marks], height=thickness, color=colours, clip_on=False)
    for mark, lines, centre in zip(marks, names, centres, strict=True):
        _write_name(sheet, lines, centre)
        _write_figure(sheet, _figure(mark, pitch), frame.x + frame.width * mark.value / greatest, centre)


def _frame(sheet: Sheet, marks: tuple[Mark, ...], names: list[tuple[Words, ...]], pitch: float) -> Frame:
    """Return the room of the bars: right of the names, and so that every figure fits behind its bar."""
    left = max(sheet.width_of(words) for lines in names for words in lines) + _NAME_GAP
    room = sheet.width - left
    greatest = max(mark.value for mark in marks)
    widths = ((sheet.width_of(*_figure(mark, pitch)) + _VALUE_GAP, mark.value / greatest) for mark in marks)
    width = min((room - figure) / part if part else room for figure, part in widths)
    if width < sheet.width * _LEAST_BARS:
        raise CrowdedError("its names and figures leave no room for bars")
    return Frame(left, 0, width, sheet.height)


def _figure(mark: Mark, pitch: float) -> tuple[Words, ...]:
    size = max(LEAST_SIZE, min(VALUE_SIZE, pitch * _NAME_OF_PITCH))
    return mark.figure(size, max(size, min(_LARGEST_POINT, pitch * _POINT_OF_PITCH)))


def _name_lines(sheet: Sheet, mark: Mark, pitch: float) -> tuple[Words, ...]:
    size = max(LEAST_SIZE, min(_LARGEST_NAME, pitch * _NAME_OF_PITCH))
    lines = sheet.wrap(mark.name(size), sheet.width * _NAMES)
    while sum(words.pitch for words in lines) > pitch and size > LEAST_SIZE:
        size -= 1
        lines = sheet.wrap(mark.name(size), sheet.width * _NAMES)
    if sum(words.pitch for words in lines) > pitch:
        raise CrowdedError(f'there is no room for "{mark.label}" beside its bar')
    return lines


def _write_name(sheet: Sheet, lines: tuple[Words, ...], centre: float) -> None:
    first = lines[0]
    baseline = centre + first.pitch * (len(lines) - 1) / 2 - first.size * FIGURE_HEIGHT / 2
    for row, words in enumerate(lines):
        sheet.write(0, baseline - row * first.pitch, words)


def _write_figure(sheet: Sheet, line: tuple[Words, ...], end: float, centre: float) -> None:
    sheet.write(end + _VALUE_GAP, centre - line[0].size * FIGURE_HEIGHT / 2, *line)
