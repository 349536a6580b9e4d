"""``low-contrast-shape``: lines and icons that mean something stand out 3 to 1 (WCAG 2.2, 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.checks.accessibility.behind import Colours, colours_behind
from outreach_decks.checks.accessibility.place import called, listed, slides
from outreach_decks.colours import contrast, seen_through
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import Blend, FoundDeck, FoundShape, FoundSlide, Layer, Paint, Solid
from outreach_decks.geometry import Box

LEAST: Final = 3.0
_AT_THE_EDGE: Final = 0.1
_ROUNDING: Final = 0.05
# What cannot be seen at all is there to be clicked on, or to hold others.
_SEEN: Final = 1.05


def check_drawn(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """What is drawn and not only decorates differs from what is behind it, by its fill or by its outline."""
    for slide, place in slides(deck, file):
        found = [(ratio, shape) for shape, ratio in _ratios(slide) if _SEEN <= ratio < LEAST - _ROUNDING]
        if found:
            ratio, _ = min(found, key=lambda one: one[0])
            names = listed([called(shape) for _, shape in found])
            message = f"contrast of {ratio:.1f} to 1 with what is behind; lines and icons need {LEAST:g}: {names}"
            hint = "make it darker or lighter, or mark it as decorative if it means nothing"
            yield place.finding("low-contrast-shape", message, Severity.WARNING, hint)


def _ratios(slide: FoundSlide) -> Iterator[tuple[FoundShape, float]]:
    layers = [*slide.ground]
    read = list(_meaning(slide.shapes, decorative=False))
    for position, (shape, decorative) in enumerate(read):
        later = (other for other, _ in read[position + 1 :])
        if not decorative and shape.box is not None and _is_figure(shape) and not _is_ground(shape.box, later):
            ratio = _ratio(shape, shape.box, layers)
            if ratio is not None:
                yield shape, ratio
        layers += shape.layers


def _meaning(shapes: tuple[FoundShape, ...], *, decorative: bool) -> Iterator[tuple[FoundShape, bool]]:
    """All shapes that are seen, and whether they or the group around them are marked as decorative."""
    for shape in shapes:
        if not shape.hidden:
            only_decorates = decorative or shape.decorative
            yield shape, only_decorates
            yield from _meaning(shape.children, decorative=only_decorates)


def _is_figure(shape: FoundShape) -> bool:
    return shape.kind == "line" or (shape.kind == "shape" and shape.placeholder is None and not shape.has_words)


def _is_ground(box: Box, later: Iterator[FoundShape]) -> bool:
    """Tell whether something stands on a shape, which then is a panel and means nothing by itself."""
    return any(other.box is not None and _holds(box, other.box) for other in later)


def _holds(box: Box, other: Box) -> bool:
    x, y = other.x + other.width / 2, other.y + other.height / 2
    return box.x <= x <= box.right and box.y <= y <= box.bottom and other.width * other.height < box.width * box.height


def _ratio(shape: FoundShape, box: Box, layers: list[Layer]) -> float | None:
    """The contrast of a shape with what is behind it; None where one of the two is not known."""
    grounds = [each for each in colours_behind(box, layers) if each]
    paints = [paint for paint in (_filled(shape), shape.stroke) if paint]
    if not grounds or not paints:
        return None
    found = sorted(max(_lowest(paint, ground) for paint in paints) for ground in grounds)
    return found[int(len(found) * _AT_THE_EDGE)]


def _lowest(paint: Paint, grounds: Colours) -> float:
    return min(contrast(seen_through(paint.colour, paint.opacity, ground), ground) for ground in grounds)


def _filled(shape: FoundShape) -> Paint | None:
    match shape.layer.fill if shape.layer else None:
        case Solid(paint=paint):
            return paint
        case Blend(paints=paints):
            return paints[0]
        case _:
            return None
