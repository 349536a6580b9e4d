"""Findings as people read them: file, line, column, what is wrong, the line itself with carets, and a hint."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from outreach_decks.diagnostics import Diagnostic, Severity

_TAB = "→"
# Marks above or below another character, and what only steers how others are shown (Unicode general categories).
_NO_WIDTH = {"Mn", "Me", "Cf"}
# Columns of a terminal.
_LONGEST_EXCERPT = 160


def written(found: Diagnostic) -> str:
    """One finding, over several lines."""
    span = found.span
    head = f"{span.file}:{span.line}:{span.column}: {found.severity.word}[{found.code}]: {found.message}"
    if not found.excerpt.strip():
        return "\n".join((head, *(f"   {hint}" for hint in found.hints)))
    return "\n".join((head, *_excerpt(found)))


def _excerpt(found: Diagnostic) -> list[str]:
    text, column = _shortened(found.excerpt, found.span.column)
    number = f"{found.span.line:>4} | "
    before = " " * (_width(number) + _width(text[: column - 1]))
    marked = text[column - 1 : column - 1 + found.span.length]
    carets = "^" * max(_width(marked.rstrip()), 1)
    first, *others = found.hints or ("",)
    return [number + text, f"{before}{carets} {first}".rstrip(), *(f"{before}{hint}" for hint in others)]


def _shortened(excerpt: str, column: int) -> tuple[str, int]:
    """Show tabs, and of a long line the part that the finding is about."""
    is_long = _width(excerpt[: _LONGEST_EXCERPT + 1]) > _LONGEST_EXCERPT
    first = max(column - 1 - _LONGEST_EXCERPT // 2, 0) if is_long else 0
    text = excerpt[first : first + _LONGEST_EXCERPT].replace("\t", _TAB).rstrip()
    before = column - 1 - first
    skipped = next(n for n in range(before + 1) if _width(text[n:before]) <= _LONGEST_EXCERPT // 2) if first else 0
    return _cut(text[skipped:]), before - skipped + 1


def _cut(text: str) -> str:
    """As much of a text as goes on one line."""
    while _width(text) > _LONGEST_EXCERPT:
        text = text[: len(text) * _LONGEST_EXCERPT // (_width(text) + 1)]
    return text


def _width(text: str) -> int:
    """Columns of a terminal: full-width characters take two, combining marks none (Unicode Annex 11)."""
    return sum(_columns(one) for one in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"F", "W"} else 1


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """How many findings there are: "2 errors and 1 warning"; "" when there is none."""
    parts = [_plural(diagnostics, severity) for severity in sorted(Severity, reverse=True)]
    return " and ".join(part for part in parts if part)


def _plural(diagnostics: Sequence[Diagnostic], severity: Severity) -> str:
    count = sum(found.severity is severity for found in diagnostics)
    return f"{count} {severity.word}{'' if count == 1 else 's'}" if count else ""


def as_dict(found: Diagnostic) -> dict[str, object]:
    """One finding for other programs."""
    return {
        "code": found.code,
        "severity": found.severity.word,
        "message": found.message,
        "file": found.span.file,
        "line": found.span.line,
        "column": found.span.column,
        "length": found.span.length,
        "hints": list(found.hints),
    }
