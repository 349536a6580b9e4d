"""``text-too-long``: words that have no room even at the smallest size, or even in parts."""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.deck import Deck, PlacedGroup, PlacedShape, PlacedTable, PlacedText
from outreach_decks.diagnostics import Diagnostic, Span


def check_text_fits(deck: Deck) -> Iterator[Diagnostic]:
    """Every text has room for its last character."""
    for slide in deck.slides:
        for shape in slide.shapes:
            for span, excess in _excesses(shape):
                yield _finding(span or slide.span, excess)


def _excesses(shape: PlacedShape) -> Iterator[tuple[Span | None, int]]:
    match shape:
        case PlacedText(span=span, excess=excess) if excess:
            yield span, excess
        case PlacedGroup(shapes=blocks):
            for block in blocks:
                excess = getattr(block, "excess", 0)
                if excess:
                    yield getattr(block, "span", None), excess
        case PlacedTable(rows=rows):
            yield from ((cell.span, cell.excess) for row in rows for cell in row if cell.excess)
        case _:
            return


def _finding(span: Span, excess: int) -> Diagnostic:
    characters = "1 character" if excess == 1 else f"{excess} characters"
    message = f"this does not fit its place, even at the smallest size: {characters} too many"
    hints = ("shorten it, or move part of it to the notes or to another slide",)
    return Diagnostic("text-too-long", message, span, hints=hints)
