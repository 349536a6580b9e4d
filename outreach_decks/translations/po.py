"""PO files: what is written in one, where, and how it is written back.

Babel reads and writes the entries. What it lets pass in silence (a quote that is never closed, an entry cut off in the
middle) is found first, with its place; the head of a file is kept as the translator's own program wrote it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import DataPath, Document
from outreach_decks.reader import read_text
from outreach_decks.translations.po_lines import CUT, Block, Places, blocks_of, is_of_before, previous_in, strings_in
from outreach_decks.workspace import OUTLINES, stem

if TYPE_CHECKING:
    from babel.messages.catalog import Message

TRANSLATIONS: Final = f"{OUTLINES}/translations"
# Texts are not folded: a fold at a hyphen would cut a placeholder in two. (With 0 Babel would still fold the text of
# before, inside its quotes.)
_UNFOLDED: Final = 1_000_000
# Stands above an entry out of use that was fuzzy.
_DOUBT: Final = "fuzzy"
# What a Japanese keyboard may type for the end of a line.
_YEN_END: Final = "¥n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation, "" where there is none.

    ``fuzzy``: the translation was made for another text, ``previous``, or is marked so by a translator, and then
    ``previous`` is "". Without a translation, ``previous`` is what stood there as the original. ``remarks`` are the
    translator's own comments, ``comments`` those of the program.
    """

    context: str
    original: str
    translation: str
    fuzzy: bool = False
    previous: str = ""
    remarks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

    @property
    def made_for(self) -> str:
        """The text that the translation was made for."""
        return self.previous if self.fuzzy and self.previous else self.original


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
    document, head = _Placing(Document(file, read_text(file, raw), None, {}, {}, {})).placed()
    live, obsolete = _entries_in(document, len(head))
    document = replace(document, data={entry.context: entry.translation for entry in live})
    return PoFile(stem(file), live, obsolete, head, document)


def _entries_in(document: Document, start: int) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries below the head of a sound file, which ends at the offset ``start``, and those out of use."""
    from babel.messages import Catalog
    from babel.messages.pofile import PoFileError, PoFileParser

    catalog = Catalog()
    catalog.obsolete = _Every()
    try:
        PoFileParser(catalog, abort_invalid=True).parse(io.StringIO(_readable(document.text[start:])))
    except PoFileError as error:
        line = document.text.count("\n", 0, start) + error.lineno + 1
        raise DeckError([_unreadable(document, line)]) from None
    live = tuple(_read(message) for message in catalog if message.id)
    return live, tuple(_out_of_use(message) for message in catalog.obsolete.values())


def _unreadable(document: Document, line: int) -> Diagnostic:
    """What is said of a line that only Babel cannot read."""
    place = Span(document.file, line, 1, max(len(document.line(line)), 1))
    hint = "a space stands between msgid or msgstr and the text in quotes"
    return document.diagnostic("bad-po", "this line cannot be read", place, (hint,))


class _Every(dict[Any, Any]):
    """Keeps all that is put into it: Babel would keep one of two entries out of use that were of the same text."""

    def __setitem__(self, key: object, value: object) -> None:
        """Keep a value beside those that were there."""
        super().__setitem__((key, len(self)), value)


def written_po(po: PoFile) -> bytes:
    """The bytes of a PO file; the same entries give the same bytes."""
    from babel.messages import Catalog
    from babel.messages.pofile import write_po as babel_write

    catalog = Catalog()
    for entry in po.entries:
        catalog[entry.original] = _message(entry)
    catalog.obsolete = _Every((number, _message(_with_doubt(entry))) for number, entry in enumerate(po.obsolete))
    written = io.BytesIO()
    babel_write(written, catalog, width=_UNFOLDED, no_location=True, omit_header=True, include_previous=True)
    entries = written.getvalue().rstrip(b"\n")
    head = (po.head or _new_head(po.language)).encode("utf-8")
    return b"\n".join((head, entries + b"\n")) if entries else head


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


def _message(entry: Entry) -> Message:
    from babel.messages.catalog import Message as BabelMessage

    message = BabelMessage(
        entry.original,
        entry.translation,
        flags={"fuzzy"} if entry.fuzzy else set(),
        auto_comments=entry.comments,
        user_comments=entry.remarks,
        previous_id=entry.previous if entry.fuzzy or not entry.translation else (),
        context=entry.context or None,
    )
    # Babel takes "73% of them" for a format of printf, and translators' programs would complain of it.
    message.flags.discard("python-format")
    return message


def _with_doubt(entry: Entry) -> Entry:
    """An entry out of use with its mark as a remark: Babel writes no flags there."""
    return replace(entry, remarks=(*entry.remarks, _DOUBT)) if entry.fuzzy else entry


def _out_of_use(message: Message) -> Entry:
    """An entry out of use as Babel has read it, with the mark that it had."""
    entry = _read(message)
    remarks = tuple(remark for remark in entry.remarks if remark != _DOUBT)
    return replace(entry, remarks=remarks, fuzzy=entry.fuzzy or remarks != entry.remarks)


def _read(message: Message) -> Entry:
    """An entry as Babel has read it; it takes the text of before for remarks."""
    remarks = tuple(remark for remark in message.user_comments if not is_of_before(remark))
    previous = previous_in(f"#{remark}" for remark in message.user_comments if is_of_before(remark))
    return Entry(
        context=message.context or "",
        original=str(message.id),
        translation=str(message.string),
        fuzzy=message.fuzzy,
        previous=previous if message.fuzzy or not message.string else "",
        remarks=remarks,
        comments=tuple(message.auto_comments),
    )


@dataclass
class _Placing:
    """Goes through the blocks of a PO file and keeps where each entry stands, and where one is not sound."""

    document: Document
    findings: list[Diagnostic] = field(default_factory=list)
    values: dict[DataPath, Span] = field(default_factory=dict)
    keys: dict[DataPath, Span] = field(default_factory=dict)
    extents: dict[DataPath, tuple[int, int]] = field(default_factory=dict)
    head: str = ""

    def placed(self) -> tuple[Document, str]:
        """The document with the places of the translations, and the head of the file."""
        blocks, found = blocks_of(self.document)
        self.findings += found
        if not found:
            self._place_all(blocks)
        if self.findings:
            raise DeckError(self.findings[:1] if _is_cut(self.findings) else self.findings)
        return replace(self.document, values=self.values, keys=self.keys, extents=self.extents), self.head

    def _place_all(self, blocks: list[Block]) -> None:
        if not blocks:
            hint = "the file may have been emptied when it was saved: fetch it again, or delete it"
            self._report("there is nothing in this file", 0, 1, hint)
        for number, block in enumerate(blocks):
            if self._told(block, "msgid"):
                self._place(block)
            else:
                self._place_head(block, is_first=number == 0)

    def _place_head(self, block: Block, *, is_first: bool) -> None:
        if not is_first or block.obsolete or self._told(block, "msgctxt"):
            message = "this entry has an empty msgid, as only the head of a file has"
            self._report(message, block.strings["msgid"][0][0], 2, "delete it; or two files were put into one")
            return
        line_end = self.document.text.find("\n", block.strings["msgstr"][-1][1])
        self.head = self.document.text[: line_end + 1] if line_end >= 0 else self.document.text + "\n"

    def _place(self, block: Block) -> None:
        place = block.strings["msgstr"]
        if self._told(block, "msgstr").endswith("\n") and not self._told(block, "msgid").endswith("\n"):
            start, end = place[-1]
            self._report("this translation stops at the end of a line", start, end - start, CUT)
        yen = self.document.text.find(_YEN_END, place[0][0], place[-1][1])
        if yen >= 0 and _YEN_END not in self._told(block, "msgid"):
            self._report("a yen sign stands here, which ends no line", yen, len(_YEN_END), "write a backslash: \\n")
        context = self._told(block, "msgctxt")
        if block.obsolete:
            return
        if context and (context,) in self.extents:
            start, end = block.strings["msgctxt"][0]
            self._report(f'"{context}" stands here a second time', start, end - start, "delete one of them")
        self.extents[(context,)] = (place[0][0], place[-1][1])
        self.values[(context,)] = self._span(place)
        self.keys[(context,)] = self._span(block.strings["msgid"])

    def _told(self, block: Block, word: str) -> str:
        return strings_in(self.document.text[start:end] for start, end in block.strings.get(word, []))

    def _span(self, strings: Places) -> Span:
        """The first line of a text that has words on it."""
        start, end = next((one for one in strings if one[1] - one[0] > len('""')), strings[0])
        return self.document.span_at(start, end - start)

    def _report(self, message: str, start: int, length: int, hint: str) -> None:
        place = self.document.span_at(start, length)
        self.findings.append(self.document.diagnostic("bad-po", message, place, (hint,)))


def _readable(text: str) -> str:
    """The text without lines that say nothing here and that Babel may stumble over; the others keep their numbers.

    Those are the places of texts in a program (``#:``), and texts of before of entries out of use (``#~|``).
    """
    return "\n".join("" if line.lstrip().startswith(("#:", "#~|")) else line for line in text.split("\n"))


def _is_cut(findings: Iterable[Diagnostic]) -> bool:
    """After an unclosed quote all that follows reads wrong, so that only the first is told."""
    return "quotes" in next(iter(findings)).message
