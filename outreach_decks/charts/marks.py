"""What a chart shows of each row: its words, and whether it carries the point."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_decks.amounts import amount_text, decimal_places, share_text, with_unit
from outreach_decks.facts import Chart, DataRow, DataTable


class CrowdedError(Exception):
    """There is no room on the sheet to draw the rows so that a room can read them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One row as it is drawn.

    ``amount`` is the figure in words, ``full`` the same with its unit, ``share`` its part of all
    rows in per cent. ``highlighted`` marks carry the point: theirs is the accent.
    """

    label: str
    value: float
    amount: str
    full: str
    share: str
    highlighted: bool
    colour: str


def marks_of(chart: Chart, data: DataTable, language: str) -> tuple[Mark, ...]:
    """Make the marks of a chart, in the order of its data; CrowdedError where there are no rows."""
    if not data.rows:
        raise CrowdedError("there are no rows to draw")
    places, whole = decimal_places(data.rows), sum(row.value for row in data.rows)
    return tuple(_mark(chart, row, places, whole, language) for row in data.rows)


def _mark(chart: Chart, row: DataRow, places: int, whole: float, language: str) -> Mark:
    amount = amount_text(row.value, chart.unit, language, places)
    highlighted = row.label in chart.highlight
    full, share = with_unit(amount, chart.unit), share_text(row.value, whole, language)
    return Mark(row.label, row.value, amount, full, share, highlighted, _colour(chart, highlighted=highlighted))


def _colour(chart: Chart, *, highlighted: bool) -> str:
    """Return accent for the point and grey for the rest; a chart without a point is in the support colour."""
    if not chart.highlight:
        return "support"
    return "accent" if highlighted else "grey"


def unit_bearer(marks: tuple[Mark, ...]) -> Mark:
    """Return the mark that says the unit, once for the chart: the last of the point, or else the greatest."""
    highlighted = [mark for mark in marks if mark.highlighted]
    return highlighted[-1] if highlighted else max(marks, key=lambda mark: mark.value)
