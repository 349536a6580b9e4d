"""Authored text becomes final words: marks are read, facts, event fields and help lines are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from icu4py.breakers import SentenceBreaker

from outreach_decks.amounts import fact_text
from outreach_decks.authored_texts import voice_of
from outreach_decks.citations import SlideCitations
from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.edition import Edition
from outreach_decks.event import SPOKEN_FIELDS, Event
from outreach_decks.facts import Fact, HelpLine
from outreach_decks.japanese import set_as_japanese, upright
from outreach_decks.languages import is_east_asian
from outreach_decks.markup import BRACES, MarkupFault, Piece, parse_markup
from outreach_decks.outline import AuthoredSlide
from outreach_decks.talk import Passage
from outreach_decks.text import Paragraph, Paragraphs, Run, composed
from outreach_decks.validation import did_you_mean

# Stands for an event field that nobody gave; the sentence around it is left out.
_UNKNOWN = "\N{OBJECT REPLACEMENT CHARACTER}"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
FieldPath = tuple[str | int, ...]


@dataclass
class Quoter:
    """Fills in the texts of one slide in one language and collects what is wrong with them."""

    authored: AuthoredSlide
    edition: Edition
    event: Event
    citations: SlideCitations
    findings: list[Diagnostic] = field(default_factory=list)

    def passage(self, text: str, *place: str | int) -> Passage | None:
        """Words for the slide, with superscripts; None when nothing is left without the event."""
        return self._passage(text, place, spoken=False, marked=True)

    def figure(self, text: str, *place: str | int) -> Passage | None:
        """Words for a figure so big that its superscript goes to the caption."""
        return self._passage(text, place, spoken=False, marked=False)

    def required(self, text: str, *place: str | int) -> Passage:
        """Words that the slide cannot do without."""
        found = self.passage(text, *place)
        if found is not None:
            return found
        message = "nothing is left of this when the event does not say it"
        hint = "put the event field into a sentence of its own"
        self.findings.append(self.authored.finding("empty-without-event", message, place, hint=hint))
        return Passage((Paragraph((Run(text),)),), self.authored.span(*place))

    def several(self, texts: Iterable[str], *place: str | int) -> tuple[Passage, ...]:
        """The items of a list that are left."""
        found = (self.passage(text, *place, number) for number, text in enumerate(texts))
        return tuple(passage for passage in found if passage)

    def speech(self, text: str, *place: str | int) -> Paragraphs:
        """What is said: paragraphs without superscripts."""
        parts = (self._paragraph(part, place, spoken=True, marked=False) for part in _BLANK_LINE.split(text.strip()))
        return tuple(part for part in parts if part)

    def words(self, text: str, *place: str | int) -> str:
        """Words without marks, such as alt text."""
        found = self._paragraph(text, place, spoken=True, marked=False)
        return found.plain if found else ""

    def _passage(self, text: str, place: FieldPath, *, spoken: bool, marked: bool) -> Passage | None:
        paragraph = self._paragraph(text, place, spoken=spoken, marked=marked)
        return Passage((paragraph,), self.authored.span(*place)) if paragraph else None

    def _paragraph(self, text: str, place: FieldPath, *, spoken: bool, marked: bool) -> Paragraph | None:
        markup = parse_markup(text)
        self.findings.extend(self._faults(markup.faults, place))
        filling = _Filling(self, place, spoken=spoken)
        runs = _without_unknown(
            tuple(run for piece in markup.pieces for run in filling.runs(piece)), self.edition.language
        )
        runs = self._typeset(runs, place)
        if not any(run.text.strip() for run in runs):
            return None
        return Paragraph((*runs, *self._mark(runs))) if marked else Paragraph(runs)

    def _typeset(self, runs: tuple[Run, ...], place: FieldPath) -> tuple[Run, ...]:
        """The runs as their language is set; what is quoted from another work stays letter by letter."""
        if not is_east_asian(self.edition.language):
            return runs
        is_quoted = voice_of(self.authored.slide.kind, str(place[0])) == "quoted"
        return upright(runs) if is_quoted or self.edition.language != "ja" else set_as_japanese(upright(runs))

    def _mark(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The superscript at the end of the words: behind a figure, 7 with a raised 12 would read like another one."""
        mark = self.citations.mark()
        if mark is None:
            return ()
        return (Run(_NO_BREAK_SPACE), mark) if runs[-1].text[-1:].isdigit() else (mark,)

    def _faults(self, faults: Iterable[MarkupFault], place: FieldPath) -> Iterator[Diagnostic]:
        """The faults at their places; of several lone braces, each at its own."""
        lone = iter(self._lone_braces(place))
        for fault in faults:
            span = next(lone, None) if fault.code == "lone-brace" else None
            if span is None:
                yield self.authored.finding(fault.code, fault.message, place, fault.needle, fault.hint)
            else:
                yield self.authored.document.diagnostic(fault.code, fault.message, span, (fault.hint,))

    def _lone_braces(self, place: FieldPath) -> Iterator[Span]:
        document, path = self.authored.document.at((*self.authored.path, *place))
        start, end = document.extents.get(path, (0, 0))
        for brace in BRACES.finditer(document.text, start, end):
            if len(brace.group()) == 1:
                yield document.span_at(brace.start())


@dataclass
class _Filling:
    """Turns the pieces of one text into runs."""

    quoter: Quoter
    place: FieldPath
    spoken: bool

    def runs(self, piece: Piece) -> list[Run]:
        """The runs of one piece."""
        if piece.placeholder is None:
            return [self._run(piece, piece.text)]
        group, _, name = piece.placeholder.partition(".")
        match group:
            case "fact":
                return self._fact(piece, name)
            case "event":
                return self._event(piece, name)
            case "help":
                return self._help(piece, name)
            case _:
                hint = "placeholders are {fact.id}, {event.field} and {help.id}"
                self._report(piece, "unknown-placeholder", f'nothing is called "{piece.text}"', hint)
                return self._as_written(piece)

    def _run(self, piece: Piece, text: str) -> Run:
        return Run(composed(text), piece.bold, piece.italic, link=piece.link)

    def _as_written(self, piece: Piece) -> list[Run]:
        """What cannot be filled in stays, so that nothing else is said to be missing because of it."""
        return [self._run(piece, piece.text)]

    def _fact(self, piece: Piece, name: str) -> list[Run]:
        facts = self.quoter.edition.book.facts
        if name not in facts:
            self._unknown(piece, "unknown-fact", f'no fact is called "{name}"', name, facts)
            return self._as_written(piece)
        self._check_usable(piece, name, facts[name])
        self._cite(facts[name])
        return [self._run(piece, fact_text(facts[name], self.quoter.edition.language))]

    def _cite(self, fact: Fact) -> None:
        """A figure on the slide has its source there; one that is said has it in the list at the end."""
        citations = self.quoter.citations
        if not self.spoken:
            citations.cite(fact.sources, fact.counting_rule)
        for source in fact.sources:
            citations.note(source)

    def _check_usable(self, piece: Piece, name: str, fact: Fact) -> None:
        if fact.use == "avoid":
            self._report(piece, "avoided-fact", f'"{name}" must not be used: {fact.reason or "see the base"}')
        elif fact.confidence != "verified":
            self._report(piece, "unverified-fact", f'"{name}" is {fact.confidence}, so it cannot be shown')
        elif fact.value is None:
            self._report(piece, "fact-without-value", f'"{name}" is a statement and has no value to show')
        elif not fact.sources:
            self._report(piece, "fact-without-source", f'"{name}" names no source, so it cannot be shown')

    def _event(self, piece: Piece, name: str) -> list[Run]:
        if name not in SPOKEN_FIELDS:
            self._unknown(piece, "unknown-event-field", f'an event has no "{name}"', name, SPOKEN_FIELDS)
            return self._as_written(piece)
        value = self.quoter.event.told(name, self.quoter.edition.language)
        return [self._run(piece, value or _UNKNOWN)]

    def _help(self, piece: Piece, name: str) -> list[Run]:
        lines = self.quoter.edition.book.help_lines
        if name not in lines:
            self._unknown(piece, "unknown-help-line", f'no help line is called "{name}"', name, lines)
            return self._as_written(piece)
        if not lines[name].printable:
            self._report(piece, "help-line-not-printable", not_printable(name, lines[name]))
        line = lines[name]
        told = line.number or line.name_in(self.quoter.edition.language) or line.name
        return [self._run(piece, told)]

    def _unknown(self, piece: Piece, code: str, message: str, name: str, known: Iterable[str]) -> None:
        self._report(piece, code, message, "".join(did_you_mean(name, known)))

    def _report(self, piece: Piece, code: str, message: str, hint: str = "") -> None:
        found = self.quoter.authored.finding(code, message, self.place, piece.text, hint)
        self.quoter.findings.append(found)


def not_printable(name: str, line: HelpLine) -> str:
    """Why a help line may not be shown."""
    return f'the help line "{name}" is not confirmed: {line.reason or "see the base"}'


def _without_unknown(runs: tuple[Run, ...], language: str) -> tuple[Run, ...]:
    """Leave out each sentence in which something is not known."""
    text = "".join(run.text for run in runs)
    if _UNKNOWN not in text:
        return runs
    kept: list[tuple[int, int]] = []
    start = 0
    for sentence in SentenceBreaker(text, language):
        end = start + len(sentence)
        if _UNKNOWN not in sentence:
            kept.append((start, end))
        start = end
    return _trimmed(tuple(_cut(runs, kept)))


def _cut(runs: tuple[Run, ...], kept: list[tuple[int, int]]) -> Iterator[Run]:
    start = 0
    for run in runs:
        for first, last in kept:
            part = run.text[max(first - start, 0) : max(last - start, 0)]
            if part:
                yield Run(part, run.bold, run.italic, run.superscript, run.link, run.colour)
        start += len(run.text)


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return ()
    last = runs[-1]
    return (*runs[:-1], Run(last.text.rstrip(), last.bold, last.italic, last.superscript, last.link, last.colour))
