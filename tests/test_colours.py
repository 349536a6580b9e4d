"""Contrast as WCAG counts it, and colours seen through others."""

from __future__ import annotations

import pytest

from outreach_decks.colours import contrast, hexadecimal, luminance, seen_through


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        # The two greys between which WCAG's own examples draw the line, on white.
        ("767676", "FFFFFF", 4.54),
        ("777777", "FFFFFF", 4.48),
        ("FF0000", "FFFFFF", 4.0),
        ("0000FF", "FFFF00", 8.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Whichever of the two is the lighter."""
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


def test_luminance_runs_from_black_to_white() -> None:
    """Green counts most."""
    assert (luminance("000000"), round(luminance("FFFFFF"), 6)) == (0.0, 1.0)
    assert luminance("00FF00") > luminance("FF0000") > luminance("0000FF")


def test_a_glass_mixes_what_is_above_and_below() -> None:
    """By its opacity; a full one hides what is below."""
    assert seen_through("000000", 0.5, "FFFFFF") == "808080"
    assert seen_through("123456", 1.0, "FFFFFF") == "123456"
    assert seen_through("123456", 0.0, "FFFFFF") == "FFFFFF"


def test_channels_are_kept_in_range() -> None:
    """A colour that was made lighter than white is white."""
    assert hexadecimal(300, -4, 15.6) == "FF0010"
