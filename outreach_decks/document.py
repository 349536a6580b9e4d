"""A YAML file as plain data in which every scalar is a string, and the place of each path."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from outreach_decks.diagnostics import Diagnostic, Severity, Span

DataPath = tuple[str | int, ...]
Data = dict[str, "Data"] | list["Data"] | str | None


@dataclass(frozen=True, slots=True)
class Document:
    """What was read from one file.

    ``data`` is made of dict, list, str and None; None stands for an empty or
    ``null`` plain scalar. ``values`` and ``keys`` give the span of the value at
    a path and of the key that leads to it. ``extents`` gives, for each scalar,
    the offsets in ``text`` (characters) between which it is written. ``findings``
    is what was wrong but left something to read. ``elsewhere`` leads from the
    paths whose words were replaced by a translation to the file that has it.
    """

    file: str
    text: str
    data: Data
    values: Mapping[DataPath, Span]
    keys: Mapping[DataPath, Span]
    extents: Mapping[DataPath, tuple[int, int]]
    findings: tuple[Diagnostic, ...] = ()
    elsewhere: Mapping[DataPath, tuple[Document, DataPath]] = field(default_factory=dict)

    def span(self, path: DataPath) -> Span:
        """Return the place of a value; a path without one points at its nearest parent."""
        for ancestor in _up(path):
            if ancestor in self.elsewhere:
                home, own = self.elsewhere[ancestor]
                return home.span(own)
            if ancestor in self.values:
                return self.values[ancestor]
        return Span(self.file)

    def key_span(self, path: DataPath) -> Span:
        """Return the place of the key that leads to a value, or else of the value."""
        return self.keys.get(path) or self.span(path)

    def span_of(self, needle: str, path: DataPath) -> Span:
        """Return the place of ``needle`` inside the scalar at ``path``, or of the whole scalar."""
        home, own = self.at(path)
        start, end = home.extents.get(own, (0, 0))
        found = home.text.find(needle, start, end)
        return home.span_at(found, len(needle)) if found >= 0 else home.span(own)

    def at(self, path: DataPath) -> tuple[Document, DataPath]:
        """Return the document that has the words at a path, and their path there."""
        return self.elsewhere.get(path, (self, path))

    def span_at(self, offset: int, length: int = 1) -> Span:
        """Return the place of an offset in the text, in characters."""
        starts = line_starts(self.text)
        line = bisect_right(starts, offset)
        return Span(self.file, line, offset - starts[line - 1] + 1, length)

    def excerpt(self, span: Span) -> str:
        """Return the line of text that a span lies in; "" for a place in a file that has no words here."""
        homes = (self, *(home for home, _ in self.elsewhere.values()))
        home = next((one for one in homes if one.file == span.file), None)
        return home.line(span.line) if home else ""

    def line(self, number: int) -> str:
        """Return a line of the text, counted from 1, without its end; "" for one that is not there."""
        lines = _lines(self.text)
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def diagnostic(
        self,
        code: str,
        message: str,
        span: Span,
        hints: tuple[str, ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """Make a finding about a place in this document, with its line of text."""
        return Diagnostic(code, message, span, severity, hints, self.excerpt(span))


@lru_cache(maxsize=16)
def line_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the lines of a text start; kept, since every finding asks for its line."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


@lru_cache(maxsize=16)
def _lines(text: str) -> tuple[str, ...]:
    """The lines of a text; kept, so that a thousand findings in a long line do not hold a thousand copies of it."""
    return tuple(text.split("\n"))


def _up(path: DataPath) -> Iterator[DataPath]:
    for length in range(len(path), -1, -1):
        yield path[:length]
