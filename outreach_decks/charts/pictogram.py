"""One drawn figure for each person, where the people are few enough to be seen one by one."""

from __future__ import annotations

import math

from outreach_decks.charts.marks import CrowdedError, Mark, unit_bearer
from outreach_decks.charts.sheet import CAP_HEIGHT, Frame, Sheet, Words

# A person is twice as high as wide, with a gap of a quarter of the width beside and above.
_ASPECT = 2.1
_SIDE, _OVER = 0.28, 0.3
_SMALLEST = 20.0
_SIZE_NAME, _SIZE_POINT = 26.0, 40.0
_LABEL_GAP = 16.0
_GROUP_GAP = 1.0
_MOST_ROWS = 12


def draw_pictogram(sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    """Draw the rows side by side as groups of people, each with its figure and name above."""
    if any(mark.value != int(mark.value) for mark in marks):
        raise CrowdedError("a pictogram shows whole people, but a figure has decimals")
    field = Frame(0, 0, sheet.width, sheet.height - _SIZE_POINT * CAP_HEIGHT - _LABEL_GAP)
    rows, height = _best_rows(field, marks)
    width = height / _ASPECT
    step = width * (1 + _SIDE)
    x = 0.0
    for mark in marks:
        _draw_group(sheet, mark, Frame(x, field.y, width, height), rows, field.top)
        _write(sheet, mark, marks, x, field.top + _LABEL_GAP)
        x += step * (math.ceil(mark.value / rows) + _GROUP_GAP)


def _best_rows(field: Frame, marks: tuple[Mark, ...]) -> tuple[int, float]:
    """Return the number of rows that lets people be largest, and their height, pt."""
    options = [(_height(field, marks, rows), rows) for rows in range(1, _MOST_ROWS + 1)]
    height, rows = max(options)
    if height < _SMALLEST:
        raise CrowdedError("there are too many people to draw one by one")
    return rows, height


def _height(field: Frame, marks: tuple[Mark, ...], rows: int) -> float:
    columns = sum(math.ceil(mark.value / rows) for mark in marks) + _GROUP_GAP * (len(marks) - 1)
    across = field.width / (columns * (1 + _SIDE) - _SIDE) * _ASPECT
    return min(across, field.height / (rows * (1 + _OVER) - _OVER))


def _draw_group(sheet: Sheet, mark: Mark, first: Frame, rows: int, top: float) -> None:
    for index in range(int(mark.value)):
        column, row = divmod(index, rows)
        x = first.x + column * first.width * (1 + _SIDE)
        y = top - first.height - row * first.height * (1 + _OVER)
        _draw_person(sheet, Frame(x, y, first.width, first.height), mark.colour)


def _draw_person(sheet: Sheet, frame: Frame, colour: str) -> None:
    """Draw a head and a body with round shoulders."""
    radius = frame.width * 0.33
    centre = frame.x + frame.width / 2
    sheet.disc(centre, frame.top - radius, radius, colour)
    body = Frame(frame.x, frame.y, frame.width, frame.height - 2 * radius - frame.width * 0.1)
    sheet.rounded(body, frame.width * 0.42, colour)


def _write(sheet: Sheet, mark: Mark, marks: tuple[Mark, ...], x: float, y: float) -> None:
    size = _SIZE_POINT if mark.highlighted else _SIZE_NAME
    amount = mark.full if mark is unit_bearer(marks) else mark.amount
    figure = sheet.write(Words(amount, size, mark.colour, bold=mark.highlighted), x, y)
    sheet.write(Words(mark.label, _SIZE_NAME, "ink"), figure.right + 10, y)
