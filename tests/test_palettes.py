"""Colours out of any theme: each reads where it is used, whatever the theme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.colours import contrast, luminance
from outreach_decks.palettes import BODY_CONTRAST, Colour, chosen, relit, unmet
from outreach_decks.theme import COLOUR_SLOTS, Reference

NAMES = ("tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
RGB = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")
THEMES = st.fixed_dictionaries(dict.fromkeys(NAMES, RGB))
OFFICE = {
    "tx1": "000000", "bg1": "FFFFFF", "tx2": "44546A", "bg2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47",
}  # fmt: skip


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21, and the grey of 4.5 is 767676 (WCAG 2.2)."""
    assert contrast("000000", "FFFFFF") == pytest.approx(21.0)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert luminance("FFFFFF") == pytest.approx(1.0)


def test_lighter_and_darker_are_as_powerpoint_paints_them() -> None:
    """Half the luminance of 4472C4 is 203864 in PowerPoint's palette, and "lighter 60 %" of black is 999999."""
    assert relit("4472C4", 50, 0) == "203864"
    assert relit("000000", 40, 60) == "999999"


@given(THEMES)
def test_words_read_in_any_theme(theme: dict[str, str]) -> None:
    """Ink on paper has the best contrast that there is; what stands on paper and on the ground reads there."""
    paper = Colour(theme["bg1"], Reference("bg1"))
    palette = chosen(theme, paper)
    assert set(palette) == set(COLOUR_SLOTS)
    best = max(contrast(rgb, paper.rgb) for rgb in (*(theme[name] for name in NAMES[:4]), "000000", "FFFFFF"))
    assert contrast(palette["ink"].rgb, paper.rgb) >= min(best, BODY_CONTRAST) - 1e-9
    for name, behind in (("accent", "paper"), ("muted", "paper"), ("glow", "ground")):
        assert contrast(palette[name].rgb, palette[behind].rgb) >= 4.5 - 1e-9


@given(THEMES)
def test_every_colour_is_what_its_reference_says(theme: dict[str, str]) -> None:
    """What is measured and what PowerPoint will paint are the same colour."""
    for colour in chosen(theme, Colour(theme["bg1"], Reference("bg1"))).values():
        named = colour.reference
        assert colour.rgb == (relit(theme[named.scheme], named.mod, named.off) if named.scheme else named.rgb)


def test_the_theme_of_office_meets_all_demands() -> None:
    """Its orange is no ink and its grey no accent, but there are colours for all of ours."""
    palette = chosen(OFFICE, Colour("FFFFFF", Reference("bg1")))
    assert unmet({name: colour.rgb for name, colour in palette.items()}) == []
    assert palette["accent"].reference.scheme.startswith("accent")
    assert palette["ground"].reference == Reference("tx2")


def test_on_a_dark_ground_ink_is_light() -> None:
    """The same theme on a dark background: words are light, and blocks too, with dark words on them."""
    palette = chosen(OFFICE, Colour("203040", Reference("", rgb="203040")))
    assert palette["ink"].reference == Reference("bg1")
    assert luminance(palette["ground"].rgb) > luminance("203040")
    assert unmet({name: colour.rgb for name, colour in palette.items()}) == []
