"""What a chart shows of each row: its words, and whether it carries the point."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_decks.amounts import amount_text, decimal_places, share_text, unit_text
from outreach_decks.charts.sheet import POINT_SIZE, VALUE_SIZE, Words
from outreach_decks.facts import Chart, DataRow, DataTable


class CrowdedError(Exception):
    """The rows cannot be drawn on the sheet so that a room can read them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One row as it is drawn.

    ``amount`` is its figure in words and ``share`` its part of all rows in per cent. ``unit`` is what
    follows the figure, empty but for one mark of the chart; where counters are part of a figure, each
    part may have it. ``highlighted`` marks carry the point.
    """

    label: str
    value: float
    amount: str
    unit: str
    share: str
    highlighted: bool
    colour: str

    def figure(self, size: float = VALUE_SIZE, point_size: float = POINT_SIZE) -> tuple[Words, ...]:
        """Return the figure and its unit as lettered: large, bold and in the accent where it is the point."""
        if not self.highlighted:
            return self._with_unit(Words(self.amount, size), size)
        return self._with_unit(Words(self.amount, point_size, "accent", bold=True), size)

    def name(self, size: float) -> Words:
        """Return the label as lettered: bold where it is the point."""
        return Words(self.label, size, "ink" if self.highlighted else "muted", bold=self.highlighted)

    def _with_unit(self, amount: Words, size: float) -> tuple[Words, ...]:
        return (amount, Words(self.unit, size, amount.colour)) if self.unit else (amount,)


def marks_of(chart: Chart, data: DataTable, language: str) -> tuple[Mark, ...]:
    """Make the marks of a chart, in the order of its data.

    Raises:
        CrowdedError: where there is nothing to draw: no rows, a figure below zero, or nothing but zeros.
    """
    values = [row.value for row in data.rows]
    if not values or max(values) <= 0 or min(values) < 0:
        raise CrowdedError("it needs rows with figures of zero or more, and one above zero")
    bearer = _unit_bearer(chart, data.rows)
    unit, places = unit_text(chart.unit), decimal_places(data.rows)
    # Where a counter is part of the figure (41人), each of a few parts has it.
    counts_each = chart.kind in {"share", "pictogram"} and not unit.startswith(" ")
    return tuple(
        Mark(
            label=row.label,
            value=row.value,
            amount=amount_text(row.value, chart.unit, language, places),
            unit=unit if row is bearer or counts_each else "",
            share=share_text(row.value, sum(values), language),
            highlighted=row.label in chart.highlight,
            colour=_colour(chart, row),
        )
        for row in data.rows
    )


def _unit_bearer(chart: Chart, rows: tuple[DataRow, ...]) -> DataRow:
    """Return the row that says the unit, once for the chart: the last of the point, or else the greatest."""
    point = [row for row in rows if row.label in chart.highlight]
    return point[-1] if point else max(rows, key=lambda row: row.value)


def _colour(chart: Chart, row: DataRow) -> str:
    """Return accent for the point and grey for the rest; a chart without a point is in the support colour."""
    if not chart.highlight:
        return "support"
    return "accent" if row.label in chart.highlight else "grey"
