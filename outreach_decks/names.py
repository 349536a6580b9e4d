"""Names that every language must give exactly: laws, offices, reports, books of the Bible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache


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
