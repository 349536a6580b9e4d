"""``reading-order``: a screen reader takes shapes from the back to the front (WCAG 2.2, 1.3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from outreach_decks.checks.accessibility.place import slides, told
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck, FoundShape, FoundSlide
from outreach_decks.geometry import Box

_FOOT: Final = frozenset({"ftr", "sldNum", "dt"})
# Boxes may cut into each other by this share of the smaller one, and stand in one column from this share on.
_TOLERANCE: Final = 0.2
_SHARED: Final = 0.5
# What stands in one row is about as tall.
_SAME_ROW: Final = 0.6
# Who reads more shapes than that has a map before them, and every pair of them is looked at.
_MOST: Final = 200
_HINT: Final = "Home > Arrange > Selection Pane: what is read first stands last in the list"


def check_reading_order(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """The title comes first; then what stands above, or to the left in one row, comes before the rest."""
    for slide, place in slides(deck, file):
        wrong = next(_wrong(slide), None)
        if wrong:
            earlier, later, why = wrong
            message = f"{told(earlier)} is read before {told(later)}, {why}"
            yield place.at(earlier).finding("reading-order", message, Severity.WARNING, _HINT)


def _wrong(slide: FoundSlide) -> Iterator[tuple[FoundShape, FoundShape, str]]:
    read = [(shape, shape.box) for shape in slide.shapes if _is_content(shape) and shape.box][:_MOST]
    for (earlier, one), (later, other) in combinations(read, 2):
        if later.is_title and not _is_above(one, other):
            yield earlier, later, "the title"
        elif not earlier.is_title and _is_above(other, one):
            yield earlier, later, "which stands above it"
        elif not earlier.is_title and _says(earlier) and _says(later) and _is_left(other, one):
            yield earlier, later, "which stands to its left"


def _is_content(shape: FoundShape) -> bool:
    foot = shape.placeholder is not None and shape.placeholder.kind in _FOOT
    return not (foot or shape.hidden or shape.decorative) and (_says(shape) or bool(shape.alt) or shape.kind != "shape")


def _says(shape: FoundShape) -> bool:
    return shape.has_words or any(child.has_words for child in shape.all_shapes())


def _is_above(one: Box, other: Box) -> bool:
    """Tell whether one stands above the other in the same column."""
    cut = one.bottom - other.y
    apart = cut <= _TOLERANCE * min(one.height, other.height) and one.y < other.y
    return apart and _overlap(one.x, one.right, other.x, other.right) >= _SHARED


def _is_left(one: Box, other: Box) -> bool:
    """Tell whether one stands left of the other in the same row."""
    cut = one.right - other.x
    apart = cut <= _TOLERANCE * min(one.width, other.width) and one.x < other.x
    shared = min(one.bottom, other.bottom) - max(one.y, other.y)
    # A tall column beside short boxes is no row with them: it may be read before or after.
    return apart and shared >= _SAME_ROW * max(one.height, other.height, 1)


def _overlap(start: int, end: int, other_start: int, other_end: int) -> float:
    """What two stretches have in common, as a share of the shorter."""
    shorter = max(min(end - start, other_end - other_start), 1)
    return (min(end, other_end) - max(start, other_start)) / shorter
