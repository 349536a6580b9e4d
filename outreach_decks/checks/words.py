"""``word-to-avoid``: a word that blames, labels or shames, or that is not right any more, and what to say instead.

Which words, and when each of them is fine, stands in rules/terms.yaml. In quotation marks, and in what others say
(the myth of a ``myth`` slide, the question and options of a ``quiz``), only terms that count in quotes are found; words
that must stay as they are in another work (a ``quote``, scripture in quotation marks with chapter and verse, titles in
『』) are left alone, and so are the names that the list gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from outreach_decks.authored_texts import AuthoredText, outline_texts
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.folded import fold
from outreach_decks.outline import Outline
from outreach_decks.terms import NEARBY, CompiledTerm, Patterns, Terms

_SEVERITIES: Final = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE}
_SAID = re.compile(r"""“[^”\n]*”|"[^"\n]*"|‘[^\n]{1,300}?'(?![A-Za-z])|「[^」\n]*」|«[^»\n]*»""")
_TITLES = re.compile("『[^』\n]*』")
# Isaiah 1:17, 1 Cor. 13:4, イザヤ書1章17節, イザヤ書 1:17
_VERSE = re.compile(r"\b[A-Z][a-z]{1,20}\.? \d{1,3}:\d{1,3}|[書記歌篇伝録音紙言]\d{1,3}(?:章\d|篇\d|:\d)|\d章\d{1,3}節")


class Match(NamedTuple):
    """A term and where it stands in a folded text."""

    start: int
    end: int
    term: CompiledTerm


class Stretch(NamedTuple):
    """A part of a folded text."""

    start: int
    end: int

    def holds(self, match: Match) -> bool:
        """Tell whether a match lies inside."""
        return self.start <= match.start and match.end <= self.end


def check_words(outline: Outline, terms: Terms) -> Iterator[Diagnostic]:
    """No text of the talk, seen, said or read out, has a word that the list avoids."""
    for written in outline_texts(outline):
        yield from words_in(written, terms)


def words_in(written: AuthoredText, terms: Terms) -> Iterator[Diagnostic]:
    """The words to avoid in one text."""
    if written.voice == "quoted":
        return
    folded = fold(written.text)
    for match in _kept(_matches(folded.text, terms, others=written.voice == "others")):
        where = folded.as_written(match.start, match.end)
        yield _finding(written, match, where)


def _finding(written: AuthoredText, match: Match, where: tuple[int, int]) -> Diagnostic:
    term = match.term.term
    word = " ".join(written.text[slice(*where)].split())
    message = f'"{word}" {term.reason} ({match.term.id})'
    return written.finding("word-to-avoid", message, where, (term.instead,), _SEVERITIES[term.level])


def _kept(matches: Iterable[Match]) -> list[Match]:
    """Of matches that overlap, the longest; of those, the gravest."""
    grave = {"error": 0, "warning": 1, "note": 2}
    kept: list[Match] = []
    for match in sorted(matches, key=lambda one: (one.start - one.end, grave[one.term.term.level], one.start)):
        if not any(match.start < other.end and other.start < match.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: one.start)


def _matches(text: str, terms: Terms, *, others: bool) -> Iterator[Match]:
    found = [match for term in terms.terms for match in _of_term(text, term)]
    if not found:
        return
    left_alone = [*_stretches(text, terms.names), *_verbatim(text)]
    said = [Stretch(0, len(text))] if others else _found(text, _SAID)
    for match in found:
        term = match.term.term
        quoted = not term.counts_in_quotes and _inside(match, said)
        if not quoted and not _inside(match, left_alone) and _in_context(text, match, terms):
            yield match


def _of_term(text: str, term: CompiledTerm) -> Iterator[Match]:
    for pattern in term.avoid:
        for found in pattern.finditer(text):
            yield Match(*found.span(), term)


def _in_context(text: str, match: Match, terms: Terms) -> bool:
    """Tell whether nothing around a match makes it fine, and what must be near it is."""
    term = match.term
    if any(stretch.holds(match) for stretch in _stretches(text, term.unless)):
        return False
    if term.near and not _is_near(text, match, term.near):
        return False
    return term.term.scope == "all" or _is_near(text, match, terms.under_18[term.term.language])


def _is_near(text: str, match: Match, patterns: Patterns) -> bool:
    return any(_gap(text, match, other) <= NEARBY for other in _stretches(text, patterns))


def _gap(text: str, match: Match, other: Stretch) -> float:
    """The characters between; none are few enough where it overlaps or another paragraph starts."""
    first, last = min(match.end, other.end), max(match.start, other.start)
    if last < first or "\n" in text[first:last]:
        return float("inf")
    return last - first


def _verbatim(text: str) -> Iterator[Stretch]:
    """Titles, and what is quoted in a paragraph that names chapter and verse."""
    yield from _found(text, _TITLES)
    for quotation in _found(text, _SAID):
        start = text.rfind("\n", 0, quotation.start) + 1
        end = text.find("\n", quotation.end)
        if _VERSE.search(text, start, end if end >= 0 else len(text)):
            yield quotation


def _stretches(text: str, patterns: Patterns) -> Iterator[Stretch]:
    for pattern in patterns:
        yield from _found(text, pattern)


def _found(text: str, pattern: re.Pattern[str]) -> list[Stretch]:
    return [Stretch(*found.span()) for found in pattern.finditer(text)]


def _inside(match: Match, stretches: Iterable[Stretch]) -> bool:
    return any(stretch.holds(match) for stretch in stretches)
