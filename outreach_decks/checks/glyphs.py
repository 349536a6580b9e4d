"""``missing-glyph``: a character that none of the faces can draw, such as an emoji, would be shown as a box."""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.deck import Deck, PlacedBlock, PlacedGroup, PlacedShape, PlacedTable, PlacedText
from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.measure import Measure
from outreach_decks.text import Paragraphs, plain


def check_glyphs(deck: Deck, measure: Measure) -> Iterator[Diagnostic]:
    """Every character on a slide can be drawn."""
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraphs, span in _texts(shape):
                missing = measure.missing(plain(paragraphs))
                if missing:
                    yield _finding(missing, span or slide.span)


def _texts(shape: PlacedShape) -> Iterator[tuple[Paragraphs, Span | None]]:
    match shape:
        case PlacedText(paragraphs=paragraphs, span=span):
            yield paragraphs, span
        case PlacedGroup(shapes=blocks):
            yield from ((block.paragraphs, block.span) for block in blocks if isinstance(block, PlacedBlock))
        case PlacedTable(rows=rows):
            yield from ((cell.paragraphs, cell.span) for row in rows for cell in row)
        case _:
            return


def _finding(missing: frozenset[str], span: Span) -> Diagnostic:
    shown = ", ".join(f"{one} (U+{ord(one):04X})" for one in sorted(missing))
    message = f"the faces of the deck have no glyph for {shown}"
    return Diagnostic("missing-glyph", message, span, hints=("write it in words",))
