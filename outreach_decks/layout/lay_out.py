"""A Talk becomes a Deck: each slide on its silhouette, lists that are too long in parts, sections and footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import outreach_decks.talk as talk
from outreach_decks.deck import Deck, DeckSection, PlacedShape, PlacedSlide
from outreach_decks.icons import Icon, read_icon
from outreach_decks.layout.alike import Evener
from outreach_decks.layout.balance import balanced
from outreach_decks.layout.canvas import Canvas, joined
from outreach_decks.layout.fitting import fit
from outreach_decks.layout.slides import body_shapes, silhouette, source_entry
from outreach_decks.layout.splitting import share_out, split
from outreach_decks.layout.typesetting import notes_leading, typeset_in
from outreach_decks.measure import Measure
from outreach_decks.text import Paragraph, Paragraphs, Run, words
from outreach_decks.theme import Geometry
from outreach_decks.wording import Wording


def lay_out(given: talk.Talk, geometry: Geometry, measure: Measure) -> Deck:
    """Place everything.

    Raises:
        DeckError: ``bad-icon`` for an icon that cannot be drawn.
    """
    geometry = typeset_in(geometry, given.wording.language)
    icons = {name: read_icon(name, svg) for name, svg in given.icons.items()}
    maker = _DeckMaker(geometry, measure, icons, given.wording, given.notes_wording)
    slides = [part for slide in given.slides for part in maker.parts(slide)]
    even = Evener(geometry, measure).even([maker.place(slide) for slide in slides])
    placed = balanced(even, geometry, measure)
    return Deck(
        title=given.title,
        subject=given.subtitle,
        author=given.author,
        keywords=given.keywords,
        language=given.wording.language,
        notes_language=given.notes_wording.language,
        footer=_footer(given),
        slides=placed,
        sections=_sections(slides, given.wording),
        notes_leading=notes_leading(given.notes_wording.language),
    )


def _footer(given: talk.Talk) -> str:
    parts = (given.title, given.variant.event.organisation)
    return given.wording.say("footer-join").join(part for part in parts if part)


def _sections(slides: Sequence[talk.TalkSlide], wording: Wording) -> tuple[DeckSection, ...]:
    """The parts of the talk: what comes before the first section slide is its opening."""
    found: list[DeckSection] = []
    for slide in slides:
        if isinstance(slide.content, talk.Section):
            found.append(DeckSection(slide.title.plain, 1))
        elif found:
            found[-1] = replace(found[-1], length=found[-1].length + 1)
        else:
            found.append(DeckSection(wording.say("opening"), 1))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _DeckMaker:
    geometry: Geometry
    measure: Measure
    icons: Mapping[str, Icon]
    wording: Wording
    notes_wording: Wording

    def canvas(self, content: talk.Content) -> Canvas:
        """The silhouette for a content."""
        name = silhouette(content)
        return Canvas(name, self.geometry.layouts[name], self.measure, self.icons, self.wording)

    def place(self, slide: talk.TalkSlide) -> PlacedSlide:
        """One slide with every shape in its box."""
        canvas = self.canvas(slide.content)
        title = canvas.text("title", slide.title.paragraphs, slide.title.span)
        shapes: list[PlacedShape] = [title, *body_shapes(slide, canvas)]
        shapes += canvas.source(slide.source_line, slide.span)
        return PlacedSlide(
            slide.id, canvas.silhouette, slide.title.plain, tuple(shapes), slide.notes, slide.span, slide.hidden
        )

    def parts(self, slide: talk.TalkSlide) -> list[talk.TalkSlide]:
        """The slide, or the parts that its list needs."""
        contents = self._split(slide.content)
        if len(contents) == 1:
            return [replace(slide, content=contents[0])]
        notes = share_out(slide.notes, len(contents))
        return [self._part(slide, content, notes, number) for number, content in enumerate(contents)]

    def _split(self, content: talk.Content) -> list[talk.Content]:
        match content:
            case talk.Bullets() | talk.Notice() | talk.Prayer():
                groups = split(content.points, lambda points: self._fits(content, joined(points)))
                return [replace(content, points=group) for group in groups]
            case talk.Sources():
                cited = split(content.cited, lambda part: self._fits(content, self._entries(part)))
                return [talk.Sources(group) for group in cited] or [content]
            case _:
                return [content]

    def _entries(self, cited: Sequence[talk.CitedSource]) -> Paragraphs:
        return tuple(source_entry(each, self.wording) for each in cited)

    def _fits(self, content: talk.Content, paragraphs: Paragraphs) -> bool:
        return not fit(paragraphs, self.canvas(content).slot("body"), self.measure).excess

    def _part(
        self, slide: talk.TalkSlide, content: talk.Content, notes: tuple[Paragraphs, ...], number: int
    ) -> talk.TalkSlide:
        """One of several slides: "(1/2)" in the title, its share of what is said."""
        mark = self.wording.say("part", number=number + 1, count=len(notes))
        title = replace(slide.title, paragraphs=_with_words(slide.title.paragraphs, mark))
        own = notes[number] or (words(self.notes_wording.say("continued")),)
        identifier = slide.id if number == 0 else f"{slide.id}-{number + 1}"
        return replace(slide, id=identifier, title=title, content=content, notes=own)


def _with_words(paragraphs: Paragraphs, text: str) -> Paragraphs:
    *before, last = paragraphs
    return (*before, Paragraph((*last.runs, Run(text)), last.level))
