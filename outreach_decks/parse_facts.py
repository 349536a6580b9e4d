"""The fact base and the rules of audiences are read from YAML and CSV files. Every fault of every file is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pydantic import BaseModel

from outreach_decks.audience import Audience
from outreach_decks.diagnostics import DeckError, Diagnostic, Span, has_errors
from outreach_decks.document import Data, Document
from outreach_decks.facts import Chart, CountingRule, DataTable, Fact, FactBook, HelpLine, Record, Source
from outreach_decks.parse import open_document
from outreach_decks.parse_data import NUMBER, Cells, Known, data_rows, read_cells
from outreach_decks.reader import read_text
from outreach_decks.scalars import BAD_ID, ID_PATTERN
from outreach_decks.slips import find_slip
from outreach_decks.validation import did_you_mean, id_hint, not_said_yet, validate
from outreach_decks.workspace import FACTS, RULES, Workspace, join, relative, stem

Entry = TypeVar("Entry", bound=BaseModel)
# What looks like a figure, however it is written.
_FIGURE = re.compile(r"[-+]?\d[\d.,_ \u3000．，]*")


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
    data_documents: dict[str, Document] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def parse(self) -> FactBook:
        rules = self.entries(f"{FACTS}/counting_rules.yaml", CountingRule, "a counting rule")
        sources = self.entries(f"{FACTS}/sources.yaml", Source, "a source")
        facts = self.facts = self.entries(f"{FACTS}/facts.yaml", Fact, "a fact")
        lines = self.entries(f"{FACTS}/help_lines.yaml", HelpLine, "a help line")
        charts = self.entries(f"{FACTS}/charts.yaml", Chart, "a chart")
        self._check_names(Fact, "sources", Source, "source")
        self._check_names(HelpLine, "sources", Source, "source")
        self._check_names(Chart, "source", Source, "source")
        self._check_names(Fact, "counting_rule", CountingRule, "counting rule")
        self._check_names(Chart, "counting_rule", CountingRule, "counting rule")
        self._check_figures()
        data = {name: table for name, chart in charts.items() if (table := self._table(name, chart))}
        self.stop_on_errors()
        return FactBook(facts, sources, rules, lines, charts, data, self._documents())

    def _documents(self) -> dict[str, Document]:
        tables = {stem(document.file): document for document in self.documents.values()}
        return tables | self.data_documents

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
            self.findings.extend(_no_ids(document))
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
        if not re.fullmatch(ID_PATTERN, key):
            bad = document.diagnostic("bad-id", BAD_ID, document.key_span((key,)), id_hint(key))
            self.findings.extend(not_said_yet([bad], document))
        return entry

    def _written(self, model: type[BaseModel]) -> Mapping[str, Data] | None:
        """The entries of a file as they are written, those with faults too; None when the file cannot be read."""
        document = self.documents.get(model)
        return document.data if document and isinstance(document.data, dict) else None

    def _check_names(self, model: type[Record], key: str, target: type[Record], what: str) -> None:
        """Every name of ``target`` that an entry gives under ``key`` is there."""
        known = self._written(target)
        for identifier, entry in (self._written(model) or {}).items() if known is not None else ():
            for place, name in _named(entry.get(key) if isinstance(entry, dict) else None):
                if name not in (known or ()):
                    self._unknown_name(name, self.documents[model].span((identifier, key, *place)), known or (), what)

    def _unknown_name(self, name: str, span: Span, known: Collection[str], what: str) -> None:
        document = next(document for document in self.documents.values() if document.file == span.file)
        code = f"unknown-{what.replace(' ', '-')}"
        message = f'no {what} is called "{name}"'
        self.findings.append(document.diagnostic(code, message, span, did_you_mean(name, known)))

    def _table(self, name: str, chart: Chart) -> DataTable | None:
        document = self.documents[Chart]
        file = join(FACTS, chart.data)
        try:
            text = read_text(file, self.workspace.read(file))
        except OSError:
            message = f'there is no file "{file}"'
            near = did_you_mean(chart.data, self._data_files())
            self.findings.append(document.diagnostic("missing-file", message, document.span((name, "data")), near))
            return None
        except DeckError as error:
            self.findings.extend(_for_excel(found) for found in error.diagnostics)
            return None
        return self._rows(Document(file, text, None, {}, {}, {}), name, chart)

    def _data_files(self) -> list[str]:
        return [relative(file, FACTS) for file in self.workspace.names(f"{FACTS}/data", ".csv")]

    def _rows(self, data: Document, name: str, chart: Chart) -> DataTable | None:
        cells, found = read_cells(data)
        self.findings.extend(found)
        if not cells.header or not self._has_columns(cells, name, chart):
            return None
        self.data_documents[data.file] = data
        known = Known(self._written(Source), self._written(CountingRule), self._written(Fact), self.facts)
        rows, found = data_rows(cells, chart, known)
        self.findings.extend(found)
        return DataTable(data.file, rows)

    def _has_columns(self, cells: Cells, name: str, chart: Chart) -> bool:
        document = self.documents[Chart]
        wanted = [(key, getattr(chart, key)) for key in ("x", "y")]
        missing = [(key, column) for key, column in wanted if column not in cells.header]
        for key, column in missing:
            message = f'"{cells.document.file}" has no column "{column}"'
            place = document.span((name, key))
            self.findings.append(document.diagnostic("unknown-column", message, place, _near_column(column, cells)))
        return not missing

    def _check_figures(self) -> None:
        """A figure is a bare number, or it would be shown as it stands, with another country's separators."""
        for identifier, fact in (self._written(Fact) or {}).items():
            value = fact.get("value") if isinstance(fact, dict) and fact.get("shown_as") != "text" else None
            if isinstance(value, str) and _FIGURE.fullmatch(value) and not NUMBER.fullmatch(value):
                document = self.documents[Fact]
                hint = "write 1234.5, without commas; or say shown_as: text"
                place = document.span((identifier, "value"))
                self.findings.append(document.diagnostic("not-a-number", "this is not a bare number", place, (hint,)))


def _no_ids(document: Document) -> list[Diagnostic]:
    place = document.span(())
    slip = find_slip(document.line(place.line)) if isinstance(document.data, str) else None
    message = "ids with their fields below them were expected here"
    found = document.diagnostic("wrong-type", message, place)
    if slip:
        found = document.diagnostic(slip.code, slip.message, replace(place, column=slip.column, length=1), (slip.hint,))
    return not_said_yet([found], document)


def _near_column(column: str, cells: Cells) -> tuple[str, ...]:
    only = "".join(cells.header)
    if len(cells.header) == 1 and (";" in only or "\t" in only):
        return ("its columns must be separated by commas",)
    return did_you_mean(column, cells.header) or (f"it has {', '.join(cells.header)}",)


def _for_excel(found: Diagnostic) -> Diagnostic:
    """Charts' data are saved by Excel, which has its own word for UTF-8."""
    return replace(found, hints=('in Excel, save it as "CSV UTF-8"',)) if found.code == "not-utf8" else found


def _named(value: Data) -> Iterable[tuple[tuple[int, ...], str]]:
    if isinstance(value, str):
        return [((), value)]
    items = enumerate(value) if isinstance(value, list) else ()
    return [((number,), name) for number, name in items if isinstance(name, str)]
