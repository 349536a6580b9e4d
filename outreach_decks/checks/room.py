"""``too-small-for-room``: what the last row of a room can read.

A character is read with ease when its height is seen under 16 minutes of arc or more (ISO 9241-303, character
height). A capital letter of Carlito is 0.644 of its size high, and a slide is 960 pt wide.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from outreach_decks.deck import Deck, PlacedBlock, PlacedGroup, PlacedShape, PlacedTable, PlacedText
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.event import Room
from outreach_decks.talk import Talk
from outreach_decks.theme import Geometry

LEAST_ARC_MINUTES: Final = 16.0
CAPITAL_HEIGHT: Final = 0.644
SLIDE_POINTS: Final = 960.0
# Sources and page numbers are there to be looked up, not to be read from the last row.
_SMALL_PRINT: Final = 18.0


def smallest_readable(room: Room) -> float:
    """The smallest size in pt that the last row can read."""
    height = room.last_row * math.tan(math.radians(LEAST_ARC_MINUTES / 60))
    return height / room.screen_width * SLIDE_POINTS / CAPITAL_HEIGHT


def check_room(talk: Talk, deck: Deck, geometry: Geometry) -> Iterator[Diagnostic]:
    """The smallest text that matters can be read from the last row, where the event says how large the room is."""
    room = talk.variant.event.room
    if room is None:
        return
    least = smallest_readable(room)
    found = [size for slide in deck.slides for shape in slide.shapes for size in _sizes(shape, slide.layout, geometry)]
    small = min((size for size in found if size >= _SMALL_PRINT), default=least)
    if small < least:
        message = f"the last row reads {least:.0f} pt and larger; the smallest text of this talk has {small:.0f} pt"
        hints = ("use a wider screen, or bring the last row nearer",)
        yield Diagnostic("too-small-for-room", message, talk.span, Severity.WARNING, hints)


def _sizes(shape: PlacedShape, layout: str, geometry: Geometry) -> Iterator[float]:
    match shape:
        case PlacedText(role=role, size=size):
            yield size or geometry.layouts[layout].slots[role].size
        case PlacedGroup(shapes=blocks):
            yield from (block.size for block in blocks if isinstance(block, PlacedBlock) and block.paragraphs)
        case PlacedTable(rows=rows):
            yield from (cell.size for row in rows for cell in row)
        case _:
            return
