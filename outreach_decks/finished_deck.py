"""A finished PowerPoint file is read, and held against the rules of accessibility."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_decks.diagnostics import DeckError, Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class CheckedDeck:
    """What was found in one file: its title in the properties, how many slides it has, and its languages (tags)."""

    file: str
    diagnostics: tuple[Diagnostic, ...]
    title: str = ""
    slides: int = 0
    languages: tuple[str, ...] = ()

    def fails(self, *, strict: bool) -> bool:
        """Tell whether something must be mended: an error, and when ``strict`` a warning too."""
        return any(found.severity >= (Severity.WARNING if strict else Severity.ERROR) for found in self.diagnostics)


def check_deck(pptx: bytes, file: str) -> CheckedDeck:
    """Check one file; ``file`` is its name as findings show it. A file that cannot be read has that as its finding."""
    from outreach_decks.checks.accessibility.check import check_accessibility
    from outreach_decks.powerpoint.read import read_deck

    try:
        deck = read_deck(pptx, file)
    except DeckError as error:
        return CheckedDeck(file, error.diagnostics)
    return CheckedDeck(file, check_accessibility(deck, file), deck.title, len(deck.slides), deck.languages)
