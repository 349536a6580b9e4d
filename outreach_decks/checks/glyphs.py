"""``missing-glyph``: a character that none of the faces can draw, such as an emoji, would be shown as a box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from outreach_decks.deck import Deck, PlacedBlock, PlacedGroup, PlacedShape, PlacedTable, PlacedText
from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.measure import Measure
from outreach_decks.talk import Passage, Talk
from outreach_decks.text import Paragraph, Paragraphs


def check_glyphs(talk: Talk, deck: Deck, measure: Measure) -> Iterator[Diagnostic]:
    """Every character on a slide can be drawn; of several lines in one shape, the one at fault is named."""
    places = _places(talk)
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph, span in _lines(shape):
                missing = measure.missing(paragraph.plain)
                if missing:
                    place = places.get((slide.span, paragraph.plain)) or span or slide.span
                    yield _finding(missing, place)


def _places(talk: Talk) -> dict[tuple[Span, str], Span]:
    """Where each line of each slide is written."""
    return {
        (slide.span, paragraph.plain): passage.span
        for slide in talk.slides
        for passage in _passages(slide)
        for paragraph in passage.paragraphs
    }


def _passages(record: object) -> Iterator[Passage]:
    if isinstance(record, Passage):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from _passages(each)
    elif is_dataclass(record):
        for field in fields(record):
            yield from _passages(getattr(record, field.name))


def _lines(shape: PlacedShape) -> Iterator[tuple[Paragraph, Span | None]]:
    for paragraphs, span in _texts(shape):
        yield from ((paragraph, span) for paragraph in paragraphs)


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
