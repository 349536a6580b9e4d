"""``unnamed-section``, ``same-section``: sections are headings for who hears a deck (WCAG 2.2, 2.4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from outreach_decks.checks.accessibility.place import Place, quoted
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck

# What PowerPoint calls a section by itself.
_BY_ITSELF: Final = re.compile(
    r"(?:default|untitled) section|section(?: \d+)?|既定のセクション|タイトルなしのセクション|無題のセクション|"
    r"セクション ?\d*|phần (?:mặc định|không có tiêu đề)",
    re.IGNORECASE,
)


def check_sections(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Each section has a name of its own that somebody gave it."""
    place, seen = Place(file), set[str]()
    for section in deck.sections:
        name = section.name.strip()
        if not name or _BY_ITSELF.fullmatch(name):
            message = f"the section {quoted(name)} has no name that says what it holds"
            hint = "right-click it among the slides and choose Rename Section"
            yield place.finding("unnamed-section", message, Severity.WARNING, hint)
        elif name.casefold() in seen:
            message = f"two sections are called {quoted(name)}"
            yield place.finding("same-section", message, Severity.WARNING, "say what is different")
        seen.add(name.casefold())
