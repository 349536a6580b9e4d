"""Pictures in their boxes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from outreach_decks.geometry import Box
from outreach_decks.layout.pictures import contained, covering_crop

side = st.integers(1, 3840)
boxes = st.builds(
    Box, st.integers(0, 10**6), st.integers(0, 10**6), st.integers(10**5, 10**7), st.integers(10**5, 10**7)
)
share = st.floats(0, 1)
SMALL = 1e-5


@given(boxes, side, side, share, share)
def test_the_focal_point_is_always_seen(box: Box, width: int, height: int, x: float, y: float) -> None:
    """Whatever is cut off, the point that matters is not."""
    left, top, right, bottom = covering_crop(box, width, height, (x, y))
    assert left - SMALL <= x <= 1 - right + SMALL
    assert top - SMALL <= y <= 1 - bottom + SMALL


@given(boxes, side, side, share, share)
def test_a_crop_is_within_the_picture(box: Box, width: int, height: int, x: float, y: float) -> None:
    """Nothing is added at an edge, something is left, and only two edges that face each other are cut."""
    left, top, right, bottom = covering_crop(box, width, height, (x, y))
    assert min(left, top, right, bottom) >= 0
    assert left + right < 1
    assert top + bottom < 1
    assert not (left + right and top + bottom)


@given(boxes, side, side, share, share)
def test_what_is_left_has_the_proportions_of_the_box(box: Box, width: int, height: int, x: float, y: float) -> None:
    """A picture that fills its box is not stretched: by less than the thousandth of a per cent that files keep."""
    left, top, right, bottom = covering_crop(box, width, height, (x, y))
    shown = (1 - left - right) * width / ((1 - top - bottom) * height)
    assume(min(1 - left - right, 1 - top - bottom) > 0.01)
    assert shown == pytest.approx(box.width / box.height, rel=2e-3)


@given(boxes, side, side)
def test_a_whole_picture_lies_in_the_middle_of_its_box(box: Box, width: int, height: int) -> None:
    """It touches two edges that face each other, and is as far from the other two."""
    inner = contained(box, width, height)
    assert inner.x >= box.x
    assert inner.y >= box.y
    assert inner.right <= box.right
    assert inner.bottom <= box.bottom
    assert abs((inner.x - box.x) - (box.right - inner.right)) <= 1
    assert abs((inner.y - box.y) - (box.bottom - inner.bottom)) <= 1
    assert inner.width == box.width or inner.height == box.height


@pytest.mark.parametrize(
    ("focus", "crop"),
    [
        ((0.5, 0.5), (0.25, 0.0, 0.25, 0.0)),
        ((0.0, 0.0), (0.0, 0.0, 0.5, 0.0)),
        ((1.0, 1.0), (0.5, 0.0, 0.0, 0.0)),
        ((0.4, 0.9), (0.15, 0.0, 0.35, 0.0)),
    ],
)
def test_the_focal_point_comes_to_the_middle_where_it_can(
    focus: tuple[float, float], crop: tuple[float, float, float, float]
) -> None:
    """Of a picture twice as wide as its box, the half around the point is shown; at the edge, the outermost half."""
    assert covering_crop(Box(0, 0, 100, 100), 200, 100, focus) == pytest.approx(crop)


def test_what_is_too_high_is_cut_above_and_below() -> None:
    """And with the focal point at the top, only below, so that heads stay."""
    box = Box(0, 0, 100, 100)
    assert covering_crop(box, 100, 400) == (0.0, 0.375, 0.0, 0.375)
    assert covering_crop(box, 100, 400, (0.5, 0.0)) == (0.0, 0.0, 0.0, 0.75)
    assert contained(Box(10, 10, 100, 100), 50, 100) == Box(35, 10, 50, 100)
