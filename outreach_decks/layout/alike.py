"""Texts that do the same work have the same size: cards side by side, and all slides of a kind in a talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.deck import PlacedBlock, PlacedGroup, PlacedShape, PlacedSlide, PlacedTable, PlacedText
from outreach_decks.layout.fitting import smallest_size
from outreach_decks.layout.tables import CELLS
from outreach_decks.measure import Measure, fits, slackened
from outreach_decks.theme import Geometry, Slot

_WORK: Final = {"myth": "claim", "reality": "claim"} | {
    role: role for role in ("body", "caption", "points", "takeaway", "materials", "status")
}
_NUMBERED: Final = re.compile(r"(heading|body)-\d")

# Silhouettes that are one kind of slide, with something more or something less.
_VARIANTS: Final = ("-alone", "-plain", "-icon")

# The kind of slide and what a text does there.
Work = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Evener:
    """Sets the texts of placed slides again, each at the size of its like."""

    geometry: Geometry
    measure: Measure

    def even(self, slides: Sequence[PlacedSlide]) -> tuple[PlacedSlide, ...]:
        """All slides, with one size for what does the same work."""
        least = smallest(self._smallest(slide) for slide in slides)
        return tuple(self._set(slide, least) for slide in slides)

    def _smallest(self, slide: PlacedSlide) -> dict[Work, float]:
        """The smallest size of each work on a slide, pt."""
        return smallest(
            {work: shape.size or self._slot(slide, shape).size}
            for shape in slide.shapes
            if isinstance(shape, PlacedText) and (work := _work(slide, shape))
        )

    def _set(self, slide: PlacedSlide, sizes: dict[Work, float]) -> PlacedSlide:
        return replace(slide, shapes=tuple(self._set_shape(slide, shape, sizes) for shape in slide.shapes))

    def _set_shape(self, slide: PlacedSlide, shape: PlacedShape, sizes: dict[Work, float]) -> PlacedShape:
        if not isinstance(shape, PlacedText) or (work := _work(slide, shape)) is None:
            return shape
        own = self._slot(slide, shape)
        size = max(sizes[work], smallest_size(own))
        if size == (shape.size or own.size):
            return shape
        # Smaller, a text may have room without being set closer.
        tried = [self._at(shape, own, size, closer=closer) for closer in dict.fromkeys((False, shape.closer))]
        return next((one for one in tried if fits(one.needed, one.available)), tried[-1])

    def _at(self, text: PlacedText, slot: Slot, size: float, *, closer: bool) -> PlacedText:
        slot = slot.closer() if closer else slot
        needed = self.measure.height(text.paragraphs, slot, size, width=slackened(slot.text_box.width))
        own = None if size == slot.size else size
        return replace(text, size=own, needed=needed, closer=closer, leading=slot.leading)

    def _slot(self, slide: PlacedSlide, text: PlacedText) -> Slot:
        return self.geometry.layouts[slide.layout].slots[text.role]


def _work(slide: PlacedSlide, text: PlacedText) -> Work | None:
    numbered = _NUMBERED.fullmatch(text.role)
    work = numbered[1] if numbered else _WORK.get(text.role)
    return (kind_of(slide.layout), work) if work else None


def kind_of(silhouette: str) -> str:
    """The kind of slide that a silhouette is, with or without what some of them have more."""
    for variant in _VARIANTS:
        silhouette = silhouette.removesuffix(variant)
    return silhouette


def smallest(sizes: Iterable[Mapping[Work, float]]) -> dict[Work, float]:
    """The smallest size of each work on any slide, pt."""
    least: dict[Work, float] = {}
    for own in sizes:
        least |= {work: min(size, least.get(work, size)) for work, size in own.items()}
    return least


def figure_sizes(slide: PlacedSlide) -> dict[Work, float]:
    """The sizes of the words in the tables and figures of a slide, pt."""
    kind = kind_of(slide.layout)
    return smallest({(kind, work): size} for shape in slide.shapes for work, size in _sizes_in(shape))


def _sizes_in(shape: PlacedShape) -> Iterator[tuple[str, float]]:
    match shape:
        case PlacedTable(rows=rows):
            yield CELLS, rows[0][0].size
        case PlacedGroup(shapes=parts):
            yield from ((part.work, part.size) for part in parts if isinstance(part, PlacedBlock) and part.work)
        case _:
            return
