"""The words that talks avoid, as rules/terms.yaml has them and as they are looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from outreach_decks.facts import Record
from outreach_decks.scalars import TEXT_SCHEMA, Flag, Identifier, Text

TermLanguage = Literal["en", "ja"]
TermLevel = Literal["error", "warning", "note"]
Scope = Literal["all", "under-18"]
InQuotes = Literal["counted", "allowed"]
NEARBY: Final = 60


class Phrase(Record):
    """A word or phrase as it is spoken, or a regular expression."""

    text: Text
    pattern: Flag = False


def _read_phrase(value: object) -> object:
    if isinstance(value, dict) and set(value) == {"pattern"}:
        return {"text": value["pattern"], "pattern": "true"}
    return value if isinstance(value, dict) else {"text": value}


_PATTERN_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"pattern": {"description": "A regular expression.", **TEXT_SCHEMA}},
    "required": ["pattern"],
    "additionalProperties": False,
}
PhraseField = Annotated[
    Phrase, BeforeValidator(_read_phrase), WithJsonSchema({"anyOf": [TEXT_SCHEMA, _PATTERN_SCHEMA]})
]
Phrases = tuple[PhraseField, ...]


class PhrasesByLanguage(Record):
    """Phrases of each language."""

    en: Phrases = ()
    """In English."""
    ja: Phrases = ()
    """In Japanese."""


class Term(Record):
    """One entry of the list: words to avoid, for one reason."""

    language: TermLanguage
    """en: whole words, any case, with a simple plural; ja: wherever the characters stand."""
    avoid: Annotated[Phrases, Field(min_length=1)]
    """What is looked for: words as they are spoken, or `pattern:` and a regular expression."""
    unless: Phrases = ()
    """Longer phrases in which it is fine: 観客 for 客."""
    near: Phrases = ()
    """If given, it counts only when one of these stands within 60 characters."""
    scope: Scope = "all"
    """under-18: it counts only when a word for a child stands within 60 characters."""
    in_quotes: InQuotes | None = None
    """Whether it counts in what others say; without it, errors do and the rest does not."""
    level: TermLevel
    """error, warning or note."""
    reason: Text
    """What the word does, as the rest of a sentence that starts with it: "hides the buyer"."""
    source: Identifier
    """An id of `sources`."""
    instead: Text
    """What to say or do, as an order: "write ...", "leave it out"."""

    @property
    def counts_in_quotes(self) -> bool:
        """Tell whether it counts where others are quoted."""
        return self.in_quotes == "counted" if self.in_quotes else self.level == "error"


class TermsHead(Record):
    """What terms.yaml says besides its terms."""

    sources: Mapping[Identifier, Text]
    """What the reasons rest on."""
    names: PhrasesByLanguage
    """Names of laws, statistics, works and organisations, in which any word is fine."""
    under_18: PhrasesByLanguage
    """Words by which a text speaks of a person under 18."""


Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class CompiledTerm:
    """A term, ready to be looked for in a folded text; ``avoid`` has one pattern for each phrase of the list."""

    id: str
    term: Term
    avoid: Patterns
    unless: Patterns
    near: Patterns


@dataclass(frozen=True, slots=True)
class Terms:
    """The whole list, compiled. ``under_18`` is by language."""

    terms: tuple[CompiledTerm, ...]
    names: Patterns
    under_18: Mapping[str, Patterns]
    sources: Mapping[str, str]
