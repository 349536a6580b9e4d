"""Texts that do the same work have the same size: cards side by side always, slides of a kind where they nearly do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.deck import PlacedShape, PlacedSlide, PlacedText
from outreach_decks.measure import Measure, slackened
from outreach_decks.theme import Geometry, Slot

# So many pt apart nobody sees a purpose in the difference; a text that needs to be much smaller stays alone.
NEARLY: Final = 4.0
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
        own = [self._smallest(slide) for slide in slides]
        least: dict[Work, float] = {}
        for sizes in own:
            least |= {work: min(size, least.get(work, size)) for work, size in sizes.items()}
        return tuple(self._set(slide, _agreed(sizes, least)) for slide, sizes in zip(slides, own, strict=True))

    def _smallest(self, slide: PlacedSlide) -> dict[Work, float]:
        """The smallest size of each work on a slide, pt."""
        sizes: dict[Work, float] = {}
        for shape in slide.shapes:
            if isinstance(shape, PlacedText) and (work := _work(slide, shape)):
                size = shape.size or self._slot(slide, shape).size
                sizes[work] = min(size, sizes.get(work, size))
        return sizes

    def _set(self, slide: PlacedSlide, sizes: dict[Work, float]) -> PlacedSlide:
        return replace(slide, shapes=tuple(self._set_shape(slide, shape, sizes) for shape in slide.shapes))

    def _set_shape(self, slide: PlacedSlide, shape: PlacedShape, sizes: dict[Work, float]) -> PlacedShape:
        if not isinstance(shape, PlacedText) or (work := _work(slide, shape)) is None:
            return shape
        slot, size = self._slot(slide, shape), sizes[work]
        if size == (shape.size or slot.size):
            return shape
        needed = self.measure.height(shape.paragraphs, slot, size, width=slackened(slot.text_box.width))
        return replace(shape, size=None if size == slot.size else size, needed=needed)

    def _slot(self, slide: PlacedSlide, text: PlacedText) -> Slot:
        return replace(self.geometry.layouts[slide.layout].slots[text.role], leading=text.leading)


def _work(slide: PlacedSlide, text: PlacedText) -> Work | None:
    numbered = _NUMBERED.fullmatch(text.role)
    work = numbered[1] if numbered else _WORK.get(text.role)
    return (_kind(slide.layout), work) if work else None


def _kind(silhouette: str) -> str:
    for variant in _VARIANTS:
        silhouette = silhouette.removesuffix(variant)
    return silhouette


def _agreed(sizes: dict[Work, float], least: dict[Work, float]) -> dict[Work, float]:
    return {work: least[work] if size <= least[work] + NEARLY else size for work, size in sizes.items()}
