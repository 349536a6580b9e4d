"""YAML bytes become a Document. The only importer of yaml.

Every scalar is read as a string with its place, from the event stream: composing
nodes lets deep nesting crash the interpreter, and guessed types turn ``no`` into False.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import cast

import yaml

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import Data, DataPath, Document, line_starts
from outreach_decks.slips import NOTE_CUTS, QUOTE_IT, Complaint, dash_slip, explain, starts_with

MAX_DEPTH = 64
MAX_BYTES = 5_000_000
# Of a file that is broken all through, this much is said.
MAX_FINDINGS = 100
_TOO_DEEP = f"lists inside lists go deeper than {MAX_DEPTH}"
_NULLS = {"", "~", "null", "Null", "NULL"}
# C0 but tab and line feed, DEL, C1, and the separators that YAML 1.1 takes for ends of lines and editors do not show.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_LINE_ENDS = re.compile(rb"\r\n?")
_NOTE_WITHOUT_SPACE = re.compile(r"[ \t]+(#[^\s#].*)")
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
# UTF-16 starts with a mark, or, where that is left out, has a zero byte beside every Latin letter.
_UTF16 = re.compile(rb"\xff\xfe|\xfe\xff|[^\x00]\x00[^\x00]\x00|\x00[^\x00]\x00[^\x00]")


def read_document(file: str, raw: bytes) -> Document:
    """Read one file; ``file`` is its name as it is shown.

    What is wrong but leaves something to read is kept in ``Document.findings``.

    Raises:
        DeckError: when nothing can be read: encoding, syntax, size, depth, or an empty file.
    """
    text = read_text(file, raw)
    return _Builder(Document(file, text, None, {}, {}, {})).read()


def read_text(file: str, raw: bytes) -> str:
    """Return the text of a file, with every line ended by a line feed.

    Raises:
        DeckError: when it is too big, is not UTF-8 or has control characters in it.
    """
    if len(raw) > MAX_BYTES:
        raise _stop(file, "too-big", f"the file has {len(raw):,} bytes; at most {MAX_BYTES:,} are read")
    if _UTF16.match(raw):
        raise _stop(file, "not-utf8", "the file is saved as UTF-16", hint='save it again as "UTF-8"')
    plain = _LINE_ENDS.sub(b"\n", raw)
    try:
        text = plain.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, plain, error) from None
    return _without_controls(file, text)


def _not_utf8(file: str, raw: bytes, error: UnicodeDecodeError) -> DeckError:
    before = raw[: error.start]
    encoding, hint = _likely_encoding(raw, before)
    number = before.count(b"\n") + 1
    line = raw[before.rfind(b"\n") + 1 :].partition(b"\n")[0].decode(encoding, "replace")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    span = Span(file, number, column)
    return DeckError([Diagnostic("not-utf8", "the file is not saved as UTF-8", span, hints=(hint,), excerpt=line)])


def _likely_encoding(raw: bytes, before: bytes) -> tuple[str, str]:
    """How a file is saved, and what to do; ``before`` is the part of it that is UTF-8."""
    if not before.isascii():
        return "utf-8", "one character is broken: delete it and type it again"
    try:
        raw.decode("cp932")
    except UnicodeDecodeError:
        return "utf-8", 'save it again as "UTF-8"'
    return "cp932", 'it looks like Shift_JIS; save it again as "UTF-8"'


def _without_controls(file: str, text: str) -> str:
    found = list(islice(_CONTROL.finditer(text), MAX_FINDINGS))
    if not found:
        return text
    document = Document(file, text, None, {}, {}, {})
    raise DeckError(_control(document, one.start(), one.group()) for one in found)


def _control(document: Document, offset: int, character: str) -> Diagnostic:
    span = document.span_at(offset)
    message = f"there is a control character here (U+{ord(character):04X})"
    excerpt = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", document.excerpt(span))
    return Diagnostic("control-character", message, span, hints=("delete it",), excerpt=excerpt)


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
    last: yaml.Event | None = None

    def read(self) -> Document:
        try:
            data = self._read_stream(self._events())
        except yaml.MarkedYAMLError as error:
            raise DeckError([*self.findings, *self._syntax(error)]) from None
        return replace(
            self.document,
            data=data,
            values=self.values,
            keys=self.keys,
            extents=self.extents,
            findings=tuple(self.findings),
        )

    def _events(self) -> Iterator[yaml.Event]:
        for event in yaml.parse(self.document.text, Loader=_LOADER):
            self.last = event
            yield event

    def _read_stream(self, events: Iterator[yaml.Event]) -> Data:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            raise self._nothing()
        data = self._read_value(next(events), events, ())
        next(events)
        following = next(events)
        if not isinstance(following, yaml.StreamEndEvent):
            message = 'a line "---" starts a second document; one file holds one'
            self._find("several-documents", message, following, "put what follows into a file of its own")
        if data is None:
            raise DeckError(self.findings) if self.findings else self._nothing()
        return data

    def _nothing(self) -> DeckError:
        blank = not self.document.text.strip()
        message = "the file is empty" if blank else "there is nothing in the file but notes and marks"
        return _stop(self.document.file, "empty-file", message)

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
        start, end = (self._offset(mark) for mark in _marks(event))
        self.extents.setdefault(path, (start, end))
        # The C parser says "" of a plain scalar, the other one None.
        if event.style:
            return str(event.value)
        self._check_plain(start, end)
        return None if event.value in _NULLS else str(event.value)

    def _check_plain(self, start: int, end: int) -> None:
        """Refuse what is read otherwise than it was meant: a "#" that cuts a text, a dash that starts no item."""
        text = self.document.text
        note = _NOTE_WITHOUT_SPACE.match(text, end)
        if note:
            self._find_at("hash-in-text", NOTE_CUTS, note.start(1), len(note[1].rstrip()), QUOTE_IT)
        if "\n" in text[start:end]:
            self._check_dashes([(start + line.start(), line.group()) for line in re.finditer(".+", text[start:end])])

    def _check_dashes(self, lines: list[tuple[int, str]]) -> None:
        """Refuse a list that became one text, because of its dashes or the spaces in front of them."""
        others = lines[1:]
        if not any(line.lstrip().startswith("- ") or dash_slip(line) for _, line in others):
            return
        slips = [(offset, slip) for offset, line in lines if (slip := dash_slip(line))]
        for start, slip in slips:
            self._find_at(slip.code, slip.message, start + slip.column - 1, 1, slip.hint)
        dashes = (offset + len(line) - len(line.lstrip()) for offset, line in others if line.lstrip().startswith("- "))
        offset = next(dashes, None)
        if offset is not None and not slips:
            message = "this dash starts no item: the line is read as part of the text above it"
            self._find_at("dash-in-text", message, offset, 1, _DASH_HINT)

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
        ended = False
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._read_key(event, events, path)
            ended = ended or self._starts_next_item(key, event, mapping, path)
            if ended:
                self._skip(events, path)
                continue
            self._refuse_double(key, event, mapping, path)
            self.keys.setdefault((*path, key), self._span(event))
            value = self._read_value(next(events), events, (*path, key))
            mapping.setdefault(key, value)
        return mapping

    def _starts_next_item(self, key: str, event: yaml.Event, mapping: dict[str, Data], path: DataPath) -> bool:
        """Tell whether the first key of an item comes again, or its id: then a dash is missing here."""
        is_item = bool(path) and isinstance(path[-1], int)
        first = next(iter(mapping), "")
        if not is_item or len(mapping) < _LEAST_KEYS or key not in mapping or key not in {first, "id"}:
            return False
        message = f'"{key}" is there already; if the next one starts here, its dash is missing'
        above = "" if key == first else " above it"
        self._find("missing-dash", message, event, f'write "- {first}: ..."{above}')
        return True

    def _skip(self, events: Iterator[yaml.Event], path: DataPath) -> None:
        """Read a value that has no place in the data."""
        self._read_value(next(events), events, (*path, "", ""))

    def _read_key(self, event: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            if event.value == "<<" and not event.style:
                self._find("yaml-merge", 'merge keys ("<<") are not used in outlines', event, "write the lines again")
            return str(event.value)
        before = self._offset(_marks(event)[0]) - 1
        if before >= 0 and self.document.text[before] == "{":
            self._find_at("quotes-needed", starts_with("{"), before, 1, QUOTE_IT)
        else:
            self._find("bad-key", "a key must be a word, not a list or a mapping", event)
        self._read_value(event, events, (*path, "?"))
        return "?"

    def _refuse_double(self, key: str, event: yaml.Event, mapping: dict[str, Data], path: DataPath) -> None:
        if key in mapping:
            first = self.keys[(*path, key)].line
            message = f'"{key}" is given twice; the first is in line {first}'
            self._find("duplicate-key", message, event, "delete one of them")

    def _refuse_marks(self, event: yaml.Event) -> None:
        mark = self.document.text[self._offset(_marks(event)[0]) :][:1]
        if isinstance(event, yaml.AliasEvent):
            self._find("yaml-alias", "aliases (*name) are not used in outlines", event, _marks_hint(mark))
        elif getattr(event, "anchor", None):
            self._find("yaml-anchor", "anchors (&name) are not used in outlines", event, _marks_hint(mark))
        elif getattr(event, "tag", None) or mark == "!":
            self._find("yaml-tag", "tags (!name) are not used in outlines", event, _marks_hint(mark))

    def _check_depth(self, event: yaml.Event, path: DataPath) -> None:
        if len(path) >= MAX_DEPTH:
            raise DeckError([*self.findings, self._diagnostic("too-deep", _TOO_DEEP, event)])

    def _find(self, code: str, message: str, event: yaml.Event, hint: str = "") -> None:
        self._keep(self._diagnostic(code, message, event, hint))

    def _find_at(self, code: str, message: str, offset: int, length: int, hint: str) -> None:
        self._keep(self.document.diagnostic(code, message, self.document.span_at(offset, length), (hint,)))

    def _keep(self, found: Diagnostic) -> None:
        self.findings.append(found)
        if len(self.findings) < MAX_FINDINGS:
            return
        message = f"there are more than {MAX_FINDINGS} faults in this file; the rest of it was not read"
        raise DeckError([*self.findings, self.document.diagnostic("too-many-faults", message, found.span)])

    def _diagnostic(self, code: str, message: str, event: yaml.Event, hint: str = "") -> Diagnostic:
        span = self._span(event)
        return self.document.diagnostic(code, message, span, (hint,) if hint else ())

    def _span(self, event: yaml.Event) -> Span:
        start, end = _marks(event)
        place = self._point(start)
        rest = len(self.document.line(place.line).rstrip()) - place.column + 1
        length = end.column - start.column if start.line == end.line else rest
        return replace(place, length=max(1, length))

    def _offset(self, mark: yaml.Mark) -> int:
        starts = line_starts(self.document.text)
        return starts[min(mark.line, len(starts) - 1)] + int(mark.column)

    def _syntax(self, error: yaml.MarkedYAMLError) -> list[Diagnostic]:
        place = self._point(error.problem_mark) if error.problem_mark else Span(self.document.file)
        if "nesting depth" in str(error.problem):
            return [self.document.diagnostic("too-deep", _TOO_DEEP, place)]
        opened = self._point(error.context_mark) if error.context_mark else None
        last = self._span(self.last) if isinstance(self.last, yaml.ScalarEvent) else None
        found = explain(
            self.document, Complaint(str(error.problem or ""), place, str(error.context or ""), opened, last)
        )
        # A note that cuts a text cuts off the bracket that closes its list too.
        cut = any(known.code == "hash-in-text" and known.span.line == found.span.line for known in self.findings)
        return [] if cut and found.code == "unclosed-bracket" else [found]

    def _point(self, mark: yaml.Mark) -> Span:
        """The place of a mark; what stands behind the last line is at its end."""
        number = min(mark.line + 1, len(line_starts(self.document.text)))
        length = len(self.document.line(number))
        column = min(mark.column, length) if number == mark.line + 1 else length
        return Span(self.document.file, number, column + 1)


def _marks(event: yaml.Event) -> tuple[yaml.Mark, yaml.Mark]:
    """Where an event starts and ends. The parser always knows; its types do not say so."""
    return cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)


def _marks_hint(mark: str) -> str:
    return f'leave it out; text that starts with "{mark}" goes in double quotes'


_LEAST_KEYS = 2
_DASH_HINT = "start it in the column of the dashes above; for a list below a point, end the point with a colon"
