"""The translations of a project: its PO files, read once, and what talks and the fact base become with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import Document
from outreach_decks.edition import Edition
from outreach_decks.fact_usage import slide_uses
from outreach_decks.facts import FactBook
from outreach_decks.languages import LIKELY, is_language
from outreach_decks.names import Names
from outreach_decks.outline import Outline
from outreach_decks.talk import Variant
from outreach_decks.translations.books import translated_book
from outreach_decks.translations.messages import (
    BASE_LANGUAGE,
    Message,
    base_messages,
    file_name,
    outline_messages,
    program_messages,
)
from outreach_decks.translations.outlines import Language, translated_outline
from outreach_decks.translations.po import TRANSLATIONS, PoFile, po_name, read_po
from outreach_decks.translations.translator import Translator, untranslated
from outreach_decks.wording import ENGLISH, Wording
from outreach_decks.workspace import Workspace, stem

Findings = Mapping[str, list[Diagnostic]]


@dataclass(frozen=True, slots=True)
class FoundEdition:
    """An edition; by groups of texts (``fact/<id>``, ``ui``), what is to be said of translations and what has none."""

    edition: Edition
    findings: Findings
    missing: Mapping[str, list[Message]]


@dataclass
class TranslationDesk:
    """Reads PO files when a language is first asked for.

    ``book`` and ``names`` give the fact base as it is written and the names to be kept; both may raise ``DeckError``.
    """

    workspace: Workspace
    book: Callable[[], FactBook]
    names: Callable[[], Names]
    _files: dict[str, PoFile] = field(default_factory=dict)
    _editions: dict[str, FoundEdition] = field(default_factory=dict)
    _told: dict[tuple[str, str, str], tuple[Outline, list[Diagnostic]]] = field(default_factory=dict)

    def languages(self) -> tuple[str, ...]:
        """The languages that have a file."""
        return tuple(stem(file) for file in self.workspace.names(TRANSLATIONS, ".po"))

    def languages_of(self, outline: Outline) -> list[str]:
        """The languages of a talk: its own, and those into which some of it is translated (or whose file is broken)."""
        own = outline.head.language
        return [own, *(code for code in self.languages() if code != own and self._has_some_of(outline, code))]

    def po(self, language: str) -> PoFile:
        """The file of a language; an empty one where there is none.

        Raises:
            DeckError: with everything that is wrong in the file.
        """
        if language not in self._files:
            self._files[language] = self._read(language)
        return self._files[language]

    def _read(self, language: str) -> PoFile:
        name = po_name(language)
        if name not in self.workspace.names(TRANSLATIONS, ".po"):
            return PoFile(language)
        if not is_language(language):
            hint = f"a file is named by a code such as {', '.join(LIKELY)}; give copies another ending"
            found = Diagnostic("unknown-language", f'there is no language "{language}"', Span(name), hints=(hint,))
            raise DeckError([found])
        return read_po(name, self.workspace.read(name))

    def documents(self) -> dict[str, Document]:
        """The files that were read, by their names."""
        return {po.document.file: po.document for po in self._files.values() if po.document.file}

    def edition(self, language: str) -> FoundEdition:
        """The program's words and the fact base in a language.

        Raises:
            DeckError: with everything that is wrong in the file of the language.
        """
        if language not in self._editions:
            self._editions[language] = self._edition(language)
        return self._editions[language]

    def translated(self, outline: Outline, variant: Variant) -> tuple[Outline, list[Diagnostic]]:
        """An outline in the languages of a variant, and what is to be said of its translations; the same for all bands.

        Raises:
            DeckError: with everything that is wrong in a file of translations.
        """
        key = (outline.document.file, variant.language, variant.spoken_language)
        if key not in self._told:
            self._told[key] = self._translated(outline, variant)
        return self._told[key]

    def _translated(self, outline: Outline, variant: Variant) -> tuple[Outline, list[Diagnostic]]:
        spoken = variant.spoken_language
        messages = [*outline_messages(outline, self.book())]
        if spoken == variant.language:
            slides, said = self._language(messages, spoken)
            told = translated_outline(outline, slides, slides)
        else:
            slides, said = self._language([one for one in messages if not one.is_spoken], variant.language)
            notes, more = self._language([one for one in messages if one.is_spoken or _is_read_out(one)], spoken)
            said, told = [*said, *more], translated_outline(outline, slides, notes)
        return told, [*said, *self._of_base(outline, dict.fromkeys((variant.language, spoken)))]

    def _has_some_of(self, outline: Outline, language: str) -> bool:
        """Tell whether any text of the outline's own file is translated; a file that cannot be read is asked for."""
        start = file_name(outline.document.file) + "/"
        try:
            po = self.po(language)
        except DeckError:
            return True
        known = (*po.entries, *po.obsolete)
        return any(entry.translation and entry.context.startswith(start) for entry in known)

    def _language(self, messages: Iterable[Message], language: str) -> tuple[Language, list[Diagnostic]]:
        foreign = [message for message in messages if message.language != language]
        # What is all written in the language needs no file of translations, be it broken.
        po = self.po(language) if foreign else PoFile(language)
        translator = Translator(po, self.names())
        renderings = translator.renderings(foreign)
        said = [found for group in translator.findings.values() for found in group]
        lacking = [untranslated(group, po) for group in translator.missing.values()]
        return Language(renderings, po.document), [*said, *lacking]

    def _edition(self, language: str) -> FoundEdition:
        book = self.book()
        if language == BASE_LANGUAGE:
            return FoundEdition(Edition(ENGLISH, book), {}, {})
        translator = Translator(self.po(language), self.names())
        words = translator.renderings(program_messages())
        told = translator.renderings(base_messages(book, language))
        wording = Wording(language, {context.removeprefix("ui/"): each.text for context, each in words.items()})
        edition = Edition(wording, translated_book(book, told, language))
        return FoundEdition(edition, translator.findings, translator.missing)

    def _of_base(self, outline: Outline, languages: Iterable[str]) -> Iterator[Diagnostic]:
        """What is to be said of the base's words that the talk shows, and of the program's."""
        used = {"ui", *used_groups(outline, self.book())}
        for language in languages:
            found = self.edition(language)
            yield from (one for group in used & {*found.findings} for one in found.findings[group])
            lacking = [one for group, messages in found.missing.items() if group in used for one in messages]
            for _, of_file in groupby(lacking, key=lambda one: one.place.file):
                yield untranslated([*of_file], self.po(language))


def used_groups(outline: Outline, book: FactBook) -> set[str]:
    """The entries of the base that a talk shows, as groups of messages."""
    found: set[str] = set()
    for authored in outline.slides:
        for use in slide_uses(authored, book):
            found.add(f"{use.table}/{use.id}")
            entry = book.facts.get(use.id) if use.table == "fact" else book.charts.get(use.id)
            if entry is not None and use.table in {"fact", "chart"} and entry.counting_rule:
                found.add(f"counting-rule/{entry.counting_rule}")
    return found


def _is_read_out(message: Message) -> bool:
    """Tell whether a text of a slide may be said too: the reason on the answer slide of a quiz."""
    return message.context.endswith("/because")
