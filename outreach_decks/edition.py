"""What a deck in one language is made with: the program's own words and the fact base, both in that language."""

from __future__ import annotations

from dataclasses import dataclass

from outreach_decks.facts import FactBook
from outreach_decks.wording import Wording


@dataclass(frozen=True, slots=True)
class Edition:
    """The program's words and the fact base in one language."""

    wording: Wording
    book: FactBook

    @property
    def language(self) -> str:
        """The language, as CLDR codes it."""
        return self.wording.language
