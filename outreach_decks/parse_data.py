"""The data of a chart: a CSV file becomes rows, and every fault of every row is said at its cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from outreach_decks.amounts import QUOTED_FACT
from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.document import Document
from outreach_decks.facts import Chart, DataRow, Fact
from outreach_decks.validation import did_you_mean

NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)
# Columns that name what supports a row.
RULE, SOURCE = "counting_rule", "source"


@dataclass(frozen=True, slots=True)
class Known:
    """What a row may name: all that is written, None where a file could not be read, and the facts without faults."""

    sources: Collection[str] | None
    rules: Collection[str] | None
    written_facts: Collection[str] | None
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Cells:
    """What stands in a CSV file: the names of its columns, and its rows with the line that each ends in."""

    document: Document
    header: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


def read_cells(document: Document) -> tuple[Cells, list[Diagnostic]]:
    """Take a CSV file apart: empty rows are left out, rows that are not as long as the header are faults."""
    lines: list[tuple[int, tuple[str, ...]]] = []
    reader = csv.reader(io.StringIO(document.text, newline=""), strict=True)
    try:
        lines.extend((reader.line_num, tuple(cell.strip() for cell in row)) for row in reader if any(row))
    except csv.Error as error:
        message = f"this line cannot be read as CSV: {error}"
        return Cells(document), [_in_line(document, reader.line_num, "bad-csv", message)]
    if not lines:
        return Cells(document), [Diagnostic("empty-file", "the file is empty", Span(document.file))]
    (_, header), *rows = lines
    return _checked(Cells(document, header, tuple(rows)))


def _checked(cells: Cells) -> tuple[Cells, list[Diagnostic]]:
    found = list(_doubled(cells))
    if not cells.rows:
        message = "there are no rows below the header"
        found.append(Diagnostic("empty-file", message, Span(cells.document.file)))
    found.extend(_ragged(cells, line, row) for line, row in cells.rows if len(row) != len(cells.header))
    fitting = tuple((line, row) for line, row in cells.rows if len(row) == len(cells.header))
    return Cells(cells.document, cells.header, fitting), found


def _doubled(cells: Cells) -> Iterator[Diagnostic]:
    for number, name in enumerate(cells.header):
        if name in cells.header[:number]:
            message = f'there are two columns called "{name}"'
            yield _at_cell(cells, 1, number, "duplicate-column", message, "rename one of them")


def _ragged(cells: Cells, line: int, row: tuple[str, ...]) -> Diagnostic:
    message = f"this row has {len(row)} cells, the header has {len(cells.header)}"
    hint = "put a cell that has a comma in it in double quotes; write numbers without commas"
    return _in_line(cells.document, line, "row-length", message, hint)


def data_rows(cells: Cells, chart: Chart, known: Known) -> tuple[tuple[DataRow, ...], list[Diagnostic]]:
    """Return the rows that a chart shows, and what is wrong with them; the chart's columns are there."""
    rows: list[DataRow] = []
    found: list[Diagnostic] = []
    for line, row in cells.rows:
        named = dict(zip(cells.header, row, strict=True))
        faults = [*_unnamed(cells, line, named, chart), *_bad_figure(cells, line, named, chart, known)]
        found += [*faults, *_unknown(cells, line, named, SOURCE, known.sources)]
        found += _unknown(cells, line, named, RULE, known.rules)
        if not faults:
            rows.append(_row(line, named, chart, known.facts))
    return tuple(rows), found


def _row(line: int, named: Mapping[str, str], chart: Chart, facts: Mapping[str, Fact]) -> DataRow:
    label, figure, rule, source = named[chart.x], named[chart.y], named.get(RULE) or None, named.get(SOURCE) or None
    name = _fact_in(figure)
    if name is None:
        return DataRow(label, float(figure), rule, source, line)
    fact = facts.get(name)
    if fact is None:
        # Its faults are said where it is written.
        return DataRow(label, 0.0, rule, source, line, name)
    value = float(Decimal(fact.value or "0") / chart.unit_size)
    return DataRow(label, value, rule or fact.counting_rule, source or next(iter(fact.sources), None), line, name)


def _fact_in(cell: str) -> str | None:
    """The fact that a row takes its figure from: {fact.protected-2024}."""
    found = QUOTED_FACT.fullmatch(cell)
    return found["name"] if found else None


def _unnamed(cells: Cells, line: int, named: dict[str, str], chart: Chart) -> Iterator[Diagnostic]:
    if not named[chart.x]:
        message = f'there is no name in "{chart.x}"'
        yield _at_cell(cells, line, cells.header.index(chart.x), "empty-value", message, "write something here")


def _bad_figure(cells: Cells, line: int, named: dict[str, str], chart: Chart, known: Known) -> Iterator[Diagnostic]:
    name = _fact_in(named[chart.y])
    if name is None:
        yield from _not_a_number(cells, line, named, chart)
    elif known.written_facts is not None and name not in known.written_facts:
        hint = "".join(did_you_mean(name, known.written_facts))
        message = f'no fact is called "{name}"'
        yield _at_cell(cells, line, cells.header.index(chart.y), "unknown-fact", message, hint)
    elif name in known.facts and not NUMBER.fullmatch(known.facts[name].value or ""):
        message = f'the fact "{name}" has no bare number to draw'
        yield _at_cell(cells, line, cells.header.index(chart.y), "not-a-number", message, "write the figure here")


def _not_a_number(cells: Cells, line: int, named: dict[str, str], chart: Chart) -> Iterator[Diagnostic]:
    if not NUMBER.fullmatch(named[chart.y]):
        message = f'a bare number was expected in "{chart.y}"'
        hint = "write 1234.5, without commas or units"
        yield _at_cell(cells, line, cells.header.index(chart.y), "not-a-number", message, hint)


def _unknown(
    cells: Cells, line: int, named: dict[str, str], column: str, known: Collection[str] | None
) -> Iterator[Diagnostic]:
    name = named.get(column)
    if name and known is not None and name not in known:
        what = column.replace("_", " ")
        code = f"unknown-{column.replace('_', '-')}"
        hint = "".join(did_you_mean(name, known))
        yield _at_cell(cells, line, cells.header.index(column), code, f'no {what} is called "{name}"', hint)


def _in_line(document: Document, line: int, code: str, message: str, hint: str = "") -> Diagnostic:
    span = Span(document.file, line, 1, max(len(document.line(line)), 1))
    return document.diagnostic(code, message, span, (hint,) if hint else ())


def _at_cell(cells: Cells, line: int, number: int, code: str, message: str, hint: str) -> Diagnostic:
    """A finding about a cell; in a line with quotes, about the whole line, since commas may stand inside them."""
    text = cells.document.line(line)
    if '"' in text:
        return _in_line(cells.document, line, code, message, hint)
    before = text.split(",")[:number]
    column = sum(len(cell) + 1 for cell in before) + 1
    cell = text[column - 1 :].partition(",")[0]
    span = Span(cells.document.file, line, column + len(cell) - len(cell.lstrip()), max(len(cell.strip()), 1))
    return cells.document.diagnostic(code, message, span, (hint,) if hint else ())
