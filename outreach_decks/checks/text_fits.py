"""``text-too-long``: words that have no room even at the smallest size, or even in parts.

``word-too-wide``: a word that is wider than its line, so that it would be cut between two letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.deck import (
    Deck,
    PlacedBlock,
    PlacedCell,
    PlacedGroup,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from outreach_decks.diagnostics import Diagnostic, Severity, Span

_LONGEST_SHOWN = 40


def check_text_fits(deck: Deck) -> Iterator[Diagnostic]:
    """Every text has room for its last character, and for its longest word on one line."""
    for slide in deck.slides:
        for shape in slide.shapes:
            for text in _texts(shape):
                span = text.span or slide.span
                if text.excess:
                    yield _too_long(span, text.excess)
                elif text.cut:
                    yield _too_wide(span, text.cut)


def _texts(shape: PlacedShape) -> Iterator[PlacedText | PlacedBlock | PlacedCell]:
    match shape:
        case PlacedText():
            yield shape
        case PlacedGroup(shapes=parts):
            yield from (part for part in parts if isinstance(part, PlacedBlock))
        case PlacedTable(rows=rows):
            yield from (cell for row in rows for cell in row)
        case _:
            return


def _too_long(span: Span, excess: int) -> Diagnostic:
    characters = "1 character" if excess == 1 else f"{excess} characters"
    message = f"this does not fit its place, even at the smallest size: {characters} too many"
    hints = ("shorten it, or move part of it to the notes or to another slide",)
    return Diagnostic("text-too-long", message, span, hints=hints)


def _too_wide(span: Span, word: str) -> Diagnostic:
    shown = word if len(word) <= _LONGEST_SHOWN else f"{word[:_LONGEST_SHOWN]}…"
    message = f'"{shown}" is wider than its line, even at the smallest size, so it would be cut between two letters'
    hint = "show a name instead: [name](https://...)" if "://" in word or "/" in word else "use shorter words"
    return Diagnostic("word-too-wide", message, span, Severity.WARNING, (hint,))
