"""``picture-too-small``: pictures with fewer pixels than their place on a screen of 1920 pixels has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.deck import Deck, PlacedPicture
from outreach_decks.diagnostics import Diagnostic, Severity, Span

# What most projectors show (Full HD).
SCREEN: Final = 1920
# Half a per cent larger than its pixels, as rounding may make it, is seen by nobody.
_UNSEEN: Final = 1.005


def check_picture_size(deck: Deck, slide_width: int) -> Iterator[Diagnostic]:
    """No picture is shown larger than it is; ``slide_width`` is EMU."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if isinstance(shape, PlacedPicture) and enlargement(shape, slide_width) > _UNSEEN:
                yield _finding(shape, slide_width, slide.span)


def enlargement(shape: PlacedPicture, slide_width: int) -> float:
    """How many times larger than its own pixels a picture is shown; 0 when its pixels are not known."""
    if not all(shape.pixels):
        return 0.0
    left, top, right, bottom = shape.crop
    wide, high = _shown(shape, slide_width)
    return max(wide / (shape.pixels[0] * (1 - left - right)), high / (shape.pixels[1] * (1 - top - bottom)))


def _shown(shape: PlacedPicture, slide_width: int) -> tuple[float, float]:
    """The size of a picture's place on the screen, px."""
    each = SCREEN / slide_width
    return shape.box.width * each, shape.box.height * each


def _finding(shape: PlacedPicture, slide_width: int, span: Span) -> Diagnostic:
    what = "picture" if shape.span else "logo"
    width, height = shape.pixels
    wide, high = (round(side) for side in _shown(shape, slide_width))
    scale = enlargement(shape, slide_width)
    message = (
        f"the {what} has {width} by {height} pixels and its place on the screen {wide} by {high}: it will be blurred"
    )
    hint = f"use a larger one: {round(width * scale)} by {round(height * scale)} pixels or more"
    return Diagnostic("picture-too-small", message, shape.span or span, Severity.WARNING, (hint,))
