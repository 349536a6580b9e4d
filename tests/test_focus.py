"""Where in a picture the point is that must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from outreach_decks.scalars import FocusPoint

READER: TypeAdapter[tuple[float, float]] = TypeAdapter(FocusPoint)


@pytest.mark.parametrize(
    ("written", "point"),
    [
        ("top", (0.5, 0.0)),
        ("left", (0.0, 0.5)),
        ("top left", (0.0, 0.0)),
        ("Left Top", (0.0, 0.0)),
        ("bottom-right", (1.0, 1.0)),
        ("centre", (0.5, 0.5)),
        ("center", (0.5, 0.5)),
        ("top middle", (0.5, 0.0)),
        ("30% 20%", (0.3, 0.2)),
        ("0%,100%", (0.0, 1.0)),
        (" 5 %  7 % ", (0.05, 0.07)),
    ],
)
def test_a_place_is_named_or_measured(written: str, point: tuple[float, float]) -> None:
    """Words in any order; figures from the left, then from the top."""
    assert READER.validate_python(written) == point


@pytest.mark.parametrize(
    "written", ["top bottom", "left right", "top left right", "up", "30%", "30 20", "30% -1%", "-"]
)
def test_what_is_no_place_is_refused(written: str) -> None:
    """Two words for one way, one figure alone, words that are none."""
    with pytest.raises(ValidationError, match="a place in the picture was expected"):
        READER.validate_python(written)


@given(st.integers(0, 100), st.integers(0, 100))
def test_every_percentage_is_a_share(across: int, down: int) -> None:
    """A point that is written in figures lies in the picture."""
    assert READER.validate_python(f"{across}% {down}%") == (across / 100, down / 100)
