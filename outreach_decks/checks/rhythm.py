"""``same-silhouette``: more than three slides in a row that look alike put a room to sleep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from outreach_decks.deck import Deck
from outreach_decks.diagnostics import Diagnostic, Severity

MOST_ALIKE = 3


def check_rhythm(deck: Deck) -> Iterator[Diagnostic]:
    """No silhouette is shown more than three times in a row."""
    shown = (slide for slide in deck.slides if not slide.hidden)
    for silhouette, group in groupby(shown, key=lambda slide: slide.layout):
        alike = list(group)
        if len(alike) > MOST_ALIKE and silhouette != "sources":
            message = f'{len(alike)} slides in a row look alike ("{silhouette}")'
            hints = ("turn one of them into another kind",)
            yield Diagnostic("same-silhouette", message, alike[MOST_ALIKE].span, Severity.WARNING, hints)
