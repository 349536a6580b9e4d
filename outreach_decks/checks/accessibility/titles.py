"""``slide-without-title``, ``empty-title``, ``same-title``: by its title a slide is found (WCAG 2.2, 2.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.checks.accessibility.place import quoted, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck


def check_titles(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Each slide has a title placeholder with words in it."""
    for slide, place in slides(deck, file):
        title = next((shape for shape in slide.shapes if shape.is_title), None)
        if title is None:
            hint = "choose a layout with a title; to keep it off the slide, move it above the edge"
            yield place.finding("slide-without-title", "there is no title", Severity.ERROR, hint)
        elif not slide.title:
            yield place.at(title).finding("empty-title", "the title is empty", Severity.ERROR, "say the slide's point")


def check_same_titles(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """No two slides have the same title."""
    first: dict[str, int] = {}
    for slide, place in slides(deck, file):
        title = "".join(slide.title.split()).casefold()
        if title in first:
            message = f"slide {first[title]} has the same title, {quoted(slide.title)}"
            hint = "say what is different, or count: (1/2), (2/2)"
            yield place.finding("same-title", message, Severity.WARNING, hint)
        elif title:
            first[title] = slide.number
