"""What every stage says of a problem: data, never printing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How grave a finding is; an error means that the talk is not written."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The name as it is printed: ``error``, ``warning`` or ``note``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: line and column count characters from 1; length is in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, with a stable code that documents and tests name.

    ``excerpt`` is the line of text that the span lies in, kept here so that a
    finding can be printed without reading the file again.
    """

    code: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    hints: tuple[str, ...] = ()
    excerpt: str = ""


class DeckError(Exception):
    """A stage cannot go on; it carries all that the stage found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the findings in order of place, each once."""
        self.diagnostics: tuple[Diagnostic, ...] = in_order(diagnostics)
        super().__init__(f"{len(self.diagnostics)} findings")


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line and column, and drop repeats."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda found: (found.span, found.code, found.message)))


def has_errors(diagnostics: Sequence[Diagnostic]) -> bool:
    """Tell whether any finding forbids writing."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
