"""All rules of accessibility over one finished deck."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from outreach_decks.checks.accessibility.alt_texts import check_alt_texts, check_clear_alt_texts
from outreach_decks.checks.accessibility.contrast import check_contrast
from outreach_decks.checks.accessibility.document import check_document
from outreach_decks.checks.accessibility.drawn import check_drawn
from outreach_decks.checks.accessibility.languages import check_languages
from outreach_decks.checks.accessibility.links import check_links
from outreach_decks.checks.accessibility.motion import check_captions, check_motion, check_time
from outreach_decks.checks.accessibility.print_size import check_print_size
from outreach_decks.checks.accessibility.reading_order import check_reading_order
from outreach_decks.checks.accessibility.sections import check_sections
from outreach_decks.checks.accessibility.tables import check_tables
from outreach_decks.checks.accessibility.titles import check_same_titles, check_titles
from outreach_decks.diagnostics import Diagnostic, in_order
from outreach_decks.found_deck import FoundDeck

Check = Callable[[FoundDeck, str], Iterator[Diagnostic]]
CHECKS: Final[tuple[Check, ...]] = (
    check_document,
    check_titles,
    check_same_titles,
    check_sections,
    check_reading_order,
    check_alt_texts,
    check_clear_alt_texts,
    check_tables,
    check_links,
    check_languages,
    check_contrast,
    check_drawn,
    check_print_size,
    check_time,
    check_motion,
    check_captions,
)


def check_accessibility(deck: FoundDeck, file: str) -> tuple[Diagnostic, ...]:
    """What is found in a deck, in the order of its slides; ``file`` is its name as findings show it."""
    return in_order(found for check in CHECKS for found in check(deck, file))
