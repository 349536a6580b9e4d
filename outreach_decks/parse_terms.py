"""rules/terms.yaml becomes a compiled list of words. Every fault is said, at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from outreach_decks.backtracking import MOST_WAYS, ways_to_match
from outreach_decks.diagnostics import DeckError, Diagnostic, has_errors
from outreach_decks.document import Data, DataPath, Document
from outreach_decks.folded import fold
from outreach_decks.parse import open_document
from outreach_decks.places import place_in_value
from outreach_decks.scalars import BAD_ID, ID_PATTERN
from outreach_decks.terms import CompiledTerm, Patterns, Phrase, Phrases, PhrasesByLanguage, Term, Terms, TermsHead
from outreach_decks.validation import did_you_mean, id_hint, not_said_yet, validate
from outreach_decks.workspace import RULES, Workspace

TERMS_FILE: Final = f"{RULES}/terms.yaml"
# Latin letters, figures and the underscore: a word ends where none of them follows, also beside Japanese characters.
_LETTER = "[0-9A-Za-z_\u00c0-\u024f]"
_BETWEEN_WORDS = "[ -]"
_HISSING = ("s", "x", "z", "ch", "sh")
_LISTS = ("avoid", "unless", "near")
_SLOW = ("give each repeat a limit, such as {0,30} for *, and put none inside another",)


def parse_terms(workspace: Workspace) -> Terms:
    """Read the list of words.

    Raises:
        DeckError: with everything that is wrong in the file.
    """
    return _TermsParser(open_document(TERMS_FILE, workspace)).parse()


@dataclass
class _TermsParser:
    document: Document
    findings: list[Diagnostic] = field(default_factory=list)

    def parse(self) -> Terms:
        self.findings.extend(self.document.findings)
        head, entries = self._head(), self._entries()
        terms = tuple(self._compiled(identifier, term) for identifier, term in entries.items())
        names = self._by_language(head.names, "names") if head else {}
        under_18 = self._by_language(head.under_18, "under_18") if head else {}
        sources = head.sources if head else {}
        if head:
            self._check_sources(entries, sources)
        if has_errors(self.findings):
            raise DeckError(self.findings)
        return Terms(terms, tuple(one for patterns in names.values() for one in patterns), under_18, sources)

    def _head(self) -> TermsHead | None:
        data = self.document.data
        plain = {key: value for key, value in data.items() if key != "terms"} if isinstance(data, dict) else data
        head, found = validate(TermsHead, plain, self.document, (), "the list of words")
        self.findings.extend(found)
        return head

    def _entries(self) -> Mapping[str, Term]:
        if not isinstance(self.document.data, dict):
            return {}
        entries = self.document.data.get("terms")
        if not isinstance(entries, dict):
            there = "terms" in self.document.data
            message = (
                "ids with their fields below them were expected here" if there else 'the list of words needs "terms"'
            )
            self._report("wrong-type" if there else "missing-key", message, ("terms",))
            return {}
        found = {identifier: self._entry(identifier, entry) for identifier, entry in entries.items()}
        return {identifier: term for identifier, term in found.items() if term}

    def _entry(self, identifier: str, entry: Data) -> Term | None:
        path = ("terms", identifier)
        term, found = validate(Term, entry, self.document, path, "a term")
        self.findings.extend(found)
        if not re.fullmatch(ID_PATTERN, identifier):
            bad = self.document.diagnostic("bad-id", BAD_ID, self.document.key_span(path), id_hint(identifier))
            self.findings.extend(not_said_yet([bad], self.document))
        return term

    def _check_sources(self, entries: Mapping[str, Term], sources: Mapping[str, str]) -> None:
        for identifier, term in entries.items():
            if term.source not in sources:
                message, hints = f'no source is called "{term.source}"', did_you_mean(term.source, sources)
                self._report("unknown-source", message, ("terms", identifier, "source"), hints)

    def _compiled(self, identifier: str, term: Term) -> CompiledTerm:
        lists = (self._patterns(getattr(term, key), term.language, ("terms", identifier, key)) for key in _LISTS)
        avoid, unless, near = lists
        return CompiledTerm(identifier, term, avoid, unless, near)

    def _by_language(self, phrases: PhrasesByLanguage, key: str) -> Mapping[str, Patterns]:
        return {
            "en": self._patterns(phrases.en, "en", (key, "en")),
            "ja": self._patterns(phrases.ja, "ja", (key, "ja")),
        }

    def _patterns(self, phrases: Phrases, language: str, path: DataPath) -> Patterns:
        found = (self._pattern(phrase, language, (*path, number)) for number, phrase in enumerate(phrases))
        return tuple(pattern for pattern in found if pattern)

    def _pattern(self, phrase: Phrase, language: str, path: DataPath) -> re.Pattern[str] | None:
        if not phrase.pattern:
            return compile_words(phrase.text, language)
        return self._expression(phrase.text, (*path, "pattern"))

    def _expression(self, text: str, path: DataPath) -> re.Pattern[str] | None:
        try:
            pattern = re.compile(text, re.IGNORECASE)
        except (re.error, RecursionError, OverflowError) as error:
            self._bad_pattern(text, error, path)
            return None
        if pattern.search(""):
            self._report("bad-pattern", "this pattern also fits where there is nothing", path)
        elif ways_to_match(text) > MOST_WAYS:
            message = "this pattern can fit in too many ways, so looking for it can take minutes"
            self._report("slow-pattern", message, path, _SLOW)
        return pattern

    def _bad_pattern(self, text: str, error: Exception, path: DataPath) -> None:
        message = f"this is no pattern: {getattr(error, 'msg', 'it is too deep')}"
        at = getattr(error, "pos", None) or 0
        span = place_in_value(self.document, path, text, at, at + 1)
        self.findings.append(self.document.diagnostic("bad-pattern", message, span))

    def _report(self, code: str, message: str, path: DataPath, hints: tuple[str, ...] = ()) -> None:
        found = self.document.diagnostic(code, message, self.document.span(path), hints)
        self.findings.extend(not_said_yet([found], self.document))


def compile_words(phrase: str, language: str) -> re.Pattern[str]:
    """Make a pattern of words as they are spoken: in English whole words with a plural, in Japanese the characters."""
    folded = fold(phrase).text
    if language == "ja":
        return re.compile(re.escape(folded), re.IGNORECASE)
    *before, last = re.split(_BETWEEN_WORDS, folded)
    words = _BETWEEN_WORDS.join((*map(re.escape, before), _singular_or_plural(last)))
    return re.compile(f"(?<!{_LETTER}){words}(?!{_LETTER})", re.IGNORECASE)


def _singular_or_plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{re.escape(word[:-1])}(?:y|ies)"
    return re.escape(word) + ("(?:es)?" if word.endswith(_HISSING) else "s?")
