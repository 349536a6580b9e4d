"""What is said at the end: the findings, then a line a deck."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from outreach_decks.build import Result
from outreach_decks.diagnostics import Diagnostic, Severity, has_errors, in_order
from outreach_decks.report import as_dict, counted, written


def findings_text(results: Sequence[Result], *, notes: bool, checked_only: bool) -> str:
    """All findings once, in order of place, and how many there are; "" when there is nothing to say."""
    everything = in_order(found for result in results for found in result.diagnostics)
    shown = [found for found in everything if notes or found.severity is not Severity.NOTE]
    if not shown:
        return ""
    return "\n".join((*(written(found) for found in shown), _total(shown, results, checked_only=checked_only)))


def _total(shown: Sequence[Diagnostic], results: Sequence[Result], *, checked_only: bool) -> str:
    files = len({found.span.file for found in shown})
    total = f"{counted(shown)} in {files} file{'' if files == 1 else 's'}"
    failed = [result.talk for result in results if result.failed]
    if checked_only or not has_errors(shown):
        return total
    everything = len(failed) == len(results)
    return f"{total}; {'nothing' if everything else 'nothing of ' + ' and '.join(failed)} was written"


def summary_lines(built: Sequence[tuple[Result, Path | None]], *, checked_only: bool) -> list[str]:
    """A line for each talk that has no error: file, slides, minutes, warnings."""
    rows = [
        _row(result, path, checked_only=checked_only)
        for result, path in built
        if path or _is_checked(result, checked_only)
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    return ["  ".join(_aligned(row, widths)).rstrip() for row in rows]


def _is_checked(result: Result, checked_only: bool) -> bool:  # noqa: FBT001 - read by name at its one call
    return checked_only and not result.failed


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    name, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return [name, *others]


def _row(result: Result, path: Path | None, *, checked_only: bool) -> tuple[str, ...]:
    name = result.talk if checked_only or path is None else shown_path(path)
    warnings = counted([found for found in result.diagnostics if found.severity is not Severity.NOTE])
    minutes = f"{result.minutes:.1f} of {result.slot} minutes"
    return (name, f"{result.slides} slides", minutes, warnings or "no warnings")


def shown_path(path: Path) -> str:
    """A path as it is printed: from here, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def outcome_dict(result: Result, path: Path | None) -> dict[str, Any]:
    """A deck for other programs."""
    return {
        "talk": result.talk,
        "outline": result.outline,
        "path": str(path) if path else None,
        "slides": result.slides,
        "minutes": round(result.minutes, 1),
        "slot": result.slot,
        "bytes": len(result.deck) if result.deck is not None and path else None,
        "diagnostics": [as_dict(found) for found in result.diagnostics],
    }
