"""An Outline becomes a Talk: slides chosen for the variant, facts filled in, sources numbered, time counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import outreach_decks.slide_kinds as kinds
import outreach_decks.talk as talk
from outreach_decks.audience import Audience
from outreach_decks.citations import Citations, SlideCitations
from outreach_decks.contents import ContentMaker, Titled
from outreach_decks.diagnostics import Diagnostic
from outreach_decks.edition import Edition
from outreach_decks.facts import FactBook
from outreach_decks.languages import counts_characters
from outreach_decks.outline import AuthoredSlide, Outline
from outreach_decks.quoting import Quoter
from outreach_decks.standing import slides_of_band
from outreach_decks.text import Paragraphs, words
from outreach_decks.validation import did_you_mean
from outreach_decks.workspace import ICONS, Workspace, stem

# What layout draws without being asked.
OWN_ICONS = {"notice": "lifebuoy", "prayer": "hands-praying", "quiz": "check"}


@dataclass(frozen=True, slots=True)
class Base:
    """What all talks of a project share: the fact base as it is written, the audiences, the files."""

    book: FactBook
    audiences: Mapping[str, Audience]
    workspace: Workspace


@dataclass(frozen=True, slots=True)
class Editions:
    """What a talk is made with: the words and the fact base in the language of its slides, and of its notes."""

    slides: Edition
    notes: Edition


def resolve(
    outline: Outline, variant: talk.Variant, base: Base, editions: Editions, logo: talk.Logo | None = None
) -> talk.Talk:
    """Make the talk that a variant asks for; ``Talk.findings`` is what is wrong with the outline's references.

    The outline's words are in the languages of the variant already.

    Raises:
        KeyError: when the variant's audience is not among those of the base.
    """
    return _Resolver(outline, variant, base, editions, logo).resolve()


def speech_minutes(notes: Paragraphs, variant: talk.Variant, audience: Audience) -> float:
    """Minutes that notes take when they are read aloud, at the event's pace or that of the audience's band."""
    text, language = " ".join(paragraph.plain for paragraph in notes), variant.spoken_language
    spoken = len("".join(text.split())) if counts_characters(language) else len(text.split())
    return spoken / audience.pace(language, variant.band, variant.event.pace)


@dataclass
class _Resolver:
    outline: Outline
    variant: talk.Variant
    base: Base
    editions: Editions
    logo: talk.Logo | None
    findings: list[Diagnostic] = field(default_factory=list)
    slides: list[talk.TalkSlide] = field(default_factory=list)
    icons: dict[str, bytes] = field(default_factory=dict)
    complete: bool = True

    def resolve(self) -> talk.Talk:
        citations = Citations(self.editions.slides.book)
        for authored in self.outline.slides:
            self._check_bands(authored)
        for authored in slides_of_band(self.outline, self._audience(), self.variant.band):
            self._take(authored, citations)
        self._write_sources(citations)
        return self._talk()

    def _talk(self) -> talk.Talk:
        head = self.outline.head
        shown = [slide for slide in self.slides if not slide.hidden]
        return talk.Talk(
            name=self.outline.name,
            title=head.title,
            subtitle=head.subtitle or "",
            author=self.variant.event.speaker or head.author or "",
            keywords=head.keywords,
            template=head.template,
            variant=self.variant,
            wording=self.editions.slides.wording,
            notes_wording=self.editions.notes.wording,
            slides=tuple(self.slides),
            speech_minutes=sum(self._speech(slide.notes) for slide in shown),
            activity_minutes=sum(slide.minutes for slide in shown),
            span=self.outline.document.key_span(("minutes",)),
            icons=self.icons,
            findings=tuple(self.findings),
            complete=self.complete,
        )

    def _speech(self, notes: Paragraphs) -> float:
        return speech_minutes(notes, self.variant, self._audience())

    def _audience(self) -> Audience:
        return self.base.audiences[self.variant.audience]

    def _check_bands(self, authored: AuthoredSlide) -> None:
        known = {band.id for audience in self.base.audiences.values() for band in audience.bands}
        for number, band in enumerate(authored.slide.bands):
            if band not in known:
                hint = "".join(did_you_mean(band, known)) or f"one of {', '.join(sorted(known))}"
                message = f'no audience has a band "{band}"'
                self.findings.append(authored.finding("unknown-band", message, ("bands", number), hint=hint))

    def _take(self, authored: AuthoredSlide, citations: Citations) -> None:
        slide = authored.slide
        maker, quoter, speaker = self._maker(authored, citations)
        titled = maker.make(slide)
        self._read_icons(authored)
        if titled:
            self._add(authored, titled, slide.id, quoter, self._notes(slide, speaker))
        elif quoter.findings:
            self.complete = False
        self.findings.extend([*quoter.findings, *speaker.findings])
        if isinstance(slide, kinds.Quiz):
            self._take_answer(authored, slide, citations)

    def _take_answer(self, authored: AuthoredSlide, slide: kinds.Quiz, citations: Citations) -> None:
        maker, quoter, speaker = self._maker(authored, citations)
        titled = maker.answer(slide)
        key = "answer_notes" if slide.answer_notes else "because"
        notes = speaker.speech(slide.answer_notes or slide.because, key)
        self._add(authored, titled, f"{slide.id}-answer", quoter, notes)
        # The question and the options were quoted once already, with the question's own slide.
        found = [*quoter.findings, *speaker.findings]
        self.findings.extend(one for one in found if one not in self.findings)

    def _maker(self, authored: AuthoredSlide, citations: Citations) -> tuple[ContentMaker, Quoter, Quoter]:
        """What makes the content of a slide, what quotes on it, and what quotes in its notes."""
        cited = SlideCitations(citations, self.editions.slides.wording, hidden=authored.slide.hidden)
        quoter = Quoter(authored, self.editions.slides, self.variant.event, cited)
        speaker = Quoter(authored, self.editions.notes, self.variant.event, cited)
        head = self.outline.head
        maker = ContentMaker(quoter, self.base.workspace, head.title, head.subtitle, self.logo)
        return maker, quoter, speaker

    def _notes(self, slide: kinds.Slide, speaker: Quoter) -> Paragraphs:
        if slide.notes is None:
            return (words(self.editions.notes.wording.say("sources-notes")),)
        return speaker.speech(slide.notes, "notes")

    def _add(self, authored: AuthoredSlide, titled: Titled, identifier: str, quoter: Quoter, notes: Paragraphs) -> None:
        slide = authored.slide
        answer = isinstance(titled.content, talk.Answer)
        self.slides.append(
            talk.TalkSlide(
                id=identifier,
                title=titled.title,
                content=titled.content,
                notes=notes,
                span=authored.span(),
                source_line=quoter.citations.line(),
                minutes=0 if answer else slide.minutes or 0,
                hidden=slide.hidden,
            )
        )

    def _read_icons(self, authored: AuthoredSlide) -> None:
        for name, place in _icons_of(authored.slide):
            if name in self.icons:
                continue
            try:
                self.icons[name] = self.base.workspace.read(f"{ICONS}/{name}.svg")
            except OSError:
                self.findings.append(self._unknown_icon(authored, name, place))

    def _unknown_icon(self, authored: AuthoredSlide, name: str, place: tuple[str | int, ...]) -> Diagnostic:
        known = [stem(file) for file in self.base.workspace.names(ICONS, ".svg")]
        hint = "".join(did_you_mean(name, known)) or f"the folder {ICONS} has {', '.join(known)}"
        return authored.finding("unknown-icon", f'there is no icon "{name}"', place, hint=hint)

    def _write_sources(self, citations: Citations) -> None:
        """List what the slides that are shown cite; what only hidden ones cite stands on a hidden slide at the end."""
        seen = _entries(citations, citations.shown)
        unseen = _entries(citations, citations.numbers.keys() - citations.shown)
        places = [i for i, slide in enumerate(self.slides) if isinstance(slide.content, talk.Sources)]
        if not places and seen:
            self.slides.insert(max(len(self.slides) - 1, 0), self._sources_slide())
            places = [max(len(self.slides) - 2, 0)]
        for place in places:
            self.slides[place] = replace(self.slides[place], content=talk.Sources(seen))
        if places and unseen:
            self.slides.append(self._hidden_sources(self.slides[places[-1]], talk.Sources(unseen)))

    def _hidden_sources(self, listed: talk.TalkSlide, content: talk.Sources) -> talk.TalkSlide:
        title = talk.Passage((words(self.editions.slides.wording.say("sources-hidden")),), listed.span)
        name = f"{listed.id}-hidden"
        return replace(listed, id=name, title=title, content=content, minutes=0, hidden=True)

    def _sources_slide(self) -> talk.TalkSlide:
        span = self.outline.document.span(("slides",))
        title = talk.Passage((words(self.editions.slides.wording.say("sources")),), span)
        notes = (words(self.editions.notes.wording.say("sources-notes")),)
        return talk.TalkSlide("sources", title, talk.Sources(()), notes, span)


def _entries(citations: Citations, names: Collection[str]) -> tuple[talk.CitedSource, ...]:
    return tuple(talk.CitedSource(number, source) for number, source in citations.cited(names))


def _icons_of(slide: kinds.Slide) -> list[tuple[str, tuple[str | int, ...]]]:
    """The icons that a slide shows, and where it says so."""
    named: list[tuple[str | None, tuple[str | int, ...]]]
    match slide:
        case kinds.Columns():
            named = [(column.icon, ("columns", i, "icon")) for i, column in enumerate(slide.columns)]
        case kinds.Steps():
            named = [(step.icon, ("steps", i, "icon")) for i, step in enumerate(slide.steps)]
        case kinds.Section() | kinds.Bullets():
            named = [(slide.icon, ("icon",))]
        case _:
            named = [(OWN_ICONS.get(slide.kind), ())]
    return [(name, place) for name, place in named if name]
