"""The talks there are, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from outreach_decks.diagnostics import DeckError, has_errors
from outreach_decks.project import Project
from outreach_decks.workspace import stem


@dataclass(frozen=True, slots=True)
class Listed:
    """A talk of the list: its ``languages``, its own first; ``broken`` when its outline has errors."""

    talk: str
    outline: str
    title: str = ""
    audience: str = ""
    languages: tuple[str, ...] = ()
    minutes: int = 0
    broken: bool = False

    def line(self) -> str:
        """The talk on one line."""
        if self.broken:
            return f"{self.talk:<14}{self.outline} has errors; see: check {self.talk}"
        return f"{self.talk:<14}{self.minutes:>3} min  {', '.join(self.languages)}  {self.title}"

    def as_dict(self) -> dict[str, Any]:
        """The talk for other programs."""
        return {
            "talk": self.talk,
            "outline": self.outline,
            "title": self.title,
            "audience": self.audience,
            "languages": list(self.languages),
            "minutes": self.minutes,
            "broken": self.broken,
        }


def list_talks(files: Sequence[str], project: Project) -> list[Listed]:
    """Read the head of each outline."""
    return [_listed(file, project) for file in files]


def _listed(file: str, project: Project) -> Listed:
    try:
        outline = project.outline(file)
    except DeckError:
        return Listed(stem(file), file, broken=True)
    head = outline.head
    broken = has_errors(outline.findings)
    languages = tuple(project.translations.languages_of(outline))
    return Listed(outline.name, file, head.title, head.audience, languages, head.minutes, broken)
