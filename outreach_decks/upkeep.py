"""Keeping PO files: all texts of a project brought into the file of a language, and how far its translation is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from outreach_decks.diagnostics import DeckError, has_errors
from outreach_decks.outline import Outline
from outreach_decks.project import Project
from outreach_decks.translations.desk import used_groups
from outreach_decks.translations.merge import Match, State, matched, merged
from outreach_decks.translations.messages import (
    Message,
    base_messages,
    by_context,
    outline_messages,
    program_messages,
)
from outreach_decks.translations.po import PoFile, written_po


@dataclass(frozen=True, slots=True)
class Update:
    """A PO file as it should be now: its bytes, and how many texts are translated, fuzzy and missing in it.

    ``kept`` counts the translations that nothing uses any more; they stay at the end of the file.
    """

    file: str
    data: bytes
    counts: Counts
    kept: int
    changed: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many texts are in each state."""

    translated: int = 0
    fuzzy: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        """All texts."""
        return self.translated + self.fuzzy + self.missing

    @property
    def share(self) -> int:
        """The part that is translated, in whole per cent, rounded down: 100 means all."""
        return 100 if not self.total else 100 * self.translated // self.total


@dataclass(frozen=True, slots=True)
class Status:
    """How far a talk, with the slides it includes and the facts it shows, is translated into a language."""

    talk: str
    language: str
    counts: Counts
    open: tuple[Match, ...]


def updated(language: str, outlines: Sequence[Outline], project: Project) -> Update:
    """The file of a language, brought up to date with all texts of the project.

    Raises:
        DeckError: when an outline has errors (its texts cannot be told), or what is wrong with the file.
    """
    faults = [found for outline in outlines for found in outline.findings]
    if has_errors(faults):
        raise DeckError(faults)
    po = project.translations.po(language)
    wanted = [message for message in _all_messages(outlines, project, language) if message.language != language]
    now = merged(wanted, po)
    data = written_po(now)
    states = counted(matched(wanted, po))
    return Update(po.file, data, states, len(now.obsolete), data != po.document.text.encode("utf-8"))


def _all_messages(outlines: Sequence[Outline], project: Project, language: str) -> Iterable[Message]:
    book = project.base.book
    said = [message for outline in outlines for message in outline_messages(outline, book)]
    return by_context([*said, *base_messages(book, language), *program_messages()]).values()


def status(outline: Outline, language: str, project: Project) -> Status:
    """How far one talk is translated into one language.

    Raises:
        DeckError: what is wrong with the file of the language.
    """
    book = project.base.book
    shown = {"ui", *used_groups(outline, book)}
    of_base = (message for message in (*base_messages(book, language), *program_messages()) if message.group in shown)
    wanted = [message for message in (*outline_messages(outline, book), *of_base) if message.language != language]
    found = matched(by_context(wanted).values(), project.translations.po(language))
    left = tuple(match for match in found if match.state != "translated")
    return Status(outline.name, language, counted(found), left)


def counted(matches: Iterable[Match]) -> Counts:
    """Count the states."""
    states: list[State] = [match.state for match in matches]
    return Counts(states.count("translated"), states.count("fuzzy"), states.count("missing"))


def status_rows(all_status: Sequence[Status]) -> list[tuple[str, ...]]:
    """A table: a row for each talk and language."""
    rows: list[tuple[str, ...]] = [("talk", "language", "translated", "fuzzy", "missing", "")]
    rows += [(each.talk, each.language, *_cells(each.counts)) for each in all_status]
    return rows


def _cells(counts: Counts) -> tuple[str, ...]:
    return (*(str(count) for count in (counts.translated, counts.fuzzy, counts.missing)), f"{counts.share} %")


def open_lines(each: Status, po: PoFile) -> list[str]:
    """The texts of a talk that want work, a line each, with their places in both files."""
    return [f"  {match.state:<8} {match.message.context}  {_places(match, po)}" for match in each.open]


def _places(match: Match, po: PoFile) -> str:
    written = match.message.place
    place = po.document.keys.get((match.entry.context if match.entry else match.message.context,))
    there = f"{place.file}:{place.line}" if place else f"not in {po.file} yet"
    return f"({written.file}:{written.line}, {there})"


def as_data(each: Status) -> dict[str, object]:
    """A status for other programs."""
    counts = each.counts
    return {
        "talk": each.talk,
        "language": each.language,
        "translated": counts.translated,
        "fuzzy": counts.fuzzy,
        "missing": counts.missing,
        "open": [{"state": match.state, "context": match.message.context} for match in each.open],
    }
