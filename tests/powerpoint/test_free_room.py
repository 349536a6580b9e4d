"""The room that a layout leaves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.geometry import Box
from outreach_decks.powerpoint.free_room import clipped, largest_free, overlap

PAGE = Box(0, 0, 100, 60)
BOXES = st.builds(Box, st.integers(0, 90), st.integers(0, 50), st.integers(1, 40), st.integers(1, 30))


def test_below_a_title_and_above_a_footer() -> None:
    """What is left between them, as wide as the page."""
    assert largest_free(PAGE, [Box(5, 2, 90, 10), Box(5, 55, 90, 4)]) == Box(0, 12, 100, 43)


def test_beside_a_logo() -> None:
    """A small mark in a corner takes a strip, not the page."""
    assert largest_free(PAGE, [Box(90, 0, 10, 10)]) == Box(0, 0, 90, 60)


def test_where_nothing_is_free_the_frame_comes_back() -> None:
    """There is always some place to put things."""
    assert largest_free(PAGE, [PAGE]) == PAGE


@given(st.lists(BOXES, max_size=6))
def test_no_obstacle_touches_it(boxes: list[Box]) -> None:
    """Whatever is in the way, the room lies inside the page and beside it."""
    found = largest_free(PAGE, boxes)
    assert clipped(found, PAGE) == found
    if found != PAGE:
        assert not any(overlap(found, box) for box in boxes)
