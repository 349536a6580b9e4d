"""``source-not-shown``: a figure stands on a kind of slide that has no line for its source."""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.deck import Deck, PlacedText
from outreach_decks.diagnostics import Diagnostic
from outreach_decks.talk import Talk


def check_sources_shown(talk: Talk, deck: Deck) -> Iterator[Diagnostic]:
    """Where a slide cites something, its source line is on it."""
    shown = {slide.id for slide in deck.slides if any(_is_source(shape) for shape in slide.shapes)}
    for slide in talk.slides:
        if slide.source_line and slide.id not in shown:
            message = "this kind of slide has no line for the source of its figure"
            hints = ("say the figure on another slide, or in the notes",)
            yield Diagnostic("source-not-shown", message, slide.span, hints=hints)


def _is_source(shape: object) -> bool:
    return isinstance(shape, PlacedText) and shape.role == "source"
