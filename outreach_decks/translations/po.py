"""PO files: what is written in one, where, and how it is written back.

Babel reads and writes the entries. What it lets pass in silence (a quote that is never closed, an entry cut off in the
middle) is found here first, with its place; the head of the file is kept as the translator's own program wrote it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import DataPath, Document
from outreach_decks.reader import read_text
from outreach_decks.workspace import OUTLINES, stem

if TYPE_CHECKING:
    from babel.messages.catalog import Message

TRANSLATIONS: Final = f"{OUTLINES}/translations"
# Texts are not folded: a fold at a hyphen would cut a placeholder in two.
_UNFOLDED: Final = 0
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_KEYWORD: Final = re.compile(r"(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?P<gap>\s*)(?P<rest>.*)")
_OBSOLETE: Final = re.compile(r"#~\s?")
_CONFLICT: Final = re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation, "" where there is none.

    ``fuzzy``: the translation was made for another text, ``previous``. ``remarks`` are the translator's own comments,
    ``comments`` those of the program.
    """

    context: str
    original: str
    translation: str
    fuzzy: bool = False
    previous: str = ""
    remarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PoFile:
    """A file of translations into ``language``: entries in their order, those no longer in use, and the head.

    ``document`` gives the place of each translation under its context.
    """

    language: str
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    head: str = ""
    document: Document = field(default_factory=lambda: Document("", "", None, {}, {}, {}))

    @property
    def file(self) -> str:
        """The name of the file."""
        return po_name(self.language)


def po_name(language: str) -> str:
    """The name of the file of a language."""
    return f"{TRANSLATIONS}/{language}.po"


def read_po(file: str, raw: bytes) -> PoFile:
    """Read a PO file.

    Raises:
        DeckError: with the places at which it is not one, or is cut off.
    """
    document, head = _placed(file, read_text(file, raw))
    from babel.messages.pofile import read_po as babel_read

    catalog = babel_read(io.StringIO(document.text), abort_invalid=True)
    live = tuple(_entry(message) for message in catalog if message.id)
    obsolete = tuple(_entry(message) for message in catalog.obsolete.values())
    return PoFile(stem(file), live, obsolete, head, document)


def written_po(po: PoFile) -> bytes:
    """The bytes of a PO file; the same entries give the same bytes."""
    from babel.messages import Catalog
    from babel.messages.pofile import write_po as babel_write

    catalog = Catalog()
    for entry in po.entries:
        catalog[entry.original] = _message(entry)
    for entry in po.obsolete:
        catalog.obsolete[entry.original, entry.context] = _message(entry)
    written = io.BytesIO()
    babel_write(written, catalog, width=_UNFOLDED, no_location=True, omit_header=True, include_previous=True)
    return (po.head or _new_head(po.language)).encode("utf-8") + b"\n" + written.getvalue().lstrip(b"\n")


def _new_head(language: str) -> str:
    from babel.core import Locale
    from babel.messages.plurals import get_plural

    name = Locale.parse(language).get_display_name("en")
    fields = (
        "Project-Id-Version: outreach-decks",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {get_plural(language).plural_forms}",
    )
    lines = "".join(f'"{each}\\n"\n' for each in fields)
    return f'# {name} of the talks. How it is kept: docs/translators.md\nmsgid ""\nmsgstr ""\n{lines}'


def _entry(message: Message) -> Entry:
    comments = [*message.user_comments]
    previous = [comment for comment in comments if comment.startswith("|")]
    return Entry(
        context=message.context or "",
        original=str(message.id),
        translation=str(message.string),
        fuzzy=message.fuzzy,
        previous=_previous(previous),
        remarks=tuple(comment for comment in comments if not comment.startswith("|")),
        comments=tuple(message.auto_comments),
    )


def _previous(lines: Iterable[str]) -> str:
    """The text that a fuzzy translation was made for, which Babel reads as comments."""
    from babel.messages.pofile import unescape

    strings = (found.group() for line in lines if "msgctxt" not in line for found in _STRING.finditer(line))
    return "".join(map(unescape, strings))


def _message(entry: Entry) -> Message:
    from babel.messages.catalog import Message as BabelMessage

    return BabelMessage(
        entry.original,
        entry.translation,
        flags={"fuzzy"} if entry.fuzzy else set(),
        auto_comments=entry.comments,
        user_comments=entry.remarks,
        previous_id=entry.previous if entry.fuzzy else (),
        context=entry.context,
    )


class _Line(NamedTuple):
    """A line of a PO file that is no comment: what it says, and where (an offset in characters)."""

    text: str
    start: int
    obsolete: bool


@dataclass
class _Placing:
    """Walks the lines of a PO file and keeps where each entry stands."""

    file: str
    text: str
    findings: list[Diagnostic] = field(default_factory=list)
    values: dict[DataPath, Span] = field(default_factory=dict)
    keys: dict[DataPath, Span] = field(default_factory=dict)
    extents: dict[DataPath, tuple[int, int]] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    current: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    word: str = ""
    obsolete: bool = False
    head_end: int = 0

    def __post_init__(self) -> None:
        self.plain = Document(self.file, self.text, None, {}, {}, {})

    def walk(self) -> None:
        for line in _lines(self.text):
            self._line(line)
        self._close(len(self.text))

    def _line(self, line: _Line) -> None:
        keyword = _KEYWORD.match(line.text)
        if keyword is None:
            self._string(line.text, line.start)
            return
        word = keyword["word"]
        if word == "msgctxt" or (word == "msgid" and "msgctxt" not in self.current) or self._is_full():
            self._close(line.start)
        self.obsolete = line.obsolete
        if word not in {"msgctxt", "msgid", "msgstr"}:
            self._report("this file has a plural form, which no text of a talk needs", line.start, len(word))
            return
        if word in self.current:
            self._report(f'there is a second "{word}" here', line.start, len(word), "delete one of them")
        self.word = word
        self.current.setdefault(word, [])
        self._string(keyword["rest"], line.start + keyword.start("rest"))

    def _is_full(self) -> bool:
        return "msgstr" in self.current

    def _string(self, text: str, start: int) -> None:
        if _CONFLICT.match(text):
            self._report("two versions of this file were not brought together", start, 7, "keep one of them")
        elif _STRING.fullmatch(text) and self.word:
            self.current[self.word].append((start, start + len(text)))
        elif text.startswith('"'):
            self._report("this text in quotes does not end as it should", start, len(text), _quotes_hint(text))
        else:
            hint = "texts stand in quotes behind msgid or msgstr"
            self._report("this is no line of a PO file", start, len(text), hint)

    def _close(self, end: int) -> None:
        """End an entry: keep its places, or say what it lacks."""
        entry, self.current, self.word = self.current, {}, ""
        if not entry:
            return
        first = min(places[0][0] for places in entry.values() if places) if any(entry.values()) else end
        for word in ("msgid", "msgstr"):
            if word not in entry and not self.findings:
                hint = "the file may have been cut off when it was saved: fetch it again"
                self._report(f'this entry has no "{word}"', first, 1, hint)
                return
        if not self.findings:
            self._keep(entry)

    def _keep(self, entry: Mapping[str, list[tuple[int, int]]]) -> None:
        context, original = self._told(entry.get("msgctxt", [])), self._told(entry["msgid"])
        if not original and not context:
            self.head_end = entry["msgstr"][-1][1]
            return
        if self.obsolete:
            return
        if (context,) in self.extents:
            self._report(f'"{context}" stands here a second time', entry["msgid"][0][0], 1, "delete one of them")
        place = entry["msgstr"]
        self.data[context] = self._told(place)
        self.extents[(context,)] = (place[0][0], place[-1][1])
        self.values[(context,)] = self._span(place)
        self.keys[(context,)] = self._span(entry["msgid"])

    def _span(self, strings: list[tuple[int, int]]) -> Span:
        """The first line of a text that has words on it."""
        start, end = next((one for one in strings if one[1] - one[0] > len('""')), strings[0])
        return self.plain.span_at(start, end - start)

    def _told(self, strings: Iterable[tuple[int, int]]) -> str:
        from babel.messages.pofile import unescape

        return "".join(unescape(self.text[start:end]) for start, end in strings)

    def _report(self, message: str, start: int, length: int, hint: str = "") -> None:
        span = self.plain.span_at(start, max(length, 1))
        self.findings.append(self.plain.diagnostic("bad-po", message, span, (hint,) if hint else ()))


def _quotes_hint(text: str) -> str:
    """What is wrong with a text that starts with a quote."""
    whole = _STRING.match(text)
    if whole is None:
        return "put a quote at its end; or the file was cut off when it was saved: fetch it again"
    return 'write \\" for a quote inside a text'


def _lines(text: str) -> Iterator[_Line]:
    """The lines that belong to entries, those out of use among them."""
    start = 0
    for whole in text.split("\n"):
        mark = _OBSOLETE.match(whole)
        begin = mark.end() if mark else 0
        line = whole[begin:].strip()
        if line and (mark or not line.startswith("#")) and not (mark and line.startswith("|")):
            yield _Line(line, start + whole.index(line, begin), mark is not None)
        start += len(whole) + 1


def _placed(file: str, text: str) -> tuple[Document, str]:
    """The document of a PO file, and its head."""
    placing = _Placing(file, text)
    placing.walk()
    if placing.findings:
        raise DeckError(placing.findings[:1] if _is_cut(placing.findings) else placing.findings)
    document = Document(file, text, dict(placing.data), placing.values, placing.keys, placing.extents)
    end = text.find("\n", placing.head_end) + 1
    return document, text[:end] if placing.head_end else ""


def _is_cut(findings: list[Diagnostic]) -> bool:
    """After an unclosed quote all that follows reads wrong, so that only the first is told."""
    return any("quotes" in found.message for found in findings[:1])
