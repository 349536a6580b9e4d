"""What a language asks of the slots of a template: how far lines stand apart, and where they may end.

A template is drawn for Latin letters, whose face says how far lines stand apart. Kanji fill their em, so that they need
more room between lines: 1.35 to 1.5 em in text, 1.25 in titles. A share of the face's own height would not give it
alike (BIZ UDPGothic is 1.0 em high, a line with Latin letters beside it 1.22, and LibreOffice takes 1.2 whatever the
face), so the distance is exact in decks of East Asian languages.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.languages import is_east_asian, primary
from outreach_decks.layout.fitting import SMALLEST_TEXT, TITLES, is_narrow, smallest_size
from outreach_decks.theme import Geometry, LayoutSlots, Slot

# Languages whose phrases are known.
WITH_PHRASES: Final = ("ja",)

# Distances of lines in em: of a figure that fills its slide, which has one line; of titles and what is set as large;
# of headings; of text; of narrow columns, where the eye finds the next line easily, and of small print.
_FIGURE, _TITLE, _HEADING, _TEXT, _SHORT_LINES = 1.1, 1.25, 1.3, 1.4, 1.35
# Closer than that, marks of one line touch those of the next.
_CLOSEST: Final = 1.2
# In cells and on cards, where there is little room.
_CARD: Final = 1.35
_FIGURE_FROM: Final = 72.0
_TITLE_FROM: Final = 36.0
# Two lines must fit after their distance is rounded, em.
_ROUNDING: Final = 0.005


def typeset_in(geometry: Geometry, language: str) -> Geometry:
    """The geometry for a deck in a language (ja, zh_Hant): the template's own unless it is an East Asian one."""
    if not is_east_asian(language):
        return geometry
    phrases = primary(language) in WITH_PHRASES
    layouts = {name: _layout(layout, phrases=phrases) for name, layout in geometry.layouts.items()}
    return replace(geometry, layouts=layouts)


def notes_leading(language: str) -> float | None:
    """The distance of lines in em of notes in a language, None where the face decides."""
    return _TEXT if is_east_asian(language) else None


def _layout(layout: LayoutSlots, *, phrases: bool) -> LayoutSlots:
    slots = {role: replace(slot, leading=_leading(slot), phrases=phrases) for role, slot in layout.slots.items()}
    return replace(layout, slots=slots, leading=_CARD, phrases=phrases)


def _leading(slot: Slot) -> float:
    """The distance of lines in em; a slot that is just high enough for two lines has them as close as need be."""
    wished = _wished(slot)
    two_lines = slot.text_box.height / EMU_PER_PT / smallest_size(slot) / 2
    return round(two_lines - _ROUNDING, 2) if _CLOSEST <= two_lines < wished else wished


def _wished(slot: Slot) -> float:
    if slot.size >= _FIGURE_FROM:
        return _FIGURE
    if slot.kind in TITLES or (slot.bold and slot.size >= _TITLE_FROM):
        return _TITLE
    if slot.bold:
        return _HEADING
    return _SHORT_LINES if slot.size < SMALLEST_TEXT or is_narrow(slot) else _TEXT
