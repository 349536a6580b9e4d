"""Pictures are large enough for their place on the screen."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from outreach_decks.checks.picture_size import check_picture_size
from outreach_decks.deck import Deck, PlacedPicture
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.geometry import Box, inches
from tests.projects import make

SLIDE = """\
- kind: image
  id: i
  title: T
  image: a.png
  alt: A house
  author: Us
  licence: Ours
  fit: {fit}
  caption: C
  notes: N
"""
WIDE = inches(40 / 3)
# The picture's place in our templates is 8.37 by 4.4 inches, of which a screen of 1920 pixels has 144 each.
PLACE = (1206, 634)


def found(width: int, height: int, fit: str = "cover") -> list[Diagnostic]:
    """What is found about a picture of so many pixels."""
    held = BytesIO()
    Image.new("RGB", (width, height)).save(held, "PNG")
    made = make(SLIDE.format(fit=fit), files={"slides_src/a.png": held.getvalue()})
    assert made.findings == ()
    return list(check_picture_size(made.deck, WIDE))


@pytest.mark.parametrize("size", [PLACE, (1206, 2000), (3000, 634), (3840, 2160)])
def test_a_picture_with_a_pixel_for_each_of_the_screen_is_large_enough(size: tuple[int, int]) -> None:
    """What is cut off a higher or wider one does not count for it, nor against it."""
    assert found(*size) == []


@pytest.mark.parametrize(
    ("size", "needed"),
    [
        ((600, 316), "1206 by 635"),
        ((1000, 2000), "1206 by 2411"),
        ((3000, 500), "3802 by 634"),
        ((1, 1), "1206 by 1206"),
    ],
)
def test_a_smaller_one_is_reported_with_what_is_needed(size: tuple[int, int], needed: str) -> None:
    """A warning at the line of the file, with its size, that of its place and the one to look for."""
    (only,) = found(*size)
    assert (only.code, only.severity) == ("picture-too-small", Severity.WARNING)
    assert only.message == (
        f"the picture has {size[0]} by {size[1]} pixels and its place on the screen 1206 by 634: it will be blurred"
    )
    assert only.hints == (f"use a larger one: {needed} pixels or more",)
    assert (only.span.line, only.span.column) == (11, 12)


def test_a_picture_shown_whole_needs_no_more_than_it_fills() -> None:
    """A portrait in a wide place is as high as the place, and needs only so many pixels."""
    assert found(400, 634, "contain") == []
    (only,) = found(400, 634, "cover")
    assert only.code == "picture-too-small"
    (only,) = found(300, 400, "contain")
    assert only.hints == ("use a larger one: 475 by 634 pixels or more",)


def test_a_logo_is_told_at_its_slide() -> None:
    """A logo has no line in the outline; what is drawn, such as a chart, has no pixels and is left alone."""
    deck = make("- {kind: cover, id: c, notes: N}\n").deck
    (cover,) = deck.slides
    small = PlacedPicture(31, Box(0, 0, inches(2), inches(1)), b"", "Logo", pixels=(100, 50))
    drawn = replace(small, pixels=(0, 0))
    (only,) = check_picture_size(_with(deck, small, drawn), WIDE)
    assert only.hints == ("use a larger one: 288 by 144 pixels or more",)
    assert only.span == cover.span
    assert only.message.startswith("the logo has 100 by 50 pixels")


def _with(deck: Deck, *shapes: PlacedPicture) -> Deck:
    (cover,) = deck.slides
    return replace(deck, slides=(replace(cover, shapes=(*cover.shapes, *shapes)),))
