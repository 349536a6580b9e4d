"""Words that are wider than the line they stand on: every renderer cuts them between two letters.

What layout could do about it (a smaller size, a wider column) is done by then, so it is only recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from outreach_decks.deck import (
    PlacedBlock,
    PlacedCell,
    PlacedGroup,
    PlacedIcon,
    PlacedShape,
    PlacedSlide,
    PlacedTable,
    PlacedText,
)
from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.measure import Measure
from outreach_decks.text import Paragraph
from outreach_decks.theme import Geometry, Slot


def with_cut_words(slides: Sequence[PlacedSlide], geometry: Geometry, measure: Measure) -> tuple[PlacedSlide, ...]:
    """All slides; each text says which of its words is cut."""

    def of(slide: PlacedSlide, shape: PlacedShape) -> PlacedShape:
        match shape:
            case PlacedText(role=role):
                return replace(shape, cut=_in_slot(shape, geometry.layouts[slide.layout].slots[role], measure))
            case PlacedTable():
                return _in_table(shape, measure)
            case PlacedGroup(shapes=parts):
                return replace(shape, shapes=tuple(_in_figure(part, measure) for part in parts))
            case _:
                return shape

    return tuple(replace(slide, shapes=tuple(of(slide, shape) for shape in slide.shapes)) for slide in slides)


def cut_word(paragraph: Paragraph, measure: Measure, size: float, width: float, *, bold: bool = False) -> str:
    """The first word of a paragraph that no line of ``width`` pt holds at ``size`` pt; "" when all are whole."""
    text = measure.shaped(paragraph.runs, bold=bold)
    wide = (text.text[start:end] for start, end in text.words if text.needed_width(start, end) * size > width)
    return next((word.strip() for word in wide if len(word.strip()) > 1), "")


def _in_slot(text: PlacedText, slot: Slot, measure: Measure) -> str:
    own, room = measure.of(slot), slot.text_box.width / EMU_PER_PT
    levels = [(paragraph, slot.level_at(paragraph.level, text.size)) for paragraph in text.paragraphs]
    return _first(
        cut_word(paragraph, own, level.size, room - level.margin / EMU_PER_PT, bold=slot.bold)
        for paragraph, level in levels
    )


def _in_table(table: PlacedTable, measure: Measure) -> PlacedTable:
    def of(cell: PlacedCell, width: int) -> PlacedCell:
        room = (width - 2 * table.inset[0]) / EMU_PER_PT
        found = (cut_word(paragraph, measure, cell.size, room, bold=cell.bold) for paragraph in cell.paragraphs)
        return replace(cell, cut=_first(found))

    rows = (tuple(map(of, row, table.widths)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _in_figure(part: PlacedBlock | PlacedIcon, measure: Measure) -> PlacedBlock | PlacedIcon:
    if not isinstance(part, PlacedBlock):
        return part
    room = (part.box.width - 2 * part.inset) / EMU_PER_PT
    return replace(part, cut=_first(cut_word(paragraph, measure, part.size, room) for paragraph in part.paragraphs))


def _first(words: Iterable[str]) -> str:
    return next(filter(None, words), "")
