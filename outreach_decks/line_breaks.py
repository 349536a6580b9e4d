"""Where a line may end, and how many characters go on each line.

Opportunities are those of Unicode Standard Annex 14 as ICU finds them, with strict kinsoku (JIS X 4051) for Japanese:
no line starts with a closing mark or a small kana, none ends with an opening one. What the renderers do beyond that
annex is here too: spaces at the end of a line hang in the margin, and so does one Japanese comma or full stop.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from icu4py.breakers import CharacterBreaker, LineBreaker

# The keyword is what makes ICU keep small kana and the long vowel mark from the start of a line.
STRICT_KINSOKU = "ja_JP@lb=strict"
# What may stand outside the right margin (JIS X 4051, burasage; a:pPr@hangingPunct).
HANGING = frozenset("、。，．")
_MANDATORY = "\n\v\f\r\x85\u2028\u2029"
# What takes no room at the end of a line.
_BLANK = " \t\u3000" + _MANDATORY
# Where the annex allows a line to end but renderers do not end it (LibreOffice, measured): behind a slash, and between
# a closing mark and a Latin letter or digit, unless that letter is the first thing that has no room.
_CLOSING = "、。，．」』）］｝】〉》”’"
_STAYS_TOGETHER = re.compile(rf"/\S|[{_CLOSING}][A-Za-z0-9]")
_BEHIND_A_MARK = re.compile(rf"(?<=[{_CLOSING}])[A-Za-z0-9]")
# A soft hyphen is seen only where a line ends on it; then it is as wide as a hyphen, em.
_SOFT_HYPHEN = "\u00ad"
_HYPHEN = 0.34
# More than hangs outside the margin or falls away there, em; and more code points than one character has on a line.
_HANGS = 3.0
_LONGEST_CHARACTER = 64
# Sums of floats may exceed a width that they equal.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class MeasuredText:
    """A paragraph ready to be broken, whatever its size and width: all lengths in em.

    ``before[i]`` is the length of the first ``i`` characters, with the gaps between scripts;
    ``gaps[i]`` is what of it follows character ``i`` and falls away at the end of a line.
    """

    text: str
    before: tuple[float, ...]
    gaps: tuple[float, ...]
    segments: tuple[int, ...]

    @property
    def words(self) -> Iterator[tuple[int, int]]:
        """Where each stretch that no line end may part begins and ends."""
        return pairwise((0, *self.segments))

    def line_width(self, start: int, end: int) -> float:
        """Length in em of the characters from ``start`` to ``end`` as a line: spaces at its end hang."""
        return self._width(start, self._visible_end(start, end))

    def needed_width(self, start: int, end: int) -> float:
        """What of the line's length must lie within the box: less than ``line_width`` where a mark hangs."""
        end = self._visible_end(start, end)
        if end > start + 1 and self.text[end - 1] in HANGING:
            end -= 1
        return self._width(start, end)

    def _width(self, start: int, end: int) -> float:
        if end <= start:
            return 0.0
        hyphen = _HYPHEN if self.text[end - 1] == _SOFT_HYPHEN and end < len(self.text) else 0.0
        return self.before[end] - self.before[start] - self.gaps[end - 1] + hyphen

    def _visible_end(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] in _BLANK:
            end -= 1
        return end


def measured(text: str, advances: Sequence[float], gaps: Sequence[float]) -> MeasuredText:
    """Make a text that can be broken from the advance and the gap of each character, in em."""
    both = (advance + gap for advance, gap in zip(advances, gaps, strict=True))
    return MeasuredText(text, tuple(accumulate(both, initial=0.0)), tuple(gaps), opportunities(text))


def opportunities(text: str) -> tuple[int, ...]:
    """Return the character positions at which renderers may or must end a line, the end of the text included."""
    return tuple(end for end in permitted_ends(text) if not _STAYS_TOGETHER.match(text, end - 1))


def permitted_ends(text: str) -> tuple[int, ...]:
    """Return the character positions at which the annex and kinsoku let a line end, the end of the text included."""
    # ICU's own positions count UTF-16 units; the lengths of its pieces count characters.
    return tuple(accumulate(len(piece) for piece in LineBreaker(text, STRICT_KINSOKU) if piece))


def line_ends(text: MeasuredText, width: float, first: float | None = None) -> tuple[int, ...]:
    """Return where each line ends when no more than ``width`` em fit (``first`` on the first line).

    An empty text is one line, and so is what follows a line end.
    """
    ends: list[int] = []
    start = 0
    while start < len(text.text):
        start = _line_end(text, start, (first if first is not None and not ends else width) + _ROUNDING)
        ends.append(start)
    if not ends or text.text[-1] in _MANDATORY:
        ends.append(len(text.text))
    return tuple(ends)


def lines(text: MeasuredText, width: float) -> tuple[str, ...]:
    """Return the words of each line, without the spaces and line ends that close it."""
    ends = line_ends(text, width)
    starts = (0, *ends[:-1])
    return tuple(text.text[start:end].rstrip(_BLANK) for start, end in zip(starts, ends, strict=True))


def _line_end(text: MeasuredText, start: int, width: float) -> int:
    """Take as many segments as fit; at least one, or as many of its characters as fit."""
    end = start
    for number in range(bisect_right(text.segments, start), len(text.segments)):
        candidate = text.segments[number]
        if text.needed_width(start, candidate) > width:
            end = _end_behind_a_mark(text, start, (end, candidate), width)
            break
        end = candidate
        if text.text[end - 1] in _MANDATORY:
            break
    return end if end > start else _character_end(text, start, width)


def _end_behind_a_mark(text: MeasuredText, start: int, segment: tuple[int, int], width: float) -> int:
    """Where the segment that has no room ends all the same: behind a mark, if what follows is too much; else before."""
    before, end = segment
    for found in _BEHIND_A_MARK.finditer(text.text, before + 1, min(end, _beyond(text, start, width))):
        place = found.start()
        if text.needed_width(start, place) <= width < text.needed_width(start, place + 1):
            return place
    return before


def _beyond(text: MeasuredText, start: int, width: float) -> int:
    """A place that lies beyond a line for certain, so that a long word is not gone through to its end for each line."""
    return bisect_right(text.before, text.before[start] + width + _HANGS) + _LONGEST_CHARACTER


def _character_end(text: MeasuredText, start: int, width: float) -> int:
    """Break a token that is longer than the line between two of its characters (never inside one)."""
    stop = min(text.segments[bisect_right(text.segments, start)], _beyond(text, start, width))
    end = start
    for character in CharacterBreaker(text.text[start:stop], STRICT_KINSOKU):
        if end > start and text.needed_width(start, end + len(character)) > width:
            break
        end += len(character)
    return end
