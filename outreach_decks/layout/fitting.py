"""Sizes: the largest of the scale at which words fit their room, and how much is too long when none does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.layout.phrasing import slot_in_phrases
from outreach_decks.measure import BrokenLine, Measure, slackened
from outreach_decks.text import Paragraph, Paragraphs, Run
from outreach_decks.theme import Slot, pitch

# The sizes that text may have, pt. Between them a difference would look like a mistake.
SCALE: Final = (
    200, 170, 150, 130, 120, 96, 80, 66, 54, 48, 44, 40, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 13, 12,
)  # fmt: skip
SMALLEST_TITLE: Final = 36.0
SMALLEST_NUMBER: Final = 60.0
SMALLEST_LIST: Final = 24.0
SMALLEST_TEXT: Final = 20.0
SMALLEST_CELL: Final = 18.0
SMALLEST_NOTE: Final = 12.0
# Stretches that no line should break: everything but blanks and the characters of Japanese, which break anywhere.
_NOT_BROKEN: Final = re.compile(r"[^\s\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+(?:[\u00a0\u202f][^\s\u3000-\u9fff]+)*")
# The types of placeholders that are titles.
TITLES: Final = frozenset({"title", "ctrTitle"})
# So many pt are given up at most for paragraphs that do not end on a lone word.
_TIDIED: Final = 4.0
_LIST_FROM: Final = 28.0
# Cards side by side: a column of them is so narrow that a word may need a smaller size.
_CARDS: Final = "body-"
_NUMBER_FROM: Final = 96.0
# A column of fewer em at its own size is narrow.
_NARROW: Final = 14.0
# So much of its size a text keeps when it is made smaller to be broken between phrases.
_LEAST_FOR_PHRASES: Final = 0.8


@dataclass(frozen=True, slots=True)
class Fitted:
    """A size in pt, the height in EMU that the words need at it, and how many characters have no room.

    ``leading`` is the distance of lines in em, None where the face decides; ``closer`` says that lines and paragraphs
    are set closer than the layout has them (``Slot.closer``).
    """

    size: float
    needed: int
    excess: int = 0
    leading: float | None = None
    closer: bool = False


def smallest_size(slot: Slot) -> float:
    """The size below which the words of a slot would not be read from the last row, pt."""
    if slot.floor is not None:
        return slot.floor
    if slot.kind in TITLES:
        return min(SMALLEST_TITLE, slot.size)
    if slot.size >= _NUMBER_FROM:
        return SMALLEST_NUMBER
    if slot.size < SMALLEST_TEXT:
        return SMALLEST_NOTE
    if slot.role.startswith(_CARDS):
        return SMALLEST_TEXT
    return SMALLEST_LIST if slot.size >= _LIST_FROM else SMALLEST_TEXT


def largest_size(slot: Slot) -> float:
    """The size that a slot's words have when there is room enough, pt.

    Where the distance of lines is exact, titles of one line and of two have one size: the largest at which two fit.
    """
    if slot.leading is None or slot.kind not in TITLES:
        return slot.size
    room, smallest = slot.text_box.height / EMU_PER_PT, smallest_size(slot)
    two_fit = (size for size in sizes(slot.size, smallest) if 2 * pitch(size, slot.leading) <= room)
    return next(two_fit, smallest)


def sizes(largest: float, smallest: float) -> tuple[float, ...]:
    """The sizes of the scale from the largest to the smallest, pt, the largest itself always among them."""
    below = tuple(float(size) for size in SCALE if smallest <= size < largest)
    return (largest, *below)


def fit(paragraphs: Paragraphs, slot: Slot, measure: Measure) -> Fitted:
    """Find the size for words in a slot: no word is broken where a smaller size keeps it whole.

    Words that have no room even at the smallest size are set closer, and then as large as that allows.
    """
    measure = measure.of(slot)
    found = _fit_slot(paragraphs, slot, measure)
    if not found.excess:
        return replace(found, leading=slot.leading)
    close = slot.closer()
    return replace(_fit_slot(paragraphs, close, measure), leading=close.leading, closer=True)


def has_room(paragraphs: Paragraphs, slot: Slot, measure: Measure) -> bool:
    """Tell whether a slot holds words at its smallest size, without asking which size they would get."""
    return measure.fits(paragraphs, slot, sizes(largest_size(slot), smallest_size(slot))[-1])


def _fit_slot(paragraphs: Paragraphs, slot: Slot, measure: Measure) -> Fitted:
    room = slot.text_box

    def height(words: Paragraphs, size: float) -> int:
        return measure.height(words, slot, size, width=slackened(room.width))

    def is_whole(size: float) -> bool:
        inner = room.width - max(slot.level_at(paragraph.level).margin for paragraph in paragraphs)
        return longest_word(paragraphs, measure, size, bold=slot.bold) <= slackened(inner)

    def lone(size: float) -> int:
        return _lone_words(paragraphs, slot, measure, size)

    scale = sizes(largest_size(slot), smallest_size(slot))
    whole = tuple(size for size in scale if is_whole(size)) or scale
    found = _fit(paragraphs, whole, room.height, height)
    if keeps_phrases(paragraphs, slot) and not found.excess:
        return _fit_phrases(paragraphs, slot, measure, [size for size in whole if size <= found.size]) or found
    # In a narrow card most lines have few words: size is worth more there.
    if len(paragraphs) == 1 or found.excess or slot.role.startswith(_CARDS):
        return found
    size = tidiest(whole, found.size, lone)
    return Fitted(size, height(paragraphs, size))


def keeps_phrases(paragraphs: Paragraphs, slot: Slot) -> bool:
    """Tell whether the words of a slot are looked at rather than read, in a language whose phrases are known."""
    if not slot.phrases or slot.size < SMALLEST_TEXT:
        return False
    return is_narrow(slot) or (len(paragraphs) == 1 and not slot.levels[0].bullet)


def is_narrow(slot: Slot) -> bool:
    """Tell whether lines have so few characters that natural breaking would part a word in each of them."""
    return slot.text_box.width / EMU_PER_PT < _NARROW * slot.size


def _fit_phrases(paragraphs: Paragraphs, slot: Slot, measure: Measure, scale: Sequence[float]) -> Fitted | None:
    """A size, not much below the first of a scale, at which lines that end with phrases fit the slot.

    It is the largest, or one a little smaller at which that takes no more lines. None where words do not fit so.
    """
    room, width = slot.text_box.height, slackened(slot.text_box.width)
    usable: list[Fitted] = []
    for size in (size for size in scale if size >= scale[0] * _LEAST_FOR_PHRASES):
        broken, all_are = slot_in_phrases(paragraphs, slot, size, measure)
        needed = measure.height(broken, slot, size, width=width) if all_are else room + 1
        if size >= scale[0] - _TIDIED and needed <= measure.height(paragraphs, slot, size, width=width):
            return Fitted(size, needed)
        if needed <= room:
            usable.append(Fitted(size, needed))
    return next(iter(usable), None)


def tidiest(scale: Sequence[float], largest: float, lone: Callable[[float], int]) -> float:
    """The size, a little below the largest that fits at most, at which the fewest paragraphs end on a lone word."""
    least = max(largest - _TIDIED, min(largest, SMALLEST_LIST))
    return min((size for size in scale if least <= size <= largest), key=lambda size: (lone(size), -size))


def _lone_words(paragraphs: Paragraphs, slot: Slot, measure: Measure, size: float) -> int:
    """How many paragraphs end on a line with one word."""
    width = slackened(slot.text_box.width) / EMU_PER_PT

    def ends_so(paragraph: Paragraph) -> bool:
        level = slot.level_at(paragraph.level, size)
        room = width - level.margin / EMU_PER_PT
        return ends_on_one_word(measure.broken(paragraph.runs, level.size, room, bold=slot.bold))

    return sum(map(ends_so, paragraphs))


def ends_on_one_word(lines: Sequence[BrokenLine]) -> bool:
    """Tell whether there are several lines and the last has one word."""
    return len(lines) > 1 and _NOT_BROKEN.fullmatch(lines[-1].text) is not None


def fit_block(
    paragraphs: Paragraphs,
    room: tuple[int, int],
    scale: Sequence[float],
    measure: Measure,
    *,
    bold: bool = False,
    leading: float | None = None,
) -> Fitted:
    """Find the size for words in a native shape; ``room`` is its width and height inside the insets, EMU.

    ``leading`` is the distance of its lines in em, None where the face decides.
    """
    width, available = room

    def height(words: Paragraphs, size: float) -> int:
        return measure.block_height(words, size, slackened(width), bold=bold, leading=leading)

    return _fit(paragraphs, scale, available, height)


def _fit(
    paragraphs: Paragraphs, scale: Sequence[float], available: int, height: Callable[[Paragraphs, float], int]
) -> Fitted:
    for size in scale:
        needed = height(paragraphs, size)
        if needed <= available:
            return Fitted(size, needed)
    smallest = scale[-1]
    excess = _excess(paragraphs, lambda words: height(words, smallest) <= available)
    return Fitted(smallest, height(paragraphs, smallest), excess)


def _excess(paragraphs: Paragraphs, fits: Callable[[Paragraphs], bool]) -> int:
    """Count the characters at the end that must go until the words fit, by halving."""
    total = sum(len(paragraph.plain) for paragraph in paragraphs)
    fitting, too_many = 0, total
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        if fits(first_characters(paragraphs, middle)):
            fitting = middle
        else:
            too_many = middle
    return total - fitting


def first_characters(paragraphs: Paragraphs, count: int) -> Paragraphs:
    """The first ``count`` characters of several paragraphs."""
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        if count <= 0:
            break
        kept.append(_cut(paragraph, count))
        count -= len(paragraph.plain)
    return tuple(kept)


def _cut(paragraph: Paragraph, count: int) -> Paragraph:
    runs: list[Run] = []
    for run in paragraph.runs:
        if count <= 0:
            break
        runs.append(replace(run, text=run.text[:count]))
        count -= 0 if run.superscript else len(run.text)
    return replace(paragraph, runs=tuple(runs))


def longest_word(paragraphs: Paragraphs, measure: Measure, size: float, *, bold: bool = False) -> int:
    """The width in EMU of the widest word, so that a column is not narrower."""
    shown = [tuple(run for run in paragraph.runs if not run.superscript) for paragraph in paragraphs]
    texts = (measure.shaped(runs, bold=bold) for runs in shown)
    widths = [text.line_width(*word.span()) for text in texts for word in _NOT_BROKEN.finditer(text.text)]
    return round(max(widths, default=0.0) * size * EMU_PER_PT)
