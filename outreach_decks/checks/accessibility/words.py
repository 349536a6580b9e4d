"""Where the words of a text stand in its box, about: enough to know what is behind them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from outreach_decks.found_deck import FoundParagraph, FoundText
from outreach_decks.geometry import EMU_PER_PT, Box

# Of the size: how wide a character is, on average, and how far lines are apart.
_WIDE: Final = 1.0
_NARROW: Final = 0.5
_PITCH: Final = 1.25


def paragraph_boxes(text: FoundText, box: Box) -> Iterator[tuple[FoundParagraph, Box]]:
    """Each paragraph that has words, and the part of the box that it takes; all is taken to fit into the box.

    Of text that runs downward only the box itself is known.
    """
    left, top, right, bottom = text.insets
    if text.vertical:
        yield from ((paragraph, box) for paragraph in text.paragraphs if paragraph.plain.strip())
        return
    room = Box(box.x + left, box.y + top, max(box.width - left - right, 1), max(box.height - top - bottom, 1))
    sizes = [_extent(paragraph, room.width if text.wraps else None) for paragraph in text.paragraphs]
    y = room.y + _start(text.anchor, room.height, sum(height for _, height in sizes))
    for paragraph, (width, height) in zip(text.paragraphs, sizes, strict=True):
        if paragraph.plain.strip():
            place = Box(room.x + _start(paragraph.align, room.width, width), y, width, height)
            yield paragraph, _within(place, room)
        y += height


def _within(place: Box, room: Box) -> Box:
    """The part of a place that lies in the room; text that seems to need more was set tighter than is counted here."""
    x, y = min(max(place.x, room.x), room.right - 1), min(max(place.y, room.y), room.bottom - 1)
    return Box(x, y, max(min(place.right, room.right) - x, 1), max(min(place.bottom, room.bottom) - y, 1))


def _extent(paragraph: FoundParagraph, room: int | None) -> tuple[int, int]:
    """Width and height of a paragraph, EMU."""
    size = max((run.size for run in paragraph.runs), default=18.0)
    widths = [_width(line) * size * EMU_PER_PT for line in paragraph.plain.split("\n")]
    lines = sum(max(math.ceil(width / room), 1) if room else 1 for width in widths)
    widest = max(widths)
    return round(min(widest, room) if room else widest), round(lines * size * _PITCH * EMU_PER_PT)


def _start(anchor: str, room: int, needed: int) -> int:
    match anchor:
        case "ctr":
            return (room - needed) // 2
        case "b" | "r":
            return room - needed
        case _:
            return 0


@lru_cache(maxsize=4_096)
def _width(line: str) -> float:
    return sum(_WIDE if unicodedata.east_asian_width(one) in {"W", "F"} else _NARROW for one in line)
