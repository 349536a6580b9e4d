"""Names that every language must give exactly: laws, offices, reports, books of the Bible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field, WithJsonSchema

from outreach_decks.facts import Record
from outreach_decks.scalars import TEXT_SCHEMA, Text


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


_FORMS_SCHEMA: Final[dict[str, Any]] = {"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA, "minItems": 1}]}
Forms = Annotated[tuple[Text, ...], Field(min_length=1), BeforeValidator(_several), WithJsonSchema(_FORMS_SCHEMA)]


class NamesFile(Record):
    """Names that every language must give exactly."""

    schema_title: ClassVar[str] = "Names that translations must give exactly"
    names: tuple[dict[str, Forms], ...]
    """Each name by language, `en: Penal Code` and `ja: 刑法`; a list where there are several forms."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name, by language; of several forms in a language any will do."""

    forms: Mapping[str, tuple[str, ...]]

    def found(self, text: str, language: str) -> str:
        """The form of the name that stands in a text; "" when none does."""
        hit = _pattern(self.forms[language]).search(text)
        return hit.group() if hit else ""


@dataclass(frozen=True, slots=True)
class Names:
    """All names of a project."""

    names: tuple[Name, ...] = ()

    def in_both(self, one: str, other: str) -> Iterator[Name]:
        """The names that are known in both languages."""
        return (name for name in self.names if one in name.forms and other in name.forms)


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms; one that begins or ends with a Latin letter does so at the edge of a word."""
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(_edges(form) for form in longest_first))


def _edges(form: str) -> str:
    before = r"(?<![A-Za-z])" if form[0].isascii() else ""
    behind = r"(?![A-Za-z])" if form[-1].isascii() else ""
    return before + re.escape(form).replace(r"\ ", r"\s+") + behind
