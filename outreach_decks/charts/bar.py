"""Bars from a common zero at the left, for rows with names."""

from __future__ import annotations

from outreach_decks.charts.marks import CrowdedError, Mark
from outreach_decks.charts.plot import value_words
from outreach_decks.charts.sheet import CAP_HEIGHT, LABEL_SIZE, LINE_PITCH, Frame, Sheet, Words

_FILLED = 0.66
_THICKEST = 46.0
_NAME_GAP, _VALUE_GAP = 14.0, 10.0
# The part of the sheet that names may take.
_NAMES = 0.42
_LARGEST = 24.0


def draw_bars(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw one bar a row, from top to bottom: name, bar, figure."""
    pitch = sheet.height / len(marks)
    names = [_name_lines(sheet, mark, pitch) for mark in marks]
    left = max(sheet.width_of(words) for lines in names for words in lines) + _NAME_GAP
    right = max(sheet.width_of(value_words(mark, marks)) for mark in marks) + _VALUE_GAP
    frame = Frame(left, 0, sheet.width - left - right, sheet.height)
    centres = tuple(sheet.height - pitch * (index + 0.5) for index in range(len(marks)))
    greatest = max(mark.value for mark in marks) or 1.0
    axes = sheet.axes(frame)
    axes.set(xlim=(0, greatest), ylim=(0, sheet.height))
    axes.barh(
        centres,
        [mark.value for mark in marks],
        height=min(pitch * _FILLED, _THICKEST),
        color=[sheet.colour(mark.colour) for mark in marks],
        clip_on=False,
    )
    for mark, lines, centre in zip(marks, names, centres, strict=True):
        _write_name(sheet, lines, centre)
        words = value_words(mark, marks)
        x = frame.x + frame.width * mark.value / greatest + _VALUE_GAP
        sheet.write(words, x, centre - words.size * CAP_HEIGHT / 2)


def _name_lines(sheet: Sheet, mark: Mark, pitch: float) -> tuple[Words, ...]:
    size = min(_LARGEST, max(LABEL_SIZE, pitch * 0.4))
    words = Words(mark.label, size, "ink", bold=mark.highlighted)
    lines = sheet.wrap(words, sheet.width * _NAMES)
    if len(lines) * size * LINE_PITCH > pitch:
        raise CrowdedError(f'there is no room for "{mark.label}" beside its bar')
    return lines


def _write_name(sheet: Sheet, lines: tuple[Words, ...], centre: float) -> None:
    height = lines[0].size * (CAP_HEIGHT + LINE_PITCH * (len(lines) - 1))
    for row, words in enumerate(lines):
        sheet.write(words, 0, centre + height / 2 - words.size * (CAP_HEIGHT + LINE_PITCH * row))
