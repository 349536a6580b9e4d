"""The fact base and the rules of audiences are read from YAML and CSV files. Every fault of every file is said."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from outreach_decks.audience import Audience
from outreach_decks.diagnostics import DeckError, Diagnostic, Span, has_errors
from outreach_decks.document import Document
from outreach_decks.facts import Chart, CountingRule, DataRow, DataTable, Fact, FactBook, HelpLine, Record, Source
from outreach_decks.parse import open_document
from outreach_decks.validation import did_you_mean, validate
from outreach_decks.workspace import FACTS, RULES, Workspace, join

Entry = TypeVar("Entry", bound=BaseModel)
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def parse_facts(workspace: Workspace) -> FactBook:
    """Read facts, sources, counting rules, help lines, charts and their data.

    Raises:
        DeckError: with everything that is wrong in any of the files.
    """
    return _FactParser(workspace).parse()


def parse_audiences(workspace: Workspace) -> Mapping[str, Audience]:
    """Read rules/audiences.yaml.

    Raises:
        DeckError: with everything that is wrong in the file.
    """
    parser = _FactParser(workspace)
    audiences = parser.entries(f"{RULES}/audiences.yaml", Audience, "an audience")
    parser.stop_on_errors()
    return audiences


@dataclass
class _FactParser:
    workspace: Workspace
    findings: list[Diagnostic] = field(default_factory=list)
    documents: dict[type[BaseModel], Document] = field(default_factory=dict)

    def parse(self) -> FactBook:
        rules = self.entries(f"{FACTS}/counting_rules.yaml", CountingRule, "a counting rule")
        sources = self.entries(f"{FACTS}/sources.yaml", Source, "a source")
        facts = self.entries(f"{FACTS}/facts.yaml", Fact, "a fact")
        lines = self.entries(f"{FACTS}/help_lines.yaml", HelpLine, "a help line")
        charts = self.entries(f"{FACTS}/charts.yaml", Chart, "a chart")
        self._check_names(Fact, facts, "sources", sources, "source")
        self._check_names(HelpLine, lines, "sources", sources, "source")
        self._check_names(Chart, charts, "source", sources, "source")
        self._check_names(Fact, facts, "counting_rule", rules, "counting rule")
        self._check_names(Chart, charts, "counting_rule", rules, "counting rule")
        data = {name: table for name, chart in charts.items() if (table := self._table(name, chart))}
        self.stop_on_errors()
        return FactBook(facts, sources, rules, lines, charts, data)

    def stop_on_errors(self) -> None:
        if has_errors(self.findings):
            raise DeckError(self.findings)

    def entries(self, name: str, model: type[Entry], what: str) -> dict[str, Entry]:
        """Read a file that maps ids to records."""
        document = self._open(name)
        if document is None:
            return {}
        self.documents[model] = document
        if not isinstance(document.data, dict):
            message = "ids with their fields below them were expected here"
            self.findings.append(document.diagnostic("wrong-type", message, document.span(())))
            return {}
        found = {key: self._entry(key, document, model, what) for key in document.data}
        return {key: entry for key, entry in found.items() if entry is not None}

    def _open(self, name: str) -> Document | None:
        try:
            document = open_document(name, self.workspace)
        except DeckError as error:
            self.findings.extend(error.diagnostics)
            return None
        self.findings.extend(document.findings)
        return document

    def _entry(self, key: str, document: Document, model: type[Entry], what: str) -> Entry | None:
        data = document.data[key] if isinstance(document.data, dict) else None
        entry, found = validate(model, data, document, (key,), what)
        self.findings.extend(found)
        return entry

    def _check_names(
        self, model: type[Record], entries: Mapping[str, Record], key: str, known: Mapping[str, object], what: str
    ) -> None:
        document = self.documents.get(model)
        for identifier, entry in entries.items() if document else ():
            for place, name in _named(getattr(entry, key)):
                if document and name not in known:
                    span = document.span((identifier, key, *place))
                    code = f"unknown-{what.replace(' ', '-')}"
                    message = f'no {what} is called "{name}"'
                    self.findings.append(document.diagnostic(code, message, span, did_you_mean(name, known)))

    def _table(self, name: str, chart: Chart) -> DataTable | None:
        document = self.documents[Chart]
        file = join(FACTS, chart.data)
        try:
            raw = self.workspace.read(file)
        except OSError:
            message = f'there is no file "{file}"'
            near = did_you_mean(file, self.workspace.names(f"{FACTS}/data", ".csv"))
            self.findings.append(document.diagnostic("missing-file", message, document.span((name, "data")), near))
            return None
        return self._read_table(file, raw, name, chart)

    def _read_table(self, file: str, raw: bytes, name: str, chart: Chart) -> DataTable | None:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            hint = ('in Excel, save as "CSV UTF-8"',)
            self.findings.append(Diagnostic("not-utf8", "the file is not saved as UTF-8", Span(file), hints=hint))
            return None
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        try:
            return self._rows(file, text, reader, name, chart)
        except csv.Error as error:
            place = Span(file, reader.line_num)
            self.findings.append(Diagnostic("bad-csv", f"this line cannot be read as CSV: {error}", place))
            return None

    def _rows(self, file: str, text: str, reader: csv.DictReader[str], name: str, chart: Chart) -> DataTable | None:
        if not self._has_columns(file, tuple(reader.fieldnames or ()), name, chart):
            return None
        rows = [self._row(file, text, row, reader.line_num, chart) for row in reader]
        if not rows:
            self.findings.append(Diagnostic("empty-file", "there are no rows below the header", Span(file)))
        return DataTable(file, tuple(row for row in rows if row is not None))

    def _has_columns(self, file: str, columns: tuple[str, ...], name: str, chart: Chart) -> bool:
        document = self.documents[Chart]
        missing = [key for key in ("x", "y") if getattr(chart, key) not in columns]
        for key in missing:
            column = getattr(chart, key)
            message = f'"{file}" has no column "{column}"'
            hints = did_you_mean(column, columns) or (f"it has {', '.join(columns)}",)
            self.findings.append(document.diagnostic("unknown-column", message, document.span((name, key)), hints))
        return not missing

    def _row(self, file: str, text: str, row: Mapping[str, str], line: int, chart: Chart) -> DataRow | None:
        written = (row.get(chart.y) or "").strip()
        label = (row.get(chart.x) or "").strip()
        if not _NUMBER.fullmatch(written) or not label:
            excerpt = text.splitlines()[line - 1]
            column = excerpt.find(written) + 1 if written else 1
            message = f'a name in "{chart.x}" and a bare number in "{chart.y}" were expected'
            span = Span(file, line, max(column, 1), max(len(written), 1))
            hint = ("write 1234.5, without commas or units",)
            self.findings.append(Diagnostic("not-a-number", message, span, hints=hint, excerpt=excerpt))
            return None
        return DataRow(label, float(written), row.get("counting_rule") or None, row.get("source") or None, line)


def _named(value: object) -> Iterable[tuple[tuple[int, ...], str]]:
    if isinstance(value, str):
        return [((), value)]
    return [((number,), str(name)) for number, name in enumerate(value)] if isinstance(value, tuple) else []
