"""A rule, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent, indent
from typing import Final

from outreach_decks.diagnostics import Severity

OUTLINE: Final = "an outline"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how grave a breach is, what it says in a line, why it is there, and what breaks or keeps it.

    ``also`` are the severities that a breach can have besides; ``severity`` is the gravest. ``wrong`` and ``right`` are
    pieces of the file that ``file`` names: of an outline, a few slides, a few lines of its head, or both; of a file of
    YAML, some of its entries; of data, the whole file. Lines that start with "#" explain, where a file cannot be shown.
    """

    code: str
    severity: Severity
    summary: str
    why: str
    wrong: str
    right: str
    file: str = OUTLINE
    also: tuple[Severity, ...] = ()

    @property
    def severities(self) -> tuple[Severity, ...]:
        """All that a breach can be, the gravest first."""
        return (self.severity, *self.also)

    @property
    def severity_words(self) -> str:
        """All that a breach can be, in words: "warning" or "error, warning or note"."""
        *others, last = [severity.word for severity in self.severities]
        return f"{', '.join(others)} or {last}" if others else last


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that are held in the same place, and what they have in common."""

    title: str
    about: str
    rules: tuple[Rule, ...]


def error(
    code: str,
    summary: str,
    why: str,
    *,
    wrong: str,
    right: str,
    file: str = OUTLINE,
    also: tuple[Severity, ...] = (),
) -> Rule:
    """A rule whose breach is an error."""
    return Rule(code, Severity.ERROR, summary, why, _piece(wrong), _piece(right), file, also)


def warning(
    code: str,
    summary: str,
    why: str,
    *,
    wrong: str,
    right: str,
    file: str = OUTLINE,
    also: tuple[Severity, ...] = (),
) -> Rule:
    """A rule whose breach is a warning."""
    return Rule(code, Severity.WARNING, summary, why, _piece(wrong), _piece(right), file, also)


def note(code: str, summary: str, why: str, *, wrong: str, right: str, file: str = OUTLINE) -> Rule:
    """A rule whose breach is a note."""
    return Rule(code, Severity.NOTE, summary, why, _piece(wrong), _piece(right), file)


def _piece(text: str) -> str:
    return dedent(text).strip("\n")


def explained(rule: Rule) -> str:
    """A rule as it is told on a terminal."""
    told = (f"{rule.code} ({rule.severity_words}): {rule.summary}", rule.why, f"Wrong, in {rule.file}:")
    return "\n\n".join((*told, _indented(rule.wrong), "Right:", _indented(rule.right)))


def _indented(text: str) -> str:
    return indent(text, "    ")
