"""The footer of a deck: its title and whose event it is, as long as they stand on one line of every layout."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.line_breaks import opportunities
from outreach_decks.measure import Measure, slackened
from outreach_decks.text import Run
from outreach_decks.theme import Geometry, Slot

_ELLIPSIS: Final = "…"
# What would look like a mistake before an ellipsis.
_LOOSE_ENDS: Final = " \u3000,;:.、。・—–-([（「"


def footer(title: str, organisation: str, join: str, geometry: Geometry, measure: Measure) -> str:
    """Title and organisation, or the title alone, or as many of its words as fit; "" where no layout has a footer."""
    slots = {layout.footer for layout in geometry.layouts.values() if layout.footer}
    if not slots:
        return ""
    return next((words for words in _wordings(title, organisation, join) if _fits(words, slots, measure)), "")


def _wordings(title: str, organisation: str, join: str) -> Iterator[str]:
    """What the footer may say, the longest first."""
    yield join.join(part for part in (title, organisation) if part)
    yield title
    for end in reversed(opportunities(title)[:-1]):
        yield title[:end].rstrip(_LOOSE_ENDS) + _ELLIPSIS


def _fits(words: str, slots: set[Slot], measure: Measure) -> bool:
    def width(slot: Slot) -> float:
        return measure.of(slot).width((Run(words),), slot.size, bold=slot.bold)

    return all(width(slot) * EMU_PER_PT <= slackened(slot.text_box.width) for slot in slots)
