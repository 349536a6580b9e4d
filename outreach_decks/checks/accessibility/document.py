"""``missing-document-title``: the first thing that is heard of a deck is its title (WCAG 2.2, 2.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from outreach_decks.checks.accessibility.place import Place, quoted
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck

# What programs call a deck by themselves, and names of files.
_BY_ITSELF: Final = re.compile(
    r"(?:microsoft )?powerpoint[ -](?:presentation|プレゼンテーション)|presentation ?\d*|プレゼンテーション ?\d*|"
    r"slide ?\d+|スライド ?\d+|untitled|無題|bản trình bày powerpoint|.*\.(?:pptx?|odp|key)",
    re.IGNORECASE,
)


def check_document(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """The properties of the file name the deck."""
    hint = "File > Info > Properties > Title"
    if not deck.title:
        message = "the deck has no title in its properties"
        yield Place(file).finding("missing-document-title", message, Severity.WARNING, hint)
    elif _BY_ITSELF.fullmatch(deck.title):
        message = f"the title in the properties is {quoted(deck.title)}, which no person gave it"
        yield Place(file).finding("missing-document-title", message, Severity.WARNING, hint)
