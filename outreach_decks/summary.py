"""What is said at the end: the findings, then a line a deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from outreach_decks.diagnostics import Diagnostic, Severity, has_errors, in_order
from outreach_decks.report import as_dict, counted, written

if TYPE_CHECKING:
    from outreach_decks.build import Result
    from outreach_decks.finished_deck import CheckedDeck

# What GitHub's workflow commands want escaped in a message and in a property.
MESSAGE = "%\r\n"
PROPERTY = MESSAGE + ":,"
UNTRANSLATED = "untranslated"
# Of what is not translated so much is told unless all is asked for.
MOST_UNTRANSLATED = 8
# And of what is wrong in the same way in one finished deck.
MOST_ALIKE = 8


def findings_text(
    results: Sequence[Result], decks: Sequence[CheckedDeck] = (), *, notes: bool, checked_only: bool
) -> str:
    """All findings once, file by file, and how many there are; "" when there is nothing to say."""
    shown = [found for found in _all(results, decks) if notes or found.severity is not Severity.NOTE]
    if not shown:
        return ""
    told, more = (shown, 0) if notes else _without_a_flood(shown)
    kept = told if notes else _first_of_each(told, decks)
    files = ["\n".join(written(found) for found in group) for _, group in groupby(kept, lambda one: one.span.file)]
    files += [f"{more} more places are not translated; all of them: --verbose, or translate status -v"] if more else []
    alike = len(told) - len(kept)
    files += [f"{alike} more of the same kinds in finished decks; all of them: --verbose"] if alike else []
    return "\n\n".join(files) + "\n" + _total(shown, results, checked_only=checked_only)


def _without_a_flood(shown: Sequence[Diagnostic]) -> tuple[list[Diagnostic], int]:
    """The findings, of what is not translated only the first: a language that is begun lacks hundreds."""
    lacking = [found for found in shown if found.code == UNTRANSLATED]
    if len(lacking) <= MOST_UNTRANSLATED:
        return [*shown], 0
    left_out = set(lacking[MOST_UNTRANSLATED:])
    return [found for found in shown if found not in left_out], len(left_out)


def _first_of_each(told: Sequence[Diagnostic], decks: Sequence[CheckedDeck]) -> list[Diagnostic]:
    """The findings, of each kind in a finished deck only the first: one habit makes a hundred of them."""
    files, seen, kept = {deck.file for deck in decks}, Counter[tuple[str, str]](), []
    for found in told:
        seen[found.span.file, found.code] += 1
        if found.span.file not in files or seen[found.span.file, found.code] <= MOST_ALIKE:
            kept.append(found)
    return kept


def _all(results: Sequence[Result], decks: Sequence[CheckedDeck]) -> tuple[Diagnostic, ...]:
    """The findings of all talks, each once, for what two talks share is said once; and those of finished decks."""
    of_talks = (found for result in results for found in result.diagnostics)
    return in_order((*of_talks, *(found for deck in decks for found in deck.diagnostics)))


def workflow_commands(results: Sequence[Result], decks: Sequence[CheckedDeck] = ()) -> list[str]:
    """All findings as commands of GitHub's workflows, which shows them beside the lines of a pull request."""
    return [_annotation(found) for found in _all(results, decks)]


def _annotation(found: Diagnostic) -> str:
    span = found.span
    words = {"error": "error", "warning": "warning", "note": "notice"}
    place = {"file": span.file, "line": span.line, "col": span.column, "endColumn": span.column + span.length}
    told = ",".join(f"{key}={_escaped(str(value), PROPERTY)}" for key, value in (place | {"title": found.code}).items())
    message = "\n".join((found.message, *found.hints))
    return f"::{words[found.severity.word]} {told}::{_escaped(message, MESSAGE)}"


def _escaped(text: str, characters: str) -> str:
    return "".join(f"%{ord(one):02X}" if one in characters else one for one in text)


def check_table(results: Sequence[Result]) -> list[str]:
    """A row for each talk and band: errors, warnings, notes, and what it would be."""
    rows = [("talk", "errors", "warnings", "notes", "slides", "minutes"), *(_check_row(result) for result in results)]
    return aligned(rows)


def deck_table(decks: Sequence[CheckedDeck]) -> list[str]:
    """A row for each finished deck: errors, warnings, notes, and how many slides it has."""
    rows = ((each.file, *_counts(each.diagnostics), str(each.slides) if each.slides else "–") for each in decks)
    return aligned([("deck", "errors", "warnings", "notes", "slides"), *rows])


def _counts(diagnostics: Sequence[Diagnostic]) -> tuple[str, ...]:
    severities = [found.severity for found in diagnostics]
    return tuple(str(severities.count(each)) for each in (Severity.ERROR, Severity.WARNING, Severity.NOTE))


def _check_row(result: Result) -> tuple[str, ...]:
    told = ", ".join(part for part in (result.band, result.language) if part)
    name = f"{result.talk} ({told})" if told else result.talk
    made = (str(result.slides), f"{result.minutes:.1f} of {result.slot}") if result.slides else ("–", "–")
    return (name, *_counts(result.diagnostics), *made)


def _total(shown: Sequence[Diagnostic], results: Sequence[Result], *, checked_only: bool) -> str:
    files = len({found.span.file for found in shown})
    total = f"{counted(shown)} in {files} file{'' if files == 1 else 's'}"
    failed = [_named(result, results) for result in results if result.failed]
    if checked_only or not has_errors(shown):
        return total
    everything = len(failed) == len(results)
    return f"{total}; {'nothing' if everything else 'nothing of ' + ' and '.join(failed)} was written"


def _named(result: Result, results: Sequence[Result]) -> str:
    """A talk, with its language where another language of it was built too."""
    alone = sum(other.talk == result.talk for other in results) == 1
    return result.talk if alone or not result.language else f"{result.talk} ({result.language})"


def summary_lines(built: Sequence[tuple[Result, Path | None]]) -> list[str]:
    """A line for each deck that was written: file, slides, minutes, warnings."""
    return aligned([_row(result, path) for result, path in built if path])


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines whose columns stand below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _row(result: Result, path: Path) -> tuple[str, ...]:
    warnings = counted([found for found in result.diagnostics if found.severity is not Severity.NOTE])
    minutes = f"{result.minutes:.1f} of {result.slot} minutes"
    return (shown_path(path), f"{result.slides} slides", minutes, (warnings or "no warnings") + _untold(result))


def _untold(result: Result) -> str:
    """What of a deck is not in its language, or in words of before."""
    codes = [found.code for found in result.diagnostics]
    missing, stale = codes.count("untranslated"), codes.count("stale-translation")
    places = "1 place" if missing == 1 else f"{missing} places"
    counts = ((missing, f"{places} not translated"), (stale, f"{stale} of old words"))
    told = ", ".join(what for count, what in counts if count)
    return f" ({told})" if told else ""


def shown_path(path: Path) -> str:
    """A path as it is printed: from here, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)


def outcome_dict(result: Result, path: Path | None) -> dict[str, Any]:
    """A deck for other programs."""
    return {
        "talk": result.talk,
        "outline": result.outline,
        "band": result.band or None,
        "language": result.language or None,
        "path": str(path) if path else None,
        "slides": result.slides,
        "minutes": round(result.minutes, 1),
        "slot": result.slot,
        "bytes": len(result.deck) if result.deck is not None and path else None,
        "diagnostics": [as_dict(found) for found in result.diagnostics],
    }


def deck_dict(deck: CheckedDeck) -> dict[str, Any]:
    """A finished deck for other programs."""
    return {
        "deck": deck.file,
        "title": deck.title,
        "slides": deck.slides,
        "languages": list(deck.languages),
        "diagnostics": [as_dict(found) for found in deck.diagnostics],
    }
