"""The fact base: figures, what supports them, help lines and charts. The field docs become JSON Schemas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.document import Document
from outreach_decks.scalars import TEXT_SCHEMA, Flag, Identifier, Text, UnitSize, require_text

Confidence = Literal["verified", "conflicting", "unverified", "founding-page-only"]
Use = Literal["recommended", "context", "avoid"]
ShownAs = Literal["plain", "compact", "percent", "usd", "text"]
ChartKind = Literal["column", "bar", "line", "share", "pictogram"]


class Record(BaseModel):
    """A frozen entry that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def _month(value: object) -> str:
    text = str(require_text(value)).strip()
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?", text):
        raise PydanticCustomError("wrong-type", "a month or day was expected, such as 2027-08 or 2027-08-31")
    return text


Month = Annotated[str, BeforeValidator(_month), WithJsonSchema(TEXT_SCHEMA)]


class CountingRule(Record):
    """Who counts, and what."""

    name: Text
    """As it is shown beside a figure: "government-wide count"."""
    meaning: Text
    """What is counted and what is not."""


class Source(Record):
    """What supports a fact."""

    publisher: Text
    """Who first published it, as shown to an audience."""
    title: Text
    """The title of the publication."""
    year: Text
    """The year of publication."""
    url: Text | None = None
    """Its address, only where the page is the publisher's own and fit to show."""
    read_in: Text
    """Where it was read, for the people who keep the base; never shown."""


class Fact(Record):
    """One figure or statement."""

    value: Text | None = None
    """The figure, as a bare number (49600000), or a short text such as "Tier 2"."""
    shown_as: ShownAs = "plain"
    """plain 1,566; compact 49.6 million; percent 73.2%; usd US$236 billion; text as it stands."""
    unit: Text | None = None
    """What is counted: people, children, trainees, workplaces, percent."""
    as_of: Text
    """The year, date or period that the figure is for."""
    counting_rule: Identifier | None = None
    """An id of counting_rules.yaml."""
    measures: Identifier | None = None
    """What is measured; two facts of one measure, time and counting rule must agree."""
    statement: Text
    """The fact as one sentence."""
    sources: tuple[Identifier, ...] = ()
    """Ids of sources.yaml."""
    confidence: Confidence
    """verified, conflicting, unverified or founding-page-only. Only verified figures may be shown."""
    use: Use
    """recommended, context, or avoid (with a reason)."""
    reason: Text | None = None
    """Why it must not be used; wanted where use is avoid."""
    caveat: Text | None = None
    """What must be said with it."""
    review_by: Month | None = None
    """When it must be looked at again: 2027-08."""


class HelpLine(Record):
    """A place that helps."""

    name: Text
    """Its name in English."""
    name_ja: Text
    """Its name in Japanese, for those who look it up."""
    number: Text | None = None
    """The number to dial, exactly as it is dialled."""
    url: Text | None = None
    """Its web page."""
    hours: Text | None = None
    """When it answers; nothing where that is not known."""
    languages: Text | None = None
    """In which languages."""
    purpose: Text
    """What it is for, in a few words."""
    tags: tuple[Identifier, ...] = ()
    """children, foreign-workers, police, anonymous, sexual-violence, family, legal, any."""
    printable: Flag
    """true only where number, operator and purpose were confirmed."""
    checked: Month | None = None
    """The day on which somebody called or opened the official page; from evidence only."""
    checked_by: Text | None = None
    """Who checked."""
    sources: tuple[Identifier, ...] = ()
    """Ids of sources.yaml."""
    reason: Text | None = None
    """Why it is not printable."""

    def name_in(self, language: str) -> str | None:
        """Its name where the base itself gives it: the Japanese one is official, so nobody translates it."""
        return self.name_ja if language == "ja" else None


class Chart(Record):
    """A chart, once, for every talk that shows it."""

    kind: ChartKind
    """column, bar, line, share (one bar of 100 %) or pictogram."""
    data: Text
    """A CSV file, from the folder of charts.yaml."""
    x: Identifier
    """The column of names, years or groups."""
    y: Identifier
    """The column of figures."""
    highlight: tuple[Text, ...] = ()
    """Values of x that carry the point; all else is grey."""
    unit: Text
    """What is counted."""
    unit_size: UnitSize = 1
    """How much one of the unit is, where it is more than one: 1000000 for "million people"."""
    measures: Identifier | None = None
    """What the figures of a course of time measure; they must agree with facts of the same measure."""
    of: Text
    """What the chart is of, for its alt text: "people protected each year"."""
    counting_rule: Identifier | None = None
    """An id of counting_rules.yaml."""
    source: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Ids of sources.yaml, as cited on the slide."""
    note: Text | None = None
    """What must be said with it; shown in the source line."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """One row of a chart's data.

    ``value`` is in the chart's unit. ``fact`` is the id of the fact that the row takes its figure from; the row then
    has the counting rule and source of the fact, unless it names its own.
    """

    label: str
    value: float
    counting_rule: str | None = None
    source: str | None = None
    line: int = 0
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """The rows of a chart, in the order of the file."""

    file: str
    rows: tuple[DataRow, ...]


@dataclass(frozen=True, slots=True)
class FactBook:
    """Everything that may be quoted, by id.

    ``documents`` are the files it was read from: facts, sources, counting_rules, help_lines and charts by these words,
    the data of charts by the names of their files.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    counting_rules: Mapping[str, CountingRule] = field(default_factory=dict)
    help_lines: Mapping[str, HelpLine] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)
    data: Mapping[str, DataTable] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)

    def place(self, table: str, *path: str | int) -> Span:
        """The place of a value in one of the files, or of its entry; of an entry, that is its id."""
        document = self._document(table)
        return document.span(path) if (*path,) in document.extents else document.key_span(path[:1])

    def row_place(self, chart: str, row: DataRow) -> Span:
        """The line of a row."""
        file = self.data[chart].file
        return Span(file, row.line, 1, max(len(self._document(file).line(row.line)), 1))

    def finding(
        self, code: str, message: str, place: Span, hints: tuple[str, ...] = (), severity: Severity = Severity.ERROR
    ) -> Diagnostic:
        """A finding about a place in one of the files, with its line of text."""
        document = next((one for one in self.documents.values() if one.file == place.file), self._document(place.file))
        return document.diagnostic(code, message, place, hints, severity)

    def _document(self, name: str) -> Document:
        return self.documents.get(name) or Document(name, "", None, {}, {}, {})
