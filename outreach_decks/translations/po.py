"""PO files: what is written in one, where, and how it is written back.

Texts are quoted and cut into lines as Babel does it. The head of a file is kept as the translator's own program wrote
it, and so are translators' notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import DataPath, Document
from outreach_decks.reader import read_text
from outreach_decks.translations.po_lines import CUT, Block, Places, blocks_of, notes_of, strings_in
from outreach_decks.workspace import OUTLINES, stem

TRANSLATIONS: Final = f"{OUTLINES}/translations"
# Texts are not folded: a fold at a hyphen would cut a placeholder in two.
_UNFOLDED: Final = 0
# Notes of the program are folded where gettext folds them.
_NOTE_WIDTH: Final = 76


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation, "" where there is none.

    ``fuzzy``: the translation was made for another text, ``previous``, or is marked so by a translator, and then
    ``previous`` is "". ``remarks`` are the translator's own comments, ``comments`` those of the program.
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
    return _Reading(Document(file, read_text(file, raw), None, {}, {}, {})).read()


def written_po(po: PoFile) -> bytes:
    """The bytes of a PO file; the same entries give the same bytes."""
    live = ("".join(f"{line}\n" for line in _entry_lines(entry)) for entry in po.entries)
    obsolete = ("".join(f"{line}\n" for line in _obsolete_lines(entry)) for entry in po.obsolete)
    return "\n".join((po.head or _new_head(po.language), *live, *obsolete)).encode("utf-8")


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


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield from _remark_lines(entry)
    for comment in entry.comments:
        yield from (f"#. {line}" for line in _folded(comment))
    flags = _flags(entry)
    if flags:
        yield f"#, {', '.join(flags)}"
    if entry.fuzzy and entry.previous:
        yield _text_lines("msgid", entry.previous, "#| ")
    yield from _texts(entry, "")


def _obsolete_lines(entry: Entry) -> Iterator[str]:
    yield from _remark_lines(entry)
    if entry.fuzzy:
        yield "#, fuzzy"
    yield from _texts(entry, "#~ ")


def _remark_lines(entry: Entry) -> Iterator[str]:
    return (f"# {remark}".rstrip() for remark in entry.remarks)


def _texts(entry: Entry, mark: str) -> Iterator[str]:
    if entry.context:
        yield _text_lines("msgctxt", entry.context, mark)
    yield _text_lines("msgid", entry.original, mark)
    yield _text_lines("msgstr", entry.translation, mark)


def _text_lines(keyword: str, text: str, mark: str) -> str:
    from babel.messages.pofile import normalize

    return f"{mark}{keyword} {normalize(text, prefix=mark, width=_UNFOLDED)}"


def _folded(comment: str) -> list[str]:
    from babel.util import TextWrapper

    return TextWrapper(width=_NOTE_WIDTH, break_long_words=False).wrap(comment)


def _flags(entry: Entry) -> list[str]:
    """What translators' programs heed: whether a translation is fuzzy, and that placeholders must stay."""
    from babel.messages.catalog import Message

    flags = ["fuzzy"] if entry.fuzzy else []
    # Babel would call "73% of them" a format of printf too.
    return [*flags, "python-brace-format"] if Message(entry.original).python_brace_format else flags


@dataclass
class _Reading:
    """Turns the blocks of a PO file into entries and keeps where each stands."""

    document: Document
    findings: list[Diagnostic] = field(default_factory=list)
    values: dict[DataPath, Span] = field(default_factory=dict)
    keys: dict[DataPath, Span] = field(default_factory=dict)
    extents: dict[DataPath, tuple[int, int]] = field(default_factory=dict)
    live: list[Entry] = field(default_factory=list)
    obsolete: list[Entry] = field(default_factory=list)
    head: str = ""

    def read(self) -> PoFile:
        blocks, found = blocks_of(self.document)
        self.findings += found
        if not found:
            self._keep_all(blocks)
        if self.findings:
            raise DeckError(self.findings[:1] if _is_cut(self.findings) else self.findings)
        data = {entry.context: entry.translation for entry in self.live}
        file, text = self.document.file, self.document.text
        document = Document(file, text, dict(data), self.values, self.keys, self.extents)
        return PoFile(stem(file), tuple(self.live), tuple(self.obsolete), self.head, document)

    def _keep_all(self, blocks: list[Block]) -> None:
        if not blocks:
            hint = "the file may have been emptied when it was saved: fetch it again, or delete it"
            self._report("there is nothing in this file", 0, 1, hint)
        for number, block in enumerate(blocks):
            if self._told(block, "msgid"):
                self._keep(block)
            else:
                self._keep_head(block, is_first=number == 0)

    def _keep_head(self, block: Block, *, is_first: bool) -> None:
        if not is_first or block.obsolete or self._told(block, "msgctxt"):
            message = "this entry has an empty msgid, as only the head of a file has"
            self._report(message, block.strings["msgid"][0][0], 2, "delete it; or two files were put into one")
            return
        line_end = self.document.text.find("\n", block.strings["msgstr"][-1][1])
        self.head = self.document.text[: line_end + 1] if line_end >= 0 else self.document.text + "\n"

    def _keep(self, block: Block) -> None:
        entry = self._entry(block)
        place = block.strings["msgstr"]
        if entry.translation.endswith("\n") and not entry.original.endswith("\n"):
            start, end = place[-1]
            self._report("this translation stops at the end of a line", start, end - start, CUT)
        if block.obsolete:
            self.obsolete.append(entry)
            return
        path = (entry.context,)
        if entry.context and path in self.extents:
            start, end = block.strings["msgctxt"][0]
            self._report(f'"{entry.context}" stands here a second time', start, end - start, "delete one of them")
        self.live.append(entry)
        self.extents[path] = (place[0][0], place[-1][1])
        self.values[path] = self._span(place)
        self.keys[path] = self._span(block.strings["msgid"])

    def _entry(self, block: Block) -> Entry:
        context, original, translation = (self._told(block, word) for word in ("msgctxt", "msgid", "msgstr"))
        notes = notes_of(block)
        previous = notes.previous if notes.fuzzy else ""
        return Entry(context, original, translation, notes.fuzzy, previous, notes.remarks, notes.comments)

    def _told(self, block: Block, word: str) -> str:
        return strings_in(self.document.text[start:end] for start, end in block.strings.get(word, []))

    def _span(self, strings: Places) -> Span:
        """The first line of a text that has words on it."""
        start, end = next((one for one in strings if one[1] - one[0] > len('""')), strings[0])
        return self.document.span_at(start, end - start)

    def _report(self, message: str, start: int, length: int, hint: str) -> None:
        place = self.document.span_at(start, length)
        self.findings.append(self.document.diagnostic("bad-po", message, place, (hint,)))


def _is_cut(findings: Iterable[Diagnostic]) -> bool:
    """After an unclosed quote all that follows reads wrong, so that only the first is told."""
    return "quotes" in next(iter(findings)).message
