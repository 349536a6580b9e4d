"""``low-contrast``: text against what is really behind it.

PowerPoint compares text with the fill of its own shape only. Here counts what is painted there: cells, shapes below,
those of the layout and the master, pictures, the background.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from outreach_decks.checks.accessibility.behind import Colours, colours_behind
from outreach_decks.checks.accessibility.place import Place, quoted, seen_shapes, slides
from outreach_decks.checks.accessibility.print_size import is_small_print
from outreach_decks.checks.accessibility.words import paragraph_boxes
from outreach_decks.colours import contrast, seen_through
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import (
    FoundDeck,
    FoundRun,
    FoundShape,
    FoundSlide,
    FoundText,
    Layer,
    Paint,
)
from outreach_decks.geometry import Box

# WCAG 2.2, 1.4.3: 4.5 to 1; 3 to 1 for large text, which is 18 pt, or 14 pt bold.
LEAST: Final = 4.5
LEAST_LARGE: Final = 3.0
_LARGE: Final = 18.0
_LARGE_BOLD: Final = 14.0
# Ours: running text has 7 to 1 at any size (WCAG 2.2, 1.4.6, lets large text have less); titles, labels and figures in
# bold, what is very large, and small print have 4.5.
BODY: Final = 7.0
OTHER: Final = 4.5
_DISPLAY: Final = 36.0
_LABEL: Final = 20.0
# So much of a text may lie over something else: a corner of a picture, the end of a line.
_AT_THE_EDGE: Final = 0.1
# Rounded as it is told, so that nothing is called "7.0 of 7".
_ROUNDING: Final = 0.05


@dataclass(frozen=True, slots=True)
class _Written:
    """A text with its box, and what is painted under it."""

    shape: FoundShape
    text: FoundText
    box: Box
    layers: tuple[Layer, ...]
    is_small_print: bool


@dataclass(frozen=True, slots=True)
class _Worst:
    """The run that is hardest to read: its contrast, the colours, how much there should be, and how grave that is."""

    ratio: float
    colour: str
    ground: str
    needed: float
    severity: Severity
    words: str


def check_contrast(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Text stands out: an error below what WCAG asks for, a warning below what a last row needs."""
    for slide, place in slides(deck, file):
        for shape, texts in groupby(_texts(slide, deck), lambda written: written.shape):
            yield from _of_shape(list(texts), place.at(shape))


def _of_shape(texts: list[_Written], place: Place) -> Iterator[Diagnostic]:
    """The worst of a shape or table."""
    found = [worst for written in texts for worst in _judged(written) if worst is not None]
    if found:
        yield _finding(place, min(found, key=lambda one: (-one.severity, one.ratio)))
    elif any(map(_is_unknown, texts)):
        message = "which colours the text and what is behind it have cannot be read from the file"
        hint = "look at it: is each letter clear against what is behind it?"
        yield place.finding("unknown-contrast", message, Severity.NOTE, hint)


def _texts(slide: FoundSlide, deck: FoundDeck) -> Iterator[_Written]:
    layers = [*slide.ground]
    for shape in seen_shapes(slide):
        layers += shape.layers
        if shape.box is None:
            continue
        if shape.text.plain:
            yield _Written(shape, shape.text, shape.box, tuple(layers), is_small_print(shape, deck))
        for row in shape.table.rows if shape.table else ():
            cells = (cell for cell in row if cell.text.plain)
            yield from (_Written(shape, cell.text, cell.box, tuple(layers), is_small_print=False) for cell in cells)


def _judged(written: _Written) -> Iterator[_Worst | None]:
    for paragraph, box in paragraph_boxes(written.text, written.box):
        grounds = [each for each in colours_behind(box, written.layers) if each]
        for run in paragraph.runs:
            behind = [frozenset({run.highlight.colour})] if run.highlight else grounds
            if behind and run.text.strip() and run.paints:
                yield _judge(run, behind, written)


def _judge(run: FoundRun, grounds: Sequence[Colours], written: _Written) -> _Worst | None:
    ratio, colour, ground = _seen(run, grounds)
    least, asked = _least(run), _asked(run, written)
    if ratio + _ROUNDING >= max(least, asked):
        return None
    severity = Severity.ERROR if ratio + _ROUNDING < least else Severity.WARNING
    return _Worst(ratio, colour, ground, max(least, asked), severity, run.text)


def _seen(run: FoundRun, grounds: Sequence[Colours]) -> tuple[float, str, str]:
    """The contrast of a run, where it is hardest to read but for the edges, and the colours there."""
    found = sorted(min(_pairs(run.paints, ground)) for ground in grounds)
    return found[int(len(found) * _AT_THE_EDGE)]


def _pairs(paints: tuple[Paint, ...], grounds: Colours) -> Iterator[tuple[float, str, str]]:
    for ground in grounds:
        for paint in paints:
            colour = seen_through(paint.colour, paint.opacity, ground)
            yield contrast(colour, ground), colour, ground


def _least(run: FoundRun) -> float:
    is_large = run.size >= (_LARGE_BOLD if run.bold else _LARGE)
    return LEAST_LARGE if is_large else LEAST


def _asked(run: FoundRun, written: _Written) -> float:
    is_display = _is_heading(written.shape) or run.size >= (_LABEL if run.bold else _DISPLAY)
    return OTHER if is_display or written.is_small_print else BODY


def _is_heading(shape: FoundShape) -> bool:
    return shape.is_title or (shape.placeholder is not None and shape.placeholder.kind == "subTitle")


def _is_unknown(written: _Written) -> bool:
    """Tell whether nowhere behind a text a colour is known, or the text has none itself."""
    boxes = [box for _, box in paragraph_boxes(written.text, written.box)]
    grounds = [each for box in boxes for each in colours_behind(box, written.layers)]
    return not any(grounds) or not any(run.paints for run in written.text.runs if run.text.strip())


def _finding(place: Place, worst: _Worst) -> Diagnostic:
    colours = f"#{worst.colour} on #{worst.ground}"
    message = f"{quoted(worst.words)} has a contrast of {worst.ratio:.1f} to 1 ({colours}); it needs {worst.needed:g}"
    hint = "make the letters darker or lighter, or put a plain shape behind them"
    return place.finding("low-contrast", message, worst.severity, hint)
