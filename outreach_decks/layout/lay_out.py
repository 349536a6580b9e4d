"""A Talk becomes a Deck: each slide on its silhouette, lists that are too long in parts, sections and footer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import outreach_decks.talk as talk
from outreach_decks.deck import Deck, DeckSection, PlacedShape, PlacedSlide
from outreach_decks.icons import Icon, read_icon
from outreach_decks.layout.alike import Evener, Work, figure_sizes, kind_of, smallest
from outreach_decks.layout.balance import balanced
from outreach_decks.layout.canvas import Canvas
from outreach_decks.layout.cut_words import with_cut_words
from outreach_decks.layout.footer import footer
from outreach_decks.layout.parts import Parting
from outreach_decks.layout.slides import body_shapes, silhouette
from outreach_decks.layout.typesetting import notes_leading, typeset_in
from outreach_decks.measure import Measure
from outreach_decks.theme import Geometry
from outreach_decks.wording import Wording


def lay_out(given: talk.Talk, geometry: Geometry, measure: Measure) -> Deck:
    """Place everything.

    Raises:
        DeckError: ``bad-icon`` for an icon that cannot be drawn.
    """
    geometry = typeset_in(geometry, given.wording.language)
    icons = {name: read_icon(name, svg) for name, svg in given.icons.items()}
    maker = _DeckMaker(geometry, measure, icons, given.wording)
    parting = Parting(maker.canvas, given.wording, given.notes_wording)
    slides = [part for slide in given.slides for part in parting.parts(slide)]
    even = Evener(geometry, measure).even(maker.alike(slides))
    placed = with_cut_words(balanced(even, geometry, measure), geometry, measure)
    return Deck(
        title=given.title,
        subject=given.subtitle,
        author=given.author,
        keywords=given.keywords,
        language=given.wording.language,
        notes_language=given.notes_wording.language,
        footer=_footer(given, geometry, measure),
        slides=placed,
        sections=_sections(slides, given.wording),
        notes_leading=notes_leading(given.notes_wording.language),
    )


def _footer(given: talk.Talk, geometry: Geometry, measure: Measure) -> str:
    join = given.wording.say("footer-join")
    return footer(given.title, given.variant.event.organisation or "", join, geometry, measure)


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

    def canvas(self, content: talk.Content) -> Canvas:
        """The silhouette for a content."""
        name = silhouette(content)
        return Canvas(name, self.geometry.layouts[name], self.measure, self.icons, self.wording)

    def alike(self, slides: Sequence[talk.TalkSlide]) -> list[PlacedSlide]:
        """All slides placed; tables and figures of a kind have their words in one size, that of the fullest."""
        placed = [self.place(self.canvas(slide.content), slide) for slide in slides]
        own = [figure_sizes(one) for one in placed]
        least = smallest(own)
        return [
            one if all(least[work] == size for work, size in sizes.items()) else self._placed_again(slide, least)
            for slide, one, sizes in zip(slides, placed, own, strict=True)
        ]

    def _placed_again(self, slide: talk.TalkSlide, least: Mapping[Work, float]) -> PlacedSlide:
        canvas = self.canvas(slide.content)
        kind = kind_of(canvas.silhouette)
        largest = {work: size for (whose, work), size in least.items() if whose == kind}
        return self.place(replace(canvas, largest=largest), slide)

    def place(self, canvas: Canvas, slide: talk.TalkSlide) -> PlacedSlide:
        """One slide with every shape in its box."""
        title = canvas.text("title", slide.title.paragraphs, slide.title.span)
        shapes: list[PlacedShape] = [title, *canvas.cards(), *body_shapes(slide, canvas)]
        shapes += canvas.source(slide.source_line, slide.span)
        return PlacedSlide(
            slide.id, canvas.silhouette, slide.title.plain, tuple(shapes), slide.notes, slide.span, slide.hidden
        )
