"""``too-small-for-room``: what the last row of a room can read.

A character is read with ease when its height is seen under 16 minutes of arc or more (ISO 9241-303, character
height). How high a capital letter is, the face of the deck says, and how wide a slide is, its template.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from outreach_decks.deck import (
    SMALLEST_LETTERING,
    Deck,
    PlacedBlock,
    PlacedChart,
    PlacedGroup,
    PlacedShape,
    PlacedTable,
    PlacedText,
)
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.event import Room
from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.measure import Measure
from outreach_decks.talk import Talk
from outreach_decks.theme import Geometry

LEAST_ARC_MINUTES: Final = 16.0
# Sources and page numbers are there to be looked up, not to be read from the last row.
_SMALL_PRINT: Final = 18.0


def smallest_readable(room: Room, slide_width: float, capital_height: float) -> float:
    """The smallest size in pt that the last row can read on slides so many pt wide.

    ``capital_height`` is that of a capital letter, em.
    """
    height = room.last_row * math.tan(math.radians(LEAST_ARC_MINUTES / 60))
    return height / room.screen_width * slide_width / capital_height


def check_room(talk: Talk, deck: Deck, geometry: Geometry, measure: Measure) -> Iterator[Diagnostic]:
    """The smallest text that matters can be read from the last row, where the event says how large the room is.

    Every level of a list and the lettering of charts count, slides that are hidden do not.
    """
    room = talk.variant.event.room
    if room is None:
        return
    least = smallest_readable(room, geometry.width / EMU_PER_PT, measure.capital_height)
    shown = (slide for slide in deck.slides if not slide.hidden)
    found = [size for slide in shown for shape in slide.shapes for size in _sizes(shape, slide.layout, geometry)]
    small = min((size for size in found if size >= _SMALL_PRINT), default=least)
    if small < least:
        message = f"the last row reads {least:.0f} pt and larger; the smallest text of this talk has {small:.0f} pt"
        hints = ("use a wider screen, or bring the last row nearer",)
        yield Diagnostic("too-small-for-room", message, talk.span, Severity.WARNING, hints)


def _sizes(shape: PlacedShape, layout: str, geometry: Geometry) -> Iterator[float]:
    match shape:
        case PlacedText(role=role, size=size, paragraphs=paragraphs):
            slot = geometry.layouts[layout].slots[role]
            yield from (slot.size_at(paragraph.level, size) for paragraph in paragraphs)
        case PlacedGroup(shapes=blocks):
            yield from (block.size for block in blocks if isinstance(block, PlacedBlock) and block.paragraphs)
        case PlacedTable(rows=rows):
            yield from (cell.size for row in rows for cell in row)
        case PlacedChart():
            # Where rows are many its names are as small as this; how small they are is known when it is drawn.
            yield SMALLEST_LETTERING
        case _:
            return
