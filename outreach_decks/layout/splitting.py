"""What does not fit becomes "(1/2)" and "(2/2)": as few parts as possible, as even as possible.

A list is cut between its items. Of an item that fills more than a slide by itself, the lines below it are shared out,
and a paragraph is cut between its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from typing import Final, TypeVar

from icu4py.breakers import SentenceBreaker

from outreach_decks.talk import Passage, Passages
from outreach_decks.text import Paragraph, Paragraphs

Item = TypeVar("Item")
Parts = tuple[tuple[Item, ...], ...]

# Where Unicode Standard Annex 29 ends a sentence, but nobody else does: behind a title or an abbreviation (Dr., No.),
# and between a full stop and the opening bracket of the next sentence.
_ABBREVIATION: Final = re.compile(r"(?:^|[\s(])(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|Rev|Fr|St|No|Nos|Art|vs|cf)\.\s+$")
_LONGEST_TITLE: Final = 12
# A longer line is not said again over what stands below it, characters.
_SAID_AGAIN: Final = 90
_OPENING: Final = "「『（［【〈《“‘(["


def split(
    items: Sequence[Item], fits: Callable[[Sequence[Item]], bool], weigh: Callable[[Item], int] = lambda _: 1
) -> Parts[Item]:
    """Cut a list into the fewest parts that fit, of about equal weight. What fits nowhere gets a part of its own."""
    filled = _filled(items, fits)
    wished = (_even(items, len(filled)), share_out(items, [1] * len(filled), weigh))
    return next((parts for parts in wished if all(fits(part) for part in parts)), filled)


def _filled(items: Sequence[Item], fits: Callable[[Sequence[Item]], bool]) -> Parts[Item]:
    """Parts that each hold as much as fits; each is looked for from the size of the one before."""
    parts: list[tuple[Item, ...]] = []
    start, size = 0, len(items)
    while start < len(items):
        size = _most_that_fit(items, start, size, fits)
        parts.append(tuple(items[start : start + size]))
        start += size
    return tuple(parts) or ((),)


def _most_that_fit(items: Sequence[Item], start: int, size: int, fits: Callable[[Sequence[Item]], bool]) -> int:
    """The size of the longest part from ``start`` that fits: by doubling ``size``, then by halving; 1 at least."""
    fitting, too_many = 0, len(items) - start + 1
    tried = min(size, too_many - 1)
    while too_many - fitting > 1:
        fitting, too_many = (tried, too_many) if fits(items[start : start + tried]) else (fitting, tried)
        is_open = too_many > len(items) - start
        tried = min(2 * fitting, too_many - 1) if is_open else (fitting + too_many) // 2
    return max(fitting, 1)


def _even(items: Sequence[Item], count: int) -> Parts[Item]:
    """Cut into ``count`` parts whose lengths differ by one at most, the longer ones first."""
    size, longer = divmod(len(items), count)
    ends = accumulate(size + (number < longer) for number in range(count))
    return _cut_at(items, [*ends])


def share_out(items: Sequence[Item], shares: Sequence[int], weigh: Callable[[Item], int]) -> Parts[Item]:
    """Hand out items in order, so that their weights are as the ``shares``; each part gets one while there are enough.

    An item belongs where its middle lies.
    """
    total, weights = max(sum(shares), 1), [weigh(item) for item in items]
    middles = [end - weight / 2 for end, weight in zip(accumulate(weights), weights, strict=True)]
    targets = [sum(weights) * until / total for until in accumulate(shares)]
    ends = [sum(middle <= target for middle in middles) for target in targets[:-1]]
    for number, end in enumerate(ends):
        least = min((ends[number - 1] if number else 0) + 1, len(items))
        most = len(items) - (len(shares) - 1 - number)
        ends[number] = max(min(end, most), least)
    return _cut_at(items, [*ends, len(items)])


def _cut_at(items: Sequence[Item], ends: Sequence[int]) -> Parts[Item]:
    return tuple(tuple(items[start:end]) for start, end in pairwise((0, *ends)))


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a passage, or all of it. ``passage`` counts the passages of a list, ``line`` its paragraphs.

    ``above`` is the line that a line below it belongs to, which is said again where that starts a slide.
    """

    passage: int
    line: int
    paragraph: Paragraph
    above: Paragraphs = ()


def split_passages(passages: Passages, fits: Callable[[Passages], bool]) -> tuple[Passages, ...]:
    """Cut a list into the fewest parts that fit: between passages, and inside those that do not fit alone."""
    units: list[tuple[Piece, ...]] = []
    for number, passage in enumerate(passages):
        found = tuple(pieces(number, passage))
        units += [found] if fits((passage,)) else [(piece,) for piece in found]

    def joined(part: Sequence[tuple[Piece, ...]]) -> Passages:
        return _rejoined([piece for unit in part for piece in unit], passages)

    parts = split(units, lambda part: fits(joined(part)), lambda unit: sum(_length(piece) for piece in unit))
    return tuple(joined(part) for part in parts)


def share_notes(notes: Paragraphs, shares: Sequence[int]) -> tuple[Paragraphs, ...]:
    """Hand out what is said in the proportion of ``shares``: whole paragraphs, or sentences if there are too few."""
    if len(notes) >= len(shares):
        return share_out(notes, shares, lambda paragraph: len(paragraph.plain))
    said = [Piece(0, line, sentence) for line, paragraph in enumerate(notes) for sentence in sentences(paragraph)]
    return tuple(_lines(part) for part in share_out(said, shares, _length))


def share_minutes(minutes: int, shares: Sequence[int]) -> tuple[int, ...]:
    """Share whole minutes in the proportion of ``shares``; no part gets less than one."""
    spare, total = max(minutes - len(shares), 0), max(sum(shares), 1)
    ends = [round(spare * until / total) for until in accumulate(shares)]
    return tuple(1 + end - start for start, end in pairwise((0, *ends)))


def pieces(number: int, passage: Passage) -> Iterator[Piece]:
    """The sentences of a passage; a line below another remembers that one, where it is short."""
    above: Paragraphs = ()
    for line, paragraph in enumerate(passage.paragraphs):
        found = sentences(paragraph)
        yield from (Piece(number, line, sentence, above if paragraph.level else ()) for sentence in found)
        if not paragraph.level:
            above = (paragraph,) if len(paragraph.plain) <= _SAID_AGAIN else ()


def sentences(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Cut a paragraph behind each of its sentences (Unicode Standard Annex 29); a title such as "Dr." ends none.

    The number of a source stays with the sentence that it stands on.
    """
    text, behind = paragraph.plain, paragraph.plain_ends()
    ends = [*accumulate(map(len, SentenceBreaker(text, "en")))][:-1]
    places = [behind[_before_opening(text, end) - 1] for end in ends if not _is_abbreviated(text, end)]
    length = sum(len(run.text) for run in paragraph.runs)
    return tuple(paragraph.between(start, end) for start, end in pairwise((0, *places, length)))


def _is_abbreviated(text: str, end: int) -> bool:
    return _ABBREVIATION.search(text, max(end - _LONGEST_TITLE, 0), end) is not None


def _before_opening(text: str, end: int) -> int:
    while end > 1 and text[end - 1] in _OPENING:
        end -= 1
    return end


def _rejoined(found: Sequence[Piece], passages: Sequence[Passage]) -> Passages:
    """Pieces as passages: sentences of one line are one paragraph again."""
    groups = groupby(found, key=attrgetter("passage"))
    return tuple(replace(passages[number], paragraphs=_lines([*group])) for number, group in groups)


def _lines(found: Sequence[Piece]) -> Paragraphs:
    above = found[0].above if found else ()
    return (*above, *(_line([*group]) for _, group in groupby(found, key=attrgetter("line"))))


def _line(found: Sequence[Piece]) -> Paragraph:
    return replace(found[0].paragraph, runs=tuple(run for piece in found for run in piece.paragraph.runs))


def _length(piece: Piece) -> int:
    return len(piece.paragraph.plain)
