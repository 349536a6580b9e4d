"""``unclear-alt-text`` of a picture in an outline: the rules are those of finished decks, the place is the line."""

from __future__ import annotations

from collections.abc import Iterator

import outreach_decks.slide_kinds as kinds
from outreach_decks.checks.accessibility.alt_texts import fault_of
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.outline import Outline


def check_image_alts(outline: Outline) -> Iterator[Diagnostic]:
    """The alt text of a picture says what it shows: it is no file name and no mere "picture"."""
    for authored in outline.slides:
        if isinstance(authored.slide, kinds.Image) and (found := fault_of(authored.slide.alt)):
            fault, hint = found
            message = f"the alt text {fault}"
            yield authored.finding("unclear-alt-text", message, ("alt",), hint=hint, severity=Severity.WARNING)
