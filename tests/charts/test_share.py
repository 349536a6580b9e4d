from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from outreach_decks.diagnostics import DeckError
from outreach_decks.geometry import EMU_PER_PT
from tests.charts.examples import SLOT, figure_of, ink, texts, words_of

BY_NATIONALITY = (("Japanese", 58.0), ("other", 8.0))


def parts(figure: Figure) -> list[Rectangle]:
    """Return the parts of the bar from left to right."""
    return [artist for artist in figure.get_children() if isinstance(artist, Rectangle) and artist is not figure.patch]


def test_parts_fill_the_width_by_their_shares() -> None:
    """The parts and the cuts between them are as wide as the sheet, and each is as wide as its share."""
    japanese, other = parts(figure_of("share", BY_NATIONALITY))
    assert japanese.get_width() / other.get_width() == pytest.approx(58 / 8)
    assert other.get_x() + other.get_width() == pytest.approx(SLOT.width / EMU_PER_PT)
    assert 2 < other.get_x() - japanese.get_width() < 6


def test_each_part_says_per_cent_figure_and_name() -> None:
    """Per cent, name and figure of each part are lettered, the unit once."""
    figure = figure_of("share", BY_NATIONALITY, ("Japanese",))
    assert texts(figure) == ["12%", "58", "8", "88%", "Japanese", "other", "people"]


def test_words_start_where_their_part_starts() -> None:
    """Everything said of a part is flush with its left edge."""
    figure = figure_of("share", BY_NATIONALITY)
    left = parts(figure)[1].get_x()
    assert all(abs(ink(words_of(figure, text)).x - left) < 0.5 for text in ("12%", "other", "8"))


def test_words_too_long_for_the_last_part_end_with_it() -> None:
    """What cannot start at the last part without leaving the sheet ends at the right edge of the sheet."""
    figure = figure_of("share", (("Japanese", 94.0), ("other nationalities", 6.0)), ("Japanese",))
    right = SLOT.width / EMU_PER_PT
    assert all(abs(ink(words_of(figure, text)).right - right) < 4 for text in ("6%", "nationalities", "6"))


def test_figures_in_per_cent_are_not_said_twice() -> None:
    """Where the figures are per cent already, they stand above the bar only."""
    figure = figure_of("share", (("women", 39.0), ("girls", 22.0), ("men", 23.0), ("boys", 16.0)), unit="percent")
    assert texts(figure) == ["16%", "22%", "23%", "39%", "boys", "girls", "men", "women"]


def test_a_part_too_narrow_for_its_words_is_refused() -> None:
    """Small parts in the middle that leave no room for their words are an error with advice."""
    with pytest.raises(DeckError) as caught:
        figure_of("share", (("one", 2.0), ("another", 2.0), ("a third of these", 2.0), ("rest", 94.0)))
    assert "put together" in caught.value.diagnostics[0].message
