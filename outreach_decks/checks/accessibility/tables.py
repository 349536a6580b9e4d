"""``table-without-header``, ``merged-cells``, ``empty-header-cell``, ``empty-row``: tables are heard cell by cell.

A screen reader says the header of a column with each cell (WCAG 2.2, 1.3.1), and counts rows and columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.checks.accessibility.place import Place, seen_shapes, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundCell, FoundDeck, FoundTable


def check_tables(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """A table has a header row, cells of one row and column each, and nothing left empty for looks."""
    for slide, place in slides(deck, file):
        for shape in seen_shapes(slide):
            if shape.table is not None:
                yield from _header(shape.table, place.at(shape))
                yield from _merged(shape.table, place.at(shape))
                yield from _empty(shape.table, place.at(shape))


def _header(table: FoundTable, place: Place) -> Iterator[Diagnostic]:
    if not table.header:
        hint = "Table Design > Header Row"
        yield place.finding("table-without-header", "the table has no header row", Severity.ERROR, hint)
        return
    empty = [number for number, cell in enumerate(table.rows[0] if table.rows else (), 1) if _is_empty(cell)]
    # The corner above a column of names may stay empty.
    for number in (each for each in empty if each > 1):
        message = f"the header of column {number} is empty"
        yield place.finding("empty-header-cell", message, Severity.WARNING, "say what stands in the column")


def _merged(table: FoundTable, place: Place) -> Iterator[Diagnostic]:
    cells = [(row, column, cell) for row, line in enumerate(table.rows, 1) for column, cell in enumerate(line, 1)]
    merged = [(row, column) for row, column, cell in cells if cell.columns > 1 or cell.rows > 1]
    if merged:
        row, column = merged[0]
        more = f" and {len(merged) - 1} more" if len(merged) > 1 else ""
        message = f"cells are merged: row {row}, column {column}{more}"
        yield place.finding("merged-cells", message, Severity.WARNING, "Table Layout > Split Cells, and say it in each")


def _empty(table: FoundTable, place: Place) -> Iterator[Diagnostic]:
    if table.rows and all(_is_empty(cell) for row in table.rows for cell in row):
        yield place.finding("empty-row", "the table has no words at all", Severity.WARNING, "fill it or delete it")
        return
    columns = zip(*table.rows, strict=False)
    for word, lines in (("row", table.rows), ("column", columns)):
        for number in (number for number, line in enumerate(lines, 1) if all(map(_is_empty, line))):
            hint = "delete it; set the height, width or margins of cells where space is wanted"
            yield place.finding("empty-row", f"{word} {number} of the table is empty", Severity.WARNING, hint)


def _is_empty(cell: FoundCell) -> bool:
    return not cell.text.plain and not cell.covered
