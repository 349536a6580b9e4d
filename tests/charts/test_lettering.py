from __future__ import annotations

import numpy as np
import pytest

from outreach_decks.charts.lettering import MissingGlyphError, Typesetter
from outreach_decks.measure import Measure
from outreach_decks.text import Run
from tests.charts.examples import figure_of, ink, words_of
from tests.projects import fonts


@pytest.mark.parametrize("bold", [False, True])
def test_words_are_as_wide_as_they_are_measured(bold: bool) -> None:  # noqa: FBT001
    """A line on a chart is as wide as layout measures it on a slide."""
    text = "AVAT Trafficking, 1,566 people"
    measured = Measure(fonts()).width((Run(text),), 20, bold=bold)
    assert Typesetter(fonts()).outline(text, bold=bold).width * 20 == pytest.approx(measured, abs=0.01)


def test_letters_have_the_size_they_say() -> None:
    """Figures of Carlito are 0.69 of their size high, measured on the drawn outline."""
    letter = words_of(figure_of("bar", (("a", 38.0), ("b", 12.0))), "38")
    assert ink(letter).height == pytest.approx(letter.words.size * 0.69, rel=0.02)


def test_japanese_and_latin_share_a_line() -> None:
    """A line of both scripts has the outlines of both faces."""
    setter = Typesetter(fonts())
    both, latin, japanese = (setter.outline(text) for text in ("66人", "66", "人"))
    points = [np.asarray(each.path.vertices).shape[0] for each in (both, latin, japanese)]
    assert points[0] == points[1] + points[2]
    assert both.width == pytest.approx(latin.width + japanese.width)


def test_a_character_of_one_script_may_come_from_the_face_of_the_other() -> None:
    """A sign that the face of its script lacks is taken from the other face."""
    assert Typesetter(fonts()).outline("①").width > 0


def test_spaces_of_every_width_are_plain_spaces() -> None:
    """A no-break or thin space, as some languages put into figures, needs no glyph of its own."""
    setter = Typesetter(fonts())
    assert setter.outline("1\u202f000").width == setter.outline("1 000").width


def test_a_missing_character_is_named() -> None:
    """What no face can draw is an error that names the character."""
    with pytest.raises(MissingGlyphError, match="U\\+1F600"):
        Typesetter(fonts()).outline("a \U0001f600")
