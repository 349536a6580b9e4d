"""YAML bytes become a Document. The only importer of yaml.

Every scalar is read as a string with its place, from the event stream: composing
nodes lets deep nesting crash the interpreter, and guessed types turn ``no`` into False.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import cast

import yaml

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import Data, DataPath, Document

MAX_DEPTH = 64
MAX_BYTES = 5_000_000
_NULLS = {"", "~", "null", "Null", "NULL"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_document(file: str, raw: bytes) -> Document:
    """Read one file; ``file`` is its name as it is shown.

    What is wrong but leaves something to read is kept in ``Document.findings``.

    Raises:
        DeckError: when nothing can be read: encoding, syntax, size, depth, or an empty file.
    """
    text = _decode(file, raw)
    return _Builder(Document(file, text, None, {}, {}, {})).read()


def _decode(file: str, raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _stop(file, "too-big", f"the file has {len(raw):,} bytes; at most {MAX_BYTES:,} are read")
    if raw.startswith(_UTF16_MARKS):
        raise _stop(file, "not-utf8", "the file is saved as UTF-16", hint='save it again as "UTF-8"')
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, raw, error) from None
    return _without_controls(file, text)


def _not_utf8(file: str, raw: bytes, error: UnicodeDecodeError) -> DeckError:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    hint = _encoding_hint(raw)
    return _stop(file, "not-utf8", "the file is not saved as UTF-8", Span(file, line, column), hint)


def _encoding_hint(raw: bytes) -> str:
    try:
        raw.decode("cp932")
    except UnicodeDecodeError:
        return 'save it again as "UTF-8"'
    return 'it looks like Shift_JIS; save it again as "UTF-8"'


def _without_controls(file: str, text: str) -> str:
    found = _CONTROL.search(text)
    if found is None:
        return text
    document = Document(file, text, None, {}, {}, {})
    message = f"there is a control character here (U+{ord(found.group()):04X})"
    span = document.span_at(found.start())
    excerpt = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", document.excerpt(span))
    raise DeckError([Diagnostic("control-character", message, span, hints=("delete it",), excerpt=excerpt)])


def _stop(file: str, code: str, message: str, span: Span | None = None, hint: str = "") -> DeckError:
    return DeckError([Diagnostic(code, message, span or Span(file), hints=(hint,) if hint else ())])


@dataclass
class _Builder:
    """Builds the data of one document from its events."""

    document: Document
    values: dict[DataPath, Span] = field(default_factory=dict)
    keys: dict[DataPath, Span] = field(default_factory=dict)
    extents: dict[DataPath, tuple[int, int]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)

    def read(self) -> Document:
        text = self.document.text
        self.line_starts = [0, *(found.end() for found in re.finditer(r"[\n\r\x85\u2028\u2029]", text))]
        try:
            data = self._read_stream(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            raise DeckError([*self.findings, self._syntax(error)]) from None
        return replace(
            self.document,
            data=data,
            values=self.values,
            keys=self.keys,
            extents=self.extents,
            findings=tuple(self.findings),
        )

    def _read_stream(self, events: Iterator[yaml.Event]) -> Data:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            raise _stop(self.document.file, "empty-file", "the file is empty")
        data = self._read_value(next(events), events, ())
        next(events)
        following = next(events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._find("several-documents", 'a line "---" starts a second document; one file holds one', following)
        if data is None:
            raise _stop(self.document.file, "empty-file", "there is nothing in the file but comments")
        return data

    def _read_value(self, event: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> Data:
        self._refuse_marks(event)
        self.values.setdefault(path, self._span(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._read_mapping(event, events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._read_sequence(event, events, path)
        return self._read_scalar(event, path)

    def _read_scalar(self, event: yaml.Event, path: DataPath) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            return None
        start, end = _marks(event)
        self.extents.setdefault(path, (self._offset(start), self._offset(end)))
        empty = event.style is None and event.value in _NULLS
        return None if empty else str(event.value)

    def _read_sequence(self, start: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> list[Data]:
        self._check_depth(start, path)
        items: list[Data] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._read_value(event, events, (*path, len(items))))
        return items

    def _read_mapping(self, start: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> dict[str, Data]:
        self._check_depth(start, path)
        mapping: dict[str, Data] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._read_key(event, events, path)
            self._refuse_double(key, event, mapping, path)
            self.keys.setdefault((*path, key), self._span(event))
            value = self._read_value(next(events), events, (*path, key))
            mapping.setdefault(key, value)
        return mapping

    def _read_key(self, event: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            if event.value == "<<" and event.style is None:
                self._find("yaml-merge", 'merge keys ("<<") are not used in outlines', event)
            return str(event.value)
        self._find("bad-key", "a key must be a word, not a list or a mapping", event)
        self._read_value(event, events, (*path, "?"))
        return "?"

    def _refuse_double(self, key: str, event: yaml.Event, mapping: dict[str, Data], path: DataPath) -> None:
        if key in mapping:
            first = self.keys[(*path, key)].line
            self._find("duplicate-key", f'"{key}" is given twice; the first is in line {first}', event)

    def _refuse_marks(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._find("yaml-alias", "aliases (*name) are not used in outlines", event, "write the words again")
        elif getattr(event, "anchor", None):
            self._find("yaml-anchor", "anchors (&name) are not used in outlines", event, "leave it out")
        if getattr(event, "tag", None) and not isinstance(event, yaml.AliasEvent):
            self._find("yaml-tag", "tags (!name) are not used in outlines", event, "put the text in quotes")

    def _check_depth(self, event: yaml.Event, path: DataPath) -> None:
        if len(path) >= MAX_DEPTH:
            raise DeckError([self._diagnostic("too-deep", f"lists inside lists go deeper than {MAX_DEPTH}", event)])

    def _find(self, code: str, message: str, event: yaml.Event, hint: str = "") -> None:
        self.findings.append(self._diagnostic(code, message, event, hint))

    def _diagnostic(self, code: str, message: str, event: yaml.Event, hint: str = "") -> Diagnostic:
        span = self._span(event)
        return self.document.diagnostic(code, message, span, (hint,) if hint else ())

    def _span(self, event: yaml.Event) -> Span:
        start, end = _marks(event)
        same_line = start.line == end.line
        length = end.column - start.column if same_line else self._rest_of_line(start)
        return Span(self.document.file, start.line + 1, start.column + 1, max(1, length))

    def _rest_of_line(self, mark: yaml.Mark) -> int:
        line = self.document.excerpt(Span(self.document.file, mark.line + 1))
        return len(line.rstrip()) - mark.column

    def _offset(self, mark: yaml.Mark) -> int:
        return self.line_starts[min(mark.line, len(self.line_starts) - 1)] + int(mark.column)

    def _syntax(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        mark = error.problem_mark or error.context_mark
        span = Span(self.document.file, mark.line + 1, mark.column + 1) if mark else Span(self.document.file)
        return _explain(self.document, str(error.problem or error.context), span)


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Where an event starts and ends. The parser always knows; its types do not say so."""
    return cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)


def _explain(document: Document, problem: str, span: Span) -> Diagnostic:
    """Say a parser's complaint in an author's words."""
    excerpt = document.excerpt(span)
    if "\t" in excerpt[: max(span.column, len(excerpt) - len(excerpt.lstrip()))]:
        place = replace(span, column=excerpt.index("\t") + 1)
        return document.diagnostic("tab", "a tab stands where spaces are needed", place, ("use spaces to indent",))
    for words, code, message, hint in _COMPLAINTS:
        if words in problem:
            return document.diagnostic(code, message, span, (hint,))
    return document.diagnostic("yaml-syntax", f"this cannot be read as YAML: {problem}", span)


_COMPLAINTS = (
    (
        "mapping values are not allowed",
        "colon-in-text",
        "a colon followed by a space cannot stand inside unquoted text",
        "put the whole text in double quotes",
    ),
    (
        "did not find expected key",
        "yaml-syntax",
        "this line does not fit the lines above it",
        "check that it starts in the same column as the keys it belongs to, and that quotes are closed",
    ),
    (
        "did not find expected '-' indicator",
        "yaml-syntax",
        "an item of the list was expected here",
        'start it with "- " in the same column as the others',
    ),
    (
        "unexpected end of stream",
        "yaml-syntax",
        "a quote is opened and never closed",
        "look for a missing closing quote above",
    ),
    (
        "cannot start any token",
        "yaml-syntax",
        "text cannot start with this character",
        "put the whole text in double quotes",
    ),
    (
        "undefined alias",
        "yaml-alias",
        "aliases (*name) are not used in outlines",
        "text that starts with * goes in double quotes",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "yaml-alias",
        "text cannot start with * or & unless it is in quotes",
        "put the whole text in double quotes",
    ),
)
