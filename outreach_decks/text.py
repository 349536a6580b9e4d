"""Words with their marks: what inline markup becomes, and what layout measures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

# A line end that layout put into the words; it is no part of what the author wrote.
LINE_BREAK: Final = "\v"
# Compatibility ideographs are how some family names are written; NFC would replace them by other forms.
_NORMAL: Final = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")


def composed(text: str) -> str:
    """The text with letters and their marks as one character (NFC); widths and old forms of names stay."""
    return _NORMAL.sub(lambda stretch: unicodedata.normalize("NFC", stretch[0]), text)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look. ``colour`` names a theme colour; None is the placeholder's own.

    ``tip`` is what a screen reader says of a link whose words are an address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str | None = None
    colour: str | None = None
    tip: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs on one or more lines; ``level`` 0 is the outermost of a list."""

    runs: tuple[Run, ...]
    level: int = 0

    @property
    def plain(self) -> str:
        """The words alone, without superscripts and without the line ends of layout."""
        return "".join(run.text for run in self.runs if not run.superscript).replace(LINE_BREAK, "")

    def bolder(self) -> Paragraph:
        """Return the same words in bold."""
        return replace(self, runs=tuple(replace(run, bold=True) for run in self.runs))

    def plain_ends(self) -> tuple[int, ...]:
        """For each character of ``plain``, where it ends among all: behind the superscripts that follow it."""
        behind: list[int] = []
        passed = 0
        for run in self.runs:
            if run.superscript and behind:
                behind[-1] += len(run.text)
            elif not run.superscript:
                behind += [passed + at for at, one in enumerate(run.text, 1) if one != LINE_BREAK]
            passed += len(run.text)
        return tuple(behind)

    def between(self, start: int, end: int) -> Paragraph:
        """Return the characters from ``start`` to ``end``, counted over all runs."""
        runs: list[Run] = []
        passed = 0
        for run in self.runs:
            text = run.text[max(start - passed, 0) : max(end - passed, 0)]
            runs += [replace(run, text=text)] if text else []
            passed += len(run.text)
        return replace(self, runs=tuple(runs))

    def broken_at(self, positions: Collection[int]) -> Paragraph:
        """Return the same words with a line end after each of so many characters (of all runs together)."""
        runs: list[Run] = []
        passed = 0
        for run in self.runs:
            counted = enumerate(run.text, passed + 1)
            text = "".join(one + LINE_BREAK if at in positions else one for at, one in counted)
            runs.append(replace(run, text=text))
            passed += len(run.text)
        return replace(self, runs=tuple(runs))


Paragraphs = tuple[Paragraph, ...]


def plain(paragraphs: Paragraphs) -> str:
    """Return the words of several paragraphs, one a line."""
    return "\n".join(paragraph.plain for paragraph in paragraphs)


def words(text: str, level: int = 0) -> Paragraph:
    """Make a paragraph of one unmarked run."""
    return Paragraph((Run(text),), level)
