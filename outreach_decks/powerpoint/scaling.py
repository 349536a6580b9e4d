"""A deck in the size of its template's page.

Slides are laid out as if they were about as high as ours, so that sizes mean the same on every page: 24 pt on a page
5.6 inches high is what 32 pt is on one of 7.5 inches. Here all lengths and sizes become those of the template again.
"""

from __future__ import annotations

from dataclasses import replace

from outreach_decks.deck import (
    Deck,
    Drawings,
    PlacedBlock,
    PlacedCell,
    PlacedChart,
    PlacedGroup,
    PlacedIcon,
    PlacedPicture,
    PlacedQrCode,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from outreach_decks.geometry import Box
from outreach_decks.theme import Card, Geometry, LayoutSlots, Level, Slot


def in_own_size(deck: Deck, geometry: Geometry, drawings: Drawings) -> tuple[Deck, Geometry, Drawings]:
    """All three in the template's own lengths; those of a template that is as high as ours come back as they are."""
    if geometry.scale == 1.0:
        return deck, geometry, drawings
    by = geometry.scale
    slides = tuple(replace(slide, shapes=tuple(_shape(shape, by) for shape in slide.shapes)) for slide in deck.slides)
    drawn = {_drawing(shape, by): image for shape, image in drawings.items()}
    return replace(deck, slides=slides), scaled_geometry(geometry, by), drawn


def scaled_geometry(geometry: Geometry, by: float) -> Geometry:
    """All boxes and sizes ``by`` times as large."""
    layouts = {name: _layout(layout, by) for name, layout in geometry.layouts.items()}
    return Geometry(round(geometry.width * by), round(geometry.height * by), layouts, geometry.scale / by)


def scaled_box(box: Box, by: float) -> Box:
    """A box whose edges are ``by`` times as far from the slide's corner."""
    x, y = round(box.x * by), round(box.y * by)
    return Box(x, y, round(box.right * by) - x, round(box.bottom * by) - y)


def scaled_slot(slot: Slot, by: float) -> Slot:
    """A slot with all its lengths and sizes ``by`` times as large."""
    left, top, right, bottom = (round(inset * by) for inset in slot.insets)
    levels = tuple(_level(level, by) for level in slot.levels)
    floor = None if slot.floor is None else slot.floor * by
    return replace(slot, box=scaled_box(slot.box, by), levels=levels, insets=(left, top, right, bottom), floor=floor)


def _level(level: Level, by: float) -> Level:
    return replace(
        level,
        size=_size(level.size, by),
        margin=round(level.margin * by),
        indent=round(level.indent * by),
        space_before=level.space_before * by,
        distance=None if level.distance is None else _size(level.distance, by),
    )


def _size(size: float, by: float) -> float:
    """A size, pt; files give hundredths of a point."""
    return round(size * by, 2)


def _layout(layout: LayoutSlots, by: float) -> LayoutSlots:
    cards = tuple(Card(scaled_box(card.box, by), card.fill, card.form) for card in layout.cards)
    slots = {role: scaled_slot(slot, by) for role, slot in layout.slots.items()}
    return replace(layout, slots=slots, cards=cards, footer=layout.footer and scaled_slot(layout.footer, by))


def _shape(shape: PlacedShape, by: float) -> PlacedShape:
    box = scaled_box(shape.box, by)
    match shape:
        case PlacedText(size=size, narrowed=narrowed):
            return replace(shape, box=box, size=size and _size(size, by), narrowed=round(narrowed * by))
        case PlacedGroup(shapes=parts):
            return replace(shape, box=box, shapes=tuple(_part(part, by) for part in parts))
        case PlacedIcon():
            return replace(shape, box=box)
        case PlacedChart() | PlacedQrCode():
            return _drawing(shape, by)
        case PlacedPicture():
            return replace(shape, box=box)
        case PlacedTable():
            return _table(shape, by)


def _drawing(shape: PlacedChart | PlacedQrCode, by: float) -> PlacedChart | PlacedQrCode:
    return replace(shape, box=scaled_box(shape.box, by))


def _part(shape: PlacedBlock | PlacedIcon, by: float) -> PlacedBlock | PlacedIcon:
    box = scaled_box(shape.box, by)
    if isinstance(shape, PlacedIcon):
        return replace(shape, box=box)
    return replace(
        shape, box=box, size=_size(shape.size, by), line_width=shape.line_width * by, inset=round(shape.inset * by)
    )


def _table(table: PlacedTable, by: float) -> PlacedTable:
    def lengths(several: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(round(length * by) for length in several)

    across, down = lengths(table.inset)
    return replace(
        table,
        box=scaled_box(table.box, by),
        widths=lengths(table.widths),
        heights=lengths(table.heights),
        rows=tuple(tuple(_cell(cell, by) for cell in row) for row in table.rows),
        inset=(across, down),
    )


def _cell(cell: PlacedCell, by: float) -> PlacedCell:
    return replace(cell, size=_size(cell.size, by))
