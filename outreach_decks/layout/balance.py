"""Lines of about equal length: no lone last word, and no line that ends on a word that belongs to the next.

The words stay as they are, without line ends of ours: the room is narrowed (at the right, or on both sides of what
stands in the middle) until they break where they should, so that Outline view, search and later edits see plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from outreach_decks.deck import PlacedShape, PlacedSlide, PlacedText
from outreach_decks.geometry import EMU_PER_PT, points
from outreach_decks.layout.fitting import SMALLEST_TEXT, TITLES, ends_on_one_word, keeps_phrases, sizes, smallest_size
from outreach_decks.layout.phrasing import in_phrases, slot_in_phrases
from outreach_decks.measure import SLACK, BrokenLine, Measure, slackened
from outreach_decks.phrases import word_ends
from outreach_decks.text import Paragraph
from outreach_decks.theme import Geometry, Slot

# Longer texts are read, not looked at.
MOST_LINES: Final = 7
# What it costs to end a line so, beside its raggedness (0 to 1): on a short word, which leans on the next one.
_SHORTEST, _SHORT = 0.25, 0.12
_LEANS: Final = re.compile(r"(?:^|\s)([^\W\d]{1,4})$")
_PAUSE: Final = re.compile(r"[.,;:?!…。、]$")
_RESTS: Final = -0.2
# A word, or a character or two of Japanese, that is alone on the last line: worse than any raggedness.
_LONE: Final = 4.0
# Lines that a renderer breaks of itself need no help.
_NATURAL: Final = -0.05
# The least share of the width by which a renderer may measure differently without breaking a line elsewhere.
_STEADY: Final = 1.02
_STEP: Final = 0.01
# So many characters of Japanese are too few for a last line; marks do not count.
_FEW: Final = 2
_MARKS: Final = re.compile(r"[\s、。！？」』）]")
_LITTLE: Final = frozenset({"details", "label", "badge"})


@dataclass(frozen=True, slots=True)
class _Breaking:
    """Lines that stay as they are while the room is at least ``widest`` and less than ``below`` pt wide."""

    lines: Sequence[BrokenLine]
    widest: float
    below: float
    natural: bool = False

    @property
    def steady(self) -> bool:
        return self.natural or self.below >= self.widest * _STEADY

    @property
    def width(self) -> float:
        """The room, pt, in which the lines break so whatever a renderer rounds."""
        return max((self.widest + self.below) / 2, self.widest * (1 + SLACK))

    @property
    def cost(self) -> float:
        lengths = [line.length for line in self.lines]
        ends = sum(_end_cost(line.text) for line in self.lines[:-1])
        lone = _LONE if self.is_lone else 0.0
        return 1 - min(lengths) / max(lengths) + ends + lone + (_NATURAL if self.natural else 0.0)

    @property
    def is_lone(self) -> bool:
        """Tell whether the last of several lines has a single word, or hardly a character."""
        last = self.lines[-1].text
        return ends_on_one_word(self.lines) or (len(self.lines) > 1 and len(_MARKS.sub("", last)) <= _FEW)


def _end_cost(line: str) -> float:
    if _PAUSE.search(line):
        return _RESTS
    leaning = _LEANS.search(line)
    if leaning is None:
        return 0.0
    return _SHORT if len(leaning[1]) == 4 else _SHORTEST  # noqa: PLR2004 - of, the, and; but with, from


def balanced(slides: Sequence[PlacedSlide], geometry: Geometry, measure: Measure) -> tuple[PlacedSlide, ...]:
    """All slides, with the texts of a few lines balanced."""

    def of(slide: PlacedSlide, shape: PlacedShape) -> PlacedShape:
        if not isinstance(shape, PlacedText):
            return shape
        slot = shape.set_in(geometry.layouts[slide.layout].slots[shape.role])
        return _balanced(shape, slot, measure.of(slot))

    return tuple(replace(slide, shapes=tuple(of(slide, shape) for shape in slide.shapes)) for slide in slides)


def _balanced(text: PlacedText, slot: Slot, measure: Measure) -> PlacedText:
    if keeps_phrases(text.paragraphs, slot) and not text.excess:
        phrased = _phrased(text, slot, measure)
        if phrased:
            return phrased
    if _is_looked_at(text, slot):
        return _evened(text, slot, measure)
    return _mended(text, slot, measure) if _is_list(text, slot) else text


def _phrased(text: PlacedText, slot: Slot, measure: Measure) -> PlacedText | None:
    """The text with its line ends between phrases; None where there is no room for that, or none can be found."""
    size, width = text.size or slot.size, slackened(slot.text_box.width)
    broken, all_are = slot_in_phrases(text.paragraphs, slot, size, measure)
    needed = measure.height(broken, slot, size, width=width)
    is_better = needed <= text.available and (all_are or len(broken) > 1)
    return replace(text, paragraphs=broken, needed=needed) if is_better else None


def _is_list(text: PlacedText, slot: Slot) -> bool:
    """Tell whether a text is read line by line in a language in which a line may end inside a word."""
    return slot.phrases and slot.size >= SMALLEST_TEXT and not text.excess


def _mended(text: PlacedText, slot: Slot, measure: Measure) -> PlacedText:
    """A list with the lines that a renderer makes, but with line ends of ours where those would read ill."""
    mended = tuple(_mended_paragraph(paragraph, text, slot, measure) for paragraph in text.paragraphs)
    return replace(text, paragraphs=mended)


def _mended_paragraph(paragraph: Paragraph, text: PlacedText, slot: Slot, measure: Measure) -> Paragraph:
    level = slot.level_at(paragraph.level, text.size)
    width = (slackened(slot.text_box.width) - level.margin) / EMU_PER_PT
    natural = measure.broken(paragraph.runs, level.size, width, bold=slot.bold)
    if not _reads_ill([line.text for line in natural]):
        return paragraph
    phrased = in_phrases(paragraph, measure, level.size, width, bold=slot.bold)
    lines = measure.paragraph_lines(phrased or paragraph, level.size, width, bold=slot.bold)
    return phrased if phrased and lines <= len(natural) else paragraph


def _reads_ill(lines: Sequence[str]) -> bool:
    """Tell whether a line ends inside a word, or the last one has hardly a character."""
    ends = set(accumulate(map(len, lines[:-1])))
    is_parted = not ends <= word_ends("".join(lines))
    return is_parted or (len(lines) > 1 and len(_MARKS.sub("", lines[-1])) <= _FEW)


def _is_looked_at(text: PlacedText, slot: Slot) -> bool:
    """Tell whether a text is one paragraph, at the left or in the middle: the others have no lines to be made even."""
    plain = slot.align in {"l", "ctr"} and not slot.levels[0].bullet and slot.size >= SMALLEST_TEXT
    return plain and len(text.paragraphs) == 1 and not text.excess and text.role not in _LITTLE


def _evened(text: PlacedText, slot: Slot, measure: Measure) -> PlacedText:
    """A text in lines of about equal length; a title that would leave a word alone is set smaller where that helps."""
    best = _best(text, slot, measure)
    if best.is_lone and slot.kind in TITLES and "\n" not in text.paragraphs[0].plain:
        return _unlonely(text, slot, measure) or replace(text, narrowed=_narrowing(best, slot))
    return replace(text, narrowed=_narrowing(best, slot))


def _unlonely(text: PlacedText, slot: Slot, measure: Measure) -> PlacedText | None:
    """A title whose last line has more than one word: narrowed at a smaller size, or with a line end of ours."""
    tried = [text, *(_resized(text, slot, size, measure) for size in _smaller(text, slot))]
    for one in tried[1:]:
        found = _best(one, slot, measure)
        if not found.is_lone:
            return replace(one, narrowed=_narrowing(found, slot))
    return next(filter(None, (_in_company(one, slot, measure) for one in tried)), None)


def _smaller(text: PlacedText, slot: Slot) -> tuple[float, ...]:
    return sizes(text.size or slot.size, smallest_size(slot))[1:]


def _in_company(text: PlacedText, slot: Slot, measure: Measure) -> PlacedText | None:
    """The title with a line end before its last two words, if they have room on one line; no narrowing parts them so.

    None where they have not, or where there is only one blank.
    """
    (paragraph,) = text.paragraphs
    blanks = [at for at, one in enumerate("".join(run.text for run in paragraph.runs), 1) if one == " "]
    if len(blanks) < 2:  # noqa: PLR2004 - two words and what stands before them
        return None
    broken = paragraph.broken_at({blanks[-2]})
    size, width = text.size or slot.size, slackened(slot.text_box.width) / EMU_PER_PT
    lines = measure.broken(broken.runs, size, width, bold=slot.bold)
    needed = measure.height((broken,), slot, size, width=slackened(slot.text_box.width))
    is_better = not ends_on_one_word(lines) and needed <= text.available
    return replace(text, paragraphs=(broken,), needed=needed) if is_better else None


def _resized(text: PlacedText, slot: Slot, size: float, measure: Measure) -> PlacedText:
    needed = measure.height(text.paragraphs, slot, size, width=slackened(slot.text_box.width))
    return replace(text, size=size, needed=needed)


def _best(text: PlacedText, slot: Slot, measure: Measure) -> _Breaking:
    found = [breaking for breaking in _breakings(text, slot, measure) if breaking.steady]
    return min(found, key=lambda breaking: breaking.cost)


def _narrowing(best: _Breaking, slot: Slot) -> int:
    """How much of the room to leave empty beside the lines, EMU."""
    return 0 if best.natural else max(points(slot.text_box.width / EMU_PER_PT - best.width), 0)


def _breakings(text: PlacedText, slot: Slot, measure: Measure) -> Iterator[_Breaking]:
    """The ways to break the words into as few lines as the room needs, from the widest to the narrowest."""
    (paragraph,) = text.paragraphs
    size = text.size or slot.size

    def broken(width: float, *, natural: bool = False) -> _Breaking:
        lines = measure.broken(paragraph.runs, size, width, bold=slot.bold)
        return _Breaking(lines, max(line.length for line in lines), width, natural)

    breaking = broken(slackened(slot.text_box.width) / EMU_PER_PT, natural=True)
    count, least = len(breaking.lines), _widest_word(paragraph, measure, size, bold=slot.bold)
    yield breaking
    while 1 < count <= MOST_LINES and breaking.widest > least:
        below = breaking.widest
        breaking = broken(below - _STEP)
        if len(breaking.lines) > count or breaking.widest >= below:
            return
        yield replace(breaking, below=below)


def _widest_word(paragraph: Paragraph, measure: Measure, size: float, *, bold: bool) -> float:
    """The least room, pt, in which no word is cut."""
    text = measure.shaped(paragraph.runs, bold=bold)
    return max((text.line_width(start, end) for start, end in text.words), default=0.0) * size
