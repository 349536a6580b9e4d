"""``no-placeholder``: what stands in a box of its own, because the template's layout has no placeholder for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.deck import Deck, PlacedChart, PlacedPicture, PlacedQrCode, PlacedShape, PlacedTable, PlacedText
from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.theme import Geometry

_HINT: Final = (
    "it is drawn in the layout's free room; to place it yourself, add a placeholder to the layout in PowerPoint and "
    "name it in the template's .layouts.yaml"
)


def check_placeholders(deck: Deck, geometry: Geometry, span: Span) -> Iterator[Diagnostic]:
    """One note for each slot of a layout that a slide needed and the layout lacks; ``span`` names the template."""
    missing = dict.fromkeys(
        (slide.layout, role) for slide in deck.slides for role in _free(slide.layout, slide.shapes, geometry)
    )
    for silhouette, role in missing:
        name = geometry.layouts[silhouette].name
        message = f'the layout "{name}" has no placeholder for "{role}" of the slide "{silhouette}"'
        yield Diagnostic("no-placeholder", message, span, Severity.NOTE, (_HINT,))


def _free(silhouette: str, shapes: tuple[PlacedShape, ...], geometry: Geometry) -> Iterator[str]:
    by_index = {slot.index: role for role, slot in geometry.layouts[silhouette].slots.items()}
    for shape in shapes:
        if isinstance(shape, PlacedText | PlacedTable | PlacedChart | PlacedPicture | PlacedQrCode) and shape.index < 0:
            yield by_index[shape.index]
